a = provider::x::y(z...) ? -1 : !true
b = x.0.y[1].*.z["k"]
c = "\u00e9\n\"%%{"

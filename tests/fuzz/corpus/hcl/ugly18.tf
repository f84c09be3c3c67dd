 a0_ = " %{    if  a}%{~else~}%{  endif  }" 


 resource   { 
block {	
a0_ ={  // note
} # note
 a1_ = {    


}
 dynamic{ } # größe

} // note
 resource /* b */ {	
   
 b   {    a2_ =[		-  [  list  ,(  !	var.größe    )	  	]  ,	]} 
a3_  =  (	[	 # c
    list.0.n[   count.index	]    , provider::x::y ( )          ]  <   [	2.5     ,  "s" ,     a.b     ]    <=   name     ) < /* two
   lines */ a[*].*.id  || 	[     # c
	for v in {     a.b:	true	&&	null    , 	1    = f()      } 	: 	1e3	 %// c
	var.größe   if 1]
  }
   
a4_ = ( (  	concat	(  1e3    ) ==    null  )  ) >  [  x[0]  /* c */    ?     "s"      :  f()      ]      !={     longer_key    :	-    {   "q" =  a.b	, "q" = 2.5 ,      (var.k): 1e3}<     "s" ,"${x}"  :[for  k , v  in 1e3  :	 each.value	/  1e3  ]  <x[0], 	a = "text"	,  }	
  }  


    // line

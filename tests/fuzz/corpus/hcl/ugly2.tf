# first
 a0_b	= "🇩🇪${	true? var.größe >        each.value     :      null	 ||	f() }100%" 
 dynamic {} 
a1_a	= {	    for  k , v  in (// c
	{     for k,v in f()  :  f()	=>    null})  :	(f())  =>  	[
  
    for v in "s"  : -  "s"    if x[0]/
    1e3	 ] } 
 b /* l */ "größe" { 
 dynamic ""   {  
    dynamic   {

} 


 a2_ =    -[   {  
(var.k) : [        ! f()
-  	2.5     , 
  
 a.b  	, 1e3 , ] 


  },  
  
concat ([ for  k , v  in 1e3 	:      2.5<!   var.größe ||     2.5   ]   ,  x[0]  ?    	2.5    + 	var.größe:    "s"    + 1   ...     )    	>  local.x	    ,   !     name   ,    ] 	>= [  list   ,	concat( 1  ,var.größe	      )      ]	
 } 
a3_name= local.x
   
 a4_  =list.name.0.n ?    {   


 "q" =  "textgröße"  

    } 	:  f (  
  
    f	(	 1e3	, 2.5      )	,  provider::x::y( a.b <=  1     <=  a.b   , 	) ,    	)


 dynamic "label" { 
    a5_ =  b[	 "k" ][*]  


	} 
	} 
   
    a6_größe  =	[      for k,v in "${ each.value    }"  :    { # größe
  größe : f() && x[0]      %    null	, # größe

	}       if {  
}	] #
   

# first
 dynamic	"größe" "" {	#
    resource ""	"label" {
b /* b */ {  a0_  ="%%%{y}👩‍🚀" } 
a1_a =[ {  	for  k , v  in [!   var.größe  

    ,	    "s"  	, ] :  1e3  =>2.5  	*	true  ... if true  }  , ]


  }  
/* block */
a2_a ="" ?   " $${x}$${x}"?  { } :        "👩‍🚀100%"  : a_long_name[  /**/	0     ].b


 a3_if    = [   for k,v in name.b    	:     "$${x}"   ]    
   
 }	# note
    resource  "label"   {a4_größe={  

"${x}"    :(  provider :: x :: y(  )

)


 }  }  

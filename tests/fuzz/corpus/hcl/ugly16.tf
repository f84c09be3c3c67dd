 a0_  = "\ngrößetext$${x}"  &&    	"$text👩‍🚀"  
   
 resource /* l */ "" "uni\u00e9" {#


 resource {
    a1_ = "${ {      longer_key    :true ,  größe  :	1e3 , 	"q"  :  "s"	 }     }"	

a2_    ="größea  b " 

	}  

 }
	b	"aws_x" "aws_x" { 
	a3_a_long_name	= ![   concat  (   )  ,
	]    ? 	merge ( -  [     var.größe >=	true,	 null  ,	 a.b       ],      "\ntext👩‍🚀"  , (    each.value  )  > 	a.b	,     # c
 ) :	  (	    !  ( 1e3 	)   ) # note

} 


z_last {}
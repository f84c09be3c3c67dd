a0_={     
a.b = f  (  a.b  <     f()     ,    1e3   /**/ )     
}	 ?    (      1e3	    ) ?     [   a.b      +  "s" ,    1e3 /* two
   lines */ , "s"		  ]  !=x[0]   +     - var.größe :		[ true  	,  ]     >=   a.b  :    {    # note
}
variable{    a1_type= [    a_long_name[*].größe  ]      ?    concat(        local.x	,  -    (	 1e3    )  / 1    !=  a.b  ,  (      2.5 )	 ==each.value  	)  	:		id.*.id.*.id}
   
    b	"aws_x" plain{	// note


 a2_a_long_name  = [ 	"${	var.größe  }"  ,local.x   /    "" 

	,    	"%"	 ]

 } 
   

 a0_a_long_name	={  }	
    a1_in ="a  b${~	"\"%%{y}"	&&     var.größe }größetext%{    for v  in xs~}100%a  b%{ for v  in xs~}🇩🇪100%$%{ endfor  }größe${  x[0]  &&		x[0] }%{ endfor }"  #  trailing  
 dynamic  "esc\"aped"  "esc\"aped" { 
   
    resource  "aws_x"  "aws_x"   { # größe
	resource {
 a2_a =1e3	 ?    	var.größe:  f()    
    a3_= in.*.id    #  trailing  
	a4_= ( 1e3) 
 a5_id=	merge    () 
} 
   
  }    

    a6_    = [  ! 	[ ]    	, 	]    
 }
a7_  =(	 (  id[*].0.n	)  )  ==  b 
   
a8_type    = [     local.x/**/

	?	provider::x::y	( f()        >		null	    ,	 null	,/* two
   lines */    each.value       )     &&		each.value : (        x[0]  

)  , // c
]

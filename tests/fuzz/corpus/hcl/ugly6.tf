dynamic	"aws_x" {# größe
 a0_x-y  ={    	key=local.x   }	 +		provider :: x :: y( /* two
   lines */  in.*.id.*.id // c
 ) 
 a1_a =( "${    - 	x[0] }"	) # note


    resource {  #

 a2_= -    f ("\u00e9 é"     /  a.b	  ,	 var.größe    ?     a.b  >=     true     >    null     : true	, 	)	 ?	 ( local.x    )  	&&    	type -     { for v in f()  :     -  1  >=	  var.größe  <=    2.5 =>	!   1e3		== 	x[0]  ||  2.5	}    	: {    	
a : 1 
   
      1 :    a.b  * var.größe	<=     1    


	a.b    =var.größe  
   
    }  ?    x-y[  a.b] : (		true >=  a.b	 + null  )
   
# line
	a3_    = !	{ größe  =  ét.0.n.0.n     }
a4_= "" #  trailing  
   
  }  
 }  

  block   {
   
b  "uni\u00e9" "größe"   { 
   
a5_in=  {        for v in local.x  
  
: var.größe=>    
  
true }?	  a[    	i + 1].0.n	:  (   "$${x}text" ) >     {  for k,v in 2.5  :x[0]   =>    1e3    > f()// c
  if 2.5      }    
 a6_= "" 
 a7_a_long_name=    "$100%👩‍🚀"	
} 
  a8_name	=<<-EOT
é
%{if  a}%{endif }🇩🇪%%{y}
${    "s"  }
EOT
	 ?   f( {	 
    "${x}"=f()   ||      a.b  
} ==  2.5	
 ,
  
! (  a.b
  
	) 	,  [ x[0]    % // c
 - null ,     ]         )	  : [  null   ,	var.größe  

  ,  	1e3	 ||	 null     /* c */
  
 ]   ?  <<-EOT
a  b
EOT  
	  : f()		?   a.b  :     "s" 
 a9_in=    [	// c
if[*]  ,	  in 	 ] 
 }
   
a10_  = "%${	id.b[*]}éé"	
    variable	plain "größe"{	#  trailing  
    type   ="other"    
 block   {
a11_ = {	 for k,v in concat  ((    1   )  , true  ?      "s"  : 	var.größe   ) /**/:	 f	(    var.größe    
  
  * f()   *     1e3	    ,	  a.b 	/  a.b	    <     !    x[0]  ,  )  <=	f()	<	each.value   => (     each.value    ) }    /* x */
resource { 
   
a12_ = "\\100%é%"    
	a13_  = "% $" 
    a14_= x-y.*.id 
   
 } #


	dynamic  "größe" { 
 a15_ =    <<-EOT
🇩🇪%%{y}
    %

EOT
  
    a16_b    ="$${x}"   && each.value 
    a17_ = [     ] 
   
	a18_ét    =    each.value    ?  f()   :	 "s"


    }    
 resource {
   
	a19_if =	merge(
 1e3 ,  "s"	 )
   
 a20_a_long_name  =    "\"$ %%{y}" 
/* block */
 a21_ = 1	/* two
   lines */ ?  - f()  	:  2.5  >  1  
}    
    }	
 a22_a_long_name    =[ ] ? [for k,v in merge	(     f()  ,  2.5	||     var.größe ,	  1    # c
 )	:	a.b  > 2.5  *  2.5  ] /**/ :		((  each.value   +   "s"	&&  1e3 )     # c
>	 each.value )  && 	"" 
 a23_ét  =	id.größe # größe
    // line
 a24_ ="größetext👩‍🚀"


}	
    // line
a25_  = merge( !  [    for  k , v  in -	[for k,v in var.größe :1 	]   :  null ] , 	- if[*]  /* two
   lines */	) 

  b{
a26_ = name 
   
a27_ =merge	(      ) # größe
	}
   
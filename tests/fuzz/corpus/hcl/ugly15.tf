dynamic "uni\u00e9" {	
a0_ =a.name	
 block /* l */ ""  ""{	# größe
   
 dynamic	"label"   {  a1_ = "\""} 


  } 
 }	
/*
 * block
 */
	dynamic  "" ""   {  
 dynamic  "uni\u00e9" {  
   
  resource  ""	"aws_x"{	
a2_if    =    merge  (  x[0]     , 	"s"  - 	"s"    ) #  trailing  
  a3_list	=2.5   ?     f()  <var.größe :    "s"	
    a4_in    =[ a.b, 2.5     - true	  

    ]  /  2.5  *	f()
    a5_if =    x[0] ? 2.5  :1	// note
    }    # note


a6_id = local.x  
   
 a7_ =(	 [   ]    ||	[  1e3 		  ] )     %{  /* x */
 longer_key=größe,  
  key=    null 	?    x[0]      *  var.größe-      2.5  : true 
     a:    type.b	
} #
  dynamic	"esc\"aped" {
  a8_    =  [  for v in 1   :    	null	    == each.value   if true   % each.value  +      1e3  ]  
 a9_  =    1e3  ? 	var.größe	 : 1e3    


	a10_list=id# note


a11_ =  ét.*.id.0.n  
  } 
  }  #
}# note
 a12_  = [ 	for k,v in "🇩🇪$${x}"/* c */: [	for v in a.b  :     - 	1
	 if 1  	||	null    ]   if ["s"      
  
 ]  ] 
 a13_  ={    "${x}" ="👩‍🚀größe"  ,      1 =    {  


}   }  


  a14_ét =    (      id.name.b	    )  ?      "🇩🇪größe" <=     type.b  >     provider :: x :: y (	 f()   && a.b     ,	 true      )   :	 concat(   concat ( null  , # c
 1   ==    x[0] !=    

 each.value,    1        )	// c
,    { 
/* block */
}	-  each.value 	, -    {	# note
"q"=1e3	
   
}      )    # größe


 a15_  =	- a.*.id	< {    
}#
	a16_= "größe"

resource  "esc\"aped"	"größe"{ }  

    a0_größe  =if

b	"uni\u00e9" { 
   
  a1_ =  a_long_name.b  
	dynamic "label"  "uni\u00e9" { 


	a2_ = concat	(     ) 
 } 
 a3_  ="\\🇩🇪$${x}$${x}"  
   
  }
   

a0_ét  = - { 	
    (var.k) : a   %	concat (  1     ,  	each.value     ,     2.5 
 	)    &&ét	  


 }   &&   local.x	
resource	plain { #  trailing  
   
 a1_  =    {      key	=" ${ x[0] }",     a	= provider :: x :: y (   # c
local.x	    >= !     f() ,  # c
 "text"     * "s"	 >=      1e3 ,   "\"" 
	 // c
 )  } 
 }

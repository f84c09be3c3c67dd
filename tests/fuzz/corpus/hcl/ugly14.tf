a0_ =	[] #  trailing  
   
 variable /* l */ plain   { a1_x-y  =  x-y.*.id    }	
 dynamic /* l */ "uni\u00e9"   {  
 a2_a_long_name = " 🇩🇪"  


	a3_if=	a.b <=   list.*.id    
 block {/* x */
    a4_ =	[  (  b.name     +  # c
 each.value     +    var.größe )    ==  ét 	        ]
   
 a5_    = type[*]	 ?  list[    a.b	 ].0.n  :		type[*].name ? [ true  // c
  < 	null     ,     f() ,     f()   ,     ]      ==    null      %  true     :   type[*].b	// note
 }
# line
  }  #  trailing  
   

a0_name=    x-y[*]

 a1_name	= a_long_name.0.n 
/*
 * block
 */
resource "" "label"{
a2_id  =  [

  f	(  local.x  ,		"" 	    )        ] /**/ % ! " %{for v  in xs }größegröße%%{y}%{~ endfor}"  
a3_ét=name.b	
}


a4_    =größe.größe	
a5_ét=concat ([ 	local.x ||     null !=   true  // c
 ]    ,   # c
    list.0.n[*]      )  
	a6_ =	[ for  k , v  in "éa  b${~ x[0]}" // c
  :        if   > "s"	 ]
resource{
b  "uni\u00e9"	"esc\"aped"{

 a7_	= !if 
   
 b  "uni\u00e9"{    #  trailing  


  a8_ =	{  /* x */

a.b    = 1  	
   "q" =-   x[0], 
     key  :    f() ,  
 }	#
   
    a9_  ={	    
a	:  - 1e3    /* two
   lines */+  true  
	} 
    a10_a	= [ // c
	]
  a11_ =	[  for k,v in f()  : 1 !=/* c */    1+ f() 
  
]#  trailing  
  }// note
 block "uni\u00e9"{a12_a = -   provider :: x :: y (     {  for v in type  :    each.value # c
 =>  "s"    }	,  ét[ i + 1 

 ].name   , ) }    # note
   
}
    }	#

   
 resource	"größe"   {
# line
 a0_a_long_name =  merge    ( {   
a.b    = each.value  ?	!"s"	:  f() , 


  "q" = !""  #  trailing  
   
  a    = ""	 
   
    // line
 }	 !=    	[1e3      ]	 &&     "é" 
  
    )    ||   provider::x::y ( )    *	 local.x 
	b "aws_x" { 

  a1_ét    =  a[  "k" ]	

block   {
    a2_	= ""   -   "s" 


  a3_	=    a.*.id 
    a4_	= "\\ $${x}"	
   
    a5_ét=  ""     <=	x[0]    

  } 
 a6_id    = (  (    each.value	)   ?  2.5	? x[0]    
 :  1e3     :	{    for k,v in null  :/* two
   lines */    true 	+ // c
    true    ==	 true  =>	    each.value
|| null 

 &&  "s"}  ) 
}    
    a7_name =    concat    (  ) 
block	"label" /* l */ ""{	

    resource  "uni\u00e9" ""   {}# note
  a8_id	=	!list	 ==	  [  for k,v in { 
/* block */
}        :true	  if x[0] * null]  
 b   { a9_a    =  ( in.name.*.id     )    } 


    a10_if = (  f    ("\n"	!=   var.größe ,  " é "  ,     [ 	2.5     ==2.5, 	x[0]  ,   2.5   !=	 each.value 
 /**/]  ,    ) )  
}  #
	}    
 a11_x-y=	local.x #  trailing  

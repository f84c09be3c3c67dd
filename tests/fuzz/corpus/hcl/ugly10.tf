  a0_="${ (	 null   )   }"  
  a1_b =    ""	 != "\"text👩‍🚀"   ||  	<<EOT
%%{y}
    ${x[0]   +     each.value } 
    ${    "s" ~} 
EOT
 #
# line
	b	"uni\u00e9"{ 
a2_ = in      ?		if[      i + 1	 ]:	provider :: x :: y (	    ) 

 a3_list=  [ ]  
   
 block  "esc\"aped" /* b */ {


 a4_größe	= [    
    for k,v in local.x	  : [ "s"      , -  2.5     -      2.5 ,	    ] 	||  	null    
  
 *     2.5     ] 

a5_größe    = in.*.id[*]

} #
 } // note
resource  "label" "esc\"aped" {
	dynamic  plain	""{ a6_if    = ét[*].*.id }	
    resource {    
 a7_id="${        if.*.id.name/**/    }"	    !=     "\n $${x}"  /**/ ||     [  provider::x::y  (    ) ||	  - true	 <= -  a.b    ,  	a[  i + 1  ].name!=  

	1  ,    ] 
   
 }
 } 
    variable "aws_x"{

type   ="string"#  trailing  
	a8_= !   merge	( (  	- b[ i + 1   ][ a.b    /**/
 ] )   )  
 a9_ = !    "a  b${ f()     /    	var.größe    /**/ == 	a.b }" ?{


	1 :local.x		// note


 longer_key  ={     for  k , v  in f()   : 2.5	*  each.value	=>	 f()  	 if var.größe    }  , 
  longer_key=    {  

  longer_key    = each.value	    *	  var.größe &&   f() ,	#


	  "q"= 1	,	
  1    =	1e3  %  	var.größe  !=  a.b  #
    }  #  trailing  
 }  >= - local.x    ||   local.x  :  [ # c
x[0]   ,  ]     ? <<-EOT
a  b
     
    
EOT  
	:    	-  local.x
}

  a10_=[   {  for  k , v  in "\\"	: a.b => a.b  ... if x[0]} ,     [  each.value   ] ? provider::x::y(  2.5    	) : "é" /* c */,] /* x */
 a11_b={ 


 (var.k)    : [ ]    #  trailing  
  	"${x}" = concat ( 	true  )     &&1 ,	#
  }    ?name.name    :	 "" %  ét[  0    ][     "k"]	%      a[count.index ].0.n 

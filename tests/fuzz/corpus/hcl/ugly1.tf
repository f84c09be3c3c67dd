 a0_=    local.x 


 block	"uni\u00e9"	"uni\u00e9" { }

resource /* b */ { 
resource "größe"	"uni\u00e9" { # größe
 a1_= ( 
  
	{   key : local.x     <=     1  >    true , (var.k)  =id.b.größe	}   ) /* x */
	a2_="a  b%{ if  a}text%{~ endif    }🇩🇪${ null     ?each.value 	: x[0] ~}größe"  # größe
  a3_in =    "\"👩‍🚀"  

 }  

 a4_	= type    	> {	    
} 
  dynamic "aws_x" { # c
}/* x */
 a5_größe = "\u00e9%%{y}$ " 

}	
   
a6_= [ # c
 ( local.x	    ) 
  
  ,	( 2.5?   a.b	:    	f()	/   true	 )     ,   concat(merge    (   # c
	each.value, 
  
each.value  ,	// c
2.5      ) ...)	   ]    
a7_type =	merge (    in	 # c
	    )  #

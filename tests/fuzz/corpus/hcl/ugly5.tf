	dynamic "esc\"aped" "uni\u00e9" {
   
    a0_name	= !  {     for v in a:	    a.b     => each.value    %     1     if a.b  }  ?     !  "100%"     :  id    
    // line
 dynamic { 
   
    a1_b = { /* x */

} ==  größe  *  merge	(	    b      )// note
	a2_  =	if[*].b
 dynamic "uni\u00e9" "label"{ 
 a3_list = ! {    for v in x[0]		:     true  =>     a.b  ...} >=    a.b 
 a4_name = {     
    longer_key    = x[0]  #  trailing  


 "q" = null	

  a =  - a.b     


}     >     var.größe< 1e3    

 a5_a  = {  for v in null : 1e3	 =>	a.b	  ...} 


    } 
 a6_list    =local.x
} 
 a7_  = -   [ ] #
 } 


    dynamic "aws_x" "label" {
 a8_b =merge (   "\"$${x}größe$${x}"      ) 


a9_ =[ 	for k,v in "\\"  : "100%👩‍🚀"     ]  # größe


 a10_ = (  [	1 ?!  var.größe        +	 # c
a.b :   "s"  
]   ) 
    a11_	= [	 {  for v in id   : a.b ||  a.b=>	1e3  >  true  }  , - 	[ "100%" ,local.x	,  ( -    "s" )  /	 1/* c */ >= -1e3  		] ||	[	for v in each.value    : 1e3  if null	||	/**/ 1 >=    "s"  	]	/  	a 
  
,     []     ] 
   
    } # größe
 a12_ = "größe" 

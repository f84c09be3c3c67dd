 block /* l */ plain "größe"{ 

 b	"esc\"aped"{
 b /* l */ "aws_x" /* l */ "größe"{# größe
 a0_ét	=	"100%"  <="s"// note
/* block */
  a1_ =  "%text"     ||	- 	a.b# note

a2_ét    = ! merge    ( f() +   1	<    1     	)  
 a3_if=    {   
} 
 }	/* x */
  a4_a_long_name =	!  "%"    
 }
a5_=	"\n"     /    name.*.id.0.n  + [for k,v in "$${x}🇩🇪"  :  1  ]  #
    // line
 } 
   
  a6_=  "a  b100%a  b"  ?  - [		for k,v in name[	/* c */ count.index   ] : 	each.value	||   a.b 	]	:	type.*.id.b	    % /* c */	merge	(/* two
   lines */    )	# größe
/* block */
 a7_a    = local.x 
    block   {
    a8_id=	-  merge	( if . größe	  ,    { for  k , v  in local.x     :  	a.b=>   each.value     if 1 	} 	,    	) >=  [ (    2.5  %		1e3)     , "👩‍🚀 "	 , "100%text👩‍🚀"    ] 
	a9_list  =    "\u00e9%%{y}"     ?	! [ /**/-  [     var.größe,null    , 1e3     ]// c
 ,// c
 f()  ?      each.value :  a.b  , (	f() )		   ]		*  in.0.n.b	/**/ :   -größe.b    	<=	 {	 a.b  = 2.5 ,   a=a.b    ,   (var.k)= true }	
  a10_größe = ""    

    }

# first
 a0_id    = ""  +"%text${a.b	~}"  -  id	
 block   {a1_größe =	-""    }
    dynamic	"größe"	"esc\"aped"   {  


a2_ = "a  b%{if  a  }$%{    for v  in xs}$${x}%{~    endfor  }text%{    else}a  bé%{ for v  in xs }é🇩🇪🇩🇪%{  endfor}%{ endif }"	
    a3_ =	[      x-y	  ]

a4_ét  = "${provider :: x :: y    ( 	) }" 

 a5_	=    type.*.id[*]	# note
   
  }	
   
    resource	""   {  // note

a6_name = if 


/* block */
 a7_x-y=    merge (   )
a8_	= "100%"  ? /* two
   lines */type.größe /* c */ :   {	 for v in [ for  k , v  in a.b :	 null   ] : 

 1 && f() =>	 each.value	  }	/   "größe%"/* x */
  a9_x-y =    provider::x::y(    
    "${each.value	  }" 	,	{  größe:  [      1 ,   "s"  ,	a.b	  ]  * f()  &&	/**/ 2.5  }   ,    [   [     a.b    ||     2.5

 <=      1e3  ,     var.größe     , ]    ,  ]        >=  /* two
   lines */ local.x	    ||  {		


	a :null      


 "${x}" =each.value     -   -     a.b	 // note
   "q":	- true     
 }   )	
 }	
a10_a_long_name=[  local.x,	{  for  k , v  in - 	""     :     null>= 1  -each.value	=>  f()} 	
  
	]     !=		{	

	(var.k) = [ for v in 2.5	/* c */ :     2.5   ]	

  longer_key ="" ,


 "q"    =  "🇩🇪100%%",	
   
}    
 a11_b =	(    	{      for v in 2.5 :  a.b    =>    1e3    }+	

	"s"   ) ? (	 "\u00e9👩‍🚀100%$${x}"-   "s"/* c */)  :   { a =!  { 
 key =1    ,    
 } ,   longer_key=    list,   "q"    =- 	local.x  / each.value  ||   1e3,	} 
# line
	a12_="${
  
{  (var.k)	=	"s" ,  größe  =	x[0]	, a = a.b  < 	! f()  }    	}"  

a0_x-y= [ ]   <      {  for k,v in {   a.b :	2.5  >     "s"%    "s"   }	:  f()  =>     f()   if a.b %   "s"  /      "s"}+ {     #
	longer_key = type.name >=1,
 }	
   
 resource {  
    a1_x-y =    (	 !    [  for  k , v  in type	 # c
:  each.value        ])	
 a2_x-y    = "👩‍🚀${~    "%%{y}"  >   x[0]    }100%$${x}%{	for v  in xs }👩‍🚀🇩🇪100%${  f() }%{    endfor	}" > local.x     -    "\n100%"
}	#

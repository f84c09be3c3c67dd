
 variable  "größe" {	
   
 type = any
   
 a0_ =  {    for v in {}   :  {	key:1, longer_key= f() ,  a    :  true	}	    =>	(  2.5 	)     }  ==     local.x	
  a1_name= !    ét[   count.index   ]  
a2_a= "\\%"	
    a3_größe	= [ "%%{ if  a }$%%{y}%{endif	}größe%{    for v  in xs~} %{ endfor	~}"	  ]    // note
    }

 a4_if = a.größe
   
 a5_a_long_name =    concat (     [	    a_long_name   ]  ,	"${     null  	}"  /     [ "s"     ]     ,	  ) 

    a6_list=  !	a.0.n    / a_long_name.größe 
 a7_x-y =-"${    1e3	    }" 	?      x-y.*.id.*.id        :      [	    ! f() 	   ] /* two
   lines */ ?  "$%%{y}🇩🇪"  /* two
   lines */ :     "🇩🇪%größe"  


    // line
	a8_list =local.x/   "👩‍🚀text"

	block  plain /* b */ { 


 b { 
 resource  "uni\u00e9"{ } 
	} 
b   {	
 a9_ = list.*.id


a10_= [     id     , 
  
 {    
  "${x}" :  provider :: x :: y  (	1 ,     each.value    	>=	
  
  1e3	      	)    


    }	     ]#


    a11_größe =	<<-EOT
   EOT
  # note


  } 
 a12_name = "\\$%👩‍🚀"     <   {  for k,v in ét    :!    each.value  =>        null     }
 a13_    = merge("" ,      ""  *   [  1e3 ,/* two
   lines */ "s" ,	f()       ]       	) 
 } 
   

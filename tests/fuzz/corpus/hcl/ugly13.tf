	a0_ =b.*.id.b    
	a1_list="\n"	?[      ]      :  ( /**/  -1	 )	?  - {  for  k , v  in var.größe  :  f()  => null   ...}	: !  list.b.größe

  a2_    =[ 	for  k , v  in provider :: x :: y ()   : 
  
(  f()    ) 	]  ==  	f(	var.größe  ?    ! true<=	    !   2.5		: 	a.b , 	list[  0  ]  ,	 1e3		?  a.b : null 

 ,	)	> a/* x */


    // line
resource	"größe" { 

    a3_if =    -  ""    
	a4_=[     for k,v in (	  "a  b" 
)	:	  "text👩‍🚀$${x}"    /**/// c
	&&	 2.5 !=	  var.größe	    ] 
  }
   
	block {

}	
	a5_ =[// c
 for v in provider::x::y	(   - a[	count.index     ].größe==	
a.b	    -      each.value,  true	 ?	1e3:	a.b     )  # c
  :" " *

  2.5      if [    /* two
   lines */var.größe 	,/**/    true ,  	var.größe,   ] ]   / ( 
  
type.b== 2.5 	)        >= type 
   
	variable ""  "aws_x"   { # note
  type=string  
 a6_a_long_name =  b.*.id	
 } // note
   

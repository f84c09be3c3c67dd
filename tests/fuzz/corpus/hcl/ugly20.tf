# first
a0_list	=-  "" #



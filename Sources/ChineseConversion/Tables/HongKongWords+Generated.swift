// swift-format-ignore-file
// Made by Scripts/generate-conversion from OpenCC's HKPhrases. Do not edit.
// © BYVoid and the contributors of OpenCC. Apache License 2.0.

extension ConversionTable {
  /// Words of the mainland to those of Hong Kong. 82 words, 163 characters, 5,616 bytes.
  static var hongKongWords: ConversionTable {
    ConversionTable(
      characterCount: 163, pageStarts: HongKongWordsData.pageStarts, codes: HongKongWordsData.codes, choiceStarts: HongKongWordsData.choiceStarts,
      choices: HongKongWordsData.choices, wordStarts: HongKongWordsData.wordStarts, seconds: HongKongWordsData.seconds, rests: HongKongWordsData.rests)
  }
}

private enum HongKongWordsData {
  /// The number of the first character of each page of 256, two digits each, and the end.
  static var pageStarts: StaticString {
    """
      ##$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#(#0#2#7#:#?#A#B#D#G#H#Q#R#V#Z#[#_#d#e#f#i#i#k#n#o#u#z#{#|#$$'$'$($)$)$)$+$,$/$0$2$\
      2$3$6$7$7$:$A$A$B$C$C$G$J$L$N$O$O$Q$R$V$V$X$Y$Y$Z$^$`$`$`$`$`$d$e$e$f$f$g$g$g$i$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$\
      j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$\
      j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$\
      j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$\
      j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$\
      j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$\
      j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$\
      j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$j$\

      """
  }

  /// The characters' code points in order, three digits each.
  static var codes: StaticString {
    """
      ~$#(D%`D%iE%eF%yF%|F%BG%hG%oG%=H%{H%8I%*J%4K%/M%4M%6M%RM%$O%JO%\\O%TQ%6R%vR%yR%$S%YT%pT%wV%GY%K[%g\\%A]%y]%m_%u`%tb%yb%*c%.c%Ac%Jc%Qc%jc%md%Le%3i%di%Ej%kj%_k%8l%hl%am%5p%Zp%1q%yq%hr%Zs%bs%ct%~t%Bu%<w%Z{%U|%_|%t}%W%&P'&R)&z)&+*&W-&h-&r-&+.&l.&\
      :/&,0&$1&'1&p1&,2&}2&Y4&86&q8&R9&&:&';&z<&V=&p=&>B&_E&uL&TM&NP&BR&nR&yR&]U&9Y&oY&+^&:a&la&|a&Zb&Hh&>i&jj&sj&|j&5k&(l&)l&dl&Cm&pq&mt&yx&-z&Hz&[z&n|&F}&.~&I~&e#'M&'x&'D('J.'b/'Z1'#3'@4'e4'i5'<:'r:'M;'MC'}C'ZD'cD',E'cH'hH'*U'qU'@V'*W'@W'[^'Rc'\
      Ll'&m'km'\

      """
  }

  /// Where in `choices` each character's begin, two digits each, and where the last ones end.
  static var choiceStarts: StaticString {
    """
      ################################################################################################################################################################################################################################################\
      ########################################################################################\

      """
  }

  /// What characters may become, three digits each.
  static var choices: StaticString {
    """

      """
  }

  /// Where in `seconds` each character's begin, three digits each, and where the last ones end.
  static var wordStarts: StaticString {
    """
      #########$##%##%##&##'##'##'##'##'##(##)##)##)##)##*##,##-##/##/##/##/##0##1##1##1##2##3##3##4##4##4##4##4##4##4##4##4##5##5##5##5##5##6##6##7##7##7##8##9##9##:##:##:##:##;##;##<##<##>##>##?##@##A##A##A##A##A##A##B##C##D##E##E##E##F##G##H##\
      H##H##I##I##I##J##J##J##K##K##K##K##K##K##L##L##L##M##M##M##M##M##M##M##M##M##M##M##N##N##N##O##O##P##Q##Q##R##R##R##R##R##R##S##U##V##W##X##X##X##X##X##X##X##X##X##X##X##X##X##Y##Y##Z##Z##[##[##\\##\\##\\##\\##\\##\\##]##]##]##^##^##_##_##_##a##\
      a##a##a##b##\

      """
  }

  /// The second characters of words, two digits each, and where in `rests` theirs begin, three digits.
  static var seconds: StaticString {
    """
      V####~#<##8#&$#Y$b$#4#y$#A$'&#{#s&#s#{&#^$A'#R#d'#k#w'#-$9(#=#Z(#=#1)#K$d)#7#&*#%$K*#O$d*#8#x*#^#8+#}#V+#\\#u+#P#}+#h#:,#+$P,#?#X,#p#%-#b#L-#4#e-#4#,.#<$O.#,#W.#'#i.#K$v.#9#?/###L/###`/#)$y/#)$90#+$R0#0#S0#P#j0#1${0#d#'1###91#}#P1#-$|1#6$C2#\
      *#U2#b#P3#d#o3#E$'4#.$44#_#P4#P#'5#N$E5#H#M5#4#$6#h$e6#4$/7#$#<7#^$]7#{#|7###(8#\

      """
  }

  /// What follows in each word, and what the word becomes; the longest first.
  static var rests: StaticString {
    """
      @##<#(#)$(`D%_k%~$#}=&uL&vr#c#A$##X#M$c$l###(#;$P$D#1-z&rP%,6'z='~$#sa'4=&cH'z)&~$#TH%N~%rP%A]%@&###=#X$(yF%rP%~$#$S%8l%:U$(#Z#'yF%\\O%i5'5p%4U$(#&yF%\\O%i5':##D$0#(z>&[]%~$#iE%*J%@h#+#e$Z#)jc%6M%t}%n|&[^'5p%@h#G$e$Z#)jc%6M%t}%n|&[^'5p%:h#+#e\
      $(jc%6M%t}%n|&[^':h#G$e$(jc%6M%t}%n|&[^'X##g#e$l###S#c#y#-8I%pq&~$#>B&[^'Jb%~$#di%Bu%cD'@##@#?#l#)8I%pq&~$#nb%4K%z)&(%cA&86&R*$##(#l#*$)#c#)Jc%*D'~$#yF%Jb%z>&Ll#g#_###U$N$*m_%z)&[.&5R%~$#z='D('.x#(;3'uz%oa'@6&Wk&F##5$l#*$;$)Jc%%W'~$#sa'Jb%N\
      ~%F,$##/$v#A$*HZ%Hz&u$'~$#f^&'1&eW'@A$-#;$Z#)6R%$S%pq&I~&|j&5p%:A$-#;$(6R%$S%pq&I~&|j&@A$-#;$Z#)vR%$S%pq&I~&|j&5p%:A$-#;$(vR%$S%pq&I~&|j&FK###g$N#C#)YT%g$&.c%~$#Ll'u*&R)$H$##c#)$g#A$*KT%\\O%md%~$#MC'_|%z='@##4#f$V#(cG%V=&~$#KT%_k%:##8#d#'*c%\
      J.'~$#*D'@_###l#Z$)jc%\\O%.~&~$#YT%p.&F##_#J$c#_$)Le%hr%~$#nG%oH&hH'4u#Z#'Ej%Lz&$1&5p%.u#&Ej%Lz&$1&(%kj%ZZ'@##n#c#l#(}2&~$#W-&TM&z)&@c###0$*$']U&~$#ct%TM&(%~6&NP&:V#&#Z#(dl&8Q&_k%iE%5p%4V#&#'dl&8Q&_k%iE%XQ$>$##g$4#I#n#c#*p=&D(')l&~$#Ll'[.&~V\
      '@##1#4#\\$(ct%Bu%~$#@c&cD':M$l#Z#'Bu%x&'z)&5p%4M$l#&Bu%x&'z)&:M$l#Z#'Bu%x&'z)&5p%4M$l#&Bu%x&'z)&(%W%&.k%49$=$'oG%D4&jj&(l&.L#&f:'d)&Ac%RF$##l#0$)$*#v#*YT%g$&[z&~$#YT%XR%8`%.B#&MG%h-&K[%:d$I$c#'r-&~$#fH%z>&@`$_#J$4#(r:'~$#-z&nG%rP%@l###A$k#)\
      ,0&qQ&Jb%~$#z='%W'@##?#[#y#(>i&z='~$#pT%cD'#:###$K$(.~&*J%~$#';&g$&:##d$*#&>B&_:'r/&(%+^&^^&42#`#'sa'di%/M%bs%:E#0$d#(8Q&~$#oT&';&,|&^)$##`$f#;$?$Q$m#l#+>i&sa'~$#wV%x&'N~%dl&z)&LK###n#6#?$M#*sj&nR&~$#W-&m_%Le%Jb%4T$R$'Zb&Rs%e4'#3'L*$##($8$?\
      #l#*pq&#~%~$#*B&>i&m_%z)&F*$##c$c#3$(pq&#~%~$#oH&:a&@*$##e#l#(pq&#~%~$#u@&z)&4Y#Z#'pq&Bu%am%5p%.Y#&pq&Bu%am%:##V$4#'ZB'~$#<:'6M%.L$&B2&Hz&[S%@##g#e$l#)6y%yR&~$#>B&[^'Jb%@?#V#&#Z#)Z1'dl&8Q&_k%iE%5p%:?#V#&#(Z1'dl&8Q&_k%iE%Fl###=#w#a$)#S%Jb%~$\
      #hH'[^'*J%(%z='D('@&$V#&#Z#)r:'tb%pN%_k%iE%5p%:&$V#&#(r:'tb%pN%_k%iE%L)$##[$v#h#l#*>i&sa'~$#Bu%'1&t}%z)&F##V#5$)$l#)>i&6M%~$#_k%sa'z)&L)$##A$n#l#F#+6y%&m'=M%~$#pq&W-&z)&m_%.|#&la&@V'q8&F##l#5$G#l#*[^'+U&~$#YT%sa'Z1'z)&4N$Z#'[^'\\O%D('5p%.N$&\
      [^'\\O%D('(%DC&km'\

      """
  }
}

// swift-format-ignore-file
// Made by Scripts/generate-conversion from OpenCC's TWPhrasesRev. Do not edit.
// © BYVoid and the contributors of OpenCC. Apache License 2.0.

extension ConversionTable {
  /// Words of Taiwan to those of the mainland. 796 words, 828 characters, 23,807 bytes.
  static var taiwanWordsReversed: ConversionTable {
    ConversionTable(
      characterCount: 828, pageStarts: TaiwanWordsReversedData.pageStarts, codes: TaiwanWordsReversedData.codes, choiceStarts: TaiwanWordsReversedData.choiceStarts,
      choices: TaiwanWordsReversedData.choices, wordStarts: TaiwanWordsReversedData.wordStarts, seconds: TaiwanWordsReversedData.seconds, rests: TaiwanWordsReversedData.rests)
  }
}

private enum TaiwanWordsReversedData {
  /// The number of the first character of each page of 256, two digits each, and the end.
  static var pageStarts: StaticString {
    """
      ##1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#1#K#Z#g#}#5$P$`$e$i$y$(%9%:%O%`%g%{%1&7&?&I&X&c&t&#'5'@'G'M'Y'h'm'w'}'$(((/(3(=(L(T(\
      Y(`(d(q(x(#)9)=)D)O)[)c)k)t)y)~)$*+*3*D*J*T*X*_*h*}*,+3+:+<+D+V+_+m+p+r+u+u+u+~+#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,\
      #,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,\
      #,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,\
      #,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,\
      #,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,\
      #,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,\
      #,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,\
      #,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,\

      """
  }

  /// The characters' code points in order, three digits each.
  static var codes: StaticString {
    """
      P##d##e##f##g##h##o##p##q##s##t##v##z##~$#(D%0D%1D%2D%4D%@D%FD%TD%YD%`D%bD%jD%vD%$E%>E%WE%]E%iE%wE%yE%)F%:F%EF%RF%SF%eF%yF%BG%MG%ZG%`G%aG%nG%oG%|G%*H%6H%=H%BH%8I%<I%dI%tI%*J%;J%[J%tJ%(K%4K%VK%ZK%rK%tK%@L%qL%yL%.M%/M%0M%3M%4M%6M%8M%=M%PM%RM%\
      SM%WM%\\M%;N%?N%FN%pN%$O%-O%0O%3O%9O%JO%XO%\\O%^O%iO%jO%$P%AP%FP%IP%hP%rP%wP%>Q%MQ%PQ%SQ%YQ%$R%5R%6R%NR%XR%_R%bR%iR%rR%vR%$S%3S%6S%8S%GS%bS%*T%1T%=T%IT%JT%RT%UT%VT%WT%YT%_T%oT%pT%sT%tT%wT%xT%CU%UU%+V%,V%;V%EV%wV%4W%8W%<W%cW%FX%VX%GY%IY%K[%\\[%\
      Q\\%e\\%3]%6]%A]%C]%J]%[]%k]%5^%Q^%Z^%6_%A_%R_%S_%j_%m_%y_%H`%K`%a`%h`%k`%u`%Ya%|a%2b%Jb%nb%ub%yb%*c%,c%-c%.c%4c%Ac%Kc%Tc%Zc%jc%$d%Ld%md%rd%Le%Ch%+i%2i%3i%5i%:i%Si%di%ji%pi%ui%}i%~i%#j%8j%Ej%ej%jj%kj%mj%uj%'k%+k%.k%0k%1k%2k%=k%Gk%_k%ak%xk%+l%\
      3l%8l%hl%#m%am%&n%5p%9p%<p%?p%Hp%Kp%Yp%Zp%cp%lp%rp%&q%(q%.q%1q%Pq%^q%nq%oq%yq%.r%Er%Jr%Vr%hr%=s%Rs%Xs%Zs%bs%/t%@t%It%Pt%Tt%Xt%ct%st%~t%5u%9u%Bu%Nu%vu%Tv%Vv%<w%Bw%_w%vw%6y%:y%fy%}y%&z%Az%uz%Z{%u{%1|%;|%F|%Z|%_|%$}%+}%t}%+~%P~%V~%X~%e#&j#&v#&\
      )$&2$&9$&<$&>$&f$&g$&r$&/%&W%&H&&Y&&('&5'&M'&]'&o'&u'&w'&z'&C(&D(&V(&b(&o(&.)&1)&?)&C)&R)&d)&z)&{)&&*&(*&:*&T*&u*&}*&3+&U+&%,&-,&1,&b,&S-&W-&Z-&[-&^-&d-&h-&r-&+.&,.&4.&[.&^.&p.&~.&3/&:/&Y/&r/&,0&60&#1&$1&'1&31&71&p1&&2&<2&a2&v2&}2&}3&D4&L4&\
      /5&F5&_5&x5&86&@6&B6&~6&W7&e7&k8&q8&,9&.9&R9&[9&m9&n9&p9&|:&%;&';&b;&d;&v;&z;&{;&/<&7<&m<&t<&4=&V=&p=&|=&}=&/>&Z>&$?&Z?&k?&o@&0A&WA&cA&uA&'B&>B&_B&qB&>C&DC&+D&9D&oD&_E&{E&>F&OG&5H&vH&lI&%J&eK&rK&uL&~L&4M&DM&TM&?N&CN&hO&NP&8Q&XQ&nQ&qQ&tQ&BR&\
      mR&nR&yR&cS&3T&=T&oT&vT&yT&#U&,U&-U&]U&fU&kU&qU&)V&JV&QV&dV&fV&bX&dX&kX&oY&rY&yY&#Z&'Z&NZ&OZ&4[&\\\\&t\\&#]&O]&*^&+^&^^&{^&$_&A`&E`&:a&|a&Zb&$c&0c&3c&9c&@c&mc&tc&.d&/d&bd&pd&*e&ae&ge&%f&vf&$g&Cg&Gg&Hh&dh&fh&>i&ci&-j&jj&oj&sj&tj&|j&#k&,k&-k&3k&\
      5k&Uk&Wk&ck&tk&(l&)l&8l&Jl&dl&il&-m&5m&Cm&-n&jn&+o&/o&%q&@q&Yq&pq&yq&3r&8r&4s&8s&-t&Ft&ct&tt&*u&ku&lu&uu&xu&'v&Jv&Nv&mv&tv&)w&6w&;w&=w&cw&Fx&Qx&ox&px&5y&}y&-z&[z&bz&B{&X{&)|&7|&n|&F}&w}&.~&1~&I~&L~&k~&|~&,#'>#'e#'9$'R$'h%'<&'j&'x&'@''z''D('\
      l('r('v('4,'I,'/.';.'B.'R.'W.'p/'40'>0'Z1'j1'q1'92'Q2'b2'w2'#3'+3'-3';3'B3'M3'P3'T3'W3')4'84'@4'e4'*5'A5'c5'i5',6'g6'~6'#7'*7'=7'\\9'e9'<:'@:'[:'f:'r:'-;'7;'@;'R<'l<'z='~='>>'T?'~?'A@'C@'V@'o@'$A'8A'JA'dA'ZB'qB'IC'NC'WC'dC'}C'&D''D'*D'9D'RD'\
      UD'ZD'[D'cD'eD'gD'uD'#E''E':E'NE'QE'7F'LF'#G'MG']G'kG'FH'^H'bH'cH'dH'fH'hH'PI'xI'QJ'RJ':K'EK'UK'+L'VL'cL'lL'@M'hM'qM'SO''P'vR'#S'&S',S'.S'6S';S'#T'yT'&U'*U'NU'OU'qU'yU'*V'6V'7V'@V'TV'UV'kV'qV'%W'*W'.W'@W'eW'{W'5X'9X'FY'GY'NY'nY'|Y'$Z'%Z'+Z'\
      /Z'2Z'LZ'ZZ'}Z'*['.['2['B\\'F\\'E^'[^'@_'oa'sa'pb'Rc'tc'Ll'Pl'\\l'bl'jl'ul'#m'&m')m'km'\

      """
  }

  /// Where in `choices` each character's begin, two digits each, and where the last ones end.
  static var choiceStarts: StaticString {
    """
      ################################################################################################################################################################################################################################################\
      ################################################################################################################################################################################################$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#\
      $#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#\
      $#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#\
      $#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#%#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#\
      &#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#\
      &#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#'#'#'#'#'#'#'#'#(#)#*#*#+#+#+#+#,#-#-#.#/#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#\

      """
  }

  /// What characters may become, three digits each.
  static var choices: StaticString {
    """
      ji%`]&T]&cG'CI'9O'.L'RM'.N'<I'gL'xO'OM'\

      """
  }

  /// Where in `seconds` each character's begin, three digits each, and where the last ones end.
  static var wordStarts: StaticString {
    """
      ######%##(##*##,##.##.##.##.##/##/##0##0##0##0##1##1##2##2##3##4##5##5##6##8##8##8##:##;##<##=##>##>##?##@##A##A##C##C##C##E##E##F##G##I##K##M##N##N##N##O##P##Q##R##S##S##S##S##S##T##U##V##V##W##X##X##X##Y##Z##[##\\##\\##\\##\\##]##a##a##a##b##\
      d##g##h##h##h##i##j##j##m##m##o##p##v##y##y##z##z##z##z##{##}##~##~##~##~###$##$##$##$##$#$$#%$#%$#'$#*$#*$#+$#,$#-$#-$#.$#/$#0$#1$#1$#3$#5$#6$#6$#7$#8$#8$#8$#:$#:$#;$#D$#E$#E$#H$#H$#J$#K$#L$#L$#L$#M$#N$#N$#O$#P$#P$#Q$#Q$#R$#R$#S$#T$#U$#U$#\
      U$#U$#V$#V$#V$#W$#W$#X$#Y$#Y$#Z$#Z$#[$#[$#[$#[$#[$#\\$#\\$#]$#]$#^$#^$#_$#`$#b$#b$#c$#c$#c$#d$#g$#m$#o$#q$#r$#r$#s$#s$#u$#u$#u$#y$#z$#{$#{$#{$#}$#~$##%#)%#+%#+%#,%#,%#/%#0%#1%#2%#2%#3%#3%#3%#4%#6%#6%#7%#9%#:%#:%#;%#;%#?%#?%#?%#@%#A%#B%#B%#B%#\
      B%#B%#B%#B%#B%#B%#B%#B%#C%#D%#E%#E%#H%#I%#O%#O%#P%#Q%#Q%#Q%#Q%#Q%#Q%#Q%#R%#R%#S%#U%#U%#V%#W%#W%#Y%#Y%#Z%#Z%#Z%#Z%#[%#[%#\\%#\\%#_%#`%#b%#b%#c%#d%#g%#j%#m%#n%#n%#n%#n%#n%#n%#q%#r%#r%#s%#s%#t%#t%#t%#u%#v%#x%#x%#y%#y%#z%#{%#~%#~%#~%#$&#$&#%&#%&#\
      &&#'&#'&#'&#'&#(&#(&#)&#)&#)&#*&#+&#,&#-&#-&#-&#-&#-&#-&#/&#0&#1&#2&#4&#4&#5&#5&#5&#6&#9&#;&#;&#<&#>&#>&#?&#?&#?&#?&#?&#@&#A&#C&#D&#E&#F&#F&#F&#F&#G&#G&#H&#H&#I&#I&#I&#I&#I&#I&#I&#I&#I&#J&#J&#J&#L&#O&#Q&#Q&#R&#R&#T&#V&#V&#V&#V&#V&#V&#W&#W&#\
      W&#X&#X&#X&#X&#Y&#\\&#\\&#]&#_&#`&#a&#a&#a&#a&#a&#b&#b&#e&#e&#f&#f&#g&#g&#g&#h&#h&#h&#j&#j&#k&#k&#l&#l&#m&#n&#s&#s&#s&#s&#u&#v&#v&#v&#v&#w&#w&#w&#w&#w&#x&#x&#y&#z&#{&#|&#|&#|&#|&#|&#|&#}&#~&#~&##'#$'#$'#%'#%'#&'#&'#''#''#('#('#)'#*'#*'#*'#*'#\
      *'#*'#*'#*'#*'#+'#+'#-'#-'#-'#-'#-'#.'#.'#/'#1'#1'#1'#1'#1'#1'#1'#4'#7'#7'#7'#8'#9'#:'#<'#='#='#>'#>'#>'#>'#?'#?'#A'#B'#B'#D'#D'#F'#G'#G'#I'#I'#J'#L'#M'#N'#P'#Q'#Q'#Q'#Q'#Q'#Q'#Q'#Q'#R'#R'#R'#R'#S'#U'#V'#V'#W'#X'#Y'#Y'#Y'#Z'#['#\\'#^'#^'#^'#\
      ^'#`'#a'#d'#e'#e'#e'#f'#g'#h'#j'#n'#n'#o'#o'#q'#r'#s'#s'#s'#s'#s'#u'#v'#v'#w'#x'#x'#|'#~'#~'#~'##(#$(#%(#&(#&(#&(#&(#'(#((#)(#*(#+(#+(#+(#+(#+(#-(#.(#.(#.(#/(#2(#2(#2(#3(#4(#4(#5(#5(#7(#8(#;(#;(#=(#=(#?(#?(#@(#D(#D(#E(#G(#G(#I(#J(#L(#M(#O(#\
      O(#P(#Q(#Q(#Q(#R(#S(#V(#V(#W(#X(#Y(#Y(#Z(#^(#^(#a(#a(#a(#d(#e(#e(#f(#i(#j(#j(#k(#l(#m(#n(#n(#n(#o(#o(#q(#q(#q(#s(#s(#t(#t(#t(#t(#u(#v(#v(#x(#x(#y(#{(#|(#|(#~(#~(#~(#$)#$)#%)#%)#%)#%)#%)#%)#')#')#()#))#))#))#*)#*)#+)#+)#,)#,)#/)#0)#0)#2)#5)#\
      6)#8)#8)#8)#8)#9)#:)#;)#<)#<)#=)#>)#>)#?)#@)#@)#@)#A)#A)#A)#A)#B)#B)#D)#D)#F)#F)#F)#F)#F)#F)#F)#F)#G)#G)#G)#G)#G)#G)#G)#G)#G)#G)#G)#G)#G)#H)#H)#K)#L)#N)#O)#T)#U)#V)#V)#V)#V)#V)#W)#W)#W)#W)#X)#Z)#[)#])#_)#`)#`)#`)#a)#a)#c)#d)#e)#g)#i)#i)#i)#\
      i)#j)#j)#j)#k)#m)#n)#n)#o)#p)#p)#p)#t)#u)#u)#z)#z)#z)#z)#{)#})#})#~)##*##*##*##*#%*#%*#\

      """
  }

  /// The second characters of words, two digits each, and where in `rests` theirs begin, three digits.
  static var seconds: StaticString {
    """
      r$###I)5##*#=##r$Q##I)c##r$k##I)}##r$)$#I);$#r$C$#I)U$#+#]$#-#l$#B'+%#G&8%#M)L%#`&Y%#F#a%#W%p%#J'.&#@+8&#-%O&#%+I'##+a'#B'i'#2$v'##%/(#M)A(#c%N(#Z+`(#^(u(#D*v(#%$1)#.$V)#&'p)##$})#i#)*#o$T*#))i*#J+j*#x'r*#7(2+#A':+#@(L+#U+g+#`+y+#@)%,#})A,#\
      @(B,#4+J,#n(a,#h*n,#/&v,#g&,-#l#9-#=%H-#J#P-#](X-#0'j-#@)5.#k)I.#(+[.#I$%/#z%7/#^(?/#u$L/#%&V/#3(^/#i#o/#='t/#O(|/#Q$(0#l&00#w)O0#{%p0#k&x0#2+91#,$P1#h&Z1#w&g1#^(32#j(I2#f+a2#@$-3#e&53#\\)L3#s)T3#{)a3#4#s3#N*{3#K',4#'&94#0$A4#@)65#?$C5#n+v5#\
      q#R6#{#Z6#i'b6#u$l6#(+'7#%&K7#?$S7#q**8#(*58#w&B8#%$J8#;(_8#8%o8#>(-9#k&?9#I'L9#P+a9#K$i9#f$,:#i(4:#G#S:#n#b:#?$y:#D&/;#U&F;#,(e;#<(7<#q)I<#u+p<#d'&=#1$+=#h%R=#(+_=#<%q=#e('>#<(9>#*+F>#J$N>#I#V>#_$c>#w)k>#n&~>#Y'9?#@(L?#c'T?#5'H@#[&U@#`(]@#\
      w%e@#o$x@#U%y@#$$/A#%*7A#G(oA#g&wA#X)/B#Q$7B#m%JB#x&WB#()iB#d*jB#P&rB#R&zB#{*&C#g$4C#r$WC#w$_C#W%nC#c%$D#u&/D#k&AD#V)DD#v#^D#=+uD#j(7E#z&GE#F$TE#{(fE#n#nE#%$}F#1$=G#b(\\G#g%gG#7(/H#y%cH#n&&I#>(OI#^+aI#9#iI#i#tI#r$-J#X%?J#v(GJ#m+LJ#G$TJ#K'\\J#\
      .&dJ#n$vJ#X';K#g)MK#|*_K#J'qK#o$yK#W$%L#,*-L#W#LL#p+ML#f+sL#E#{L#j$HM#e#PM#8'jM#>#rM#v&2N#=*:N#J*IN#X'JN#G&WN#s&_N#-(jN#R#rN#P+:O#h%}P#L*BQ#++RQ#{$fQ##$xQ#Q$aR#G&xR#0'.S#7(6S#k)CS#++lS#5($T#%*,T#r#>T##$UT#})gT#P'xT#<#5U#D'^U#n(}U#k&)V#8)1V#\
      ^)2V#d#@V#@$HV#)(PV#+&XV#,%tV#9*FW#:(UW#S&VW#h%eW#}%rW#G&(X#G%GX#B&LX#H)VX#G$hX#M&(Y#>+?Y#2&MY#u'xY#f)MZ#|+lZ#n'6[#2&>[#r+_[#p&l[#k$'\\#4%/\\#i'<\\#@+I\\#O'J\\#&*R\\#Y&e\\#@)m\\#T*u\\#I#5]#G'Z]#^*b]#T&m]#d(z]#'$&^#S#>^#Q%K^#((S^#i(X^#{#`^#k#h^#^+t^#\
      G$|^#o%(_#H*5_#I&B_#W&E_#N)M_#P$U_#O#]_#<%Q`#^&R`#J#f`#|&n`#h'$a#$%;a#>)Ca#d(ra#J*ua#O).b#@)@b#S*Zb#)(gb#;&ob#=%/c#T#<c#/%Fc#0#Zc#7%oc#.&>d#<*Fd#3&Nd#x&`d#T+md#G$zd#/&?e#7(Ge#3#Ye#h%we#q'#f#((.f#&)Jf#E'\\f#e+df#_&sf#-)tf#(+|f#0(2g#S$:g#8'Eg#\
      .*Mg#O#Ug#f%]g#;%jg#F(Ah#-*Fh#^+gh#,(oh#e'rh#1((i#<)0i#k)=i##(Ei#z)4j#w+`j#n#kj#z#Wk#'%ik#)'8l#<+Hl#r#^l#k+el#4&rl#G'sl#O#{l#~+'m#t(/m#G#9m#.&Km#d)bm#/%zm#3+2n#n*:n#?*Mn#J#Un#9&on#;%|n#0#0o#0#Eo#n$ao#X'so#M)$p#[(1p#*)Cp#D#Kp#M(]p#q#op#{#wp#\
      3+#q#M)0q#$*=q#w*Jq#A%Wq#N(dq#F*tq#H%%r#z(-r#J%5r#U(Dr#k$kr#](sr#p+{r#)('s#](/s#\\*Es#:$Ms#B)Ns#n&Vs#u%:t#{%{t#5'`u#]'hu#M)mu#+)zu#p+3v#['Ev#A+\\v#W%nv#6*}v#{%8w#z$9w#5*Gw#n%Ow#Q'`w#N*7x#M)8x#8(Ex#$*ix#{(vx#z'{x#,*>y#@)Ky#n+by#p(qy#P$)z#M);z#\
      F*Hz#,']z#M)iz#1'vz#)$}z#Q$;{#.&d{#[$q{#/)y{#V*'|#K+E|#3#T|#k$\\|#O&g|#.)o|#M)w|#0$(}#.&L}#[%k}#+%.~#s%;~#n#R~#l&y~#W+I#$n+[#$.)m#$/)z#$B#&$$Y)1$$M)9$$x$F$$M)S$$J(`$$L+w$$;'4%$X*A%$2$N%$?+d%$.&q%$M)'&$n#4&$((K&$9(X&$6#t&$%$*'$M(A'$2#N'$)'`'$\
      d$m'$\\#n'$7')($((6($:*C($O+K($@(k($y*z($=+.)$I#6)$%$C)$G&P)$Y&])$I+h)$B#u)$i%&*$'%3*$z*O*$W%W*$G&v*$U&,+$^)4+$%$@+$M)M+$4(Z+$_&_+$p%.,$%)6,$r#F,$2$X,$d(c-$+)k-$`($.$?)1.$**9.$i#A.$3&I.$4)`.$L*7/$l(I/$/*Q/$5*^/$/'<0$D'I0$H+k0$S&w0$d(41$4&A1$\
      })I1$Q+Q1$=&^1$a$y1$D%z1$L$&2$7*02$7%52$^)V2$I*Y2$z)a2$s+b2$$$j2$k&y2$*(%3$>$73$(+?3$3#Y3$m&a3$5*g4$'%Y5$X'a5$+)s5$d($6$^+56$P)B6$](T6$p+^6$q#k6$q*)7$f%47$&)D7$i$L7$5*T7$=*\\7$p*{7$l+|7$.)-8$7)A8$O#I8$d(S8$J+T8$t($9$2$K9$_*X9$g*`9$p(h9$t)p9$\
      d$x9$a*$:$+'1:$n)?:$$'I:$M)X:${#e:$o&m:$}',;$\\'4;$;+T;$(&\\;$b$d;$i'l;$p*y;$U+'<$G)4<$K%M<$W'X<$p&`<$%$m<$G&V=$n&|=$d)h>$g)E?$#$J?$4+R?$Z*Z?$p'd?$7)l?$M)t?$p(%@$O%C@$C*K@$y&d@$T)q@$h'TA$R$fA$('pA$<({A$p+/B$.&7B$g&DB$5*NB$X%VB$m+^B$9*fB$L%tB$\
      &$|B$X'/C$(([C$`(hC$])rC$1#(D$y#ID$%$wD$((2E$E%DE$g&LE$D(cE$j(mE$))yE$J+zE$n#&F$M)iF$%+vF$w),G$p+UG$v*_G$G+gG$##qG$\

      """
  }

  /// What follows in each word, and what the word becomes; the longest first.
  static var rests: StaticString {
    """
      4I)~''-U&Z^%tt&5H&(%-U&tt&:/#P+l$'uj%[^'UV'C]%4I)~''$E%Z^%tt&5H&(%$E%tt&4I)~''@D%Z^%tt&5H&(%@D%tt&4I)~''(D%Z^%tt&5H&(%(D%tt&4I)~''m{%Z^%tt&5H&(%m{%tt&4R&Z+&s##q##ck&F)#N+^(f&]&(v##t##o##'>&PM%.p+&0D%L4&$g&:{%m'd$'2D%t}%JO%W.'.$+&@D%{;&kG'(%\
      v}%-O%4]*p+&TD%6S'eF%:0#t+K#)`D%_k%~$#yR%yF%uL&..'%bD%~.&:J'6*3+(bD%Xs%1k%;3'+L'F5)V*V*A(e$)TF%-c%il&z=',U&K[%@5)V*A(e$)TF%-c%il&z=',U&K[%45)V*&TF%-c%il&.5)&TF%-c%il&4M)~*)0k%$E%cG'{;&m_%MG'(%yc%]G'.p+&WE%L4&$g&.{%&oE%]E%Rs%(%oE%]E%4H&%('*U\
      'u`%+~%%V&.$+&yE%{;&kG'4z&;&')F%<p%1,&xu&.?$&pD'@G'K[%(%GU&9X'#:K([#B)(RF%,6'Sl&oT%@u%4C*a%(yF%\\O%i5'yF%5p%.C*'yF%\\O%i5'yF%:0#?$\\%)yF%\\O%iE%~$#$S%M;'.e$&h-&TQ%K[%(%uU'JO%4j*0(%{^&NP&.0(&';&TM&NP&.-)%2i%Cg&(%';&TM&.#$&[]%k]%k8&(%[]%k]%#(%aG%\
      -k&@0#9%y%n&)z<&<w%~$#Le%hr%z)&(%:a&*W'4~(0)'P'&oG%jj&(l&:E)S$e(&#U&=|%tT%.E)%#U&=|%4b*R&'+V%RT%dA'Jb&(%ej%BH%@0#j'Q$n&)8I%pq&~$#wV%pT%z)&#(%,a&#U&4d({%&*5'-4'K[%(%*5'-4'.o)&(K%cH',#'(%cX&dC'4T%>''tj&Nu%*c%7|%.X'&Vv%@L%';&4a+u%&qL%3M%-k&(%8\
      I%3i%(%Wk&eF%.J'%4M%<`'(%4M%oY&F0#K#n&9%,(,6M%:/&TM&~$#yF%z)&TM&|F%Bu%:s$,*B#'6M%pq&[]%iE%4=+r('6M%I~&#S'e#'Ln&*%b(0#C*z)+6M%cH'z)&_|%Zs%~$#i5'D('45)o('#S'=|%il&pd&(%RM%Yq&.(*&RF%{^&|Y'.2&%SM%ck%(%SM%Q2':O*5*5)&k~&dl&il&/#)s%(%?N%\\2&(%C@&w}\
      &(%$O%Jc%@0#c(n&&)*$O%R)&~$#|a&z)&TM&|j&F6(0#C(7'@)*$O%nR&BR&~$#]U&'1&pq&(%0O%C)&L?*3*d({%9*4*(0O%C)&Rs%Cm&Zb&:M#&'e$(3O%~L&h-&TQ%K[%.F'%9O%_R%.{%&9O%[G%Rs%@*%)+m*R&'U+&9O%yb%k]%4*%c%'U+&9O%>0'#U&@*%)+m*R&'{^&9O%yb%k]%FA+*%)+m*R&'mc&9O%yb%k\
      ]%@*%)+m*R&'ZZ'9O%yb%k]%4*%c%'ZZ'9O%>0'#U&(%Z|%3S%:i&n&L((JO%V(&1)&Jb%bX&(%=/&px&.5&&\\O%R$'e#'44(e$'/Z'l('qQ&K[%(%AP%:O%.z(&AP%[:'~.&.S$&w'&xk%tT%(%wP%s$':0#>&n&)pq&BG%TM&~$#Z{%z)&:0#2(d+)pq&BG%TM&~$#+.&2Z':0#7(b(*pq&BG%TM&~$#*W'Bu%:a&.D%&t\
      c'pq&(D%@@)k)&)a%)6R%$S%pq&=H%|j&5p%:@)k)&)(6R%$S%pq&=H%|j&F%$A%&)B)_%*6R%[^'cH'iE%|j&2r&am%:%$A%&)(6R%[^'cH'iE%|j&(%1k%PM%(%1k%-O%.O&%<n&5m&.2&%ck%7F'.5)&ck%R_%il&Fq*F$D&f%^$+TM&bd&_k%[D';V%yb%Kp%8W%(%iR%Q2'@@)k)&)a%)vR%$S%pq&=H%|j&5p%:@)k\
      )&)(vR%$S%pq&=H%|j&(&$S%k`%uL&.J'&Z|%3S%~6&(%ej%U+&4q$B#(GS%bd&TM&cH'iE%.*%'GS%3T&yb%uL&.K'&_B&R)&eF%.^(&_B&RF%{^&4H#^('+.&[]%RF%{^&.#$&*T%C)&W.'.0(&8$&B6&NP&(%8$&B6&(%UV'2r&4f$f$'(D%(D%qU&qU&.f$&(D%(D%qU&(%(D%qU&4t#O$'ax&@c&WM%_T%.U+&ax&@c\
      &.W'4_'g+&EF%7<&}Z':(+B#P*(z)&6M%cH'iE%r:'4G&r('z)&$S%t}%e#':n#K*?'(,*&_|%6M%e9'}2&@.%0#u+t&*YT%e#'.c%~$#Ll'Qc%g\\%@G&`'n&x$)z)&TM&t}%R)&z)&m_%44$n&',*&TM&YQ%z)&4|'z)'z)&Le%Jb%D('F`)0#N$9$2',z)&e#'[z&~$#z)&9Y&uL&BG%'1&4~$&)'z)&yq&k`%NE'/d(u%\
      FY&0#A&D&@),pT%JO%uL&F}&~$#Bu%uL&_|%pq&.n$&pT%Zp%;`%4f%n&'m_%cH'Kp%z)&4j(A+',V%tT%mc&6S'4j(A+',V%tT%mc&6S'.s+&A]%=T&rY&(%Y\\&fH'(%*5'#U&.#$&,V%SF%;.'(%EV%LY%.n#(wV%x&'6M%z)&5^%:+%z+/$(8W%z)&[D'ul'wP%.K((cW%b;&Sl&oT%@u%(%{E&z>&@0#n#I+W%)GY%V=\
      &~$#6M%Rc'_k%@B#u#Z$j$*'1&Rc'pT%iE%\\M%;V%6]%4B#a%'cG%V=&iE%5p%)B#./&&ji%RM%#1&(%e\\%*5'(%A]%86&.}&(J]%Jr%W-&z)&5^%#4W%B#'5^%<1&_k%iE%(%}Z'Z^%.K'(VT%j_%;.'R)&eF%.6)%5m&Zb&.<+(E^'(q%j_%;.'si%(%RD';.'(%y_%v2&:U+y&p+'K`%o(&,{%$g&(%h`%d)&.n#(k`%p\
      T%6M%z)&5^%.((&u`%sx&uL&41$n&'u`%I?&z='z)&#(%H^'qB'(%i$&eF%(%ub%Yq&:+)|%7+%ub%@M'L2&B$b%K([#B)*yb%Q\\%8S%9p%Sl&oT%@u%(%yb%fy%4%*6)&yb%5m&Zb&4&+r('yb%_k%^H'e#'(&yb%jF%TQ%4W%/$'yb%>i&_k%wP%)^&:{'Y*K();w&&+&{E&Sl&oT%@u%4M)$+',c%;N%{;&kG'/%+M):v\
      #M)$+(,c%#S';N%{;&kG'5v#%+M).<''5y&,c%B\\'~6&.K(&HX&QU%fV&4%$B#'_k%T*&\\O%iE%(%|j&>i&@G&f)n+t$){H%6M%t}%hG%[^'A_%@G&f)n+a%){H%6M%t}%hG%[^'5p%@G&f)n+g%){H%6M%t}%hG%[^'Yp%:G&f)n+({H%6M%t}%hG%[^'@Q#0#N$-')jc%\\O%Zs%~$#z)&}C'4]%a%'{H%MQ%hl%5p%.]%&\
      {H%MQ%hl%(&jc%uL&.c%:*%t#O$(.S'Yp%}i%WM%_T%.*%&.S'Yp%}i%4Y'K(*h}%PQ%Uc&e4'Sl&oT%@u%.K(*h}%PQ%Uc&e4'Sl&oT%@u%@0#Q#T+++*Le%hr%~$#Zs%I~&Bu%hH':x%c*a%(Le%z)&Vr%2+&5p%4x%c*'Le%z)&Vr%2+&4t#O$'zs%vT&WM%_T%(%/A'nY'(&2i%ae&YD%.P+&2i%ae&UV'(%2i%ae&.K\
      '%2i%Jr%(%2i%oa'(%st%kl&/W*2$(%$P%kl&(%M3'FX%(%3i%oY&4((b+'#S'Bu%uL&}.&F?$F$f%h%q**di%g$&3T&;V%Kp%Zp%[D'4,*0''{;&sz&Z1':/&4,*0''*U'F}&Z1':/&4G&n&'i>&LF't}%z)&(%*:&~6&(%.k%k]%(%It&}*&46'a%'Ej%R9&$1&5p%.6'&Ej%R9&$1&#:6*=&p+'DM&qQ&RM%3i%4n$o$'\
      DM&qQ&[]%k]%(%kj%1q%LZ'Z';#u#Z$j$,4s&A'&)F%d;&d;&bD%\\M%;V%6]%(%4s&A'&4t#O$'uj%kD&WM%_T%(%uj%kD&(%$Z'yY&@%+M)x$~*)0k%$E%cG'{;&m_%MG'(%3+&'k%4q&|$&0k%84'11&#.B#&M;'';&iE%(%[9&t}%(&_k%T*&uL&(%[n%Zc%:u(4(]$(jF%TQ%$g&qQ&K[%.#$&jF%TQ%k8&@d({%9*4*\
      &ji%Cm&Zb&4|#{%&ji%0O%C)&4X$J$&ji%*5'#U&4Y$I#&ji%,V%SF%4D%C)&ji%ui%8r&4Y%@+&ji%xk%.S'4J&I#&ji%V~%SF%4~&V&&ji%Z-&r$&4{)4(&ji%l('qQ&4?*3*&ji%e4'#3'($ji%FB#')t%r#B#*Kp%Zp%iE%{)&yq%RM%iE%.*%'Kp%Kp%yb%z)&:?'Y'K('lp%hH'}2&dV&4%*0+'Yp%K`%rK&:K'Fi&\
      ?'0''$v%*Zp%*W'2Z'}2&:/&oa'jj&:i&?'0'(Zp%*W'2Z'}2&:/&.i&&Zp%*W'2Z':&)d'+)(Zp%m_%|j&p=&5k&47%n&'>Q%t}%md%z)&(%Zp%uL&.d+&Zp%cH'2Z'@.&0#)&,()Zp%t}%Bu%~$#9Y&TM&.d)&Zp%JO%)|&:?'Y'K('lp%hH'}2&dV&(%lp%YQ%44*t('MD%;.'+3'vf&:B#X'+)(yq%RM%iE%';&Lk&.v\
      $%YD%JT%(%YD%;.':?(>(e$&^3'uM%~6&@Y'K([#B)(Jr%.9&Sl&oT%@u%:.(n#a%(Vr%h?&CN&'1&5p%4.(n#'Vr%h?&CN&'1&4|#{%'F5&'D'0O%C)&.;%&F5&'D'K[%(%LP%=s%(%*T%C)&#:U*^+f'%Pt%l<'(%A]%rK%(%>0'3S%(%q1'ZZ'@0#a#n#?')ct%~t%~$#4K%6M%cD'Ro#H(=)=#K([#B)-9P&~t%Vv%8M\
      %JV&%q&bU'Sl&oT%@u%4O*m&&.M%C)&]'&#4'$e$&IY%~L&~6&.,*&Bu%Qt%Z1'4)'n#'Bu%z<&nb%6M%4<(a%'TM&t}%.~&5p%.<(&TM&t}%.~&/i+2$/\\&2$/i+2$4;'#%'Nu%ct&&2&*:&:6*=&p+'sa'&D'Dm&3i%(%Dm&3i%:<$S%p+(HF%|d&iR%1k%oa':6*=&p+%&S'3i%RX$V$m(f*K([#B),Tv%Vv%+V%CU%/d\
      &NC'Sl&oT%@u%4J(6&'-z&>C&dV&)F%4J(W''-z&>C&dV&%;&.J(&-z&>C&dV&4i)a%'-z&jc%=T&5p%.i)&-z&jc%=T&Lp#0#@)}&n&x$+*U'&m'uL&~$#pq&W-&z)&m_%(%VK%:y%FI(4$K([#B)*}y%Vv%QV&YQ%Sl&oT%@u%.K(&<}%pb'fV&:K([#B)(u{%&*&Sl&oT%@u%(%1|%rk%.c*&WE%$[%D{&.'%&;|%TU&z\
      )&#(%$}%fH'.<+(E^'(q%+}%B.'si%(%t}%F}&(%t}%Z>&@}&W%C*.%)t}%R<'yR&_k%i5'.c%F{%d({%9*4*(,V%SF%Rs%Cm&Zb&.^(%6w&+.&(%V~%tH'(&qC&PQ%,2&.e$&v#&f$&GL%(%*5'Er%4H#^(%LT%g/&4i#J#%>$&eF%.,(&e#'|G%TM&(%W%&5k&/7)d((%e#&@c&(%+V%-O%43%J#%w'&xk%(%8M%g$&(%1\
      |%=T%.r$&vH%C(&Rs%.W)&$P%JO%=w&)E)(%V(&P~%(%Vv%xu&(%UV's{%4E#l&'C)&2i%)F%R)&4@$($'C)&2i%3S%jO%4U+;%'C)&2i%.W'+i%4U+V*'C)&2i%.W'z='(%C)&2i%#.J'(*5'40'b2'*5'K[%#(%R)&W7&4{)4('R)&2i%l('qQ&:4)W%B#(z)&Z>&R)&_k%iE%(%&A&wP%:h%(%a%){)&@q&Zp%/F%uL&5\
      p%4h%(%({)&@q&Zp%/F%uL&){%.u(&2['rK%$g&(%PN'rK%4f+0('U+&+O'ZZ'NP&:q+j).%)%,&pq&|a&1~&is&.c%.((&+Q&u`%uL&(%^z&~L&:M*?(N''\\\\&g6'yT&q8&(%1,&xu&.e$&Cj%3i%K[%.6$%qL%5R%:T(&%9)'d-&H%&2b%-n&4V+i)(r-&~$#@W'.~&Bu%Rn&x$##q+b'L$.%,cH'md%z)&m_%P##|a&x&\
      '|a&.c%(%tD%~t%(%,0&)}%4j#~%'|a&<w%/M%bs%.z)&|a&%,&D('.%$&|a&*W'\\O%4K&,+'>0'#E'X~%PI'4q&|$&>0'#E'11&(%RM%#1&4y*q*''1&:/&|j&[D':r$U+T)&ax&Rs%~6&.r$&71&9X'Z^%(%|a%,k&(&p1&Z1'di%@0#Q$0$r*)p1&uL&~$#pT%Zp%}2&4a#n#'TV'|j&:O%6M%(%/5&u$'4K'8'&LZ'R)\
      &eF%#(%@6&a`%4,*n&'.;&cH'9<&z)&(%Y4&NP&(&R)&eF%tT%(%R)&eF%(%,0&:Z&(%2i%d:&.n+&jc%Kp%[^'@p&Z%k*(&-n9&.W'+i%cX&'k%+3'vf&~6&&*&+l%(&n9&.W'+i%/d(u%:(*`({%(n9&zO%W.'[D'Rs%.6$%Gg&Rs%(%.M%nY')q%4O&u%'}M%|=&)$&.r%(%k~&\\9'.2&&P~%lD%Vv%(%R)&I~&Fn$F+A\
      )t#O$)4=&TM&*U'yq&WM%_T%@n$F+G&L#(4=&TM&*U't}%BG%:n$F+A)'4=&TM&*U'yq&L,*1)0#u+*'}&-Zs%r-&Z1')l&~$#Ll'6M%yb%W-&Bu%(&(*&vH%Ql'L(%j'8(9%t#O$,BG%6M%cp%uL&wV%q&&FY'WM%_T%@(%j'8(9%*BG%6M%cp%uL&wV%q&&FY'4(+W%'yR%$O%cH'_k%RW%B#T*#%^$4)&),}=&z)&_k%i\
      E%xl'u`%8W%dl&NE'.y*'yR%{{&=T&|j&@~#f'*%c%'}=&9O%>0'#U&5=%W(e%.d)&Z?&1~&{{&#(%4M%86&(%qB&-O%(%km'86&.d'%vf&p=&4J(W''9D&5^%dV&%;&:#$d)x$(oD&Bu%JO%{{&m_%4$$n#)vH&)|&XO%6M%z)&5^%:T(&%9)'lI&H%&2b%-n&(%nO%+L'.<+(E^'(q%RD'rK&si%(%%4'Wk&4S%U$'9X'x\
      T%0k%\\9'(%0k%\\9'.#$&?N&fy%k8&.\\%'u`%t}%\\O%q*&4x%l)(Hh&~$#y]%9Y&<w%@_)Q##$n#)+.&~$#*U'Zs%I~&6M%4n+G&'4S%[]%[^'t}%.B#&hl%';&iE%.$+&oT&{;&kG'4M)$+'-U&*^&{;&kG'(%rK%3k&4M)$+'kU&yE%{;&kG'4M)$+'kU&yE%{;&kG'(%bX&+L'(%^3':K'.K'&^3'uM%W.'.$+&yE%{;&k\
      G'.3(&dX&Ck&Yu&.'%&r/&'E')|&.q*&rY&i*&[D'.^('yY&86&RF%{^&.e$&b2'bH'K[%(%gM%8j%(%'Z&uM%4H'{%&ej%@6&Rs%FX$V$8#S'K(,4[&OZ&+V%CU%b,&[J%Sl&oT%@u%(%`z&rk%(%+^&oY&(%+^&eF%(%oY&~L&:J'H#})%oY&ae&(%$_&oY&(%$_&ZD'#(%E`&_R%@a'[*P+l$)*c%5.'t<&A@'UV'C]%4\
      a'[*'*c%5.'t<&A@'4P+l$'*c%5.'UV'C]%F{%d({%9*4*(UD'Zb&Rs%Cm&Zb&55#T'C)4S%U$'9X'xT%UD'Zb&/T'C)(%9D'Zb&:9*4*l%&Zb&.r%4W%49*4*%Cm&Zb&4?*3*'Cm&Zb&e4'#3'.^(%RF%{^&(%Zb&.r%(%hj%c1'/%+M).$+&3c&{;&kG'4n&x$(9c&5k&uL&z)&m_%4U+V*'UV's{%.W'z=':m'l'J'(mc\
      &v;&o@&5R%K[%4*%c%'mc&9O%>0'#U&4,*B#&tc&_k%z)&:r$U+T)(%f&;3'+.&.W')w&#('+D&A`&R)&2c&(%d\\&<I%:++~)?$&zI%;3'$S%X((0#\\$)'&)4),*n&.>i&R9&uL&~$#*U'U|%|j&dl&Z1'+*&z)&#.$+&-j&{;&kG'F.%0#?%9%d)+sj&nR&.c%~$#W-&$O%dl&Jc%.3(&tj&Ck&Yu&/X'B#4,*a%'{)&_E&\
      Z1'5p%.,*&{)&_E&Z1'.z)&{)&Z1'D(':=+B)_%(G|%pq&#S'2r&am%4%$B#&5k&[^'cH':U#@(E)'[-&Uk&#U&=|%4?*3*'@t%Cm&e4'#3'.$+&Wk&{;&kG'.e$&@t%Cm&K[%(%@t%Cm&4i*=*%2$&&*&.$+&)l&{;&kG'51#1#F(:K([#B))Jl&$P%z-&Sl&oT%@u%:W%B#a%(Zs%pT%_k%iE%5p%4W%B#'Zs%pT%_k%iE\
      %.0*&nG%~t%Q2'(%il&2U%.?$%il&$S%@3#N(a)}*'il&1D%#G'hk%(%il&tk&45)V*&]E%Ft&il&(%S]%5m&(&-n&`U&A]%(%-n&9D'(%8l&ui%.$+&+o&{;&kG'F0#c*I%n#n&+pq&BG%TM&~$#_E&>i&pT%z)&4_%a%'pq&~t%am%5p%._%&pq&~t%am%@4)C#B)_%*yq&3l%dl&uL&wE%2r&am%.%$&*y%*c%\\O%:/%z\
      &K((4s&oq%HX&QU%fV&X(+n&*%b(F$W%4)n&*-t&m_%{{&;V%_k%dl&z)&L?'F$7'7(y*1#--t&R)&}2&TM&;V%'1&:/&|j&(D%z)&4,*B#'-t&rY&Z1'iE%4%$C*'-t&[^'rP%i5'.e$&*D'<$&K[%(%Ft&jn&(&*u&_k%iE%(%ku&=w&.$+&lu&{;&kG'.$+&{;&m_%kG'.$+&Nv&{;&kG':K([#B)(mv&dV&Sl&oT%@u%\
      @p*K([#B)(tv&$g&Sl&oT%@u%.#%&)w&&2&*:&.[*&Qx&;.'A@'@r&b*#*p%'Qx&PQ%dA'rk%.K(&?i%/P&fV&4I%,('.9&Bu%>i&TM&.$+&}y&{;&kG':?'A)>%(6_%6M%}2&yq&5i%./$&6_%uL&wP%@0#r'9(n&)-z&yR&~$#_|%[^'z)&4M)$+'B{&@D%{;&kG':~$W%B#(.;&cH'k`%_k%iE%.n#&nQ%BG%'1&4X'n#\
      'F}&<1&';&6M%.,(&F}&U|%TM&#:0#X'U&(z<&*J%~$#';&e#'.&)&=T&'1&|j&.d+&z<&uL&2Z'(%7;'cp%4P+l$([9&I~&TV'UV'C]%(&[9&I~&TV'4<%i#&}C'@G'ae&.+''=T&%Q%*U'A]%(%*E%#S'.?$&'1&:/&$S%.7'&'1&cH''1&.n&&'1&t}%z)&(&|a&H&&pq&.n$&Zp%qU'MC'.y*&X]%iE%NE'.l&&'1&/F\
      %zB&@~$q+4)2%)mt&z)&k`%|a&dl&Jc%(%mt&QE'@0#f'G&n#*Z1'Bu%_k%~$#}=&t}%6M%4b'g''x&'t}%x&'e#'(%x&'e#'4D(Z+%@''rk%.>$&z''cH'vR%.$+&z''{;&kG'/d(u%4|#{%&r('0O%C)&4J'e$&r('o'&~6&.^(&%L%RF%{^&(%rk%Pq%.*)'/.'tj&**'dX&4|#k&'RM%Ft&0O%C)&4k&^&'Jb&PQ%C)&\
      ]'&4\\(]('Jb&PQ%+^&oY&45)V*'Jb&PQ%il&tk&4i*5*'Jb&PQ%}C'<I%4U+=*'Jb&PQ%.W'84'.{%&vH%C(&Rs%(%9D'Zb&4X'B#(6_%u`%{H%';&iE%.{%&W.'[D'Rs%(%P3'<K%(%F~%<:'(%WM%.M%:0#L*n#(mt&<w%~$#<:'6M%@Q$W%B#a%)Z1'Zs%pT%_k%iE%5p%:Q$W%B#(Z1'Zs%pT%_k%iE%4i''%'Z1'<:'\
      :0&z)&(%.d&JT%.6$&VT%q1'5R%:6*=&p+%2['3i%4$'G*'q1'ZZ'^-&#7'4i*=*'q1'ZZ'}C'84'(%q1'ZZ'.v%&9O%gB'NP&4|#{%'3/&F5&0O%C)&.;%'3/&F5&0O%C)&4A%)*%;S%$A':{%#*p%&w2'W&&rk%(%w2'W&&.[*&-O%.b&A@'(%k?&Bw%(%<I%v('.X'&<I%M[%';&:p+H'-)&RM%3i%,2&.p+%RM%3i%#(\
      %P3'Yq&.N'%q8&;U'/d(u%Fn&0#?$u+I+*@4'md%z)&~$#$S%p1&qU')O((%*5'40'#(%hR&Rc'4q(})&86&g6'ae&(%=7'fH'4j'^%'|a&TM&MC'=T&(%<:'fj%.W%&<:'\\O%_k%.n&&BG%\\O%)|&(%ci&[:'4V#s'&C)&]'&_B&4Z#h#'C)&]'&dI%Jr%4Q&3$'C)&]'&e~%/$&.5$&C)&]'&H`%.0%&R)&eF%Ac%.w%&C\
      )&]'&Jr%(%C)&]'&4A%s#'<I%Bw%di%SM%44(A*&<I%Bw%A5'4c(F&'<I%Bw%+}%B.'.<+(E^'(q%<I%Bw%si%(%<I%Bw%(%Wc%b^'47(B#'\\O%';&cH'iE%.D&&I~&5k&_|%:{%9*4*&.M%Cm&Zb&.f'&l<'It&}=&4<%i#'dA'8r&2i%ae&.J'%V@'<`'/2$+((%V@'eF%4d({%'Xs%1k%Zb&.r%(%wP%$A'(&D{&HJ%[D\
      '.9%'d>&Kp%Zp%FY'(%wP%|j&(%5u%cS&(%}C'<I%46*3+'Ft&jn&&:&YT%.?$&}C'-3'$S%#.w+&(*&vH%Ql'49##$%7N'W.'(%7N'<$&(%*D'<$&.'$%9D'iO%#49*D%'sa'-k&P3'Yq&4v*`+'sa'-k&#E'$Z'(%sa'-k&.i#&P'&oG%C)&.;%&P'&oG%ae&.{%&W.'[D'Rs%.K(&yb%PQ%fV&(%dH'$A'(%eD'':&(%g\
      D'Zb&(%rk%h%'(%w}&IY%.B+&:E'JA'#S'('zB&|j&A]%k~&.7'%yR%}i%45)V*&A_%R_%il&.$+&]G'{;&kG'(%cX&[G%4Y$S$&dH',V%tT%4j&4(%jO%{)&(%dH'p/':<$S%p++hH'3l%z;&5R%DM&iR%1k%oa'(%Ej%'P'(%+L'rK%(%Z|%.S'.p+&-,&;S'$g&.e$%il&#T'.V*&#S'.W'z='@{%O*m&w%(#T'yH%C)&\
      ]'&Jr%(&jj%8I%*7'(%i:&%;&.-$&&U'bC&hP%jA%=$0#`%)'T+0#K#&)%$k$2iE%&:&l.&Bu%pq&~$#hl%x&'*W'z)&~$#yF%|j&b/'A]%LL#G)P$+%t#j$+*U't}%BG%Ft&oT%>G'vR'6]%L,(M&%$x%t#O$)*U'z)&\\O%Vr%WM%_T%@,(M&%$x%'*U'z)&\\O%Vr%49$X+'*U'_T%XR%:/&@j'{+Y'K(**U'uL&{{&Z?&#\
      m'b;&fV&:j'{+K()*U'uL&{{&Z?&#m'fV&/,*0'(%C)&Wk&(%*5'-4'.](%x##oY&(%wV%cp%(%Jv&~6&.$+&7;'{;&kG'4h#=%&%W'3i%yL%44*t(&%W'+3'vf&(%{E&4M%@Y'K([#B)(*W'i5'Sl&oT%@u%.p+&-,&oa'$g&4X#A%(+3'vf&~6&di%SM%4p&Z%(+3'vf&~6&&*&+l%4c(@%(+3'vf&~6&|a&Si%44)d)'@\
      W'Z>&dl&{{&.U'%kU&p9&(&FY'BG%<w%.r('dl&=T&uL&ge&(%%]%eF%.((&sE%Bu%uL&.?$%It&$S%(%nY'ZZ'(%|Y'6w&(%|Y'8Z&.]#&#m'T4';J%#(%1q%kj%4w(('&}Z'@6&~.&4U+;%'@6&o'&.W'+i%4U+V*'@6&o'&.W'z='(%@6&o'&..&&KT%uL&Bu%.?$%2['$S%4H'{%'B\\';.'@6&Rs%F0#N$4',*n&*[^'\
      (D%~$#z)&|a&u`%z)&@Y'K([#B)([^'(*&Sl&oT%@u%4Y'K(([^'(*&Sl&oT%@u%:u#Z$j$([^'cH'\\M%;V%6]%4n$.%'[^'uL&RF%.c%(%xl'}i%:N)n*t((sa'Vv%xu&+3'vf&.Q*%sa'0A&4#&W*%9?'L4&#(%sa'-k&F0#p*7'G&n&+,E'6M%uL&~$#ZD''1&t}%z)&@0#W%L$n&*,E'6M%~$#_k%|a&uL&z)&.$+&3c\
      &{;&kG'4M)$+'3c&{;&cG'uu&:B*#%a%([^'x&'c5'u`%5p%4B*#%'[^'x&'c5'u`%.*)%0i%aG'(%)m'M'&.k$%`G%A]%\

      """
  }
}

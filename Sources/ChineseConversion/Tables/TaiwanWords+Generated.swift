// swift-format-ignore-file
// Made by Scripts/generate-conversion from OpenCC's TWPhrases. Do not edit.
// © BYVoid and the contributors of OpenCC. Apache License 2.0.

extension ConversionTable {
  /// Words of the mainland to those of Taiwan. 805 words, 824 characters, 24,348 bytes.
  static var taiwanWords: ConversionTable {
    ConversionTable(
      characterCount: 824, pageStarts: TaiwanWordsData.pageStarts, codes: TaiwanWordsData.codes, choiceStarts: TaiwanWordsData.choiceStarts,
      choices: TaiwanWordsData.choices, wordStarts: TaiwanWordsData.wordStarts, seconds: TaiwanWordsData.seconds, rests: TaiwanWordsData.rests)
  }
}

private enum TaiwanWordsData {
  /// The number of the first character of each page of 256, two digits each, and the end.
  static var pageStarts: StaticString {
    """
      ##,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#L#^#k#&$=$T$b$g$n$~$-%<%=%S%`%f%v%*&.&4&I&Y&e&v&&'8'D'H'M'\\'k'v'}''()(,(2(6(>(P(Z(\
      c(i(p(~()).)G)K)R)a)k)v)})(*+*1*1*9*@*S*X*^*c*f*n*(+7+;+D+H+O+Z+^+h+l+o+r+r+r+z+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+\
      {+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+\
      {+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+\
      {+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+\
      {+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+\
      {+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+\
      {+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+\
      {+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+{+\

      """
  }

  /// The characters' code points in order, three digits each.
  static var codes: StaticString {
    """
      P##e##o##q##s##t##v##x##~$#(D%0D%1D%2D%4D%@D%MD%TD%YD%`D%bD%lD%tD%$E%*E%WE%]E%iE%oE%sE%wE%yE%)F%/F%EF%HF%RF%SF%TF%eF%jF%nF%yF%|F%BG%[G%`G%aG%cG%hG%nG%oG%|G%=H%BH%vH%yH%{H%8I%<I%dI%zI%*J%;J%HJ%[J%(K%4K%<K%VK%rK%%L%@L%GL%qL%yL%.M%/M%3M%4M%6M%\
      8M%PM%RM%SM%WM%\\M%gM%uM%}M%;N%?N%pN%$O%-O%0O%3O%9O%:O%JO%XO%\\O%iO%jO%nO%zO%$P%AP%LP%hP%rP%wP%%Q%>Q%MQ%PQ%TQ%YQ%nQ%5R%6R%XR%_R%iR%vR%yR%$S%3S%4S%8S%;S%GS%bS%*T%=T%JT%KT%LT%RT%VT%YT%_T%oT%pT%tT%xT%2U%CU%QU%+V%,V%;V%EV%wV%4W%8W%cW%FX%GY%IY%LY%\
      $[%K[%M[%Q\\%e\\%g\\%%]%6]%A]%C]%J]%S]%X]%[]%k]%y]%5^%Z^%6_%A_%R_%j_%m_%y_%;`%H`%K`%a`%h`%k`%u`%|a%2b%Jb%nb%ub%yb%*c%,c%-c%.c%Ac%Jc%Qc%Wc%Zc%jc%yc%md%Le%+i%0i%2i%3i%5i%?i%Si%di%ji%si%ui%}i%#j%8j%Cj%Ej%ej%fj%hj%jj%kj%uj%'k%.k%0k%1k%_k%ck%hk%rk%\
      xk%+l%3l%hl%am%[n%5p%9p%<p%Hp%Kp%Yp%Zp%cp%lp%(q%1q%Pq%^q%oq%yq%.r%Er%Jr%Vr%hr%=s%Rs%Xs%Zs%bs%zs%@t%Pt%Qt%ct%st%~t%5u%@u%Bu%Nu%vu%Tv%Vv%<w%Bw%*y%:y%fy%}y%,{%Z{%m{%s{%u{%1|%7|%;|%=|%F|%G|%U|%Z|%_|%$}%)}%+}%<}%h}%t}%v}%+~%F~%P~%V~%X~%e~%e#&v#&\
      )$&/$&2$&8$&<$&>$&f$&g$&i$&r$&H%&W%&H&&W&&q&&5'&A'&M'&P'&]'&o'&w'&C(&V(&b(&o(&.)&1)&C)&R)&d)&z)&{)&&*&(*&+*&,*&T*&i*&q*&}*&&+&2+&3+&U+&%,&-,&1,&b,&W-&Z-&[-&^-&d-&h-&r-&z-&+.&l.&}.&~.&3/&:/&=/&Y/&g/&r/&,0&:0&#1&$1&'1&11&71&<1&p1&&2&,2&\\2&v2&\
      }2&L4&Y4&/5&F5&86&@6&B6&~6&W7&k8&q8&.9&R9&[9&n9&p9&&:&':&*:&d:&i:&%;&';&.;&b;&d;&v;&z;&{;&7<&9<&t<&z<&4=&V=&p=&|=&}=&'>&Z>&d>&i>&z>&I?&Z?&h?&k?&C@&o@&&A&0A&_B&qB&zB&>C&bC&qC&+D&9D&kD&oD&_E&{E&5H&vH&lI&DK&rK&uL&~L&DM&TM&?N&CN&/P&9P&NP&+Q&qQ&\
      BR&hR&nR&yR&cS&3T&=T&oT&vT&yT&#U&,U&-U&GU&TU&]U&`U&kU&qU&%V&JV&QV&dV&fV&zV&HX&bX&cX&dX&kX&9Y&oY&rY&yY&'Z&0Z&8Z&:Z&NZ&OZ&4[&Y\\&\\\\&d\\&T]&`]&*^&+^&{^&$_&A`&E`&,a&:a&|a&.b&Jb&Zb&2c&3c&9c&@c&Uc&mc&tc&.d&/d&bd&pd&|d&*e&ae&ge&%f&vf&$g&Cg&Gg&Hh&>i&\
      ci&-j&jj&oj&sj&tj&|j&,k&-k&3k&5k&Ck&Lk&Uk&Wk&ck&tk&(l&)l&8l&Jl&Sl&dl&il&kl&5m&Cm&Dm&-n&<n&jn&+o&%q&@q&Yq&pq&yq&2r&8r&4s&8s&is&-t&Ft&It&ct&mt&tt&*u&Yu&ku&lu&uu&xu&Jv&Nv&mv&tv&)w&6w&;w&=w&Qx&ax&px&sx&5y&}y&-z&[z&^z&`z&sz&B{&D{&{{&)|&n|&F}&w}&\
      .~&1~&I~&k~&,#'e#'R$'s$'u$'h%'x&'@''z''D('l('r('v('**'/.'5.';.'B.'W.'b/'p/'40'>0'Z1'c1'q1'Q2'b2'w2'#3'+3'-3';3'B3'M3'P3'W3'^3'%4'-4'84'@4'T4'e4'*5'A5'c5'i5',6'g6'#7'*7'=7'\\9'e9'<:'[:'r:'7;'M;'R<'l<'z='~='9?'A@'V@'$A'/A'JA'dA'gB'qB'MC'NC'dC'\
      }C'&D''D'*D'9D'RD'UD'ZD'[D'cD'eD'gD'pD'#E''E',E':E'NE'QE'7F'LF'#G'>G'@G'MG']G'aG'cG'kG'^H'bH'cH'dH'fH'hH'tH'<I'CI'PI':K'+L'.L'gL'@M'OM'RM'.N'7N'PN'+O'9O'xO''P'vR'#S'&S'.S'6S';S'#T'&U'*U';U'bU'qU'uU'TV'UV'%W'*W'.W'@W'9X'FY'nY'|Y'$Z'/Z'2Z'LZ'\
      ZZ'}Z'.['2['B\\'E^'H^'[^'b^'<`'oa'sa'pb'Rc'tc'Ll'Ql'jl'ul'xl'#m'&m')m'km'\

      """
  }

  /// Where in `choices` each character's begin, two digits each, and where the last ones end.
  static var choiceStarts: StaticString {
    """
      ################################################################################################################################################################################################################################################\
      ######################################################################################################################################################################################################$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#\
      $#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#\
      $#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#\
      $#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#$#%#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#\
      &#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#\
      &#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#&#'#'#'#'#'#'#'#'#'#(#)#)#)#)#*#+#+#,#-#.#.#.#.#/#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#\

      """
  }

  /// What characters may become, three digits each.
  static var choices: StaticString {
    """
      ji%#]&t\\&FH'lL'xI'RJ'hM'SO'EK'cL'QJ'qM'\

      """
  }

  /// Where in `seconds` each character's begin, three digits each, and where the last ones end.
  static var wordStarts: StaticString {
    """
      ######$##$##$##%##%##&##'##'##+##,##,##-##-##0##1##2##4##5##7##7##8##:##;##=##>##?##@##A##A##B##C##C##D##E##G##G##H##H##I##J##K##K##M##M##N##O##P##P##Q##Q##Q##Q##Q##R##R##T##V##Z##Z##[##[##[##[##[##\\##\\##\\##]##^##_##_##_##a##a##d##d##d##g##\
      l##m##m##q##s##t##t##u##u##v##v##w##w##z##{##|##}##$$#$$#%$#%$#'$#'$#($#)$#)$#+$#-$#.$#.$#.$#1$#1$#2$#2$#2$#2$#2$#3$#3$#5$#5$#5$#6$#7$#:$#;$#;$#<$#<$#=$#?$#@$#A$#A$#A$#B$#C$#C$#E$#F$#G$#G$#I$#I$#I$#I$#I$#I$#K$#M$#M$#N$#P$#P$#Q$#R$#R$#S$#T$#\
      T$#T$#T$#T$#T$#U$#U$#V$#V$#[$#[$#\\$#]$#^$#_$#_$#_$#`$#`$#c$#d$#d$#d$#e$#f$#f$#f$#g$#g$#h$#i$#l$#m$#m$#m$#m$#o$#v$#x$#z$#z$#z$#z$#z$#z$#{$#{$#~$##%##%#%%#%%#&%#+%#-%#-%#.%#.%#/%#:%#:%#:%#:%#;%#;%#<%#>%#A%#A%#B%#C%#D%#F%#F%#G%#J%#L%#M%#O%#O%#\
      Q%#Q%#Q%#Q%#R%#R%#S%#S%#S%#S%#S%#U%#V%#]%#]%#_%#_%#`%#`%#`%#`%#b%#b%#b%#c%#d%#d%#d%#d%#e%#g%#g%#h%#i%#j%#j%#k%#l%#l%#m%#m%#o%#s%#t%#u%#w%#w%#w%#x%#x%#x%#y%#y%#y%#{%#{%#|%#~%#~%##&##&#%&#&&#&&#(&#(&#)&#)&#)&#*&#+&#.&#/&#/&#0&#1&#2&#2&#2&#3&#\
      4&#4&#4&#5&#6&#7&#8&#8&#8&#9&#9&#9&#:&#;&#;&#;&#<&#<&#<&#=&#=&#=&#>&#>&#?&#?&#?&#@&#@&#C&#G&#G&#N&#Q&#Q&#S&#S&#U&#U&#U&#U&#U&#U&#U&#V&#X&#Y&#[&#\\&#\\&#\\&#\\&#]&#]&#^&#_&#`&#`&#b&#b&#b&#b&#c&#c&#d&#d&#d&#e&#g&#g&#g&#g&#l&#l&#m&#m&#o&#o&#o&#o&#\
      o&#o&#o&#p&#q&#r&#s&#u&#u&#u&#u&#u&#v&#w&#w&#y&#|&#|&#|&#|&#}&#}&#~&#~&##'#$'#$'#$'#$'#$'#&'#&'#&'#&'#)'#*'#*'#*'#*'#,'#,'#,'#-'#.'#.'#.'#0'#0'#1'#2'#2'#3'#3'#6'#7'#8'#8'#8'#9'#;'#<'#<'#='#='#?'#?'#@'#A'#A'#A'#A'#A'#B'#D'#E'#E'#E'#F'#F'#G'#\
      G'#G'#H'#H'#H'#H'#H'#J'#K'#K'#K'#L'#L'#O'#P'#P'#P'#P'#R'#R'#R'#R'#R'#R'#R'#R'#S'#T'#V'#W'#X'#X'#Z'#['#\\'#]'#]'#]'#]'#]'#]'#^'#_'#`'#a'#a'#a'#a'#c'#e'#g'#g'#h'#i'#j'#o'#o'#p'#q'#q'#r'#s'#s'#s'#u'#v'#w'#w'#w'#w'#w'#x'#x'#x'#y'#{'#{'#{'#|'#}'#\
      ~'##(#$(#$(#$(#%(#'(#((#((#((#((#)(#)(#)(#)(#+(#+(#+(#+(#,(#.(#/(#/(#0(#5(#5(#6(#7(#8(#:(#;(#;(#<(#=(#=(#=(#?(#@(#@(#@(#C(#C(#C(#G(#H(#J(#J(#M(#M(#N(#N(#O(#P(#P(#P(#Q(#R(#S(#T(#U(#V(#W(#W(#Y(#[(#[(#[(#\\(#](#`(#`(#a(#b(#b(#c(#d(#d(#d(#d(#f(#\
      g(#g(#g(#h(#j(#j(#k(#k(#k(#k(#k(#m(#n(#p(#p(#q(#s(#s(#s(#t(#t(#t(#t(#u(#u(#u(#u(#w(#z(#z(#|(#|(#}(#~(#~(##)##)##)##)#$)#&)#')#))#*)#*)#*)#+)#+)#+)#0)#0)#0)#1)#1)#1)#1)#1)#2)#2)#2)#4)#4)#4)#6)#7)#7)#8)#8)#8)#9)#9)#<)#<)#=)#=)#>)#>)#>)#>)#>)#\
      >)#B)#B)#B)#C)#E)#G)#H)#H)#H)#H)#I)#J)#K)#K)#K)#L)#M)#M)#M)#M)#M)#M)#M)#M)#M)#N)#N)#N)#N)#N)#N)#O)#R)#R)#S)#S)#S)#S)#S)#S)#T)#T)#T)#T)#T)#T)#T)#V)#W)#W)#W)#W)#W)#W)#Z)#[)#\\)#\\)#\\)#])#^)#e)#e)#e)#e)#f)#g)#i)#k)#l)#l)#m)#n)#o)#p)#r)#s)#u)#u)#\
      v)#w)#y)#y)#|)#})#~)##*#)*#)*#)*#)*#.*#.*#.*#/*#/*#/*#0*#0*#1*#2*#2*#3*#4*#\

      """
  }

  /// The second characters of words, two digits each, and where in `rests` theirs begin, three digits.
  static var seconds: StaticString {
    """
      `*###&#.##(#>##V(|##,#+$#x$J$#I(\\$#Z)d$#D'l$#E&y$#x$2%#`'D%#Z)Q%#3*Y%#L+k%#M${%#3**&#W%A&#w%Z&#/'q&#$&|&#x$('#Z):'#I+B'#g$J'#D'W'#V)d'#T'*(#<#m(#'&&)#`'3)#c%@)#a'R)#|(b)#g(y)#S*5*#2%L*#:$C+#](g+#+$o+#r#O,#+$'.#o$4.#3)?.#f'G.#$&f.#e&s.#r#$/#\
      8$B1#@%a1#N)i1#i$)2#-&62#/*r2#v*z2#C*&3#2+93#/&F3#4)N3#F#V3#p#c3#=$s3#k&~3#E)24#]+E4#H'M4#V(U4#l+]4#)$h4#1'z4#N)C5#})X5#2+j5#V&46#@%<6#8'Z6#M)b6#V)j6#X%|6#=*+7#n#37#J%@7#h'H7#A'Z7#5%b7#l&j7#9(,8#n(M8#k&Z8#-(&9#O#=9#@$J9#j*U9#f&b9#Z'y9#%*/:#\
      o&<:#;+J:#)$R:#C)_:#($g:#[*o:#u%|:#1)(;#&*0;#f*8;#E&@;#N#R;#D$_;#j+6<#=*n<#D$v<##$M=#H%_=#v)j=#(%y=#t$'>#f*9>#<(G>#z(V>#F#j>#k&w>#,(0?#4'=?#|$K?#<*\\?#$*i?#g'+@#)$0@#g%U@#$$b@#P$j@#G#|@#V$JA#f$\\A#h%dA#)*lA#n&}A#\\'8B#f'ZB#-(yB#O*-C#I#5C#h#=C#\
      r%EC#H'MC#=(UC#X+bC#r%xC#D)-D#=#5D#u$BD#='PD#r#bD#)%yD#,(1E#{$>E#2+NE#B'`E#h&hE#m&}E#U$)F#E&:F#o'IF#l)[F#2)hF#M)pF#>+xF#J#-G#9$7G#j$DG#W%hG#0&zG#*)&H#D)8H#k&HH#2*KH#|#AI#I+XI#k+vI#+$~I#e%>J#,(KJ#,+UJ#t%]J#n&{J#-+HK#r%SK#W'^K#~(fK#'))L#m+9L#\
      m#AL#V(IL#2(QL#V&^L#u##M#%$0M#\\$@M#G%PM#[%`M#J&pM#%'$N#E)4N#-*JN#N*ZN#O*jN#e+zN#@%,O#P'9O#G+XO#X#`O#{&hO#I'pO#;*$P#\\#,P#k%6P##(>P#j+XP#u$mP#9#uP#K*5Q#X*EQ#t#MQ#$$UQ#t&]Q#{$yQ#&+*R#l%5R#(*=R#Z'ER#8%RR#e%ZR#g%iR#%%.S#)$@S#}$MS#E&dS#,($T#2+,T#\
      S+9T#X+FT#;$/U#5+7U#Q%LU#u#TU#4(kU#O'sU#q'1V#V%ZV#U$lV#*'9W#?(cW#E)uW#`*9X#$&JX#C)fX#;(nX#}%vX#d''Y#I%9Y#;&>Y#?'HY#X)VY#J+hY#+&#Z#j#NZ#`)[Z#0%cZ#+&pZ#x$5[#Z)G[#p&O[#L$f[#Z%n[#E(v[#^&'\\#e+5\\#N)C\\#E$Z\\#K+o\\#4+w\\#o+#]#9$0]#k'H]#y)P]#_*X]#$$t]#\
      Z*|]#7#(^#6+5^#t(=^#U&E^#p&R^#J'`^#M$u^#I#}^#I#/_#5)7_#,(?_#*(D_#U#\\_#[%,`#I&G`#)$R`#?%Z`#b&Ga#9)Ab#I#Ib#?%yb#L'/c#})7c#r#?c#D$Vc#<%hc#k'zc#/(5d#O)Qd#$*cd#%(,e#L)Ke#:*xe#Y#)f#p(3f#?&6f#/(Mf#S%_f#'$gf#D+5g#N)Gg#M+`g#m+mg#`)zg#8)&h#Y&;h#:$Ph#\
      +#]h#+#qh#t$1i#G'Ci#k)Ui#}*]i#A&ji#\\(ri#C#zi#E&+j#1'8j#2+Wj#p+dj#[+5k#,(Bk#:*^k#4(hk#'*pk#q*xk#T*;l#&%Kl#c&Sl#Q+xl#'&'m#E&9m#})Am#/$_m#I(vm#Y+{m#K'Mn#Y'Un#/(]n#2+un#}$Bo#s)Oo#`#ao#,&xo#,(8p#/(Ep#'$7q#n&Oq#e%zq#'+-r#u#?r#|)Fr#-&Sr#z)[r#5$cr#\
      F#kr#l&xr#g()s#$$4s#1)<s#9$Hs#i(Rs#%)^s#w$as#'&ss#q#.t#n'6t#w)>t#Y&Tt#6(it#E&4u#z(Su#0&vu#$&'v#)%Tv#p+av#6$iv#:'xv#`')w#:&6w#x$Tw#e(fw#Z)xw#[+$x#A#,x#S'>x#Z$Ix#;+Vx#O#^x#n*fx#6)nx#,%{x#-(*y#~(2y#u&Cy#H'Py#z#_y#^(gy#4+0z#T*8z#]#Mz#I#Uz#V(]z#\
      '$ez#4(}z#V(/{#v*7{#@$?{#A(G{#X+O{#,&W{#[&i{#|&s{#/($|#X+6|#9$C|#p%A}#`'h}#5)+~#'$?~#^'l~#W%'#$M$7#$M$?#$C*D#$=%[#$g'f#$v%q#$+#r#$P'*$$[*\\$$`'d$$9(q$$(&8%$6)J%$*)W%$j+d%$I#t%$`'|%$`'-&$G%:&$3'B&$0$I&$=(b&$.#q&$D$-'$X$8'$;)@'$N+H'$p(S'$p(^'$\
      @%~'$G(*($s*4($D)<($`'G($Z(T($N#\\($$&p)$]%3*$B#Q*$n%h*$_&<+$}$l+$l&:,$W(d,$j+v,$I),-$D$F-$w&Q-$,&Y-$n&p-$%+0.$W%8.$h)B.$`'J.$K'W.$`'_.$M(l.$&)'/$?'A/$,'Y/$x&d/$9$}/$3*90$v%F0$t(Y0$1%x0$`'+1$9%81$z'W1$:(,2$-(H2$Z%P2$1#X2$b#j2$=&t2$='%3$e$73$\
      5)?3$A)L3$X*_3$V#g3$E&t3$$**4$Z%24$`'@4$2+M4$6(Z4$%$_4$c&o4$0)(5$w*75$E$D5$|*L5$x%n5$'&E6$Z*c6$o$u6$c+}6$1+M7$\\&Z7$%)u7$c$U8$f#V8$M)^8$D*f8$z#k8$:+/9$9)79$;%?9$q%`9$A(h9$n)p9$8*$:$J*=:$,*U:$4+V:$+$^:$N%k:$h%s:$`'{:$Z',;$W)9;$D'F;$I#T;$l+\\;$\
      m+g;$]+l;$Q)t;$]#*<$B*2<$v*?<$*+@<$S&P<$,$e<$p(p<$%)x<$3*)=$p(1=$U'N=$p(V=$*+^=$r#k=$h*P>$`']>$;%j>$\\$9?$7*I?$f*Q?$]%Y?$h#v?$S&~?$5**@$h#8@$'&@@$:&R@$Y+d@$@%q@$f%&A$Z#JA${'dA$S$qA$)%'B$E&9B$n&_B$,(=C$y)1D$x+6D$)$\\D$1)dD$5&vD$P)4E$@%<E$A*LE$\
      R*\\E$k'vE$W$,F$N#PF$c+ZF$[(bF$f)jF$X(rF$-*zF$F*0G$l&1G$'$AG$x$kG$I'sG$h#'H$D$4H$@%?H$3*PH$j%bH$k*JI$,#RI$~#sI$q&1J$,(KJ$)*]J$2+*K$+&AK$v'XK$}(cK$3)kK$p*;L$N)PL$m+]L$H%jL$M*rL$`&+M$H'3M$##;M$\

      """
  }

  /// What follows in each word, and what the word becomes; the longest first.
  static var rests: StaticString {
    """
      (&l<'nY'}=&.:)'s##q##<$&9X'F%#j't#g&`&*v##t##o##@V'{^&b(&M'&:%#j't#*v##t##o##@V'{^&b(&M'&(&7V'~?'^^&4I(I('UT%UT%\\[%\\[%.I(&UT%UT%\\[%4Z)'('g##Z^%tt&5H&(%UT%\\[%(%g##tt&.&)&0D%L4&oa'4)$5*(2D%t}%Rs%0A&IY%4Z)'('f##Z^%tt&5H&./+&@D%uu&kG'(%f##tt&4A\
      *%)'nq%;.'+3'vf&.I#'TD%:F%V@'oa'(&.r%JO%S_%4}(M$&.r%JO%S_%(%.r%JO%@+#C$L#,((`D%_k%~$#tc'yF%:V%C*;+(bD%.S'~6&;3'+L'(&bD%~6&~.&(%,0&Bu%4Z)'('e##Z^%tt&5H&(%e##tt&(%,#'#S'.u)&;|%jc%ZB'.&)&WE%L4&oa'4B);)'il&*V'il&z='.B)'il&*V'il&z='v-''&N)+#^%)*\
      X+n&+#L#1)6*o$0*U'\\O%di%rR%~$#&n%,.&*W'~$#yF%|j&\\O%A]%.v%&]E%PQ%Rs%(%]E%PQ%.,(&NY'Bu%uL&./+&dX&uu&kG'4~&`)')F%<p%1,&&z%.d+'YT%EF%7<&}Z':A$V%m+(vu%j#&iR%1k%oa'.^+&RM%{^&W.'(&Zb&Rs%{^&:@)T$&&(RF%,6'fV&tI%3r&@B)a*B(h$*$E%-c%il&z='z=',U&K[%4B);\
      )'$E%-c%il&z='4B)a*'$E%-c%il&z='.B)'$E%-c%il&z=':&)6(h$(<p%oG%$g&qQ&4W%.M'&<p%oG%JO%(%@6&o'&@=#+#D$^*(yF%rP%~$#$S%8l%:R*L#a%'yF%\\O%i5'5p%4R*L#&yF%\\O%i5'Xh%,(##_$]&\\+w#S$+}=&6M%nb%Z?&nR&Le%WM%_T%Rh%,(_$]&\\+w#S$+}=&6M%nb%Z?&nR&Le%WM%_T%Lh%,(#\
      #_$]&\\+)}=&6M%nb%Z?&nR&Le%Fh%,(_$]&\\+)}=&6M%nb%Z?&nR&Le%.w)&<:'cH'z)&(&)m'NU'A]%(%aG%yU'4=#a%'GY%V=&iE%5p%.=#&GY%V=&iE%.=*&dl&Bu%Q2'.v%&;.'PQ%Rs%@E&S#j+z$)jc%6M%t}%n|&[^'A_%@E&S#j+a%)jc%6M%t}%n|&[^'5p%@E&S#j+f%)jc%6M%t}%n|&[^'Yp%@E&x)j+z$)j\
      c%6M%t}%n|&[^'A_%@E&x)j+a%)jc%6M%t}%n|&[^'5p%@E&x)j+f%)jc%6M%t}%n|&[^'Yp%:E&S#j+(jc%6M%t}%n|&[^':E&x)j+(jc%6M%t}%n|&[^'4^%a%'jc%MQ%hl%5p%.^%&jc%MQ%hl%(%yL%3i%@+#_$U$n&)8I%pq&~$#Z?&pT%z)&.Z'&-3'kV'';&4D%v#'f:'-3'di%SM%4B&4*'f:'-3'|a&+}%.P*'f\
      :'-3'qQ&A5'(%f:'-3'(%-3'v('(%}C'ZD'.D$(dh&.q%hH'4,'$S%.#*&(K%bd&,#'(%:y%WA&(%fU&3k&.g(&r('o'&{^&.3)'qL%3M%%Z'.r%(&[-&*H%5R%.b&'st%P3'f:'d)&.p((l<'Zb&Rs%P3'+3'(%|:&nY'(%cA&86&(%4M%^^&(&4M%^^&~6&4I+$*'6M%I~&#S'ge&R/(+#L#n&/(M#'&*6M%:/&~$#yF%z\
      )&Le%TM&4t$=#(6M%pq&6_%Z1'iE%4I+$*'6M%I~&#S'ge&Ln&?&x%+#R*,*+6M%cH'z)&yb%:a&~$#i5'D('(%w'&nY'.@'(;3'uz%oa'@6&Wk&(&;3'uz%oa'(%#1&Nu%(%RM%=s%4%$k&';.'RM%0O%C)&(&SM%R_%Vv%(%SM%It%/.)n%(%Z1'.M%(%'Z&8j%4O&p%'v;&|=&)$&.r%(%?N%a2&(%$O%pT%F+#m(n&/(\
      1))$O%R)&~$#|a&z)&|j&F7(+#F(:'N)*$O%x&'BR&~$#]U&'1&pq&.d*&+3'Zb&A@':v%E)p(+0O%C)&e4'#3'Zb&Rs%P3'+3'(%0O%Rs%:)':$h$(3O%UK'MG%h-&K[%.v%&9O%.)&Rs%(&9O%IP%x5&.4(&b2'3/&Er%:j&,%Q((JO%V(&1)&z)&bX&42+=#'7;'';&mR&iE%.$*&\\O%R$'_w%('dH'{)&?)&qQ&(%eK&\
      +L'.h)&D(&*7'=w&(%2i%E^'(%AP%2D%./'&AP%[:'fh&(%=s%bd&(%IC'|j&(%wP%Tt%(%$A'PM%4;%n&'Zp%t}%md%z)&.:'&7|&dX&6M%@N)W#1)a%)6R%$S%pq&I~&|j&5p%:N)W#1)(6R%$S%pq&I~&|j&F2+=#1)P)_%*6R%[^'\\O%di%|j&3r&am%:2+=#1)(6R%[^'\\O%di%|j&(%iR%It%@N)W#1)a%)vR%$S%p\
      q&I~&|j&5p%:N)W#1)(vR%$S%pq&I~&|j&42+W%'}=&$O%cH'_k%(&7F'|~&'1&4=(1)&}=&,.&NE'.,(%$S%[D'4j+E&'3T&[]%[^'t}%('b2'OU'di%p/'4/%,(&GS%3T&yb%:/(2+=#'GS%\\O%Q^%iE%.g(&bS%rd%{^&.5*&*T%C)&JO%(%Xs%C)&.'&&*['uL&Bu%('>$&iO%RF%{^&:3*l&I#&j_%;.'W7&.=$&q1'\
      92'5R%F3%+#r+6%l$)YT%g$&.c%~$#Ll'u*&/p(p%R,(y)+#'&,(?&N)*pT%MQ%H&&~$#;|%_|%pq&.#%&pT%Zp%[]%(%('&-O%4i*o('=H%.W'dA'<$&:v%E)p(*V~%SF%Rs%Zb&Rs%P3'+3'.3*&,V%SF%JO%4v(L+'tT%$c&mc&6S'(%EV%<W%(%kV'uA&:r#n&w$&wV%x&'6M%:w*u+5$(8W%z)&*c%ul'wP%:@)T$&&\
      &cW%b;&fV&:@)T$N(&cW%b;&fV&@+#r#p+W%)GY%V=&~$#6M%qU'_k%)=#.K''9u%>$&iO%K[%(%e\\%('&(%GY'oa'(%Xt%rK%(%'Z&fh&(%A]%A`&.W(&wT%=T&Rc'@/(@)T$&&'Ld%mR&b;&fV&:$'n&w$&J]%Jr%W-&(%5m&1D%.$+&R$'iE%NE'.M'&`G%k]%JO%#4W%=#'5^%=k%_k%iE%:C'O)A%(-z&6M%}2&yq&5\
      i%:[#Z'=#'R.'5k&';&iE%.5$&-z&uL&wP%.B)'LF'^-&il&z='4e%n&'pT%cH'Kp%z)&(%y_%)V&42&&)(K`%o(&.W'-,&oa'(%h`%cw&:r#n&w$&k`%pT%6M%4+$v&&hO&+i%8l%4a*n&'u`%%,&MQ%z)&.,(&u`%(q%uL&(%71&Zp%(%ub%<$&((ub%7F'5k&Xs%@M'.:$%yb%<p%.N(&UD'PQ%fV&FG$b%@)T$&&+yb%\
      Q\\%Vv%8S%9p%fV&tI%3r&40+$*'yb%_k%^H'ge&(%yb%Z^%4W%5$'yb%}*&_k%wP%.p('yb%j_%;.'-m&)b&@c'd*V+p$):a&z)&t<&A@'UV'C]%4w#S$':a&z)&t<&A@'4c'd*':a&z)&t<&A@'4V+p$':a&z)&UV'C]%4`'/+',c%;N%uu&kG'/.+_):|#`'/+(,c%#S';N%uu&kG'5|#.+_)(%r:'Jb%@x%+#n&o*)jc%\
      \\O%nG%~$#YT%p.&.j+&[9&Kp%[^'.3%%jc%:a&(%>E%]G'F+#x%})'&5+)Le%hr%~$#nG%*W'hH':s%y&a%(Le%z)&Vr%ZB'5p%4s%y&'Le%z)&Vr%ZB'(&jl'oa'3k&(&2i%Z^%W7&(%k8&`G%.4#%2i%YD%.V+&2i%.M%UV'(%2i%.M%/b*9$(&`G%.M%Wk&(%2i%Z^%(%yL%3i%(%3i%W7&.N(&Qx&,S'fV&F<(]$e%g%\
      w**di%[]%$S%1T%Kp%Zp%[D'.8'&IY%#1&Nu%.k&'?p%UV'0O%Rs%.G#'?p%UV',V%SF%.Q)'?p%UV'ui%8r&.K+'?p%UV'xk%.S'.G#'?p%UV'V~%SF%.X&'?p%UV'Z-&r$&.p()?p%UV'Zb&Rs%P3'+3'.6('?p%UV'l('qQ&.@*'?p%UV'e4'#3'.A('?p%UV'+V%RT%('Nu%#j%.['PQ%.h$&b,&3i%K[%49'a%'Ej%Z\
      1'$1&5p%.9'&Ej%Z1'$1&(%hH''P'(%BH%$Z'(%6S%U+&.v%'NZ&ej%@6&Rs%(%0c&#1&.V*%yT'jj%(%kj%ZZ'4w#S$'uj%tK%WM%_T%(%uj%tK%4V+p$(e##p##z##UV'C]%(%ui%k]%@.+`'}$++)0k%$E%FH'uu&m_%MG'.;''0k%84'(*&a`%(%DM&eF%(%NR%PM%(%NR%-O%4+$=#'Kc%1T%\\O%iE%.,(%_k%T*&.B\
      )&_R%R_%il&(&_R%R_%Vv%(%I,'Pq%(%uD'h%'.=#&oT&';&iE%(%9p%?N&4/%n&&Kp%<:'yb%F=#o&o%u#=#*Kp%Zp%iE%#k&yq%RM%iE%4+(:+'Yp%K`%;.':K'.w)&Zp%I~&)|&:1)g'5)(Zp%pT%|j&p=&5k&@'&+#U(/()Zp%I~&Bu%~$#ct%TM&(%Zp%:/&.a+&Zp%mR&2Z'.l*&9$'qU'[]%Fa+C'1'm+-)*Zp%JO\
      %1)&}2&:/&iO%Er%:a+C'1'(Zp%JO%1)&}2&:/&.a+&Zp%JO%1)&(%rp%tQ&4C'M((lp%hH'}2&b;&fV&(%ZZ'kj%:=#Z'7)(yq%RM%iE%';&5k&(%~6&NP&:@)T$&&)Jr%.9&b;&fV&tI%3r&:1(:'a%(Vr%jD%CN&6M%5p%41(:''Vr%jD%CN&6M%4p(p%'$A'PM%Zb&Rs%:W%=#a%(dl&pT%_k%iE%5p%4W%=#'dl&pT%\
      _k%iE%X:*=)+#r+r#/%$''&+p=&D('Z1')l&~$#Ll'4.&W-&4w#S$'Ch%vT&WM%_T%4N*@*'Wk&oT%e4'#3'.h$&Wk&~6'K[%#((Pt%}y&l<'nY'}=&@+#e#r#x*)ct%~t%~$#4K%6M%}2&(%2i%ak%(%WC'3]%.:*&Bu%Zp%Z1'4-%r#'Bu%Zs%,.&6M%/e+9$/^&9$/e+9$('Nu%ct&&2&u`%4?'V''Nu%ct&&2&u`%:@%\
      m#h$(vu%&S';3'uz%oa'R[$Y$y(m*@)T$&&,Tv%Vv%+V%CU%/d&NC'fV&tI%3r&.Z'&@L%o(&';&(%o(&xu&.+$&8r&*c%\\O%FL(;$@)T$&&*}y%Vv%QV&YQ%fV&tI%3r&4Z)'('h##Z^%tt&5H&(%h##tt&:@)T$&&(u{%&*&fV&tI%3r&(%z'&=T%(%1|%A]%.n&&;|%$?&Jb%('Nu%F|%5'&PQ%('Nu%F|%.['PQ%:I+P\
      )_%(5k&pq&#S'3r&am%.K'&3S%W.'~6&(%JO%3S%(%.S'VX%(%$}%,9&.N(&Az%pb'fV&Fu(N*@)T$&&'Ld%mR&b;&fV&(%t}%pq&(%t}%H&&@:(W%R*3%)t}%R<'W-&_k%i5'.c%(%FD%u'&(%>0'40'.+&&/<&/o&Vv%(%V~%86&(%Y&&@c&.k#&v#&f$&K[%('ck&^.&}C'84'.4(&=T%B6&NP&(%=T%B6&(%:F%9X'('\
      >$&iO%.M%eF%(%ub%2$&(%W%&.k%/D)p(4-&O()0k%$E%FH'uu&m_%MG'4-)<)'oG%D4&jj&(l&.k&&RD'vf&.M%.~(&RD'vf&+i%.V$&FP%W7&tT%('w'&0M%Zc%eF%)S)(%V(&/%&(%kV'uA&4B#l&'C)&`G%)F%R)&4E$-$'C)&`G%3S%jO%4Y+=%'C)&`G%.W'+i%4Y+a*'C)&`G%.W'z='#4^#r%'f:'d)&dI%yL%4L\
      &P&'f:'d)&9$&SQ%.$%&f:'d)&$R%.r%&f:'d)&Jr%.w''f:'d)&=H%_B&(%f:'d)&(%NU'JO%:d&[%V$&FP%W7&tT%.V$%W7&tT%.4%&f:'d)&Ac%(%W7&31&4-*6('R)&S-&l('qQ&(%R)&eF%(%m<&I~&:2+=#\\*(YT%6M%cH'iE%r:'4E&$*'YT%$S%t}%ge&4,%,*'YT%=T&>F&D(':l&W%=#(z)&Z>&dl&_k%iE%@E\
      &l&n&}$)YT%TM&t}%m<&z)&m_%4(%$+'YT%Ll'k`%|j&Rp)+#n&U(,(N#:'*YT%e#'[z&~$#YT%XR%r/&4:*a%'#k&_E&Z1'5p%.:*&#k&_E&Z1'@g%C#,(a%({)&@q&Zp%nb%5p%:g%C#,('{)&@q&Zp%nb%.,*&#k&Z1'D('.s+%|=&\\l')v%:r#Y*C'(YT%_|%6M%e9'}2&4;$n&'YT%TM&YQ%z)&(%0k%3+&4/%u$)9O\
      %U+&yb%dH'9D'<$&49*A('9O%U+&yb%<p%4c+4('U+&'v&ZZ'NP&@m(|)T)3%(%,&pq&sa'1~&.c%.&)&;S'$?&oa'.&)&.W'-,&oa'(%1,&&z%4A(:&(Uk&*e&6H%#U&8s&4+%G)(d-&4c%NZ&2b%-n&.h$&MG%h-&K[%:Z+{)'&'r-&~$#@W'.~&@P+x%})r#)XQ&~$#-z&nG%JO%6M%4F#g('bS%vT&RF%{^&4%$k&'b2\
      'F5&0O%Rs%(%JO%px&.w)&dX&'E'Jb%(%,0&)4'(%e7&q1'.y'&R$'cp%R)&.n&&>#'t}%z)&41)w*''1&mR&NE'[D'.D$&>#'SF%$S%.:'&>#'\\O%'1&FU$=#x#]$n$)GY%V=&iE%\\M%;V%6]%4U$=#&GY%V=&iE%.x$&71&1D%Z^%@+#U$g%C')p1&uL&~$#pT%>Q%cD'.D%%p1&'B&(%~6&NP&(%/5&_5&4%$k&'=s%F5\
      &0O%Rs%.h$&=s%F5&+i%.~('g6'XO%ae&v('(%@6&Wk&4Y+=%'}Z'';&.W'+i%4Y+a*'}Z'';&.W'z='#(&T3'VT%q8&4*)/('ox&Bu%Ej%TM&(%Gk%t}%:U+V+p$'I~&TV'UV'C]%.U+%I~&TV':5*w*v%(n9&j1'W.'A`&Rs%/p(p%X=%R(S%A*%)K'p&\\%)n9&+i%&*&+l%'D'Xt%.=%%n9&+i%(%pi%~6&(%yT'%;&)m\
      %.4(&`G%.M%NP&(%`G%.M%:(%W%=#(X{&\\O%k`%_k%iE%4b'n&'@6&cH'Z1'z)&./+&uu&m_%kG'4:*1''di%';&Z1':/&:+#Z'$*(.~&*J%~$#';&g$&@+#<%t%n&)nG%9D&~$#Le%hr%z)&.a+&.~&uL&2Z'@P+O)w#S$*4=&vH&[]%*U'yq&WM%_T%:P+E&N#)4=&vH&[]%*U't}%BG%4P+O)(4=&vH&[]%*U'yq&49*A\
      ()}=&vR'9O%}=&yb%<p%RW%=#v+)%a$A)$+,}=&Jb%_k%iE%R<'u`%8W%dl&|j&4g%\\+&ZB'Kp%Le%4E&n&'ji%LF't}%z)&5@%a(d%.v)&Z?&B\\')|&(%-3'Bw%(%FN%oY&(%{)&Ya%.g(&bS%rd%{^&.I#&bS%rd%W7&(&bS%rd%{^&(%qB&`G%4o$~)%NE'[.&.@'%e#&o@'4l&q(%Hh&H`%)g'4M(Y''9D&EF%dV&%;&\
      :)$v)}$(oD&Bu%JO%)|&m_%(%*W''k%(%VX%#U&@*$r#n&w$'vH&)|&XO%6M%4+%G)(lI&4c%NZ&2b%-n&4u#@%(ej%oa';3'uz%oa'4t$u$'ej%oa'[]%k]%4{)a%'Bu%t}%=T&5p%.{)&Bu%t}%=T&LW%w*]$/%e%a$*bR%cH'[D'1T%_|%Kp%8W%.M'&?N&fy%JO%X+&s#K(K)R+@)T$&&,st%,c%8M%JV&%q&vD%fV&t\
      I%3r&.,(&%,&@;'uL&(%i5'Rc'4P+o$&k~&NE'[.&.1)&.~&'1&|j&./+&oT&uu&kG'.V$(6H%#U&8s&tT%$c&(&6H%#U&8s&4Z)'('d##Z^%tt&5H&4`'/+'-U&*^&uu&kG'(%d##tt&(%:F%9X'4`'/+'kU&dX&uu&kG'(&5X'sT%p9&.N(&4c%1,&fV&(%bX&PM%(%bH'-O%(%VK%dC'.\\)&dX&/.'nQ&(&+3'Zb&A@'(\
      %^^&~L&(($_&^^&~6&RF%v('.w*&rY&di%[D'4F#g(&yY&kX&{^&(%'Z&fh&R[$Y$#'c#@)T$&&*4[&OZ&+V%CU%TD%m9&fV&(%xT%fH'4@(N'(1,&&z%@:'yT&q8&(%Hh&-3'(%+^&oa'(%+^&^^&4/%u$)9O%{^&yb%dH'9D'<$&('`G%.M%&D'NP&(%$_&^^&(%$_&C@'(%E`&3r&(%[J%#U&(%nG%mR&4o#y%'60&<w%\
      /M%bs%.N)%>#'H&&.,*&60&%,&D('4l*=('\\9'4M&Z?&#m%.+$&60&*W'\\O%4k&b&';.'PQ%C)&]'&4f(V(';.'PQ%+^&^^&4B);)';.'PQ%il&z='4o*]#';.'PQ%}C'-3'4Y+K*';.'PQ%.W'84'50#R'Q)/R'Q).`$(Zb&Rs%P3'+3'&q%(%Zb&Rs%4.+_)'Pl'FH'uu&kG'./+&Pl'uu&kG':,(n&}$'9c&5k&z)&m_%\
      4/%u$*9O%mc&6S'yb%dH'9D'<$&49*A('mc&6S'yb%<p%:t'=$h$(mc&v;&0A&o@&~6&.n&'tc&_k%Z1'iE%(%q1'.d&($S_%:,'Y+e)(%f&;3'Z^%.W')w&(&RD'vf&.M%(&+D&vf&p=&#:v$U(,&'8Q&~$#Vr%L~&^,(+#P+=&1)A):*r&n&->i&R9&uL&~$#wV%,.&|j&dl&Z1'z)&(%[:'1D%./+&-j&uu&kG'L3%+#$\
      '#$A)5%*sj&nR&.c%~$#:i%Le%)|&40%8&'ZK%Nu%2k%v2&.\\)&tj&/.'nQ&/Z'=#(%Kc%>i&.2+'5k&[^'\\O%iE%(%.M%eF%./+&Wk&uu&kG'./+&)l&uu&kG'(%jn&ck&5,#,#I(@+'@)T$&&(Jl&$P%fV&tI%3r&4,(#)&FY'=T&ge&4(+Y%)il&z='1D%kX&bz&#G'(&il&tk&$S%(%il&EV%(%il&z='(&;S'ZD'K[%\
      (&j_%;.'-m&4N*@*'Zb&Rs%e4'#3'('Zb&Rs%P3'+3'(%vu%=T%.o$%-n&A]%(%-n&)$&(&NR%$?&)$&./+&+o&uu&kG'(%/Z'P3'L/(+#%(*)U$n&*pq&>Q%~$#ZB'Ej%6M%z)&F/(+#X+'&l((YQ%>Q%~$#mR&:a&@/(+#3&n&(YQ%>Q%~$#Z{%z)&@/(+#,'a+(YQ%>Q%~$#XQ&2Z'4_%a%'pq&Bu%am%5p%._%&pq&Bu\
      %am%FA),(@#P)_%)yq&3l%dl&wE%3r&am%:P(Z$N((4s&oq%4c%1,&fV&@+&P(Z$N((4s&oq%4c%1,&fV&:P(Z$N((4s&oq%4c%1,&fV&RB#]']'6#x#]$n$+mj%)F%d;&d;&bD%\\M%;V%6]%(%mj%6]%Fv)]$W%A)n&--t&6M%cH'z)&yb%:a&1T%_k%dl&z)&XC'/(]$:'1'1),#n&+-t&R)&}2&1T%'1&mR&NE'(D%4:*\
      =#'-t&eW'Z1'iE%44$R*'-t&[^'\\O%i5'4T'R$'}C'84';3'+L'(%Ft&tk&(&nY'o(&$S%(%~i%UU%:+#Z*r#(Z1'<w%~$#<:'6M%@(%m(A)5%)<&'Jb%k`%sa'dl&Tc%(%<&'QE'.=#%*u&iE%(%ku&Fx&./+&lu&uu&kG'(%qV'5m&./+&Nv&uu&kG':@)T$&&(mv&dV&fV&tI%3r&:@)T$&&)tv&6V'ZD'fV&tI%3r&.V\
      '&)w&&2&u`%(&)w&&2&u`%(&V~%SF%{^&@&(@)T$&&(*c%;w&{E&T?'fV&4i*Z%)Qx&PQ%:*&dA'I,'Pq%.d*&6w&>>'A@'.K'(71&1D%Z^%.W')w&4w#S$'WT%@c&WM%_T%.Y+&WT%@c&.W'4g+K'&-c%mc&<2&./+&}y&uu&kG'4=(a%'6y%n|&.~&5p%.=(&6y%n|&.~&4M(B#'6y%>C&dV&vw%4M(Y''6y%>C&dV&%;&\
      .M(&6y%>C&dV&@+#?&j+n&)-z&yR&~$#>B&yR&z)&(%-,&~L&(%O]&A]%4`'/+'B{&@D%uu&kG'.w*%8A'[D'./(&F}&,.&TM&4Z'r#'F}&0D%';&6M%(%#E'IY%.?&&7;'5k&_|%.B)(SM%nQ&f:'-3'il&(%/<&8Q&./(&g$&|G%TM&4)*$*'x&'t}%4=&/>&(%x&'g$&('@''}y&fU&9X'./+&z''uu&kG'.B$&z''\\O%\
      vR%/p(p%.k&'r('o'&0O%Rs%/K'h$.K''r('o'&~6&K[%40*S(&/.'tj&3k&.v%&W.'A`&Rs%(%Xt%3S%4K&9+'#1&=T%X~%PI'.;''#1&=T%(*&a`%@U$W%=#a%)Z1'dl&pT%_k%iE%5p%:U$W%=#(Z1'dl&pT%_k%iE%FW%+#i'E&r#)j&'_k%~$#}=&t}%6M%47'n&'Z1'<:'$?&Jb%(%e7&q1'4''U*'q1'-3'^-&#7'\
      4o*K*'q1'-3'}C'84'(%Xt%~L&.h$&#Z&~6'K[%.Z%(w2'>$&Rs%I,'Pq%(%w2'>$&:K'D%v#'.W')w&8I%di%:K'p&\\%'.W')w&&*&+l%:K'm(C%'.W')w&|a&Si%#(%p/'Yq&(%P3'ui%/p(p%.K'(.r%v('yT&vT&K[%.5*&bX&+L'W7&(%bX&-O%(%~L&e4'Fn&+#D$>'S+*@4'md%z)&~$#$S%Ll'qU'(%)$&Zb&(%+\
      V%RT%./'&*5'}y&oY&)V(:>*O*h$&C)&]'&~6&(%*5'=7'.h$'tJ%VL'Zb&Rs%(%OU'VL'#(%=7'C)&.W%&<:'cH'_k%(%<:'vR%(%I~&T3'./+&qV'uu&kG'.=#&=k%';&iE%.i'&l<'nY'}=&('sa'mc&/t%~='(%V@'oa'(&V@'^^&~6&/9$.((%+i%nY'4?%~('~='Jv&2i%.M%(%}C'-3'.D$&}C'84'$S%#.~('k~&\
      #U&2i%.M%.h$&Ft&ck&K[%(%*D'5m&(&9D'`G%iO%(%Zb&.r%.~(&RD'vf&+i%(%j_%;.':v%E)p(*Zb&.r%Rs%Zb&Rs%P3'+3'(%eD'WC'(%gD'*e&.h$&:F%9X'$S%L,(+#v*:'E&n&*Ll'6M%~$#ZD''1&t}%z)&F+#W%m(,(n&)Ll'6M%~$#_k%VT%z)&.I+&:E'JA';S'./+&]G'uu&kG'Rn&}$##m()*m(3%,:/&md\
      %z)&m_%P##sa'4=&VT%.c%.V$'dH'{)&,V%tT%(%dH'OG&(%UD'$A'L_'=$.(A$V%m+(hH'z;&iR%1k%oa'(%+L'Xt%(%*D'ck&('*D'ck&YD%JO%(%3+&\\9'4,(.'':i%Bu%uL&+Z'4B){('PM%JT%il&pd&.a*&;S'.W'z='((vu%&S';3'uz%oa':H%w#S$($d%Yp%yb%WM%_T%.H%&$d%Yp%yb%:k&b&r%)#T'Ft&Rs%\
      f:'d)&Jr%.3$&&U'&*&hP%4?$1''*U'z)&XR%{W'4G&J('iE%u`%+~%%J&LN#V)T$)+H+n$+*U't}%BG%Ft&oT%*c%WM%6]%@+$s%w#S$+*U'z)&TM&j#&\\O%Vr%WM%_T%4+$s%)*U'z)&TM&j#&\\O%Vr%Fv)p'w+\\'N()*U')|&Z?&#m'b;&fV&@v)p'w+M((*U')|&Z?&#m'fV&@v)p'w+N((*U')|&Z?&#m'fV&/:*1'L\
      ,(+#N)$'n&}$+6y%&m'=M%~$#pq&W-&z)&m_%(%ZG%JO%4($r#'}3&|j&4K%6M%4Y+a*'@c&oa'.W'z='(%?)&oT%(%IT%UV'.m#'%W'*e&yL%3i%.%)'%W'*e&+3'vf&:@)T$&&)*W'i5'b;&fV&tI%3r&4A)v)'@W'Z>&dl&)|&4U%X*'DM&eF%1k%xT%4u*p('Zb&.r%1k%xT%.,&%FY'+.&(%nY'-3'(%|Y'E^'(%|Y'\
      ak%(%+k%31&46(h$'$P%l('qQ&K[%#.I#'86&LZ'W7&31&4/%u$)9O%ZZ'yb%dH'9D'<$&49*A('9O%ZZ'yb%<p%(%Z^%XO%./''}Z'^O%Gg&+.&.&)&3+&\\9'$g&(&2['A`&$S%((q1'-3';3'uz%oa'4I'v%'B\\'5y&@6&Rs%:]#-&F%&f:'-3'vR':|$3*F%&j_%;.'vR':B&4*F%&+}%B.'vR':t*+(F%&rK&RD'vR'(\
      %nb%qB'F+#n&m()%n&*[^'(D%~$#YT%60&Z1'z)&:@)T$&&)[^'pN%b;&fV&tI%3r&:@)T$&&)[^'pN%b;&fV&tI%3r&4F#3%'[^'uL&[]%.c%:Q*)%a%(bl'x&'c5'u`%5p%4Q*)%'bl'x&'c5'u`%:x#]$n$([^'\\O%\\M%;V%6]%:`)A*%)(sa'o(&xu&RD'vf&(&sa'fU&-;'(%sa'yU'4F*M)'9D'yU'P3'ui%4|*_+'\
      9D'yU'#E'$Z'(%sa'yU'4F)@%(vu%=T%;3'uz%oa'.,#&$R%pq&ui%.-+&jl'oa'3k&(%@_'}i%.a#&/Z'P3';J%(%/Z'P3'(%)m'#E'(%DC&km'\

      """
  }
}

// swift-format-ignore-file
// Made by Scripts/generate-conversion from OpenCC's HKVariantsPhrases, HKVariants. Do not edit.
// © BYVoid and the contributors of OpenCC. Apache License 2.0.

extension ConversionTable {
  /// OpenCC's standard to the characters of Hong Kong. 272 words, 375 characters, 9,450 bytes.
  static var hongKongVariants: ConversionTable {
    ConversionTable(
      characterCount: 375, pageStarts: HongKongVariantsData.pageStarts, codes: HongKongVariantsData.codes, choiceStarts: HongKongVariantsData.choiceStarts,
      choices: HongKongVariantsData.choices, wordStarts: HongKongVariantsData.wordStarts, seconds: HongKongVariantsData.seconds, rests: HongKongVariantsData.rests)
  }
}

private enum HongKongVariantsData {
  /// The number of the first character of each page of 256, two digits each, and the end.
  static var pageStarts: StaticString {
    """
      ##############################################################################################################################################################+#-#2#;#A#L#R#U#W#_#b#k#n#z#*$-$3$;$?$C$L$O$Q$Z$`$i$r$t$x$z$#%'%+%0%2%5%9%;%?%B%J%\
      K%M%P%S%S%W%\\%`%d%i%o%w%}%%&*&.&.&5&;&B&E&I&J&L&O&U&\\&c&e&g&h&n&s&v&z&}&#'&'&'('*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'\
      *'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'\
      *'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'\
      *'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'\
      *'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'\
      *'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'\
      *'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'\
      *'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'*'\

      """
  }

  /// The characters' code points in order, three digits each.
  static var codes: StaticString {
    """
      'D%0D%1D%TD%(E%VE%CF%HF%hG%nG%*J%HJ%dJ%4K%%L%GL%YL%1M%4M%7M%$N%/N%KN%#O%JO%\\O%`P%wP%$Q%TQ%$R%6R%NR%bR%vR%+T%1T%=T%KT%QT%WT%jT%oT%sT%>U%~U%4W%JX%VX%FY%HZ%q\\%8]%=]%[]%0^%B^%A_%G_%m_%K`%o`%Jb%yb%*c%,c%4d%Dd%td%xd%{d%'e%ff%Og%Pg%7h%+i%1i%>i%Si%\
      di%fi%ji%5j%^j%fj%uj%*k%+k%2k%9k%=k%_k%ak%6l%8l%Zm%am%hm%ym%mo%Np%&q%uq%vq%Vr%&s%=s%xs%zs%Dt%xt%5u%bu%vu%$v%Lv%uv%(w%Xw%$y%6y%hy%5z%s{%1|%=|%F|%G|%T|%t}%w}%N~%V~%x~%)$&p%&H&&f(&z(&#)&$)&C)&R)&b)&z)&{)&}*&8+&&,&@,&$-&S-&^-&0.&M.&P.&[.&p.&:/&\
      r/&A0&i0&#1&.1&l1&p1&~1&>2&A2&$3&)5&-5&}5&26&~6&r7&.9&n9&*<&1=&4=&N=&p=&z>&Z?&o?&z?&TA&ZA&zB&/C&9D&oD&pD&#E&nE&fG&UH&lI&HJ&tJ&GL&iL&wL&6M&RP&XQ&qQ&9R&ZS&cS&vT&+U&3U&HX&dX&eX&hX&nX&UY&fY&nY&j\\&f^&D_&-`&\\`&:a&Tb&Ac&_d&+i&Ti&pi&8j&oj&'k&5m&Gm&\
      Jm&pm&`n&{n&7o&yq&2r&or&pr&4s&5t&Ft&^t&-u&Bv&Jv&Fw&?x&Lx&ax&tx&}x&)y&Lz&`z&bz&fz&D{&U{&-|&:|&K|&.~&7~&k~&,#'x#'u$'L%'P%'j%'y&'g''}''D('l('Z*'5.';.'<.'F.'J.'M.'40'\\0'Z1'c1'f1'?2'Q2'-3';3''4'04'q4'Y5'i5'(6',6'X6'K9'O9'e9'f:'z='9>'D@'8A'[A'MC'\
      }C'?D'ZD'5E'SE'<F'XF'vF'|F'5H'cH'hH'nH'$J':J'AJ'CJ'_J'6K'#L'ML'GM'HO'~O'TS'uT'MU'^U'hU'TV'%W'QW')X'-X'dX'vY'2Z'LZ'd\\'l\\'3]'[^'R_''`'\\`'sa'2c'=c'Ye'fg'gg'Ql'jl'Rm'|n'\

      """
  }

  /// Where in `choices` each character's begin, two digits each, and where the last ones end.
  static var choiceStarts: StaticString {
    """
      ##############################$#$#$#$#$#%#%#%#%#%#%#%#%#%#%#%#%#%#%#%#%#&#&#&#&#(#(#(#(#(#(#(#(#*#*#+#+#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#,#.#.#.#.#.#.#/#/#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#0#\
      1#1#1#2#2#2#2#3#3#3#4#4#4#4#4#5#5#6#6#6#7#9#9#9#9#9#9#9#9#9#9#9#9#9#9#9#9#9#9#9#9#9#:#:#;#;#;#;#;#;#<#>#>#?#?#?#?#@#@#@#A#A#A#A#A#A#A#A#B#B#B#C#D#D#D#E#F#F#F#F#F#G#H#H#I#I#I#I#I#I#I#I#I#I#I#I#J#J#J#K#K#K#K#K#K#K#K#K#L#L#M#M#N#N#N#N#Q#Q#Q#S#\
      S#S#T#T#T#V#V#V#V#V#V#V#V#V#V#W#X#Y#Y#Z#[#[#[#[#[#[#[#[#[#[#[#[#[#[#]#]#]#^#^#^#_#`#`#`#a#a#a#b#c#c#c#c#d#d#d#d#d#f#f#f#f#f#f#f#f#g#g#g#g#g#g#g#g#g#g#g#h#h#h#i#i#i#i#i#i#i#i#i#i#i#j#j#j#j#j#j#k#l#l#m#m#m#n#n#n#o#o#o#o#o#o#o#o#o#o#o#o#o#o#o#\
      o#o#o#o#o#o#o#o#o#p#p#p#p#p#p#p#\

      """
  }

  /// What characters may become, three digits each.
  static var choices: StaticString {
    """
      |J%<M%(T%QT%h.'JX%VX%jT%x\\%Dd%ri&=g%Bg%yw%;y%>|%T|%P#&9%&%)&t(&#)&W/&#1&P2&kb&$3&\\4&T/&)<&}?&TA&4F&WB&WD&HJ&cJ&aH&7W&iX&'b&]b&yG&,j&8j&\\j&5m&bl&Wm&T|%7o&ZW%Pv&@w&*S%WT%HJ&7~&c#'T#'p#'g''t*'mZ&M.'#1&c1's4'c>'WA'-H'(q&II'pK'tH'US'Fe'\

      """
  }

  /// Where in `seconds` each character's begin, three digits each, and where the last ones end.
  static var wordStarts: StaticString {
    """
      ###%##&##&##&##&##&##&##'##(##)##)##)##)##)##)##)##*##*##-##-##-##/##0##0##1##3##4##6##6##6##6##9##;##;##=##=##=##=##=##=##=##>##?##?##@##A##A##A##B##C##C##C##C##C##C##C##C##C##C##C##C##C##C##C##G##H##H##H##H##H##H##I##I##I##I##I##I##J##J##\
      J##L##M##N##N##N##O##P##Q##Q##Q##S##T##T##T##U##Z##\\##\\##\\##\\##\\##]##]##^##^##_##_##`##f##f##f##f##g##g##g##g##g##j##j##j##k##l##l##l##l##m##m##m##m##m##m##m##m##m##m##m##m##n##n##n##n##n##n##n##n##n##n##n##o##p##p##p##p##p##r##t##t##u##y##\
      ~##~##~##~##~###$#'$#($#($#($#($#($#)$#)$#+$#,$#-$#-$#-$#.$#.$#.$#0$#1$#1$#2$#2$#2$#2$#4$#5$#7$#7$#7$#8$#8$#8$#9$#9$#:$#;$#;$#;$#<$#<$#<$#=$#>$#>$#>$#>$#?$#?$#?$#?$#?$#?$#A$#B$#B$#B$#C$#C$#C$#C$#C$#C$#C$#C$#D$#D$#D$#D$#D$#D$#D$#D$#D$#F$#F$#\
      G$#G$#G$#G$#H$#H$#H$#H$#I$#J$#K$#K$#L$#M$#N$#O$#O$#O$#O$#O$#O$#O$#O$#O$#P$#P$#P$#P$#R$#S$#S$#T$#U$#U$#U$#V$#X$#X$#X$#Y$#Y$#Y$#Z$#Z$#Z$#Z$#Z$#Z$#Z$#Z$#Z$#Z$#^$#b$#b$#b$#e$#e$#e$#f$#f$#f$#f$#f$#f$#f$#f$#g$#g$#h$#h$#h$#i$#i$#i$#i$#i$#i$#i$#i$#\
      j$#j$#j$#j$#j$#j$#l$#l$#m$#o$#o$#o$#p$#p$#p$#q$#q$#q$#u$#u$#v$#w$#w$#w$#w$#w$#x$#x$#y$#y$#{$#{$#{$#|$#|$#|$#|$#|$#|$#|$#|$#|$#~$##%#$%#$%#%%#&%#&%#&%#)%#)%#*%#,%#.%#.%#\

      """
  }

  /// The second characters of words, two digits each, and where in `rests` theirs begin, three digits.
  static var seconds: StaticString {
    """
      /$###U%5##@%B##h#Y##u%f##T$s##f$G$#Z$X$#\\$i$#+%z$#7#/%#'$@%#p&M%#K$Z%#a%y%#q%*&#<#I&#-#V&#7#g&#(%x&#>%~&#:&&'#^#7'#E&I'#(%c'#<&i'#x%{'#a%,(#o#9(#D#F(#;$X(#x%j(#]#t(#r#L)#s#a)#:%r)#V$2*#=&b*#'$o*#B$%+#a%6+#F%C+#E&l+#+%}+#'$.,#K&;,#$$|,#'$--#\
      &':-#x&B-#Z#F-#\\#W-#*$i-#c${-#R&0.#{%A.#n&N.#)#[.#$'r.#O%(/#a%9/#g$F/#i$I/#Q%L/#{%Y/#2&f/#3&j/#Q&w/#c#30#L$;0#?%C0#'$o0#a%|0#H#-1#s&F1#]$W1#'$h1#C#}1#g$.2#S#H2#\\&U2#<%b2#'#o2#&$u2#%%*3#e&.3###23#^$?3#y$L3#$%Y3#P&f3#b$s3#q#(4#D&?4#L&L4#[&]4#\
      F&j4#{%w4#\\$,5#a%=5#o$J5#_#[5#W$a5#&#}5#@%%6#%#Y6#-#u6#4#*7#K%77#($D7#4#H7#K%L7#m&P7#`%]7#K#t7#Y%S8#'$a8#{&n8#v#|8#'$19#J%>9#l%g9#d%-:#a%::#a%G:#T#T:#k&X:#A%e:#X#v:#a%+;#b%8;#m#Y;#M#k;#L&r;#a%'<#x%4<#I#5<#9%F<#{%X<#'$i<#0%q<#'$u<#w%&=#)&7=#\
      *&D=#^$H=#@&U=#8$b=#+&f=#;&h=#>&j=#8$p=#+&}=#;&)>#>&1>#P$F>#0%W>#e&h>#`#l>#a#p>#=&,?#x&9?#a#F?#.#L?#g$Y?#n$f?#=$s?#0&$@#)'1@#M%B@#K#O@#M%\\@#Y%{@#n%%A#Y%)A#]%/A#Q$SA#g$`A#t%mA#+&(B#$&:B#q&KB#t&*C#a%7C#)'DC#H%UC#r&fC#:#sC#a%(D#L&BD#F$SD#C$mD#\
      g$nD#L%,E#~&NE###[E#\

      """
  }

  /// What follows in each word, and what the word becomes; the longest first.
  static var rests: StaticString {
    """
      4I$&'''D%vq%t}%\\l'.&'&'D%pi&\\l':4&&'G$(0D%+U&40'\\l'G|%.'$&HF%xd%[m%.g#&hG%fz&~d%Xw%'$~$-$W%:$&#r#-nG%$)&U{&[m%p=&&q%oj&$v%TD%Si%.K#&YL%:/&ax&*n%4.K#&4M%}*&ax&*n%4.K#&4M%&,&ax&*n%4.K#&4M%9D&ax&*n%4.K#&/N%$N%ax&*n%4.1&&/N%[m%F.'.'$&KN%-X'[m%:\
      a#Y#K#(JO%N~%Jb%[]%ax&6a#Y#n%@.Q&&\\O%3r&ZD':K#1$_#(\\O%)y&ax&&s%K`%6n%1$_#4.a%&`P%\\O%3r&.K#&wP%*J%ax&*n%4.K#&wP%$N%ax&*n%40($Y%6*Y%0.K#&6R%Q2'ax&*n%44_$i&'LC&m_%S-&MU'4`&/&'LC&K9'_J';.'(%LC&K9'0($Y%64T%&''vR%;3'Ti&\\l'.o%&FY%-|&tx&.1&&oT%3r&F\
      .'.{$&>U%+i%AN%4I$&''~U%bR%t}%\\l'4&#r#'JX%Lv%TD%Si%0|#p%(*o%(H7$Q&2&;%|#r#@L7$Q&3&;%|#r#+*c%G_%5u%ZD'J.'qQ&2k%Si%_T$h%H&?#i#Q#`$N%_$,&.K#&*c%di%ax&*n%4@&'A#6&v&)*c%XQ&\\l'$R%Z1'l\\'4K#W#',c%R)&ax&8]%4K#Q&',c%R)&ax&ZD'0n%W#40n%Q&4.f&&'e%>V%~O'\
      4+$I&'1i%[m%mo%z='.K#&di%5z%ax&*n%4.1&&di%3r&F.'4K#Q&'fi%nX&ax&ZD'0n%Q&4.K#&fi%nX&ax&*n%4.K#&ji%K9'ax&*n%4.G&&*U&9D&e9'.6$&uj%[m%xt%N/%7$Q&2&;%|#r#FR/%7$Q&3&;%|#r#,*k%D@'nE&5u%ZD'J.'qQ&2k%Si%0/%Y%6.'$&9k%ak%[m%.&$&9k%[m%8l%(%=k%\\l'*Y%0.K#&8\
      l%0^%ax&*n%44|#&''8l%A_%2k%\\l'4&'u&'8l%ym%\\l'd\\'.K#&8l%P.&ax&*n%4.K#&8l%5E'ax&*n%4.S&&[m%.~&SE'.Q&&[m%QW'ZD':8&&'w&(Np%CF%f1'\\l'3]'4a#b#'oD%fg'Jb%yb%.K#&Vr%:a&ax&*n%4.1&&=s%3r&F.')r%)r%.0$&xs%SZ'Vr%.'$&xs%.~&[m%*/#../#&xs%J.'dJ%02&;%443&;%'\
      5u%ZD'J.'qQ&(%%w%*c%(%%w%V~%4c#r#'%w%vT&*c%Si%4L$U$'%w%vT&V~%C)&(%%w%vT&.Q&&$y%[m%ZD'.Q&&6y%3r&ZD'kO&;&G#I%w#(#@#{#Q#N%_$,&.K#&H&&2Z'ax&*n%4.K#&8+&@,&ax&*n%4.6$&&,&[m%xt%(%&,&[m%.f$&0.&LC&:/&.0$&0.&i0&Vr%.B&&0.&i0&(6'.0#&M.&JX%4K%.'$&M.&$J'\
      [m%.'$&[.&9R&[m%0)'Y%6.K#&p.&8l%ax&*n%4*Y%0*Y%0.'$&:/&'D%[m%.'$&:/&$-&[m%.'$&:/&n9&[m%.'$&:/&Z?&[m%.'$&:/&?D'[m%.K#&.1&M.&ax&*n%4:5$&#r#(l1&>i%Ct%TD%Si%.U#&l1&_3'HZ%.K#&l1&8A'ax&*n%4.'$&l1&nH'[m%.t%&p1&&z&bz&.K#&)5&.~&ax&*n%4.K#&}5&&,&ax&*n\
      %4.1&&}5&3r&F.'.K#&26&>2&ax&*n%409$Y%6@U%&'{#v#)n9&b)&pi&\\l'+k%5j%*Y%0H7$Q&2&;%|#r#@L7$Q&3&;%|#r#+4=&+U&5u%ZD'J.'qQ&2k%Si%@U&N$'$I&)N=&1D%XF')$&[m%z='.K#&z>&*J%ax&*n%4.-#&zB&1M%*J%.n&&zB&f^&QW'*Y%0*-#(*n&(.'$&oD&%W'[m%:X$7%5&(nE&yq&z)&)r%\\0\
      'N&$7$Q&2&;%&#r#FR&$7$Q&3&;%&#r#,UH&WT%8l%5u%ZD'J.'qQ&TD%Si%6Y$e%K#*0Y$e%*.)$&GL&[m%hm%6N###E%@0N#E%:*2&4.3&&RP&5j%J.'.I&&ZS&[m%z='4K#I&'dX&j\\&ax&z='0n%I&4.K#&dX&j\\&ax&*n%4.)#&dX&iv&CF%.0%&dX&iv&fG&(%dX&iv&.C#&eX&4s&LC&.Q&&UY&3r&ZD'.Q&&:a&3\
      r&ZD'*x%..'$&'k&hU'[m%.K#&Gm&3U&ax&*n%4.K#&{n&=]%ax&*n%4.6$&or&3r&xt%FI$&'|#S%A#*pr&or&t}%\\l'2k%+i&$R%4J$&''4s&Pg%w}%\\l'5N%_$,&.K#&^t&8A'ax&*n%4.1&&-u&3r&F.'#.K#&Lz&KT%ax&*n%44&'A#'D{&RP&\\l'$R%.K#&D{&.~&ax&*n%4(%U{&[m%*Y%0.1&&K|&[m%F.'.K#&k\
      ~&U{&ax&*n%4.2#&,#'}''GL%*2#..'$&L%'$-&[m%G`$f%M#N%_$,&*G&($($(*l&($(.G&&J.'bu%e9'(%J.'D('(%J.'-3'.l&&J.'04'TV'(%J.'04'.K#&Z1'H&&ax&*n%4.K#&Z1'fG&ax&*n%4*Y%0*Y%04,#K#'i5'Jb%nG%ax&0,#n%:.x$&,6'>V%.9&.Q&&&z&[^'ZD'0#$Y%6.4$&<F'HJ%}s%.e#&<F'r/&\
      Ce%.'$&vF'~1&[m%.'$&|F'(w%[m%.'$&|F'<.'[m%.K#&hH'|n'ax&*n%4.[#&:J'nO'B^%.I&&_J'ax&z='40%I&'_J'nO'fG&z='.0%&_J'nO'fG&00%Q&**I&.00%Q&*4c#Q&'ML'@l&*c%ZD'4s%X#'ML'@l&`z&=]%.'$&uT'f(&[m%.[%&^U'i0&Jm&:k#7%5&(TV'bz&ff%)r%\\0'47%5&'TV'D(')r%\\0'.K#&)\
      X'u$'ax&*n%4N&$7$Q&2&;%|#r#FR&$7$Q&3&;%|#r#,[^'dX'8l%5u%ZD'J.'qQ&2k%Si%.'$&[^'LZ'[m%.I&&R_'3r&z='.K#&'`'|n'ax&*n%4.K#&sa'fY&ax&*n%4.r%&2c'pY'Lz&.K#&fg'#O%ax&*n%4.6$&fg'3r&xt%.1&&fg'3r&F.'.K#&fg'8A'ax&*n%4.1&&\\l'F|%F.'.Y&&\\l'F|%cH'#.V$&jl'i0\
      &R)&.%'&jl'i0&gg'.|$&]e'D_&4=&.J%&]e'D_&j\\&(%]e'D_&.t&&]e'=c'LZ'\

      """
  }
}

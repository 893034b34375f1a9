// swift-format-ignore-file
// Made by Scripts/generate-conversion from OpenCC's TWVariantsPhrases, TWVariants. Do not edit.
// © BYVoid and the contributors of OpenCC. Apache License 2.0.

extension ConversionTable {
  /// OpenCC's standard to the characters of Taiwan. 12 words, 63 characters, 2,804 bytes.
  static var taiwanVariants: ConversionTable {
    ConversionTable(
      characterCount: 63, pageStarts: TaiwanVariantsData.pageStarts, codes: TaiwanVariantsData.codes, choiceStarts: TaiwanVariantsData.choiceStarts,
      choices: TaiwanVariantsData.choices, wordStarts: TaiwanVariantsData.wordStarts, seconds: TaiwanVariantsData.seconds, rests: TaiwanVariantsData.rests)
  }
}

private enum TaiwanVariantsData {
  /// The number of the first character of each page of 256, two digits each, and the end.
  static var pageStarts: StaticString {
    """
      ##############################################################################################################################################################$#$#%#%#%#%#&#(#(#)#*#*#+#,#.#.#/#0#0#0#0#0#0#0#0#3#6#7#9#:#<#<#<#>#>#>#A#A#A#B#D#\
      F#F#G#H#H#I#J#L#N#N#O#Q#R#S#V#V#V#X#Y#Y#Y#Y#Y#Z#Z#Z#Z#[#\\#\\#\\#\\#\\#\\#\\#]#^#^#^#a#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#\
      b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#\
      b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#\
      b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#\
      b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#\
      b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#\
      b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#\
      b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#b#\

      """
  }

  /// The characters' code points in order, three digits each.
  static var codes: StaticString {
    """
      'D%%L%sT%JX%FY%6]%Jb%1h%7h%2k%Zm%uq%xs%o.&p.&:/&l1&n2&$3&}3&06&S7&p9&X<&_=&pD&#E&iL&wL&6M&<W&HX&hX&oZ&Q[&\\`&_d&8j&'k&mn&7o&pq&2r&Bv&ox&}x&-|&,#'C%'N%'j%'5.'b/'c1'9>'AJ'GM'\\`'qc'Ql'cl'jl'en'\

      """
  }

  /// Where in `choices` each character's begin, two digits each, and where the last ones end.
  static var choiceStarts: StaticString {
    """
      ####$#$#%#&#&#&#'#(#(#)#*#*#*#*#*#+#+#,#,#.#/#/#0#1#2#3#4#5#5#6#7#8#9#:#;#<#=#=#>#?#?#@#A#A#A#A#A#B#B#C#D#E#F#G#H#I#I#J#K#M#M#N#\

      """
  }

  /// What characters may become, three digits each.
  static var choices: StaticString {
    """
      |J%VX%jT%2h%Bg%[m%oD%l1&kb&l1&06&^h&P<&h>&WB&WD&aH&)r%=W&7W&iX&:#'=[&'b&yG&,j&<Y'T|%3r&ZW%*T%p#'mZ&t/'#1&c>'(q&tH'wd'\\l'cl'oD%mZ'\

      """
  }

  /// Where in `seconds` each character's begin, three digits each, and where the last ones end.
  static var wordStarts: StaticString {
    """
      ###############$##$##$##$##$##$##$##$##%##%##%##'##'##'##'##(##(##(##(##(##(##(##(##(##(##)##)##)##)##)##)##)##)##)##*##*##*##+##+##+##+##+##+##,##,##-##-##-##-##-##-##-##-##-##-##-##-##.##.##\

      """
  }

  /// The second characters of words, two digits each, and where in `rests` theirs begin, three digits.
  static var seconds: StaticString {
    """
      Q####4#)##(#-##0#1##)#5##\\#9##'#G##O#K##9#O##(#S##1#W####[##\

      """
  }

  /// What follows in each word, and what the word becomes; the longest first.
  static var rests: StaticString {
    """
      0,#P#(*7#0*7#0*7#0*7#06%###C#@0%#C#:*Q#.*7#0*7#0*7#0*7#0\

      """
  }
}

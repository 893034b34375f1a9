import Testing

@testable import ChineseConversion

struct ConvertedTextTests {
  @Test func conversionOfEqualLengthKeepsOffsets() {
    let converted = "头发 hair 皇后".converted(.s2tw)
    for offset in 0...converted.text.utf8.count {
      #expect(converted.utf8Offset(ofSource: offset) == offset)
      #expect(converted.sourceUTF8Offset(of: offset) == offset)
    }
  }

  @Test func offsetsAreMappedPastALongerWord() {
    let source = "看内存与硬盘"
    let converted = source.converted(.s2twp)
    #expect(converted.text == "看記憶體與硬碟")
    #expect(slice(converted, of: source, "内存") == "記憶體")
    #expect(slice(converted, of: source, "看") == "看")
    #expect(slice(converted, of: source, "与") == "與")
    #expect(slice(converted, of: source, "硬盘") == "硬碟")
    #expect(converted.sourceUTF8Offset(of: "看記憶體與".utf8.count) == "看内存与".utf8.count)
  }

  @Test func offsetsAreMappedPastAShorterWord() {
    let source = "他的手提電腦與優化"
    let converted = "前數據機後".converted(.tw2sp)
    #expect(converted.text == "前调制解调器后")
    let back = "前调制解调器后".converted(.s2twp)
    #expect(back.text == "前數據機後")
    #expect(slice(back, of: "前调制解调器后", "后") == "後")
    #expect(slice(back, of: "前调制解调器后", "调制解调器") == "數據機")
    #expect(source.converted(.s2t).text.hasSuffix("優化"))
  }

  @Test func mappedOffsetsAreMonotonousAndOnCharacters() {
    let source = "𠮟责内存👩‍👩‍👧里的调制解调器 á后\u{FE00}鼠标𬶠干"
    for conversion in ChineseConversion.allCases {
      let converted = source.converted(conversion)
      let starts = Set(converted.text.unicodeScalars.indices.map { $0.utf16Offset(in: converted.text) })
      #expect(!starts.isEmpty)
      var last = 0
      for index in source.unicodeScalars.indices {
        let offset = converted.utf8Offset(ofSource: source.utf8.distance(from: source.startIndex, to: index))
        #expect(offset >= last)
        last = offset
        let place = converted.text.utf8.index(converted.text.startIndex, offsetBy: offset)
        #expect(place.samePosition(in: converted.text.unicodeScalars) != nil)
      }
      for index in converted.text.unicodeScalars.indices {
        let target = converted.text.utf8.distance(from: converted.text.startIndex, to: index)
        let offset = converted.sourceUTF8Offset(of: target)
        let place = source.utf8.index(source.startIndex, offsetBy: offset)
        #expect(place.samePosition(in: source.unicodeScalars) != nil)
      }
      #expect(converted.utf8Offset(ofSource: source.utf8.count) == converted.text.utf8.count)
    }
  }

  @Test func aVariationSelectorKeepsItsCharacter() {
    #expect("皇后\u{E0100}后面".converted(.s2tw).text == "皇后\u{E0100}後面")
    #expect("发\u{FE00}发".converted(.s2tw).text == "发\u{FE00}發")
  }

  @Test func marksStayOnTheirCharacters() {
    #expect("发\u{20DD}展".converted(.s2tw).text == "發\u{20DD}展")
    #expect("头\u{304}发".converted(.s2tw).text == "頭\u{304}發")
  }

  @Test func otherTextIsUnchanged() {
    let text = "naïve \u{0}\u{1B}[0m\r\n emoji 👨‍👩‍👧‍👦 한국어 かな \u{FFFD}"
    for conversion in ChineseConversion.allCases {
      #expect(text.converted(conversion).text.utf8.elementsEqual(text.utf8))
    }
    #expect("".converted(.s2tw).text.isEmpty)
  }

  @Test func wordsAreNotFoundAcrossTheEndsOfOthers() {
    // 干 ends one word of the list and 后 begins another: neither is the beginning of a third.
    #expect("若干后果".converted(.s2tw).text == "若干後果")
  }

  private func slice(_ converted: ConvertedText, of source: String, _ word: String) -> String? {
    guard let found = source.firstRange(of: word) else { return nil }
    let start = source.utf8.distance(from: source.startIndex, to: found.lowerBound)
    let range = converted.utf8Range(ofSource: start..<start + word.utf8.count)
    let bytes = Array(converted.text.utf8)
    return String(decoding: bytes[range], as: UTF8.self)
  }
}

extension String {
  fileprivate func firstRange(of word: String) -> Range<Index>? {
    indices.lazy.map { $0 }.first { self[$0...].hasPrefix(word) }.flatMap { start in
      index(start, offsetBy: word.count, limitedBy: endIndex).map { start..<$0 }
    }
  }
}

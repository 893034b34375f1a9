extension String {
  /// The string of bytes that were found well-formed before: a copy of them without another look.
  ///
  /// Looking at every character again is most of what a string of Chinese costs, and a dump's bytes are validated once,
  /// when it is decoded. Unsafe where the bytes are not UTF-8 or the ends cut a character; a debug build checks it.
  @inlinable @inline(__always)
  package init(wellFormed bytes: UnsafeBufferPointer<UInt8>) {
    assert(UTF8Validation.firstIllFormed(in: bytes) == bytes.count, "bytes that were taken for UTF-8")
    self.init(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: UTF8Validation.isASCII(bytes)))
  }

  /// The string of bytes of which it may be known that they are well-formed; repaired when it is not.
  @inlinable @inline(__always)
  package init(_ bytes: UnsafeBufferPointer<UInt8>, isWellFormed: Bool) {
    if isWellFormed {
      self.init(wellFormed: bytes)
    } else {
      self.init(decoding: bytes, as: UTF8.self)
    }
  }
}

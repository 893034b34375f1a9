extension String {
  /// The string of bytes that were already found to be well-formed: a copy without another check.
  ///
  /// Checking every character again is most of the cost of a Chinese string, and a dump's bytes are validated once,
  /// when it is decoded. Unsafe if the bytes are not UTF-8 or the ends cut a character; a debug build checks this.
  @inlinable @inline(__always)
  package init(wellFormed bytes: UnsafeBufferPointer<UInt8>) {
    assert(UTF8Validation.firstIllFormed(in: bytes) == bytes.count, "bytes that were taken for UTF-8")
    self.init(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: UTF8Validation.isASCII(bytes)))
  }

  /// The string of bytes that may be known to be well-formed; repaired if they are not.
  @inlinable @inline(__always)
  package init(_ bytes: UnsafeBufferPointer<UInt8>, isWellFormed: Bool) {
    if isWellFormed {
      self.init(wellFormed: bytes)
    } else {
      self.init(decoding: bytes, as: UTF8.self)
    }
  }
}

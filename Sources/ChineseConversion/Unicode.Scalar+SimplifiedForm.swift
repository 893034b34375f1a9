extension Unicode.Scalar {
  /// The simplified form of a Han character outside of any word; any other character is its own.
  ///
  /// For comparing characters, not for showing them: 乾 is 干 here, even in 乾隆.
  ///
  /// - Complexity: O(log n) in the characters of a table's page.
  public var simplifiedForm: Unicode.Scalar {
    let table = ConversionTable.traditionalToSimplified
    return table.number(of: value).flatMap(table.firstChoice).flatMap(Unicode.Scalar.init) ?? self
  }
}

import Glibc

/// Called by libFuzzer with each input; `Scripts/fuzz` builds and runs it.
///
/// `YUELAN_FUZZ_TARGET` selects the reader for the whole process: an input is then exactly the bytes that the reader
/// gets, so that a file of the corpus can be inspected, written by hand and tried with the program.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  chosenTarget.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

private let chosenTarget: FuzzTarget = {
  let name = getenv("YUELAN_FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
    let names = FuzzTarget.all.map(\.name).joined(separator: " ")
    fatalError("YUELAN_FUZZ_TARGET must be one of: \(names)")
  }
  return target
}()

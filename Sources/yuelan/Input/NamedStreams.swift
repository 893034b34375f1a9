import Glibc

// What `-` stands for on a command line.

/// The bytes of a named file, or of standard input for `-`.
func readInput(_ name: String) throws(CommandFailure) -> [UInt8] {
  do {
    return name == "-"
      ? try readDescriptor(STDIN_FILENO, name: CommandSentence.standardInput.text).bytes : try readFile(name).bytes
  } catch {
    throw .file(error)
  }
}

/// Writes a whole file, or to standard output for `-` or when no file is named.
func writeOutput(_ bytes: [UInt8], to name: String?) throws(CommandFailure) {
  if let name, name != "-" {
    do { try writeFile(name, bytes) } catch { throw .file(error) }
  } else {
    var stream = OutputStream()
    stream.write(bytes)
    try stream.finish()
  }
}

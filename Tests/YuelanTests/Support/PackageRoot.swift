/// The package's folder.
let packageRoot: String = {
  // Tests/YuelanTests/Support/PackageRoot.swift
  var parts = #filePath.split(separator: "/")
  parts.removeLast(4)
  return "/" + parts.joined(separator: "/")
}()

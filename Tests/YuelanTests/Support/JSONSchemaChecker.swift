import Foundation

/// Checks a value against a JSON Schema, with the part of draft 2020-12 that the project's own schemas use. A member
/// that the schema does not mention is a fault here, so that undocumented members are noticed.
struct JSONSchemaChecker {
  private let definitions: [String: [String: Any]]
  private let root: [String: Any]

  init(_ schema: [String: Any]) {
    root = schema
    definitions = schema["$defs"] as? [String: [String: Any]] ?? [:]
  }

  /// The faults with their places; empty if the value is valid.
  func faults(of value: Any) -> [String] { faults(of: value, root, at: "$") }

  private static let known: Set<String> = [
    "$schema", "$id", "$defs", "$ref", "title", "description", "version", "type", "enum", "pattern", "minimum",
    "properties", "required", "items", "additionalProperties",
  ]

  private func faults(of value: Any, _ schema: [String: Any], at place: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      guard let target = definitions[reference.replacingOccurrences(of: "#/$defs/", with: "")] else {
        return ["\(place): no definition \(reference)"]
      }
      return faults(of: value, target, at: place)
    }
    var faults = Set(schema.keys).subtracting(Self.known).map { "\(place): unknown keyword \($0)" }
    if let types = schema["type"] {
      let names = types as? [String] ?? [types as? String ?? "?"]
      if !names.contains(where: { Self.isOfType(value, $0) }) { return faults + ["\(place): is not \(names)"] }
    }
    if let choices = schema["enum"] as? [Any], !choices.contains(where: { Self.isSame($0, value) }) {
      faults.append("\(place): \(value) is none of \(choices)")
    }
    if let text = value as? String, let pattern = schema["pattern"] as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      faults.append("\(place): \(text) does not match \(pattern)")
    }
    if let number = value as? NSNumber, let minimum = schema["minimum"] as? NSNumber,
      number.doubleValue < minimum.doubleValue
    {
      faults.append("\(place): \(number) is below \(minimum)")
    }
    if let object = value as? [String: Any] { faults += membersFaults(of: object, schema, at: place) }
    if let array = value as? [Any], let items = schema["items"] as? [String: Any] {
      for (index, element) in array.enumerated() {
        faults += self.faults(of: element, items, at: "\(place)[\(index)]")
      }
    }
    return faults
  }

  private func membersFaults(of object: [String: Any], _ schema: [String: Any], at place: String) -> [String] {
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    var faults: [String] = []
    for name in schema["required"] as? [String] ?? [] where object[name] == nil {
      faults.append("\(place): lacks \(name)")
    }
    for (name, member) in object {
      if let property = properties[name] ?? schema["additionalProperties"] as? [String: Any] {
        faults += self.faults(of: member, property, at: "\(place).\(name)")
      } else {
        faults.append("\(place): the schema does not name \(name)")
      }
    }
    return faults
  }

  private static func isSame(_ choice: Any, _ value: Any) -> Bool {
    switch (choice, value) {
    case (let choice as String, let value as String): choice == value
    case (let choice as NSNumber, let value as NSNumber): choice == value
    default: choice is NSNull && value is NSNull
    }
  }

  private static func isOfType(_ value: Any, _ name: String) -> Bool {
    let isBoolean = (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false
    return switch name {
    case "null": value is NSNull
    case "boolean": isBoolean
    case "integer": !isBoolean && (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    case "number": !isBoolean && value is NSNumber
    case "string": value is String
    case "array": value is [Any]
    case "object": value is [String: Any]
    default: false
    }
  }
}

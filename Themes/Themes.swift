/// The bytes of the built-in themes, by identifier.
public let builtInThemes: [(id: String, toml: [UInt8])] = [("mo", PackageResources.mo_toml)]

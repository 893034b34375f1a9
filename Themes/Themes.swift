/// The bytes of the built-in themes, by identifier, in the order of the theme picker.
public let builtInThemes: [(id: String, toml: [UInt8])] = [
  ("mo", PackageResources.mo_toml),
  ("zhi", PackageResources.zhi_toml),
  ("zhuqing", PackageResources.zhuqing_toml),
  ("zhusha", PackageResources.zhusha_toml),
  ("high-contrast", PackageResources.high_contrast_toml),
  ("ansi16", PackageResources.ansi16_toml),
  ("mono", PackageResources.mono_toml),
]

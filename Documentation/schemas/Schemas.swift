/// JSON Schemas (draft 2020-12) of what the subcommands print for machines, by the subcommand's name.
public let jsonSchemas: [(name: String, bytes: [UInt8])] = [
  ("read", PackageResources.read_json),
  ("list", PackageResources.list_json),
  ("search", PackageResources.search_json),
  ("lookup", PackageResources.lookup_json),
  ("bookmarks", PackageResources.bookmarks_json),
  ("highlights", PackageResources.highlights_json),
  ("doctor", PackageResources.doctor_json),
]

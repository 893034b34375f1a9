/// The version of this source, as `CHANGELOG.md` has it.
let yuelanVersion = "0.1.0"

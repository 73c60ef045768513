/// What a key says by itself, wherever it stands.
struct KeyFacts {
  /// What the key has to do with the values beside it.
  enum Role {
    case none
    /// The name of the value beside it: `name`, `key`, `header`.
    case name
    /// What such a name may belong to: `value`, `content`.
    case value
    /// A part of a SecretRef: `source`, `provider`, `id`.
    case reference
  }

  /// What to call the value in its mask; nil when the name says nothing.
  let label: String?
  /// Whether the values are checksums, commits and the like.
  let isDigest: Bool
  /// Whether the values are names that a service has given: random, and no secret.
  let isIdentifier: Bool
  /// What to call values below whose own names say nothing.
  let word: String
  let role: Role

  init(_ key: UnsafeBufferPointer<UInt8>) {
    label = SecretName.label(key)
    isDigest = SecretName.isDigest(key)
    isIdentifier = SecretName.isIdentifier(key)
    word =
      if key.equals("headers") { "header" } else if key.equals("env") || key.equals("vars") {
        "variable"
      } else { "secret" }
    role =
      if key.equals("name") || key.equals("key") || key.equals("header") {
        .name
      } else if key.equals("value") || key.equals("content") {
        .value
      } else if key.equals("source") || key.equals("provider") || key.equals("id") {
        .reference
      } else { .none }
  }
}

/// A variable that a service definition gives to the gateway.
package struct ServiceVariable: Sendable, Hashable {
  /// The name.
  package let name: String
  /// What the gateway gets, as far as the definition says it.
  package let value: String
  /// Where the assignment begins in the definition, from 1.
  package let line: Int

  /// Makes a variable.
  ///
  /// - Parameters:
  ///   - name: the name.
  ///   - value: what the gateway gets.
  ///   - line: where the assignment begins, from 1.
  package init(name: String, value: String, line: Int) {
    self.name = name
    self.value = value
    self.line = line
  }
}

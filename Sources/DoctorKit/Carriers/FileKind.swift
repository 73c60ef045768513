internal import ConfigDocument
internal import Diagnostics

/// What a document of YAML or JSON is, by its keys.
enum FileKind {
  static func of(_ document: ConfigDocument) -> HostFile.Kind {
    let root = document.root
    let plain: HostFile.Kind = document.syntax == .yaml ? .yaml : .json
    if document.kind(root) == .array { return isPlaybook(document) ? .ansible : plain }
    guard document.kind(root) == .object else { return plain }
    if document.member("apiVersion", of: root) != nil,
      let kind = document.member("kind", of: root).flatMap({ document.string($0) })
    {
      return kind == "ConfigMap" ? .configMap : kind == "Secret" ? .secret : .kubernetes
    }
    if let services = document.member("services", of: root), isServices(document, services) {
      return .compose
    }
    let chartKeys: Set<String> = [
      "image", "replicaCount", "nameOverride", "fullnameOverride", "podAnnotations", "ingress",
      "persistence", "controllers", "app-template",
    ]
    let keys = document.children(root).compactMap { document.key($0) }
    if keys.contains(where: chartKeys.contains) { return .helmValues }
    // Variables of roles are called after the role.
    let roleKeys = keys.count { $0.contains("_") }
    if roleKeys * 2 > keys.count { return .ansible }
    return plain
  }

  private static func isServices(_ document: ConfigDocument, _ node: NodeID) -> Bool {
    let keys = ["image", "build", "environment", "env_file", "volumes", "extends", "configs"]
    return document.children(node).contains { service in
      keys.contains { document.member($0, of: service) != nil }
    }
  }

  private static func isPlaybook(_ document: ConfigDocument) -> Bool {
    document.children(document.root).contains { item in
      document.member("hosts", of: item) != nil || document.member("tasks", of: item) != nil
        || document.children(item).contains {
          (document.key($0) ?? "").hasPrefix("ansible.builtin.")
        }
    }
  }
}

import DoctorKit

/// Short ways to edit the config of a test.
extension Workplace {
  private func edit(
    _ edit: EditRequest, _ release: String, _ change: (inout DoctorRequest) -> Void
  ) -> Report {
    doctor().edit(
      edit,
      request {
        $0.release = release
        change(&$0)
      }
    ).report
  }

  @discardableResult
  func set(
    _ pairs: [(String, String)], _ release: String = "2026.4.22",
    reading: EditRequest.Reading = .bySchema, old: EditRequest.OldEntries = .protect,
    _ change: (inout DoctorRequest) -> Void = { _ in }
  ) -> Report {
    var request = EditRequest(
      .set(
        pairs.map {
          EditRequest.Assignment(path: $0.0, value: Array($0.1.utf8), isExposed: false)
        }))
    request.reading = reading
    request.oldEntries = old
    return edit(request, release, change)
  }

  @discardableResult
  func set(
    _ path: String, _ value: String, _ release: String = "2026.4.22",
    reading: EditRequest.Reading = .bySchema, old: EditRequest.OldEntries = .protect
  ) -> Report {
    set([(path, value)], release, reading: reading, old: old)
  }

  @discardableResult
  func unset(_ paths: String..., release: String = "2026.4.22") -> Report {
    edit(EditRequest(.unset(paths)), release) { _ in }
  }

  @discardableResult
  func patch(
    _ text: String, _ release: String = "2026.4.22", at place: String? = nil, isView: Bool = false,
    isWhole: Bool = false, _ change: (inout DoctorRequest) -> Void = { _ in }
  ) -> Report {
    var patch = EditRequest.Patch(bytes: Array(text.utf8), name: "patch.json5")
    patch.place = place
    patch.isView = isView
    patch.isWhole = isWhole
    return edit(EditRequest(.patch(patch)), release, change)
  }

  @discardableResult
  func restore(
    from text: String, _ release: String = "2026.4.22",
    _ change: (inout DoctorRequest) -> Void = { _ in }
  ) -> Report {
    edit(EditRequest(.restore(bytes: Array(text.utf8), name: "backup.json5")), release, change)
  }

  /// The config as `config get` shows it.
  func view(asJSON isJSON: Bool = false) -> String? {
    guard case .value(let text) = doctor().get(nil, as: isJSON ? .json : nil, request()) else {
      return nil
    }
    return text
  }
}

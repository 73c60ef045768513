package import ConfigDocument
package import Diagnostics

/// One thing that a user wants changed in a config.
package enum ConfigEdit: Sendable, Hashable {
  /// A value goes to a place: over what stands there, or as a new member with all objects on the
  /// way. One behind the last item of an array appends to it.
  case set(NewValue, at: ConfigPath)
  /// An item goes into an array at a position; those from there on make room.
  case insert(NewValue, at: ConfigPath)
  /// What stands at a place goes away; its comments stay.
  case remove(ConfigPath)
  /// A value goes to another place with its comments.
  ///
  /// The target is where it will stand once it is gone from its old place. An item of an array
  /// there makes room; nothing else may stand there.
  case move(ConfigPath, to: ConfigPath)
}

/// Why an edit was not made.
package enum EditRefusal: Error, Sendable, Hashable {
  /// The text cannot be edited so.
  case edit(EditError)
  /// An object on the way includes other files and has, or may have, keys of its own.
  case includes(ConfigPath)
  /// The result could not be read: a defect of ours.
  case unreadable
}

import Checks
import Testing

@Suite struct SharedGroupTests {
  @Test(
    "A group shares on purpose where somebody must have chosen it",
    arguments: [
      // mode, own group, folder, mode of the holder (nil for none), holder's own group, shared
      (0o644, true, false, 0o755, true, false), (0o664, true, false, 0o775, true, false),
      (0o660, true, false, 0o700, true, false), (0o660, true, false, 0o2770, true, true),
      (0o2775, true, true, 0o755, true, true), (0o664, false, false, 0o755, true, true),
      (0o640, false, false, 0o700, true, true), (0o644, false, false, 0o755, true, false),
      (0o640, true, false, 0o770, false, true), (0o755, false, true, 0o755, false, false),
      (0o600, false, false, 0o700, true, false), (0o2640, true, false, 0o700, true, false),
    ] as [(UInt32, Bool, Bool, UInt32, Bool, Bool)])
  func deliberate(
    _ mode: UInt32, _ isOwn: Bool, _ isFolder: Bool, _ holder: UInt32, _ isHolderOwn: Bool,
    _ expected: Bool
  ) {
    let isDeliberate = SharedGroup.isDeliberate(
      SharedGroup.Access(mode: mode, isOwnGroup: isOwn), isFolder: isFolder,
      in: SharedGroup.Access(mode: holder, isOwnGroup: isHolderOwn))
    #expect(isDeliberate == expected)
  }

  @Test("Nothing is known of the folder above the root")
  func noHolder() {
    let access = SharedGroup.Access(mode: 0o775, isOwnGroup: true)
    #expect(!SharedGroup.isDeliberate(access, isFolder: true, in: nil))
  }
}

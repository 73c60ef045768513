import ConfigSchema
import Testing

@Suite struct ReleaseTests {
  @Test(
    "Releases are ordered as they were published",
    arguments: [
      ("2026.2.3", "2026.2.3-1"), ("2026.2.3-1", "2026.2.6"), ("2026.3.1-beta.1", "2026.3.1"),
      ("2026.3.1-beta.1", "2026.3.1-beta.2"), ("2026.7.2-beta", "2026.7.2-beta.1"),
      ("2026.7.2-beta.9", "2026.7.2"), ("2026.4.9", "2026.4.10"), ("2026.4.22", "2026.10.1"),
      ("2026.4.7-1", "2026.4.8"), ("2026.12.31", "2027.1.1"),
    ])
  func order(_ earlier: String, _ later: String) throws {
    let earlier = try #require(Release(earlier))
    let later = try #require(Release(later))
    #expect(earlier < later)
    #expect(!(later < earlier))
  }

  @Test(
    "A text that is no version is no release",
    arguments: [
      "", "2026", "2026.4", "2026.4.5.6", "2026.13.1", "1.2.3", "2026.4.x", "2026.4.5-rc",
      "2026.4.5-", "latest", " 2026.4.5",
    ])
  func noRelease(_ text: String) {
    #expect(Release(text) == nil)
  }

  @Test(
    "A version is written as it was read",
    arguments: ["2026.4.22", "2026.2.3-1", "2026.3.1-beta.1"])
  func spelling(_ text: String) throws {
    #expect(try #require(Release(text)).description == text)
    #expect(try #require(Release("v" + text)).description == text)
  }

  @Test("The table is in the order of publication and holds every row")
  func table() {
    let releases = ReleaseCatalogue.entries.map(\.release)
    #expect(releases == releases.sorted())
    #expect(releases.count == 123)
    #expect(ReleaseCatalogue.newestExact == "2026.4.22")
    #expect(ReleaseCatalogue.newest == "2026.9.5")
    #expect(ReleaseCatalogue.knowledge(of: "2026.4.23") == .none)
    #expect(ReleaseCatalogue.knowledge(of: "2026.6.1") == .core)
  }
}

// swift-tools-version: 6.2
import PackageDescription

/// Every target is built with the same settings: a warning is an error in this package.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// A library target of the house.
///
/// `Tables/` holds reviewed data that a script embeds as source.
func room(_ name: String, _ dependencies: [Target.Dependency], tables: Bool = false) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: tables ? ["Tables"] : [],
    swiftSettings: strict)
}

/// The test target of a room.
///
/// Tests may use everything below the room that they test.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
  name: "clawdoctor",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "clawdoctor", targets: ["ClawDoctor"]),
    .library(name: "DoctorKit", targets: ["DoctorKit"]),
    .library(name: "ConfigDocument", targets: ["ConfigDocument"]),
    .library(name: "Redaction", targets: ["Redaction"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
  ],
  targets: [
    room("Diagnostics", []),
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    room("ConfigDocument", ["CLibYAML", "Diagnostics"]),
    room("ConfigSchema", ["ConfigDocument", "Diagnostics"], tables: true),
    room("Redaction", ["ConfigDocument", "ConfigSchema", "Diagnostics"], tables: true),
    room("Migrations", ["ConfigDocument", "ConfigSchema", "Diagnostics"], tables: true),
    room("Checks", ["ConfigDocument", "ConfigSchema", "Diagnostics"], tables: true),
    room(
      "ConfigStore",
      ["Diagnostics", .product(name: "SystemPackage", package: "swift-system")]),
    room(
      "DoctorKit",
      [
        "Checks", "ConfigDocument", "ConfigSchema", "ConfigStore", "Diagnostics", "Migrations",
        "Redaction",
      ]),
    .executableTarget(
      name: "ClawDoctor",
      dependencies: [
        "DoctorKit", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("ConfigDocumentTests", ["CLibYAML", "ConfigDocument", "Diagnostics"]),
    tests("ConfigSchemaTests", ["ConfigSchema", "ConfigDocument", "Diagnostics"]),
    tests("RedactionTests", ["Redaction", "ConfigDocument", "Diagnostics"]),
    tests("MigrationsTests", ["Migrations", "ConfigDocument", "ConfigSchema", "Diagnostics"]),
    tests("ChecksTests", ["Checks", "ConfigDocument", "ConfigSchema", "Diagnostics"]),
    tests("ConfigStoreTests", ["ConfigStore", "Diagnostics"]),
    tests(
      "DoctorKitTests",
      [
        "DoctorKit", "Checks", "ConfigDocument", "ConfigSchema", "ConfigStore", "Diagnostics",
        "Migrations",
      ]),
    tests("ClawDoctorTests", []),
    tests("ArchitectureTests", []),
  ]
)

// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "YAMLFuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "clawdoctor", path: "../..")],
  targets: [
    .executableTarget(
      name: "YAMLFuzz",
      dependencies: [.product(name: "ConfigDocument", package: "clawdoctor")],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  ])

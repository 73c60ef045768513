// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "ParseBenchmark",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "clawdoctor", path: "../..")],
  targets: [
    .executableTarget(
      name: "ParseBenchmark",
      dependencies: [.product(name: "ConfigDocument", package: "clawdoctor")])
  ])

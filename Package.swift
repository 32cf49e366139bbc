// swift-tools-version: 6.0
import PackageDescription

/// Every Swift target is built the same way: language mode 6 and the features that make imports and existentials explicit.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "LECTerm",
  products: [.executable(name: "lecterm", targets: ["LECTerm"])],
  targets: [
    .target(
      name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .systemLibrary(name: "CSQLite"),
    .systemLibrary(name: "CSodium"),
    .systemLibrary(name: "CZstd"),
    .systemLibrary(name: "CQRencode"),
    .systemLibrary(name: "CXlsxwriter"),
    .systemLibrary(name: "CThai"),
    .systemLibrary(name: "CExpat"),
    .systemLibrary(name: "CMinizip"),

    .target(name: "LECModel", swiftSettings: house),
    .target(
      name: "LECStore",
      dependencies: ["LECModel", "CSQLite", "CSodium", "CZstd", "CQRencode", "CExpat", "CMinizip", "CXlsxwriter"],
      swiftSettings: house),
    .executableTarget(
      name: "LECTerm", dependencies: ["LECModel", "LECStore", "CNcurses"], swiftSettings: house),

    .target(
      name: "TestSupport", dependencies: ["LECModel", "LECStore"], path: "Tests/Support", swiftSettings: house),
    .testTarget(
      name: "LECModelTests", dependencies: ["LECModel", "TestSupport", "CThai"], swiftSettings: house),
    .testTarget(
      name: "LECStoreTests", dependencies: ["LECStore", "LECModel", "TestSupport"], swiftSettings: house),
    .testTarget(
      name: "LECTermTests", dependencies: ["LECTerm", "LECStore", "LECModel", "TestSupport"], exclude: ["Frames"],
      swiftSettings: house),
    .testTarget(
      name: "EndToEnd", dependencies: ["LECModel", "LECStore", "TestSupport"], swiftSettings: house),

    // The fuzz targets and the tool that runs them (`make fuzz`). INSIDES: what debug builds show of the store.
    .systemLibrary(name: "CLibFuzzer", path: "Tests/fuzz/CLibFuzzer"),
    .target(
      name: "FuzzKit", dependencies: ["LECModel", "LECStore", "TestSupport"], path: "Tests/fuzz/Kit",
      swiftSettings: house + [.define("INSIDES", .when(configuration: .debug))]),
    .executableTarget(
      name: "lecfuzz", dependencies: ["FuzzKit", "TestSupport", "CLibFuzzer"], path: "Tests/fuzz/Tool",
      swiftSettings: house),
    .testTarget(
      name: "FuzzTests", dependencies: ["FuzzKit", "TestSupport", "lecfuzz"], path: "Tests/fuzz/Tests",
      swiftSettings: house),
  ]
)

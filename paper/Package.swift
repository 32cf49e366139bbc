// swift-tools-version: 6.0
import PackageDescription

// A package of its own: Pango and Cairo bring some sixty Debian packages with them, and whoever prints no PDF needs none.
// Include paths are written out, for SwiftPM refuses the "-pthread" that pkg-config says.
let machine = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib/riscv64-linux-gnu", "/usr/lib"]
let folders =
  [
    "/usr/include/pango-1.0", "/usr/include/cairo", "/usr/include/glib-2.0", "/usr/include/harfbuzz",
    "/usr/include/freetype2", "/usr/include/fribidi", "/usr/include/pixman-1", "/usr/include/libpng16",
  ] + machine.map { $0 + "/glib-2.0/include" }

let package = Package(
  name: "lecterm-paper",
  products: [.executable(name: "lecterm-paper", targets: ["LECPaper"])],
  targets: [
    .target(
      name: "CPango", cSettings: [.unsafeFlags(folders.map { "-I" + $0 })],
      linkerSettings: ["pangocairo-1.0", "pango-1.0", "cairo", "gobject-2.0", "glib-2.0"].map { .linkedLibrary($0) }),
    .executableTarget(
      name: "LECPaper", dependencies: ["CPango"],
      swiftSettings: [
        .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"), .enableUpcomingFeature("InternalImportsByDefault"),
      ]),
  ]
)

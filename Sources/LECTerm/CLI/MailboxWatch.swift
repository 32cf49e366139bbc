import LECModel
import LECStore

/// A folder into which files come: each is read once, and what can't be read yet when that may have changed.
@MainActor struct MailboxWatch {
  private let folder: String
  private var arrivals: Arrivals
  /// Told once that they can't be read yet, and not again before they can.
  private var aside: [BundleReader.Late] = []
  private var acquaintance: Int64 = 0

  init(_ folder: String, waits: Bool) {
    self.folder = folder
    arrivals = Arrivals(waits: waits)
  }

  /// Looks once; nil when there was nothing to tell.
  mutating func look(_ call: inout Call) throws -> ExitStatus? {
    let there = BundleFiles.named(folder), present = Set(there)
    let fresh = try unread(arrivals.arrived(there, stamp: FileCare.stamp), &call)
    aside.removeAll { !present.contains($0.path) || fresh.contains($0.path) }
    let told = Set(aside.map(\.path))

    var reader = BundleReader()
    var late = try reader.read(fresh, &call)
    // What came now, or what somebody else has read or done here meanwhile, may say who sent these.
    let mayKnow = try reader.hasRead || call.file().acquaintance() != acquaintance
    let again = try unread(aside.filter { mayKnow || $0.isBusy }.map(\.path), &call)
    aside.removeAll { mayKnow || $0.isBusy }
    if !again.isEmpty { late = try reader.read(again + late.map(\.path), &call) }
    for one in late where !told.contains(one.path) { reader.refuse(one, &call) }
    aside += late
    acquaintance = try call.file().acquaintance()
    guard reader.hasSaid else { return nil }
    try reader.finish(&call)
    return reader.status
  }

  private func unread(_ paths: [String], _ call: inout Call) throws -> [String] {
    try paths.filter { path in
      // One that can't be read says so when it is its turn.
      guard let bytes = try? BundleFiles.read(path) else { return true }
      return try !call.file().hasRead(bytes)
    }
  }
}

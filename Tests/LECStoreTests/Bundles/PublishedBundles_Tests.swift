import LECModel
import TestSupport
import Testing

@testable import LECStore

/// Files that anybody can read a program of his own against; this program must say of each what is published.
@Suite("The published files of the bundle format")
struct PublishedBundles_Tests {
  private let folder = TemporaryFolder()
  private let store: Store

  init() throws { store = try PublishedBundles.reader(in: folder) }

  private struct State: Equatable {
    var log: Hash32
    var tables: Hash32
  }

  private func state(_ store: Store) throws -> State {
    let ids = try store.events(after: 0, limit: 100_000).flatMap { $0.id.hash.bytes }
    return State(log: Sodium.hash(ids), tables: try store.projectionDigest())
  }

  private func verdict(_ name: String, preview: Bool) throws -> (code: String, judged: String) {
    let bytes = try PublishedBundles.bytes(name)
    do {
      let report = try store.read(bundle: try Armor.unwrapped(bytes), name: name, isPreview: preview)
      return ("ok", report.judged)
    } catch { return (PublishedBundles.code(error), "") }
  }

  @Test("there are enough of them, and four in five must be refused")
  func enough() throws {
    let rows = try PublishedBundles.rows()
    #expect(rows.count >= 120)
    #expect(Set(rows.map(\.name)).count == rows.count)
    #expect(rows.count { $0.verdict != "ok" } * 5 >= rows.count * 4)
  }

  @Test("every file gets the verdict that is published, and one that is refused changes nothing")
  func verdicts() throws {
    let before = try state(store)
    for row in try PublishedBundles.rows() where row.card.isEmpty {
      let isRefused = row.verdict != "ok"
      let found = try verdict(row.name, preview: !isRefused)
      #expect(found.code == row.verdict, "\(row.name)")
      #expect(found.judged == row.judged, "\(row.name)")
      // Looked at after each, so that it is known which file it was.
      #expect(try state(store) == before, "\(row.name)")
    }
  }

  @Test("a new machine joins with a starter file and its card, and with no other card")
  func cards() throws {
    for row in try PublishedBundles.rows() where !row.card.isEmpty {
      #expect(try PublishedBundles.joined(row, in: folder) == row.verdict, "\(row.name)")
    }
  }

  @Test("what is read one after the other is kept byte for byte, and the file is sound then")
  func kept() throws {
    for row in try PublishedBundles.rows() where row.verdict == "ok" && row.card.isEmpty {
      let bytes = try Armor.unwrapped(try PublishedBundles.bytes(row.name))
      let runs = try store.open(bundle: bytes).1, events = runs.flatMap(\.events)
      // Passed on, they are still the same events.
      #expect(try BundleContent.read(BundleContent.write(runs)).flatMap(\.events).map(\.id) == events.map(\.id))
      _ = try store.read(bundle: bytes, name: row.name)
      for event in events { #expect(try store.log.number(of: event.id) != nil, "\(row.name)") }
    }
    #expect(try store.verify().problems == [])
  }
}

import Glibc
import LECModel
import LECStore

/// Where files for other units are put and where theirs are found: sticks, the folder for downloads, a mailbox folder, and the
/// folder of the data file.
struct LetterBox {
  /// A folder, and what a person calls it.
  struct Place: Equatable, Sendable {
    enum Kind: String, Sendable { case stick, downloads, mailbox, beside }
    var kind: Kind
    var path: String
    /// Bytes that can still be written there.
    var free: Int

    /// Hardly room for the smallest file.
    var isFull: Bool { free < 16 << 10 }

    /// The last part of the path: the label of a stick.
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }
  }

  /// A file that lies somewhere, as far as it can be told without opening it.
  struct Found: Sendable {
    /// `otherKind` is a training file beside a real one or the other way round; `starter` is read by who joins, with a card.
    enum State: Sendable { case new, read, madeHere, madeByOther, forOthers, otherKind, starter, refused, unreadable }
    var path: String
    var header: BundleHeader?
    var state: State

    /// What the file is called.
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }
    /// Nothing comes of it as it is: somebody may have to ask for it again.
    var isBad: Bool { state == .refused || state == .unreadable }
  }

  /// The folder of the data file.
  let folder: String
  /// A folder that a program for exchanging files fills, if one was named.
  let mailbox: String?
  /// What this machine has for carrying files.
  let machine: LetterFolders

  /// Most files that one place shows; a stick may hold anything.
  private static let most = 200

  // MARK: Places

  /// Places that can be written to, sticks first: that is what most files travel on.
  var places: [Place] {
    var out: [Place] = machine.sticks.compactMap { Self.place(.stick, $0) }
    out += machine.downloads.flatMap { Self.place(.downloads, $0) }.map { [$0] } ?? []
    out += mailbox.flatMap { Self.place(.mailbox, $0) }.map { [$0] } ?? []
    out += Self.place(.beside, folder).map { [$0] } ?? []
    var seen: Set<String> = []
    out = out.filter { seen.insert(Places.full($0.path)).inserted }
    // What is full stands last: the first is what Enter takes.
    return out.filter { !$0.isFull } + out.filter(\.isFull)
  }

  private static func place(_ kind: Place.Kind, _ path: String) -> Place? {
    var about = statvfs()
    guard FileCare.isFolder(path), access(path, W_OK) == 0, statvfs(path, &about) == 0 else { return nil }
    return Place(kind: kind, path: path, free: Int(about.f_bavail) * Int(about.f_frsize))
  }

  // MARK: Files

  /// The bundles in all of the places, and the texts that may be some, by place and name.
  var files: [String] {
    places.flatMap { place in
      let names = Self.names(in: place.path)
      return [".lec", ".txt"].flatMap { ending in names.filter { $0.hasSuffix(ending) }.prefix(Self.most) }
    }
  }

  /// Where a text of ours begins in whatever a chat wrote before it.
  private static let headOfText = 1 << 16

  /// Whether a file found here is one of ours: any `.lec`, and a text that holds one. A stick is full of other texts, large ones
  /// among them, so that only the beginning is looked at.
  static func isLetter(_ path: String) -> Bool {
    guard path.hasSuffix(".txt") else { return true }
    guard let head = try? FileCare.beginning(path, count: headOfText) else { return false }
    return String(decoding: head, as: UTF8.self).contains("LECTERM+BEGIN+")
  }

  static func names(in folder: String) -> [String] {
    FileCare.names(in: folder).filter { !$0.hasPrefix(".") }.map { BundleFiles.join(folder, $0) }
  }
}

/// What lies in the letter box, looked at once for as long as it does not change.
struct LetterBoxLook {
  private struct Known {
    var size: Int
    var changed: Int
    /// Nothing for a text that is none of ours.
    var found: LetterBox.Found?
  }

  /// Whether what is missing for it may come with another file.
  static func waits(_ error: BundleError) -> Bool { error == .unknownSender || error == .needsFull }

  /// It was tried and will be refused again as long as it is the same: it is no longer new. What its row told of it before, such as
  /// whom it is for, it goes on to tell.
  mutating func refuse(_ path: String) {
    let place = Places.full(path)
    for known in known.keys where Places.full(known) == place && self.known[known]?.found?.state == .new {
      self.known[known]?.found?.state = .refused
    }
  }

  private var known: [String: Known] = [:]
  /// With one more of them what was refused may open.
  private var keys = 0

  /// Every bundle with who it is from and whether it was read. What was made here and starter files for others are not letters.
  mutating func look(into box: LetterBox, _ store: Store) throws -> [LetterBox.Found] {
    var now: [String: Known] = [:]
    let keys = try store.openingKeys()
    if keys != self.keys { known = known.filter { $0.value.found?.state != .refused } }
    self.keys = keys
    for path in box.files {
      var about = stat()
      guard stat(path, &about) == 0 else { continue }
      let size = Int(about.st_size),
        changed = Int(about.st_mtim.tv_sec) &* 1000 &+ Int(about.st_mtim.tv_nsec) / 1_000_000
      if let old = known[path], old.size == size, old.changed == changed {
        now[path] = old
        guard old.found?.state == .new, let bytes = try? BundleFiles.read(path), try store.hasRead(bytes) else {
          continue
        }
        now[path]?.found?.state = .read
      } else {
        now[path] = Known(
          size: size, changed: changed, found: LetterBox.isLetter(path) ? try Self.found(path, store) : nil)
      }
    }
    known = now
    return now.values.compactMap(\.found).sorted { $0.path < $1.path }
  }

  private static func found(_ path: String, _ store: Store) throws -> LetterBox.Found {
    guard let bytes = try? BundleFiles.read(path), let header = try? Container.inspect(bytes) else {
      return LetterBox.Found(path: path, header: nil, state: .unreadable)
    }
    let own = try store.ownUnit()?.code
    let isOwn = try store.isOwn(header.chain)
    if isOwn || header.from == own && !header.to.contains(where: { $0 == own }) {
      return LetterBox.Found(path: path, header: header, state: isOwn ? .madeHere : .madeByOther)
    }
    if try store.hasRead(bytes) {
      return LetterBox.Found(path: path, header: header, state: .read)
    }
    var state = LetterBox.Found.State.new
    if header.training != store.isTraining {
      // A training file is no letter of a real one, nor the other way round: it lies there, and nobody is told to read it.
      state = .otherKind
    } else if header.kind == .starter {
      state = .starter
    } else if !(own.map { header.to.contains($0) } ?? false) {
      state = .forOthers
    } else if let refusal = try store.refusal(of: bytes), !waits(refusal) {
      state = .refused
    }
    return LetterBox.Found(path: path, header: header, state: state)
  }
}

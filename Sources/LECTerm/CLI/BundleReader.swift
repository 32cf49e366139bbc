import LECModel
import LECStore

/// Reads bundles one after the other, and says of each what became of it.
@MainActor struct BundleReader {
  /// A file that can't be read yet, and why.
  struct Late {
    var path: String
    var error: any Error

    /// Another program had the file of this unit: that passes by itself.
    var isBusy: Bool { error as? StoreError == .busy }
  }

  let isPreview: Bool
  private(set) var status = ExitStatus.done
  /// Whether anything was read: what is late may be told by it who its sender is.
  private(set) var hasRead = false
  private var rows: [JSON] = []

  init(isPreview: Bool = false) { self.isPreview = isPreview }

  /// Whether anything was said of any file.
  var hasSaid: Bool { !rows.isEmpty }

  /// Reads what can be read. Who sent a file may be told by another of them: what can't be read for that is tried again after the
  /// rest, and given back when it still can't.
  mutating func read(_ paths: [String], _ call: inout Call) throws -> [Late] {
    var left = paths
    while true {
      var late: [Late] = []
      for path in left { if let one = try read(path, &call) { late.append(one) } }
      // A preview takes nothing that could help.
      if isPreview || late.isEmpty || late.count == left.count { return late }
      left = late.map(\.path)
    }
  }

  private mutating func read(_ path: String, _ call: inout Call) throws -> Late? {
    do {
      let bytes = try bytes(path, &call)
      let report = try report(of: bytes, path, &call)
      hasRead = true
      rows.append(json(path, report))
      if report.waiting + report.held + report.refused + report.conflicts > 0, status == .done { status = .findings }
      if !call.wantsJSON { tell(path, report, isFull: try Container.inspect(bytes).kind != .delta, &call) }
    } catch let error as BundleError where LetterBoxLook.waits(error) && path != "-" {
      return Late(path: path, error: error)
    } catch StoreError.busy where path != "-" {
      return Late(path: path, error: StoreError.busy)
    } catch let error where error is BundleError || error is LetterFault || error is StoreError || error is ArmorError {
      refuse(Late(path: path, error: error), &call)
    }
    return nil
  }

  private func report(of bytes: [UInt8], _ path: String, _ call: inout Call) throws -> BundleReport {
    let store = try call.file()
    do {
      return try store.read(bundle: bytes, name: path, isPreview: isPreview)
    } catch let error as BundleError {
      guard let header = try? Container.inspect(bytes) else { throw error }
      throw try LetterFault.told(error, of: header, in: store)
    }
  }

  private func bytes(_ path: String, _ call: inout Call) throws -> [UInt8] {
    guard path == "-" else { return try BundleFiles.read(path) }
    guard let bytes = call.input.all(limit: Container.largestFile) else { throw BundleError.tooLarge }
    return try Armor.unwrapped(bytes)
  }

  /// Says why a file was not read.
  mutating func refuse(_ one: Late, _ call: inout Call) {
    let (objection, failed) = Explain.objection(one.error)
    let sentence = call.language.text(objection.reason, objection.values)
    rows.append(
      .object([
        ("file", .text(one.path)), ("from", .null), ("new", .number(0)), ("known", .number(0)),
        ("waiting", .number(0)), ("held", .number(0)), ("refused", .number(0)), ("conflicts", .number(0)),
        ("missing", .list([])),
        ("error", .object([("code", .text(objection.code)), ("message", .text(sentence))])),
      ]))
    call.note("lecterm: \(one.path): \(sentence)")
    status = failed
  }

  /// Ends it: figures are made anew once for all files, and the one document is written.
  func finish(_ call: inout Call) throws {
    if !isPreview { try call.file().settleFigures() }
    if call.wantsJSON {
      call.say(JSON.object([("preview", .flag(isPreview)), ("bundles", .list(rows))]).written)
    }
  }

  private func json(_ path: String, _ r: BundleReport) -> JSON {
    var row: [(String, JSON)] = [
      ("file", .text(path)), ("from", .text(r.from.text)), ("new", .number(r.new)), ("known", .number(r.known)),
      ("waiting", .number(r.waiting)), ("held", .number(r.held)), ("refused", .number(r.refused)),
      ("conflicts", .number(r.conflicts)), ("freed", .number(r.freed)),
      ("joins", .list(r.joins.map { .text($0.text) })), ("setBack", .flag(r.isSetBack)),
      ("missing", .list(r.missing.map(PartnerVerb.missing))), ("error", .null),
      ("released", .list(r.released.map(Self.released))),
    ]
    // What nobody asked to see is not written into the logs of scripts: names of children come with a preview alone.
    if isPreview {
      row.append(("children", .list(r.children.map(Self.child))))
      row.append(("moreChildren", .number(r.moreChildren)))
    }
    return .object(row)
  }

  private static func released(_ one: BundleReport.UnitReleased) -> JSON {
    .object([
      ("unit", .text(one.unit.text)), ("dataset", .text(one.dataset.rawValue)), ("person", .text(one.person)),
      ("reason", .text(one.reason)),
    ])
  }

  private static func child(_ child: StudentDifference) -> JSON {
    .object([
      ("id", .text(child.id.event.hash.hex)), ("unit", .text(child.unit.text)), ("name", .text(child.name)),
      ("kind", .text(child.kind.rawValue)), ("person", .text(child.by)), ("at", .text(child.at.iso)),
      ("changes", .list(child.changes.map { LogVerb.json($0, ofBasics: false) })),
    ])
  }

  private func tell(_ path: String, _ r: BundleReport, isFull: Bool, _ call: inout Call) {
    call.say(
      .key(
        isPreview ? "cli.bundle.preview" : "cli.bundle.read",
        [
          .text("file", path), .text("from", r.from.text), .number("new", r.new), .number("known", r.known),
          .number("waiting", r.waiting), .number("held", r.held), .number("refused", r.refused),
        ]))
    func name(_ code: UnitCode) -> String { (try? call.file().unit(code)?.name) ?? code.text }
    for piece in r.missing {
      let reason = SentWords.missing(piece, of: name(piece.unit), from: .text(name(r.from)))
      call.say(.key("pending.why", [.words("reason", reason)]))
    }
    if r.freed > 0 { call.say(.key("cli.bundle.freed", [.number("count", r.freed)])) }
    if let round = r.round {
      call.say(.key("page.change", [.words("change", RoundLines.words("rounds.opened", round))]))
    }
    if r.isSetBack { call.say(ReportPage.setBack(isFull: isFull)) }
    for words in ReportPage.days(r) { call.say(words) }
    for line in ForetoldLines.released(r, names: name) + ForetoldLines.lines(r, names: name) {
      call.say(line.item.label)
    }
    for (one, count) in r.pendingInOrder {
      call.say("  \(count)  \(one.unit.text)  \(call.language.text(TextKey("verdict.\(one.reasonName)")))")
    }
  }
}

import LECModel
import LECStore

/// Files to and from other units: made for a stick, a chat or a telephone, and read after a look at what they bring.
extension Desk {
  var letterBox: LetterBox {
    let mailbox = (try? store?.setting(Setting.mailbox)).flatMap { $0 }
    return LetterBox(folder: folder, mailbox: mailbox.flatMap { $0.isEmpty ? nil : $0 }, machine: letterFolders())
  }

  /// Letters that nobody has read yet.
  func newLetters() throws -> [LetterBox.Found] { try letters().filter { $0.state == .new } }

  /// Whether nothing comes of a letter and somebody may have to ask for it again, unless a later one of its sender was read.
  func isMissed(_ letter: LetterBox.Found) throws -> Bool {
    guard letter.isBad, let header = letter.header else { return letter.isBad }
    return try file().lastFile(from: header.from).map { $0.number < header.number } ?? true
  }

  func letters() throws -> [LetterBox.Found] { try letterLook.look(into: letterBox, file()) }

  /// A file for another unit, unless it would hold nothing: then its number would wait for a receipt that never comes.
  private func make(_ unit: UnitCode, isDelta: Bool) throws -> MadeBundle {
    if isDelta, let one = try file().partner(unit), one.hasAll {
      throw LetterFault.nothingToSend(SentWords.name(one))
    }
    return try file().makeBundle(for: unit, delta: isDelta, by: user())
  }

  /// Puts a file for another unit where it was asked for.
  func send(_ unit: UnitCode, to place: String, isDelta: Bool) throws -> Page {
    let made = try make(unit, isDelta: isDelta)
    let path = BundleFiles.free(Places.full(BundleFiles.join(place, made.name)))
    do {
      try BundleFiles.put(made, to: path, of: file())
    } catch StoreError.diskFull {
      throw LetterFault.noRoom(place)
    } catch StoreError.cannotOpen {
      throw LetterFault.placeGone(place)
    }
    // Only a stick can be pulled out.
    let isStick = letterFolders().sticks.contains { path.hasPrefix(Places.full($0) + "/") }
    return try SentPage.page(
      made, to: receiver(unit), path: path, size: made.bytes.count, said: isStick ? "send.safe" : "send.written",
      names: name(of:))
  }

  /// The same as text: for the clipboard, and beside the data file for terminals that have none.
  func sendText(_ unit: UnitCode, isDelta: Bool) throws -> (text: String, page: Page) {
    let made = try make(unit, isDelta: isDelta)
    // Above the lines that are read: whoever gets it in a chat sees what it is.
    let mark = try file().isTraining ? language().text("chrome.training") + "\n" : ""
    let text = mark + (try Armor.write(made.bytes))
    let path = BundleFiles.free(Places.full(BundleFiles.join(folder, made.name.dropLast(4) + ".txt")))
    try BundleFiles.put(made, as: text, to: path, of: file())
    let page = try SentPage.page(
      made, to: receiver(unit), path: path, size: text.utf8.count, said: "send.copied", names: name(of:))
    return (text, page)
  }

  func sendCodes(_ unit: UnitCode) throws -> CodeLetter {
    let made = try make(unit, isDelta: true)
    return CodeLetter(
      text: try Armor.write(made.bytes), from: try name(of: made.header.from), to: try receiver(unit),
      number: Int(made.header.number), count: Int(made.header.events))
  }

  func name(of unit: UnitCode) throws -> String { try LetterWords.name(unit, in: file()) }

  private func receiver(_ unit: UnitCode) throws -> Words { try LetterWords.receiver(unit, in: file()) }

  /// A text that comes by chat, in one piece or in several.
  func paste(_ step: PasteStep) throws -> LevelAnswer {
    var brought = PasteState.Brought.lines
    switch step {
    case .begin: pasted = ArmorPieces()
    case .add(let text):
      switch pasted.add(text) {
      case .nothing: brought = .nothing
      case .lines: brought = .lines
      case .anew: brought = .anew
      }
    // Every line that is still to be asked for is named, not the first alone.
    case .read where !pasted.missing.isEmpty: break
    case .read: return .go(.page(.incoming(try keep(pasted: pasted.file()))))
    }
    return .pasted(
      PasteState(
        count: pasted.count, total: pasted.total, missing: pasted.missing, isLoose: pasted.isLoose, brought: brought))
  }

  /// What was pasted, as a file, so that nothing is lost when it can't be read yet. Returns where.
  private func keep(pasted bytes: [UInt8]) throws -> String {
    let header = try Container.inspect(bytes)
    // Not even kept: it would lie beside the real file for ever.
    guard header.training == (try file().isTraining) else { throw BundleError.trainingMix }
    let kind = header.training ? "training-" : ""
    let path = BundleFiles.join(folder, "\(kind)\(header.from.text)-\(header.created.iso)-\(header.number)-text.lec")
    if let there = try? BundleFiles.read(path), there == bytes { return path }
    // A second machine of that unit gives the same numbers: its file has that name too.
    let free = BundleFiles.free(path)
    try BundleFiles.write(bytes, to: free)
    return free
  }

  /// Reads one file. What its head alone tells is told first, in the terms of whoever stands before it.
  private func take(_ path: String, isPreview: Bool = false) throws -> (report: BundleReport, header: BundleHeader) {
    let store = try file()
    let bytes: [UInt8]
    do { bytes = try BundleFiles.read(path) } catch StoreError.notAFile { throw BundleError.notABundle }
    let header = try Container.inspect(bytes)
    if header.kind == .starter, header.training == store.isTraining, try !store.isOwn(header.chain) {
      // Whose it is does not matter: nobody has to look for its sender.
      throw BundleError.isStarter
    }
    do {
      return (try store.read(bundle: bytes, name: path, isPreview: isPreview), header)
    } catch let error as BundleError {
      throw try LetterFault.told(error, of: header, in: store)
    }
  }

  /// What a file would bring, before anything is taken.
  func preview(_ path: String) throws -> Page {
    let store = try file()
    let wasRead = (try? store.hasRead(BundleFiles.read(path))) ?? false
    let report: BundleReport, header: BundleHeader
    do {
      (report, header) = try take(path, isPreview: true)
    } catch let error as BundleError where !LetterBoxLook.waits(error) {
      letterLook.refuse(path)
      throw error
    }
    let sender = try LetterWords.sender(header, in: store)
    var page = try ReportPage.page(report, from: sender, isFull: header.kind != .delta, names: name(of:), isDone: false)
    page.remarks.append(header.kind == .delta ? "bundles.isDelta" : "bundles.isFull")
    // Unless this machine was set back, it knows what it wrote itself.
    if try store.isOwn(header.chain), report.new == 0 {
      page.remarks.append("bundles.madeHere")
      return page
    }
    if wasRead { page.remarks.append("bundles.readBefore") }
    page.lines.insert(
      Page.Line("take", "bundles.take", ink: .ok, action: .perform(.readBundle(path), [])), at: 0)
    return page
  }

  func read(_ path: String) throws -> Page {
    let store = try file()
    let (report, header) = try take(path)
    try store.settleFigures()
    var page = try ReportPage.page(
      report, from: try LetterWords.sender(header, in: store), isFull: header.kind != .delta, names: name(of:),
      isDone: true)
    page.lines.insert(contentsOf: try receipts([report.from]), at: 0)
    return page
  }

  /// The files that tell their senders what was read, first of all that is left to do. Small is only one that tells nothing else.
  private func receipts(_ senders: [UnitCode]) throws -> [Page.Line] {
    try senders.compactMap { code in
      guard let one = try file().partner(code), one.canSend, one.owesReceipt else { return nil }
      let key: TextKey =
        one.receipt == nil
        ? "bundles.sendReceiptAll" : one.changes == 0 ? "bundles.sendReceipt" : "bundles.sendReceiptWith"
      return Page.Line(
        "receipt-\(code.text)", .key(key, [.words("unit", SentWords.name(one)), .number("count", one.changes)]),
        ink: .ok, action: .open(.page(.send(code, isDelta: true))))
    }
  }

  /// Reads what lies in a folder that was named.
  func readAll(in folder: String) throws -> Page {
    let paths = BundleFiles.named(folder).filter(LetterBox.isLetter)
    guard !paths.isEmpty else { throw LetterFault.noneIn(folder) }
    var page = try readAll(paths)
    page.remarks = [.key("bundles.folder", [.text("path", folder)])]
    return page
  }

  /// Reads these files. What can't be read because its sender is not known yet is tried again after the others.
  func readAll(_ paths: [String]) throws -> Page {
    let store = try file()
    var waiting = paths
    var senders: [UnitCode] = []
    var page = Page(title: "bundles.read.title", empty: "bundles.nothingNew")
    // What may open after others is tried again; the rest is refused once and for all.
    var refused: [(String, any Error)] = [], early: [(String, any Error)] = []
    var done = 0
    var hasRead = true, isStopped = false
    while hasRead, !waiting.isEmpty {
      hasRead = false
      early = []
      for path in waiting {
        isStopped = !progress(Progress("bundles.reading", done: done, total: paths.count))
        if isStopped { break }
        do {
          let (report, header) = try take(path)
          page.lines.append(ReportPage.line(report, path, from: try LetterWords.sender(header, in: store)))
          if !senders.contains(report.from) { senders.append(report.from) }
          hasRead = true
          done += 1
        } catch let error as BundleError where LetterBoxLook.waits(error) {
          early.append((path, error))
        } catch let error
          where error is BundleError || error is StoreError || error is ArmorError || error is LetterFault
        {
          refused.append((path, error))
        }
      }
      if isStopped { break }
      waiting = early.map(\.0)
    }
    refused += early
    try store.settleFigures()
    page.lines.insert(contentsOf: try receipts(senders), at: 0)
    if isStopped {
      let left = paths.count - done - refused.count
      page.lines.insert(
        Page.Line(
          "stopped", .key("bundles.stopped", [.number("done", paths.count - left), .number("left", left)]),
          ink: .warning), at: 0)
    }
    for (path, error) in refused {
      if let error = error as? BundleError, !LetterBoxLook.waits(error) { letterLook.refuse(path) }
      page.lines += Self.refused(path, error)
    }
    return page
  }

  /// The file by its name, and as much of the reason as the line holds: Enter says all of it.
  private static func refused(_ path: String, _ error: any Error) -> [Page.Line] {
    let objection = Explain.objection(error).objection
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let action = PageAction.open(.page(.incoming(path)))
    return [
      Page.Line("refused-" + path, .text(name), figure: "bundles.state.refused", ink: .warning, action: action),
      Page.Line("why-" + path, .key(objection.reason, objection.values), ink: .dim, action: action),
    ]
  }
}

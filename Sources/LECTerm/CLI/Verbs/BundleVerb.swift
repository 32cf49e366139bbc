import Glibc
import LECModel
import LECStore

/// Files between units.
struct BundleVerb: Verb {
  let name = "bundle"
  let usage = """
    make [--to CODE] [--delta] [--armor] [--qr] [--out FILE|FOLDER] --user NAME --password-stdin [--json]
    read FILE|FOLDER|-... [--preview] [--json]
    mailbox FOLDER [--once] [--json]
    inspect FILE [--json]
    verify FILE [--json]
    """
  let most = 100_000
  var valued: Set<String> { ["to", "out"] }
  var plain: Set<String> { ["preview", "delta", "armor", "qr", "once"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    switch try SubVerb.of(call, ["make", "read", "mailbox", "inspect", "verify"]) {
    case "make":
      try make(&call)
      return .done
    case "read": return try read(&call)
    case "mailbox": return try mailbox(&call)
    case "verify":
      let path = try onePath(call)
      _ = try call.file().read(bundle: try BundleFiles.read(path), name: path, isPreview: true)
      if call.wantsJSON {
        call.say(JSON.object([("ok", .flag(true))]).written)
      } else {
        call.say(.key("cli.bundle.verified", [.text("file", path)]))
      }
      return .done
    default:
      try inspect(&call)
      return .done
    }
  }

  private func onePath(_ call: Call) throws -> String {
    guard call.arguments.free.count == 2 else { throw UsageError("cli.one-file") }
    return call.arguments.free[1]
  }

  private func make(_ call: inout Call) throws {
    let (user, _) = try call.person()
    let store = try call.file()
    guard let to = try call.arguments["to"].map({ UnitCode($0) }) ?? store.ownUnit()?.parent else {
      throw UsageError("cli.missing", [.text("option", "--to")])
    }
    let made = try store.makeBundle(for: to, delta: call.arguments.has("delta"), by: user)
    for unit in made.leftOut {
      let name = try store.unit(unit)?.name ?? unit.text
      call.note("lecterm: " + call.language.text("send.leftOut", [.text("unit", name)]))
    }
    let isText = call.arguments.has("armor"), isPicture = call.arguments.has("qr")
    let text = isText || isPicture ? try Armor.write(made.bytes) : ""
    // Text and pictures go to the screen unless a file is named.
    if isPicture || (isText && call.arguments["out"] == nil) { return try show(text, isPicture, made, &call) }
    let path = BundleFiles.place(call.arguments["out"], isText ? made.name.dropLast(4) + ".txt" : made.name)
    try BundleFiles.put(made, as: isText ? text : nil, to: path, of: store)
    if call.wantsJSON {
      call.say(
        JSON.object([
          ("file", .text(path)), ("to", .text(to.text)), ("bytes", .number(made.bytes.count)),
          ("events", .number(Int(made.header.events))), ("number", .number(Int(made.header.number))),
          ("kind", .text(made.header.kind.rawValue)), ("leftOut", .list(made.leftOut.map { .text($0.text) })),
        ]).written)
    } else {
      call.say(.key("cli.bundle.made", [.text("path", path), .number("count", Int(made.header.events))]))
    }
  }

  /// What the smallest window shows of a code below its number and above the line that is typed into.
  private static let window = Size(columns: 80, rows: 22)

  private func show(_ text: String, _ isPicture: Bool, _ made: MadeBundle, _ call: inout Call) throws {
    let pieces = isPicture ? QRPicture.pieces(text, room: Self.window) : [text]
    if call.wantsJSON {
      call.say(
        JSON.object([
          ("bytes", .number(made.bytes.count)), ("kind", .text(made.header.kind.rawValue)),
          ("events", .number(Int(made.header.events))), ("texts", .list(pieces.map { .text($0) })),
        ]).written)
      return
    }
    for (i, piece) in pieces.enumerated() {
      if pieces.count > 1 {
        call.say(.key("cli.bundle.piece", [.number("number", i + 1), .number("count", pieces.count)]))
      }
      // Dark on light whatever the terminal's colours are: many phones take no picture the other way round.
      let isSeen = isPicture && isatty(STDOUT_FILENO) == 1
      for line in isPicture ? QRPicture.lines(piece) : [piece] {
        call.sayWhole(isSeen ? "\u{1B}[30;107m" + line + "\u{1B}[0m" : line)
      }
      // One code at a time stays on the screen until the telephone has taken it.
      if isPicture, call.input.isPerson, i + 1 < pieces.count {
        call.flush()
        _ = try call.input.line()
      }
    }
  }

  /// Reads what lies in a folder and was not read yet, and unless it is only for once, looks again every few seconds.
  private func mailbox(_ call: inout Call) throws -> ExitStatus {
    let folder = try onePath(call)
    guard FileCare.exists(folder) else { throw StoreError.notFound(path: folder) }
    let isOnce = call.arguments.has("once")
    var watch = MailboxWatch(folder, waits: !isOnce)
    while true {
      let status = try watch.look(&call)
      if isOnce {
        if status == nil { try BundleReader().finish(&call) }
        return status ?? .done
      }
      call.flush()
      sleep(3)
    }
  }

  private func read(_ call: inout Call) throws -> ExitStatus {
    let said = call.arguments.free.dropFirst()
    guard !said.isEmpty else { throw UsageError("cli.one-file") }
    let paths = said.flatMap { $0 == "-" ? ["-"] : BundleFiles.named($0) }
    if paths.isEmpty, !call.wantsJSON {
      call.say(.key("cli.bundle.none", [.text("path", said.joined(separator: ", "))]))
    }
    var reader = BundleReader(isPreview: call.arguments.has("preview"))
    for late in try reader.read(paths, &call) { reader.refuse(late, &call) }
    try reader.finish(&call)
    return reader.status
  }

  private func inspect(_ call: inout Call) throws {
    let bytes = try BundleFiles.read(try onePath(call))
    let h = try Container.inspect(bytes)
    let isReadable = FileCare.exists(call.path) ? (try? call.file().canRead(h)) ?? false : false
    if call.wantsJSON {
      call.say(
        JSON.object([
          ("format", .number(Int(BundleHeader.format))), ("from", .text(h.from.text)),
          ("to", .list(h.to.map { .text($0.text) })), ("created", .text(h.created.iso)),
          ("bytes", .number(bytes.count)),
          ("kind", .text(h.kind.rawValue)), ("number", .number(Int(h.number))), ("training", .flag(h.training)),
          ("events", .number(Int(h.events))), ("readable", .flag(isReadable)),
        ]).written)
    } else {
      call.say(
        .key(
          "cli.bundle.inspect",
          [
            .key("kind", TextKey("bundleKind.\(h.kind.rawValue)")), .text("from", h.from.text),
            .text("to", h.to.map(\.text).joined(separator: ", ")), .text("created", h.created.iso),
            .figures("number", String(h.number)),
          ]))
    }
  }
}

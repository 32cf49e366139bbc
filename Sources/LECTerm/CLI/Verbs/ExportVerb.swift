import LECModel
import LECStore

/// Writes the roster, the register or the counts for other programs.
struct ExportVerb: Verb {
  let name = "export"
  let usage = "roster|register|counts [--format csv|xlsx|json] [--headers th|en] [--mark] [--out FILE]"
  let most = 1
  var valued: Set<String> { ["format", "out", "headers", "unit"] }
  var plain: Set<String> { ["mark"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    guard call.arguments.free.count == 1, let what = ExportName(rawValue: call.arguments.free[0]) else {
      throw UsageError("cli.export-what")
    }
    try UnitOption.check(&call)
    let format = call.arguments["format"] ?? (call.wantsJSON ? "json" : "csv")
    let thai = (call.arguments["headers"] ?? "th") == "th"
    let bytes: [UInt8]
    switch format {
    case "xlsx":
      let path = try call.arguments.required("out")
      if FileCare.exists(path) { throw StoreError.exists(path: path) }
      try Exports.writeXLSX(what, call.file(), language: call.language, thai: thai, to: path)
      if call.wantsJSON { call.say(JSON.object([("file", .text(path))]).written) }
      return .done
    case "csv":
      bytes = try Exports.bytes(what, call.file(), thai: thai, mark: call.arguments.has("mark"))
    case "json": bytes = Array(try json(what, &call).written.utf8) + [10]
    default: throw UsageError.choice("--format", format, ["csv", "xlsx", "json"])
    }
    guard let path = call.arguments["out"] else {
      // The last line end is written with the line: what comes out is byte for byte what a file would hold.
      call.sayWhole(String(decoding: bytes.last == 10 ? bytes.dropLast() : bytes[...], as: UTF8.self))
      return .done
    }
    if FileCare.exists(path) { throw StoreError.exists(path: path) }
    try FileCare.write(bytes, to: path)
    if call.wantsJSON { call.say(JSON.object([("file", .text(path))]).written) }
    return .done
  }

  private func json(_ what: ExportName, _ call: inout Call) throws -> JSON {
    let store = try call.file()
    guard let unit = try store.ownUnit() else { throw Refusal(.notYourUnit, .au04) }
    if what == .counts {
      return .object([
        ("unit", .text(unit.code.text)), ("counts", CountsJSON.object(try store.counts(unit: unit.code))),
      ])
    }
    var rows: [JSON] = []
    try store.each(what == .roster ? .enrolled : .removed) { row in
      rows.append(
        .object(
          [("id", .text(row.id.event.hash.hex))] + StudentField.allCases.map { ($0.name, .text(row.student[$0])) }))
    }
    return .object([("unit", .text(unit.code.text)), ("students", .list(rows))])
  }
}

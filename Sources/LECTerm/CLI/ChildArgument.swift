import LECModel
import LECStore

/// Children named on the command line, by number or by the first digits of their id.
@MainActor enum ChildArgument {
  /// The words after the first, each a child.
  static func many(_ call: inout Call) throws -> [RecordID] {
    let names = call.arguments.free.dropFirst()
    guard !names.isEmpty else { throw UsageError("cli.one-id") }
    var out: [RecordID] = []
    for name in names { out.append(try find(name, &call).id) }
    return out
  }

  static func find(_ name: String, _ call: inout Call) throws -> StudentRow {
    let found = try call.file().students(named: name)
    guard let row = found.first else { throw Refusal(.noSuchRecord, .pu11, detail: name) }
    guard found.count == 1 else { throw UsageError("cli.ambiguous", [.text("id", name)]) }
    return row
  }
}

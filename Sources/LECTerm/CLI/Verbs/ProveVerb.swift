import LECModel
import LECStore

/// Prints or checks a proof that a unit's figures are in the national snapshot.
struct ProveVerb: Verb {
  let name = "prove"
  let usage = """
    --unit CODE [--out FILE]
    --check FILE [--json]
    """
  var valued: Set<String> { ["unit", "out", "check"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    if let path = call.arguments["check"] { return try check(path, &call) }
    let store = try call.file()
    let unit = try call.arguments["unit"].map { UnitCode($0) } ?? store.ownUnit()?.code ?? UnitCode("")
    let text = ProofText.write(try store.proof(of: unit))
    if let path = call.arguments["out"] {
      try BundleFiles.write(Array(text.utf8), to: path)
    } else {
      call.sayLines(text)
    }
    return .done
  }

  private func check(_ path: String, _ call: inout Call) throws -> ExitStatus {
    let bytes = try FileCare.whole(path, limit: 1 << 20)
    guard let proof = ProofText.read(String(decoding: bytes, as: UTF8.self)) else { throw BundleError.badContent }
    let holds = Store.holds(proof)
    // Another machine may have no file at all: the proof is then checked by itself, and its root told.
    let known = FileCare.exists(call.path) ? try call.file().check(proof).isKnownRoot : nil
    let row = proof.leaves.first { $0.row.dataset == .students } ?? proof.leaves.first
    if call.wantsJSON {
      call.say(
        JSON.object([
          ("holds", .flag(holds)), ("knownRoot", known.map(JSON.flag) ?? .null),
          ("unit", .optional(row?.row.unit.text)), ("round", .text(proof.round.text)),
          ("total", .number(Int(row?.row.total ?? 0))), ("root", .text(proof.root.hex)),
        ]).written)
    } else if !holds {
      call.say(.key("cli.proof.fails", []))
    } else {
      call.say(
        .key(
          "cli.proof.holds",
          [
            .text("unit", row?.row.unit.text ?? ""), .text("round", proof.round.text),
            .number("count", Int(row?.row.total ?? 0)),
          ]))
      if known == true, let unit = row?.row.unit {
        for one in try call.file().amendments(round: proof.round) where one.row.unit == unit {
          let words = SnapshotWords.amendment(one, try call.file().unit(unit)?.name ?? unit.text)
          call.say("\(words.said(in: call.language))  \(one.row.total)")
        }
      }
      if known == false { call.say(.key("cli.proof.other", [])) }
      if known == nil { call.say(.key("cli.proof.unknown", [.text("root", proof.root.hex)])) }
    }
    return holds && known != false ? .done : .findings
  }
}

/// A proof as text that survives a chat program: lines of hexadecimal between two marks.
enum ProofText {
  private static let begin = "-----BEGIN LEC PROOF-----", end = "-----END LEC PROOF-----"

  static func write(_ proof: InclusionProof) -> String {
    let hex = Array(Hex.text(proof.bytes))
    var lines = [begin]
    for start in stride(from: 0, to: hex.count, by: 64) {
      lines.append(String(hex[start..<min(start + 64, hex.count)]))
    }
    return (lines + [end]).joined(separator: "\n")
  }

  static func read(_ text: String) -> InclusionProof? {
    guard let from = text.firstRange(of: begin), let to = text.firstRange(of: end), from.upperBound <= to.lowerBound
    else {
      return nil
    }
    let digits = text[from.upperBound..<to.lowerBound].filter { !$0.isWhitespace }
    return Hex.bytes(String(digits)).flatMap { InclusionProof($0) }
  }
}

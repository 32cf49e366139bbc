import LECModel
import LECStore

/// How things stand with the units that files go to and come from.
struct PartnerVerb: Verb {
  let name = "partner"
  let usage = "list [--json]"
  let most = 1

  func run(_ call: inout Call) throws -> ExitStatus {
    _ = try SubVerb.of(call, ["list"])
    let partners = try call.file().partners()
    if call.wantsJSON {
      call.say(JSON.object([("partners", .list(partners.map(Self.json)))]).written)
    } else {
      for one in partners {
        call.say("\(one.unit.code.text)  \(SentWords.name(one).said(in: call.language))")
        call.say(.key("pending.why", [.words("reason", SentWords.figure(one))]))
        if one.releases > 0 { call.say(.key("partners.releases", [.number("count", one.releases)])) }
        for mark in LevelPages.marks(one, try call.file().now().date) { call.say(mark.words) }
        if one.changes > one.unsent {
          call.say(.key("cli.partner.unread", [.number("count", one.changes - one.unsent)]))
        }
        if one.owesReceipt, let last = one.lastIn {
          call.say(.key("partners.receiptDue", [.number("number", Int(last.number))]))
        }
        if one.pending > 0 { call.say(.key("cli.partner.pending", [.number("count", one.pending)])) }
        if one.forked > 0 { call.say(.key("partners.forked", [.number("count", one.forked)])) }
        if one.putBack > 0 { call.say(.key("partners.putBack", [])) }
        for piece in one.missing {
          let name = try call.file().unit(piece.unit)?.name ?? piece.unit.text
          let reason = SentWords.missing(piece, of: name, from: SentWords.name(one))
          call.say(.key("pending.why", [.words("reason", reason)]))
        }
      }
    }
    return partners.contains { $0.pending > 0 || !$0.missing.isEmpty } ? .findings : .done
  }

  private static func json(_ one: PartnerEntry) -> JSON {
    .object([
      ("unit", .text(one.unit.code.text)), ("parent", .flag(one.isParent)), ("own", .flag(one.isOwn)),
      ("canSend", .flag(one.canSend)),
      ("lastOut", json(one.lastOut)), ("receipt", json(one.receipt)), ("lastIn", json(one.lastIn)),
      ("changes", .number(one.changes)), ("unsent", .number(one.unsent)), ("bytes", .number(one.bytes)),
      ("owesReceipt", .flag(one.owesReceipt)), ("pending", .number(one.pending)),
      ("oldestPending", .optional(one.oldestPending?.iso)), ("missing", .list(one.missing.map(missing))),
      ("forked", .number(one.forked)), ("putBack", .number(one.putBack)),
      ("releases", .number(one.releases)),
    ])
  }

  private static func json(_ mark: FileMark?) -> JSON {
    guard let mark else { return .null }
    return .object([
      ("name", .text(mark.name)), ("number", .number(Int(mark.number))), ("at", .text(mark.at.iso)),
      ("received", .optional(mark.received?.iso)),
    ])
  }

  static func missing(_ piece: MissingPiece) -> JSON {
    .object([
      ("unit", .text(piece.unit.text)), ("from", .number(Int(piece.from))), ("to", .number(Int(piece.to))),
      ("firstFile", piece.files.map { .number(Int($0.lowerBound)) } ?? .null),
      ("lastFile", piece.files.map { .number(Int($0.upperBound)) } ?? .null),
    ])
  }
}

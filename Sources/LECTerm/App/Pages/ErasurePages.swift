import LECModel
import LECStore

/// Erasing children for good: the order, and what orders of others ask of this file. Nothing is erased here before somebody has seen
/// whom it is about.
extension LevelPages {
  func erase(_ records: [RecordID]) throws -> Page {
    let rows = try records.compactMap { try store.student($0) }
    var page = Page(title: "erase.title", empty: "erase.over")
    guard let first = rows.first else { return page }
    page.remarks = ["erase.what", "erase.copies"]
    if rows.count > 1 {
      page.remarks.insert(.key("erase.many", [.number("count", rows.count)]), at: 0)
      page.remarks += rows.prefix(8).map { .key("erase.child", [.text("child", $0.student.fullName)]) }
      if rows.count > 8 { page.remarks.append(.key("erase.more", [.number("count", rows.count - 8)])) }
    } else {
      page.remarks.insert(.key("erase.child", [.text("child", first.student.fullName)]), at: 0)
    }
    for reason in Erasure.Reason.allCases {
      page.lines.append(
        Page.Line(
          reason.rawValue, .key(TextKey("erasure.\(reason.rawValue)"), []), ink: .warning,
          action: .perform(.erase(rows.map(\.id), reason), [.password])))
    }
    return page
  }

  func erasures() throws -> Page {
    var page = Page(title: "erase.orders", empty: "erase.none")
    let all = try store.erasures()
    let due = all.filter(\.isHere)
    if !due.isEmpty {
      page.remarks = ["erase.how", "erase.copies"]
      page.lines.append(
        Page.Line(
          "all", .key("erase.all", [.number("count", due.count)]), ink: .warning,
          action: .perform(.carryOutErasures, [.question(.key("erase.sure", [.number("count", due.count)]))])))
    }
    for entry in due + all.filter({ !$0.isHere }) {
      // In two lines: the second would not stand beside the first in a window of 80 columns.
      let ordered: [TextValue] = [.text("person", entry.person), .words("at", Dates.moment(entry.at))]
      page.lines += [
        Page.Line(
          entry.record.short, entry.isHere ? .text(entry.name) : "erase.gone", figure: .key("erase.ordered", ordered),
          ink: entry.isHere ? .text : .dim),
        Page.Line(
          "\(entry.record.short)-why", .key("erase.unit", [.text("unit", try name(entry.unit))]),
          figure: .key(TextKey("erasure.\(entry.reason.rawValue)"), []), ink: .dim),
      ]
    }
    return page
  }
}

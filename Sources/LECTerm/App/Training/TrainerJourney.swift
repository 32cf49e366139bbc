import LECModel
import LECStore

/// What became of one file, step by step.
struct TrainerJourney {
  enum Reading {
    case brought(BundleReport)
    case refused(Objection)
  }

  var name: String
  var header: BundleHeader
  var bytes: Int
  var fate: TrainerFate
  var from = "", to = ""
  var readings: [Reading] = []
  /// Whether nothing was added to the receiver's file.
  var isUnchanged = true

  init(name: String, header: BundleHeader, bytes: Int, fate: TrainerFate) {
    self.name = name
    self.header = header
    self.bytes = bytes
    self.fate = fate
  }

  /// Where it went, as a line drawn with what every terminal has.
  var picture: Words { .key(TextKey("trainer.picture.\(fate.rawValue)"), [.text("from", from), .text("to", to)]) }

  var made: Words { Self.made(name, header, bytes) }

  var happened: Words { .key(TextKey("trainer.happened.\(fate.rawValue)"), [.text("to", to)]) }

  static func made(_ name: String, _ header: BundleHeader, _ bytes: Int) -> Words {
    .key(
      "trainer.made",
      [
        .text("name", name), .number("count", Int(header.events)), .words("size", ByteWords.size(bytes)),
        .key("kind", header.kind == .delta ? "send.new" : "trainer.whole"),
      ])
  }

  /// All of it in lines, for the command line.
  var words: [Words] {
    var out = [picture, made, happened]
    for reading in readings {
      switch reading {
      case .refused(let objection): out += [.key(objection.reason, objection.values), "trainer.unchanged"]
      case .brought(let r):
        out.append(
          .key(
            "cli.bundle.read",
            [
              .text("file", name), .text("from", from), .number("new", r.new), .number("known", r.known),
              .number("waiting", r.waiting), .number("held", r.held), .number("refused", r.refused),
            ]))
      }
    }
    return out
  }
}

import LECModel

/// What became of a file that was made: sent, or read where it went.
enum SentWords {
  static func figure(_ mark: FileMark?) -> Words {
    guard let mark else { return .none }
    if let received = mark.received { return .key("home.received", [.words("at", Dates.moment(received))]) }
    return .key("home.sent", [.words("at", Dates.moment(mark.at))])
  }

  /// Which entries have to come before the rest can count.
  static func missing(_ piece: MissingPiece, _ name: String) -> Words {
    let count = Int(piece.to - piece.from + 1)
    guard let files = piece.files else {
      return .key("bundles.missing", [.text("unit", name), .number("count", count)])
    }
    return .key(
      "bundles.missingFiles",
      [
        .text("unit", name), .number("first", Int(files.lowerBound)), .number("last", Int(files.upperBound)),
        .number("count", count),
      ])
  }
}

internal import LECModel

/// What spreadsheets do to the cells of a roster behind the back of who types: they cut leading zeros off, turn long numbers
/// into 1.23E+12, days into numbers, and leave #N/A where a formula found nothing.
enum SpreadsheetHabits {
  /// What an ID number that went through a spreadsheet may have become.
  enum Number {
    case asWritten
    /// Its first digits were zeros, which a number does not keep; the check digit says that these are they.
    case zeroLost(String)
    /// Only the first digits are left: nobody can know the others.
    case rounded
  }

  static func number(_ text: String) -> Number {
    let bytes = Array(ThaiDigits.ascii(text).utf8)
    if bytes.contains(0x45) || bytes.contains(0x65), Double(String(decoding: bytes, as: UTF8.self)) != nil {
      return .rounded
    }
    guard bytes.allSatisfy({ 0x30...0x39 ~= $0 }) else { return .asWritten }
    if bytes.count == 13, bytes.suffix(6).allSatisfy({ $0 == 0x30 }), CitizenNumber.read(text).isFailure {
      return .rounded
    }
    guard 11...12 ~= bytes.count else { return .asWritten }
    let padded = String(repeating: "0", count: 13 - bytes.count) + String(decoding: bytes, as: UTF8.self)
    return CitizenNumber.read(padded).isFailure ? .asWritten : .zeroLost(padded)
  }

  /// A telephone number with the 0 in front that a number does not keep.
  static func phone(_ text: String) -> String {
    let digits = text.utf8.filter { $0 != 0x20 && $0 != 0x2D }
    guard 8...9 ~= digits.count, digits.allSatisfy({ 0x30...0x39 ~= $0 }), digits[0] != 0x30 else { return text }
    return "0" + text
  }

  /// The day in a number of five digits, where a date has lost its format; nil for anything else.
  static func day(_ text: String, _ base: DateSerial) -> String? {
    guard text.utf8.count == 5, let serial = Int(text), 7_000...99_999 ~= serial else { return nil }
    return base.text(serial)
  }

  /// Whether two values are one but for the zeros in front that a spreadsheet takes for nothing.
  static func isSame(_ field: StudentField, _ ours: String, _ theirs: String) -> Bool {
    if ours == theirs { return true }
    guard field == .schoolNumber || field == .room, !ours.isEmpty, !theirs.isEmpty else { return false }
    let digits = (ours + theirs).utf8.allSatisfy { 0x30...0x39 ~= $0 }
    return digits && ours.drop { $0 == "0" } == theirs.drop { $0 == "0" }
  }

  /// Whether a spreadsheet left one of its errors in the cell.
  static func isError(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "#") else { return false }
    return ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"].contains(text)
  }
}

extension Result {
  fileprivate var isFailure: Bool { if case .failure = self { true } else { false } }
}

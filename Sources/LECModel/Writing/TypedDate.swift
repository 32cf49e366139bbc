/// The day, month and year that somebody typed, before anyone asks whether there is such a day or what the year counts from.
struct TypedDate {
  let day: Int
  let month: Int
  let year: Int
  let digitsOfYear: Int
  /// As in 2018-05-16: such dates come from machines and are not taken for a slip.
  let yearIsFirst: Bool
  /// A word says that the year is Christian.
  let saysChristian: Bool

  init?(_ text: String) {
    guard let parts = Parts(text) else { return nil }
    var numbers = parts.numbers
    if numbers.count == 1, parts.month == nil, let split = Self.split(numbers[0]) { numbers = split }
    saysChristian = parts.saysChristian
    if let named = parts.month {
      guard numbers.count == 2 else { return nil }
      yearIsFirst = numbers[0].digits == 4
      month = named
      day = (yearIsFirst ? numbers[1] : numbers[0]).value
    } else {
      guard numbers.count == 3, numbers[1].digits <= 2 else { return nil }
      yearIsFirst = numbers[0].digits == 4
      month = numbers[1].value
      day = (yearIsFirst ? numbers[2] : numbers[0]).value
    }
    guard let last = numbers.last, let first = numbers.first else { return nil }
    let written = yearIsFirst ? first : last
    guard (yearIsFirst ? last : first).digits <= 2, written.digits == 2 || written.digits == 4 else { return nil }
    year = written.value
    digitsOfYear = written.digits
  }

  func exists(in year: Int) -> Bool { CalendarDate(year: year, month: month, day: day) != nil }

  fileprivate struct Number {
    var value: Int
    var digits: Int
  }

  /// Eight figures without a break: 20180516, 25610516 or 16052561. Never more than one of these has a month and a day.
  private static func split(_ number: Number) -> [Number]? {
    guard number.digits == 8 else { return nil }
    let head = number.value / 10_000
    let tail = number.value % 10_000
    if (1900...2199).contains(head) || (2400...2699).contains(head), (1...12).contains(tail / 100), tail % 100 >= 1 {
      return [
        Number(value: head, digits: 4), Number(value: tail / 100, digits: 2), Number(value: tail % 100, digits: 2),
      ]
    }
    return [Number(value: head / 100, digits: 2), Number(value: head % 100, digits: 2), Number(value: tail, digits: 4)]
  }
}

/// The numbers and words of a typed date.
private struct Parts {
  private(set) var numbers: [TypedDate.Number] = []
  private(set) var month: Int?
  private(set) var saysChristian = false

  /// Nil when a word or sign stands there that no date has.
  init?(_ text: String) {
    var word: [UInt8] = []
    var inNumber = false
    for byte in Self.withoutMidnight(TextForm.fold(text)).utf8 {
      if (0x30...0x39).contains(byte) {
        guard take(&word) else { return nil }
        if !inNumber { numbers.append(TypedDate.Number(value: 0, digits: 0)) }
        inNumber = true
        let last = numbers.count - 1
        guard last < 3, numbers[last].digits < 8 else { return nil }
        numbers[last].value = numbers[last].value * 10 + Int(byte - 0x30)
        numbers[last].digits += 1
        continue
      }
      inNumber = false
      switch byte {
      case 0x2E: continue
      case 0x20, 0x2C, 0x2D, 0x2F: guard take(&word) else { return nil }
      default: word.append(byte)
      }
    }
    guard take(&word) else { return nil }
  }

  /// Understands the word read so far, and begins a new one.
  private mutating func take(_ bytes: inout [UInt8]) -> Bool {
    if bytes.isEmpty { return true }
    defer { bytes.removeAll(keepingCapacity: true) }
    if let filler = Self.fillers[key: bytes] {
      if filler == .christianYear { saysChristian = true }
      return true
    }
    guard month == nil, let named = MonthNames.month(bytes) else { return false }
    month = named
    return true
  }

  private enum Filler { case silent, christianYear }

  /// Words that may stand in a date beside the month.
  private static let fillers = WordTable<Filler>([
    (.silent, "วันที่ เดือน ปี พ.ศ. be"),
    (.christianYear, "ค.ศ. ad ce"),
  ])

  /// Spreadsheets write a date as midnight of that day: the time is cut off.
  private static func withoutMidnight(_ text: String) -> String {
    for time in ["t00:00:00z", "t00:00:00", "t00:00", " 00:00:00", " 0:00:00", " 00:00", " 0:00"]
    where text.hasSuffix(time) {
      return String(decoding: text.utf8.dropLast(time.utf8.count), as: UTF8.self)
    }
    return text
  }
}

package import LECModel

/// Draws made-up children: names put together from syllables and given names, numbers whose office digits no office has (99xx).
package struct TrainingPeople: Sendable {
  private var state: UInt64
  private var serial = 0
  /// In a set of many institutions: this one's place among them, from which numbers follow that no other has.
  private var place: Int?

  private static let boys = [
    "กันตพล", "ก้องภพ", "ชยุต", "ณภัทร", "ธนกร", "ธีรเดช", "นนทกร", "ปกรณ์", "ปุณณวิช", "พชร", "ภูริ", "ภาคิน", "รชต",
    "วรเมธ", "ศุภกร", "สิรวิชญ์", "อชิระ", "อนาวิล", "เตชิน", "เมธา", "ไตรภพ", "น้ำเพชร", "ปั้นบุญ", "คำแก้ว",
  ]
  private static let girls = [
    "กมลชนก", "กานต์ธิดา", "ขวัญข้าว", "จิดาภา", "ชนิกานต์", "ญาดา", "ณัฐณิชา", "ธัญชนก", "นภัสสร", "น้ำฝน", "ปุณยนุช",
    "พิมพ์ชนก", "ภัทรธิดา", "รมิดา", "วริศรา", "ศิรดา", "สุพิชญา", "อรปรียา", "เขมิกา", "แพรวา", "ใบข้าว", "คำหล้า",
    "ปิ่นมณี", "ฟ้าใส",
  ]
  private static let familyHeads = [
    "ทองทุ่ง", "แก้วนา", "ดอนคำ", "ศรีบาง", "บุญท่า", "จันทร์สวน", "ใจไร่", "สุขป่า", "คำน้ำ", "วงศ์ทุ่ง", "ชัยบาง", "พูลดอน",
    "เพชรท่า", "ฟ้าสวน", "น้ำไร่", "ปั้นป่า", "เรืองน้ำ", "ไทรทุ่ง",
  ]
  private static let familyTails = ["ทอง", "งาม", "สุข", "ใส", "เย็น", "แก้ว", "ดี", "ชื่น", "ร่ม", "เงิน", "มั่น", "ขวัญ"]

  package init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678 }

  /// Children of one institution among many: drawn independently of its neighbours, with numbers of its own.
  package init(seed: UInt64, place: Int) {
    state = seed
    let mixed = UInt64(next(Int.max)) ^ (UInt64(place) &* 0xD6E8_FEB8_6659_FD93)
    state = mixed
    self.place = place
    state = UInt64(next(Int.max))
  }

  /// The next number below a bound; the whole set follows from the seed.
  package mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(max(bound, 1)))
  }

  /// One child of this grade and room, of the usual age in that academic year.
  package mutating func child(grade: Grade, room: String, academicYear: Int, admitted: CalendarDate) -> Student {
    var student = Student()
    let isBoy = next(2) == 0
    let isGrown = [.vocational, .higherVocational].contains(grade.group)
    student[.title] = (isBoy ? (isGrown ? Title.mr : .boy) : isGrown ? .miss : .girl).rawValue
    student[.first] = isBoy ? Self.boys[next(Self.boys.count)] : Self.girls[next(Self.girls.count)]
    student[.last] = Self.familyHeads[next(Self.familyHeads.count)] + Self.familyTails[next(Self.familyTails.count)]
    // Among many the few names would meet too often on one birth date.
    if place != nil { student[.last] += Self.familyTails[next(Self.familyTails.count)] }
    student[.sex] = (isBoy ? Sex.male : Sex.female).rawValue
    student[.birth] = birth(grade, academicYear).iso
    student[.nationality] = Nationality.thai.code
    student[.grade] = grade.rawValue
    student[.room] = room
    student[.admitted] = admitted.iso
    student[.entry] = EntryKind.new.rawValue
    serial += 1
    student[.schoolNumber] = String(10_000 + serial)
    student[.number] = place.map { unique($0) } ?? number(first: 1)
    return student
  }

  /// A number with a right check digit and the office digits 99xx.
  package mutating func number(first: Int) -> String {
    var digits = [first, 9, 9, 9, 9]
    for _ in 0..<7 { digits.append(next(10)) }
    return Self.checked(&digits)
  }

  /// The same for a child in one of many places.
  package mutating func number(first: Int, place: Int) -> String {
    var digits = [first, 9, 9] + TrainingProvince.digits(place, 9).compactMap(\.wholeNumberValue)
    return Self.checked(&digits)
  }

  /// The number of this child in this place: up to a thousand children in a million places, all different, in no visible order.
  private func unique(_ place: Int) -> String {
    let shuffled = (place * 1000 + serial % 1000) % 1_000_000_000 * 387_420_489 % 1_000_000_000
    let text = String(shuffled)
    var digits = [1, 9, 9] + Array(repeating: 0, count: 9 - text.count) + text.compactMap(\.wholeNumberValue)
    return Self.checked(&digits)
  }

  private static func checked(_ digits: inout [Int]) -> String {
    let sum = digits.enumerated().reduce(0) { $0 + $1.element * (13 - $1.offset) }
    digits.append((11 - sum % 11) % 10)
    return digits.map(String.init).joined()
  }

  private mutating func birth(_ grade: Grade, _ year: Int) -> CalendarDate {
    let age: Int
    switch grade {
    case .c2: age = 2
    case .c3, .k1: age = 3
    case .c4, .k2: age = 4
    case .c5, .k3: age = 5
    case .v1: age = 15
    case .v2: age = 16
    case .v3: age = 17
    case .h1: age = 18
    case .h2: age = 19
    default: age = 5 + max(1, grade.rank - Grade.p1.rank + 1)
    }
    // A child comes to primary school in the calendar year in which it turns seven, whatever the month.
    if grade.group == .primary {
      return (CalendarDate(year: year - 543 - age - 1, month: 12, day: 30) ?? .first).adding(days: -next(300))
    }
    // Some months before the day on which ages are reckoned, so that the age fits whatever the month.
    let end = CalendarDate(year: year - 543 - age, month: 5, day: 10) ?? .first
    return end.adding(days: -next(300))
  }
}

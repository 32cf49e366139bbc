/// The names of months that people type, Thai and English, long and short; what the program itself writes stands in the language files.
enum MonthNames {
  /// The month that a folded word without dots names, 1 to 12.
  static func month(_ word: [UInt8]) -> Int? { names[key: word] }

  private static let names = WordTable<Int>([
    (1, "ม.ค. มกราคม มกรา jan january"),
    (2, "ก.พ. กุมภาพันธ์ กุมภา feb february"),
    (3, "มี.ค. มีนาคม มีนา mar march"),
    (4, "เม.ย. เมษายน เมษา apr april"),
    (5, "พ.ค. พฤษภาคม พฤษภา may"),
    (6, "มิ.ย. มิถุนายน มิถุนา jun june"),
    (7, "ก.ค. กรกฎาคม กรกฎา jul july"),
    (8, "ส.ค. สิงหาคม สิงหา aug august"),
    (9, "ก.ย. กันยายน กันยา sep sept september"),
    (10, "ต.ค. ตุลาคม ตุลา oct october"),
    (11, "พ.ย. พฤศจิกายน พฤศจิกา nov november"),
    (12, "ธ.ค. ธันวาคม ธันวา dec december"),
  ])
}

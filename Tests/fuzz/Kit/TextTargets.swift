import LECModel
import LECStore
import TestSupport

extension FuzzTarget {
  /// What people type from a card or hear over the telephone.
  static let codes = FuzzTarget(
    "codes", share: 50, shape: .text, longest: 256, words: ["O", "๑", "\u{2013}", "G", "-", "25670516"],
    seeds: {
      let code = CardCode(random: [1, 2, 3, 4, 5, 6, 7, 8, 9, 250])
      return [
        code?.shown ?? "", "oO0 ๑๒๓", Fingerprint.text(Fixtures.id(5).hash), "1-9999-00000-01-3", "G671234567890",
        "5 พ.ค. 60",
      ]
      .map { Array($0.utf8) }
    },
    make: {
      { input in
        let text = String(decoding: input, as: UTF8.self)
        let clean = TextForm.clean(text)
        try BrokenPromise.unless(TextForm.clean(clean) == clean, "text that was put in order stays as it is")
        var taken = 0
        if case .success(let code) = CardCode.read(text) {
          let again = try? CardCode.read(code.shown).get()
          try BrokenPromise.unless(again == code, "a code that is read can be shown and read")
          taken += 1
        }
        if case .success(let digits) = Fingerprint.read(text) {
          let again = try? Fingerprint.read(digits).get()
          try BrokenPromise.unless(again == digits, "a fingerprint that is read can be read again")
          taken += 2
        }
        for field in StudentField.allCases {
          guard case .success(let value) = FieldReading.student(field, text, today: Fixtures.now.date), !value.isEmpty
          else {
            continue
          }
          taken += 4
        }
        return .taken(taken)
      }
    })

  /// A sheet from elsewhere: its letters, its rows, its columns, and what it would do to the roster of a small centre.
  static let sheet = FuzzTarget(
    "sheet", share: 30, shape: .text,
    words: [
      "เลขประจำตัวประชาชน", "ชื่อ", "นามสกุล", "วันเกิด", "ชั้น", "\"", "\"\"", ",", ";", "\t", "\r\n", "sep=;", "\u{FEFF}",
      "=1+1",
      "29/2/2567", "1999900000013", "อ.1",
    ],
    seeds: {
      let header = "เลขประจำตัวประชาชน,คำนำหน้า,ชื่อ,นามสกุล,วันเกิด,ชั้น,ห้อง\n"
      let rows =
        "1999900000013,ด.ช.,ปั้นบุญ,ทองทุ่งใส,10/5/2563,3 ขวบ,1\n2999900000127,ด.ญ.,น้ำฝน,\"คำ,\"\"น้ำ\"\"เย็น\",1/2/2564,3 ขวบ,2\n"
      let plain = Array((header + rows).utf8)
      let wide = Array((header + rows).utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
      let thai = (header + rows).unicodeScalars.map {
        UInt8(truncatingIfNeeded: $0.value < 128 ? $0.value : $0.value - 0xE00 + 0xA0)
      }
      let tabs = Array(("\u{FEFF}" + header + rows).replacing(",", by: "\t").utf8)
      return [plain, [0xFF, 0xFE] + wide, thai, tabs, Array("sep=;\r\nชื่อ;นามสกุล\r\n".utf8)]
    },
    make: {
      let file = try TrainingFile(.centre, children: 6)
      var options = ImportOptions.shipped
      options.dryRun = true
      options.force = true
      options.again = true
      let given = options
      return { input in
        var sheet: RosterSheet
        do {
          sheet = try RosterSheet(input, words: .shipped)
          while let row = try sheet.next() {
            for i in 0..<row.count { _ = row[i] }
          }
        } catch { return .refused(error) }
        let report = try file.store.importRoster(input, name: "roster.csv", options: given, by: file.user)
        return .taken(min(report.added + report.changed, 3))
      }
    })
}

extension String {
  fileprivate func replacing(_ character: Character, by other: Character) -> String {
    String(map { $0 == character ? other : $0 })
  }
}

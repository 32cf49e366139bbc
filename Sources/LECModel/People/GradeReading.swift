extension Grade {
  /// Reads a grade as people and other programs write it: `ป.1`, `ป1`, `P1`, `ประถมศึกษาปีที่ 1`, `อนุบาล 2`, `3 ขวบ`, `ปวช.1`.
  package static func parse(_ text: String) -> Grade? {
    if let grade = Grade(rawValue: text) { return grade }
    var form = WordTable<GradeGroup>.key(text)
    guard let at = form.firstIndex(where: { (0x30...0x39).contains($0) }) else { return nil }
    let number = Int(form[at] - 0x30)
    form[at] = 0x23
    guard let group = forms[key: form] else { return nil }
    // Lower and upper secondary share their word.
    return allCases.first {
      $0.number == number && ($0.group == group || $0.group == .upperSecondary && group == .lowerSecondary)
    }
  }

  /// Every form, with # for the figure.
  private static let forms = WordTable<GradeGroup>([
    (.centre, "c# #ขวบ #ปี อายุ#ขวบ อายุ#ปี เด็ก#ขวบ เด็กเล็ก#ขวบ เด็กอายุ#ขวบ เด็กอายุ#ปี เด็กเล็กอายุ#ขวบ"),
    (.kindergarten, "k# kg# kindergarten# อ# อบ# อนุบาล# อนุบาลปีที่# อนุบาลศึกษา# อนุบาลศึกษาปีที่#"),
    (.kindergarten, "ชั้นอ# ชั้นอนุบาล# ชั้นอนุบาลปีที่# ชั้นอนุบาลศึกษาปีที่#"),
    (.primary, "p# primary# ป# ประถม# ประถมปีที่# ประถมศึกษา# ประถมศึกษาปีที่#"),
    (.primary, "ชั้นป# ชั้นประถม# ชั้นประถมปีที่# ชั้นประถมศึกษาปีที่#"),
    (.lowerSecondary, "m# ม# มัธยม# มัธยมปีที่# มัธยมศึกษา# มัธยมศึกษาปีที่#"),
    (.lowerSecondary, "ชั้นม# ชั้นมัธยม# ชั้นมัธยมปีที่# ชั้นมัธยมศึกษาปีที่#"),
    (.vocational, "v# ปวช# ปวช.ปีที่# ประกาศนียบัตรวิชาชีพ# ประกาศนียบัตรวิชาชีพปีที่# ชั้นปวช#"),
    (.higherVocational, "h# ปวส# ปวส.ปีที่# ประกาศนียบัตรวิชาชีพชั้นสูง# ประกาศนียบัตรวิชาชีพชั้นสูงปีที่# ชั้นปวส#"),
  ])
}

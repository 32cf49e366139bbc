import LECModel

/// Names of places and people that nobody has, put together as real ones are.
enum TrainingPlaces {
  private static let heads = ["บ้าน", "ทุ่ง", "ดอน", "หนอง", "ท่า", "นา", "โคก", "บึง", "วัง", "ห้วย", "คลอง", "เกาะ"]
  private static let tails = ["สมมุติ", "ทดลอง", "ตัวอย่าง", "ฝึกหัด", "จำลอง", "ลองดู", "ซ้อมมือ"]
  private static let teachers = [
    "จันทร์", "สายใจ", "มะลิ", "บัวผัน", "ทองใบ", "เรณู", "พรทิพย์", "สมศรี", "อุไร", "ประนอม", "วันดี", "นวล",
  ]
  private static let families = ["ใจเพียร", "สอนดี", "รักเรียน", "หมั่นฝึก", "ตั้งใจ", "ลองทำ", "ขยันสอน"]

  /// A place by its number: 84 names, and from then on with a second number behind them.
  static func place(_ number: Int) -> String {
    let name = heads[number % heads.count] + tails[number % tails.count]
    let round = number / (heads.count * tails.count)
    return round == 0 ? name : name + " \(round + 1)"
  }

  /// Every other one is a municipality.
  static func authority(_ number: Int) -> String {
    (number % 2 == 0 ? municipality : organisation) + place(number)
  }

  static func authorityCode(_ number: Int, district: String) -> String {
    (number % 2 == 0 ? "05" : "06") + district + TrainingProvince.digits(number + 1, 2)
  }

  private static let municipality = "เทศบาลตำบล", organisation = "องค์การบริหารส่วนตำบล"

  /// The first institution of an authority is a school, the others are centres in its villages.
  static func institution(_ index: Int, of authority: Unit) -> Unit {
    var place = authority.name
    for kind in [municipality, organisation] where place.hasPrefix(kind) { place = String(place.dropFirst(kind.count)) }
    let centre = "ศูนย์พัฒนาเด็กเล็ก" + (index == 1 ? "" : "วัด") + place + (index > 2 ? " \(index - 1)" : "")
    return Unit(
      code: UnitCode("30" + authority.code.text.dropFirst(2) + TrainingProvince.digits(index + 1, 2)),
      kind: index == 0 ? .school : .centre, name: index == 0 ? "โรงเรียน" + place : centre, parent: authority.code,
      district: authority.district, province: authority.province)
  }

  static func teacher(_ place: Int, seed: UInt64) -> Founding.NewProfile {
    let n = place + Int(seed % 12)
    return Founding.NewProfile(
      first: teachers[n % teachers.count], last: families[n % families.count], position: "ครู", phone: "0000000012")
  }
}

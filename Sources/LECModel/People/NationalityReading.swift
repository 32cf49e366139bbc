extension Nationality {
  /// Reads the Thai and English words that rosters hold, ISO codes and the register's codes; nil for what is not in the table.
  package static func parse(_ text: String) -> Nationality? {
    if let nationality = Nationality(rawValue: text) { return nationality }
    return words[text]
  }

  private static let words = WordTable<Nationality>(
    table + allCases.map { ($0, $0.rawValue + " " + ($0.registerCode ?? "")) })

  private static let table: [(Nationality, String)] = [
    (.thai, "ไทย ท thai thailand"),
    (.burmese, "เมียนมา เมียนมาร์ พม่า myanmar burmese burma"),
    (.lao, "ลาว lao laos laotian"),
    (.cambodian, "กัมพูชา เขมร cambodia cambodian khmer"),
    (.chinese, "จีน china chinese"),
    (.vietnamese, "เวียดนาม ญวน vietnam vietnamese"),
    (.malaysian, "มาเลเซีย มาเลย์ malaysia malaysian"),
    (.singaporean, "สิงคโปร์ singapore singaporean"),
    (.indonesian, "อินโดนีเซีย indonesia indonesian"),
    (.filipino, "ฟิลิปปินส์ philippines filipino"),
    (.bruneian, "บรูไน brunei bruneian"),
    (.japanese, "ญี่ปุ่น japan japanese"),
    (.korean, "เกาหลี เกาหลีใต้ korea korean southkorea"),
    (.taiwanese, "ไต้หวัน taiwan taiwanese"),
    (.hongKonger, "ฮ่องกง hongkong"),
    (.mongolian, "มองโกเลีย mongolia mongolian"),
    (.indian, "อินเดีย india indian"),
    (.pakistani, "ปากีสถาน pakistan pakistani"),
    (.bangladeshi, "บังกลาเทศ บังคลาเทศ bangladesh bangladeshi"),
    (.nepali, "เนปาล nepal nepali nepalese"),
    (.sriLankan, "ศรีลังกา srilanka srilankan"),
    (.american, "อเมริกัน อเมริกา สหรัฐ สหรัฐอเมริกา american us"),
    (.canadian, "แคนาดา canada canadian"),
    (.british, "อังกฤษ บริติช สหราชอาณาจักร british uk english unitedkingdom"),
    (.german, "เยอรมัน เยอรมนี germany german"),
    (.french, "ฝรั่งเศส france french"),
    (.italian, "อิตาลี อิตาเลียน italy italian"),
    (.swiss, "สวิส สวิตเซอร์แลนด์ switzerland swiss"),
    (.swedish, "สวีเดน sweden swedish"),
    (.norwegian, "นอร์เวย์ norway norwegian"),
    (.danish, "เดนมาร์ก denmark danish"),
    (.dutch, "ดัตช์ เนเธอร์แลนด์ ฮอลแลนด์ netherlands dutch"),
    (.belgian, "เบลเยียม เบลเยี่ยม belgium belgian"),
    (.austrian, "ออสเตรีย austria austrian"),
    (.russian, "รัสเซีย russia russian"),
    (.ukrainian, "ยูเครน ukraine ukrainian"),
    (.australian, "ออสเตรเลีย australia australian"),
    (.newZealander, "นิวซีแลนด์ newzealand"),
    (.stateless, "ไร้สัญชาติ ไม่มีสัญชาติ ไร้รัฐ ไม่มีสถานะทางทะเบียน stateless none"),
    (.unknown, "ไม่ทราบ ไม่ระบุ ไม่ปรากฏ unknown"),
  ]
}

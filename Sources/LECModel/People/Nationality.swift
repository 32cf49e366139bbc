/// A nationality by its ISO 3166-1 code of three letters, or stateless, or not known. It is never read from a citizen number.
package enum Nationality: String, CaseIterable, Sendable {
  case thai = "THA", burmese = "MMR", lao = "LAO", cambodian = "KHM", chinese = "CHN", vietnamese = "VNM"
  case malaysian = "MYS", singaporean = "SGP", indonesian = "IDN", filipino = "PHL", bruneian = "BRN"
  case japanese = "JPN", korean = "KOR", taiwanese = "TWN", hongKonger = "HKG", mongolian = "MNG"
  case indian = "IND", pakistani = "PAK", bangladeshi = "BGD", nepali = "NPL", sriLankan = "LKA"
  case american = "USA", canadian = "CAN", british = "GBR", german = "DEU", french = "FRA", italian = "ITA"
  case swiss = "CHE", swedish = "SWE", norwegian = "NOR", danish = "DNK", dutch = "NLD", belgian = "BEL", austrian =
    "AUT"
  case russian = "RUS", ukrainian = "UKR", australian = "AUS", newZealander = "NZL"
  case stateless = "STL"
  case unknown = "UNK"

  /// The code that is stored.
  package var code: String { rawValue }

  /// The code of the civil register, for the few that are known for certain to be in use.
  package var registerCode: String? {
    switch self {
    case .thai: "099"
    case .burmese: "048"
    case .lao: "056"
    case .cambodian: "057"
    case .chinese: "044"
    default: nil
    }
  }
}

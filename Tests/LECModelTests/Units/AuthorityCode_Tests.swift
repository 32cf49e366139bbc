import LECModel
import Testing

@Suite("Codes of local authorities")
struct AuthorityCodeTests {
  private func read(_ text: String) -> AuthorityCode? { try? AuthorityCode.read(text).get() }

  private func fault(_ text: String) -> AuthorityCode.Fault? {
    if case .failure(let fault) = AuthorityCode.read(text) { fault } else { nil }
  }

  @Test("a code tells kind, district, province and running number")
  func parts() throws {
    let code = try #require(read("05990112"))
    #expect(code.kind == .subdistrictTown && code.district == "9901" && code.province == "99" && code.running == "12")
    #expect(code.isFictional && code.text == "05990112")
    #expect(read("02990101")?.kind == .provincial && read("03990101")?.kind == .city)
    #expect(read("04990101")?.kind == .town && read("06990101")?.kind == .subdistrict)
    #expect(read("06500101")?.isFictional == false)
  }

  @Test(
    "a code is read with the zero that a sheet lost, with Thai digits, spaces and hyphens",
    arguments: ["5990112", "05990112", "๐๕๙๙๐๑๑๒", "๕๙๙๐๑๑๒", " 05 9901 12 ", "05-9901-12"])
  func tolerant(_ text: String) { #expect(read(text)?.text == "05990112") }

  @Test(
    "what is no code is refused with the reason",
    arguments: [
      ("", .wrongLength(0)), ("990112", .wrongLength(6)), ("059901120", .wrongLength(9)),
      ("0599O112", .strange(character: "O")), ("07990101", .noSuchKind("07")), ("01990101", .noSuchKind("01")),
      ("30990101", .noSuchKind("30")), ("05980101", .noSuchProvince("98")), ("05100101", .noSuchProvince("10")),
      ("05990001", .noSuchDistrict("9900")), ("05990100", .noSuchNumber), ("02990201", .notProvincial),
      ("02990102", .notProvincial),
    ] as [(String, AuthorityCode.Fault)])
  func refused(_ text: String, _ expected: AuthorityCode.Fault) { #expect(fault(text) == expected) }

  @Test("every kind but the special ones has two digits of its own")
  func kinds() {
    for kind in AuthorityKind.allCases {
      guard let digits = kind.digits else {
        #expect(kind == .special)
        continue
      }
      #expect(AuthorityKind(digits: digits) == kind)
      #expect(read("\(digits)990101")?.kind == kind)
    }
    #expect(Set(AuthorityKind.allCases.compactMap(\.digits)) == ["02", "03", "04", "05", "06"])
    #expect(AuthorityKind.allCases.filter(\.isMunicipality) == [.city, .town, .subdistrictTown])
  }

  @Test("every district of the table, Bangkok's apart, can have a local authority")
  func districts() {
    let districts = DataFile.rows("districts.csv").compactMap(\.first)
    #expect(districts.count > 900)
    for district in districts {
      #expect((read("06\(district)01") != nil) == !district.hasPrefix("10"), "\(district)")
    }
  }

  @Test("an affiliation is read from its code, and from nothing else")
  func affiliations() {
    for affiliation in Affiliation.allCases { #expect(Affiliation.parse(affiliation.code) == affiliation) }
    #expect(
      Affiliation.parse(" bpp ") == .borderPolice && Affiliation.parse("OBE") == nil && Affiliation.parse("") == nil)
    #expect(Affiliation.allCases.count == 11)
  }
}

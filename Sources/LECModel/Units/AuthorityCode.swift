/// The code of a local authority: two digits of its kind, four of the district, two running within district and kind.
///
/// An authority that is raised to a municipality gets another code, so that a code is what it is called now, not who it is.
package struct AuthorityCode: Hashable, Comparable, Sendable {
  /// Eight digits.
  package let text: String
  package let kind: AuthorityKind

  /// The four digits of the district.
  package var district: String { String(text.dropFirst(2).prefix(4)) }
  /// The two digits of the province.
  package var province: String { String(text.dropFirst(2).prefix(2)) }
  package var running: String { String(text.suffix(2)) }
  /// Made up for training and tests: no real province has these digits.
  package var isFictional: Bool { province == Self.fictionalProvince }

  package static let fictionalProvince = "99"

  /// Why a text is no code of a local authority.
  package enum Fault: Error, Hashable, Sendable {
    /// A sign that is no digit.
    case strange(character: String)
    /// A code has eight digits; this one has so many.
    case wrongLength(Int)
    case noSuchKind(String)
    /// Two digits that no province has, or Bangkok, where there are none of these authorities.
    case noSuchProvince(String)
    /// 00 is no district.
    case noSuchDistrict(String)
    /// 00 is no running number.
    case noSuchNumber
    /// A provincial organisation has the first district of its province and the number 01.
    case notProvincial
  }

  /// Reads eight digits, Thai or Arabic, with or without spaces and hyphens; seven where a sheet lost the zero in front.
  package static func read(_ typed: String) -> Result<AuthorityCode, Fault> {
    var digits = ""
    for scalar in ThaiDigits.ascii(TextForm.clean(typed)).unicodeScalars where scalar != " " && scalar != "-" {
      guard ("0"..."9").contains(scalar) else { return .failure(.strange(character: String(scalar))) }
      digits.unicodeScalars.append(scalar)
    }
    if digits.utf8.count == 7 { digits = "0" + digits }
    guard digits.utf8.count == 8 else { return .failure(.wrongLength(digits.utf8.count)) }
    guard let kind = AuthorityKind(digits: digits.prefix(2)) else {
      return .failure(.noSuchKind(String(digits.prefix(2))))
    }
    let code = AuthorityCode(text: digits, kind: kind)
    return code.fault.map { .failure($0) } ?? .success(code)
  }

  private var fault: Fault? {
    if !isFictional, province == Self.bangkok || !(Int(province).map(GCode.provinces.contains) ?? false) {
      return .noSuchProvince(province)
    }
    if district.hasSuffix("00") { return .noSuchDistrict(district) }
    if kind == .provincial { return district.hasSuffix("01") && running == "01" ? nil : .notProvincial }
    return running == "00" ? .noSuchNumber : nil
  }

  private static let bangkok = "10"

  private init(text: String, kind: AuthorityKind) {
    self.text = text
    self.kind = kind
  }

  package static func < (l: AuthorityCode, r: AuthorityCode) -> Bool { l.text < r.text }
}

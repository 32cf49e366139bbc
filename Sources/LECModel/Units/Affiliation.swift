/// Whom a school of another affiliation belongs to, by the code under which it is stored.
package enum Affiliation: String, CaseIterable, Sendable {
  /// Basic education: by far the most.
  case basic = "OBEC"
  /// Private schools, with those of foundations and mosques.
  case privateSchools = "OPEC"
  /// OA-06. Schools of the Border Patrol Police are found by choosing this one.
  case borderPolice = "BPP"
  /// Demonstration schools of universities.
  case university = "UNIV"
  /// Schools under the Office of Buddhism; they begin after primary 6, so that their counts are zero as a rule.
  case buddhism = "ONAB"
  case bangkok = "BMA"
  case pattaya = "PTY"
  case socialDevelopment = "SDHS"
  /// Special education and welfare schools.
  case special = "SPEC"
  /// Learning outside schools, such as the centres in the hills.
  case outsideSchool = "NFE"
  case other = "OTH"

  package var code: String { rawValue }

  /// Reads a stored code in capitals or small letters; nil for a text that is none.
  package static func parse(_ text: String) -> Affiliation? {
    let folded = TextForm.fold(text)
    return allCases.first { TextForm.fold($0.code) == folded }
  }
}

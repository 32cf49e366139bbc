/// Why a text is not a number or code of a person.
package enum IdentityProblem: Error, Hashable, Sendable {
  /// A citizen number has 13 digits; this one has so many.
  case wrongLength(Int)
  /// A sign that is no digit, at this place, counted from 1 without spaces and hyphens.
  case letterInside(position: Int)
  case checkDigit
  /// 9 is given to no ordinary person.
  case firstDigitNine
  /// All zeros: typed only to fill the field.
  case placeholder
  /// Not G and twelve digits.
  case gcodeForm
  /// The two digits of the province, which no province has.
  case gcodeProvince(Int)
  /// The two digits of the year: before 61 or still to come.
  case gcodeYear(Int)
  /// No number at all.
  case unreadable
}

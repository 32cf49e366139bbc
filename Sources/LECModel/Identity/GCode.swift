/// The ministry's code for a learner without civil registration: G, year of issue, province, running number.
package struct GCode: Hashable, Sendable {
  /// The last two digits of the Buddhist year of issue.
  package let year: Int
  /// Two digits of TIS 1099.
  package let province: Int
  package let running: Int

  /// The system began to issue codes in 2561.
  package static let firstYear = 61

  /// Reads G and twelve digits. `yearBE` is the current Buddhist year; a code of the next year is still believed.
  package static func read(_ text: String, yearBE: Int?) -> Result<GCode, IdentityProblem> {
    read(squeezed: IdentityText.squeezed(text), yearBE: yearBE)
  }

  static func read(squeezed bytes: [UInt8], yearBE: Int?) -> Result<GCode, IdentityProblem> {
    guard bytes.count == 13, bytes[0] == 0x47, let year = IdentityText.number(bytes[1..<3]),
      let province = IdentityText.number(bytes[3..<5]), let running = IdentityText.number(bytes[5..<13])
    else { return .failure(.gcodeForm) }
    let last = yearBE.map { $0 % 100 + 1 } ?? 99
    guard Int(year) >= firstYear, Int(year) <= last else { return .failure(.gcodeYear(Int(year))) }
    guard provinces.contains(Int(province)) else { return .failure(.gcodeProvince(Int(province))) }
    return .success(GCode(year: Int(year), province: Int(province), running: Int(running)))
  }

  /// 13 characters, as stored and printed.
  package var text: String {
    let number = UInt64(year) * 10_000_000_000 + UInt64(province) * 100_000_000 + UInt64(running)
    return "G" + IdentityText.padded(number, to: 12)
  }

  /// The 77 provinces of TIS 1099, Bangkok among them.
  package static let provinces = Set([10...27, 30...58, 60...67, 70...77, 80...86, 90...96].joined())
}

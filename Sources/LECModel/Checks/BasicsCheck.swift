/// PU-06, CF-02. The basic information of the institution is complete before it is confirmed.
package enum BasicsCheck {
  package static func findings(_ values: [UInt8: String], kind: UnitKind) -> [Finding] {
    BasicsField.allCases
      .filter { $0.isRequired(for: kind) && (values[$0.rawValue] ?? "").isEmpty }
      .map { Finding(check: .basicsMissing, record: nil, fields: [$0.rawValue], about: "") }
  }
}

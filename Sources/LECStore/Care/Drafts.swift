import LECModel

extension Store {
  private static let put = "INSERT OR REPLACE INTO draft (name, value) VALUES (?1, ?2)"
  private static let drop = "DELETE FROM draft WHERE name = ?1"
  private static let get = "SELECT value FROM draft WHERE name = ?1"
  private static let names = "SELECT name FROM draft ORDER BY name"

  /// Keeps a half-filled form: called with every change, so that nothing typed is lost, whatever happens.
  package func saveDraft(_ name: String, _ fields: [String: String]) throws {
    var out = CanonicalWriter()
    out.array(fields.count)
    for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
      out.array(2)
      out.text(key)
      out.text(value)
    }
    try local { try connection.run(Self.put, .text(name), .blob(out.bytes)) }
  }

  package func draft(_ name: String) throws -> [String: String]? {
    guard let bytes = try connection.one(Self.get, [.text(name)], row: { $0.blob(0) }),
      let rows = (try? CanonicalReader.read(bytes))?.items
    else { return nil }
    var out: [String: String] = [:]
    for row in rows {
      guard let pair = row.items, pair.count == 2, let key = pair[0].text, let value = pair[1].text else { continue }
      out[key] = value
    }
    return out
  }

  package func dropDraft(_ name: String) throws { try local { try connection.run(Self.drop, .text(name)) } }

  /// The forms that were left half filled.
  package func draftNames() throws -> [String] { try connection.all(Self.names) { $0.text(0) } }
}

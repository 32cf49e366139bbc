import CSQLite
package import LECModel

/// A prepared constant: bind, step, read columns, reset.
package final class Statement {
  fileprivate var handle: OpaquePointer?
  private let sql: String

  init(_ handle: OpaquePointer, sql: String) {
    self.handle = handle
    self.sql = sql
  }

  func finalize() {
    sqlite3_finalize(handle)
    handle = nil
  }

  package func bind(_ index: Int, _ value: Value) throws(SQLiteError) {
    switch value {
    case .null: try check(sqlite3_bind_null(handle, Int32(index)))
    case .integer(let v): try check(sqlite3_bind_int64(handle, Int32(index), v))
    case .text(let v): try bind(index, text: v)
    case .blob(let v): try bind(index, blob: v)
    }
  }

  package func bind(_ index: Int, integer: Int64) throws(SQLiteError) {
    try check(sqlite3_bind_int64(handle, Int32(index), integer))
  }

  /// Binds the text's bytes with their length, so that a NUL inside can never cut it short.
  package func bind(_ index: Int, text: String) throws(SQLiteError) {
    var text = text
    let code = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { chars in
        chars.baseAddress.map { cs_bind_text(handle, Int32(index), $0, Int32(chars.count)) }
          ?? cs_bind_text(handle, Int32(index), "", 0)
      }
    }
    try check(code)
  }

  package func bind(_ index: Int, blob: [UInt8]) throws(SQLiteError) {
    let code = blob.withUnsafeBytes { bytes in
      bytes.baseAddress.map { cs_bind_blob(handle, Int32(index), $0, Int32(bytes.count)) }
        ?? sqlite3_bind_zeroblob(handle, Int32(index), 0)
    }
    try check(code)
  }

  /// Goes to the next row; false when there is none.
  package func step() throws(SQLiteError) -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    throw error(code)
  }

  /// Makes the statement ready for its next use; the values bound before are gone.
  package func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  package func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }
  package func integer(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }

  package func text(_ column: Int) -> String {
    guard let start = sqlite3_column_text(handle, Int32(column)) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  package func blob(_ column: Int) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, Int32(column)) else { return [] }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// A 32-byte column; zero where the column has another length, which the schema's checks forbid.
  package func hash(_ column: Int) -> Hash32 { Hash32(blob(column)) ?? .zero }

  private func check(_ code: Int32) throws(SQLiteError) {
    guard code == SQLITE_OK else { throw error(code) }
  }

  private func error(_ code: Int32) -> SQLiteError {
    let message = handle.flatMap { sqlite3_db_handle($0) }.map { String(cString: sqlite3_errmsg($0)) } ?? ""
    return SQLiteError(code: code, message: message, sql: sql)
  }
}

extension Statement {
  /// All columns of the current row as bytes with their kinds and lengths: for comparing tables, nothing else.
  func dump() -> [UInt8] {
    var out: [UInt8] = []
    for column in 0..<sqlite3_column_count(handle) {
      let kind = sqlite3_column_type(handle, column)
      out.append(UInt8(truncatingIfNeeded: kind))
      let bytes = kind == SQLITE_BLOB ? blob(Int(column)) : Array(text(Int(column)).utf8)
      withUnsafeBytes(of: UInt32(bytes.count).littleEndian) { out.append(contentsOf: $0) }
      out.append(contentsOf: bytes)
    }
    return out
  }
}

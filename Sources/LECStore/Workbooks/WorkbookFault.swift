/// What can be wrong with an Excel workbook before its rows are looked at.
package enum WorkbookFault: Error, Equatable, Sendable {
  /// The archive or one of its parts can't be read: cut off, changed, or not written by a spreadsheet.
  case damaged(part: String)
  case missingPart(String)
  /// Protected with a password: what is inside can't be read without it.
  case encrypted
  /// The binary kind, .xlsb.
  case binary
  /// A part that grows beyond all measure when it is unpacked.
  case bomb(part: String)
  /// A document type or an entity: no spreadsheet writes one, and it can be made to fill the memory.
  case documentType(part: String)
  case notXML(part: String, line: Int)
  case noSheets
  case noSuchSheet(String, known: [String])
  /// More than one sheet looks like a roster: a person has to say which.
  case severalSheets([String])

  /// The stable name of the fault.
  package var code: String {
    switch self {
    case .damaged: "workbook-damaged"
    case .missingPart: "workbook-missing-part"
    case .encrypted: "workbook-encrypted"
    case .binary: "workbook-binary"
    case .bomb: "workbook-bomb"
    case .documentType: "workbook-document-type"
    case .notXML: "workbook-not-xml"
    case .noSheets: "workbook-no-sheets"
    case .noSuchSheet: "workbook-no-such-sheet"
    case .severalSheets: "workbook-several-sheets"
    }
  }
}

/// What a workbook may unpack to at most. Deflate can blow a kilobyte up to a megabyte; what spreadsheets write stays far
/// below these figures.
struct WorkbookLimits: Sendable {
  /// All parts that are read, unpacked.
  var unpacked = 1 << 30
  /// Up to here the ratio is not looked at: small parts of spaces may pack well.
  var freeBytes = 4 << 20
  /// Unpacked bytes for a packed one.
  var ratio = 250
  var parts = 1024
  var sheets = 256
  var sharedBytes = 64 << 20
  var sharedStrings = 4 << 20
  var depth = 64
  /// The rows of the largest sheet Excel can hold.
  var rows = 1_048_576

  static let standard = WorkbookLimits()
}

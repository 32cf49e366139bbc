/// What a sheet may be at most, so that a broken or hostile file can't fill the memory.
package struct SheetLimits: Sendable {
  package var cellBytes = 64 << 10
  package var columns = 200
  package var fileBytes = 64 << 20
  /// How many rows at the top are searched for the header; reports put titles above it.
  package var headerRows = 30

  package static let standard = SheetLimits()
}

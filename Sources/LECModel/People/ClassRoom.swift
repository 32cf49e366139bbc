/// A class: a grade and the room in it. Rooms are figures or short names; the only room of a grade may have none.
package struct ClassRoom: Hashable, Comparable, Sendable {
  package let grade: Grade
  package let room: String

  package init(grade: Grade, room: String = "") {
    self.grade = grade
    self.room = Self.normal(room)
  }

  /// Reads `ป.1/2`, `ป.1 ห้อง 2`, `P1/2`, `อ.2/ก`, or a grade alone.
  package static func parse(_ text: String) -> ClassRoom? {
    let text = TextForm.clean(text)
    for separator in ["/", "ห้อง"] {
      guard let cut = Self.cut(text, at: separator) else { continue }
      let room = normal(cut.after)
      guard let grade = Grade.parse(cut.before), !room.isEmpty, room.unicodeScalars.count <= 12 else { return nil }
      return ClassRoom(grade: grade, room: room)
    }
    return Grade.parse(text).map { ClassRoom(grade: $0) }
  }

  /// One form of a room: no blanks around, Arabic figures, no zeros before them.
  package static func normal(_ room: String) -> String {
    let clean = ThaiDigits.ascii(TextForm.clean(room))
    guard clean.utf8.count > 1, clean.utf8.first == 0x30, let number = UInt(clean) else { return clean }
    return String(number)
  }

  /// `ป.1/2`, or `ป.1` without a room.
  package var thai: String { text(grade.thai) }
  /// `P1/2`, or `P1` without a room.
  package var english: String { text(grade.english) }

  /// Room 2 before room 10, and both before rooms with names.
  package static func < (l: ClassRoom, r: ClassRoom) -> Bool {
    l.grade == r.grade ? roomKey(l.room).lexicographicallyPrecedes(roomKey(r.room)) : l.grade < r.grade
  }

  /// The order of rooms as bytes, for an index.
  package static func roomKey(_ room: String) -> [UInt8] {
    guard let number = UInt16(room) else { return room.isEmpty ? [] : [2] + SortKey.bytes(room) }
    return [1, UInt8(number >> 8), UInt8(number & 0xFF)]
  }

  private func text(_ grade: String) -> String { room.isEmpty ? grade : "\(grade)/\(room)" }

  private static func cut(_ text: String, at separator: String) -> (before: String, after: String)? {
    let bytes = Array(text.utf8)
    let mark = Array(separator.utf8)
    guard bytes.count >= mark.count,
      let at = (0...bytes.count - mark.count).first(where: { bytes[$0...].starts(with: mark) })
    else { return nil }
    return (
      String(decoding: bytes[..<at], as: UTF8.self), String(decoding: bytes[(at + mark.count)...], as: UTF8.self)
    )
  }
}

/// One form of text for everything that comes in, so that afterwards equal text is equal bytes.
///
/// Bring text to this form once, at the border: typing, import, bundle. What is stored, hashed and signed has this form.
package enum TextForm {
  /// The form itself: marks in order, no repeats, no characters that can't be seen, single spaces, no space at the ends.
  package static func clean(_ text: String) -> String {
    var text = text
    let changed: String? = text.withUTF8 { isClean($0) ? nil : cleaned($0) }
    return changed ?? text
  }

  /// True for plain ASCII and Thai text that has the form already; anything rarer is sent the long way round.
  private static func isClean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var last: UInt32 = 0x20
    var lastPlace: UInt32 = 0
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte < 0x80 {
        if byte <= 0x20 || byte == 0x7F { guard byte == 0x20, last != 0x20 else { return false } }
        last = UInt32(byte)
        lastPlace = 0
        i += 1
        continue
      }
      guard byte == 0xE0, i + 2 < bytes.count, bytes[i + 1] & 0xFE == 0xB8 else { return false }
      let c = 0x0E00 | UInt32(bytes[i + 1] & 1) << 6 | UInt32(bytes[i + 2] & 0x3F)
      let place = ThaiMark.place(c)
      if place > 0 {
        guard place > lastPlace, last != ThaiMark.saraAM else { return false }
      } else if c == ThaiMark.saraE {
        guard last != ThaiMark.saraE else { return false }
      } else if c == ThaiMark.saraAA || c == ThaiMark.saraAM {
        guard last != ThaiMark.saraAM || c == ThaiMark.saraAA, lastPlace < ThaiMark.place(ThaiMark.nikhahit) else {
          return false
        }
      }
      last = c
      lastPlace = place
      i += 3
    }
    return bytes.isEmpty || last != 0x20
  }

  private static func cleaned(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let visible = withoutInvisible(bytes)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var marks: [UInt32] = []
    var i = 0
    while i < visible.count {
      let c = visible[i]
      guard ThaiMark.place(c) > 0 || c == ThaiMark.saraAM else {
        out.append(scalar: c)
        i += 1
        continue
      }
      marks.removeAll(keepingCapacity: true)
      var endsInAM = false
      takeMarks(visible, &i, into: &marks)
      while i < visible.count,
        visible[i] == ThaiMark.saraAM || visible[i] == ThaiMark.saraAA && marks.contains(ThaiMark.nikhahit)
      {
        endsInAM = true
        i += 1
        takeMarks(visible, &i, into: &marks)
      }
      if endsInAM { marks.removeAll { $0 == ThaiMark.nikhahit } }
      for mark in marks { out.append(scalar: mark) }
      if endsInAM { out.append(scalar: ThaiMark.saraAM) }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Takes the marks that follow, each once, into their places.
  private static func takeMarks(_ scalars: [UInt32], _ i: inout Int, into marks: inout [UInt32]) {
    while i < scalars.count {
      let mark = scalars[i]
      let place = ThaiMark.place(mark)
      guard place > 0 else { return }
      i += 1
      if marks.contains(mark) { continue }
      let later = marks.firstIndex { ThaiMark.place($0) > place }
      marks.insert(mark, at: later ?? marks.count)
    }
  }

  /// Drops what can't be seen, makes every blank one space, a doubled SARA E the SARA AE that was meant, and a Latin letter
  /// with an accent one letter.
  private static func withoutInvisible(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var out: [UInt32] = []
    out.reserveCapacity(bytes.count)
    var walk = ScalarWalk(bytes)
    var spaceBefore = false
    while let c = walk.next() {
      if Invisible.isBlank(c) {
        spaceBefore = !out.isEmpty
        continue
      }
      if Invisible.isUnwanted(c) { continue }
      if spaceBefore {
        out.append(0x20)
        spaceBefore = false
      }
      if c == ThaiMark.saraE, out.last == ThaiMark.saraE {
        out[out.count - 1] = ThaiMark.saraAE
      } else if let last = out.last, let letter = LatinLetters.composed(last, c) {
        out[out.count - 1] = letter
      } else {
        out.append(c)
      }
    }
    return out
  }
}

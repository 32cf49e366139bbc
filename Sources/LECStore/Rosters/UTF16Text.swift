/// Excel's "Unicode text": two bytes a letter, in either order, with a mark in front that tells the order.
enum UTF16Text {
  enum Order {
    case little, big
  }

  /// The text up to its end or to the first fault: half a pair, or half a letter at the end of the file.
  struct Decoded {
    var bytes: [UInt8]
    var fault: Fault?
  }

  enum Fault {
    case loneSurrogate, oddLength
  }

  static func decode(_ raw: UnsafeRawBufferPointer, _ order: Order) -> Decoded {
    let units = raw.count / 2
    var fault: Fault? = raw.count % 2 == 0 ? nil : .oddLength
    func unit(_ at: Int) -> UInt32 {
      let first = UInt32(raw[at * 2]), second = UInt32(raw[at * 2 + 1])
      return order == .little ? second << 8 | first : first << 8 | second
    }
    let bytes = [UInt8](unsafeUninitializedCapacity: units * 3) { buffer, filled in
      var at = 0
      while at < units {
        var scalar = unit(at)
        at += 1
        if 0xD800...0xDFFF ~= scalar {
          guard scalar < 0xDC00, at < units, 0xDC00...0xDFFF ~= unit(at) else {
            fault = .loneSurrogate
            return
          }
          scalar = 0x10000 + (scalar - 0xD800) << 10 + (unit(at) - 0xDC00)
          at += 1
        }
        UTF8Bytes.put(scalar, in: buffer, at: &filled)
      }
    }
    return Decoded(bytes: bytes, fault: fault)
  }
}

#if INSIDES
  import LECModel
  @testable import LECStore
  import TestSupport

  extension FuzzTarget {
    /// Packed content. What is claimed to become more than 8 MiB is held against 8 MiB: larger is large, and no fault.
    static let frame = FuzzTarget(
      "frame", share: 40, shape: .bytes,
      seeds: {
        let texts = ["", "ก", String(repeating: "โรงเรียน ", count: 60), String(repeating: "a", count: 3000)]
        let noise = (0..<300).map { UInt8(truncatingIfNeeded: $0 * $0 * 31 + $0 >> 3) }
        return (texts.map { Array($0.utf8) } + [noise]).compactMap { Zstd.pack($0) }
      },
      make: {
        { input in
          let size = min(ZstdFrame(input)?.content ?? 0, 8 << 20)
          let plain: [UInt8]
          do { plain = try Zstd.unpack(input, size: Int(size)) } catch { return .refused(error) }
          try BrokenPromise.unless(plain.count == Int(size), "unpacked content has the size that was claimed")
          return .taken(plain.isEmpty ? 0 : 1)
        }
      })

    /// The content of a bundle: runs of events, whose headers are made anew.
    static let content = FuzzTarget(
      "content", share: 40, shape: .cbor(after: 0), words: ["3099000001"],
      seeds: {
        let world = Fixtures.world()
        var chain = ChainMaker(unit: UnitCode("3099000001"), training: true, world: world)
        chain.appoint(UserName("3099000001"), first: "มะลิ", position: "ครู")
        let child = chain.add(.studentAdded, Samples.content(.studentAdded))
        chain.add(.studentEdited, Samples.content(.studentEdited), record: RecordID(child), base: [child])
        chain.add(.confirmed, Samples.content(.confirmed))
        let one = ChainRun(chain: chain.chain, events: chain.events, signature: chain.headSignature)
        let head = ChainRun(chain: chain.chain, events: [chain.events[0]], signature: chain.headSignature)
        return [[one], [head], [head, one], []].map { BundleContent.write($0) }
      },
      make: {
        { input in
          let runs: [ChainRun]
          do { runs = try BundleContent.read(input) } catch { return .refused(error) }
          let again = try? BundleContent.read(BundleContent.write(runs))
          try BrokenPromise.unless(
            again?.map { $0.events.map(\.id) } == runs.map { $0.events.map(\.id) },
            "runs that are read can be written and read")
          let whole = runs.flatMap(\.events).count { $0.stored(at: 1).body != nil }
          return .taken(min(whole, 5))
        }
      })

    /// Events of any content brought into the tables of a small file without asking whether they count, as if every signature and
    /// every right were in order; then everything a screen could ask is asked, and all of it is let go.
    static let apply = FuzzTarget(
      "apply", share: 10, shape: .bytes,
      words: ["students", "basics", "others", "3099000001", "05990101", "2567/2", "enrolled", "p1"],
      seeds: {
        let each = EventKind.allCases.enumerated().map { Rehearsal.record($0.offset, Samples.body($0.element)) }
        return each + [Array(each.prefix(12).joined()), Array(each.dropFirst(12).prefix(12).joined())]
      },
      make: {
        let rehearsal = try Rehearsal()
        return { input in try rehearsal.play(input) }
      })
  }
#endif

extension FuzzTarget {
  /// Every target there is. Those that look inside the store need its insides, which a plain release build does not show.
  package static let all: [FuzzTarget] = {
    var all = [canonical, header, container, armour, codes, bodies, trust, sheet, workbook]
    #if INSIDES
      all += [frame, content, apply]
    #endif
    return all
  }()

  package static func named(_ name: String) -> FuzzTarget? { (all + [selfCheck, crowd]).first { $0.name == name } }
}

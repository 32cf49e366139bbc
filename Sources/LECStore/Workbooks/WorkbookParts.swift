/// The links between the parts of a workbook.
final class Relations: XMLHandler {
  struct Link {
    var id: String
    var kind: String
    var target: String
  }

  private(set) var links: [Link] = []
  private let folder: String
  private let most: Int

  /// `folder`: where the part stands that the links begin at.
  init(folder: String, most: Int) {
    self.folder = folder
    self.most = most
  }

  /// The first link of a kind, such as `sharedStrings`; the address before it differs between editions of the standard.
  func target(_ kind: String) -> String? { links.first { $0.kind.hasSuffix("/" + kind) }?.target }

  func target(id: String) -> String? { links.first { $0.id == id }?.target }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "Relationship", links.count < most, attributes["TargetMode"] != "External",
      let id = attributes["Id"], let target = attributes["Target"], let path = Self.path(target, from: folder)
    else { return }
    links.append(Link(id: id, kind: attributes["Type"] ?? "", target: path))
  }

  /// A target as a part of the archive; nil where it leads out of it.
  static func path(_ target: String, from folder: String) -> String? {
    let target = String(target.map { $0 == "\\" ? "/" : $0 })
    var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for step in target.split(separator: "/").map(String.init) {
      if step == ".." {
        guard !steps.isEmpty else { return nil }
        steps.removeLast()
      } else if step != "." {
        steps.append(step)
      }
    }
    return steps.isEmpty ? nil : steps.joined(separator: "/")
  }
}

/// The list of sheets, and how the workbook counts days.
final class SheetList: XMLHandler {
  struct Sheet {
    var name: String
    var link: String
    var isHidden: Bool
  }

  private(set) var sheets: [Sheet] = []
  private(set) var base = DateSerial.from1900
  private let most: Int

  init(most: Int) { self.most = most }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "workbookPr", let flag = attributes["date1904"], flag == "1" || flag == "true" {
      base = .from1904
    } else if name == "sheet", sheets.count < most, let title = attributes["name"], let link = attributes["id"] {
      let state = attributes["state"] ?? "visible"
      sheets.append(Sheet(name: title, link: link, isHidden: state != "visible"))
    }
  }
}

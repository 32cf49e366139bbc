import CPango

/// The open PDF: measures while the pages are laid out, then draws them.
struct Sheet {
  private let sheet: OpaquePointer

  /// The fonts that are looked for, the first being the one that official papers come nearest to.
  static let families = ["Laksaman", "TH Sarabun New", "Sarabun", "Garuda", "Loma", "Norasi", "Noto Sans Thai"]

  /// Nil where the machine has none of the fonts or no memory.
  init?(_ file: Int32) {
    guard let family = Self.families.first(where: { paper_has_family($0) != 0 }),
      let opened = paper_open(file, 595.28, 841.89, family)
    else { return nil }
    sheet = opened
  }

  func height(_ text: String, _ width: Double, _ size: Double, _ bold: Bool = false) -> Double {
    paper_height(sheet, text, width, size, bold ? 1 : 0)
  }

  /// Draws everything and ends the file; false where it could not be written.
  func draw(_ layout: Layout) -> Bool {
    let document = layout.document
    paper_describe(sheet, document.title, document.facts.first ?? "", document.created)
    paper_size(sheet, layout.width, layout.height)
    for page in layout.pages {
      for mark in page { draw(mark) }
      paper_turn(sheet)
    }
    return paper_close(sheet) == 0
  }

  private func draw(_ mark: Mark) {
    switch mark {
    case .text(let text, let x, let y, let width, let size, let bold, let align):
      let side = align == .right ? PAPER_RIGHT : align == .center ? PAPER_CENTER : PAPER_LEFT
      paper_text(sheet, text, x, y, width, size, bold ? 1 : 0, side)
    case .fill(let x, let y, let width, let height, let grey): paper_fill(sheet, x, y, width, height, grey)
    case .band(let x, let y, let width, let height): paper_colour(sheet, x, y, width, height, 1, 0.69, 0)
    case .line(let x1, let y1, let x2, let y2, let thick): paper_line(sheet, x1, y1, x2, y2, thick)
    case .frame(let x, let y, let width, let height): paper_frame(sheet, x, y, width, height, 0.4)
    }
  }
}

import CXlsxwriter
import Glibc
import LECModel

/// A spreadsheet file in the making. What people typed is only ever written as text: nothing of it can become a formula or a link.
///
/// Rows are written from top to bottom and go to disk at once, so that a hundred thousand of them take no memory.
final class WorkbookMaker {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var isOpen = true
  private var names: Set<String> = []
  let look: Look

  /// What says that nothing in a workbook is real.
  static let orange: lxw_color_t = 0xFFAF00

  /// How cells look; made once for a file.
  struct Look {
    let title, head, stripe, wrapped, code, figure, day, sum, box: UnsafeMutablePointer<lxw_format>?
  }

  /// The year is shown as a Thai one; what is written is the day itself, so that it sorts and counts.
  private static let day = "[$-107041E]d/m/yyyy", thaiDay = "[$-D07041E]d/m/yyyy"
  private static let count = "#,##0", thaiCount = "[$-D00041E]#,##0"

  init(_ path: String, made: Moment, title: String, thaiDigits: Bool) throws(StoreError) {
    let day = thaiDigits ? Self.thaiDay : Self.day, count = thaiDigits ? Self.thaiCount : Self.count
    var options = lxw_workbook_options()
    options.constant_memory = 1
    // Beside the file: there is room for it there, or nowhere.
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let opened = (folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder).withCString { place in
      options.tmpdir = UnsafeMutablePointer(mutating: place)
      return workbook_new_opt(path, &options)
    }
    guard let opened else { throw .cannotOpen(path: path) }
    book = opened
    func format(_ set: (UnsafeMutablePointer<lxw_format>) -> Void) -> UnsafeMutablePointer<lxw_format>? {
      guard let made = workbook_add_format(opened) else { return nil }
      set(made)
      return made
    }
    let border = UInt8(LXW_BORDER_THIN.rawValue), top = UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)
    look = Look(
      title: format { format_set_bold($0) },
      head: format {
        format_set_bold($0)
        format_set_text_wrap($0)
        format_set_align($0, UInt8(LXW_ALIGN_CENTER.rawValue))
        format_set_align($0, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        format_set_border($0, border)
        format_set_bg_color($0, 0xE7E6E6)
      },
      stripe: format {
        format_set_bold($0)
        format_set_bg_color($0, Self.orange)
      },
      wrapped: format {
        format_set_text_wrap($0)
        format_set_align($0, top)
      },
      code: format {
        format_set_num_format($0, "@")
        format_set_align($0, top)
      },
      figure: format {
        format_set_num_format($0, count)
        format_set_align($0, top)
      },
      day: format {
        format_set_num_format($0, day)
        format_set_align($0, top)
      },
      sum: format {
        format_set_bold($0)
        format_set_num_format($0, count)
        format_set_top($0, border)
      },
      box: format {
        format_set_border($0, border)
        format_set_align($0, UInt8(LXW_ALIGN_CENTER.rawValue))
      })
    title.withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = time_t(made.milliseconds / 1000)
      workbook_set_properties(opened, &properties)
    }
  }

  /// A new sheet; its name is made one that every program takes.
  func sheet(_ name: String) -> UnsafeMutablePointer<lxw_worksheet>? {
    let free = name.unicodeScalars.filter { !"[]:*?/\\'".unicodeScalars.contains($0) && $0.value >= 0x20 }
    let base = String(String.UnicodeScalarView(free.prefix(26)))
    var unique = base.isEmpty ? "1" : base
    var number = 1
    while !names.insert(unique.lowercased()).inserted {
      number += 1
      unique = base + " " + String(number)
    }
    return workbook_add_worksheet(book, unique)
  }

  /// Ends the file; without it nothing is written.
  func close(_ path: String) throws(StoreError) {
    guard isOpen else { return }
    isOpen = false
    let error = workbook_close(book)
    guard error == LXW_NO_ERROR else { throw errno == ENOSPC ? .diskFull : .cannotOpen(path: path) }
  }

  deinit {
    if isOpen { lxw_workbook_free(book) }
  }

  /// Makes a whole file under a passing name, so that a reader sees all of it or nothing.
  static func write(
    to path: String, made: Moment, title: String, thaiDigits: Bool = false, _ body: (WorkbookMaker) throws -> Void
  ) throws {
    let passing = path + ".part"
    do {
      let book = try WorkbookMaker(passing, made: made, title: title, thaiDigits: thaiDigits)
      try body(book)
      try book.close(path)
      try FileCare.settle(passing, as: path)
    } catch {
      FileCare.remove(passing)
      throw error
    }
  }
}

extension WorkbookMaker {
  private static let most = 32_000

  /// One cell of a row.
  func put(
    _ cell: Cell, _ sheet: UnsafeMutablePointer<lxw_worksheet>?, _ row: Int, _ column: Int, isSum: Bool = false,
    isWrapped: Bool = true
  ) {
    let row = lxw_row_t(row), column = lxw_col_t(column)
    switch cell {
    case .text(let text):
      guard !text.isEmpty else { return }
      worksheet_write_string(
        sheet, row, column, Self.clean(text), isSum ? look.sum : isWrapped ? look.wrapped : nil)
    case .code(let text, _):
      guard !text.isEmpty else { return }
      worksheet_write_string(sheet, row, column, Self.clean(text), look.code)
    case .figure(let count): worksheet_write_number(sheet, row, column, Double(count), isSum ? look.sum : look.figure)
    case .date(let date):
      // Spreadsheets count days from the end of 1899, and know none before 1900.
      let day = date.dayNumber + 25_569
      if day > 60 {
        worksheet_write_number(sheet, row, column, Double(day), look.day)
      } else {
        worksheet_write_string(sheet, row, column, date.iso, look.code)
      }
    case .box(let isTicked):
      if isTicked {
        worksheet_write_string(sheet, row, column, "x", look.box)
      } else {
        worksheet_write_blank(sheet, row, column, look.box)
      }
    }
  }

  /// Without control characters, which no reader takes, and no longer than a cell may be.
  static func clean(_ text: String) -> String {
    if text.utf8.count < most, !text.utf8.contains(where: { $0 < 0x20 }) { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" }.prefix(most)))
  }

  /// A4, the head on every page, pages numbered; a wide table lies across.
  func setUp(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>?, head: ClosedRange<Int>, last: Int, columns: Int, isWide: Bool,
    header: String, footer: String
  ) {
    let lastColumn = lxw_col_t(max(0, columns - 1))
    worksheet_set_paper(sheet, 9)
    if isWide { worksheet_set_landscape(sheet) }
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_set_margins(sheet, 0.5, 0.5, 0.7, 0.6)
    worksheet_freeze_panes(sheet, lxw_row_t(head.upperBound + 1), 0)
    worksheet_repeat_rows(sheet, lxw_row_t(head.lowerBound), lxw_row_t(head.upperBound))
    worksheet_autofilter(sheet, lxw_row_t(head.upperBound), 0, lxw_row_t(max(last, head.upperBound)), lastColumn)
    worksheet_set_header(sheet, Self.margin("&L", header))
    worksheet_set_footer(sheet, Self.margin("&C", footer, isReady: true))
    // Numbers of people are text on purpose: no green corners.
    worksheet_ignore_errors(sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576")
  }

  /// A line in the margin. An ampersand of a name is doubled, for one alone is an order.
  private static func margin(_ place: String, _ text: String, isReady: Bool = false) -> String {
    var out = place
    for character in text {
      if out.utf8.count > 240 { break }
      out += character == "&" && !isReady ? "&&" : String(character)
    }
    return out
  }
}

/// How one ink looks: colours where there are any, and attributes in any case.
struct Style: Hashable, Sendable {
  /// A colour for a terminal with 256 of them, and one for 8; nil is the terminal's own.
  struct Colour: Hashable, Sendable {
    var many: Int?
    var eight: Int?
  }

  struct Attributes: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    static let bold = Attributes(rawValue: 1)
    static let dim = Attributes(rawValue: 2)
    static let underline = Attributes(rawValue: 4)
    static let reverse = Attributes(rawValue: 8)
    static let italic = Attributes(rawValue: 16)
  }

  var foreground = Colour()
  var background = Colour()
  var attributes: Attributes = []
}

/// A look for every ink.
struct Theme: Equatable, Sendable {
  let name: String
  private var styles: [Ink: Style]

  /// The chosen row is reversed in every theme: that is the one sign that all terminals and all eyes know.
  init(name: String, styles: [Ink: Style]) {
    self.name = name
    self.styles = styles
    for ink in [Ink.selected, .selectedDim, .selectedMatch] {
      self.styles[ink, default: Style()].attributes.insert(.reverse)
    }
  }

  subscript(_ ink: Ink) -> Style { styles[ink] ?? Style() }

  /// Black and white: for terminals without colours, for NO_COLOR, and where no theme can be read.
  static let mono: Theme = {
    let looks: [(Style.Attributes, [Ink])] = [
      (.bold, [.title, .heading, .error, .warning, .key, .match, .confirmed, .progressDone]),
      (.reverse, [.banner, .toast, .tabSelected, .code]),
      (.underline, [.field, .fieldFocused, .fieldError, .link, .selectedMatch]),
      (.bold, [.fieldFocused, .fieldError, .marked]),
      (.dim, [.dim, .placeholder, .disabled]),
    ]
    var styles: [Ink: Style] = [:]
    for (attributes, inks) in looks {
      for ink in inks { styles[ink, default: Style()].attributes.formUnion(attributes) }
    }
    return Theme(name: "mono", styles: styles)
  }()
}

/// How far the way to a number has come: from none over a G-code to the civil register's number, never back.
package enum IdentityStage: String, CaseIterable, Sendable {
  case noID = "none"
  /// A code that a school made up before 2561.
  case legacy
  case gcode
  case thaiID = "citizen"

  /// Whether a record of this stage may come to the other. To stay is always allowed: a slip may be mended.
  package func mayBecome(_ next: IdentityStage) -> Bool {
    switch (self, next) {
    case (.noID, .noID), (.noID, .gcode), (.noID, .thaiID): true
    case (.legacy, .legacy), (.legacy, .gcode), (.legacy, .thaiID): true
    case (.gcode, .gcode), (.gcode, .thaiID): true
    case (.thaiID, .thaiID): true
    case (.noID, .legacy), (.legacy, .noID), (.gcode, .noID), (.gcode, .legacy): false
    case (.thaiID, .noID), (.thaiID, .legacy), (.thaiID, .gcode): false
    }
  }
}

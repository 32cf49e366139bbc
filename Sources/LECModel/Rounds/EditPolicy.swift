/// What an edit after a confirmation does. It is a value of the round, because the letters changed it from year to year.
package enum EditPolicy: String, CaseIterable, Sendable {
  /// 2563: edits are allowed, void the confirmations above, and everybody confirms again (ED-01 to ED-03).
  case reconfirm
  /// 2564: locked until the level above releases (ED-04, ED-05).
  case release
  /// 2567: edits are free and nothing is confirmed; the snapshot of the reference date stays the basis (ED-07, CF-12).
  case open
}

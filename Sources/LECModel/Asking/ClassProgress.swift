/// How far the roll-call of one class has come.
package struct ClassProgress: Equatable, Sendable {
  /// Nil for children whose grade is not known yet.
  package var classRoom: ClassRoom?
  package var present = 0
  package var absent = 0
  package var later = 0
  package var unchecked = 0
  package var male = 0
  package var female = 0
  package init(classRoom: ClassRoom?) { self.classRoom = classRoom }

  package var total: Int { present + absent + later + unchecked }
}

import LECModel

/// Questions about children.
enum RosterRequest: Sendable, Equatable {
}

/// What comes back.
enum RosterAnswer: Sendable, Equatable {
}

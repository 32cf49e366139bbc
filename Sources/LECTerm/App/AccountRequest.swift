import LECModel

/// Questions about who is here and what is left to do.
enum AccountRequest: Sendable, Equatable {
}

/// What comes back.
enum AccountAnswer: Sendable, Equatable {
}

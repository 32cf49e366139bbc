import LECModel

/// Questions about problems and confirmations.
enum ConfirmingRequest: Sendable, Equatable {
}

/// What comes back.
enum ConfirmingAnswer: Sendable, Equatable {
}

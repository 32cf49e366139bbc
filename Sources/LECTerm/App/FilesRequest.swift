import LECModel

/// Questions about files in and out.
enum FilesRequest: Sendable, Equatable {
}

/// What comes back.
enum FilesAnswer: Sendable, Equatable {
}

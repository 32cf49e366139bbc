package import LECModel

/// Everything that comes from outside the file: time, luck, the machine. Tests and simulations hand in their own.
package struct World: Sendable {
  /// The time events claim; on training files it can be moved.
  package var now: @Sendable () -> Moment
  /// The machine's own clock, never moved: log-in delays go by it.
  package var wall: @Sendable () -> Moment
  package var random: @Sendable (Int) -> [UInt8]
  /// What the machine is called. It stands unsealed in every file, and a computer may bear its owner's name: none is told to others.
  package var device: String
  /// A hash of what tells this machine from another.
  package var machine: [UInt8]
  package var passwordCost: Sodium.Cost
  /// Its clock or its luck is not the machine's: no real file is made or opened with it.
  package var isForTraining = false
  /// Whether a power cut may cost what is being made: it is made again from its seed.
  package var canMakeAgain = false

  package init(
    now: @escaping @Sendable () -> Moment, wall: @escaping @Sendable () -> Moment,
    random: @escaping @Sendable (Int) -> [UInt8], device: String, machine: [UInt8], passwordCost: Sodium.Cost
  ) {
    self.now = now
    self.wall = wall
    self.random = random
    self.device = device
    self.machine = machine
    self.passwordCost = passwordCost
  }
}

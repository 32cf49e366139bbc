import LECModel
import LECStore

/// Begins to work with a starter file and the card that goes with it: the file for that unit is made where none is yet.
enum Joining {
  /// `now` moves the clock of a training file; `announce` tells what must be read before there is a file.
  static func join(
    at path: String, starter: [UInt8], card: String, now: Moment? = nil, announce: (Joined) throws -> Void = { _ in }
  ) throws -> Joined {
    let code = try CardCode.read(card).get()
    let header = try Container.inspect(starter)
    var world = World.live()
    var clock: Moment?
    if header.training {
      let start = now ?? TrainingSet.clock
      clock = start
      world = world.starting(at: start)
      world.passwordCost = TrainingSet.passwordCost
    } else if now != nil {
      throw Refusal(.trainingOnly, .op04)
    }
    try Places.makeFolder(of: path)
    do {
      return try Store.makeJoined(
        at: path, starter: starter, card: code, clock: clock, world: world, announce: announce)
    } catch BundleError.badCard where header.kind == .starter {
      // A slip of the pen was told before: this is the code of a card, and not of the one that goes with the file.
      throw WrongCard(unit: header.to.first ?? header.from)
    }
  }
}

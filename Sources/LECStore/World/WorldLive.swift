import Glibc
package import LECModel

extension World {
  /// The real machine.
  package static func live() -> World {
    World(
      now: { Self.clock() }, wall: { Self.clock() }, random: { Sodium.random($0) }, device: "",
      machine: Sodium.hash(readSmall("/etc/machine-id") + Array(hostName().utf8)).bytes, passwordCost: .standard)
  }

  /// The same machine with its clock standing at another time and running on from there: for training files only.
  package func starting(at moment: Moment) -> World {
    let wall = wall
    let begun = wall()
    var world = self
    world.now = { moment + (wall() - begun) }
    world.isForTraining = true
    return world
  }

  private static func clock() -> Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Moment(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  private static func hostName() -> String {
    var name = [CChar](repeating: 0, count: 65)
    guard gethostname(&name, 64) == 0 else { return "computer" }
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return TextForm.clean(String(decoding: bytes, as: UTF8.self))
  }

  private static func readSmall(_ path: String) -> [UInt8] {
    let fd = open(path, O_RDONLY | O_CLOEXEC)
    guard fd >= 0 else { return [] }
    defer { close(fd) }
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = read(fd, &buffer, buffer.count)
    return count > 0 ? Array(buffer[..<count]) : []
  }
}

import LECModel
import LECStore

/// Brings a backup to the place of a file that is not there.
struct RestoreVerb: Verb {
  let name = "restore"
  let usage = "FILE [--file NEW]"
  let most = 1

  func run(_ call: inout Call) throws -> ExitStatus {
    guard call.arguments.free.count == 1 else { throw UsageError("cli.one-file") }
    let target = call.path
    let folder = target.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    if !folder.isEmpty, !FileCare.makeFolders(folder) { throw StoreError.cannotOpen(path: target) }
    try Store.restore(from: call.arguments.free[0], to: target, world: .live()).close()
    call.say(call.wantsJSON ? JSON.object([("file", .text(target))]).written : target)
    return .done
  }
}

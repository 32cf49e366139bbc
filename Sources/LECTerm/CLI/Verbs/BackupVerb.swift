import LECModel
import LECStore

/// Copies the file while it is in use.
struct BackupVerb: Verb {
  let name = "backup"
  let usage = "FILE"
  let most = 1

  func run(_ call: inout Call) throws -> ExitStatus {
    guard call.arguments.free.count == 1 else { throw UsageError("cli.one-file") }
    try call.file().backup(to: call.arguments.free[0])
    call.say(call.wantsJSON ? JSON.object([("file", .text(call.arguments.free[0]))]).written : call.arguments.free[0])
    return .done
  }
}

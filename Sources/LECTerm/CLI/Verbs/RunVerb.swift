import LECModel

/// Opens the terminal interface.
struct RunVerb: Verb {
  let name = "run"
  let usage = "[--file PATH] [--plain] [--no-mouse] [--lang th|en]"
  var plain: Set<String> { ["plain", "no-mouse"] }

  func run(_ call: inout Call) throws -> ExitStatus {
    var options = RunOptions(file: call.path)
    options.language = call.arguments["lang"].flatMap { Language.Code(rawValue: $0) }
    options.isPlain = call.arguments.has("plain")
    options.hasMouse = !call.arguments.has("no-mouse")
    options.wantsJSON = call.wantsJSON
    options.now = try call.now()
    return ExitStatus(rawValue: App.run(options)) ?? .cannotOpen
  }
}

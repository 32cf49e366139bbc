import LECModel
import LECStore

/// `--dataset`, read once for all verbs.
@MainActor enum DatasetOption {
  static func required(_ call: Call) throws(UsageError) -> Dataset {
    let text = try call.arguments.required("dataset")
    guard let dataset = Dataset(rawValue: text) else {
      throw .choice("--dataset", text, Dataset.allCases.map(\.rawValue))
    }
    return dataset
  }
}

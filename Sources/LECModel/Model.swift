/// The model's own version: rules, checks and digests of one number always mean the same thing.
package enum ModelVersion {
  package static let current = 1
}

import LECStore

/// The place of a set that is made to be kept.
enum DemoPlace {
  /// Where a set is made that will lie in a folder: all of it comes there in the end, or nothing. Refused where there is anything
  /// already that it would have to be put over, or beside: one folder, one set.
  static func half(in folder: String, _ files: [String]) throws(StoreError) -> PartFolder {
    let half = try PartFolder(in: folder)
    for place in files + [folder + "/trainer"] where FileCare.exists(place) { throw .exists(path: place) }
    return half
  }
}

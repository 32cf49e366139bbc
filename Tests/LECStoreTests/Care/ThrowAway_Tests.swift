import Glibc
import LECStore
import TestSupport
import Testing

/// Folders that go with the program, and what is left of them when it was killed.
@Suite("Throw-away folders")
struct ThrowAway_Tests {
  private let place = TemporaryFolder()
  private var names: [String] { FileCare.names(in: place.path) }

  @Test("a folder goes with its files when it is let go of")
  func goes() throws {
    do {
      let folder = try ThrowAwayFolder(in: place.path)
      try FileCare.write([1], to: folder.path + "/00.db")
      #expect(names.count == 1)
    }
    #expect(names.isEmpty)
  }

  @Test(
    "the next one takes away what a killed program has left, and nothing that is used, another's or not of that form")
  func sweeps() throws {
    let used = try ThrowAwayFolder(in: place.path)
    try FileCare.write([1], to: used.path + "/00.db")
    // What nobody holds: its program is no more.
    let left = place.file("lecterm-throwaway-aB3xyZ")
    #expect(FileCare.makeFolders(left + "/trainer/marks"))
    try FileCare.write([1], to: left + "/trainer/marks/00.db")
    let others = ["lecterm-throwaway-", "lecterm-throwaway-aB3xyZ1", "lecterm-backup", "throwaway-aB3xyZ"]
    for name in others { #expect(FileCare.makeFolders(place.file(name))) }
    // A link of such a name leads elsewhere, and a file is no folder.
    #expect(symlink(place.file("lecterm-backup"), place.file("lecterm-throwaway-aaaaaa")) == 0)
    try FileCare.write([1], to: place.file("lecterm-backup") + "/mine.db")
    try FileCare.write([1], to: place.file("lecterm-throwaway-bbbbbb"))

    let next = try ThrowAwayFolder(in: place.path)
    #expect(!FileCare.exists(left))
    #expect(FileCare.exists(used.path + "/00.db") && FileCare.exists(next.path))
    for name in others + ["lecterm-throwaway-aaaaaa", "lecterm-throwaway-bbbbbb", "lecterm-backup/mine.db"] {
      #expect(FileCare.exists(place.file(name)), "\(name)")
    }
  }
}

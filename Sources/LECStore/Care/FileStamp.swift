/// How a file stood when it was looked at. One that stands the same a while later has arrived.
package struct FileStamp: Hashable, Sendable {
  package var inode: UInt64
  package var size: Int
  package var seconds: Int
  package var nanoseconds: Int

  package init(inode: UInt64, size: Int, seconds: Int, nanoseconds: Int) {
    self.inode = inode
    self.size = size
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }
}

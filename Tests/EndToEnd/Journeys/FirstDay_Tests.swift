import LECModel
import LECStore
import TestSupport
import Testing

@Suite("The first day, in a real terminal")
struct FirstDay {
  @Test("first log-in, profile, roll-call of a class, a removal, the register; all still there after a restart")
  func firstDay() throws {
    let program = Program(folder: TemporaryFolder())
    let path = program.folder.file("unit.db")
    try TrainingSet(.newCentre).make(at: path, world: Fixtures.world()).close()
    let clerk = Clerk(program, arguments: ["--file", path])
    clerk.expect("เข้าสู่ระบบ")
    clerk.type(TrainingSet.firstPassword)
    clerk.press("Enter")
    clerk.expect("สร้างข้อมูลส่วนตัว")
    for text in ["ก้าน", "ใบตอง", "ครู", "0000000009", "แมวดำนอนบนโต๊ะ", "แมวดำนอนบนโต๊ะ"] {
      clerk.type(text)
      clerk.press("Enter")
    }
    clerk.expect("สิ่งที่ต้องทำ")
    clerk.expect("ยังไม่ตรวจ 27 คน")

    clerk.press("Enter", "Enter")
    clerk.expect("คนที่ 1/9")
    clerk.press("p", "p", "n", "A")
    clerk.expect("ตรวจแล้ว 9/9")
    clerk.press("k", "d")
    clerk.expect("นำออก 1 คน")
    clerk.type("ข")
    clerk.press("Down", "Enter")
    clerk.expect("นำออกแล้ว 1 คน")
    clerk.press("h")
    clerk.expect("เด็กเล็ก 26 คน")
    clerk.send("Q")

    let again = Clerk(program, arguments: ["--file", path])
    again.type("แมวดำนอนบนโต๊ะ")
    again.press("Enter")
    again.expect("เด็กเล็ก 26 คน")
    again.expect("ยังไม่ตรวจ 18 คน")
    let listed = program.run("student", "list", "--file", path, "--state", "removed")
    #expect(listed.output.split(separator: "\n").count == 1)
    #expect(program.run("verify", "--file", path).status == 0)
  }

  @Test("check, mend, explain and confirm with the keys of the screens, in English")
  func confirming() throws {
    let program = Program(folder: TemporaryFolder())
    let path = program.folder.file("unit.db")
    let store = try TrainingSet(.centre).make(at: path, world: Fixtures.world())
    let user = UserName("3099000002")
    try store.mark(try store.roster(RosterFilter(), .first, limit: 100).map(\.id), .present, by: user)
    store.close()
    let clerk = Clerk(program, arguments: ["--file", path, "--lang", "en"])
    clerk.type(TrainingSet.password)
    clerk.press("Enter")
    clerk.expect("2 to mend · 2 to explain")
    clerk.press("Enter")
    clerk.expect("Still on another centre's list")
    clerk.press("Enter")
    clerk.expect("Still listed at")
    clerk.press("C-u", "C-s")
    clerk.expect("Saved")
    clerk.expect("The ID number is another child's too")
    clerk.press("q")
    clerk.send("Q")
    let done = program.run("check", "--file", path, "--json")
    #expect(done.output.contains("\"errors\":2"), "\(done.output)")
  }

  @Test("a window that is too small is told so, and nothing is lost when it grows again")
  func small() throws {
    let program = Program(folder: TemporaryFolder())
    let path = program.folder.file("unit.db")
    try TrainingSet(.centre).make(at: path, world: Fixtures.world()).close()
    let clerk = Clerk(program, arguments: ["--file", path, "--lang", "en"])
    clerk.resize(columns: 60, rows: 15)
    clerk.expect("80x24")
    clerk.resize(columns: 100, rows: 30)
    clerk.expect("Password")
  }
}

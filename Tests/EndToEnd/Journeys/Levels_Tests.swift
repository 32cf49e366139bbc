import LECModel
import LECStore
import TestSupport
import Testing

@Suite("The round of the levels, in a real terminal")
struct Levels_Tests {
  @Test("an authority reads the files of its institutions, counts, confirms and sends, under the policy of 2564")
  func authorityAndProvince() throws {
    let program = Program(folder: TemporaryFolder())
    let folder = program.folder.path
    let tree = TrainingTree(folder: folder, round: TrainingSet(.school).round, world: Fixtures.world())
    let sets = TrainingTree.sets(.release, seed: 1, children: 6).filter { $0.0 == TrainingTree.authorities[0].code }
    try tree.make(sets)
    for (_, set) in sets { try confirm(set, tree) }
    tree.close()

    let clerk = Clerk(program, arguments: ["--file", folder + "/05990101.db"])
    logIn(clerk)
    clerk.expect("หน่วยงานที่ยืนยันครบแล้ว")
    clerk.expect("0 จาก 3")
    // Files that lie beside the data file are told on the home screen; one is looked at first, the others are read with one key.
    choose(clerk, "แฟ้มใหม่ที่ยังไม่ได้อ่าน")
    clerk.press("Down", "Enter")
    clerk.expect("ก่อนรับแฟ้ม")
    clerk.press("Enter")
    clerk.expect("อ่านแฟ้มแล้ว")
    choose(clerk, "รับและส่งแฟ้ม")
    clerk.expect("อ่านแฟ้มใหม่ทั้งหมด")
    clerk.press("Enter")
    clerk.expect("อ่านแฟ้มแล้ว")
    clerk.press("h")
    clerk.expect("3 จาก 3")
    choose(clerk, "สถานศึกษาสังกัดอื่น")
    for _ in 0..<27 {
      clerk.type("7")
      clerk.press("Enter")
    }
    clerk.press("Escape")
    for label in ["ยืนยันข้อมูลนักเรียน", "ยืนยันข้อมูลพื้นฐาน", "ยืนยันจำนวนนักเรียนสังกัดอื่น"] {
      choose(clerk, label)
      clerk.press("y")
      clerk.type(TrainingSet.password)
      clerk.press("Enter")
      clerk.press("h")
    }
    let status = program.run("status", "--file", folder + "/05990101.db", "--json").output
    #expect(status.components(of: "\"state\":\"confirmed\"") >= 3, "\(status)")
    clerk.press("h", "t")
    clerk.expect("ส่งแฟ้ม")
    clerk.press("Enter")
    clerk.expect("บันทึกและตรวจสอบแฟ้มแล้ว")
    clerk.send("Q")
    #expect(program.run("verify", "--file", folder + "/05990101.db").status == 0)
  }

  private func confirm(_ set: TrainingSet, _ tree: TrainingTree) throws {
    let code = set.unit.code
    let store = try tree.store(code)
    var user = UserName(code.text)
    if try store.logInNeedsProfile(user) {
      _ = try store.makeProfile(
        user, currentPassword: TrainingSet.firstPassword, first: "ดวงใจ", last: "เริ่มใหม่", position: "ครู",
        phone: "0000000008", newPassword: TrainingSet.password)
    }
    try Readiness.makeReady(store, by: user)
    if set.kind == .school { user = UserName(code.text + "-2") }
    for dataset in [Dataset.students, .basics] { try store.confirm(dataset, password: TrainingSet.password, by: user) }
    let made = try store.makeBundle(for: TrainingTree.authorities[0].code, by: user)
    try FileCare.write(made.bytes, to: tree.folder + "/" + made.name)
  }

  private func logIn(_ clerk: Clerk) {
    clerk.type(TrainingSet.password)
    clerk.press("Enter")
  }

  /// Goes down the home screen to the line that begins so, and opens it.
  private func choose(_ clerk: Clerk, _ label: String) {
    clerk.press("h", "g")
    for _ in 0..<30 where clerk.screen.first(where: { $0.hasPrefix("> ") })?.contains(label) != true {
      clerk.press("Down")
    }
    clerk.press("Enter")
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}

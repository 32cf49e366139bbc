import TestSupport
import Testing

/// A trainer's ten minutes in a real terminal: switch, edit, send, damage, set back.
@Suite("A trainer in a terminal")
struct TrainerJourney {
  @Test("roles, an edit that travels, one that is damaged, and all of it set back", arguments: ["th", "en"])
  func story(language: String) throws {
    let program = Program(folder: TemporaryFolder())
    let folder = program.folder.file("set")
    #expect(program.run("demo", "--dir", folder, "--children", "8").status == 0)
    let clerk = Clerk(program, arguments: ["--file", folder + "/3099000001.db", "--lang", language])
    let isThai = language == "th"
    // From the log-in screen, without a password.
    clerk.press("F12", "Enter")
    clerk.expect("มานี")
    clerk.expect(isThai ? "ข้อมูลสำหรับฝึกอบรม ไม่ใช่ข้อมูลจริง" : "Training data, not real")
    // One child is marked in the roll-call.
    clerk.press("Enter", "Enter", "p", "h")
    // To the authority, by the first line of the page for sending; it arrives.
    clerk.press("T", "G", "Up", "Up", "Enter", "Enter", "Enter")
    clerk.expect(isThai ? "ครบทุกไบต์" : "Every byte arrived")
    // Another one is damaged.
    clerk.press("T", "T", "G", "Up", "Up", "Enter", "Enter", "Down", "Down", "Down", "Enter")
    clerk.expect(isThai ? "แฟ้มของผู้รับไม่เปลี่ยนแปลง" : "file has not changed")
    // The clock stands at the last evening, on every file.
    clerk.press("T", "T", "G", "Up", "Enter", "Down", "Enter", "T", "T", "Enter")
    clerk.expect("23:55")
    clerk.expect("กานดา")
    // Back to how it was made, in the same role and at the same time as then.
    clerk.press("T", "G", "Enter", "Down", "Enter")
    clerk.expect(isThai ? "กลับไปที่จุดนั้นแล้ว" : "back at that mark")
    clerk.expectNot("23:55")
    clerk.expect("กานดา")
    let status = program.run("demo", "mark", "--dir", folder, "--json")
    #expect(status.output.contains("before-reset"))
    let checked = program.run("verify", "--file", folder + "/05990101.db")
    #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
  }

  @Test("a real file has no trainer's key")
  func real() {
    let program = Program(folder: TemporaryFolder())
    let file = program.folder.file("00.db")
    let made = program.run("init", "--root", "--name", "กรมจริง", "--file", file)
    #expect(made.status == 0, "\(made.errors)")
    let clerk = Clerk(program, arguments: ["--file", file, "--lang", "en"])
    let before = clerk.screen
    clerk.press("F12")
    clerk.press("C-y")
    #expect(clerk.screen == before)
    clerk.expectNot("Training data")
  }
}

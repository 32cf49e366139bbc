import TestSupport
import Testing

@Suite("Lessons, in a real terminal")
struct Lesson_Tests {
  @Test("a lesson is played at 80x24, forwards, back, tried out and left")
  func play() {
    let program = Program(folder: TemporaryFolder())
    let clerk = Clerk(program, arguments: ["lesson", "play", "2", "--speed", "100"])
    clerk.expect("ขั้นที่ 1/10 เด็กทุกคนต้องมีตัวตน")
    clerk.expect("หน้าแรก")
    clerk.press("Right")
    clerk.expect("ขั้นที่ 2/10")
    clerk.expect("คนที่ 1/9")
    clerk.press("Right")
    clerk.expect("ตรวจแล้ว 3/9")
    clerk.press("Left")
    clerk.expect("ขั้นที่ 2/10")
    clerk.expect("ตรวจแล้ว 0/9")
    clerk.press("C-g")
    clerk.expect("ท่านกำลังลองทำเอง")
    clerk.press("p", "p", "p", "p")
    clerk.expect("ตรวจแล้ว 4/9")
    clerk.press("C-g")
    clerk.expect("ตรวจแล้ว 0/9")
    for _ in 0..<9 { clerk.press("Right") }
    clerk.expect("จบบทเรียน")
    clerk.send("q")
  }

  @Test("whoever starts for the first time is taught key by key, and comes back to the beginning")
  func learn() {
    let program = Program(folder: TemporaryFolder())
    let clerk = Clerk(program, arguments: [], rows: 30)
    clerk.expect("เรียนรู้วิธีใช้ใน 10 นาที")
    clerk.press("Enter")
    clerk.expect("เรียนรู้ใน 10 นาที · ขั้นที่ 1/13")
    clerk.press("Enter", "x")
    clerk.expect("ยังไม่ใช่ กด  Enter")
    clerk.press("Enter", "Enter", "p", "p")
    clerk.expect("ตรวจแล้ว 2/2")
    clerk.press("F10")
    clerk.expect("เรียนรู้วิธีใช้ใน 10 นาที")
    clerk.send("Q")
  }
}

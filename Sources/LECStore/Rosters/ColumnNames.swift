extension RosterColumn {
  /// The heading an export in Thai writes over the column.
  package var thaiName: String { exportNames.thai }
  /// The heading an export in English writes over the column.
  package var englishName: String { exportNames.english }

  private var exportNames: (thai: String, english: String) {
    switch self {
    case .number: ("เลขประจำตัวประชาชน", "ID number")
    case .title: ("คำนำหน้าชื่อ", "title")
    case .first: ("ชื่อ", "first name")
    case .middle: ("ชื่อรอง", "middle name")
    case .last: ("นามสกุล", "last name")
    case .sex: ("เพศ", "sex")
    case .birth: ("วันเดือนปีเกิด", "birth date")
    case .nationality: ("สัญชาติ", "nationality")
    case .schoolNumber: ("เลขประจำตัวนักเรียน", "school number")
    case .grade: ("ระดับชั้น", "grade")
    case .room: ("ห้อง", "room")
    case .admitted: ("วันที่เข้าศึกษา", "admission date")
    case .entry: ("การเข้าศึกษา", "entry")
    case .cameFrom: ("ย้ายมาจาก", "came from")
    case .elsewhere: ("มีชื่ออยู่ที่อื่น", "elsewhere")
    case .state: ("สภาพนักเรียน", "state")
    case .reason: ("สาเหตุ", "reason")
    case .left: ("วันที่ออก", "date left")
    case .remark: ("หมายเหตุ", "remark")
    case .mark: ("ผลการตรวจสอบตัวตน", "roll-call")
    case .paper: ("หลักฐาน", "paper")
    case .numberStep: ("ขั้นตอนการขอเลข", "number step")
    case .disability: ("ความพิการ", "disability")
    case .ethnicity: ("เชื้อชาติ", "ethnicity")
    case .religion: ("ศาสนา", "religion")
    case .guardian: ("ชื่อผู้ปกครอง", "guardian")
    case .guardianPhone: ("เบอร์โทรศัพท์ผู้ปกครอง", "guardian phone")
    case .fullName: ("ชื่อ-นามสกุล", "full name")
    case .gradeAndRoom: ("ชั้น/ห้อง", "grade and room")
    case .guardianTitle: ("คำนำหน้าผู้ปกครอง", "guardian title")
    case .guardianLast: ("นามสกุลผู้ปกครอง", "guardian last name")
    case .institution: ("รหัสสถานศึกษา", "institution code")
    case .institutionName: ("ชื่อสถานศึกษา", "institution name")
    case .year: ("ปีการศึกษา", "academic year")
    case .term: ("ภาคเรียน", "term")
    }
  }
}

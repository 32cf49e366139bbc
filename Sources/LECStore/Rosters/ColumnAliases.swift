/// The names under which columns are known: ours, those of the LEC student report (RPT318), of the DMC export, and what
/// schools write into sheets of their own. The first Thai and the first English name are the ones an export writes.
enum ColumnAliases {
  /// What a folded name can mean. More than one column: the header as a whole decides (see `ColumnMap`).
  static func candidates(_ name: String) -> [RosterColumn] {
    table[HeaderFold.fold(name)] ?? HeaderFold.foldWithoutParentheses(name).flatMap { table[$0] } ?? []
  }

  private static let table: [String: [RosterColumn]] = {
    var table: [String: [RosterColumn]] = [:]
    for column in RosterColumn.allCases {
      let (thai, english) = names(column)
      for name in thai + english + [column.rawValue] {
        let key = HeaderFold.fold(name)
        if table[key]?.contains(column) != true { table[key, default: []].append(column) }
      }
    }
    return table
  }()

  fileprivate static func names(_ column: RosterColumn) -> (thai: [String], english: [String]) {
    switch column {
    case .number, .schoolNumber, .institution, .institutionName, .year, .term: numbers(column)
    case .title, .first, .middle, .last, .fullName, .sex, .birth, .nationality, .ethnicity, .religion: person(column)
    case .grade, .room, .gradeAndRoom, .admitted, .entry, .cameFrom, .elsewhere: schooling(column)
    case .state, .reason, .left, .remark, .mark, .paper, .numberStep, .disability: standing(column)
    case .guardian, .guardianTitle, .guardianLast, .guardianPhone: guardian(column)
    }
  }

  private static func numbers(_ column: RosterColumn) -> (thai: [String], english: [String]) {
    switch column {
    case .number:
      (
        [
          "เลขประจำตัวประชาชน", "เลขประจำตัวประชาชนนักเรียน", "เลขบัตรประชาชน", "เลขที่บัตรประชาชน", "หมายเลขบัตรประชาชน",
          "เลขบัตรประจำตัวประชาชน", "เลขประจำตัวประชาชน 13 หลัก", "เลขประจำตัว 13 หลัก", "เลข 13 หลัก", "เลขประชาชน",
          "รหัสประชาชน", "รหัสบัตรประชาชน", "บัตรประชาชน", "เลขประจำตัวประชาชน/รหัส G", "เลขประจำตัวประชาชนหรือรหัส G",
          "เลขประจำตัว", "รหัสประจำตัว",
        ],
        [
          "ID number", "citizen id", "citizen number", "national id", "national number", "id card", "id card number",
          "personal id", "pid", "cid", "thai id", "id",
        ]
      )
    case .schoolNumber:
      (
        [
          "เลขประจำตัวนักเรียน", "รหัสนักเรียน", "รหัสประจำตัวนักเรียน", "เลขประจำตัวเด็ก", "เลขประจำตัวผู้เรียน",
          "เลขประจำตัวนักเรียน2", "รหัสเด็ก", "เลขประจำตัว", "รหัสประจำตัว",
        ],
        ["school number", "student number", "student no", "student id", "student code", "pupil number", "id"]
      )
    case .institution:
      (
        ["รหัสสถานศึกษา", "รหัสโรงเรียน", "รหัสศูนย์", "รหัสศูนย์พัฒนาเด็กเล็ก", "รหัสสถานศึกษา 10 หลัก"],
        ["institution code", "institution", "school code", "unit code", "unit"]
      )
    case .institutionName:
      (
        ["ชื่อสถานศึกษา", "สถานศึกษา", "ชื่อโรงเรียน", "โรงเรียน", "ชื่อศูนย์", "ศูนย์พัฒนาเด็กเล็ก", "ชื่อศูนย์พัฒนาเด็กเล็ก"],
        ["institution name", "school name", "school"]
      )
    case .year: (["ปีการศึกษา"], ["academic year", "school year", "year"])
    case .term: (["ภาคเรียน", "ภาคเรียนที่", "เทอม"], ["term", "semester"])
    default: ([], [])
    }
  }

  private static func person(_ column: RosterColumn) -> (thai: [String], english: [String]) {
    switch column {
    case .title:
      (["คำนำหน้าชื่อ", "คำนำหน้า", "คำนำหน้านาม", "คำนำหน้าชื่อนักเรียน"], ["title", "prefix", "name prefix"])
    case .first:
      (
        ["ชื่อ", "ชื่อตัว", "ชื่อจริง", "ชื่อนักเรียน", "ชื่อเด็ก", "ชื่อภาษาไทย"],
        ["first name", "given name", "forename", "name"]
      )
    case .middle: (["ชื่อรอง", "ชื่อกลาง"], ["middle name"])
    case .last:
      (
        ["นามสกุล", "สกุล", "ชื่อสกุล", "นามสกุลนักเรียน", "นามสกุลภาษาไทย"],
        ["last name", "surname", "family name"]
      )
    case .fullName:
      (
        [
          "ชื่อ-นามสกุล", "ชื่อสกุล", "ชื่อและนามสกุล", "ชื่อตัว-ชื่อสกุล", "ชื่อ-นามสกุลนักเรียน", "ชื่อ-สกุลนักเรียน",
          "ชื่อ-สกุลเด็ก", "ชื่อเต็ม", "ชื่อ",
        ],
        ["full name", "name", "student name", "pupil name", "child name"]
      )
    case .sex: (["เพศ"], ["sex", "gender"])
    case .birth:
      (
        [
          "วันเดือนปีเกิด", "วันเกิด", "วันที่เกิด", "ว/ด/ป เกิด", "ว/ด/ป ที่เกิด", "เกิดวันที่", "วันเดือนปีที่เกิด",
          "วันเดือนปี(เกิด)",
        ],
        ["birth date", "date of birth", "dob", "birthday"]
      )
    case .nationality: (["สัญชาติ"], ["nationality"])
    case .ethnicity: (["เชื้อชาติ"], ["ethnicity", "race"])
    case .religion: (["ศาสนา"], ["religion"])
    default: ([], [])
    }
  }

  private static func schooling(_ column: RosterColumn) -> (thai: [String], english: [String]) {
    switch column {
    case .grade:
      (
        ["ระดับชั้น", "ชั้น", "ชั้นเรียน", "ระดับชั้นเรียน", "ชั้นปี", "ระดับการศึกษา"],
        ["grade", "grade level", "level", "year level", "class"]
      )
    case .room: (["ห้อง", "ห้องที่", "เลขห้อง", "ห้องเรียน"], ["room", "classroom"])
    case .gradeAndRoom:
      (
        ["ชั้น/ห้อง", "ชั้น/ห้องเรียน", "ชั้นและห้อง", "ระดับชั้น/ห้อง", "ชั้น", "ชั้นเรียน", "ห้องเรียน"],
        ["grade and room", "grade/room", "class", "classroom"]
      )
    case .admitted:
      (
        [
          "วันที่เข้าศึกษา", "วันเดือนปีที่เข้าศึกษา", "วันเข้าศึกษา", "วันที่เข้าเรียน", "วันที่รับเข้า", "วันที่รับเข้าเรียน",
          "วันที่มอบตัว",
        ],
        ["admission date", "admitted on", "date admitted", "enrolled on", "entry date"]
      )
    case .entry:
      (
        ["การเข้าศึกษา", "วิธีเข้าศึกษา", "วิธีเข้าเรียน", "ประเภทการเข้า", "ประเภทการรับ", "ประเภทการเข้าศึกษา", "เข้าศึกษาโดย"],
        ["entry", "how", "entry type", "admission type"]
      )
    case .cameFrom:
      (["ย้ายมาจาก", "สถานศึกษาเดิม", "โรงเรียนเดิม", "มาจาก"], ["came from", "from", "previous school"])
    case .elsewhere:
      (["มีชื่ออยู่ที่อื่น", "อยู่ในรายชื่อศูนย์อื่น", "มีรายชื่อที่อื่น"], ["elsewhere", "on another list"])
    default: ([], [])
    }
  }

  private static func standing(_ column: RosterColumn) -> (thai: [String], english: [String]) {
    switch column {
    case .state: (["สภาพนักเรียน", "สภาพเด็ก", "สถานะ", "สถานะนักเรียน"], ["state", "status"])
    case .reason: (["สาเหตุ", "เหตุผล", "เหตุผลที่นำออก", "สาเหตุที่ออก", "สาเหตุการออก"], ["reason"])
    case .left: (["วันที่ออก", "วันออก", "วันที่จำหน่าย", "วันที่ลาออก"], ["date left", "leaving date", "left on"])
    case .remark: (["หมายเหตุ"], ["remark", "remarks", "note", "notes"])
    case .mark: (["ผลการตรวจสอบตัวตน", "ตรวจสอบตัวตน", "การมีตัวตน"], ["roll-call", "mark"])
    case .paper: (["หลักฐาน", "เอกสารหลักฐาน"], ["paper", "document"])
    case .numberStep: (["ขั้นตอนการขอเลข", "สถานะการขอเลข"], ["number step"])
    case .disability: (["ความพิการ", "ประเภทความพิการ"], ["disability"])
    default: ([], [])
    }
  }

  private static func guardian(_ column: RosterColumn) -> (thai: [String], english: [String]) {
    switch column {
    case .guardian:
      (
        ["ชื่อผู้ปกครอง", "ผู้ปกครอง", "ชื่อ-นามสกุลผู้ปกครอง", "ชื่อ-สกุลผู้ปกครอง"],
        ["guardian", "guardian name", "parent", "parent name"]
      )
    case .guardianTitle:
      (["คำนำหน้าผู้ปกครอง", "คำนำหน้าชื่อผู้ปกครอง"], ["guardian title", "guardian prefix"])
    case .guardianLast: (["นามสกุลผู้ปกครอง", "สกุลผู้ปกครอง"], ["guardian last name", "guardian surname"])
    case .guardianPhone:
      (
        [
          "เบอร์โทรศัพท์ผู้ปกครอง", "เบอร์โทรผู้ปกครอง", "โทรศัพท์ผู้ปกครอง", "หมายเลขโทรศัพท์ผู้ปกครอง", "เบอร์ผู้ปกครอง",
          "โทรผู้ปกครอง",
        ],
        ["guardian phone", "parent phone", "guardian mobile"]
      )
    default: ([], [])
    }
  }
}

extension RosterColumn {
  /// The heading an export in Thai writes over the column.
  package var thaiName: String { ColumnAliases.names(self).thai.first ?? rawValue }
  /// The heading an export in English writes over the column.
  package var englishName: String { ColumnAliases.names(self).english.first ?? rawValue }
}

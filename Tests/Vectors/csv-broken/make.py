#!/usr/bin/env python3
"""Writes the files of csv-broken/ and csv-good/ anew, byte for byte the same each time.

csv-broken/expected.csv holds the verdict on each broken file: its stable code, the spreadsheet row and column where the
fault stands (empty for a whole file of the wrong kind) and, for a foreign file, what it is. A verdict whose stage is
`import` is no matter of the reader: the sheet reads well, and what is wrong is what the rows say.
csv-good/NAME.expected holds what a good file says: encoding, delimiter, years, then columns and rows.
All people are fictional: no office has a number that begins with 99.
"""
import gzip
import io
import os
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
GOOD = os.path.join(os.path.dirname(HERE), "csv-good")
MARK = b"\xef\xbb\xbf"


def number(running, first="1"):
    """A citizen number of an office that does not exist, with its check digit."""
    digits = first + "9999" + "%07d" % running
    total = sum(int(digits[i]) * (13 - i) for i in range(12))
    return digits + str((11 - total % 11) % 10)


HEADER = ["เลขประจำตัวประชาชน", "คำนำหน้าชื่อ", "ชื่อ", "นามสกุล", "เพศ", "วันเดือนปีเกิด", "ระดับชั้น", "ห้อง"]
NAMES = ["number", "title", "first", "last", "sex", "birth", "grade", "room"]
CHILDREN = [
    [number(1), "เด็กชาย", "น้ำเพชร", "ตัวอย่าง", "ชาย", "16/05/2561", "ป.1", "1"],
    [number(2), "เด็กหญิง", "กำไล", "ทดสอบ", "หญิง", "01/12/2560", "ป.1", "2"],
    [number(3), "เด็กชาย", "ธันวา", "สมมุติ", "ชาย", "28/02/2560", "ป.2", "1"],
]


def quote(cell, delimiter=","):
    if any(mark in cell for mark in (delimiter, '"', "\n", "\r")):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def sheet(header=HEADER, rows=CHILDREN, delimiter=",", end="\n"):
    return "".join(delimiter.join(quote(c, delimiter) for c in row) + end for row in [header] + rows)


def child(row, **changes):
    """One of the children with some cells changed, by the names of the columns."""
    cells = list(CHILDREN[row])
    for name, value in changes.items():
        cells[NAMES.index(name)] = value
    return cells


def raw(*lines):
    """Lines as they are, without any quoting."""
    return "".join(line + "\n" for line in lines)


LINES = [",".join(row) for row in [HEADER] + CHILDREN]
broken = []


def bad(name, content, code, line="", column="", detail="", stage="read"):
    data = content.encode("utf-8") if isinstance(content, str) else content
    broken.append((name + ".csv", data, code, line, column, detail, stage))


def zipped(names):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in names:
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), text)
    return out.getvalue()


# Nothing in it
bad("empty", b"", "empty")
bad("only-mark", MARK, "empty")
bad("only-utf16-mark", b"\xff\xfe", "empty")
bad("only-blank-lines", "\r\n\r\n  \r\n\r\n", "empty")
bad("only-delimiters", ",,,,\n,,,,\n", "empty")
bad("only-header", raw(LINES[0]), "no-rows", 2, 1)
bad("only-header-without-line-end", LINES[0], "no-rows", 2, 1)
bad("only-header-and-blank-rows", raw(LINES[0], ",,,,,,,", "", ""), "no-rows", 2, 1)

# The header
bad("no-header", raw(*LINES[1:]), "no-header", 1, 1)
bad("no-header-one-column", raw("น้ำเพชร ตัวอย่าง", "กำไล ทดสอบ"), "no-header", 1, 1)
bad("header-too-far-down", "รายงาน\n" * 40 + sheet(), "no-header", 1, 1)
bad("header-without-number", sheet(HEADER[1:], [row[1:] for row in CHILDREN]), "missing-columns", 1, 1)
bad("header-without-surname", sheet(["เลขประจำตัวประชาชน", "ชื่อตัว", "วันเกิด", "ชั้น"],
    [[row[0], row[2], row[5], row[6]] for row in CHILDREN]), "missing-columns", 1, 1)
bad("header-without-birth", sheet(HEADER[:5] + HEADER[6:], [row[:5] + row[6:] for row in CHILDREN]),
    "missing-columns", 1, 1)
bad("header-of-one-name", raw("นามสกุล", "ตัวอย่าง", "ทดสอบ"), "missing-columns", 1, 1)
bad("header-below-title-without-grade", raw("รายชื่อนักเรียน", "", ",".join(HEADER[:6]), ",".join(CHILDREN[0][:6])),
    "missing-columns", 3, 1)
bad("header-doubled", sheet(HEADER + ["นามสกุล"], [row + ["อื่น"] for row in CHILDREN]), "doubled-column", 1, 9)
bad("header-doubled-by-two-names", sheet(["เลขบัตรประชาชน"] + HEADER, [[row[0]] + row for row in CHILDREN]),
    "doubled-column", 1, 2)
bad("header-doubled-in-two-languages", sheet(HEADER + ["Date of Birth"], [row + ["2018-05-16"] for row in CHILDREN]),
    "doubled-column", 1, 9)
bad("header-ambiguous-number", sheet(["เลขประจำตัว"] + HEADER[1:]), "ambiguous-column", 1, 1)

# Quotes
bad("quote-unclosed-in-last-row", raw(LINES[0], LINES[1], LINES[2].replace("กำไล", '"กำไล')), "unclosed-quote", 3, 3)
bad("quote-unclosed-in-second-row", raw(LINES[0], LINES[1].replace("ตัวอย่าง", '"ตัวอย่าง'), *LINES[2:]),
    "unclosed-quote", 2, 4)
bad("quote-unclosed-in-header", raw('"' + LINES[0], *LINES[1:]), "unclosed-quote", 1, 1)
bad("quote-unclosed-after-line-break-in-cell", sheet(HEADER, [child(0, last="ตัว\nอย่าง")]) +
    LINES[2].replace(",หญิง,", ',"หญิง,') + "\n", "unclosed-quote", 3, 5)
bad("quote-unclosed-before-quoted-cell", raw(LINES[0], LINES[1].replace("ตัวอย่าง", '"ตัวอย่าง'),
    LINES[2].replace("กำไล", '"กำไล"')), "text-after-quote", 2, 4)
bad("quote-followed-by-text", raw(LINES[0], LINES[1], LINES[2].replace("กำไล", '"กำไล"ๆ')), "text-after-quote", 3, 3)
bad("quote-closed-by-apostrophe", raw(LINES[0], LINES[1].replace("น้ำเพชร", "\"น้ำเพชร'")), "unclosed-quote", 2, 3)

# Control characters
bad("nul-in-name", raw(LINES[0], LINES[1].replace("น้ำเพชร", "น้ำ\0เพชร"), LINES[2]), "nul", 2, 3)
bad("nul-in-quotes", raw(LINES[0], LINES[1], LINES[2].replace("ทดสอบ", '"ทด\0สอบ"')), "nul", 3, 4)
bad("nul-instead-of-rest", LINES[0] + "\n" + LINES[1] + "\n" + "\0" * 512, "nul", 3, 1)
bad("control-escape-sequence", raw(LINES[0], LINES[1].replace("น้ำเพชร", "\x1b[31mน้ำเพชร")), "control-byte", 2, 3)
bad("control-delete", raw(LINES[0], LINES[1].replace("ตัวอย่าง", "ตัว\x7fอย่าง")), "control-byte", 2, 4)
bad("control-end-of-file-inside", raw(LINES[0], LINES[1] + "\x1a", LINES[2]), "control-byte", 2, 8)

# Rows
bad("row-short", raw(LINES[0], LINES[1], ",".join(CHILDREN[1][:6]), LINES[3]), "short-row", 3, 7)
bad("row-of-one-cell", raw(LINES[0], LINES[1], "รวม 1 คน"), "short-row", 3, 2)
bad("row-cut-by-end-of-file", raw(*LINES)[:-30], "short-row", 4, 4)
bad("row-long", raw(LINES[0], LINES[1] + ",เกิน"), "long-row", 2, 9)
bad("row-long-by-comma-in-name", raw(LINES[0], LINES[1].replace("ตัวอย่าง", "ตัวอย่าง, ต่อ")), "long-row", 2, 9)
bad("row-short-after-blank-lines", raw(LINES[0], "", LINES[1], "", "", "x,y"), "short-row", 6, 3)
bad("delimiters-mixed", raw(LINES[0].replace(",", ";"), LINES[1].replace(",", ";"), LINES[2]), "short-row", 3, 2)
bad("delimiters-mixed-header-only", raw(LINES[0], LINES[1].replace(",", ";")), "short-row", 2, 2)
bad("formula-sum", sheet(HEADER, [child(0, room="=1+1")]), "formula", 2, 8)
bad("formula-link", sheet(HEADER, [CHILDREN[0], child(1, first='=HYPERLINK("http://x.invalid","กำไล")')]),
    "formula", 3, 3)
bad("formula-command", raw(LINES[0], ",".join(child(0, last="=cmd|'/c calc'!A1"))), "formula", 2, 4)

# Sizes
bad("columns-3000", ",".join("c%d" % i for i in range(3000)) + "\n", "too-many-columns", 1, 201)
bad("columns-3000-in-third-row", raw(LINES[0], LINES[1], ",".join("x" * 3000)), "too-many-columns", 3, 201)
bad("cell-of-64-kib-and-one", raw(LINES[0], LINES[1].replace("น้ำเพชร", "x" * 65537)), "cell-too-long", 2, 3)

# Letters
bad("utf8-cut-off", raw(LINES[0], LINES[1]).encode() + LINES[2].encode()[:14] + "กำ".encode()[:-1],
    "cut-off", 3, 2)
bad("utf8-cut-off-with-mark", MARK + LINES[0].encode() + b"\n" + "น้ำ".encode()[:-2], "cut-off", 2, 1)
bad("utf8-broken-byte", raw(LINES[0], LINES[1]).encode().replace("ตัวอย่าง".encode(), "ตัว".encode() + b"\xff" +
    "อย่าง".encode()), "unknown-byte", 2, 4)
bad("utf8-overlong", raw(LINES[0], LINES[1]).encode() + b"\xc0\x80\n", "unknown-byte", 3, 1)
bad("utf8-surrogate", raw(LINES[0]).encode() + ",".join(child(0, first="X")).encode().replace(b"X", b"\xed\xa0\x80"),
    "unknown-byte", 2, 3)
bad("utf8-with-one-line-of-tis620", raw(LINES[0], LINES[1]).encode() + LINES[2].encode("cp874") + b"\n" +
    LINES[3].encode(), "unknown-byte", 3, 2)
bad("utf8-mark-before-tis620", MARK + sheet().encode("cp874"), "unknown-byte", 1, 1)
bad("utf8-fault-after-line-break-in-cell", sheet(HEADER, [child(0, last="ตัว\nอย่าง")]).encode() +
    ("2,\"น้ำ\nเพ".encode() + b"\xfe\",x\n"), "unknown-byte", 3, 2)
bad("tis620-empty-byte", sheet().encode("cp874").replace("กำไล".encode("cp874"), b"\xa1\xfc\xe4\xc5"),
    "unknown-byte", 3, 3)
bad("latin1", "number,first name,last name,birth date,grade\n1999900000013,Ren\u00e9,Ex\u00e9mple,2018-05-16,P1\n"
    .encode("latin-1"), "unknown-byte", 2, 2)
bad("latin-windows-quotes", "number,first name,last name,birth date,grade\n1999900000013,Zo\u00eb,D\u2019Example\u2122,"
    "2018-05-16,P1\n".encode("cp1252"), "unknown-byte", 2, 3)
bad("utf16-odd-length", b"\xff\xfe" + sheet(delimiter="\t").encode("utf-16-le")[:-1], "cut-off", 4, 8)
bad("utf16-lone-surrogate", b"\xff\xfe" + raw(LINES[0]).encode("utf-16-le") + "a,b".encode("utf-16-le") +
    b"\x00\xd8" + "c\n".encode("utf-16-le"), "broken-character", 2, 2)
bad("utf16-big-lone-surrogate-at-end", b"\xfe\xff" + raw(LINES[0]).encode("utf-16-be") + b"\xdc\x00",
    "broken-character", 2, 1)
bad("utf16-without-mark", sheet().encode("utf-16-le"), "unmarked-utf16")
bad("utf16-big-without-mark", sheet().encode("utf-16-be"), "unmarked-utf16")
bad("utf32", b"\xff\xfe\0\0" + sheet().encode("utf-32-le"), "utf32")

# Other files under the name of a sheet
bad("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n", "foreign", detail="pdf")
bad("xlsx", zipped([("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>")]), "workbook-missing-part")
bad("ods", zipped([("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]), "foreign", detail="openDocument")
bad("zip", zipped([("roster.csv", sheet())]), "foreign", detail="zip")
bad("zip-empty", zipped([]), "foreign", detail="zip")
bad("xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), "foreign", detail="oldExcel")
bad("png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "foreign", detail="png")
bad("jpeg", b"\xff\xd8\xff\xe0\0\x10JFIF\0", "foreign", detail="jpeg")
bad("sqlite", b"SQLite format 3\0" + bytes(84), "foreign", detail="sqlite")
bad("gzip", gzip.compress(sheet().encode(), mtime=0), "foreign", detail="gzip")
bad("zstd", b"\x28\xb5\x2f\xfd\x04\x00\x01\x00\x00", "foreign", detail="zstd")
bad("bundle", b"LEC1\x01\x00\x00\x00\x00", "foreign", detail="bundle")
bad("web-page", "\n<HTML><table><tr><td>เลขประจำตัวประชาชน</td></tr></table></HTML>\n", "foreign", detail="html")
bad("web-page-with-mark", MARK + b"<!DOCTYPE html>\n<html></html>\n", "foreign", detail="html")
bad("xml", '<?xml version="1.0"?>\n<Workbook/>\n', "foreign", detail="xml")
bad("rich-text", "{\\rtf1\\ansi roster}", "foreign", detail="richText")
bad("binary-program", b"\x7fELF\x02\x01\x01\0" + bytes(56), "control-byte", 1, 1)
bad("binary-noise", bytes((i * 151 + 67) % 256 for i in range(4096)), "unknown-byte", 1, 1)

# Sheets that read well and must be refused for what they say
bad("doubled-numbers", sheet(HEADER, [CHILDREN[0], CHILDREN[1], child(2, number=CHILDREN[0][0])]), "doubled-number", 4, 1,
    stage="import")
bad("wrong-check-digit", sheet(HEADER, [CHILDREN[0], child(1, number="1999900000014")]), "wrong-check-digit", 3, 1,
    stage="import")
bad("number-rounded-by-excel", sheet(HEADER, [child(0, number="2.0E+12")]), "number-rounded", 2, 1, stage="import")
bad("birth-that-is-no-day", sheet(HEADER, [child(0, birth="31/02/2561")]), "bad-date", 2, 6, stage="import")


good = []


def ok(name, content, encoding, delimiter, columns, rows, years):
    """rows: pairs of the spreadsheet row and the cells in the order of `columns`."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    good.append((name, data, encoding, delimiter, columns, rows, years))


def numbered(rows, first=2):
    return [(first + i, row) for i, row in enumerate(rows)]


BOTH = "birth=buddhist"
ok("plain", sheet(), "utf8", "comma", NAMES, numbered(CHILDREN), BOTH)
ok("mark-and-crlf", MARK + sheet(end="\r\n").encode(), "utf8-mark", "comma", NAMES, numbered(CHILDREN), BOTH)
ok("tis620-and-crlf", sheet(end="\r\n").encode("cp874"), "tis-620", "comma", NAMES, numbered(CHILDREN), BOTH)
ok("tis620-with-windows-signs", sheet(HEADER, [child(0, last="\u201cก\u201d\u2026\u20ac\u00a0\u2013ข")]).encode("cp874"), "tis-620",
   "comma", NAMES, numbered([child(0, last="\u201cก\u201d\u2026\u20ac\u00a0\u2013ข")]), BOTH)
ok("semicolons", sheet(delimiter=";"), "utf8", "semicolon", NAMES, numbered(CHILDREN), BOTH)
ok("semicolons-with-commas-in-cells", sheet(HEADER, [child(0, first="ก,ข,ค"), child(1, last=",,,,,,,,,,")], delimiter=";"), "utf8",
   "semicolon", NAMES, numbered([child(0, first="ก,ข,ค"), child(1, last=",,,,,,,,,,")]), BOTH)
ok("tabs-in-utf16", b"\xff\xfe" + sheet(delimiter="\t", end="\r\n").encode("utf-16-le"), "utf16-le", "tab", NAMES,
   numbered(CHILDREN), BOTH)
ok("utf16-big-endian", b"\xfe\xff" + sheet(HEADER, [child(0, first="ก😀ข")]).encode("utf-16-be"), "utf16-be", "comma", NAMES,
   numbered([child(0, first="ก😀ข")]), BOTH)
ok("excel-separator-line", "sep=;\r\n" + sheet(delimiter=";", end="\r\n"), "utf8", "semicolon", NAMES, numbered(CHILDREN, 3), BOTH)
broken_cell = [child(0, first='น้ำ "เพชร"', last="ตัว\nอย่าง"), child(1, last="ทด\r\nสอบ,ต่อ"), CHILDREN[2]]
ok("quotes-and-line-breaks", sheet(HEADER, broken_cell, end="\r\n"), "utf8", "comma", NAMES, numbered(broken_cell), BOTH)
ok("quotes-inside-plain-cells", raw(LINES[0], LINES[1].replace("น้ำเพชร", 'น้ำ"เพชร"')), "utf8", "comma", NAMES,
   numbered([child(0, first='น้ำ"เพชร"')]), BOTH)
ok("quotes-round-everything", "".join(",".join('"%s"' % c for c in row) + " \r\n" for row in [HEADER] + CHILDREN), "utf8", "comma",
   NAMES, numbered(CHILDREN), BOTH)
ok("cr-only", sheet(end="\r"), "utf8", "comma", NAMES, numbered(CHILDREN), BOTH)
ok("line-ends-mixed", LINES[0] + "\r\n" + LINES[1] + "\n" + LINES[2] + "\r" + LINES[3], "utf8", "comma", NAMES,
   numbered(CHILDREN), BOTH)
ok("last-line-without-end", sheet()[:-1], "utf8", "comma", NAMES, numbered(CHILDREN), BOTH)
ok("end-of-file-mark-of-dos", sheet(end="\r\n").encode("cp874") + b"\x1a", "tis-620", "comma", NAMES, numbered(CHILDREN), BOTH)
ok("blank-lines-and-padding", raw("", LINES[0] + ",,", "", LINES[1] + ",,", ",,,,,,,,,", LINES[2] + ", ,", "  "), "utf8", "comma",
   NAMES, [(4, CHILDREN[0]), (6, CHILDREN[1])], BOTH)
thai = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
digits = [[cell.translate(thai) for cell in row] for row in CHILDREN]
ok("thai-digits", sheet(HEADER, digits), "utf8", "comma", NAMES, numbered(digits), BOTH)
christian = [child(0, birth="2018-05-16"), child(1, birth="1/12/2017"), child(2, birth="28 Feb 2017")]
ok("christian-years", sheet(HEADER, christian), "utf8", "comma", NAMES, numbered(christian), "birth=christian")
short = [child(0, birth="16/05/61"), child(1, birth="1 ธ.ค. 60"), child(2, birth="28-02-60")]
ok("short-years", sheet(HEADER, short), "utf8", "comma", NAMES, numbered(short), BOTH)
mixed = [child(0, birth="16/05/2561"), child(1, birth="2017-12-01"), child(2, birth="")]
ok("mixed-years", sheet(HEADER, mixed), "utf8", "comma", NAMES, numbered(mixed), "birth=ask:2:3")
ok("years-by-column", sheet(HEADER + ["วันที่เข้าศึกษา"], [CHILDREN[0] + ["2024-05-16"], CHILDREN[1] + ["16 May 2024"]]), "utf8", "comma",
   NAMES + ["admitted"], numbered([CHILDREN[0] + ["2024-05-16"], CHILDREN[1] + ["16 May 2024"]]), BOTH + " admitted=christian")
order = [5, 0, 7, 3, 2, 6, 1, 4]
ok("columns-in-another-order", sheet([HEADER[i] for i in order], [[row[i] for i in order] for row in CHILDREN]), "utf8", "comma",
   NAMES, numbered(CHILDREN), BOTH)
english = ["Room", "GRADE", "Date of birth", "Sex", "Last name", "First-Name", "Prefix", "Citizen ID", "Shoe size"]
ok("english-header", sheet(english, [row[::-1] + ["30"] for row in CHILDREN]), "utf8", "comma", NAMES, numbered(CHILDREN), BOTH)
odd = ["เลข ประจําตัว ประชาชน (13 หลัก)", "คํานําหน้าชื่อ", " ชื่อ ", "นามสกุล", "เพศ", "วัน/เดือน/ปี เกิด (พ.ศ.)", "ระดับชั้น", "ห้อง."]
ok("header-in-other-spellings", sheet(odd), "utf8", "comma", NAMES, numbered(CHILDREN), BOTH)
whole = [[row[0], row[1] + row[2] + " " + row[3], row[5], row[6] + "/" + row[7]] for row in CHILDREN]
ok("full-name-and-class", sheet(["เลขประจำตัว 13 หลัก", "ชื่อ - สกุล", "วันเกิด", "ชั้น"], whole), "utf8", "comma",
   ["number", "birth", "fullName", "gradeAndRoom"], numbered([[r[0], r[2], r[1], r[3]] for r in whole]), BOTH)
merged = [["1", row[0], row[1], row[2], row[3], row[5], row[6], row[7]] for row in CHILDREN]
ok("name-under-merged-heading", sheet(["ที่", "เลขบัตรประชาชน", "ชื่อ-สกุล", "", "", "ว/ด/ป เกิด", "ชั้น", "ห้องเรียน"], merged), "utf8",
   "comma", ["number", "birth", "grade", "room", "fullName"],
   numbered([[row[0], row[5], row[6], row[7], " ".join(row[1:4])] for row in CHILDREN]), BOTH)
ok("titles-above", raw("รายชื่อนักเรียน ปีการศึกษา 2567,,,,,,,", "โรงเรียนบ้านตัวอย่าง,,,,,,,", "") + sheet(), "utf8", "comma", NAMES,
   numbered(CHILDREN, 5), BOTH)
ok("title-with-commas-above-semicolons", raw("โรงเรียนบ้านตัวอย่าง, ตำบลสมมุติ, อำเภอทดสอบ") + sheet(delimiter=";"), "utf8", "semicolon",
   NAMES, numbered(CHILDREN, 3), BOTH)
ok("title-with-a-known-name-above-semicolons", raw("โรงเรียน,บ้านตัวอย่าง") + sheet(delimiter=";"), "utf8", "semicolon", NAMES,
   numbered(CHILDREN, 3), BOTH)
ok("dmc-export", sheet(["รหัสโรงเรียน", "ชื่อโรงเรียน", "เลขประจำตัวนักเรียน", "ชั้น", "ห้อง", "เลขประจำตัวนักเรียน", "เพศ", "คำนำหน้าชื่อ", "ชื่อ", "นามสกุล",
    "วันเกิด", "อายุ(ปี)", "น้ำหนัก", "ความด้อยโอกาส", "ยังไม่สามารถจำหน่ายได้ (3.1.8)"],
    [["3099000001", "บ้านตัวอย่าง", r[0], r[6], r[7], "00%d" % i, "ช", r[1], r[2], r[3], r[5], "6", "20", "-", "-"]
     for i, r in enumerate(CHILDREN, 1)]), "utf8", "comma",
   ["number", "title", "first", "last", "sex", "birth", "schoolNumber", "grade", "room", "institution", "institutionName"],
   numbered([[r[0], r[1], r[2], r[3], "ช", r[5], "00%d" % i, r[6], r[7], "3099000001", "บ้านตัวอย่าง"]
             for i, r in enumerate(CHILDREN, 1)]), BOTH)
top = ["จังหวัด", "อำเภอ", "อปท.", "สถานศึกษา", "ปีการศึกษา", "ภาคเรียน", "ลำดับที่", "เลขประจำตัวนักเรียน", "คำนำหน้า", "ชื่อ", "นามสกุล", "วันเดือนปีเกิด",
       "เลขประจำตัวประชาชน", "สภาพนักเรียน", "สถานภาพ", "ระดับชั้น", "ห้องเรียน", "บิดา", "", "", "ผู้ปกครอง", "", "", "", "ที่อยู่ปัจจุบัน", ""]
under = [""] * 17 + ["คำนำหน้า", "ชื่อ", "นามสกุล", "คำนำหน้า", "ชื่อ", "นามสกุล", "เบอร์โทร", "อำเภอ", "จังหวัด"]
lec = [["สมมุติ", "ทดสอบ", "อบต.ตัวอย่าง", "บ้านตัวอย่าง", "2567", "2", str(i), "00%d" % i, r[1], r[2], r[3], r[5], r[0], "ปกติ", "อยู่ด้วยกัน", r[6], r[7],
        "นาย", "พ่อ", "สมมุติ", "นาง", "แม่", "สมมุติ", "0000000001", "ทดสอบ", "สมมุติ"] for i, r in enumerate(CHILDREN, 1)]
ok("lec-student-report", raw("รายงานรายละเอียดข้อมูลนักเรียน" + "," * 25) + sheet(top, [under] + lec), "utf8", "comma",
   ["number", "title", "first", "last", "birth", "schoolNumber", "grade", "room", "state", "guardian",
    "guardianPhone", "guardianTitle", "guardianLast", "institutionName", "year", "term"],
   numbered([[r[0], r[1], r[2], r[3], r[5], "00%d" % i, r[6], r[7], "ปกติ", "แม่", "0000000001", "นาง", "สมมุติ", "บ้านตัวอย่าง", "2567", "2"]
             for i, r in enumerate(CHILDREN, 1)], 4), BOTH)
ok("formulas-guarded", sheet(HEADER, [child(0, first="'=1+1", last="'-"), child(1, first="'+66", last="'@x"),
    child(2, first="''=x", last="'น้ำ")]), "utf8", "comma", NAMES, numbered([child(0, first="=1+1", last="-"),
    child(1, first="+66", last="@x"), child(2, first="'=x", last="'น้ำ")]), BOTH)
ok("numbers-kept-by-equals-sign", raw(LINES[0], '="' + CHILDREN[0][0] + '",' + ",".join(CHILDREN[0][1:]),
    '"=""' + CHILDREN[1][0] + '""",' + ",".join(CHILDREN[1][1:])), "utf8", "comma", NAMES, numbered(CHILDREN[:2]), BOTH)


def line(cells):
    return "|".join(c.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n").replace("|", "\\p") for c in cells) + "\n"


def main():
    for folder, keep in ((HERE, ("make.py",)), (GOOD, ())):
        os.makedirs(folder, exist_ok=True)
        for old in os.listdir(folder):
            if old not in keep:
                os.remove(os.path.join(folder, old))
    with open(os.path.join(HERE, "expected.csv"), "w", encoding="utf-8", newline="\n") as table:
        table.write("file,code,line,column,detail,stage\n")
        for name, data, code, row, column, detail, stage in broken:
            assert len(data) <= 100_000, name
            with open(os.path.join(HERE, name), "wb") as out:
                out.write(data)
            table.write(f"{name},{code},{row},{column},{detail},{stage}\n")
    for name, data, encoding, delimiter, columns, rows, years in good:
        with open(os.path.join(GOOD, name + ".csv"), "wb") as out:
            out.write(data)
        with open(os.path.join(GOOD, name + ".expected"), "w", encoding="utf-8", newline="\n") as out:
            out.write(line([encoding, delimiter, years]))
            out.write(line(columns))
            for at, cells in rows:
                out.write(line([str(at)] + cells))
    print(len(broken), "broken,", len(good), "good")


main()

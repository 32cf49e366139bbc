#!/usr/bin/env python3
"""make.py [FOLDER]: writes the workbooks of xlsx-good/ and xlsx-broken/ anew, here or in FOLDER.

It needs openpyxl, XlsxWriter and LibreOffice (soffice), and takes PyExcelerate where it is: the point is that other programs
write the good files. Their bytes differ from version to version; what they say does not. xlsx-good/NAME.expected holds what a good file
says, in the form of csv-good: encoding, delimiter, years, then columns and rows. xlsx-broken/expected.csv holds the
verdict on each broken file: stable code and, where there is one, the row and column of the fault.
All people are fictional: no office has a number that begins with 99.
"""
import datetime
import io
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import zipfile
import zlib

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

try:
    import pyexcelerate
except ImportError:
    pyexcelerate = None

GOOD = os.path.join(sys.argv[1], "xlsx-good") if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
BROKEN = os.path.join(os.path.dirname(GOOD), "xlsx-broken")


def number(running, first="1"):
    digits = first + "9999" + "%07d" % running
    total = sum(int(digits[i]) * (13 - i) for i in range(12))
    return digits + str((11 - total % 11) % 10)


HEADER = ["เลขประจำตัวประชาชน", "คำนำหน้าชื่อ", "ชื่อ", "นามสกุล", "เพศ", "วันเดือนปีเกิด", "ระดับชั้น", "ห้อง"]
COLUMNS = "number|title|first|last|sex|birth|grade|room"
DAYS = [datetime.date(2018, 5, 16), datetime.date(2017, 12, 1), datetime.date(2016, 2, 29)]
TEXTS = ["16/05/2561", "01/12/2560", "29/02/2559"]
BUDDHIST = ["2561-05-16", "2560-12-01", "2559-02-29"]
PEOPLE = [
    [number(1), "เด็กชาย", "น้ำเพชร", "ตัวอย่าง", "ชาย", None, "ป.1", "1"],
    [number(2), "เด็กหญิง", "กำไล", "ทดสอบ", "หญิง", None, "ป.1", "2"],
    [number(3), "เด็กชาย", "ธันวา", "สมมุติ", "ชาย", None, "ป.2", "1"],
]


def people(dates):
    return [row[:5] + [date] + row[6:] for row, date in zip(PEOPLE, dates)]


def expected(name, rows, first=2, columns=COLUMNS, years="birth=buddhist", lines=None):
    lines = lines or range(first, first + len(rows))
    text = [f"xlsx|comma|{years}", columns]
    text += ["|".join([str(line)] + [str(cell) for cell in row]) for line, row in zip(lines, rows)]
    with open(os.path.join(GOOD, name + ".expected"), "w", encoding="utf-8") as out:
        out.write("\n".join(text) + "\n")


def good(name):
    return os.path.join(GOOD, name + ".xlsx")


# What openpyxl writes

def by_openpyxl():
    book = openpyxl.Workbook()
    sheet = book.active
    for row in [HEADER] + people(TEXTS):
        sheet.append(row)
    book.save(good("openpyxl-texts"))
    expected("openpyxl-texts", people(TEXTS))

    book = openpyxl.Workbook()
    sheet = book.active
    for row in [HEADER] + people(DAYS):
        sheet.append([int(cell) if str(cell).isdigit() else cell for cell in row])
    book.save(good("openpyxl-numbers-and-dates"))
    expected("openpyxl-numbers-and-dates", people(BUDDHIST))

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("นักเรียน")
    for row in [HEADER] + people(DAYS):
        sheet.append(row)
    book.save(good("openpyxl-write-only"))
    expected("openpyxl-write-only", people(BUDDHIST))

    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = book.active
    for row in [HEADER] + people(DAYS):
        sheet.append(row)
    book.save(good("openpyxl-dates-from-1904"))
    expected("openpyxl-dates-from-1904", people(BUDDHIST))

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "คำชี้แจง"
    sheet.append(["กรอกข้อมูลในแผ่นงานถัดไป", "ชื่อ"])
    sheet = book.create_sheet("รายชื่อ")
    sheet.append(["รายชื่อนักเรียน, ปีการศึกษา 2567; ภาคเรียนที่ 1"])
    sheet.merge_cells("A1:H1")
    sheet.append([])
    for row in [HEADER] + people(TEXTS):
        sheet.append(row)
    hidden = book.create_sheet("เก่า")
    for row in [HEADER] + people(TEXTS):
        hidden.append(row)
    hidden.sheet_state = "hidden"
    book.save(good("openpyxl-sheets-and-merged-title"))
    expected("openpyxl-sheets-and-merged-title", people(TEXTS), first=4)

    book = openpyxl.Workbook()
    sheet = book.active
    rich = CellRichText(TextBlock(InlineFont(b=True), "น้ำ"), TextBlock(InlineFont(i=True), "เพชร"))
    rows = people(TEXTS)
    sheet.append(HEADER)
    sheet.append(rows[0][:2] + [rich] + rows[0][3:])
    for row in rows[1:]:
        sheet.append(row)
    book.save(good("openpyxl-rich-text"))
    expected("openpyxl-rich-text", rows)

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(HEADER)
    for day, row in zip([datetime.date(2561, 5, 16), datetime.date(2560, 12, 1), datetime.date(2559, 2, 28)], PEOPLE):
        sheet.append(row[:5] + [day] + row[6:])
    book.save(good("openpyxl-buddhist-years-as-dates"))
    expected("openpyxl-buddhist-years-as-dates", people(["2561-05-16", "2560-12-01", "2559-02-28"]))

    book = openpyxl.Workbook()
    sheet = book.active
    for row in [HEADER, *people(TEXTS)]:
        sheet.append(row)
    sheet.insert_rows(3)
    sheet.insert_rows(5)
    sheet.row_dimensions[4].hidden = True
    sheet["CV900"].fill = openpyxl.styles.PatternFill("solid", fgColor="FFFF00")
    sheet["J2"] = "ขอเอกสาร"
    book.save(good("openpyxl-gaps-and-notes-beside"))
    expected("openpyxl-gaps-and-notes-beside", people(TEXTS), lines=[2, 4, 6])


# What XlsxWriter writes

def by_xlsxwriter():
    book = xlsxwriter.Workbook(good("xlsxwriter-plain"))
    sheet = book.add_worksheet()
    text = book.add_format({"num_format": "@"})
    for y, row in enumerate([HEADER] + people(TEXTS)):
        for x, cell in enumerate(row):
            sheet.write_string(y, x, cell, text)
    book.close()
    expected("xlsxwriter-plain", people(TEXTS))

    book = xlsxwriter.Workbook(good("xlsxwriter-constant-memory"), {"constant_memory": True, "in_memory": True})
    sheet = book.add_worksheet("รายชื่อ")
    day = book.add_format({"num_format": "[$-D07041E]d mmmm yyyy"})
    sheet.write_row(0, 0, HEADER)
    for y, row in enumerate(people(DAYS), 1):
        for x, cell in enumerate(row):
            if x == 5:
                sheet.write_datetime(y, x, datetime.datetime.combine(cell, datetime.time(13, 30)), day)
            else:
                sheet.write_string(y, x, cell)
    book.close()
    expected("xlsxwriter-constant-memory", people(BUDDHIST))

    book = xlsxwriter.Workbook(good("xlsxwriter-formulas"))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEADER)
    for y, row in enumerate(people(TEXTS), 1):
        sheet.write_row(y, 0, row)
        sheet.write_formula(y, 2, f'=LEFT("{row[2]}x",{len(row[2])})', None, row[2])
        sheet.write_formula(y, 7, "=1*1", None, int(row[7]))
    book.close()
    expected("xlsxwriter-formulas", people(TEXTS))

    book = xlsxwriter.Workbook(good("xlsxwriter-1904-and-formats"), {"date_1904": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEADER)
    formats = [book.add_format({"num_format": code}) for code in ('dd/mm/yyyy', '"วันที่" d mmm yyyy', "yyyy\\-mm\\-dd")]
    for y, (row, form) in enumerate(zip(people(DAYS), formats), 1):
        for x, cell in enumerate(row):
            if x == 5:
                sheet.write_datetime(y, x, datetime.datetime.combine(cell, datetime.time()), form)
            elif x == 0:
                sheet.write_number(y, x, int(cell), book.add_format({"num_format": "0-0000-00000-00-0"}))
            else:
                sheet.write_string(y, x, cell)
    book.close()
    expected("xlsxwriter-1904-and-formats", people(BUDDHIST))

    book = xlsxwriter.Workbook(good("xlsxwriter-texts-like-formulas"))
    sheet = book.add_worksheet()
    rows = people(TEXTS)
    rows[0][2], rows[1][2], rows[2][2] = "=น้ำ", "+กำไล, \"เล็ก\"", "'-ธันวา"
    for y, row in enumerate([HEADER] + rows):
        for x, cell in enumerate(row):
            sheet.write_string(y, x, cell)
    book.close()
    rows[2][2] = "-ธันวา"  # the apostrophe is an export's guard
    expected("xlsxwriter-texts-like-formulas", rows)


def by_pyexcelerate():
    if not pyexcelerate:
        return
    book = pyexcelerate.Workbook()
    book.new_sheet("รายชื่อ", data=[HEADER] + people(TEXTS))
    book.save(good("pyexcelerate-plain"))
    expected("pyexcelerate-plain", people(TEXTS))


# What LibreOffice writes

def office(source, target, kind, filter_in=None):
    with tempfile.TemporaryDirectory() as folder:
        words = ["soffice", "-env:UserInstallation=file://" + PROFILE.name, "--headless", "--convert-to", kind,
                 "--outdir", folder, source]
        if filter_in:
            words.insert(3, "--infilter=" + filter_in)
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        made = os.path.join(folder, os.path.splitext(os.path.basename(source))[0] + "." + kind.split(":")[0])
        shutil.move(made, target)


def by_libreoffice():
    with tempfile.TemporaryDirectory() as folder:
        sheet = os.path.join(folder, "sheet.csv")
        with open(sheet, "w", encoding="utf-8") as out:
            for row in [HEADER] + people([str(day) for day in DAYS]):
                out.write(",".join(row) + "\n")
        # 44 is the comma, 34 the quote, 76 UTF-8; LibreOffice makes numbers and days of what looks like them.
        office(sheet, good("libreoffice-from-csv"), "xlsx", "CSV:44,34,76,1,,0,false,true")
        expected("libreoffice-from-csv", people(BUDDHIST))
        office(good("openpyxl-sheets-and-merged-title"), good("libreoffice-sheets"), "xlsx")
        expected("libreoffice-sheets", people(TEXTS), first=4)
        office(good("openpyxl-rich-text"), good("libreoffice-rich-text"), "xlsx")
        expected("libreoffice-rich-text", people(TEXTS))
        office(good("xlsxwriter-formulas"), good("libreoffice-formulas"), "xlsx")
        expected("libreoffice-formulas", people(TEXTS))
        office(good("openpyxl-dates-from-1904"), good("libreoffice-1904"), "xlsx")
        expected("libreoffice-1904", people(BUDDHIST))
        office(good("openpyxl-texts"), os.path.join(BROKEN, "libreoffice.ods.xlsx"), "ods")
        office(good("openpyxl-texts"), os.path.join(BROKEN, "libreoffice.xls.xlsx"), "xls:MS Excel 97")
        office(good("openpyxl-texts"), os.path.join(BROKEN, "web-page.xlsx"), "html")


# Workbooks by hand, as programs in schools' offices write them

TYPES = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="xml" ContentType="application/xml"/></Types>')
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def cell(reference, text):
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def rows_xml(rows, first=1):
    out = []
    for y, row in enumerate(rows, first):
        out.append(f'<row r="{y}">' + "".join(cell(chr(65 + x) + str(y), text) for x, text in enumerate(row)) + "</row>")
    return "".join(out)


def sheet_xml(data, before=""):
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{data}</sheetData></worksheet>'


def parts(sheet=None, **others):
    """The least a workbook needs; others by name, None to leave a part out."""
    made = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELS}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{RELS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet or sheet_xml(rows_xml([HEADER] + people(TEXTS))),
    }
    for name, text in others.items():
        made[name] = text
    return {name: text for name, text in made.items() if text is not None}


def pack(made, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, text in made.items():
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.compress_type = method
            archive.writestr(info, text)
    return out.getvalue()


def write(path, data):
    with open(path, "wb") as out:
        out.write(data)


STRINGS = f'<Relationship Id="r2" Type="{RELS}/sharedStrings" Target="/xl/sharedStrings.xml"/>'
STYLES = f'<Relationship Id="r3" Type="{RELS}/styles" Target="styles.xml"/>'


def linked(extra, target="worksheets/sheet1.xml"):
    return (f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{RELS}/worksheet" Target="{target}"/>'
            f'{extra}</Relationships>')


def by_hand():
    write(good("hand-inline-and-stored"), pack(parts(), zipfile.ZIP_STORED))
    expected("hand-inline-and-stored", people(TEXTS))

    prefixed = sheet_xml(rows_xml([HEADER] + people(TEXTS))).replace("<", "<x:").replace("<x:/", "</x:").replace(
        "xmlns=", "xmlns:x=")
    write(good("hand-prefixed-names"), pack(parts(prefixed)))
    expected("hand-prefixed-names", people(TEXTS))

    strict = {name: text.replace("http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument")
              .replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main") for name, text in parts().items()}
    days = "".join(f'<row r="{y}">' + "".join(
        f'<c r="F{y}" t="d"><v>{cell_text}T00:00:00</v></c>' if x == 5 else cell(chr(65 + x) + str(y), cell_text)
        for x, cell_text in enumerate(row)) + "</row>" for y, row in enumerate(people(DAYS), 2))
    strict["xl/worksheets/sheet1.xml"] = sheet_xml(rows_xml([HEADER]) + days)
    write(good("hand-strict-with-iso-dates"), pack(strict))
    expected("hand-strict-with-iso-dates", people(BUDDHIST))

    texts = []
    data = ""
    for y, row in enumerate([HEADER] + people(TEXTS), 1):
        data += f'<row r="{y}">'
        for x, text in enumerate(row):
            data += f'<c r="{chr(65 + x)}{y}" t="s"><v>{len(texts)}</v></c>'
            texts.append(text)
        data += "</row>"
    items = "".join(
        f'<si><r><rPr><b/></rPr><t>{t[:2]}</t></r><r><t xml:space="preserve">{t[2:]}</t></r>'
        f'<rPh sb="0" eb="1"><t>ไม่อ่าน</t></rPh><phoneticPr fontId="1"/></si>' for t in texts)
    write(good("hand-phonetic-runs"), pack(parts(sheet_xml(data), **{
        "xl/_rels/workbook.xml.rels": linked(STRINGS),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" count="1" uniqueCount="1">{items}</sst>'})))
    expected("hand-phonetic-runs", people(TEXTS))

    utf16 = parts()
    utf16["xl/worksheets/sheet1.xml"] = ('<?xml version="1.0" encoding="UTF-16"?>' + utf16["xl/worksheets/sheet1.xml"]).encode("utf-16")
    write(good("hand-utf16-part"), pack(utf16))
    expected("hand-utf16-part", people(TEXTS))

    # No references at all, and a claim of a million rows.
    bare = sheet_xml(rows_xml([HEADER] + people(TEXTS)), '<dimension ref="A1:XFD1048576"/>')
    for y in range(1, 9):
        for x in range(8):
            bare = bare.replace(f' r="{chr(65 + x)}{y}"', "")
        bare = bare.replace(f' r="{y}"', "")
    write(good("hand-without-references-huge-dimension"), pack(parts(bare)))
    expected("hand-without-references-huge-dimension", people(TEXTS))

    # Numbers as Thai Excel keeps them: built-in Thai date formats, and text in _xHHHH_.
    styles = (f'<styleSheet xmlns="{MAIN}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="71"/><xf numFmtId="81"/></cellXfs></styleSheet>')
    data = rows_xml([HEADER])
    for y, (row, day) in enumerate(zip(PEOPLE, DAYS), 2):
        serial = (day - datetime.date(1899, 12, 30)).days
        cells = []
        for x, text in enumerate(row):
            where = f"{chr(65 + x)}{y}"
            if x == 5:
                cells.append(f'<c r="{where}" s="{1 + y % 2}"><v>{serial}.0</v></c>')
            elif x == 0:
                cells.append(f'<c r="{where}"><v>{float(text):.15E}</v></c>')
            elif x == 3:
                cells.append(cell(where, text + "_x000D_\n"))
            else:
                cells.append(cell(where, text))
        data += f'<row r="{y}">' + "".join(cells) + "</row>"
    write(good("hand-thai-date-formats"), pack(parts(sheet_xml(data), **{
        "xl/_rels/workbook.xml.rels": linked(STYLES), "xl/styles.xml": styles})))
    expected("hand-thai-date-formats", [r[:3] + [r[3] + "  "] + r[4:] for r in people(BUDDHIST)])

    windows = {name.replace("xl/", "XL\\") if name.startswith("xl/worksheets") else name: text for name, text in parts().items()}
    write(good("hand-backslashes-and-capitals"), pack(windows))
    expected("hand-backslashes-and-capitals", people(TEXTS))


# Broken on purpose

verdicts = []


def bad(name, data, code, line="", column=""):
    write(os.path.join(BROKEN, name), data)
    verdicts.append([name, code, str(line), str(column)])


def broken():
    whole = pack(parts())
    bad("truncated-at-half.xlsx", whole[:len(whole) // 2], "workbook-damaged")
    bad("truncated-last-byte.xlsx", whole[:-30], "workbook-damaged")
    flipped = bytearray(whole)
    at = whole.index(b"xl/worksheets/sheet1.xml") + 24
    flipped[at + 60] ^= 0xFF
    bad("bytes-changed-in-sheet.xlsx", bytes(flipped), "workbook-*")
    stored = bytearray(pack(parts(), zipfile.ZIP_STORED))
    at = stored.index("ตัวอย่าง".encode())
    stored[at + 2] ^= 0x01
    bad("checksum-wrong.xlsx", bytes(stored), "workbook-damaged")
    bad("only-a-zip.xlsx", pack({"readme.txt": "hello"}), "foreign")
    bad("a-letter.xlsx", pack({
        "[Content_Types].xml": TYPES,
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{RELS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": "<document/>"}), "foreign")
    bad("binary.xlsx", pack({
        "[Content_Types].xml": TYPES,
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{RELS}/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        "xl/workbook.bin": b"\x83\x01\x00"}), "workbook-binary")
    for part in ("_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"):
        bad("without-" + part.replace("/", "-").replace(".xml", "") + ".xlsx", pack(parts(**{part: None})), "workbook-missing-part")
    bad("without-shared-strings.xlsx", pack(parts(**{"xl/_rels/workbook.xml.rels": linked(STRINGS)})), "workbook-missing-part")
    bad("shared-string-out-of-range.xlsx", pack(parts(
        sheet_xml('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'), **{
            "xl/_rels/workbook.xml.rels": linked(STRINGS),
            "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>a</t></si></sst>'})), "workbook-damaged")
    bad("link-out-of-the-archive.xlsx", pack(parts(**{
        "xl/_rels/workbook.xml.rels": linked("", "../../../etc/passwd")})), "workbook-no-sheets")
    bad("link-to-itself.xlsx", pack(parts(**{"xl/_rels/workbook.xml.rels": linked("", "workbook.xml")})), "empty")
    bad("link-without-sheet.xlsx", pack(parts(**{
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"/>'})), "workbook-no-sheets")
    bad("no-sheets.xlsx", pack(parts(**{"xl/workbook.xml": f'<workbook xmlns="{MAIN}"><sheets/></workbook>'})), "workbook-no-sheets")
    bad("empty-sheet.xlsx", pack(parts(sheet_xml(""))), "empty")
    bad("only-header.xlsx", pack(parts(sheet_xml(rows_xml([HEADER])))), "no-rows", 2, 1)
    bad("header-unknown.xlsx", pack(parts(sheet_xml(rows_xml([["สี", "รส"], ["แดง", "หวาน"]])))), "no-header", 1, 1)
    bad("header-without-grade.xlsx", pack(parts(sheet_xml(rows_xml([HEADER[:6]] + [r[:6] for r in people(TEXTS)])))), "missing-columns", 1, 1)
    bad("not-xml.xlsx", pack(parts("<worksheet><sheetData><row></sheetData></worksheet>")), "workbook-not-xml")
    bad("xml-cut-off.xlsx", pack(parts(sheet_xml(rows_xml([HEADER] + people(TEXTS)))[:-40])), "workbook-not-xml")
    bad("two-documents-in-one-part.xlsx", pack(parts(sheet_xml(rows_xml([HEADER] + people(TEXTS))) * 2)), "workbook-not-xml")

    laughs = '<!DOCTYPE w [<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)) + "]>"
    bad("billion-laughs.xlsx", pack(parts(laughs + sheet_xml(rows_xml([HEADER, ["&a9;"]])))), "workbook-document-type")
    bad("entity-from-a-file.xlsx", pack(parts(
        '<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + sheet_xml(rows_xml([HEADER, ["&e;"]])))), "workbook-document-type")
    bad("document-type-in-strings.xlsx", pack(parts(**{
        "xl/_rels/workbook.xml.rels": linked(STRINGS), "xl/sharedStrings.xml": f'<!DOCTYPE s []><sst xmlns="{MAIN}"/>'})), "workbook-document-type")
    bad("spaces-20-mb.xlsx", pack(parts(sheet_xml(rows_xml([HEADER]) + " " * (20 << 20)))), "workbook-bomb")
    bad("cell-of-8-mb.xlsx", pack(parts(sheet_xml(rows_xml([HEADER, ["x" * (8 << 20)]])))), "cell-too-long", 2, 1)
    bad("shared-text-20-mb.xlsx", pack(parts(**{
        "xl/_rels/workbook.xml.rels": linked(STRINGS),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>' + "ก" * (7 << 20) + "</t></si></sst>"})), "workbook-bomb")
    bad("nested-deep.xlsx", pack(parts("<worksheet>" + "<a>" * 100_000 + "</a>" * 100_000 + "</worksheet>")), "workbook-damaged")
    many = parts()
    many.update({f"m/{i}": "" for i in range(1100)})
    bad("parts-1100.xlsx", pack(many, zipfile.ZIP_STORED), "workbook-bomb")
    bad("row-number-huge.xlsx", pack(parts(sheet_xml(rows_xml([HEADER]) + '<row r="999999999"><c r="A999999999"><v>1</v></c></row>'))), "workbook-damaged")
    bad("column-xfd.xlsx", pack(parts(sheet_xml(rows_xml([HEADER]) + '<row r="2"><c r="XFD2"><v>1</v></c></row>'))), "too-many-columns", 2, 16384)
    bad("rows-backwards.xlsx", pack(parts(sheet_xml(rows_xml([HEADER], 5) + rows_xml(people(TEXTS), 1)))), "workbook-damaged")
    bad("cell-of-another-row.xlsx", pack(parts(sheet_xml(rows_xml([HEADER]) + '<row r="2"><c r="A9"><v>1</v></c></row>'))), "workbook-damaged")
    two = parts(**{
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELS}"><sheets><sheet name="ป.1" sheetId="1" r:id="r1"/><sheet name="ป.2" sheetId="2" r:id="r9"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": linked(f'<Relationship Id="r9" Type="{RELS}/worksheet" Target="worksheets/sheet2.xml"/>'),
        "xl/worksheets/sheet2.xml": sheet_xml(rows_xml([HEADER] + people(TEXTS)))})
    bad("two-rosters.xlsx", pack(two), "workbook-several-sheets")
    doubled = io.BytesIO()
    with zipfile.ZipFile(doubled, "w") as archive:
        for name, text in parts().items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), text)
        archive.writestr(zipfile.ZipInfo("XL/worksheets/sheet1.xml", (2024, 1, 1, 0, 0, 0)), sheet_xml(rows_xml([HEADER])))
    bad("part-twice.xlsx", doubled.getvalue(), "workbook-damaged")
    locked = bytearray(whole)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = locked.find(mark)
        while at >= 0:
            locked[at + offset] |= 1
            at = locked.find(mark, at + 4)
    bad("zip-password.xlsx", bytes(locked), "workbook-encrypted")
    ole = bytearray(4096)
    ole[:8] = bytes.fromhex("D0CF11E0A1B11AE1")
    ole[1024:1024 + 32] = "EncryptedPackage".encode("utf-16-le")
    bad("password.xlsx", bytes(ole), "workbook-encrypted")
    claimed = bytearray(whole)
    at = claimed.rfind(b"PK\x01\x02")
    claimed[at + 24:at + 28] = struct.pack("<I", 0xFFFFFFF0)
    bad("size-claim-4-gb.xlsx", bytes(claimed), "workbook-damaged")
    bad("header-only-of-zip.xlsx", b"PK\x03\x04[Content_Types].xml" + bytes(40), "workbook-damaged")
    for name in ("libreoffice.ods.xlsx", "libreoffice.xls.xlsx", "web-page.xlsx"):
        verdicts.append([name, "foreign", "", ""])
    with open(os.path.join(BROKEN, "expected.csv"), "w", encoding="utf-8") as out:
        out.write("file,code,line,column\n" + "".join(",".join(v) + "\n" for v in sorted(verdicts)))


os.makedirs(GOOD, exist_ok=True)
os.makedirs(BROKEN, exist_ok=True)
PROFILE = tempfile.TemporaryDirectory()
by_openpyxl()
by_xlsxwriter()
by_pyexcelerate()
by_hand()
by_libreoffice()
broken()

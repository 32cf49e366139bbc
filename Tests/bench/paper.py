"""What goes out: a roster of 100,000 as workbook and CSV beside openpyxl, Python's csv and LibreOffice on the same rows; a PDF of 1,000
rows. Milliseconds to the end of the program, and its memory."""
import os
import shutil
import subprocess
import sys
import time

sys.dont_write_bytecode = True
import roster
from terminal import environment

OPENPYXL = """
import csv, sys, openpyxl
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet()
for row in csv.reader(open(sys.argv[1], encoding='utf-8')): sheet.append(row)
book.save(sys.argv[2])
"""
CSV = """
import csv, sys
csv.writer(open(sys.argv[2], 'w', encoding='utf-8', newline='')).writerows(csv.reader(open(sys.argv[1], encoding='utf-8')))
"""


def timed(words, view, data=None):
    """(milliseconds, MiB) of one run to its end."""
    started = time.perf_counter()
    child = subprocess.Popen(words, stdin=subprocess.PIPE if data else subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL, env=view)
    if data:
        child.stdin.write(data)
        child.stdin.close()
    _, status, usage = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(f"{words[0]} {words[1] if len(words) > 1 else ''} ended with {os.waitstatus_to_exitcode(status)}")
    return (time.perf_counter() - started) * 1000, usage.ru_maxrss / 1024


def stream(rows):
    """A report of that many rows as lecterm hands it to lecterm-paper."""
    lines = ["lecterm-paper\t1", "title\tบัญชีรายชื่อ", "fact\tโรงเรียนเทศบาลฝึกหัด ๑", "page\tหน้า %n/%m", "digits\tarabic",
             "created\t2024-11-08T09:00:00+07:00", "table\t"]
    lines += [f"column\t{a}\t{w}\t{t}\t" for a, w, t in
              (("r", 5, "ที่"), ("l", 22, "เลขประจำตัว"), ("l", 30, "ชื่อ นามสกุล"), ("l", 8, "ชั้น"), ("c", 11, "วันเกิด"))]
    for i in range(rows):
        name = roster.FIRST[i * 13 % len(roster.FIRST)] + " " + roster.LAST[i * 31 % len(roster.LAST)]
        lines.append(f"row\t{i + 1}\t{roster.number(i)}\t{name}\tป.{1 + i % 6}\t{1 + i % 28}/5/2561")
    return ("\n".join(lines + ["end"]) + "\n").encode()


def measure(program, folder, data, figure):
    silent = lambda *words, **more: None
    file = roster.import_roster(program, folder, data, silent)
    view = environment(folder, LECTERM_DATA=data)
    at = lambda name: os.path.join(folder, name)
    sheet, memory = timed([program, "export", "roster", "--format", "xlsx", "--file", file, "--out", at("out.xlsx")], view)
    plain, less = timed([program, "export", "roster", "--file", file, "--out", at("out.csv")], view)
    beside = {"sheet": {}, "plain": {}, "memory": {}, "less": {}}
    if subprocess.run([sys.executable, "-c", "import openpyxl"], stderr=subprocess.DEVNULL).returncode == 0:
        beside["sheet"]["openpyxl"], beside["memory"]["openpyxl"] = timed(
            [sys.executable, "-c", OPENPYXL, at("out.csv"), at("openpyxl.xlsx")], view)
    beside["plain"]["python csv"], beside["less"]["python csv"] = timed([sys.executable, "-c", CSV, at("out.csv"), at("python.csv")], view)
    if shutil.which("soffice"):
        def office(kind, source, *more):
            """It says 0 whatever happened: what it wrote tells."""
            taken = timed(["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", *more, "--convert-to", kind,
                           "--outdir", at("office-out"), at(source)], view)
            if not os.path.exists(at(f"office-out/out.{kind}")):
                raise RuntimeError(f"soffice wrote no {kind}")
            return taken
        beside["sheet"]["LibreOffice"], beside["memory"]["LibreOffice"] = office("xlsx", "out.csv", "--infilter=CSV:44,34,76,1")
        beside["plain"]["LibreOffice"], beside["less"]["LibreOffice"] = office("csv", "out.xlsx")
    figure("roster of 100,000 as a workbook", sheet, "ms", **beside["sheet"])
    figure("memory of that workbook", memory, "MiB", **beside["memory"])
    figure("size of that workbook", os.path.getsize(at("out.xlsx")) / 1e6, "MB")
    figure("roster of 100,000 as CSV", plain, "ms", **beside["plain"])
    figure("memory of that CSV", less, "MiB", **beside["less"])
    pages = os.path.join(os.path.dirname(program), "lecterm-paper")
    if os.access(pages, os.X_OK):
        taken, memory = timed([pages], view, stream(1000))
        figure("PDF of 1,000 rows", taken, "ms")
        figure("memory of that PDF", memory, "MiB")
    else:
        print("bench: lecterm-paper is not built (make paper): no figures of PDF", file=sys.stderr)

"""What a sheet of a hundred thousand children costs to read, in milliseconds and MiB: as CSV and as Excel workbook, beside
LibreOffice without windows and Python's csv and openpyxl in the same run."""
import csv
import importlib.util
import os
import shutil
import subprocess
import sys
import time

sys.dont_write_bytecode = True
import roster
from terminal import environment

PYTHON = {
    "csv": "import csv, sys\nprint(sum(1 for row in csv.reader(open(sys.argv[1], encoding='utf-8')) if all(c is not None for c in row)))",
    "xlsx": "import openpyxl, sys\nbook = openpyxl.load_workbook(sys.argv[1], read_only=True)\n"
            "print(sum(1 for row in book.active.iter_rows(values_only=True) if any(c is not None for c in row)))",
}


def timed(words, **options):
    """(milliseconds, MiB, status) of a program and all it starts."""
    started = time.perf_counter()
    child = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    if child.stdin:
        child.stdin.write((roster.PASSWORD + "\n").encode())
        child.stdin.close()
    _, status, usage = os.wait4(child.pid, 0)
    return (time.perf_counter() - started) * 1000, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def workbook(source, target):
    """The same rows as texts, and as the numbers and days a person's spreadsheet makes of them."""
    import datetime
    import openpyxl
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("รายชื่อ")
    with open(source, encoding="utf-8", newline="") as rows:
        for place, row in enumerate(csv.reader(rows)):
            if place:
                day, month, year = map(int, row[5].split("/"))
                row[0], row[5] = int(row[0]), datetime.date(year - 543, month, day)
            sheet.append(row)
    book.save(target)


def measure(program, folder, data, figure):
    made = subprocess.run([program, "demo", "--dir", folder, "--json"], capture_output=True, text=True,
                          env=environment(folder, LECTERM_DATA=data), stdin=subprocess.DEVNULL)
    if made.returncode:
        raise RuntimeError(made.stderr.strip())
    file = os.path.join(folder, roster.USER + ".db")
    sheets = {"csv": os.path.join(folder, "roster.csv")}
    roster.write_csv(sheets["csv"])
    has_openpyxl = importlib.util.find_spec("openpyxl") is not None
    if has_openpyxl:
        sheets["xlsx"] = os.path.join(folder, "roster.xlsx")
        workbook(sheets["csv"], sheets["xlsx"])
    else:
        print("bench: sheets: openpyxl is not installed: no workbook of a hundred thousand rows", file=sys.stderr)
    for kind, sheet in sheets.items():
        words = [program, "import", sheet, "--file", file, "--user", roster.USER, "--password-stdin", "--force", "--dry-run", "--json"]
        view = environment(folder, LECTERM_DATA=data)
        ours, memory, status = timed(words, stdin=subprocess.PIPE, env=view)
        if status not in (0, 1):
            raise RuntimeError(f"lecterm import of {kind} ended with {status}")
        times, memories = {}, {}
        if kind == "csv" or has_openpyxl:
            name = "python csv" if kind == "csv" else "openpyxl"
            times[name], memories[name], _ = timed([sys.executable, "-c", PYTHON[kind], sheet])
        if shutil.which("soffice"):
            words = ["soffice", "-env:UserInstallation=file://" + os.path.join(folder, "profile"), "--headless",
                     "--convert-to", "ods", "--outdir", os.path.join(folder, "out"), sheet]
            if kind == "csv":
                words.insert(3, "--infilter=CSV:44,34,76,1,,0,false,true")
            times["libreoffice to ods"], memories["libreoffice to ods"], _ = timed(words, env=view)
        figure(f"read and check 100,000 rows of {kind}", ours, "ms", **times)
        figure(f"memory of that, {kind}", memory, "MiB", **memories)
    figure("size of that workbook", os.path.getsize(sheets.get("xlsx", sheets["csv"])) / 1e6, "MB")
    for kind, sheet in sheets.items():
        target = os.path.join(folder, kind)
        os.makedirs(target)
        subprocess.run([program, "demo", "--dir", target, "--json"], check=True, stdout=subprocess.DEVNULL,
                       env=environment(folder, LECTERM_DATA=data), stdin=subprocess.DEVNULL)
        words = [program, "import", sheet, "--file", os.path.join(target, roster.USER + ".db"), "--user", roster.USER,
                 "--password-stdin", "--force", "--json"]
        ours, memory, status = timed(words, stdin=subprocess.PIPE, env=environment(folder, LECTERM_DATA=data))
        if status not in (0, 1):
            raise RuntimeError(f"lecterm import of {kind} ended with {status}")
        figure(f"read in 100,000 rows of {kind}, written and signed", ours, "ms")
        figure(f"memory of that import, {kind}", memory, "MiB")

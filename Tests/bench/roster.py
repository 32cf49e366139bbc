"""What a key costs in a roster of a hundred thousand Thai names, in milliseconds and in bytes, beside mc and tig in the same run."""
import os
import shutil
import statistics
import subprocess
import sys
import time

sys.dont_write_bytecode = True
from terminal import Terminal, environment

ROWS = 100_000
FIRST = "กันตพล ชยุต ณภัทร ธนกร พชร ภูริ เมธา น้ำเพชร ปั้นบุญ กมลชนก ขวัญข้าว น้ำฝน รมิดา ศิรดา เขมิกา แพรวา".split()
LAST = "ทองทุ่ง แก้วนา ดอนคำ ศรีบาง บุญท่า จันทร์สวน ใจไร่ สุขป่า คำน้ำ ปั้นป่า".split()
TAIL = "ทอง งาม สุข ใส เย็น แก้ว ดี ชื่น ร่ม เงิน".split()
USER, PASSWORD = "3099000001", "ฝึกหัดใช้งาน 2567"


def number(i):
    digits = [1, 9, 9, 9, 9] + [int(c) for c in "%07d" % i]
    digits.append((11 - sum(d * (13 - k) for k, d in enumerate(digits)) % 11) % 10)
    return "".join(map(str, digits))


def write_csv(path, rows=ROWS):
    with open(path, "w", encoding="utf-8") as out:
        out.write("เลขประจำตัวประชาชน,คำนำหน้า,ชื่อ,นามสกุล,เพศ,วันเกิด,สัญชาติ,ชั้น,ห้อง,เลขประจำตัวนักเรียน,วันที่เข้าศึกษา\r\n")
        for i in range(rows):
            boy, grade = i * 7 % 2, 1 + i % 6
            name = FIRST[i * 13 % len(FIRST)], LAST[i * 31 % len(LAST)] + TAIL[i * 17 % len(TAIL)]
            out.write(f"{number(i)},{'ด.ช.' if boy else 'ด.ญ.'},{name[0]},{name[1]},{'ชาย' if boy else 'หญิง'},"
                      f"{1 + i % 28}/{1 + i % 12}/{2561 - grade},ไทย,ป.{grade},{1 + i % 40},{10000 + i},16/5/2567\r\n")


def import_roster(program, folder, data, figure):
    """Reading the sheet in with all checks, beside sqlite3's plain .import of the same file."""
    made = subprocess.run([program, "demo", "--dir", folder, "--json"], capture_output=True, text=True,
                          env=environment(folder, LECTERM_DATA=data), stdin=subprocess.DEVNULL)
    if made.returncode:
        raise RuntimeError(made.stderr.strip())
    sheet, file = os.path.join(folder, "roster.csv"), os.path.join(folder, USER + ".db")
    write_csv(sheet)
    words = [program, "import", sheet, "--file", file, "--user", USER, "--password-stdin", "--force", "--json"]
    started = time.perf_counter()
    child = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=environment(folder, LECTERM_DATA=data))
    child.stdin.write((PASSWORD + "\n").encode())
    child.stdin.close()
    _, status, usage = os.wait4(child.pid, 0)
    ours = (time.perf_counter() - started) * 1000
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise RuntimeError("lecterm import failed")
    beside = {}
    if shutil.which("sqlite3"):
        started = time.perf_counter()
        subprocess.run(["sqlite3", os.path.join(folder, "plain.db"), ".mode csv", f".import {sheet} t"], check=True)
        beside["sqlite3 .import"] = (time.perf_counter() - started) * 1000
    figure("import of 100,000 rows with all checks", ours, "ms", **beside)
    figure("memory of that import", usage.ru_maxrss / 1024, "MiB")
    return file


def press(terminal, keys, times):
    """(median bytes, median and worst milliseconds to the last byte) of a key."""
    counts, taken = [], []
    for _ in range(times):
        started = time.perf_counter()
        os.write(terminal.file, keys.encode())
        count, seconds = terminal.settle(started)
        counts.append(count)
        taken.append(seconds * 1000)
    return statistics.median(counts), statistics.median(taken), max(taken)


def memory(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as lines:
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def others(folder):
    """mc on a folder of Thai names and tig on commits with Thai titles: what they send for one row and one page down."""
    out = {}
    place = os.path.join(folder, "names")
    os.makedirs(place)
    for i in range(120):
        open(os.path.join(place, f"{FIRST[i % len(FIRST)]} {LAST[i % len(LAST)]}{i}"), "w").close()
    if shutil.which("mc"):
        out["mc"] = (["mc", "-d", "-b"], place)
    if shutil.which("tig"):
        repository = os.path.join(folder, "repository-of-names")
        os.makedirs(repository)
        run = lambda *words: subprocess.run(["git", *words], cwd=repository, check=True, env=environment(folder))
        run("init", "-q")
        for i in range(60):
            run("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "--allow-empty", "-m", f"{FIRST[i % 16]} {LAST[i % 10]}")
        out["tig"] = (["tig"], repository)
    return out


def keys(program, folder, data, file, figure):
    view = environment(folder, LECTERM_DATA=data)
    terminal = Terminal([program, "--file", file, "--lang", "th"], view, folder)
    terminal.settle(terminal.started)
    os.write(terminal.file, f"\x1b[Z\x15{USER}\t{PASSWORD}\r".encode())
    started = time.perf_counter()
    _, seconds = terminal.settle(started)
    figure("log-in to home, roster of 100,000", seconds * 1000, "ms")
    started = time.perf_counter()
    os.write(terminal.file, b"/")
    _, seconds = terminal.settle(started)
    figure("open the roster of 100,000", seconds * 1000, "ms")
    rows = {"down": ("\x1bOB", 12), "page": ("\x1b[6~", 12)}
    beside = {name: {} for name in rows}
    for name, (argv, place) in others(folder).items():
        other = Terminal(argv, view, place)
        other.settle(other.started)
        for row, (key, times) in rows.items():
            beside[row][name] = press(other, key, 4 if row == "page" else times)
        other.close()
    for row, (key, times) in rows.items():
        count, middle, worst = press(terminal, key, times)
        figure(f"bytes a key: {row}", count, "bytes", **{name: taken[0] for name, taken in beside[row].items()})
        figure(f"key to last byte: {row}", middle, "ms", **{name: taken[1] for name, taken in beside[row].items()})
    os.write(terminal.file, b"/")
    terminal.settle(time.perf_counter())
    count, middle, worst = press(terminal, "ป", 1)
    figure("key to last byte: first letter of a search", middle, "ms")
    figure("memory with the roster of 100,000 open", memory(terminal.pid), "MiB")
    terminal.close()

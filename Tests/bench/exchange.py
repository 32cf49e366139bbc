"""What files between units weigh and how long they take, beside xz, git bundle and a compressed dump of the same roster."""
import json
import os
import shutil
import subprocess
import sys
import time

sys.dont_write_bytecode = True
from roster import PASSWORD
from terminal import environment

SCHOOL, AUTHORITY = "3099000001", "05990101"


class Office:
    def __init__(self, program, folder, data):
        self.program, self.folder, self.view = program, folder, environment(folder, LECTERM_DATA=data)

    def run(self, unit, *words, person=False):
        words = [self.program, *words, "--file", os.path.join(self.folder, unit + ".db"), "--json"]
        if person:
            words += ["--user", unit, "--password-stdin"]
        started = time.perf_counter()
        said = subprocess.run(words, input=(PASSWORD + "\n") if person else "", capture_output=True, text=True, env=self.view,
                              cwd=self.folder)
        if said.returncode not in (0, 1):
            raise RuntimeError(f"{' '.join(words[1:4])}: {said.stdout} {said.stderr}")
        return json.loads(said.stdout or "{}"), (time.perf_counter() - started) * 1000


def beside(folder, sheet, database):
    """The same roster packed by others: sizes in bytes."""
    out = {}
    if shutil.which("xz"):
        out["xz -9 of the CSV"] = len(subprocess.run(["xz", "-9", "-c", sheet], check=True, capture_output=True).stdout)
    place = os.path.join(folder, "git")
    os.makedirs(place)
    shutil.copy(sheet, place)
    for step in (["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "a"],
                 ["bundle", "create", "-q", "b", "HEAD"]):
        subprocess.run(["git", *step], cwd=place, check=True, env=environment(folder))
    out["git bundle"] = os.path.getsize(os.path.join(place, "b"))
    if shutil.which("sqlite3") and shutil.which("zstd"):
        dump = subprocess.run(["sqlite3", database, ".dump"], check=True, capture_output=True).stdout
        out["sqlite3 .dump | zstd"] = len(subprocess.run(["zstd", "-c"], input=dump, check=True, capture_output=True).stdout)
    return out


def measure(program, folder, data, figure):
    office = Office(program, folder, data)
    made = subprocess.run([program, "demo", "--dir", folder, "--children", "450", "--json"], capture_output=True, text=True,
                          env=office.view, stdin=subprocess.DEVNULL)
    if made.returncode:
        raise RuntimeError(made.stderr.strip())
    sheet = os.path.join(folder, "roster.csv")
    office.run(SCHOOL, "export", "roster", "--format", "csv", "--out", sheet)
    others = beside(folder, sheet, os.path.join(folder, SCHOOL + ".db"))
    whole, taken = office.run(SCHOOL, "bundle", "make", "--out", "1.lec", person=True)
    figure("whole bundle, school of 450 children", whole["bytes"], "bytes", **others)
    figure("making it", taken, "ms")
    child = office.run(SCHOOL, "student", "list", "--limit", "1")[0]["students"][0]["id"]
    number = 1
    for room in ("7", "8"):
        office.run(SCHOOL, "student", "edit", child, "--room", room, person=True)
        number += 1
        office.run(SCHOOL, "bundle", "make", "--out", f"{number}.lec", person=True)
        office.run(AUTHORITY, "bundle", "read", f"{number}.lec")
        office.run(AUTHORITY, "bundle", "make", "--to", SCHOOL, "--out", f"back{number}.lec", person=True)
        office.run(SCHOOL, "bundle", "read", f"back{number}.lec")
    office.run(SCHOOL, "student", "edit", child, "--room", "9", person=True)
    delta, taken = office.run(SCHOOL, "bundle", "make", "--delta", "--out", "delta.lec", person=True)
    figure("delta of one edited field", delta["bytes"], "bytes")
    figure("making it from 450 children", taken, "ms")
    office.run(SCHOOL, "student", "edit", child, "--room", "10", person=True)
    office.run(SCHOOL, "bundle", "make", "--out", "again.lec", person=True)
    _, taken = office.run(AUTHORITY, "bundle", "read", "again.lec", "--preview")
    figure("looking at it before it is taken", taken, "ms")
    _, taken = office.run(AUTHORITY, "bundle", "read", "again.lec")
    figure("reading a bundle of 450 children that are known", taken, "ms")
    _, taken = office.run("06990102", "bundle", "inspect", "again.lec")
    figure("start, open and inspect", taken, "ms")

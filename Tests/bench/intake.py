"""A department reads the files of every institution: events a second and memory; and what a delta costs in files of very different
sizes. PROVINCES=76 makes the whole nation of 20,000 institutions and 1.6 million children; without it, a fraction stands for it."""
import json
import os
import resource
import statistics
import subprocess
import sys
import time

sys.dont_write_bytecode = True
from roster import PASSWORD
from terminal import environment

DEPARTMENT, FURTHER = "00", "98"
EDITS = 9


class Office:
    def __init__(self, program, folder, data):
        self.program, self.folder, self.view = program, folder, environment(folder, LECTERM_DATA=data)

    def run(self, unit, *words, person=False, secret=PASSWORD):
        words = [self.program, *words, "--file", os.path.join(self.folder, unit + ".db"), "--json"]
        if person:
            words += ["--user", unit, "--password-stdin"]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        started = time.perf_counter()
        child = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                 env=self.view, cwd=self.folder)
        said, told = child.communicate((secret + "\n") if person else "")
        taken = time.perf_counter() - started
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if child.returncode not in (0, 1):
            raise RuntimeError(f"{' '.join(words[1:4])}: {said[:300]} {told[:300]}")
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return json.loads(said or "{}"), taken, cpu, after.ru_maxrss / 1024


def read_all(program, folder, data, figure, provinces, children):
    """Makes the department and its letter box, and reads it empty; the office that did."""
    office = Office(program, folder, data)
    os.makedirs(folder)
    _, made, _, _ = office_demo(office, provinces, children)
    office.run(DEPARTMENT, "bundle", "read", "provinces")
    report, taken, cpu, memory = office.run(DEPARTMENT, "bundle", "read", "institutions")
    rows = report["bundles"]
    events = sum(row["new"] for row in rows)
    lost = sum(row["waiting"] + row["held"] + row["refused"] for row in rows)
    if lost or any(row["error"] for row in rows):
        raise RuntimeError(f"{lost} events do not count")
    name = f"{len(rows)} institutions of {children} children"
    figure(f"making the files of {name}", made, "s")
    figure(f"reading the files of {name}", events / taken, "events/s", **{"per second of processor": events / cpu})
    figure(f"memory while reading {name}", memory, "MiB")
    return office, len(rows) * children


def office_demo(office, provinces, children):
    started = time.perf_counter()
    made = subprocess.run([office.program, "demo", "--size", "nation", "--dir", office.folder, "--provinces", str(provinces),
                           "--children", str(children), "--json"], capture_output=True, text=True, env=office.view,
                          stdin=subprocess.DEVNULL)
    if made.returncode:
        raise RuntimeError(made.stderr.strip())
    return made, time.perf_counter() - started, 0, 0


def deltas(office, children, figure):
    """A further province with a file of its own reads what the department sends, and from then on gets what is new."""
    me = {"person": True}
    office.run(DEPARTMENT, "unit", "add", "--code", FURTHER, "--kind", "province", "--name", "จังหวัดฝึกหัดถัดไป", **me)
    card = office.run(DEPARTMENT, "card", "issue", "--unit", FURTHER, "--out", office.folder, **me)[0]["cards"][0]
    office.run(FURTHER, "join", card["starter"], "--card", card["card"])
    office.run(FURTHER, "account", "profile", "--first", "คนใหม่", "--last", "ใจมั่น", "--position", "ท้องถิ่นจังหวัด", "--phone",
               "0000000014", person=True, secret=card["card"] + "\n" + PASSWORD)
    for sender, receiver in ((FURTHER, DEPARTMENT), (DEPARTMENT, FURTHER), (FURTHER, DEPARTMENT)):
        name = f"{sender}-{receiver}-{time.monotonic_ns()}.lec"
        office.run(sender, "bundle", "make", "--to", receiver, "--out", name, **me)
        office.run(receiver, "bundle", "read", name)
        if sender == FURTHER:
            for join in office.run(DEPARTMENT, "card", "list")[0]["joins"]:
                office.run(DEPARTMENT, "card", "accept", "--unit", join["unit"], **me)
    times, size = [], 0
    for edit in range(EDITS):
        office.run(DEPARTMENT, "unit", "edit", "--code", FURTHER, "--name", f"จังหวัดฝึกหัดที่ {edit}", **me)
        made, taken, *_ = office.run(
            DEPARTMENT, "bundle", "make", "--delta", "--to", FURTHER, "--out", f"delta{edit}.lec", **me)
        if made["kind"] != "delta":
            raise RuntimeError("no delta was made")
        times.append(taken * 1000)
        size = made["bytes"]
    started = office.run(DEPARTMENT, "unit", "list", "--search", FURTHER)[1] * 1000
    _, taken, *_ = office.run(DEPARTMENT, "partner", "list")
    figure(f"where files stand with everybody, {children} children", taken * 1000, "ms", **{"start and one question": started})
    figure(f"a delta from a file of {children} children", statistics.median(times), "ms", **{"start and one question": started})
    figure(f"its size from a file of {children} children", size, "bytes")


def measure(program, folder, data, figure):
    small, children = read_all(program, os.path.join(folder, "small"), data, figure, 1, 4)
    deltas(small, children, figure)
    nation, children = read_all(
        program, os.path.join(folder, "nation"), data, figure, int(os.environ.get("PROVINCES", "4")), 80)
    deltas(nation, children, figure)

"""Making a training set of each size: seconds, memory and megabytes on the disk. NATION_PROVINCES=76 makes the whole nation; without
it, one province with its 264 institutions stands for it."""
import os
import subprocess
import sys
import time

sys.dont_write_bytecode = True
from terminal import environment


def weight(folder):
    return sum(os.path.getsize(os.path.join(place, name)) for place, _, names in os.walk(folder) for name in names)


def make(program, folder, data, size, words):
    """Seconds, mebibytes of memory, megabytes and files of one set."""
    place = os.path.join(folder, size)
    started = time.perf_counter()
    child = subprocess.Popen([program, "demo", "--size", size, "--dir", place, "--seed", "1", *words],
                             stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                             env=environment(folder, LECTERM_DATA=data))
    told = child.stderr.read().decode()
    _, status, used = os.wait4(child.pid, 0)
    taken = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"lecterm demo --size {size} ended with {child.returncode}: {told.strip()}")
    return taken, used.ru_maxrss / 1024, weight(place) / 1e6, sum(len(names) for _, _, names in os.walk(place))


def measure(program, folder, data, figure):
    provinces = os.environ.get("NATION_PROVINCES", "1")
    for size, words in (("tiny", []), ("district", []), ("province", []), ("nation", ["--provinces", provinces])):
        taken, memory, megabytes, files = make(program, folder, data, size, words)
        name = f"training set {size}" + (f" of {provinces} provinces" if words else "")
        figure(f"making the {name}", taken, "s")
        figure(f"memory while making the {name}", memory, "MiB")
        figure(f"the {name} on the disk", megabytes, "MB", files=files)

#!/usr/bin/env python3
"""Makes the golden vectors of digest-1 from its description alone, without the program: a second, independent reading of the form.

A row is a CBOR array (RFC 8949, 4.2): the record id, eighteen fields as text in a fixed order, and the mark (empty unless the child is
enrolled). Its leaf is BLAKE2b-256 of the row, keyed with the 16-byte salt of the event that created the record. The digest of a dataset
is BLAKE2b-256 of the array [form, dataset, unit, round, [leaves in ascending order]].

A school of another affiliation is the array [code, name, affiliation, dissolved, [[grade, total, male, female], ...]], grades ascending,
null where boys or girls were not counted. Its leaf is BLAKE2b-256 of that, without a key.
"""
import hashlib, pathlib

FIELDS = ["number", "title", "first", "middle", "last", "sex", "birth", "nationality", "schoolNumber", "grade", "room",
          "admitted", "entry", "cameFrom", "state", "reason", "left", "disability"]


def head(major, n):
    if n < 24: return bytes([major << 5 | n])
    for code, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if n < 1 << (8 * size): return bytes([major << 5 | code]) + n.to_bytes(size, "big")
    raise ValueError(n)


def text(s): b = s.encode(); return head(3, len(b)) + b
def raw(b): return head(2, len(b)) + b
def array(items): return head(4, len(items)) + b"".join(items)


def row(record, child):
    mark = child.get("mark", "") if child.get("state") == "enrolled" else ""
    return array([raw(record)] + [text(child.get(f, "")) for f in FIELDS] + [text(mark)])


def b2(data, key=b""): return hashlib.blake2b(data, digest_size=32, key=key).digest()


CHILDREN = [
    {"number": "1999900000013", "title": "boy", "first": "ปั้นบุญ", "last": "ทองทุ่งใส", "sex": "M", "birth": "2017-05-10",
     "nationality": "THA", "grade": "P1", "room": "1", "admitted": "2024-05-16", "entry": "new", "state": "enrolled",
     "mark": "2567/2 present", "remark": "not part of the digest"},
    {"number": "", "title": "girl", "first": "น้ำฝน", "middle": "ใบข้าว", "last": "คำน้ำเย็น", "sex": "F", "birth": "2021-01-31",
     "nationality": "STL", "grade": "C3", "room": "", "state": "removed", "reason": "cannot-reach", "left": "2024-11-01",
     "mark": "2567/2 absent"},
    {"number": "G679600000001", "first": "Tida", "last": "S", "sex": "F", "birth": "2018-12-01", "nationality": "LAO", "grade": "K3",
     "room": "2", "schoolNumber": "10042", "cameFrom": "อื่น", "entry": "moved-in", "disability": "9", "state": "enrolled"},
]

here = pathlib.Path(__file__).parent
out, leaves = [], []
for i, child in enumerate(CHILDREN):
    record, salt = bytes([i + 1]) * 32, bytes([0xA0 + i]) * 16
    leaf = b2(row(record, child), salt)
    leaves.append(leaf)
    out.append(f"child\nrecord = {record.hex()}\nsalt = {salt.hex()}")
    out += [f"{k} = {v}" for k, v in child.items()]
    out.append(f"leaf = {leaf.hex()}\n")
digest = b2(array([text("digest-1"), text("students"), text("3099000001"), text("2567/2"), array([raw(x) for x in sorted(leaves)])]))
out.append(f"dataset\ndigest = {digest.hex()}\n")
(here / "students.txt").write_text("\n".join(out), encoding="utf-8")


SCHOOLS = [
    ("1099000011", "โรงเรียนบ้านสมมุติ", "OBEC", False,
     [("K1", 0, None, None), ("K2", 23, 11, 12), ("K3", 24, None, None), ("P1", 255, 0, 255), ("P2", 256, None, 56), ("P3", 5000, 2500, 2500),
      ("P4", 1, 1, 0), ("P5", 0, 0, 0), ("P6", 65536, None, None)]),
    ("1099000012", "โรงเรียนตำรวจตระเวนชายแดนสมมุติ", "BPP", True, [(g, 0, None, None) for g in ("K1", "K2", "K3", "P1", "P2", "P3", "P4", "P5", "P6")]),
    ("", "", "", False, []),
]


def count(n): return b"\xf6" if n is None else head(0, n)


out, leaves = [], []
for code, name, affiliation, dissolved, cells in SCHOOLS:
    grades = array([array([text(g), count(t), count(m), count(f)]) for g, t, m, f in cells])
    data = array([text(code), text(name), text(affiliation), b"\xf5" if dissolved else b"\xf4", grades])
    leaves.append(b2(data))
    shown = " ".join(f"{g}:{t}:{'' if m is None else m}:{'' if f is None else f}" for g, t, m, f in cells)
    out += [f"school = {code}", f"name = {name}", f"affiliation = {affiliation}", f"dissolved = {'yes' if dissolved else 'no'}",
            f"cells = {shown}", f"row = {data.hex()}"]
digest = b2(array([text("digest-1"), text("others"), text("05990101"), text("2567/2"), array([raw(x) for x in sorted(leaves)])]))
out.append(f"digest = {digest.hex()}")
(here / "others.txt").write_text("\n".join(out) + "\n", encoding="utf-8")

#!/usr/bin/env python3
"""Makes the golden vectors of the hash tree from its description alone, without the program.

A leaf is hashed behind a byte 0, a node (left, right) behind a byte 1; the empty list is the hash of a byte 2 alone. The tree is built
here from below: neighbours are joined level by level, and the last of an odd level waits for the next. That gives the shape of RFC 6962,
which the program builds from above. The path of a leaf is its neighbours from below. BLAKE2b-256 throughout.
"""
import hashlib, pathlib


def b2(data): return hashlib.blake2b(data, digest_size=32).digest()


def leaves(n): return [b2(f"leaf {i}".encode()) for i in range(n)]


def levels(items):
    level = [b2(b"\0" + x) for x in items]
    out = [level]
    while len(level) > 1:
        pairs = [b2(b"\1" + level[i] + level[i + 1]) for i in range(0, len(level) - 1, 2)]
        level = pairs + ([level[-1]] if len(level) % 2 else [])
        out.append(level)
    return out


def path(index, tree):
    out = []
    for level in tree[:-1]:
        if index ^ 1 < len(level): out.append(level[index ^ 1])
        index //= 2
    return out


lines = [f"root 0 = {b2(bytes([2])).hex()}"]
for n in range(1, 41):
    tree = levels(leaves(n))
    lines.append(f"root {n} = {tree[-1][0].hex()}")
    paths = [path(i, tree) for i in range(n)]
    lines.append(f"lengths {n} = {' '.join(str(len(p)) for p in paths)}")
    lines.append(f"paths {n} = {b2(b''.join(b''.join(p) for p in paths)).hex()}")
for n, i in ((7, 2), (7, 6), (13, 12)):
    lines.append(f"path {n} {i} = {' '.join(x.hex() for x in path(i, levels(leaves(n))))}")
(pathlib.Path(__file__).parent / "vectors.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")

#!/usr/bin/env python3
"""Makes the golden vectors of random samples from their description alone, without the program.

The rank of a candidate is BLAKE2b-256 of the seed (UTF-8), a byte 0 and the candidate's id. The sample is the k lowest ranks; it is given
here as the ids, sorted. In two steps, institutions are drawn by their code, and in each of them children by their record id, with the
same seed.
"""
import hashlib, pathlib


def rank(seed, candidate): return hashlib.blake2b(seed.encode() + b"\0" + candidate, digest_size=32).digest()


def pick(k, candidates, seed): return sorted(sorted(candidates, key=lambda c: rank(seed, c))[:k])


lines = []
for seed in ("2567/2 จังหวัด 99 ครั้งที่ 1", "2567/2 จังหวัด 99 ครั้งที่ 2", ""):
    units = [f"30990{n:05}".encode() for n in range(60)]
    for k in (1, 5, 12, 60):
        lines.append(f"pick {k} {seed} = {' '.join(c.decode() for c in pick(k, units, seed))}")
    for institutions, children in ((3, 2), (4, 5)):
        drawn = []
        for unit in pick(institutions, units, seed):
            ids = [hashlib.blake2b(unit + bytes([n]), digest_size=32).digest() for n in range(int(unit) % 7)]
            drawn += [f"{unit.decode()}:{x.hex()[:16]}" for x in pick(children, ids, seed)]
        lines.append(f"strata {institutions} {children} {seed} = {' '.join(drawn)}")
(pathlib.Path(__file__).parent / "vectors.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")

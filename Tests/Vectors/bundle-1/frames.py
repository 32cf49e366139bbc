"""Compressed frames as RFC 8878 allows and this format narrows them: further heads, checksums, and what stands around."""
from bundle import Spec, content
from writer import cbor, checksum, frame, mixed

MAGIC = b"\x28\xb5\x2f\xfd"


def cases(tree):
    def spec(name, runs=True):
        a = tree.notes(tree.fresh(tree.a), 1)
        one = Spec(tree, name, a, [(a, 3, 4)] if runs else [])
        one.content = content(one.runs)
        return one

    plain = cbor(spec("frame").content)
    good, size = frame(plain), len(plain)
    blocks = good[13:]
    assert 256 <= size < 512, size

    def framed(name, packed, verdict, shows, **fields):
        one = spec(name)
        one.frame, one.fields = packed, fields
        return name, one, verdict, "new 1" if verdict == "ok" else "", shows

    right = checksum(plain)
    yield framed("frame-with-checksum", MAGIC + b"\xe4" + good[5:] + right, "ok", "A frame with a checksum")
    yield framed("frame-with-wrong-checksum", MAGIC + b"\xe4" + good[5:] + bytes([right[0] ^ 1]) + right[1:], "damaged",
                 "A frame whose checksum does not hold")
    yield framed("frame-checksum-cut", MAGIC + b"\xe4" + good[5:] + right[:3], "damaged", "A checksum of three bytes")
    yield framed("frame-checksum-missing", MAGIC + b"\xe4" + good[5:], "damaged", "A checksum is said, and none is there")
    yield framed("frame-checksum-not-said", good + right, "damaged", "A checksum is there, and none is said")
    yield framed("frame-checksum-and-byte", MAGIC + b"\xe4" + good[5:] + right + b"\x00", "damaged",
                 "A byte behind the checksum")
    yield framed("frame-size-in-two-bytes", MAGIC + b"\x60" + (size - 256).to_bytes(2, "little") + blocks, "ok",
                 "The size in two bytes, which begin at 256")
    yield framed("frame-size-in-four-bytes", MAGIC + b"\xa0" + size.to_bytes(4, "little") + blocks, "ok",
                 "The size in four bytes")
    none = spec("frame-size-in-one-byte", runs=False)
    empty = cbor(none.content)
    none.frame = MAGIC + b"\x20" + bytes([len(empty)]) + frame(empty)[13:]
    yield "frame-size-in-one-byte", none, "ok", "", "The size in one byte"
    yield framed("frame-size-in-two-bytes-wrong", MAGIC + b"\x60" + size.to_bytes(2, "little") + blocks, "bomb",
                 "The size in two bytes, written as if they began at 0")
    yield framed("frame-window-of-one-kib", MAGIC + b"\xc0\x00" + good[5:], "ok", "The smallest window")
    yield framed("frame-unused-bit", MAGIC + b"\xf0" + good[5:], "ok", "The bit of the head that RFC 8878 leaves unused")
    pieces = [plain[at:at + 50] for at in range(0, size, 50)] + [b""]
    many = b"".join((len(p) << 3 | (i == len(pieces) - 1)).to_bytes(3, "little") + p for i, p in enumerate(pieces))
    yield framed("frame-of-small-blocks", good[:13] + many, "ok", "Several blocks, the last of them empty")
    yield framed("frame-without-last-block", good[:13] + many[:-3], "damaged", "No block is the last")
    yield framed("frame-block-behind-last", good + blocks, "damaged", "A block behind the last one")
    yield framed("frame-dictionary-0", MAGIC + b"\xe1\x00" + good[5:], "damaged", "A place for a dictionary, which names none")
    yield framed("frame-dictionary-in-two-bytes", MAGIC + b"\xe2\x07\x00" + good[5:], "damaged", "A dictionary in two bytes")
    yield framed("frame-dictionary-in-four-bytes", MAGIC + b"\xe3\x07\x00\x00\x00" + good[5:], "damaged",
                 "A dictionary in four bytes")
    yield framed("frame-of-old-format", b"\x27" + good[1:], "damaged", "The magic of a format before RFC 8878")
    yield framed("frame-magic-alone", MAGIC, "damaged", "Nothing behind the magic of the frame")
    yield framed("frame-cut-in-head", good[:9], "damaged", "A frame that ends in its head")
    yield framed("frame-cut-behind-head", good[:13], "damaged", "A frame without blocks")
    yield framed("frame-cut-in-block", good[:-40], "damaged", "A frame that ends in a block")
    yield framed("frame-skipped-alone", b"\x50\x2a\x4d\x18\x08\x00\x00\x00" + plain[:8], "damaged",
                 "Nothing but a frame to be skipped")
    yield framed("frame-empty-before", MAGIC + b"\x20\x00\x01\x00\x00" + good, "bomb", "A frame without content in front")
    yield framed("frame-empty-behind", good + MAGIC + b"\x20\x00\x01\x00\x00", "damaged", "A frame without content behind")
    yield framed("frame-block-too-large", MAGIC + b"\xc0\x58" + ((1 << 17) + 1).to_bytes(8, "little")
                 + ((1 << 17) + 1 << 3 | 2 | 1).to_bytes(3, "little") + b"A", "damaged",
                 "A block of 128 KiB and one byte", _12=(1 << 17) + 1)
    yield framed("frame-single-beyond", mixed(bytes((8 << 20) + 1), single=True), "bomb",
                 "A single segment of 8 MiB and one byte", _12=(8 << 20) + 1)
    yield framed("frame-window-beyond", mixed(bytes(64), window=0x69), "bomb", "The next window after the largest", _12=64)
    yield framed("frame-says-less", frame(plain, claims=size - 1), "bomb", "A frame that claims one byte less than the header")
    yield framed("frame-more-than-both-say", frame(plain, claims=size - 1), "damaged",
                 "A frame with one byte more than it and the header claim", _12=size - 1)
    yield framed("frame-all-sizes-of-64-bits", MAGIC + b"\xe0" + b"\xff" * 8 + blocks, "bomb", "A frame that claims 2^64 less 1")

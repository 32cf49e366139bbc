"""Files whose shell is wrong: magic, header, sender, signature, seals, box, frame."""
from bundle import Spec, build, content, fill
from nacl import bindings as sodium
from writer import Raw, blake, cbor, cut, frame, lead, luck, repeated, seal, stream

HUGE = 10 << 30


def cases(tree):
    def spec(name, **fields):
        a = tree.notes(tree.fresh(tree.a), 1)
        return Spec(tree, name, a, [(a, 3, 4)], **fields)

    def refused(name, code, shows, **fields):
        return name, spec(name, **fields), code, "", shows

    yield from containers(tree, spec)
    yield from fields(tree, refused)
    yield from encodings(tree, spec)
    yield from senders(tree, spec, refused)
    yield from boxes(tree, spec)
    yield from frames(tree, spec)


def containers(tree, spec):
    file = build(spec("one-event"))
    size = int.from_bytes(file[4:8], "big")

    def bare(name, data, code, shows):
        return name, data, code, "", shows

    def flipped(at):
        return file[:at] + bytes([file[at] ^ 1]) + file[at + 1:]

    yield bare("empty", b"", "not-a-bundle", "A file of no bytes")
    yield bare("one-letter", b"L", "cut-off", "The first letter of the magic alone")
    yield bare("three-letters", b"LEC", "cut-off", "Three letters of the magic")
    yield bare("magic-alone", b"LEC1", "cut-off", "Nothing behind the magic")
    yield bare("magic-small", b"lec1" + file[4:], "not-a-bundle", "The magic in small letters")
    yield bare("magic-flipped", flipped(0), "not-a-bundle", "One bit of the magic is wrong")
    yield bare("magic-0", b"LEC0" + file[4:], "not-a-bundle", "0 is no format")
    yield bare("magic-2", b"LEC2" + file[4:], "newer-format", "The next format")
    yield bare("magic-9", b"LEC9", "newer-format", "The last format that the magic can name")
    yield bare("magic-a", b"LECA" + file[4:], "not-a-bundle", "A letter is no format")
    yield bare("mark-before-magic", b"\xef\xbb\xbf" + file, "not-a-bundle", "A byte order mark in front")
    yield bare("line-end-before-magic", b"\n" + file, "not-a-bundle", "A line end in front")
    yield bare("zip", b"PK\x03\x04" + bytes(60), "not-a-bundle", "Another kind of file")
    yield bare("words", "สวัสดีครับ".encode(), "not-a-bundle", "Words without a bundle in them")
    yield bare("length-cut", file[:7], "cut-off", "The length has three bytes")
    yield bare("length-beyond-file", file[:4] + b"\x00\x03\xff\xff" + file[8:], "cut-off", "A header longer than the file")
    yield bare("length-beyond-limit", file[:4] + b"\x00\x04\x00\x01" + file[8:], "bad-header", "A header of 262145 bytes")
    yield bare("length-of-four-gib", file[:4] + b"\xff" * 4 + file[8:], "bad-header", "A header of 4 GiB less one byte")
    yield bare("length-zero", file[:4] + bytes(4) + file[8:], "bad-header", "A header of no bytes")
    yield bare("length-one-less", file[:4] + (size - 1).to_bytes(4, "big") + file[8:], "bad-header",
               "The length is one too small")
    yield bare("length-one-more", file[:4] + (size + 1).to_bytes(4, "big") + file[8:], "bad-header",
               "The length is one too large")
    yield bare("cut-in-header", file[:200], "cut-off", "The file ends in the header")
    yield bare("cut-behind-header", file[:8 + size], "cut-off", "The file ends with the header")
    yield bare("cut-before-box", file[:8 + size + 64], "cut-off", "There is no room for a box")
    yield bare("cut-in-box", file[:8 + size + 100], "bad-signature", "The file ends in the box")
    yield bare("cut-before-signature", file[:-64], "bad-signature", "The signature is not there")
    yield bare("cut-in-signature", file[:-1], "bad-signature", "The last byte is not there")
    yield bare("byte-behind", file + b"\x00", "bad-signature", "A byte behind the signature")
    yield bare("line-end-behind", file + b"\r\n", "bad-signature", "A line end behind the signature")
    yield bare("signature-twice", file + file[-64:], "bad-signature", "A second signature behind the first")
    yield bare("file-twice", file + file, "bad-signature", "The file stands in the file twice")
    yield bare("bit-in-root", flipped(file.index(tree.root) + 3), "bad-signature",
               "One bit of the department's name is wrong: damage, and no other tree")
    yield bare("bit-in-seal", flipped(file.index(blake(tree.box)[:8]) + 40), "bad-signature", "One bit of a seal is wrong")
    yield bare("bit-in-box", flipped(8 + size + 50), "bad-signature", "One bit of the box is wrong")
    yield bare("bit-in-signature", flipped(len(file) - 30), "bad-signature", "One bit of the signature is wrong")
    yield bare("line-ends-changed", file.replace(b"\n", b"\r\n"), "bad-header",
               "Line ends changed by a transfer in text mode")


def fields(tree, refused):
    bad = "bad-header"
    yield refused("format-0", bad, "Format 0", _1=0)
    yield refused("format-text", bad, "The format as text", _1="1")
    yield refused("format-2", "newer-format", "Format 2", _1=2)
    yield refused("kind-unknown", bad, "A kind of file that there is not", _2="half")
    yield refused("kind-number", bad, "The kind as a number", _2=1)
    yield refused("from-empty", bad, "A sender without a code", _3="")
    yield refused("from-letters", bad, "A code of letters", _3="../..")
    yield refused("from-33-digits", bad, "A code of 33 digits", _3="1" * 33)
    yield refused("from-thai-digits", bad, "A code in Thai digits", _3="๐๕๙๙๐๑๐๑")
    yield refused("to-17", bad, "Seventeen receivers", _4=["99"] * 17)
    yield refused("to-text", bad, "Receivers that are no array", _4="99")
    yield refused("to-turned-round", bad, "A receiver with a character that turns text round", _4=["\u202e99"])
    yield refused("chain-31-bytes", bad, "A chain of 31 bytes", _5=bytes(31))
    yield refused("key-31-bytes", bad, "A signing key of 31 bytes", _6=bytes(31))
    yield refused("key-missing", bad, "No signing key in a file that is no delta", _6=b"")
    yield refused("key-in-delta", bad, "A signing key in a delta", _2="delta")
    yield refused("number-negative", bad, "A running number below 0", _7=-1)
    yield refused("number-2-53", bad, "A running number of 2^53", _7=1 << 53)
    yield refused("number-2-64", bad, "A running number of 2^64 less 1", _7=(1 << 64) - 1)
    yield refused("day-without-zero", bad, "A day that is written otherwise", _8="2026-11-1")
    yield refused("day-that-is-none", bad, "The 30th of February", _8="2026-02-30")
    yield refused("training-number", bad, "1 is not true", _9=1)
    yield refused("root-33-bytes", bad, "A department of 33 bytes", _10=bytes(33))
    yield refused("events-negative", bad, "Less than no events", _11=-1)
    yield refused("events-beyond-limit", bad, "2000001 events", _11=2_000_001)
    yield refused("size-negative", bad, "Content of less than no bytes", _12=-1)
    yield refused("size-beyond-limit", "bomb", "Content of 256 MiB and one byte", _12=(256 << 20) + 1)
    yield refused("size-ten-gib", "bomb", "Content of 10 GiB", _12=HUGE)
    one = [blake(tree.box)[:8], bytes(80)]
    yield refused("seals-18", bad, "Eighteen seals", _13=[[one] * 18, None])
    yield refused("seal-short-id", bad, "A seal whose key id has 7 bytes", _13=[[[bytes(7), bytes(80)]], None])
    yield refused("seal-short", bad, "A seal of 79 bytes", _13=[[[bytes(8), bytes(79)]], None])
    yield refused("seals-without-card", bad, "Number 13 has one part", _13=[[one]])
    yield refused("card-in-full", bad, "A card's box in a file that is no starter",
                  _13=[[one], [bytes(16), 1, 8192, bytes(136)]])
    yield refused("starter-without-card", bad, "A starter without a card's box", _2="starter")
    card = [bytes(16), 1, 8192, bytes(136)]
    for name, place, value, shows in (
            ("card-memory-one-tib", 2, 1 << 40, "A card that costs 1 TiB of memory"),
            ("card-memory-small", 2, 8191, "A card that costs less memory than there must be"),
            ("card-operations-0", 1, 0, "A card that costs nothing"),
            ("card-operations-11", 1, 11, "A card that costs too much work"),
            ("card-salt-15", 0, bytes(15), "A card's salt of 15 bytes"),
            ("card-box-short", 3, bytes(71), "A card's box of 71 bytes"),
            ("card-box-long", 3, bytes(1025), "A card's box of 1025 bytes")):
        yield refused(name, bad, shows, _2="starter", _13=[[one], card[:place] + [value] + card[place + 1:]])
    yield refused("needs-33", bad, "Thirty-three things to know", _14=["a"] * 33)
    yield refused("needs-capital", bad, "A thing to know in capitals", _14=["Colour"])
    yield refused("needs-long", bad, "A thing to know of 33 letters", _14=["a" * 33])
    yield refused("introduction-65", bad, "Sixty-five pieces under number 15", _15=[b"\x80"] * 65)
    yield refused("introduction-large", bad, "65537 bytes under number 15", _15=[bytes(65_537)])
    yield refused("introduction-text", bad, "A piece under number 15 that is text", _15=["piece"])
    yield refused("end-of-two", bad, "An end of a chain without its hash", _16=[[bytes(32), 1]])
    yield refused("end-negative", bad, "An end of a chain before its beginning", _16=[[bytes(32), -1, bytes(32)]])
    yield refused("extensions-array", bad, "Extensions that are no map", _17=[])
    yield refused("extensions-text-key", bad, "An extension under a text", _17={"later": 1})
    yield refused("key-17-missing", bad, "The header has no number 17", _17=...)
    yield refused("key-18", bad, "The header has a number 18", _18=0)
    yield refused("key-0", bad, "The header has a number 0", _0=0)


def encodings(tree, spec):
    def coded(name, change, shows, code="bad-header"):
        one = spec(name)
        one.header = lambda fields: change(fields)
        return name, one, code, "", shows

    def pairs(fields):
        return [cbor(key) + cbor(value) for key, value in fields.items()]

    def swap(number, raw):
        return lambda fields: cbor({**fields, number: Raw(raw)})

    def extended(raw):
        return swap(17, b"\xa1\x01" + raw)

    yield coded("cbor-indefinite-map", lambda f: b"\xbf" + b"".join(pairs(f)) + b"\xff", "A map of indefinite length")
    yield coded("cbor-indefinite-array", swap(14, b"\x9f\xff"), "An array of indefinite length")
    yield coded("cbor-indefinite-text", swap(2, b"\x7f\x64full\xff"), "A text in pieces")
    yield coded("cbor-long-integer", swap(7, b"\x18\x01"), "1 in two bytes")
    yield coded("cbor-long-integer-8", swap(7, b"\x1b" + (1).to_bytes(8, "big")), "1 in nine bytes")
    yield coded("cbor-long-length", swap(5, b"\x59\x00\x20" + tree.a.id), "A length in more bytes than it needs")
    yield coded("cbor-long-map", lambda f: b"\xb8\x11" + b"".join(pairs(f)), "A map's length in two bytes")
    yield coded("cbor-keys-unordered", lambda f: lead(5, 17) + b"".join(pairs(f)[1:2] + pairs(f)[:1] + pairs(f)[2:]),
                "Keys that are not in order")
    yield coded("cbor-key-twice", lambda f: lead(5, 18) + b"".join(pairs(f)[:7] + pairs(f)[6:]), "The same key twice")
    yield coded("cbor-key-instead", lambda f: lead(5, 17) + b"".join(pairs(f)[:16] + pairs(f)[15:16]),
                "The same key twice among seventeen")
    yield coded("cbor-nan", extended(b"\xf9\x7e\x00"), "Not a number")
    yield coded("cbor-float", extended(b"\xfb" + bytes(8)), "A float")
    yield coded("cbor-tag", extended(b"\xc0\x60"), "A tag")
    yield coded("cbor-undefined", extended(b"\xf7"), "The value `undefined`")
    yield coded("cbor-simple", extended(b"\xf8\x20"), "A simple value without a meaning")
    yield coded("cbor-reserved", extended(b"\x1c"), "A length that RFC 8949 keeps for later")
    yield coded("cbor-bad-utf8", extended(b"\x62\xc3\x28"), "A text that is no UTF-8")
    yield coded("cbor-surrogate", extended(b"\x63\xed\xa0\x80"), "A surrogate in UTF-8")
    yield coded("cbor-overlong", extended(b"\x62\xc0\x80"), "An overlong form of UTF-8")
    yield coded("cbor-text-4097", extended(lead(3, 4097) + b"a" * 4097), "A text of 4097 bytes")
    yield coded("cbor-deep", extended(b"\x81" * 7 + b"\x00"), "A value nested nine deep")
    yield coded("cbor-negative-2-64", extended(b"\x3b" + b"\xff" * 8), "An integer of 65 bits")
    yield coded("cbor-claims-array", swap(16, b"\x9a\xff\xff\xff\xff"), "An array that claims four thousand million values")
    yield coded("cbor-claims-bytes", swap(6, b"\x5b" + b"\x7f" + b"\xff" * 7), "A byte string that claims 2^63 bytes")
    yield coded("cbor-claims-map", swap(17, b"\xbb" + b"\xff" * 8), "A map that claims 2^64 pairs")
    yield coded("cbor-byte-behind", lambda f: cbor(f) + b"\x00", "A byte behind the header's map")
    yield coded("cbor-array", lambda f: cbor(list(f.values())), "The header is an array")
    yield coded("format-2-alone", lambda f: cbor({1: 2}), "Format 2 with nothing else that is known", "newer-format")
    yield coded("format-2-not-canonical", lambda f: b"\xbf\x01\x02\xff", "Format 2 in CBOR that is not deterministic")


def senders(tree, spec, refused):
    a, stranger = tree.a, tree.stranger
    yield refused("training-mix", "training-mix", "A file of real data for a reader who practises", _9=False)
    yield refused("other-root", "other-root", "A file of another department's tree", _10=luck("other root"))
    yield refused("training-mix-of-other-root", "training-mix", "Both: the first of the two counts", _9=False,
                  _10=luck("other root"))
    yield refused("sender-in-another-name", "other-sender", "A machine that is known, in the name of another unit", _3="05990102")
    yield refused("unknown-chain", "unknown-sender", "A chain nobody knows", _5=luck("no chain"))

    def signed(name, signer, code, shows, **fields):
        one = spec(name, **fields)
        one.signer = signer
        return name, one, code, "", shows

    yield signed("signed-by-stranger", stranger, "bad-signature", "Signed with a key that is not the sender's")
    yield signed("signed-by-stranger-with-his-key", stranger, "bad-signature",
                 "Signed by a stranger, whose key stands in the header", _6=stranger.public)
    yield signed("signed-by-other-office", tree.p, "bad-signature", "Signed by another machine that is known")
    yield refused("other-key-in-header", "bad-signature", "Signed rightly, and another key in the header", _6=tree.p.public)
    yield signed("delta-signed-by-stranger", stranger, "bad-signature", "A delta that a stranger signed", _2="delta", _6=b"")
    own = Spec(tree, "stranger", stranger, [(stranger, 0, 1)], _15=[stranger.events[0].packed()])
    yield "stranger", own, "unknown-sender", "", "A stranger who shows the beginning of his chain and nothing more"
    file = build(spec("one-event"))
    yield "signature-of-zeros", file[:-64] + bytes(64), "bad-signature", "", "64 zeros"
    body = file[:-64]
    yield ("signature-over-the-file", body + sodium.crypto_sign(body, a.secret)[:64], "bad-signature", "",
           "A signature over the bytes instead of their hash")
    b = tree.b
    pieces = [b.events[0].packed(), b.events[1].packed(), tree.card_b.packed()]

    def introduced(name, pieces, shows, code="unknown-sender", **fields):
        return name, Spec(tree, name, b, [(b, 0, 2)], _15=pieces, **fields), code, "", shows

    yield introduced("introduction-empty", [], "A new machine that does not say how it came to its office")
    yield introduced("introduction-without-join", pieces[:1], "Its beginning, and no join")
    yield introduced("introduction-without-beginning", pieces[1:], "Its join, and no beginning")
    yield introduced("introduction-for-another-unit", pieces, "A card of another unit than the header says", _3="05990101")
    yield introduced("introduction-changed", [pieces[0], pieces[1][:-70] + b"\x00" + pieces[1][-69:], pieces[2]],
                     "A piece whose hash does not hold")
    yield introduced("introduction-noise", [*pieces, luck("noise")], "A piece that is no event")
    alone = stranger.branch_at(1)
    join = alone.add(62, "", "05990102", {1: tree.card_b.id, 2: alone.sign(alone.id), 3: []})
    yield ("introduction-joined-by-itself",
           Spec(tree, "introduction-joined-by-itself", alone, [(alone, 0, 2)], _3="05990102",
                _15=[alone.events[0].packed(), join.packed(), tree.card_b.packed()]),
           "unknown-sender", "", "A join that the card's key has not signed")
    claimed = tree.claimed.branch_at(1)
    join = claimed.add(62, "", "05990102", {1: tree.card_b.id, 3: [],
                                            2: sodium.crypto_sign(claimed.id, tree.cards["B"][1])[:64]})
    yield ("introduction-for-another-beginning",
           Spec(tree, "introduction-for-another-beginning", claimed, [(claimed, 0, 2)], _3="05990102",
                _15=[claimed.events[0].packed(), join.packed(), tree.card_b.packed()]),
           "unknown-sender", "", "A join with the card of another unit than its beginning names")
    forged = stranger.branch_at(1)
    key, secret = sodium.crypto_sign_seed_keypair(luck("forged card"))
    card = forged.add(61, "99", "05990102", {1: "05990102", 2: 1, 3: "first", 4: "05990102", 5: key}, signed=stranger)
    join = forged.add(62, "", "05990102", {1: card.id, 2: sodium.crypto_sign(forged.id, secret)[:64], 3: []})
    yield ("introduction-with-own-card",
           Spec(tree, "introduction-with-own-card", forged, [(forged, 0, 3)], _3="05990102",
                _15=[forged.events[0].packed(), join.packed(), card.packed()]),
           "unknown-sender", "", "A card that the sender wrote himself")
    body = {1: "", 2: tree.later.public, 3: tree.later.box, 4: luck("nonce later", 16), 5: "restored", 6: None, 7: True}
    later = tree.later.continuing(cbor({1: {**body, 8: [a.id, stranger.sign(cbor(body))]}}))
    yield ("goes-on-without-a-vow", Spec(tree, "goes-on-without-a-vow", later, [(later, 0, 1)], _3="05990101",
                                         _15=[later.events[0].packed()]),
           "unknown-sender", "", "A chain that says it goes on from a known one, which has not signed that")
    yield refused("needs-unknown", "newer-format", "A thing to know that nobody knows yet", _14=["colour"])


def boxes(tree, spec):
    def sealed(name, seals, shows, code="not-for-you"):
        one = spec(name)
        one.fields["_13"] = [seals(one.key), None]
        return name, one, code, "", shows

    other = sodium.crypto_box_seed_keypair(luck("other box"))[0]
    yield sealed("no-seals", lambda key: [], "Sealed to nobody")
    yield sealed("sealed-to-others", lambda key: [seal(key, other, "other")], "Sealed to others")
    yield sealed("seal-under-wrong-id", lambda key: [[blake(other)[:8], seal(key, tree.box, "x")[1]]],
                 "A seal to the reader under another key's id")
    yield sealed("seal-of-others-under-own-id", lambda key: [[blake(tree.box)[:8], seal(key, other, "x")[1]]],
                 "Another's seal under the reader's key id")
    yield sealed("seal-of-another-key", lambda key: [seal(luck("another content key"), tree.box, "x")],
                 "A seal that holds another content key", "damaged")
    card = [bytes(16), 1, 8192, bytes(136)]
    one = spec("starter-without-its-card", _2="starter", _13=[[[blake(other)[:8], bytes(80)]], card])
    yield ("starter-without-its-card", one, "starter-file", "", "A starter for somebody else, read without its card")

    def boxed(name, make, shows, long=False):
        one = spec(name)
        if long is True:
            one.chain.add(998, "05990101", "05990101", body=luck("long", 66_000))
            one.runs = [(one.chain, 3, 5)]
        elif long:
            fill(one, long)
        one.box = make
        return name, one, "damaged", "", shows

    def pieces(box, size=65_553):
        return [box[:24]] + [box[at:at + size] for at in range(24, len(box), size)]

    def whole(packed, key, bound, nonce):
        return stream(cut(packed), key, bound, nonce)

    yield boxed("box-flipped", lambda *a: (lambda b: b[:60] + bytes([b[60] ^ 1]) + b[61:])(whole(*a)),
                "One bit of the box is wrong, and the sender signed it")
    yield boxed("box-of-23-bytes", lambda *a: whole(*a)[:23], "A box too short for its beginning")
    yield boxed("box-without-pieces", lambda *a: whole(*a)[:24], "A box without any piece")
    yield boxed("box-of-another-header", lambda packed, key, bound, nonce: whole(packed, key, bytes(32), nonce),
                "A box that was made for another header")
    yield boxed("box-bound-to-nothing", lambda packed, key, bound, nonce: whole(packed, key, None, nonce),
                "A box that is bound to no header")
    yield boxed("box-of-another-key", lambda packed, key, bound, nonce: whole(packed, luck("x"), bound, nonce),
                "A box under another key")
    yield boxed("box-never-final", lambda p, k, b, n: stream(cut(p), k, b, n, tags=[0]), "The last piece is not FINAL")
    yield boxed("box-push", lambda p, k, b, n: stream(cut(p), k, b, n, tags=[1]), "The last piece has the tag PUSH")
    yield boxed("box-byte-behind", lambda *a: whole(*a) + b"\x00", "A byte behind the last piece")
    yield boxed("box-short-pieces", lambda p, k, b, n: stream([p[:100], p[100:]], k, b, n), "A piece that is too short")
    yield boxed("box-empty-last-piece", lambda p, k, b, n: stream([p, b""], k, b, n, tags=[0, 3]),
                "A piece without bytes at the end")
    yield boxed("box-final-twice", lambda p, k, b, n: stream(cut(p), k, b, n, tags=[3, 3]), "FINAL at the first of two",
                True)
    yield boxed("box-empty-piece-behind-a-full-one", lambda p, k, b, n: stream([*cut(p), b""], k, b, n),
                "A full piece, and one without bytes behind it", 65536)
    yield boxed("box-rekey", lambda p, k, b, n: stream(cut(p), k, b, n, tags=[2, 3]), "The first piece has the tag REKEY",
                True)
    yield boxed("box-pieces-swapped", lambda *a: (lambda x: x[0] + x[2] + x[1])(pieces(whole(*a))), "Two pieces changed places",
                True)
    yield boxed("box-last-piece-lost", lambda *a: b"".join(pieces(whole(*a))[:2]), "The last of two pieces is not there", True)
    yield boxed("box-first-piece-lost", lambda *a: (lambda x: x[0] + x[2])(pieces(whole(*a))),
                "The first of two pieces is not there", True)


def frames(tree, spec):
    plain = cbor(content(spec("frame").runs))

    def framed(name, packed, code, shows, **fields):
        one = spec(name, **fields)
        one.frame = packed
        return name, one, code, "", shows

    good = frame(plain)
    size = len(plain)
    yield framed("frame-none", b"", "damaged", "A box without a frame")
    yield framed("frame-not-packed", plain, "damaged", "Content that was not packed")
    yield framed("frame-cut", good[:-1], "damaged", "A frame that ends early")
    yield framed("frame-byte-behind", good + b"\x00", "damaged", "A byte behind the frame")
    yield framed("frame-twice", good + good, "damaged", "Two frames")
    skipped = b"\x50\x2a\x4d\x18\x01\x00\x00\x00\x07"
    yield framed("frame-behind-skipped", skipped + good, "damaged", "A frame to be skipped in front")
    yield framed("frame-before-skipped", good + skipped, "damaged", "A frame to be skipped behind")
    yield framed("frame-without-size", b"\x28\xb5\x2f\xfd\x00\x58" + good[13:], "damaged", "A frame that does not say its size")
    yield framed("frame-with-dictionary", b"\x28\xb5\x2f\xfd\xe1\x07" + good[5:], "damaged", "A frame that asks for a dictionary")
    yield framed("frame-says-more", frame(plain, claims=size + 1), "bomb", "A frame that claims one byte more than the header")
    yield framed("frame-less-than-said", frame(plain, claims=size + 1), "damaged", "A frame with less than it claims",
                 _12=size + 1)
    yield framed("frame-more-than-said", repeated(9, 1 << 20), "damaged", "A frame with more than it claims", _12=1 << 20)
    yield framed("frame-header-says-less", good, "bomb", "The header claims one byte less than the frame", _12=size - 1)
    yield framed("frame-header-says-nothing", good, "bomb", "The header claims no content", _12=0)
    yield framed("frame-ten-gib", repeated(250, HUGE), "bomb", "A frame of a kilobyte that claims 10 GiB", _12=1 << 20)
    yield framed("frame-ten-gib-as-said", repeated(250, HUGE), "bomb", "A frame and a header that claim 10 GiB", _12=HUGE)
    yield framed("frame-window-nine-mib", frame(plain, window=0x69), "bomb", "A window of 9 MiB")
    yield framed("frame-window-two-gib", frame(plain, window=0xA8), "bomb", "A window of 2 GiB")
    yield framed("frame-single-of-nine-mib", b"\x28\xb5\x2f\xfd\xe0" + (9 << 20).to_bytes(8, "little") + good[13:], "bomb",
                 "A single segment of 9 MiB", _12=9 << 20)
    yield framed("frame-reserved-bit", good[:4] + b"\xe8" + good[5:], "damaged", "A bit that RFC 8878 keeps for later")
    yield framed("frame-reserved-block", good[:13] + bytes([good[13] | 6]) + good[14:], "damaged",
                 "A block of the kind that RFC 8878 keeps for later")

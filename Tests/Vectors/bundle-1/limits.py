"""Files exactly at a limit of the format, and one step beyond where no other file is."""
from bundle import Spec, content
from writer import Raw, cbor, luck, mixed

BIG = (1 << 63) - 1


def cases(tree):
    def spec(name, **fields):
        a = tree.notes(tree.fresh(tree.a), 1)
        return Spec(tree, name, a, [(a, 3, 4)], **fields)

    def headed(name, verdict, shows, **fields):
        return name, spec(name, **fields), verdict, "new 1" if verdict == "ok" else "", shows

    def alone(name, judged, shows, **event):
        """One event of a chain, made as it is asked for."""
        a = tree.fresh(tree.a)
        a.add(**{"kind": 71, "author": "05990101", "unit": "05990101", "content": {1: "05990101", 2: "-"},
                 "record": tree.note.id, **event})
        return name, Spec(tree, name, a, [(a, 3, 4)]), "ok", judged, shows

    yield from headers(tree, spec, headed)
    yield from days(headed)
    yield from contents(tree, spec, alone)


def headers(tree, spec, headed):
    bad = "bad-header"
    one = spec("header-full", _17={1: b""})
    room = 262144 - len(cbor_header(one))
    one.fields["_17"] = {1: bytes(room - 4)}  # a length of four bytes more than that of none
    yield "header-full", one, "ok", "new 1", "A header of 262144 bytes"
    yield headed("text-of-4096", "ok", "The longest text", _17={1: "ก" * 1365 + "a"})
    yield headed("text-of-4097-in-thai", bad, "A text of 4097 bytes and far fewer letters", _17={1: "ก" * 1365 + "ab"})
    yield headed("integers-at-their-ends", "ok", "The largest and the smallest integer, as key and as value",
                 _17={BIG: -BIG - 1, -BIG - 1: BIG})
    yield headed("integer-2-63", bad, "An integer of 2^63", _17={1: 1 << 63})
    yield headed("integer-below-2-63", bad, "An integer of -2^63 less 1", _17={1: -BIG - 2})
    yield headed("key-2-63", bad, "A key of 2^63", _17={1 << 63: 1})
    yield headed("to-one-digit", "ok", "The shortest code of a unit", _4=["9"])
    yield headed("to-nobody", "ok", "No receiver is named", _4=[])
    yield headed("to-33-digits", bad, "A receiver's code of 33 digits", _4=["9" * 33])
    yield headed("number-0", "ok", "The smallest running number", _7=0)
    yield headed("events-at-limit", "bad-content", "2000000 events are said, and fewer are there", _11=2_000_000)
    yield headed("size-at-limit", "bomb", "Content of 256 MiB is said, and the frame says another size", _12=256 << 20)
    yield headed("needs-32", "newer-format", "As many and as long things to know as there may be",
                 _14=["%032d" % i for i in range(32)])
    yield headed("needs-empty", bad, "A thing to know of no letters", _14=[""])
    yield headed("introduction-64", "ok", "Sixty-four pieces under number 15 of a sender who is known", _15=[b"\x80"] * 64)
    yield headed("introduction-65536", "ok", "65536 bytes under number 15", _15=[bytes(65_530), bytes(6)])
    yield headed("introduction-large-together", bad, "65537 bytes under number 15 in two pieces",
                 _15=[bytes(65_530), bytes(7)])
    end = [bytes(32), BIG, bytes(32)]
    yield headed("ends-1024", "ok", "As many ends of chains as there may be", _16=[end] * 1024)
    yield headed("ends-1025", bad, "An end of a chain more than there may be", _16=[end] * 1025)
    yield headed("seals-17", "not-for-you", "As many seals as there may be, none of them the reader's",
                 _13=[[[bytes(8), bytes(80)]] * 17, None])
    yield headed("seal-long", bad, "A seal of 81 bytes", _13=[[[bytes(8), bytes(81)]], None])
    card = [bytes(16), 1, 268435457, bytes(136)]
    yield headed("card-memory-beyond", bad, "A card that costs a byte of memory more than it may", _2="starter",
                 _13=[[], card])


def cbor_header(one):
    from bundle import header
    one.content = content(one.runs)
    return cbor(header(one, cbor(one.content)))


def days(headed):
    yield headed("day-first", "ok", "The first day of the common era", _8="0001-01-01")
    yield headed("day-last", "ok", "The last day that four digits can say", _8="9999-12-31")
    yield headed("day-of-leap-year", "ok", "The 29th of February of 2000", _8="2000-02-29")
    for name, day, shows in (
            ("day-of-no-leap-year", "1900-02-29", "The 29th of February of 1900"),
            ("day-year-0", "0000-01-01", "There was no year 0"),
            ("day-month-0", "2026-00-10", "A month 0"), ("day-month-13", "2026-13-01", "A thirteenth month"),
            ("day-0", "2026-01-00", "A day 0"), ("day-31-november", "2026-11-31", "The 31st of November"),
            ("day-of-five-digits", "12026-01-01", "A year of five digits"),
            ("day-and-time", "2026-11-21T00:00", "A day and a time")):
        yield headed(name, "bad-header", shows, _8=day)


def contents(tree, spec, alone):
    yield alone("name-of-4096", "refused 1", "An author with the longest name", author="a" * 4096)
    yield alone("heads-64", "new 1", "As many heads as there may be", base=[luck(f"head {i}") for i in range(64)])
    yield alone("counter-largest", "new 1", "The largest counter", counter=(1 << 53) - 1, time=0)
    most = (1 << 53) - 1
    yield alone("time-largest", "new 1", "The largest time", time=most)
    yield alone("time-smallest", "new 1", "The smallest time", time=-most)
    for name, time in (("beyond", most + 1), ("below", -most - 1), ("of-63-bits", BIG), ("of-minus-63-bits", -BIG - 1)):
        name, one, _, _, _ = alone(f"time-{name}", "", "", time=time)
        yield name, one, "bad-content", "", f"A time of {time}"
    yield alone("run-number-largest", "waiting 1", "The largest number that an event may have", number=BIG - 1,
                previous=luck("before"))
    yield alone("kind-0", "waiting 1", "The smallest number of a kind", kind=0)
    yield alone("body-empty", "waiting 1", "A body of no bytes, of a kind nobody knows", kind=998, body=b"")
    a = tree.fresh(tree.a)
    body = b"A" * (8 << 20)
    a.add(998, "05990101", "05990101", body=body)
    one = Spec(tree, "frame-single-of-eight-mib", a, [(a, 3, 4)])
    one.content = content(one.runs)
    over = len(cbor(one.content)) - len(body)
    a.events.pop()
    a.add(998, "05990101", "05990101", body=body[over:])
    one.content = content(one.runs)
    plain = cbor(one.content)
    assert len(plain) == 8 << 20
    one.frame = mixed(plain, single=True)
    yield "frame-single-of-eight-mib", one, "ok", "waiting 1", "A single segment of exactly 8 MiB"

    for size, verdict, judged, shows in ((1 << 24, "ok", "waiting 1", "The largest body that there may be"),
                                         (1 << 24 | 1, "bad-content", "", "A body that is one byte too large")):
        a = tree.fresh(tree.a)
        a.add(998, "05990101", "05990101", body=b"A" * size)
        one = Spec(tree, f"body-of-{size}", a, [(a, 3, 4)])
        one.frame = mixed(cbor(content(one.runs)))
        yield one.name, one, verdict, judged, shows

    def raw(name, plain, shows, packed):
        one = spec(name, _11=1)
        one.content, one.frame = Raw(plain), packed
        return name, one, "bad-content", "", shows

    plain = b"\x83\x01\x9a\x00\x08\x00\x01" + b"\x60" * 524_289 + b"\x80"
    yield raw("names-524289", plain, "A name more than there may be, all without letters", mixed(plain))
    lead = cbor([1, ["05990101"]])[1:]
    run = b"\x81\x88" + b"".join(cbor(value) for value in (tree.a.id, 3, bytes(32), 1, 1, b""))
    plain = b"\x83" + lead + run + b"\x81\x8a\x00\x00\x00\x00\x00\xf6\x9a\x00\x08\x00\x00" + b"\x00" * 524_288
    yield raw("event-of-524290-values", plain, "An event of more values than there may be", mixed(plain))

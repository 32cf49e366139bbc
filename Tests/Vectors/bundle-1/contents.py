"""Files whose shell is right and whose content is not: form, chains, signatures of machines."""
from bundle import Spec, content
from writer import Raw, cbor, luck

BAD, CHAIN = "bad-content", "bad-chain"


def cases(tree):
    def spec(name, count=2):
        a = tree.notes(tree.fresh(tree.a), count)
        return Spec(tree, name, a, [(a, 3, len(a.events))])

    def changed(name, change, shows, code=BAD, count=2, **fields):
        """Values of the content changed in place."""
        one = spec(name, count)
        one.fields = fields
        one.content = content(one.runs)
        run = one.content[2][0]
        made = change(one.content, run, run[6])
        one.content = one.content if made is None else made
        return name, one, code, "", shows

    def event(name, place, value, shows, code=BAD):
        def change(whole, run, events):
            events[0][place] = value
        return changed("event-" + name, change, shows, code)

    def of_run(name, place, value, shows, code=BAD):
        def change(whole, run, events):
            run[place] = value
        return changed("run-" + name, change, shows, code)

    yield from wholes(changed)
    yield from runs(tree, spec, changed, of_run)
    yield from events(tree, changed, event)
    yield from chains(tree, spec, changed)


def wholes(changed):
    yield changed("content-empty", lambda w, r, e: Raw(b""), "No content at all", _11=2)
    yield changed("content-map", lambda w, r, e: Raw(cbor({1: 1})), "A map instead of the array", _11=0)
    yield changed("content-of-two", lambda w, r, e: w[:2], "The array has two parts", _11=2)
    yield changed("content-of-four", lambda w, r, e: [*w, 0], "The array has four parts", _11=2)
    yield changed("content-version-2", lambda w, r, e: [2, *w[1:]], "The next form of the content", "newer-format")
    yield changed("content-version-0", lambda w, r, e: [0, *w[1:]], "A form of the content that there is not")
    yield changed("content-version-text", lambda w, r, e: ["1", *w[1:]], "The form as text")
    yield changed("content-byte-behind", lambda w, r, e: Raw(cbor(w) + b"\x00"), "A byte behind the content", _11=2)
    yield changed("content-cut", lambda w, r, e: Raw(cbor(w)[:-1]), "The last byte is not there", _11=2)
    yield changed("content-indefinite", lambda w, r, e: Raw(b"\x9f" + cbor(w)[1:] + b"\xff"), "An array of indefinite length",
                  _11=2)
    yield changed("content-long-integer", lambda w, r, e: Raw(b"\x83\x18\x01" + cbor(w)[2:]), "1 in two bytes", _11=2)
    yield changed("content-claims-names", lambda w, r, e: Raw(b"\x83\x01\x9b\x7f" + b"\xff" * 7), "2^63 names claimed", _11=2)
    yield changed("content-claims-runs", lambda w, r, e: Raw(b"\x83\x01\x80\x9a\xff\xff\xff\xff"),
                  "Four thousand million runs claimed", _11=2)
    yield changed("content-fewer-events", lambda w, r, e: None, "The header says one event more", _11=3)
    yield changed("content-more-events", lambda w, r, e: None, "The header says one event less", _11=1)
    yield changed("content-no-events-said", lambda w, r, e: None, "The header says that there are no events", _11=0)

    def named(change):
        def alter(whole, run, events):
            whole[1] = change(whole[1])
        return alter

    yield changed("names-number", named(lambda n: [1]), "A name that is a number")
    yield changed("names-bad-utf8", named(lambda n: [Raw(b"\x62\xc3\x28")]), "A name that is no UTF-8")
    yield changed("names-too-long", named(lambda n: ["a" * 4097]), "A name of 4097 bytes")
    yield changed("names-twice", named(lambda n: [*n, n[0]]), "A name that stands in the list twice")
    yield changed("names-never-used", named(lambda n: [*n, "05990103"]), "A name that no event has")

    def turned(whole, run, events):
        whole[1].insert(0, "05990102")
        for one in events:
            one[2:4] = [1, 1]
        events[1][2] = 0
    yield changed("names-out-of-order", turned, "Names that are not in the order in which they occur")


def runs(tree, spec, changed, of_run):
    def empty(whole, run, events):
        run[6] = []
    yield changed("run-empty", empty, "A run without events", _11=0)

    def old(whole, run, events):
        del run[5]
    yield changed("run-of-seven", old, "A run without the place of its seed", _11=2)
    yield changed("run-of-nine", lambda w, r, e: r.append(0), "A run of nine parts")
    yield changed("run-again", lambda w, r, e: w[2].append([*r]), "A run that stands there twice", _11=4)
    yield of_run("chain-short", 0, bytes(31), "A chain of 31 bytes")
    yield of_run("number-negative", 1, -1, "A run that begins below 0")
    yield of_run("number-2-63", 1, 1 << 63, "A run that begins at 2^63")
    yield of_run("number-near-2-63", 1, (1 << 63) - 2, "A run whose numbers pass 2^63")
    yield of_run("previous-short", 2, bytes(31), "The hash before has 31 bytes")
    yield of_run("previous-other", 2, luck("other"), "Another hash before: the machine has not signed that", CHAIN)
    yield of_run("number-other", 1, 4, "Another number: the machine has not signed that", CHAIN)
    yield of_run("counter-negative", 3, -1, "A counter below 0")
    yield of_run("counter-2-53", 3, 1 << 53, "A counter of 2^53")
    yield of_run("counter-null", 3, None, "A counter that is null")
    yield of_run("counter-text", 3, "1001", "A counter as text")
    yield of_run("chain-null", 0, None, "A chain that is null")
    yield of_run("previous-null", 2, None, "The hash before is null")
    yield of_run("signature-text", 7, "-", "A machine's signature as text")
    yield of_run("time-text", 4, "2026-11-21", "The time as text")
    yield of_run("seed-31-bytes", 5, bytes(31), "A seed of 31 bytes")
    yield of_run("seed-null", 5, None, "A seed that is null")
    yield of_run("signature-short", 7, bytes(63), "A machine's signature of 63 bytes", CHAIN)
    yield of_run("signature-zeros", 7, bytes(64), "A machine's signature of zeros", CHAIN)


def events(tree, changed, event):
    yield event("array-of-nine", slice(9, 10), [], "An event of nine parts")
    yield event("counter-not-0-first", 0, 1, "The first event adds to the counter that the run begins with")
    yield event("time-not-0-first", 1, 1, "The first event adds to the time that the run begins with")
    yield event("author-out-of-list", 2, 99, "An author behind the end of the list of names")
    yield event("author-negative", 2, -1, "An author before the list of names")
    yield event("unit-2-32", 3, 1 << 32, "A unit far behind the list of names")
    yield event("kind-65536", 4, 65536, "The number of a kind that no kind can have")
    yield event("kind-negative", 4, -1, "A kind below 0")
    yield event("record-true", 5, True, "A record that is no reference")
    yield event("record-short", 5, bytes(31), "A record of 31 bytes")
    yield event("record-later", 5, [0, 4], "A record that stands behind the event")
    yield event("record-itself", 5, [0, 3], "An event that is its own record")
    yield event("record-other-run", 5, [1, 3], "A record of a run that is not there")
    yield event("record-number-unknown", 5, [0, 0], "A record whose number the run does not have")
    yield event("record-negative-run", 5, [-1, 3], "A record of a run below 0")
    yield event("heads-65", 6, [bytes(32)] * 65, "Sixty-five heads")
    yield event("heads-null", 6, None, "Heads that are null")
    yield event("salt-15-bytes", 7, bytes(15), "A salt of 15 bytes")
    yield event("salt-without-seed", 7, None, "A salt that follows from a seed that is not there")
    yield event("salt-other", 7, luck("salt", 16), "Another salt: another hash of the body", CHAIN)
    yield event("body-other", 8, cbor({1: {1: "05990101", 2: "changed"}}), "Another body: another hash", CHAIN)
    yield event("body-text", 8, "body", "A body that is text")
    yield event("signature-63-bytes", 9, bytes(63), "A person's signature of 63 bytes")

    def hidden(whole, run, rows):
        rows[0][7:9] = [b"", bytes(31)]
    yield changed("event-hash-of-body-short", hidden, "A body left out, with 31 bytes in its place")

    def wrong(whole, run, rows):
        rows[0][7:9] = [b"", luck("wrong hash")]
    yield changed("event-hash-of-body-wrong", wrong, "A body left out, with a wrong hash in its place", CHAIN)

    def step(amount, place):
        def change(whole, run, rows):
            rows[1][place] = amount
        return change
    yield changed("event-counter-2-63", step((1 << 63) - 1, 0), "A step of the counter beyond all numbers")
    yield changed("event-counter-below-0", step(-5000, 0), "A step of the counter below 0")
    yield changed("event-counter-stays", step(0, 0), "The counter does not grow, and the machine has not signed that", CHAIN)

    def late(whole, run, rows):
        rows[1][1] = (1 << 63) - 1
    yield changed("event-time-runs-over", late, "A time beyond 63 bits")


def chains(tree, spec, changed):
    def lost(whole, run, rows):
        del rows[1]
    yield changed("chain-event-lost", lost, "An event is missing inside a run", CHAIN, count=3, _11=2)

    def moved(whole, run, rows):
        rows[0][8], rows[1][8] = rows[1][8], rows[0][8]
    yield changed("chain-bodies-swapped", moved, "The bodies of two events changed places", CHAIN)

    def more(whole, run, rows):
        rows.append([1, 0, 0, 0, 71, None, [], bytes(16), b"\xa0", b""])
    yield changed("chain-event-added", more, "An event behind the one that the machine has signed", CHAIN, _11=3)

    def by_other(whole, run, rows):
        run[7] = tree.p.sign(luck("x"))
    yield changed("chain-signed-by-other", by_other, "A run that another machine signed", CHAIN)
    a = tree.fresh(tree.a)
    for counter in (1001, 1001):
        a.add(71, "05990101", "05990101", {1: "05990101", 2: "ซ้ำ"}, record=tree.note.id, counter=counter)
    yield ("chain-counter-stays", Spec(tree, "chain-counter-stays", a, [(a, 3, 5)]), "ok", "new 1 refused 1",
           "Two events with the same counter: the second never counts")
    a = tree.fresh(tree.a)
    for counter in (1002, 1001):
        a.add(71, "05990101", "05990101", {1: "05990101", 2: "ถอย"}, record=tree.note.id, counter=counter)
    yield ("chain-counter-falls", Spec(tree, "chain-counter-falls", a, [(a, 3, 5)]), "ok", "new 1 refused 1",
           "A counter that falls: what it falls to never counts")
    for name, order in (("chain-counter-falls-between-runs", [(3, 4), (4, 5)]),
                        ("chain-counter-falls-behind-a-later-run", [(4, 5), (3, 4)])):
        one = Spec(tree, name, a, [(a, first, last) for first, last in order])
        yield name, one, "ok", "new 1 refused 1", "A counter that falls from one piece of a chain to the next"
    yield from second(tree, spec)


def second(tree, spec):
    """What a known sender brings of a chain that is not known."""
    new = tree.stranger.branch_at(1)
    new.add(71, "05990102", "05990102", {1: "05990102", 2: "-"})
    one = spec("unknown-chain-without-beginning")
    one.runs = [*one.runs, (new, 1, 2)]
    yield ("unknown-chain-without-beginning", one, "needs-full", "", "Events of a machine whose beginning is not known and not here")
    one = spec("delta-of-unknown-chain")
    one.fields = {"_2": "delta", "_6": b""}
    one.runs = [(new, 1, 2)]
    yield "delta-of-unknown-chain", one, "needs-full", "", "A delta that goes on from a file that was never read"
    one = spec("beginning-left-out")
    one.runs = [*one.runs, (new, 0, 2)]
    one.content = content(one.runs)
    first = one.content[2][1][6][0]
    first[7:9] = [b"", new.events[0].header[11]]
    yield "beginning-left-out", one, "needs-full", "", "The body of an unknown chain's beginning was left out"
    other = tree.stranger.branch_at(1)
    other.id = luck("no chain")
    other.events = []
    other.add(1, "", "", body=new.events[0].body)
    one = spec("beginning-of-another-chain")
    one.runs = [*one.runs, (other, 0, 1)]
    yield ("beginning-of-another-chain", one, "needs-full", "", "A chain that is not the hash of its beginning")
    again = tree.a.branch_at(0)
    again.add(1, "", "", {1: "", 2: tree.a.public, 3: tree.a.box, 4: luck("nonce again", 16), 5: "first", 6: None, 7: True,
                          9: "05990102"})
    one = spec("second-beginning")
    one.runs = [*one.runs, (again, 0, 1)]
    yield ("second-beginning", one, "bad-chain", "", "A known chain with another beginning than its name is the hash of")
    other = tree.a.branch_at(0)
    other.add(5, "", "", body=tree.a.events[0].body)
    one = spec("beginning-of-another-kind")
    one.runs = [*one.runs, (other, 0, 1)]
    yield "beginning-of-another-kind", one, "bad-chain", "", "The body of a known chain's beginning under another kind"
    note = tree.a.branch_at(0)
    note.add(70, "05990101", "05990101", {1: "05990101", 2: "ก"})
    one = spec("no-beginning-at-0")
    one.runs = [*one.runs, (note, 0, 1)]
    yield "no-beginning-at-0", one, "bad-chain", "", "Number 0 of a known chain is a note"
    late = tree.stranger.branch_at(0)
    late.add(1, "", "", body=new.events[0].body, previous=luck("before the beginning"))
    one = spec("something-before-the-beginning")
    one.runs = [*one.runs, (late, 0, 1)]
    yield "something-before-the-beginning", one, "bad-chain", "", "The hash before number 0 is not zeros"
    one = spec("unknown-chain-badly-signed")
    one.runs = [*one.runs, (new, 0, 2)]
    one.content = content(one.runs)
    one.content[2][1][7] = tree.a.sign(new.events[-1].id)
    yield "unknown-chain-badly-signed", one, "bad-chain", "", "An unknown chain that the sender signed instead of its machine"
    one = spec("stranger-forwarded")
    one.runs = [*one.runs, (new, 0, 2)]
    yield "stranger-forwarded", one, "ok", "new 2 waiting 2", "A chain nobody vouches for, passed on: kept, and does not count"

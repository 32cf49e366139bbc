"""Files that must be read."""
from bundle import Spec, content, fill
from nacl import bindings as sodium
from nacl import pwhash
from writer import blake, cbor, frame, luck, seal


def starter(tree):
    """What a second machine of province 99 begins with: the tree, and with the card the key of the province's box."""
    runs = [(chain, 0, tree.known[chain.name]) for chain in (tree.d, tree.p, tree.a)]
    spec = Spec(tree, "starter", tree.p, runs, _2="starter", _7=0)
    salt, nonce = luck("card salt", 16), luck("card nonce", 24)
    stretched = pwhash.argon2id.kdf(32, tree.code.encode(), salt, opslimit=1, memlimit=8192)
    gifts = spec.key + tree.cards["second"][1] + tree.box_secret
    spec.fields["_13"] = [
        [seal(spec.key, tree.box, "starter")],
        [salt, 1, 8192, nonce + sodium.crypto_secretbox(gifts, nonce, stretched)]]
    return spec


def cases(tree):
    """Name, specification, what the program makes of it, and what the file shows."""
    def spec(name, count=1, **fields):
        a = tree.notes(tree.fresh(tree.a), count)
        return Spec(tree, name, a, [(a, 3, len(a.events))], **fields)

    yield "starter", starter(tree), "known 19", "The tree and the keys of the machines that the other files are from"
    yield "one-event", spec("one-event"), "new 1", "The smallest file with something new"
    yield "three-events", spec("three-events", 3), "new 3", "Three events of one chain"
    s = spec("from-the-beginning", 2)
    s.runs = [(s.chain, 0, 5)]
    yield "from-the-beginning", s, "new 2 known 3", "A whole chain, of which three events are known already"
    s = spec("two-runs-of-one-chain", 4)
    s.runs = [(s.chain, 3, 5), (s.chain, 5, 7)]
    yield "two-runs-of-one-chain", s, "new 4", "One chain in two pieces that follow each other"
    s = spec("nothing")
    s.runs = []
    yield "nothing", s, "", "A file without any event"
    yield "delta", spec("delta", _2="delta", _6=b""), "new 1", "A delta carries no signing key"
    s = spec("delta-without-what-comes-before", 4, _2="delta", _6=b"", _7=5)
    s.runs = [(s.chain, 5, 7)]
    yield "delta-without-what-comes-before", s, "waiting 2", "A delta whose base has not come: kept until it does"
    s = spec("gap-in-a-chain", 4)
    s.runs = [(s.chain, 3, 4), (s.chain, 6, 7)]
    yield "gap-in-a-chain", s, "new 1 waiting 1", "Numbers of a chain are missing in between"
    s = spec("number-used-twice", 2)
    other = tree.notes(s.chain.branch_at(3), 1, "อีกทางหนึ่ง")
    s.runs = [(s.chain, 3, 5), (other, 3, 4)]
    yield "number-used-twice", s, "new 3", "Two events with the same number in one chain, both signed by its machine"
    a = tree.fresh(tree.a)
    a.add(999, "05990101", "05990101", {1: "what later programs write"})
    yield "unknown-kind", Spec(tree, "unknown-kind", a, [(a, 3, 4)]), "waiting 1", "An event of a kind nobody knows yet"
    a = tree.fresh(tree.a)
    a.add(65535, "05990101", "05990101", body=b"\xff\xff no CBOR")
    yield ("unknown-kind-with-any-body", Spec(tree, "unknown-kind-with-any-body", a, [(a, 3, 4)]), "waiting 1",
           "The body of an unknown kind is kept as bytes, whatever they are")
    a = tree.fresh(tree.a)
    a.add(71, "05990102", "05990101", {1: "05990101", 2: "ในนามผู้อื่น"}, record=tree.note.id)
    yield ("author-of-another-unit", Spec(tree, "author-of-another-unit", a, [(a, 3, 4)]), "refused 1",
           "The event names an author that is no user of the sender's unit: the file is read and the event does not count")
    a = tree.fresh(tree.a)
    a.add(71, "05990101", "05990102", {1: "05990102", 2: "ในนามผู้อื่น"}, record=tree.note.id)
    yield ("about-another-unit", Spec(tree, "about-another-unit", a, [(a, 3, 4)]), "refused 1",
           "The event is about a unit that the sender may not write about")
    a = tree.fresh(tree.a)
    a.add(71, "05990101", "05990101", {1: "05990102", 2: "คนละหน่วย"}, record=tree.note.id)
    yield ("body-names-another-unit", Spec(tree, "body-names-another-unit", a, [(a, 3, 4)]), "refused 1",
           "The body names another unit than the header")
    a = tree.fresh(tree.a)
    a.add(5, "05990101", "05990101", {1: "05990102", 2: "ก", 3: "ข", 4: "", 5: "", 6: bytes(32)})
    yield ("body-names-another-author", Spec(tree, "body-names-another-author", a, [(a, 3, 4)]), "refused 1",
           "A profile of somebody else than its author")
    a = tree.fresh(tree.a)
    a.add(71, "05990101", "05990101", body=b"\xbf\x01\xff")
    yield ("body-not-canonical", Spec(tree, "body-not-canonical", a, [(a, 3, 4)]), "refused 1",
           "A body that is no deterministic CBOR, of a kind that is known: it does not count")
    a = tree.fresh(tree.a)
    a.add(61, "05990101", "05990101", {1: "05990101", 2: 1, 3: "device", 4: "05990101", 5: bytes(32)})
    yield ("official-act-unsigned", Spec(tree, "official-act-unsigned", a, [(a, 3, 4)]), "refused 1",
           "A card that no person has signed")
    s = spec("body-left-out", 2)
    s.content = content(s.runs)
    event = s.chain.events[3]
    s.content[2][0][6][0][7:9] = [b"", event.header[11]]
    yield "body-left-out", s, "new 2", "An empty salt and the hash of the body in its place"
    yield from forms(tree, spec)
    yield from shells(tree, spec)


def forms(tree, spec):
    a, seed = tree.fresh(tree.a), luck("seed of salts")
    for number in range(3, 7):
        a.add(71, "05990101", "05990101", {1: "05990101", 2: f"ข้อ {number}"}, record=tree.note.id,
              salt=blake(number.to_bytes(8, "big"), seed)[:16])
    s = Spec(tree, "salts-from-a-seed", a, [(a, 3, 7)])
    s.content = content(s.runs, seed=seed, salts="null")
    yield "salts-from-a-seed", s, "new 4", "Null for every salt, and the seed they follow from"
    s = spec("references-by-hash", 2)
    s.chain.add(71, "05990101", "05990101", {1: "05990101", 2: "ต่อ"}, record=tree.note.id,
                base=[s.chain.events[3].id, s.chain.events[4].id])
    s.runs = [(s.chain, 3, 6)]
    s.content = content(s.runs, by_place=False)
    yield "references-by-hash", s, "new 3", "Events of the same file named by their hash"
    t = Spec(tree, "references-by-place", s.chain, s.runs)
    yield "references-by-place", t, "new 3", "The same events named by their place: the ids are those of references-by-hash"
    a = tree.fresh(tree.a)
    for author in ("e\u0301", "\u00e9", "กุ\u0e48", "ก\u0e48ุ"):
        a.add(71, author, "05990101", {1: "05990101", 2: "-"}, record=tree.note.id)
    yield ("names-that-look-alike", Spec(tree, "names-that-look-alike", a, [(a, 3, 7)]), "refused 4",
           "Names of the same letters in other bytes (not NFC) are other names, and their bytes are kept")
    a = tree.fresh(tree.a)
    a.add(71, "05990101", "05990101", body=cbor({1: {1: "05990101", 2: "ใหม่", 99: "later"}, 9: "later"}),
          record=tree.note.id)
    yield ("body-with-more-keys", Spec(tree, "body-with-more-keys", a, [(a, 3, 4)]), "new 1",
           "A body with keys that a later program added")
    a = tree.fresh(tree.a)
    a.add(52, "", "05990101", {1: "99", 2: blake(b"a file"), 3: [[tree.p.id, 9, tree.p.events[9].id]]})
    yield "receipt", Spec(tree, "receipt", a, [(a, 3, 4)]), "new 1", "An event of kind 52: the sender has read a file"
    b = tree.b
    s = Spec(tree, "sender-introduced", b, [(b, 0, 2)], _7=0,
             _15=[b.events[0].packed(), b.events[1].packed(), tree.card_b.packed(), tree.p.events[0].packed()])
    yield "sender-introduced", s, "waiting 2", "A chain not known before, with its join on a card that is known"
    a = tree.fresh(tree.a)
    body = {1: "เครื่องใหม่", 2: tree.later.public, 3: tree.later.box, 4: luck("nonce later", 16), 5: "restored",
            6: None, 7: True}
    vow = cbor(body)
    later = tree.later.continuing(cbor({1: {**body, 8: [tree.a.id, tree.a.sign(vow)]}}))
    later.add(71, "05990101", "05990101", {1: "05990101", 2: "ต่อ"}, record=tree.note.id)
    yield ("chain-that-goes-on", Spec(tree, "chain-that-goes-on", later, [(later, 0, 2)], _15=[later.events[0].packed()]),
           "new 2", "A new chain that an old one vouches for")


def shells(tree, spec):
    yield "extension", spec("extension", _17={1: "later", -5: [1, None, {2: b"x"}]}), "new 1", "Unknown keys under 17"
    yield ("largest-numbers", spec("largest-numbers", _7=(1 << 53) - 1, _4=["9" * 32]), "new 1",
           "The largest running number and the longest unit code")
    yield ("nested-eight-deep", spec("nested-eight-deep", _17={1: [[[[[[0]]]]]]}), "new 1",
           "A value that stands in eight others, the header included")
    ends = [[tree.a.id, 3, luck("end")], [tree.a.id, 2, tree.a.events[2].id]]
    yield "ends-of-chains", spec("ends-of-chains", _16=ends), "new 1", "Number 16 may name ends that are not here"
    s = spec("sixteen-receivers", _4=["99"] + ["0599%04d" % i for i in range(15)])
    others = [luck(f"other {i}") for i in range(16)]
    s.fields["_13"] = [[seal(s.key, key, f"o{i}") for i, key in enumerate(others)]
                       + [seal(s.key, tree.box, "sixteen")], None]
    yield "sixteen-receivers", s, "new 1", "As many receivers and seals as there may be, the right one last"
    s = spec("same-key-id-twice")
    s.fields["_13"] = [[[blake(tree.box)[:8], bytes(80)], seal(s.key, tree.box, "twice")], None]
    yield "same-key-id-twice", s, "new 1", "A seal with the reader's key id that does not open, before the one that does"
    a = tree.fresh(tree.a)
    a.add(71, "05990101", "05990101", {1: "05990101", 2: "ยาว"}, record=tree.note.id)
    a.add(998, "05990101", "05990101", body=luck("long", 70_000))
    yield ("two-pieces", Spec(tree, "two-pieces", a, [(a, 3, 5)]), "new 1 waiting 1",
           "A box of two pieces, the first of them full")
    s = spec("window-of-eight-mib")
    s.content = content(s.runs)
    s.frame = frame(cbor(s.content), window=0x68)
    yield "window-of-eight-mib", s, "new 1", "A frame with the largest window"
    s = spec("one-full-piece")
    fill(s, 65536)
    yield "one-full-piece", s, "new 1 waiting 1", "A frame of exactly one piece, which is FINAL"

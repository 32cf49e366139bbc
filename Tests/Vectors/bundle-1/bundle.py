"""Puts runs, content, header, box and signature together; each step can be given instead of made."""
from nacl import bindings as sodium

from writer import blake, cbor, cut, frame, luck, seal, stream


class Spec:
    """A file before it is bytes. Tests of the format change one thing in it."""

    def __init__(self, tree, name, chain=None, runs=None, **fields):
        self.tree, self.name, self.chain = tree, name, chain or tree.a
        self.runs = [] if runs is None else runs
        self.content = None  # the content as values, made from the runs
        self.key = luck("content key " + name)
        self.fields = fields
        self.frame = self.box = self.clear = self.header = None
        self.signer = self.chain


def names(runs):
    found = []
    for chain, first, last in runs:
        for event in chain.events[first:last]:
            for word in event.header[6:8]:
                if word not in found:
                    found.append(word)
    return found


def content(runs, seed=b"", by_place=True, salts=None):
    """The values of the content. A run is a chain with the first event and the one behind the last."""
    words, out, places = names(runs), [], {}
    for number, (chain, first, last) in enumerate(runs):
        events = chain.events[first:last]
        before, rows = events[0].header, []
        counter, time = before[4], before[5]
        for event in events:
            head = event.header

            def reference(value):
                return list(places[value]) if by_place and value in places else value
            rows.append([head[4] - counter, head[5] - time, words.index(head[6]), words.index(head[7]), head[8],
                         None if head[9] is None else reference(head[9]), [reference(one) for one in head[10]],
                         None if salts == "null" else event.salt, event.body, event.signature])
            counter, time = head[4], head[5]
            places[event.id] = (number, head[2])
        out.append([chain.id, before[2], before[3], before[4], before[5], seed, rows, chain.sign(events[-1].id)])
    return [1, words, out]


def header(spec, plain):
    tree = spec.tree
    count = 0 if "_11" in spec.fields else sum(len(run[6]) for run in spec.content[2])
    to = [tree.box, spec.chain.box]
    fields = {
        1: 1, 2: "full", 3: {"A": "05990101", "B": "05990102", "P": "99", "D": "00"}.get(spec.chain.name, "05990101"),
        4: ["99"], 5: spec.chain.id, 6: spec.chain.public, 7: 1, 8: "2026-11-21", 9: True, 10: tree.root, 11: count,
        12: len(plain), 13: [[seal(spec.key, key, f"{spec.name} {i}") for i, key in enumerate(to)], None], 14: [],
        15: [], 16: [], 17: {}}
    for key, value in spec.fields.items():
        number = int(key[1:])
        if value is ...:
            del fields[number]
        else:
            fields[number] = value
    return fields


def build(spec):
    """The bytes of the file."""
    if spec.content is None:
        spec.content = content(spec.runs)
    plain = spec.content if isinstance(spec.content, bytes) else cbor(spec.content)
    packed = frame(plain) if spec.frame is None else spec.frame
    head = spec.header or (lambda fields: cbor(fields))
    clear = spec.clear or head(header(spec, plain))
    nonce = luck("nonce " + spec.name, 24)
    make = spec.box or (lambda packed, key, bound, nonce: stream(cut(packed), key, bound, nonce))
    box = make(packed, spec.key, blake(clear), nonce)
    return signed(b"LEC1" + len(clear).to_bytes(4, "big") + clear + box, spec.signer)


def signed(body, signer):
    return body + sodium.crypto_sign(blake(body), signer.secret)[:64]


def fill(spec, size):
    """Adds an event of an unknown kind, so that the frame has exactly that many bytes."""
    chain, first = spec.chain, spec.runs[0][1]
    spec.runs = [(chain, first, len(chain.events) + 1)]
    body = luck("fill", size)
    while True:
        chain.add(998, "05990101", "05990101", body=body)
        spec.content = content(spec.runs)
        over = len(frame(cbor(spec.content))) - size
        if over == 0:
            return
        chain.events.pop()
        body = body[:len(body) - over]

"""A tree of invented offices with fixed keys: department 00, province 99, authorities 05990101 and 05990102."""
import copy

from nacl import bindings as sodium

from writer import blake, cbor, luck

START = 1_795_000_000_000  # November 2026, in milliseconds


class Person:
    def __init__(self, name):
        self.public, self.secret = sodium.crypto_sign_seed_keypair(luck("person " + name))

    def sign(self, data):
        return sodium.crypto_sign(data, self.secret)[:64]


class Event:
    """One event: the values its header is made of, and the bytes."""

    def __init__(self, header, salt, body, signature, raw):
        self.header, self.salt, self.body, self.raw = header, salt, body, raw
        self.id = blake(raw)
        self.signature = signature.sign(self.id) if isinstance(signature, Person) else signature

    def packed(self):
        return cbor([self.raw, self.salt, self.body, self.signature])


class Chain(Person):
    """One machine's chain."""

    counter = 0

    def __init__(self, name, device, unit=None):
        self.name = name
        self.public, self.secret = sodium.crypto_sign_seed_keypair(luck("machine " + name))
        self.box, self.box_secret = sodium.crypto_box_seed_keypair(luck("box of machine " + name))
        self.events = []
        body = cbor({1: {1: device, 2: self.public, 3: self.box, 4: luck("nonce " + name, 16), 5: "first",
                         6: None, 7: True, **({9: unit} if unit else {})}})
        self.id = blake(body)
        self.add(1, "", "", body=body)

    def add(self, kind, author, unit, content=None, *, body=None, signed=b"", record=None, base=(), salt=None,
            counter=None, time=None, number=None, previous=None):
        Chain.counter += 1
        number = len(self.events) if number is None else number
        body = cbor({1: content}) if body is None else body
        salt = luck(f"salt {self.name} {number}", 16) if salt is None else salt
        if previous is None:
            previous = self.events[-1].id if self.events else bytes(32)
        counter = Chain.counter if counter is None else counter
        time = START + counter * 1000 if time is None else time
        header = [1, self.id, number, previous, counter, time, author, unit, kind, record, list(base),
                  blake(body, salt)]
        self.events.append(Event(header, salt, body, signed, cbor(header)))
        return self.events[-1]

    def branch_at(self, number):
        """A copy that goes its own way from there."""
        other = copy.copy(self)
        other.events = self.events[:number]
        return other

    def continuing(self, body):
        """The same machine with another beginning."""
        other = copy.copy(self)
        other.id, other.events = blake(body), []
        other.add(1, "", "", body=body)
        return other


def unit(code, kind, name, parent):
    return {1: code, 2: kind, 3: name, 4: parent, 5: "", 6: "จังหวัดทดสอบ", 7: "", 8: "", 9: ""}


def profile(user, key):
    return {1: user, 2: "ทดสอบ", 3: "ระบบ", 4: "เจ้าหน้าที่", 5: "0000000000", 6: key}


def card(code, purpose, key):
    return {1: code, 2: 1, 3: purpose, 4: code, 5: key}


class Tree:
    """Everything that the reader of the files knows beforehand: it stands in starter.lec."""

    def __init__(self):
        Chain.counter = 0
        self.head, self.officer, self.clerk = Person("00"), Person("99"), Person("05990101")
        self.cards = {name: sodium.crypto_sign_seed_keypair(luck("card " + name)) for name in ("P", "A", "B", "second")}
        self.box, self.box_secret = sodium.crypto_box_seed_keypair(luck("box of unit 99"))
        d = self.d = Chain("D", "เครื่องกรม")
        spare = sodium.crypto_sign_seed_keypair(luck("spare"))[0]
        self.root = d.add(60, "", "00", {1: "00", 2: "กรมทดสอบ", 3: spare}).id
        d.add(5, "00", "00", profile("00", self.head.public))
        d.add(2, "00", "99", unit("99", "province", "จังหวัดทดสอบ", "00"))
        first = d.add(61, "00", "99", card("99", "first", self.cards["P"][0]), signed=self.head)
        p = self.p = Chain("P", "เครื่องจังหวัด", "99")
        self.join(p, "99", first, "P")
        p.add(65, "", "99", {1: "99", 2: self.box, 3: luck("recovery", 72), 4: luck("salt", 16), 5: 1, 6: 8192})
        p.add(5, "99", "99", profile("99", self.officer.public))
        p.add(2, "99", "05990101", unit("05990101", "authority", "เทศบาลทดสอบหนึ่ง", "99"))
        self.card_a = p.add(61, "99", "05990101", card("05990101", "first", self.cards["A"][0]), signed=self.officer)
        p.add(2, "99", "05990102", unit("05990102", "authority", "เทศบาลทดสอบสอง", "99"))
        self.card_b = p.add(61, "99", "05990102", card("05990102", "first", self.cards["B"][0]), signed=self.officer)
        a = self.a = Chain("A", "เครื่องเทศบาล", "05990101")
        joined = self.join(a, "05990101", self.card_a, "A")
        a.add(5, "05990101", "05990101", profile("05990101", self.clerk.public))
        p.add(63, "99", "05990101", {1: joined.id}, signed=self.officer)
        self.note = p.add(70, "99", "05990101", {1: "05990101", 2: "ขอให้ตรวจสอบ"})
        p.add(61, "99", "99", card("99", "device", self.cards["second"][0]), signed=self.officer)
        b = self.b = Chain("B", "เครื่องเทศบาลสอง", "05990102")
        self.join(b, "05990102", self.card_b, "B")
        self.later, self.stranger = Chain("later", ""), Chain("stranger", "เครื่องแปลกหน้า", "05990102")
        self.claimed = Chain("claimed", "เครื่องของหน่วยงานอื่น", "05990101")
        self.code = "0123456789ABCDEF7H"
        # What the reader knows ends here.
        self.known = {chain.name: len(chain.events) for chain in (d, p, a)}

    def join(self, chain, code, event, name):
        signature = sodium.crypto_sign(chain.id, self.cards[name][1])[:64]
        return chain.add(62, "", code, {1: event.id, 2: signature, 3: []})

    def fresh(self, chain):
        """The chain as the reader knows it, to go on from; every file begins with the same counter."""
        Chain.counter = 1000
        return chain.branch_at(self.known.get(chain.name, len(chain.events)))

    def notes(self, chain, count, words="ตรวจสอบแล้ว"):
        """Answers to the province's note, as the authority writes them."""
        for i in range(count):
            chain.add(71, "05990101", "05990101", {1: "05990101", 2: f"{words} {i + 1}"}, record=self.note.id)
        return chain

"""Files of a machine whose card a machine issued that the reader has not heard of: what shows that it may, and what does not."""
from nacl import bindings as sodium

from bundle import Spec
from world import Chain, Person, card, profile
from writer import cbor, luck


def cases(tree):
    """Name, file, verdict, what becomes of its events, what it shows."""
    Chain.counter = 900
    key, secret = sodium.crypto_sign_seed_keypair(luck("card of a second machine"))
    known = tree.fresh(tree.p)
    let_in = known.add(61, "99", "99", card("99", "device", key), signed=tree.officer)
    officer = Person("officer nobody knows")
    issuer = Chain("second of 99", "", "99")
    entered = issuer.add(62, "", "99", {1: let_in.id, 2: sodium.crypto_sign(issuer.id, secret)[:64], 3: []})
    issuer.add(5, "99", "99", profile("99", officer.public))
    before = [(known, len(known.events) - 1, len(known.events)), (issuer, 0, 4)]
    way_in = [issuer.events[0].packed(), entered.packed(), let_in.packed()]

    def sender(name, verdict, shows, signer=issuer, by=issuer, behind=None, unit="05990102", runs=(), judged="", person=officer):
        """The file of a machine of that unit on a card that `by` issued, with the signature of `signer`."""
        key, secret = sodium.crypto_sign_seed_keypair(luck("card for " + name))
        content = card(unit, "replacement", key)
        if signer:
            content[6] = signer.sign(cbor(content))
        one, by = Chain(name, "", unit), by.branch_at(len(by.events))
        given = by.add(61, "99", unit, content, signed=person)
        one.add(62, "", unit, {1: given.id, 2: sodium.crypto_sign(one.id, secret)[:64], 3: []})
        pieces = [one.events[0].packed(), one.events[1].packed(), given.packed()]
        runs = [(by if chain is issuer else chain, first, last) for chain, first, last in runs]
        file = Spec(tree, name, one, [*runs, (one, 0, 2)], _3=unit, _15=pieces + (way_in if behind is None else behind))
        return name, file, verdict, judged, shows

    bad = "unknown-sender"
    yield sender("issuer-unknown", "ok", "A card from a machine that is not known: the file shows how it came to its office, and brings it",
                 runs=before, judged="new 5 waiting 2")
    yield sender("issuer-not-brought", bad, "The same, and the file does not bring what its header shows")
    yield sender("issuer-brought-in-part", bad, "The same, and the person who signed the card is not in the file", runs=before,
                 person=Person("somebody else"))
    yield sender("issuer-has-not-signed", bad, "The same card without the signature of its machine", signer=None, runs=before)
    yield sender("issuer-signed-by-another", bad, "The same card, signed by another machine that is known", signer=tree.a, runs=before)
    yield sender("issuer-shows-no-office", bad, "The machine that issued it does not show its own join", behind=way_in[:1], runs=before)
    yield sender("issuer-of-another-office", bad, "An authority's machine issued a card for another authority", signer=tree.a,
                 by=tree.a, behind=[])
    yield sender("issuer-below", bad, "An authority's machine issued a card for the province above it", signer=tree.a, by=tree.a,
                 behind=[], unit="99")

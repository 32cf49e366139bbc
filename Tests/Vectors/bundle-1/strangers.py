"""Files of a machine whose card a machine issued that the reader has not heard of: what shows that it may, and what does not."""
from nacl import bindings as sodium

from bundle import Spec
from world import Chain, Person, card
from writer import cbor, luck


def cases(tree):
    """Name, file, verdict, what becomes of its events, what it shows."""
    Chain.counter = 900
    key, secret = sodium.crypto_sign_seed_keypair(luck("card of a second machine"))
    known = tree.fresh(tree.p)
    let_in = known.add(61, "99", "99", card("99", "device", key), signed=tree.officer)
    issuer = Chain("second of 99", "", "99")
    entered = issuer.add(62, "", "99", {1: let_in.id, 2: sodium.crypto_sign(issuer.id, secret)[:64], 3: []})
    way_in = [issuer.events[0].packed(), entered.packed(), let_in.packed()]

    def sender(name, verdict, shows, signer=issuer, by=issuer, behind=None, unit="05990102"):
        """The file of a machine of that unit on a card that `by` issued, with the signature of `signer`."""
        key, secret = sodium.crypto_sign_seed_keypair(luck("card for " + name))
        content = card(unit, "replacement", key)
        if signer:
            content[6] = signer.sign(cbor(content))
        one = Chain(name, "", unit)
        given = by.branch_at(len(by.events)).add(61, "99", unit, content, signed=Person("officer nobody knows"))
        one.add(62, "", unit, {1: given.id, 2: sodium.crypto_sign(one.id, secret)[:64], 3: []})
        pieces = [one.events[0].packed(), one.events[1].packed(), given.packed()]
        file = Spec(tree, name, one, [(one, 0, 2)], _3=unit, _15=pieces + (way_in if behind is None else behind))
        return name, file, verdict, "waiting 2" if verdict == "ok" else "", shows

    yield sender("issuer-unknown", "ok", "A card from a machine that is not known, and shows how it came to its office")
    yield sender("issuer-known-person-unknown", "ok", "A card from a machine that is known, and a person who is not",
                 signer=known, by=known, behind=[])
    yield sender("issuer-has-not-signed", "unknown-sender", "The same card without the signature of its machine", signer=None)
    yield sender("issuer-signed-by-another", "unknown-sender", "The same card, signed by another machine that is known",
                 signer=tree.a)
    yield sender("issuer-shows-no-office", "unknown-sender", "The machine that issued it does not show its own join",
                 behind=way_in[:1])
    yield sender("issuer-of-another-office", "unknown-sender", "An authority's machine issued a card for another authority",
                 signer=tree.a, by=tree.a, behind=[])
    yield sender("issuer-below", "unknown-sender", "An authority's machine issued a card for the province above it",
                 signer=tree.a, by=tree.a, behind=[], unit="99")

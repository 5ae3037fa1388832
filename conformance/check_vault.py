#!/usr/bin/env python3
"""Checks vault.cddl against vault.json, and opens what is sealed there by docs/vault.md alone: products by the archive key,
parcels by the log key. What is in form passes, what has an element more anywhere or a byte less does not.

pip install -r requirements.txt -r requirements-dev.txt; python3 check_vault.py
"""
import json
import sys
from pathlib import Path

import cbor2
from cddl_verifier import Validator
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from products import foot, hashed, opened

HERE = Path(__file__).parent
# What is filled up with noughts, to a multiple of so many bytes.
FILLED = {"notice": 2048, "letter-words": 1024, "head": 2048}
# What is signed, in which domain; for what is said there.
SIGNED = {
    "signed-product-statement": ("quorate/product/1", lambda keys, payload: b""),
    "credential": ("quorate/agent/1", lambda keys, payload: payload[0]),
    "acceptance": ("quorate/acceptance/1", lambda keys, payload: keys["compartment"]),
    "release": ("quorate/release/1", lambda keys, payload: payload[1]),
    "handed-over": ("quorate/handed/1", lambda keys, payload: keys["release"]),
}
# The bodies of what is sealed in parcels, by its kind; and whether a head stands before it.
SEALED = {2: ("accepted", True), 6: ("grant", True), 7: ("notice", True), 8: ("letter", True), 9: ("opening", False)}


def bare(form, data):
    """Without the noughts with which it is filled up."""
    step = FILLED.get(form)
    if step is None:
        return data
    longest = data.rstrip(b"\0")
    # A form may end with noughts of its own.
    for end in range(len(longest), len(data) + 1):
        try:
            value = cbor2.loads(data[:end])
        except Exception:
            continue
        assert len(data) % step == 0 and len(data) - end < step, f"{form} is not filled up to {step}"
        assert cbor2.dumps(value, canonical=True) == data[:end]
        return data[:end]
    raise AssertionError(f"{form} is no CBOR")


def unwrapped(name, data, headed, body):
    """A thing with its head, if it has one, each as a case."""
    if not headed:
        yield name, body, data
        return
    head, inside = cbor2.loads(data)
    stated = cbor2.loads(bare("head", head))[1]
    assert stated[0][2][5] == hashed("quorate/logged/1", inside), f"{name}: the head is of another body"
    yield name, "sealed-thing", data
    yield f"{name}: its head", "head", bare("head", head)
    yield f"{name}: its body", body, bare(body, inside)


def sealed(name, data, keys):
    """What the log key opens in a parcel."""
    for kind, epoch, item in cbor2.loads(data)[2]:
        if kind in SEALED:
            body, headed = SEALED[kind]
            about = b"quorate/sealed/1\0" + keys["compartment"] + epoch.to_bytes(8, "big") + bytes([kind])
            plain = AESGCM(keys["log_key"]).decrypt(item[:12], item[12:], about)
            yield from unwrapped(f"{name}: what is sealed", plain, headed, body)


def product(name, data, says, document):
    archive = {key: document[key] for key in ["compartment", "epoch", "class"]} | {"key": document["archive_key"]}
    found, by, header, text = opened(data, archive, {"half": says["second_half"]})
    assert (found, by, text.hex()) == (says["product"], says["signed_by"], says["text"]), "it says something else"
    yield f"{name}: its header", "product-header", cbor2.dumps(header, canonical=True)
    yield f"{name}: its foot", "product-foot", cbor2.dumps(list(foot(data)[1]), canonical=True)


def cases(vector, document, keys):
    """The vector as a case; and what is inside, opened and held against what it says."""
    name, form, data = vector["name"], vector["form"], bytes.fromhex(vector["bytes"])
    if form in SIGNED:
        is_signed(form, data, keys)
    if form == "product-file":
        yield from product(name, data, vector["says"], document["keys"])
    elif form == "sealed-message":
        yield from unwrapped(name, data, True, "message-body")
    elif form == "logs-file":
        yield name, form, cbor2.dumps(json.loads(data), canonical=True)
    elif form == "checkpoint-line":
        yield name, form, cbor2.dumps(data.decode())
    else:
        yield name, form, bare(form, data)
        if form == "parcel":
            yield from sealed(name, data, keys)


def is_signed(form, data, keys):
    domain, of = SIGNED[form]
    protected, _, payload, signature = cbor2.loads(data).value
    external = domain.encode() + b"\0" + of(keys, cbor2.loads(payload))
    by = cbor2.loads(protected)[4]
    said = cbor2.dumps(["Signature1", protected, external, payload])
    Ed25519PublicKey.from_public_bytes(by).verify(signature, said)
    if form == "release":
        keys["release"] = hashed("quorate/release-id/1", data)


def longer(value):
    """The same with an element more in one of its arrays or maps, at whatever depth: no form has the one that is added."""
    if isinstance(value, cbor2.CBORTag):
        yield from (cbor2.CBORTag(value.tag, inside) for inside in longer(value.value))
    elif isinstance(value, (list, tuple)):
        yield [*value, cbor2.undefined]
        for at, one in enumerate(value):
            yield from ([*value[:at], inside, *value[at + 1:]] for inside in longer(one))
    elif hasattr(value, "keys"):
        yield {**value, "more": 0}
        for key, one in value.items():
            yield from ({**value, key: inside} for inside in longer(one))


def wrong(data):
    """What is not in form: an element or a number more, or a byte less."""
    value = cbor2.loads(data)
    for more in longer(value):
        yield "an element more", cbor2.dumps(more, canonical=True)
    if isinstance(value, (list, tuple)):
        # No form is a list of numbers.
        yield "a number more", cbor2.dumps([*value, 0], canonical=True)
    yield "a byte less", data[:-1]


def linked(document):
    """What ties vectors to each other, by the page: a question's name to its answer, a tear-line version to its whole."""
    fixed = {vector["name"]: vector for vector in document["fixed"]}

    def value(name):
        form, data = fixed[name]["form"], bytes.fromhex(fixed[name]["bytes"])
        return cbor2.loads(bare(form, data))

    agents = document["keys"]["agents"]
    asking = next(bytes.fromhex(agent["agent_public"]) for agent in agents if agent["post"] == "FRA/representative")
    for domain, question, answer in [
        ("quorate/ask/1", "the words of a question", "the words of an answer that refuses"),
        ("quorate/act/1", "the words of a question whether to act", "the words of an answer that consents"),
    ]:
        words = cbor2.dumps(value(question)[1][0], canonical=True)
        yield f"{answer} is of {question}", value(answer)[1][0][0] == hashed(domain, asking, words)
    whole, opening = value("the body of a notice of a tear-line version")[1][0]
    commitment = hashed("quorate/tear-line/1", whole, opening)
    yield "a tear-line version is opened to its whole", value("the header of a tear-line version")[13] == commitment
    yield "no other header is", value("a header")[13] != commitment


def main():
    validator = Validator(HERE / "vault.cddl")
    document = json.loads((HERE / "vault.json").read_text())
    keys = {name: bytes.fromhex(document["keys"][name]) for name in ["compartment", "log_key"]}
    results = []

    def told(holds, words):
        results.append(holds)
        print(f"{'ok  ' if holds else 'FAIL'} {words}")

    def held(name, form, data):
        found = validator.validate(data, form, require_deterministic=True)
        told(found.valid, f"{name} ({form}): {'in form' if found.valid else found}")
        bad = [(what, validator.validate(data, form, require_deterministic=True)) for what, data in wrong(data)]
        taken = [what for what, found in bad if found.valid]
        told(not taken, f"{name}: of {len(bad)} that are wrong, {len(taken)} are in form {taken or ''}".rstrip())

    for vector in document["fixed"] + document["sealed"]:
        try:
            for name, form, data in cases(vector, document, keys):
                held(name, form, data)
        except Exception as why:
            told(False, f"{vector['name']} ({vector['form']}) is not opened by the page: {why!r}")
    for words, holds in linked(document):
        told(holds, words)
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())

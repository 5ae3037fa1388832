"""Judges one signed command by docs/formats.md, from its bytes and the partnership's id alone."""
from hashlib import sha256

import cbor2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from payload import is_payload

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493  # RFC 8032, 5.1
EIGHTH = 0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826  # y of a point of order 8
SMALL_ORDER = {0, 1, P - 1, EIGHTH, P - EIGHTH}  # the y of every point whose order divides 8


def need(holds, otherwise):
    if not holds:
        raise ValueError(otherwise)


def canonical(data):
    """The value of the bytes, if they are the one form of it (RFC 8949, 4.2)."""
    value = cbor2.loads(data)
    need(cbor2.dumps(value, canonical=True) == data, "not in canonical form")
    return value


def hashed(domain, *parts):
    return sha256(domain + b"\0" + b"".join(parts)).digest()


def small_order(point):
    return (int.from_bytes(point, "little") & (2**255 - 1)) % P in SMALL_ORDER


def verify(key, signature, message):
    """As strict as the nodes are. OpenSSL takes points of small order, so they are kept out by hand."""
    need(int.from_bytes(signature[32:], "little") < L, "s is not reduced")
    need(not small_order(key) and not small_order(signature[:32]), "a point of small order")
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except InvalidSignature:
        raise ValueError("the signature does not verify") from None


def command(data, partnership):
    """The id, the key and the payload of a signed command; raises an error if anything is wrong with it."""
    need(len(data) <= 16 * 1024, "too long")
    tagged = canonical(data)
    need(type(tagged) is cbor2.CBORTag and tagged.tag == 18, "not tagged as COSE_Sign1")
    need(isinstance(tagged.value, (list, tuple)) and len(tagged.value) == 4, "not an array of four")
    protected, unprotected, body, signature = tagged.value
    need(unprotected == {}, "an unprotected header")
    need(all(type(part) is bytes for part in (protected, body, signature)), "a part is no byte string")
    # Compared as bytes: in Python -19.0 is -19 and True is 1, in CBOR they are not.
    key = protected[-32:]
    need(protected == cbor2.dumps({1: -19, 4: key}, canonical=True), "other headers")
    need(len(key) == 32 and len(signature) == 64, "a key or signature of another length")
    payload = canonical(body)
    need(is_payload(payload), "the payload is not a command")
    external = b"quorate/command/1\0" + partnership
    signed = cbor2.dumps(["Signature1", protected, external, body], canonical=True)
    verify(key, signature, signed)
    return hashed(b"quorate/command-id/1", signed), key, payload

#!/usr/bin/env python3
"""Opens products that the binary sealed, by docs/vault.md alone and with cryptography that is not ours, and compares the texts.

    products.py QUORATE
"""
import hashlib
import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import cbor2
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SEGMENT = 1 << 20
LENGTHS = [0, 1, 4096, 100_000, SEGMENT, 3 * SEGMENT + 7]


def hashed(domain, *parts):
    return hashlib.sha256(domain.encode() + b"\0" + b"".join(parts)).digest()


def derived(key, salt, info):
    return HKDF(SHA256(), 32, salt.encode(), info).derive(key)


def only(key, sealed, about):
    return AESGCM(key).decrypt(bytes(12), sealed, about)


def foot(file):
    assert file.startswith(b"quorate/product1")
    length = int.from_bytes(file[-8:], "big")
    return file[16:-8 - length], cbor2.loads(file[-8 - length:-8])


def product_key(wrapped, product, archive, half):
    bound = (product + bytes.fromhex(archive["compartment"]) + archive["epoch"].to_bytes(8, "big")
             + archive["class"].encode())
    held = only(derived(bytes.fromhex(archive["key"]), "quorate/archive/1", bound), wrapped, bound)
    assert held[0] == (half is not None)
    other = bytes.fromhex(half["half"]) if half else bytes(32)
    return bytes(one ^ two for one, two in zip(held[1:], other))


def signed_by(signature, product, sealed, header):
    sign1 = cbor2.loads(signature)
    protected, unprotected, payload, value = sign1.value
    kinds = cbor2.loads(protected)
    assert sign1.tag == 18 and kinds[1] == -19 and not unprotected
    marking = hashed("quorate/marking/1", cbor2.dumps(header[2], canonical=True))
    said = [1, product, hashed("quorate/header/1", sealed), marking, header[4], header[5], header[6], header[3]]
    assert list(cbor2.loads(payload)) == said, "the statement is another"
    to_be_signed = cbor2.dumps(["Signature1", protected, b"quorate/product/1\0", payload])
    Ed25519PublicKey.from_public_bytes(kinds[4]).verify(value, to_be_signed)
    return kinds[4].hex()


def opened(file, archive, half=None):
    body, (version, filled, commitment, wrapped, sealed, signature, hashes) = foot(file)
    assert version == 1
    product = hashed("quorate/product-id/1", filled.to_bytes(8, "big"), commitment, hashes)
    key = product_key(wrapped, product, archive, half)
    keys = {name: derived(key, "quorate/product/1", name.encode())
            for name in ["segments", "header", "signature", "commitment"]}
    assert keys["commitment"] == commitment
    header = only(keys["header"], sealed, product)
    header = cbor2.loads(header[4:4 + int.from_bytes(header[:4], "big")])
    assert header[0] == 2 and len(header) == 16 and len(header[13]) == 32
    by = signed_by(only(keys["signature"], signature, product), product, sealed, header)
    text, count = b"", -(-filled // SEGMENT)
    for at in range(count):
        segment = body[at * (SEGMENT + 16):(at + 1) * (SEGMENT + 16)]
        assert hashed("quorate/segment/1", at.to_bytes(8, "big"), segment) == hashes[32 * at:32 * at + 32]
        nonce = at.to_bytes(11, "big") + bytes([at == count - 1])
        text += AESGCM(keys["segments"]).decrypt(nonce, segment, b"")
    assert len(text) == filled
    return product.hex(), by, header, text[:header[9]]


def main():
    quorate = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)

        def run(*words):
            return subprocess.run([quorate, *words], cwd=folder, check=True, capture_output=True, text=True).stdout

        public = run("key", "new", "GBR/liaison-officer", "--dir", ".", "--plain-keys").split()[-1]
        run("product", "new-key", "--epoch", "3", "--class", "a year", "--out", "archive")
        run("product", "mark", "--policy", "EXERCISE", "--level", "SECRET", "--to", "CAN,FRA", "--permit", "Use=Coast",
            "--out", "marking")
        archive = tomllib.loads((folder / "archive").read_text())
        tear_lines = set()
        for at, length in enumerate(LENGTHS):
            text = os.urandom(length)
            (folder / "text").write_bytes(text)
            held = ["--second-half", f"half{at}"] if at % 2 else []
            may_act = ["--may-act"] if at % 3 == 0 else []
            told = run("product", "seal", "text", "--title", "A title", "--marking", "marking", "--key",
                       "keys/GBR-liaison-officer.key", "--as", "GBR/liaison-officer", "--archive-key", "archive",
                       "--out", f"product{at}", *held, *may_act)
            half = tomllib.loads((folder / f"half{at}").read_text()) if held else None
            product, by, header, found = opened((folder / f"product{at}").read_bytes(), archive, half)
            assert (product, by, found) == (told.split()[0], public, text), f"{length} bytes"
            assert header[1] == "A title" and list(header[2][3]) == ["CAN", "FRA"]
            assert header[14] == bool(may_act) and not header[15]
            tear_lines.add(header[13])
        # Chance where there is no whole: what is the same twice would tell that there is none.
        assert len(tear_lines) == len(LENGTHS)
    print(f"{len(LENGTHS)} products open to what was sealed, half of them with a half that was held back")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Opens the encrypted key of `keys` with two readers of PKCS #8 that are not ours, and compares its public half.

Python's `cryptography`, and OpenSSL where it is installed.
"""
import shutil
import subprocess
import sys
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key

FOLDER = Path(__file__).parent / "keys"
KEY, PASSPHRASE = FOLDER / "exercise.key", FOLDER / "passphrase"
# What stands before an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410, section 4).
HEAD = bytes.fromhex("302a300506032b6570032100")


def by_cryptography():
    pem = KEY.read_bytes()
    pem = pem[pem.index(b"-----BEGIN"):]
    key = load_pem_private_key(pem, PASSPHRASE.read_bytes().rstrip(b"\n"))
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def by_openssl():
    command = ["openssl", "pkey", "-in", KEY, "-passin", f"file:{PASSPHRASE}", "-pubout", "-outform", "DER"]
    return subprocess.run(command, check=True, capture_output=True).stdout.removeprefix(HEAD).hex()


def main():
    said = KEY.read_text().splitlines()[0].removeprefix("Public key: ")
    readers = {"cryptography": by_cryptography}
    if shutil.which("openssl"):
        readers["openssl"] = by_openssl
    wrong = [name for name, reader in readers.items() if reader() != said]
    print(f"the encrypted key opens to {said[:8]} by {', '.join(sorted(readers))}" if not wrong else f"not by {wrong}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

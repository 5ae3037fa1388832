#!/usr/bin/env python3
"""Lets otdf-python open what `quorate product ztdf` wrote, by a key access service of its own; and opens it by hand.

    ztdf.py QUORATE FOLDER
"""
import base64
import hashlib
import hmac
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from otdf_python.tdf import TDF, TDFReaderConfig

from key_service import Kas, private_pem, public_pem
from office import Office

ATTRIBUTE = "https://example.org/attr/level/value/secret"
LENGTHS = [0, 1, 1 << 20, (1 << 20) + 1, 3_000_000]


def text_of(length):
    return bytes(at * 31 % 251 for at in range(251)) * (length // 251) + bytes(length % 251)


def export(office, kas, name, wrapped, signed):
    key = {"rsa": kas.rsa, "ec": kas.curve}[wrapped]
    office.write("kas.pem", public_pem(key))
    words = ["--sign-with", signed] if signed else []
    out = f"{name}.{wrapped}.tdf"
    office.act("CAN", "product", "ztdf", f"P/{name}.sealed", "--kas", kas.address, "--to", "kas.pem", "--kid", "r1",
               "--attribute", ATTRIBUTE, "--mime", "text/plain", "--out", out, *words)
    return office.path(out).read_bytes()


def by_hand(kas, file, verifier, algorithm):
    """By the format's text alone: key, policy, segments, root, label and its signature."""
    with zipfile.ZipFile(io.BytesIO(file)) as container:
        assert container.testzip() is None and container.namelist() == ["0.payload", "0.manifest.json"]
        payload, manifest = container.read("0.payload"), json.loads(container.read("0.manifest.json"))
    how = manifest["encryptionInformation"]
    [access] = how["keyAccess"]
    key = kas.unwrap(access)
    kas.bound(key, access, how["policy"])
    policy = json.loads(base64.b64decode(how["policy"]))
    assert policy["body"] == {"dataAttributes": [{"attribute": ATTRIBUTE}], "dissem": []}
    text, at, tags = b"", 0, b""
    for segment in how["integrityInformation"]["segments"]:
        sealed = payload[at:at + segment["encryptedSegmentSize"]]
        at += len(sealed)
        assert base64.b64decode(segment["hash"]) == sealed[-16:]
        opened = AESGCM(key).decrypt(sealed[:12], sealed[12:], None)
        assert len(opened) == segment["segmentSize"]
        text, tags = text + opened, tags + sealed[-16:]
    assert at == len(payload)
    root = how["integrityInformation"]["rootSignature"]
    assert base64.b64decode(root["sig"]) == hmac.new(key, tags, hashlib.sha256).digest()
    [assertion] = manifest["assertions"]
    binding = assertion.pop("binding")
    hashed = hashlib.sha256(json.dumps(assertion, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode())
    claims = jwt.decode(binding["signature"], verifier or key, [algorithm])
    assert claims["assertionHash"] == hashed.hexdigest()
    assert base64.b64decode(claims["assertionSig"]) == tags + hashed.digest()
    label = json.loads(assertion["statement"]["value"])["ocl"]
    assert (label["pol"], label["cls"]) == ("EXERCISE", "SECRET"), label
    assert label["catl"][0] == {"type": "P", "name": "Releasable To", "vals": ["CAN", "FRA"]}, label
    return text


def by_otdf(kas, path, out):
    words = ["--platform-url", kas.address, "--kas-endpoint", kas.address, "--oidc-endpoint", kas.address, "--client-id", "a",
             "--client-secret", "s", "--plaintext", "--insecure", "--ignore-kas-allowlist", "decrypt", str(path), "-o", str(out)]
    return subprocess.run([sys.executable, "-m", "otdf_python", *words], capture_output=True, text=True)


def changed(file, entry, change):
    """The same container with another entry."""
    to = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(to, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == entry else old.read(name))
    return to.getvalue()


def main(quorate, folder):
    office, kas = Office(quorate, folder), Kas()
    signers = {"ES256": ec.generate_private_key(ec.SECP256R1()), "RS256": rsa.generate_private_key(65537, 2048)}
    for algorithm, signer in signers.items():
        office.write(f"{algorithm}.pem", private_pem(signer))
    for length in LENGTHS:
        office.path("text").write_bytes(text_of(length))
        office.share("CAN", "text", "A text", "SECRET", f"p{length}")
        for wrapped, algorithm in (("rsa", "RS256"), ("ec", "ES256"), ("rsa", "HS256")):
            office.path(f"p{length}.{wrapped}.tdf").unlink(missing_ok=True)
            signed = algorithm in signers
            file = export(office, kas, f"p{length}", wrapped, f"{algorithm}.pem" if signed else None)
            verifier = public_pem(signers[algorithm]) if signed else None
            assert by_hand(kas, file, verifier, algorithm) == text_of(length), length
        local = TDF().load_tdf(file, TDFReaderConfig(kas_private_key=private_pem(kas.rsa)))
        assert local.payload == text_of(length), length
    path, out = office.path("p3000000.rsa.tdf"), office.path("back")
    done = by_otdf(kas, path, out)
    assert done.returncode == 0 and out.read_bytes() == text_of(3_000_000) and kas.given == 1, done.stderr
    file = path.read_bytes()

    def another_policy(manifest):
        manifest = json.loads(manifest)
        manifest["encryptionInformation"]["policy"] = base64.b64encode(b'{"uuid": "x"}').decode()
        return json.dumps(manifest).encode()

    for name, bad in (("policy", changed(file, "0.manifest.json", another_policy)),
                      ("payload", changed(file, "0.payload", lambda payload: payload[:100] + b"?" + payload[101:]))):
        office.path(f"{name}.tdf").write_bytes(bad)
        done = by_otdf(kas, office.path(f"{name}.tdf"), office.path(f"{name}.out"))
        assert done.returncode != 0, name
    print(f"otdf-python opened texts of {LENGTHS} bytes, and refused a changed policy and a changed payload")
    refused = subprocess.run(office.command(
        "product", "ztdf", "P/p1.sealed", "--kas", kas.address, "--to", "kas.pem", "--attribute", ATTRIBUTE, "--out", "no.tdf",
        "--agent", "FRA", "--dir", "D", "--passphrase-file", "pass"), cwd=office.folder, capture_output=True, text=True)
    assert refused.returncode == 1 and not Path(office.path("no.tdf")).exists(), refused.stderr


if __name__ == "__main__":
    main(*sys.argv[1:])

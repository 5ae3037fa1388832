#!/usr/bin/env python3
"""Lets Schemathesis ask the API of a played story whatever its description allows, and what it does not allow.

python3 api.py QUORATE FOLDER
"""
import json
import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from hashlib import sha256
from pathlib import Path

from checkpoint import Checkpoint
from consistency import leads_to

HERE = Path(__file__).resolve().parent
STORIES = HERE.parent / "stories"
# A sound public key that nobody holds.
KEY = (HERE.parent / "crates/records/tests/registers/keys.txt").read_text().split()[-1]


def run(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, words))}: {done.stdout}{done.stderr}")
    return done.stdout


def sign(quorate, played, signed):
    """Commands to be given: one that is accepted, and one that a rule refuses, since one of the two comes second."""
    signed.mkdir()
    genesis, basis = signed / "genesis", signed / "basis"
    run(quorate, "record", "genesis", "--out", genesis, "--dir", played)
    run(quorate, "record", "basis", "--out", basis, "--dir", played)
    for member in ("FRA", "GBR"):
        run(
            quorate, "sign", signed / f"{member}.cose", "--genesis", genesis, "--basis", basis, "--dir", played,
            "--as", f"{member}/root", "--",
            "member", "accredit", "auditor", "--for", "365d", "--key", KEY,
        )


def wait(address):
    """Until the findings are there: before that, it is said that they are not yet."""
    for _ in range(120):
        try:
            return urllib.request.urlopen(f"{address}/api/v1/findings").read()
        except urllib.error.HTTPError as error:
            assert error.code == 503, error
            time.sleep(int(error.headers["Retry-After"]))
    sys.exit("no findings came")


def heights(address):
    """Each height leads to the newest checkpoint by RFC 9162 as another program reads it, and to none by anything else."""
    def ask(path):
        return json.load(urllib.request.urlopen(f"{address}/api/v1{path}"))

    last, shown = ask("/partnership")["height"], 0
    for height in range(last + 1):
        answer = ask(f"/heights/{height}")
        if answer["size"] == 0:
            continue
        checkpoint = Checkpoint(answer["checkpoint"], bytes.fromhex(answer["partnership"]))
        root, path = bytes.fromhex(answer["root"]), bytes.fromhex("".join(answer["path"]))
        leads_to(root, answer["size"], checkpoint.root, checkpoint.size, path)
        try:
            leads_to(sha256(root).digest(), answer["size"], checkpoint.root, checkpoint.size, path)
        except ValueError:
            shown += 1
        else:
            sys.exit(f"another root of height {height} leads to the checkpoint, too")
    print(f"{shown} heights lead to the newest checkpoint, and other roots do not")


def main(quorate, folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    played, signed = folder / "played", folder / "signed"
    run(quorate, "play", STORIES / "founding.story", "--dir", played)
    sign(quorate, played, signed)
    pages = subprocess.Popen([quorate, "pages", "--dir", played, "--questions", "0"], stdout=subprocess.PIPE, text=True)
    try:
        address = pages.stdout.readline().split()[0].rstrip("/")
        wait(address)
        heights(address)
        asked = subprocess.run(
            [
                Path(sys.executable).parent / "schemathesis",
                "--config-file", HERE / "schemathesis.toml",
                "run", f"{address}/api/v1/openapi.json", "--max-examples", "50", "--seed", "1",
            ],
            cwd=folder,
            env={**os.environ, "SCHEMATHESIS_HOOKS": str(HERE / "api_hooks.py"), "QUORATE_SIGNED": str(signed)},
        )
        sys.exit(asked.returncode)
    finally:
        pages.terminate()
        pages.wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())

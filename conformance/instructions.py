#!/usr/bin/env python3
"""Checks messages for banks against the schema of ISO 20022, and against the registers.

python3 instructions.py QUORATE FOLDER

Plays the story of payments under way, writes its messages twice, and wants the same bytes; validates them by the schema
pain.001.001.09 that the package sepaxml carries, reads them with other code, and compares every field with the registers.
Then it breaks a message in several ways, and wants the schema or the comparison to see each.
"""
import json
import shutil
import subprocess
import sys
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

from lxml import etree

STORY = Path(__file__).parent.parent / "stories" / "with-the-bank.story"
NAME = "pain.001.001.09"
NS = {"p": f"urn:iso:std:iso:20022:tech:xsd:{NAME}"}
OURS = ["--debtor", "Partnership fund & Co", "--account", "4711", "--bank", "ABCDUS33"]


def run(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, words))}: {done.stderr}")
    return done.stdout


def register(quorate, folder, name):
    return json.loads(run(quorate, "record", name, "--format", "json", "--dir", folder))["rows"]


def differences(text, schema, wanted):
    """What is wrong with a message, by the schema and by the registers."""
    try:
        tree = etree.fromstring(text)
    except etree.XMLSyntaxError as error:
        return [f"no XML: {error}"]
    if not schema.validate(tree):
        return [f"schema: {error.message}" for error in schema.error_log]
    found = {path: tree.xpath(f"string(//{path})", namespaces=NS) for path in wanted}
    return [f"{path} is {found[path]!r}, and in the registers {value!r}"
            for path, value in wanted.items() if found[path] != value]


def wanted_of(quorate, played, payment):
    case = next(row for row in register(quorate, played, "cases") if row["case"] == payment["case"])
    tranche = next(row for row in register(quorate, played, "tranches")
                   if (row["case"], row["tranche"]) == (payment["case"], payment["tranche"]))
    partnership = json.loads(run(quorate, "record", "cases", "--format", "json", "--dir", played))["partnership"]
    one = f"{partnership[:20]}-P{payment['payment']}"
    assert len(one) <= 35
    says = f"case {case['case']}, tranche {tranche['tranche']}, decision {case['decision']}"
    return {
        "p:GrpHdr/p:MsgId": one, "p:PmtInf/p:PmtInfId": one, "p:PmtId/p:EndToEndId": one,
        "p:GrpHdr/p:NbOfTxs": "1", "p:GrpHdr/p:CtrlSum": tranche["amount"],
        "p:Amt/p:InstdAmt": tranche["amount"], "p:Amt/p:InstdAmt/@Ccy": "USD",
        "p:Cdtr/p:Nm": case["payee"], "p:Dbtr/p:Nm": OURS[1],
        "p:RmtInf/p:Ustrd": f"REHEARSAL, NOT TO BE EXECUTED: {says}",
        "p:GrpHdr/p:Authstn/p:Prtry": "REHEARSAL, NOT TO BE EXECUTED",
    }


BREAKS = [
    ("without an id", "<EndToEndId>", "<EndToEnd>"),
    ("of another amount", ".00</InstdAmt>", ".01</InstdAmt>"),
    ("of six decimals", ".00</InstdAmt>", ".000001</InstdAmt>"),
    ("for another creditor", "<Nm>Treasury", "<Nm>Treasurer"),
    ("not escaped", "&lt;1&gt;", "<1>"),
    ("with an id of 36 characters", "-P1</MsgId>", "-P1" + "x" * 13 + "</MsgId>"),
    ("without the fund's account", "DbtrAcct>", "DbtrAccount>"),
]


def main(quorate, folder):
    schema = etree.XMLSchema(etree.parse(str(files("sepaxml") / "schemas" / f"{NAME}.xsd")))
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    played, messages = folder / "played", folder / "messages"
    run(quorate, "play", STORY, "--dir", played)
    run(quorate, "record", "instructions", "--out", messages, "--dir", played, *OURS)
    first = {path.name: path.read_bytes() for path in messages.iterdir()}
    again = run(quorate, "record", "instructions", "--out", messages, "--dir", played, *OURS)
    assert again.count("the same to the last byte") == len(first), again
    assert first == {path.name: path.read_bytes() for path in messages.iterdir()}
    at_the_bank = [row for row in register(quorate, played, "payments") if row["stage"] == "with the bank"]
    assert at_the_bank and set(first) == {f"payment-{row['payment']}.pain.001.xml" for row in at_the_bank}
    total = Decimal(0)
    for payment in at_the_bank:
        text = first[f"payment-{payment['payment']}.pain.001.xml"]
        wanted = wanted_of(quorate, played, payment)
        if wrong := differences(text, schema, wanted):
            sys.exit("\n".join(wrong))
        total += Decimal(wanted["p:Amt/p:InstdAmt"])
        for how, before, after in BREAKS:
            broken = text.decode().replace(before, after)
            if broken == text.decode() or not differences(broken.encode(), schema, wanted):
                sys.exit(f"a message {how} was not seen")
    in_flight = sum(Decimal(row["balance"]) for row in register(quorate, played, "accounts") if row["code"] == 202)
    assert total == in_flight, f"the messages come to {total}, and payments in flight to {in_flight}"
    print(f"{len(first)} message of {NAME} as its schema and the registers want it, the same when made again; "
          f"{len(BREAKS)} broken ones are refused")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]))

#!/usr/bin/env python3
"""Checks messages for banks against the schema of ISO 20022, and against the registers.

python3 instructions.py QUORATE FOLDER

Plays the story of payments under way, writes its messages twice, and wants the same bytes; validates them by the schema
pain.001.001.09 that the package sepaxml carries, reads them with other code, and compares every field with the registers.
Then it breaks a message in several ways, and wants the schema or the comparison to see each. The same for pacs.009.001.08,
by the classes that the package pyiso20022 made of its schema, in a story whose payee says a BIC.
"""
import json
import re
import shutil
import subprocess
import sys
from decimal import Decimal
from enum import Enum
from importlib.resources import files
from pathlib import Path
from typing import get_args, get_type_hints

from lxml import etree
from pyiso20022.pacs import pacs_009_001_08 as pacs

STORY = Path(__file__).parent.parent / "stories" / "with-the-bank.story"
NAME = "pain.001.001.09"
BETWEEN = "pacs.009.001.08"
PAYEE = ("Treasury of {asker}, shelters & generators <1>",
         "Central bank of {asker}; IBAN GB82 WEST 1234 5698 7654 32, BIC WESTGB22")
OURS = ["--debtor", "Partnership fund & Co", "--account", "4711", "--bank", "ABCDUS33"]


def run(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, words))}: {done.stderr}")
    return done.stdout


def register(quorate, folder, name):
    return json.loads(run(quorate, "record", name, "--format", "json", "--dir", folder))["rows"]


def by_schema(schema):
    def faults(tree):
        return [] if schema.validate(tree) else [error.message for error in schema.error_log]
    return faults


def bare(hint):
    """The type of one element: of what may be missing, or may stand several times."""
    inner = [kind for kind in get_args(hint) if kind is not type(None)]
    return bare(inner[0]) if inner else hint


def by_classes(element, kind, space):
    """What about an element is not as its class has it: what is in it, in which order, how often, and in which form."""
    hints, place = get_type_hints(kind, vars(sys.modules[kind.__module__])), element.tag.split("}")[-1]
    fields = [(field, field.metadata) for field in kind.__dataclass_fields__.values()]
    known = [meta["name"] for _, meta in fields if meta.get("type") == "Element"]
    names = [child.tag for child in element]
    found = [f"{place}: {name} is not expected" for name in names if name not in [f"{{{space}}}{each}" for each in known]]
    places = [known.index(name.split("}")[-1]) for name in names if name.split("}")[-1] in known]
    if places != sorted(places):
        found.append(f"{place}: its elements are in another order")
    if kind.__name__.endswith("Choice") and len(names) != 1:
        found.append(f"{place}: it is a choice of one")
    for field, meta in fields:
        hint = bare(hints[field.name])
        if meta.get("type") == "Element":
            children = element.findall(f"{{{space}}}{meta['name']}")
            least, most = (1 if meta.get("required") else meta.get("min_occurs", 0)), meta.get("max_occurs", 1)
            if not least <= len(children) <= most:
                found.append(f"{place}: {meta['name']} stands {len(children)} times")
            texts = [(child.text or "", child) for child in children]
        elif meta.get("type") == "Attribute":
            texts = [(element.get(meta["name"], ""), None)]
        else:
            texts = [(element.text or "", None)]
        for text, child in texts:
            if hasattr(hint, "__dataclass_fields__"):
                found += by_classes(child, hint, space)
            else:
                found += [f"{place}: {meta.get('name', 'its text')}: {fault}" for fault in of_text(text, hint, meta)]
    return found


def of_text(text, hint, meta):
    """What about a text is not as its field has it."""
    if isinstance(hint, type) and issubclass(hint, Enum):
        return [] if text in [each.value for each in hint] else [f"{text} is none of its words"]
    found = []
    if hint is Decimal:
        digits = re.fullmatch(r"([0-9]+)(?:[.]([0-9]+))?", text)
        if not digits or len(digits[2] or "") > meta.get("fraction_digits", 99):
            found.append(f"{text} is no amount of its form")
        elif len((digits[1] + (digits[2] or "")).lstrip("0")) > meta.get("total_digits", 99):
            found.append(f"{text} has too many digits")
    elif hint is not str:
        try:
            hint.from_string(text)
        except ValueError as error:
            found.append(str(error))
    if not meta.get("min_length", 0) <= len(text) <= meta.get("max_length", len(text)):
        found.append(f"{text} has {len(text)} characters")
    if "pattern" in meta and not re.fullmatch(meta["pattern"], text):
        found.append(f"{text} is not of the form {meta['pattern']}")
    return found


def by_pacs(tree):
    return by_classes(tree, pacs.Document, f"urn:iso:std:iso:20022:tech:xsd:{BETWEEN}")


def differences(text, faults, wanted):
    """What is wrong with a message, by its structure and by the registers."""
    try:
        tree = etree.fromstring(text)
    except etree.XMLSyntaxError as error:
        return [f"no XML: {error}"]
    if found := faults(tree):
        return [f"schema: {fault}" for fault in found]
    names = {"p": etree.QName(tree).namespace}
    found = {path: tree.xpath(f"string(//{path})", namespaces=names) for path in wanted}
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
    shared = {
        "p:GrpHdr/p:MsgId": one, "p:PmtId/p:EndToEndId": one, "p:PmtId/p:InstrId": one,
        "p:GrpHdr/p:NbOfTxs": "1", "p:GrpHdr/p:CtrlSum": tranche["amount"],
        "p:RmtInf/p:Ustrd": f"REHEARSAL, NOT TO BE EXECUTED: {says}",
    }
    return shared, tranche["amount"], case["payee"]


def wanted_of_pain(quorate, played, payment):
    shared, amount, payee = wanted_of(quorate, played, payment)
    return shared | {
        "p:PmtInf/p:PmtInfId": shared["p:GrpHdr/p:MsgId"], "p:Amt/p:InstdAmt": amount, "p:Amt/p:InstdAmt/@Ccy": "USD",
        "p:Cdtr/p:Nm": payee, "p:Dbtr/p:Nm": OURS[1],
        "p:GrpHdr/p:Authstn/p:Prtry": "REHEARSAL, NOT TO BE EXECUTED",
    }


def wanted_of_pacs(quorate, played, payment):
    shared, amount, payee = wanted_of(quorate, played, payment)
    return shared | {
        "p:IntrBkSttlmAmt": amount, "p:IntrBkSttlmAmt/@Ccy": "USD", "p:SttlmInf/p:SttlmMtd": "INDA",
        "p:Cdtr/p:FinInstnId/p:Nm": payee, "p:Cdtr/p:FinInstnId/p:BICFI": payee.rsplit("BIC ", 1)[1],
        "p:CdtrAcct/p:Id/p:IBAN": payee.rsplit("IBAN ", 1)[1].split(",")[0].replace(" ", ""),
        "p:Dbtr/p:FinInstnId/p:Nm": OURS[1], "p:DbtrAgt/p:FinInstnId/p:BICFI": OURS[5],
        "p:InstrForNxtAgt/p:InstrInf": "REHEARSAL, NOT TO BE EXECUTED",
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


BREAKS_OF_PACS = [
    ("without an id", "<EndToEndId>", "<EndToEnd>"),
    ("of another amount", ".00</IntrBkSttlmAmt>", ".01</IntrBkSttlmAmt>"),
    ("of six decimals", ".00</IntrBkSttlmAmt>", ".000001</IntrBkSttlmAmt>"),
    ("in no currency", "Ccy=\"USD\"", "Ccy=\"usd\""),
    ("for another creditor", "<BICFI>WESTGB22", "<BICFI>WESTGB33"),
    ("with a BIC of seven", "<BICFI>WESTGB22", "<BICFI>WESTGB2"),
    ("in another order", "<MsgId>", "<CreDtTm>2026-01-01T00:00:00Z</CreDtTm><MsgId>"),
    ("settled in no known way", "INDA", "INDB"),
    ("of no day", "</IntrBkSttlmDt>", "x</IntrBkSttlmDt>"),
    ("with an id of 36 characters", "-P1</MsgId>", "-P1" + "x" * 13 + "</MsgId>"),
]


def checked(quorate, folder, form, story, faults, wanted_of_form, breaks):
    played, messages = folder / "played", folder / "messages"
    run(quorate, "play", story, "--dir", played)
    words = ["record", "instructions", "--message", form.removesuffix(".001.09").removesuffix(".001.08")]
    run(quorate, *words, "--out", messages, "--dir", played, *OURS)
    first = {path.name: path.read_bytes() for path in messages.iterdir()}
    again = run(quorate, *words, "--out", messages, "--dir", played, *OURS)
    assert again.count("the same to the last byte") == len(first), again
    assert first == {path.name: path.read_bytes() for path in messages.iterdir()}
    at_the_bank = [row for row in register(quorate, played, "payments") if row["stage"] == "with the bank"]
    assert at_the_bank and set(first) == {f"payment-{row['payment']}.{words[-1]}.xml" for row in at_the_bank}
    total = Decimal(0)
    for payment in at_the_bank:
        text = first[f"payment-{payment['payment']}.{words[-1]}.xml"]
        wanted = wanted_of_form(quorate, played, payment)
        if wrong := differences(text, faults, wanted):
            sys.exit("\n".join(wrong))
        total += Decimal(wanted["p:GrpHdr/p:CtrlSum"])
        for how, before, after in breaks:
            broken = text.decode().replace(before, after)
            if broken == text.decode() or not differences(broken.encode(), faults, wanted):
                sys.exit(f"a message {how} was not seen")
    in_flight = sum(Decimal(row["balance"]) for row in register(quorate, played, "accounts") if row["code"] == 202)
    assert total == in_flight, f"the messages come to {total}, and payments in flight to {in_flight}"
    print(f"{len(first)} message of {form} as its structure and the registers want it, the same when made again; "
          f"{len(breaks)} broken ones are refused")


def main(quorate, folder):
    schema = etree.XMLSchema(etree.parse(str(files("sepaxml") / "schemas" / f"{NAME}.xsd")))
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    checked(quorate, folder / "pain", NAME, STORY, by_schema(schema), wanted_of_pain, BREAKS)
    charter = STORY.parent.parent / "charters" / "partnership.toml"
    text = STORY.read_text().replace(*PAYEE).replace("../charters/partnership.toml", str(charter.resolve()))
    between = folder / "between-institutions.story"
    between.write_text(text)
    checked(quorate, folder / "pacs", BETWEEN, between, by_pacs, wanted_of_pacs, BREAKS_OF_PACS)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]))

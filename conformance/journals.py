#!/usr/bin/env python3
"""Lets hledger, Ledger and Beancount add up the books of played stories, each from its own journal.

python3 journals.py QUORATE FOLDER

Plays every story into FOLDER, exports its journal in the three forms, lets each program check it and add it up, and
compares every account with the register of accounts, what is set aside included. Then it changes one amount, and wants
every program to refuse; and takes the closing balances away too, and wants the comparison to see it.
"""
import csv
import io
import json
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

from beancount import loader
from beancount.core import data, realization

# Stories of frameworks, which have no fund.
WITHOUT_FUND = ("arrangement", "framework")
STORIES = Path(__file__).parent.parent / "stories"
FORMS = ("hledger", "ledger", "beancount")


class Differs(Exception):
    """A program refuses a journal, or its sums are not those of the books."""


def run(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if done.returncode:
        raise Differs(f"{Path(words[0]).name} refuses: {(done.stderr or done.stdout).strip()[:600]}")
    return done.stdout


def amount(text):
    """An amount as the programs write it; nought stands without a currency."""
    return Decimal(text.split(" ")[0] or 0)


def hledger(path):
    run("hledger", "-f", path, "check", "--strict")
    rows = csv.DictReader(io.StringIO(run("hledger", "-f", path, "bal", "--flat", "-N", "-E", "-O", "csv")))
    return {row["account"]: amount(row["balance"]) for row in rows}


def ledger(path):
    lines = run("ledger", "-f", path, "--pedantic", "bal", "--flat", "-E", "--no-total",
                "--balance-format", "%(account)\t%(scrub(display_amount))\n").splitlines()
    return {name: amount(stands) for name, stands in (line.split("\t") for line in lines)}


def beancount(path):
    entries, errors, _ = loader.load_file(str(path))
    if errors:
        raise Differs(f"beancount refuses: {errors[0].message}")
    root = realization.realize(entries)
    found = {}
    for opened in (entry for entry in entries if isinstance(entry, data.Open)):
        of = opened.meta.get("of", "")
        name = f"{opened.meta['ledger']}:{int(opened.meta['code'])}"
        inside = realization.get(root, opened.account)
        part = next((part for sign, part in (("Set-aside", "set aside:"), ("To-come", "to come:"))
                     if opened.account.split(":")[1] == sign), "")
        amounts = [position.units.number for position in inside.balance] if inside is not None else []
        found[part, name, of] = sum(amounts, Decimal(0))
    return found


PROGRAMS = {"hledger": hledger, "ledger": ledger, "beancount": beancount}


def of_books(quorate, folder):
    """What the register of accounts says: (part, ledger and code, of), the name in plain journals, and the amount."""
    rows = json.loads(run(quorate, "record", "accounts", "--format", "json", "--dir", folder))["rows"]
    for row in rows:
        of = row["of"] or ""
        plain = f"{row['ledger']}:{row['code']} {row['account']}" + (":" + of.replace("/", ":") if of else "")
        key = f"{row['ledger']}:{row['code']}"
        yield ("", key, of), plain, Decimal(row["balance"])
        if row["held"]:
            yield ("set aside:", key, of), "set aside:" + plain, Decimal(row["held"])


def has_fund(quorate, folder):
    """Whether the charter of a partnership has a fund; a framework has none, and no accounts."""
    done = subprocess.run([quorate, "record", "journal", "--format", FORMS[0], "--dir", folder], capture_output=True, text=True)
    if done.returncode and "has no fund" not in done.stderr:
        raise Differs(done.stderr.strip()[:600])
    return done.returncode == 0


def compare(program, path, books):
    """Each account has the amount of the books (on either side), and no other account has one."""
    found = PROGRAMS[program](path)
    wanted = {key if program == "beancount" else plain: stands for key, plain, stands in books}
    for account, stands in wanted.items():
        if abs(found.get(account, Decimal(0))) != abs(stands):
            raise Differs(f"{program}: {account} stands at {found.get(account)}, and in the books at {stands}")
    for account, stands in found.items():
        part = account[0] if program == "beancount" else account
        if stands and account not in wanted and not part.startswith("to come:"):
            raise Differs(f"{program}: {account} stands at {stands}, and is not in the books")
    if sum(found.values()):
        raise Differs(f"{program}: all accounts together come to {sum(found.values())}")
    return len(found)


def tampered(text, closing):
    """One entry with one unit more on both sides; without its closing balances if those are not wanted."""
    lines = text.splitlines()
    posting = re.compile(r"^( +\S.*  -?)(\d+)(\.\d+) (\w{3})$")
    two = [at for at, line in enumerate(lines) if posting.match(line) and " = " not in line][:2]
    for at in two:
        lines[at] = posting.sub(lambda found: f"{found[1]}{int(found[2]) + 1}{found[3]} {found[4]}", lines[at])
    if not closing:
        lines = [line for line in lines if " = " not in line and " balance " not in line]
        lines = [line for line in lines if not line.endswith("What the books say")]
    return "\n".join(lines) + "\n"


def fails(check, *words):
    try:
        check(*words)
    except Differs:
        return
    raise SystemExit(f"one unit more was not seen: {words[-2]}")


def tampering(folder, books):
    for form in FORMS:
        text = (folder / f"founding.{form}").read_text()
        path = folder / f"tampered.{form}"
        path.write_text(tampered(text, closing=True))
        fails(lambda form, path: PROGRAMS[form](path), form, path)
        path.write_text(tampered(text, closing=False))
        PROGRAMS[form](path)
        fails(compare, form, path, books)
        path.unlink()


def main(quorate, folder):
    folder.mkdir(parents=True, exist_ok=True)
    accounts = set_aside = without_fund = 0
    for story in sorted(STORIES.glob("*.story")):
        played = folder / story.stem
        run(quorate, "play", story, "--dir", played)
        if not has_fund(quorate, played):
            assert story.stem in WITHOUT_FUND, f"{story.stem} has no fund"
            without_fund += 1
            continue
        books = list(of_books(quorate, played))
        set_aside += sum(1 for key, _, _ in books if key[0])
        for form in FORMS:
            path = folder / f"{story.stem}.{form}"
            path.write_text(run(quorate, "record", "journal", "--format", form, "--dir", played))
            accounts += compare(form, path, books)
        if story.stem == "founding":
            founding = books
    if not set_aside:
        raise SystemExit("no story ends with anything set aside")
    tampering(folder, founding)
    if without_fund != len(WITHOUT_FUND):
        raise SystemExit(f"{without_fund} stories have no fund, and not those named here")
    print(f"{accounts} accounts added up by {', '.join(FORMS)} as in the books, {set_aside} amounts set aside among them;"
          " one unit more is refused by each")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    try:
        main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]))
    except Differs as differs:
        sys.exit(str(differs))

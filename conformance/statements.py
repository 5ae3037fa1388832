"""A second reader of the sample statements: the three forms of one statement say the same, and add up."""
import csv
import sys
import xml.etree.ElementTree as ET
from decimal import Decimal
from pathlib import Path

FOLDER = Path(__file__).parent / "statements"
HEADER = ["kind", "value_date", "amount", "currency", "reference", "end_to_end_id", "text", "code"]
CHARGE, INTEREST = {"CHRG", "COMM", "FEES"}, {"INTR"}


def family(code):
    return "charge" if code in CHARGE else "interest" if code in INTEREST else "other"


def of_csv(path):
    with open(path, newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == HEADER, "the header"
    lines, balances = [], {}
    for kind, day, amount, currency, reference, end_to_end, text, code in rows[1:]:
        if kind == "line":
            lines.append((reference, Decimal(amount), currency, day, f"{end_to_end} {text}", family(code)))
        else:
            balances[kind] = (Decimal(amount), currency)
    return lines, balances


def of_camt(path, version):
    root = ET.parse(path).getroot()
    space = f"{{urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}}}"
    assert root.tag == f"{space}Document", "the document"
    (statement,) = root.findall(f"{space}BkToCstmrStmt/{space}Stmt")
    find = lambda at, *names: at.find("/".join(space + name for name in names))

    def amount(at):
        money = find(at, "Amt")
        return Decimal(money.text) * (-1 if find(at, "CdtDbtInd").text == "DBIT" else 1), money.get("Ccy")

    names = {"OPBD": "opening", "CLBD": "closing"}
    balances = {names[find(bal, "Tp", "CdOrPrtry", "Cd").text]: amount(bal) for bal in statement.iter(f"{space}Bal")}
    lines = []
    for entry in statement.iter(f"{space}Ntry"):
        details = find(entry, "NtryDtls", "TxDtls")
        status = find(entry, "Sts") if version == "02" else find(entry, "Sts", "Cd")
        assert status.text == "BOOK"
        words = f"{find(details, 'Refs', 'EndToEndId').text} {find(details, 'RmtInf', 'Ustrd').text}"
        code = find(entry, "BkTxCd", "Domn", "Fmly", "SubFmlyCd").text
        lines.append((find(entry, "AcctSvcrRef").text, *amount(entry), find(entry, "ValDt", "Dt").text, words, family(code)))
    return lines, balances


def main():
    first = of_csv(FOLDER / "day-1.csv")
    lines, balances = first
    results = {
        "day-1.csv adds up": balances["opening"][0] + sum(line[1] for line in lines) == balances["closing"][0],
        "camt.053.001.02 says the same": of_camt(FOLDER / "day-1.camt.053.001.02.xml", "02") == first,
        "camt.053.001.08 says the same": of_camt(FOLDER / "day-1.camt.053.001.08.xml", "08") == first,
    }
    for name, holds in results.items():
        print(f"{'ok  ' if holds else 'FAIL'} {name}")
    print(f"{sum(results.values())} passed, {len(results) - sum(results.values())} failed")
    return 0 if all(results.values()) else 1


if __name__ == "__main__":
    sys.exit(main())

use super::*;

const CAMT_02: &str = include_str!("../../../../conformance/statements/day-1.camt.053.001.02.xml");
const CAMT_08: &str = include_str!("../../../../conformance/statements/day-1.camt.053.001.08.xml");
const CSV: &str = include_str!("../../../../conformance/statements/day-1.csv");

#[test]
fn the_three_forms_of_one_statement_say_the_same() {
    let statement = read(CSV).unwrap();
    assert_eq!(statement.lines.len(), 6);
    assert_eq!(read(CAMT_02).unwrap(), statement);
    assert_eq!(read(CAMT_08).unwrap(), statement);
    let (after, closing) = statement.adds_up().unwrap();
    assert_eq!(after, closing);
}

#[test]
fn entities_and_document_types_are_refused() {
    let typed = CAMT_08.replace("<Document", "<!DOCTYPE Document [<!ENTITY a \"b\">]><Document");
    assert!(read(&typed).unwrap_err().what.contains("document type"));
    let entity = CAMT_08.replace("from GBR", "from &GBR;");
    assert_ne!(entity, CAMT_08);
    assert!(read(&entity).unwrap_err().what.contains("entity"));
    let own = CAMT_08.replace("from GBR", "from &lt;GBR&#x3E;");
    assert!(read(&own).unwrap().lines[0].text.ends_with("from <GBR>"));
}

#[test]
fn an_entry_that_says_no_side_takes_none_from_the_one_before() {
    let side = "<CdtDbtInd>CRDT</CdtDbtInd>";
    let entry = CAMT_08.find("<Ntry>").unwrap();
    let (head, entries) = CAMT_08.split_at(entry);
    for other in ["", "<CdtDbtInd>crdt</CdtDbtInd>"] {
        let statement = read(&[head, &entries.replacen(side, other, 1)].concat()).unwrap();
        let line = &statement.lines[0];
        assert_eq!((line.amount, line.unfit), (None, Some("it says neither CRDT nor DBIT")));
        assert_eq!(statement.adds_up(), None);
        assert_eq!(statement.lines[1..], read(CAMT_08).unwrap().lines[1..]);
    }
    // Nor does a balance.
    let balance = CAMT_08.replacen(side, "", 1);
    assert!(read(&balance).unwrap_err().what.contains("neither CRDT nor DBIT"));
}

#[test]
fn what_is_no_statement_is_told_with_its_place() {
    for (text, what) in [
        ("", "the header"),
        ("<a/>", "no camt"),
        ("a,b", "the header"),
        (&CAMT_08.replace("camt.053.001.08", "camt.052.001.08"), "no camt"),
        (&CAMT_08.replace("</Stmt>", "</Stmt><Stmt></Stmt>"), "2 statements"),
        (&CAMT_08.replace("</Document>", ""), "does not end"),
        (
            &"<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">"
                .replace('>', &[">", &"<a>".repeat(40)].concat()),
            "deep",
        ),
        (&[csv::HEADER, "\nline,1\n"].concat(), "columns"),
        (&[csv::HEADER, "\nother,,,,,,,\n"].concat(), "neither"),
        (&[csv::HEADER, "\nclosing,,\"1,00\",USD,,,,\n"].concat(), "cannot be read"),
        (&[csv::HEADER, "\nopening,,1.00,usd,,,,\n"].concat(), "cannot be read"),
        (&[csv::HEADER, "\nclosing,,1.00,USD,,,,\nclosing,,2.00,USD,,,,\n"].concat(), "before"),
        (&[csv::HEADER, "\nline,", &"9".repeat(9000)].concat(), "too long"),
    ] {
        let fault = read(text).unwrap_err();
        assert!(fault.what.contains(what), "{fault:?}");
    }
}

#[test]
fn a_missing_amount_day_or_currency_is_no_amount_day_or_currency() {
    let row = |date: &str, amount: &str, currency: &str| {
        let text = format!("{}\nline,{date},{amount},{currency},r,,,\n", csv::HEADER);
        let line = read(&text).unwrap().lines.remove(0);
        (line.value_date.is_some(), line.amount.is_some())
    };
    assert_eq!(row("2026-12-01", "-1.00", "USD"), (true, true));
    assert_eq!(row("1969-12-31", "1.00", "USD"), (false, true));
    assert_eq!(row("2026-13-01", "1.00", "USD"), (false, true));
    for (amount, currency) in [("1,00", "USD"), ("1.001", "USD"), ("", "USD"), ("1.00", "usd"), ("1.00", "")]
    {
        let amount = format!("\"{amount}\"");
        assert_eq!(row("2026-12-01", &amount, currency), (true, false), "{amount} {currency}");
    }
}

//! What seals and auditors say of the accounts of a period.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_partnership::Day;
use quorate_partnership::fund::Totals;

use super::StatementLine;
use crate::records::Records;
use crate::words;

const NAME: &str = "assurance";

pub(super) fn lines(records: &Records, period: (Day, Day), prior: (Day, Day)) -> Vec<StatementLine> {
    let mut lines = Vec::new();
    let mut say = |line: &str, note: String| {
        let (line, codes, is_total) = (line.into(), Vec::new(), false);
        lines.push(StatementLine {
            statement: NAME,
            line,
            codes,
            current: None,
            prior: None,
            note,
            is_total,
        });
    };
    let days = |(from, to): (Day, Day)| format!("{} to {}", words::day(from), words::day(to));
    say("period", days(period));
    say("prior period", days(prior));
    let (until, today) = (period.1, records.at().day());
    if until >= today {
        let reaches = words::minute(records.at());
        say("record", format!("reaches {reaches}: what has effect later is not in these figures"));
    }
    say("sealed", sealed(records, until));
    if let Some(agrees) = agrees(records, until) {
        say("journal against the seal", agrees.into());
    }
    let opinions: Vec<String> =
        records.registers().opinions.on(until).map(|(by, kind)| format!("{by} {}", kind.name())).collect();
    let given = opinions.len();
    say("opinions", if opinions.is_empty() { "none".into() } else { opinions.join(", ") });
    say("audited", audited(records, given));
    let (open, material) = records.registers().findings.open();
    say("open findings", format!("{open}, {material} of them material"));
    lines
}

fn sealed(records: &Records, until: Day) -> String {
    match records.registers().seals.covering(until) {
        Some((seal, totals, [one, other])) if totals.until == until => {
            format!("yes: {seal}, by treasurers of {one} and {other}")
        }
        Some((seal, totals, [one, other])) => {
            format!("yes: {seal} until {}, by treasurers of {one} and {other}", words::day(totals.until))
        }
        None => "no: what comes in late can change these figures".into(),
    }
}

/// Whether the journal, as it is now, comes to what was sealed on this very day.
fn agrees(records: &Records, until: Day) -> Option<&'static str> {
    let (_, sealed, _) = records.registers().seals.covering(until)?;
    let entries = records.registers().journal.by_day().map(|(day, entry, _)| (day, entry));
    let now = Totals::of(sealed.until, entries);
    Some(if now == *sealed { "the same totals and balances" } else { "not what was sealed" })
}

fn audited(records: &Records, given: usize) -> String {
    let Some(audit) = records.charter().audit() else { return "the charter asks for no opinions".into() };
    let asked = audit.opinions();
    let is_audited = usize::try_from(asked).is_ok_and(|asked| given >= asked);
    format!("{}: opinions of {given} members' auditors, {asked} asked", if is_audited { "yes" } else { "no" })
}

//! What is open: what waits for someone, or is owed.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use maud::{Markup, html};

use super::Page;
use super::figures::grouped;
use super::rows::at;
use crate::records::Records;
use crate::registers::Register;
use crate::table::{Cell, Table};
use crate::words;

/// Something open: where it stands, and what it is.
type Open = (Register, String);

/// Everything that is open, most urgent first.
pub(super) fn section(page: &Page<'_>) -> Markup {
    let records = page.records;
    let mut open = Vec::new();
    waiting(records, &mut open);
    owed(records, &mut open);
    let pledges = told(records, Register::Pledges, |_| true, pledge);
    html! {
        section.open {
            h2 { (page.say("Open")) }
            @if open.is_empty() { p.none { (page.say("Nothing waits for anyone, and nothing is owed.")) } }
            (list(page, &open))
            @if !pledges.is_empty() {
                h3 { (page.say("Pledged, which binds nobody and is not counted above")) }
                (list(page, &pledges))
            }
        }
    }
}

fn pledge(row: &Row<'_>) -> String {
    let part = |key: &str, word: &str| match row.text(key) {
        text if text.is_empty() => text,
        text => format!(", {word}{text}"),
    };
    let (condition, lapses) = (part("condition", ""), part("lapses", "until "));
    format!("{} by {}{condition}{lapses}", row.text("amount"), row.text("member"))
}

fn list(page: &Page<'_>, open: &[Open]) -> Markup {
    html! {
        @if !open.is_empty() {
            ul { @for (register, what) in open { li { (page.say(what)) " " (page.source(register.name())) } } }
        }
    }
}

/// What of a register is told, in its order.
fn told(
    records: &Records,
    register: Register,
    wanted: impl Fn(&Row<'_>) -> bool,
    what: impl Fn(&Row<'_>) -> String,
) -> Vec<Open> {
    let table = records.register(register);
    let rows = table.rows.iter().map(|cells| Row { table: &table, cells });
    rows.filter(wanted).map(|row| (register, what(&row))).collect()
}

/// Stages at which something waits, and what is told of it.
type Waits = (Register, &'static [&'static str], fn(&Row<'_>) -> String);

const WAITS: &[Waits] = &[
    (Register::Alarms, &["reported", "stands"], |row| {
        let (line, amount, stage) = (row.text("line"), row.text("amount"), row.text("stage"));
        format!("ALARM: bank line {line}, {amount} left the account and nobody instructed it ({stage})")
    }),
    (Register::Emergencies, &["waiting"], |row| {
        let (number, total, by) = (row.text("number"), row.text("total"), row.text("asked_by"));
        let until = row.text("until");
        format!("Emergency call {number}, {total}, asked for by {by}, waits for another member until {until}")
    }),
    (Register::Arrears, &["due", "in default", "in default, asked of the others"], |row| {
        let (member, of, standing) = (row.text("member"), row.text("of"), row.text("standing"));
        let (since, principal, interest) = (row.text("since"), row.text("principal"), row.text("interest"));
        if principal.is_empty() {
            return format!("{member} has not paid {interest} of late interest that is booked");
        }
        format!("{member} has not paid {principal} {of}, due since {since}, interest {interest}: {standing}")
    }),
    (Register::Findings, &["open"], |row| {
        let (finding, about, severity) = (row.text("finding"), row.text("about"), row.text("severity"));
        format!("Finding {finding} ({severity}) on {about} is open: {}", row.text("text"))
    }),
    (Register::Payments, &["waits"], |row| {
        let (payment, by, until) = (row.text("payment"), row.text("signed_by"), row.text("until"));
        format!("Payment {payment} is signed by treasurers of {by}, and needs others before {until}")
    }),
    (Register::Payments, &["with the bank"], |row| {
        format!("Payment {} is with the bank, and no statement has confirmed it", row.text("payment"))
    }),
    (Register::BankLines, &["waits"], |row| {
        let (line, what, amount) = (row.text("line"), row.text("what"), row.text("amount"));
        format!("Bank line {line} waits for a countersignature: {amount}, {what}")
    }),
    (Register::Tranches, &["attested"], |row| {
        let (case, tranche, amount) = (row.text("case"), row.text("tranche"), row.text("amount"));
        format!("Tranche {tranche} of case {case}, {amount}, is attested and not paid")
    }),
    (Register::Tranches, &["approved"], |row| {
        let (case, tranche, amount) = (row.text("case"), row.text("tranche"), row.text("amount"));
        format!(
            "Tranche {tranche} of case {case}, {amount}, waits for its condition: {}",
            row.text("condition")
        )
    }),
    (Register::Decisions, &["open", "open to votes", "votes to be confirmed"], |row| {
        let (number, title) = (row.text("decision"), row.text("title"));
        format!("Decision {number}, {title}, is open until {}", row.text("closes"))
    }),
    (Register::Decisions, &["adopted"], |row| {
        format!("Decision {}, {}, is adopted and not executed", row.text("decision"), row.text("title"))
    }),
    (Register::Cases, &["requested"], |row| {
        let (case, total, beneficiary) = (row.text("case"), row.text("total"), row.text("beneficiary"));
        format!("Case {case}, {total} for {beneficiary}, is asked for and not decided")
    }),
];

fn waiting(records: &Records, open: &mut Vec<Open>) {
    let payments = records.register(Register::Payments);
    for (register, stages, what) in WAITS {
        let key = if *register == Register::Arrears { "standing" } else { "stage" };
        let waits = |row: &Row<'_>| {
            let told = *register == Register::Tranches && is_under_way(&payments, row);
            stages.contains(&row.text(key).as_str()) && !told
        };
        open.extend(told(records, *register, waits, what));
    }
    agreements(records, open);
    let overdue = |row: &Row<'_>| !row.text("overdue").is_empty();
    open.extend(told(records, Register::Loans, overdue, |row| {
        let (case, beneficiary) = (row.text("case"), row.text("beneficiary"));
        let (overdue, since) = (row.text("overdue"), row.text("overdue_since"));
        format!("{overdue} of the loan of case {case} to {beneficiary} is overdue since {since}")
    }));
}

/// What beneficiaries have still to sign and to account for, and what they have to give back.
fn agreements(records: &Records, open: &mut Vec<Open>) {
    let of = Register::FinancingAgreements;
    let has = |row: &Row<'_>, key| !row.text(key).is_empty();
    let whose = |row: &Row<'_>| format!("of case {} ({})", row.text("case"), row.text("beneficiary"));
    open.extend(told(
        records,
        of,
        |row| has(row, "breach"),
        |row| {
            let (term, amount) = (row.text("breach"), row.text("to_be_recovered"));
            format!("The beneficiary {} broke the term {term}: {amount} is to be recovered", whose(row))
        },
    ));
    open.extend(told(
        records,
        of,
        |row| !has(row, "signed"),
        |row| format!("The financing agreement {} is not signed: nothing is paid before", whose(row)),
    ));
    let not_cleared = |row: &Row<'_>| matches!(row.cell("pre_financing"), Some(Cell::Money(amount)) if amount.is_positive());
    open.extend(told(records, of, not_cleared, |row| {
        format!("The use of {} of pre-financing {} is not attested", row.text("pre_financing"), whose(row))
    }));
    let reported = |row: &Row<'_>| row.text("stage") == "reported";
    open.extend(told(records, Register::UseReports, reported, |row| {
        let (report, case, amount) = (row.text("report"), row.text("case"), row.text("counts"));
        format!("Report {report} of case {case}, on the use of {amount}, waits to be attested")
    }));
}

/// Whether a payment of this tranche waits or is with the bank, which is told already.
fn is_under_way(payments: &Table, tranche: &Row<'_>) -> bool {
    payments.rows.iter().map(|cells| Row { table: payments, cells }).any(|row| {
        let same = |key| row.text(key) == tranche.text(key);
        same("case") && same("tranche") && ["waits", "with the bank"].contains(&row.text("stage").as_str())
    })
}

/// What members owe, and what the fund holds for them.
fn owed(records: &Records, open: &mut Vec<Open>) {
    for (book, account, balance) in records.books().accounts() {
        let Some(kind) = records.books().chart().find(account.code()) else { continue };
        let minor = balance.net(kind.normal);
        let says = match account.code() {
            // What is due already is told by its arrears.
            110 => "is to come from",
            // Of whom it is will be seen; what is missing is told as an alarm too.
            117 => "is held for whoever it is of",
            118 => "is missing, an alarm: it left and nobody instructed it",
            200 | 205 => "is held for",
            204 => "is owed, with what is still to fall due, to the State that left,",
            _ => continue,
        };
        if minor != 0 {
            let amount = format!("{} {}", grouped(minor, book.currency()), book.currency());
            let of = account.of();
            let space = if of.is_empty() { "" } else { " " };
            open.push((
                Register::Accounts,
                format!("{amount} {says}{space}{of} (account {}, {})", kind.code, kind.name),
            ));
        }
    }
}

/// A row of a register, by the keys of its columns.
struct Row<'t> {
    table: &'t Table,
    cells: &'t [Cell],
}

impl Row<'_> {
    fn cell(&self, key: &str) -> Option<&Cell> {
        at(self.table, key).and_then(|at| self.cells.get(at))
    }

    fn text(&self, key: &str) -> String {
        match self.cell(key) {
            Some(Cell::Money(amount)) => words::amount(**amount),
            Some(cell) => cell.readable(),
            None => String::new(),
        }
    }
}

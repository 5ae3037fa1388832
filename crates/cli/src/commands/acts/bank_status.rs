//! Say what the bank answered to messages.

use std::path::PathBuf;

use clap::Args;
use quorate_partnership::Command;
use quorate_records::{Cell, Records, Register, payment_in};

use super::{Desk, Reads, Typed, reads_only};
use crate::bank_answer::{self, Answer, MAX_ANSWER_BYTES};
use crate::commands::files::read_text;
use crate::failure::Failure;
use crate::present::{Screen, columns};

#[derive(Args)]
#[command(about = "Say what the bank answered to messages", long_about = include_str!("bank_status.md").trim_end())]
pub(crate) struct Status {
    /// The file: pain.002, pacs.002 or pacs.004.
    file: PathBuf,
}

impl Typed for Status {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Err(reads_only("bank status"))
    }

    fn reads(&self) -> Option<&dyn Reads> {
        Some(self)
    }
}

impl Reads for Status {
    fn run(&self, records: &Records, screen: &mut Screen) -> Result<(), Failure> {
        Failure::without_fund(records.charter())?;
        let (name, text) = read_text(&self.file, MAX_ANSWER_BYTES)?;
        let answers = bank_answer::read(&text).map_err(|fault| {
            let what = format!("{name} is no answer that is read here: byte {}: {}", fault.byte, fault.what);
            Failure::usage(
                what,
                "give pain.002, pacs.002 or pacs.004; a statement is for `quorate bank import`",
            )
        })?;
        let mut rows =
            vec![["Payment", "The bank says", "Reason", "In the record"].map(str::to_owned).to_vec()];
        rows.extend(answers.iter().map(|answer| row(answer, records)));
        // One answer may stand for the message, the instruction and the transfer in it.
        rows.dedup();
        for line in columns(&rows) {
            screen.line(&line)?;
        }
        let says = |status: &[&str]| answers.iter().any(|answer| status.contains(&answer.status.as_str()));
        if says(&["RJCT", "CANC"]) {
            screen.paragraph("", REJECTED)?;
        }
        if says(&["RTRN"]) {
            screen.paragraph("", RETURNED)?;
        }
        Ok(())
    }
}

const REJECTED: &str = "What the bank rejects stays with the bank in the record, and its money set aside. Clear with the bank \
what is wrong. Do not send the message again: banks refuse an id that they had, and one that does not could pay twice. Once the \
statement or the bank's answer shows that the money came back, or never left, two treasurers enter that: `quorate bank enter \
AMOUNT --returned PAYMENT`; then the tranche can be instructed again. Until then nothing ends the payment.";
const RETURNED: &str = "What came back is entered with the line of the statement: `quorate bank import` or \
`quorate bank enter`; then the tranche can be instructed again.";

fn row(answer: &Answer, records: &Records) -> Vec<String> {
    let payment = payment_in(records.id(), &answer.id);
    let (which, stage) = match payment {
        None => (format!("not ours: {}", shown(&answer.id)), String::new()),
        Some(payment) => {
            let payments = records.register(Register::Payments);
            let stage = payments.find(&[&payment.0.to_string()], "stage").map(Cell::plain);
            (payment.to_string(), stage.unwrap_or_else(|| format!("there is no {payment}")))
        }
    };
    let back = answer.returned.as_ref().map_or_else(String::new, |sum| format!(", {}", shown(sum)));
    let why: Vec<String> = answer.why.iter().map(|part| shown(part)).collect();
    vec![which, format!("{} {}{back}", shown(&answer.status), meaning(&answer.status)), why.join(" "), stage]
}

/// The bank's words, as far as a line holds them.
fn shown(text: &str) -> String {
    text.escape_debug().take(80).collect()
}

/// What a code of ISO 20022 means.
fn meaning(status: &str) -> &'static str {
    match status {
        "RCVD" => "(received)",
        "PDNG" => "(pending)",
        "ACTC" => "(checked)",
        "ACCP" => "(accepted)",
        "ACSP" => "(being settled)",
        "ACWC" => "(accepted, changed)",
        "ACSC" => "(settled, debited)",
        "ACCC" => "(settled, credited to the payee)",
        "PART" => "(in part)",
        "RJCT" => "(rejected)",
        "CANC" => "(cancelled)",
        "RTRN" => "(returned)",
        _ => "(a code not known here)",
    }
}

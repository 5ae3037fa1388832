//! What each line of a statement is taken for, and what keeps it from being entered.

use std::collections::{BTreeMap, BTreeSet};

use quorate_charter::MemberCode;
use quorate_ledger::Money;
use quorate_partnership::fund::{EnterLine, Purpose, Reference};
use quorate_partnership::{CaseNo, Day, PartnershipId};
use quorate_records::{Cell, Records, Register, Table, payment_in, settlement_in};

use crate::statement::{Code, Line, Statement};

/// A line, and what would become of it.
pub(super) struct Match {
    /// What it is taken for.
    pub(super) is: Option<Purpose>,
    /// The line to enter, or why there is none.
    pub(super) enter: Result<EnterLine, String>,
}

/// What of the record matters to a statement.
pub(super) struct Known {
    fund: quorate_ledger::Currency,
    today: Day,
    /// The codes of members, and of States that signed an agreement.
    members: BTreeSet<MemberCode>,
    /// The references of lines, in small letters: booked ones, and those that wait, with what is told of them.
    references: BTreeMap<String, String>,
    /// Our payments: amount and stage.
    payments: BTreeMap<u32, (Money, String)>,
    /// What has fallen due to States that left, and was not paid.
    payable: BTreeMap<MemberCode, Money>,
    /// The last case of each State that has a loan outstanding.
    loans: BTreeMap<MemberCode, CaseNo>,
    cases: BTreeSet<CaseNo>,
    partnership: PartnershipId,
}

impl Known {
    pub(super) fn of(records: &Records, today: Day) -> Known {
        let members = records.charter().members().map(|(member, _)| member);
        let signed = column(&records.register(Register::Agreements), "member");
        let signed = signed.into_iter().filter_map(|code| code.parse().ok());
        Known {
            fund: records.charter().fund().currency(),
            today,
            members: members.chain(signed).collect(),
            references: references(&records.register(Register::BankLines)),
            payments: payments(records),
            payable: payable(&records.register(Register::Settlements)),
            loans: loans(&records.register(Register::Loans)),
            cases: numbers(&records.register(Register::Cases)).collect(),
            partnership: records.id(),
        }
    }

    /// Every line of a statement, in its order.
    pub(super) fn matched(&self, statement: &Statement) -> Vec<Match> {
        let mut seen = BTreeSet::new();
        statement.lines.iter().map(|line| self.line(line, &mut seen)).collect()
    }

    fn line(&self, line: &Line, seen: &mut BTreeSet<String>) -> Match {
        let is = line.amount.map(|amount| self.purpose(line, amount));
        let enter = self.fit(line, is, seen);
        Match { is, enter }
    }

    fn purpose(&self, line: &Line, amount: Money) -> Purpose {
        let credit = !amount.is_negative();
        if let Some(payment) = payment_in(self.partnership, &line.text) {
            return if credit { Purpose::Returned { payment } } else { Purpose::Payment { payment } };
        }
        match (credit, line.code) {
            (true, Code::Interest) => Purpose::Income,
            // Interest that the bank takes is what it charges.
            (false, Code::Charge | Code::Interest) => Purpose::BankCharge,
            (true, _) => {
                self.member(&line.text).map_or(Purpose::Unidentified, |from| Purpose::Receipt { from })
            }
            (false, _) => self.settled(line, amount).unwrap_or(Purpose::NotInstructed),
        }
    }

    /// A debit for a State that left: its end-to-end id says so, or its code stands there and as much can be paid to it.
    fn settled(&self, line: &Line, amount: Money) -> Option<Purpose> {
        let can = |to: &MemberCode| {
            self.payable.get(to).is_some_and(|can| amount.minor().saturating_neg() <= can.minor())
        };
        let by_code = || self.member(&line.text).filter(can);
        let to = settlement_in(self.partnership, &line.text).or_else(by_code)?;
        Some(Purpose::Settlement { to })
    }

    /// The one member whose code stands in a text as a word.
    fn member(&self, text: &str) -> Option<MemberCode> {
        let named: BTreeSet<MemberCode> = codes(text).filter(|code| self.members.contains(code)).collect();
        named.first().copied().filter(|_| named.len() == 1)
    }

    fn fit(
        &self,
        line: &Line,
        is: Option<Purpose>,
        seen: &mut BTreeSet<String>,
    ) -> Result<EnterLine, String> {
        if let Some(why) = line.unfit {
            return Err(why.into());
        }
        let (Some(amount), Some(purpose)) = (line.amount, is) else {
            return Err("its amount cannot be read".into());
        };
        let reference: Reference = match line.reference.parse() {
            Ok(reference) => reference,
            Err(_) if line.reference.is_empty() => return Err("it has no reference of the bank".into()),
            Err(error) => return Err(error.to_string()),
        };
        let folded = line.reference.to_ascii_lowercase();
        if !seen.insert(folded.clone()) {
            return Err("its reference stands in this statement before".into());
        }
        if let Some(told) = self.references.get(&folded) {
            return Err(told.clone());
        }
        if amount.currency() != self.fund {
            return Err(format!("the fund's currency is {}", self.fund.code()));
        }
        let value_date = line.value_date.ok_or("its value date cannot be read")?;
        if value_date > self.today {
            return Err("its value date is still to come".into());
        }
        if amount.is_zero() {
            return Err("it is for nothing".into());
        }
        let amount =
            if amount.is_negative() { amount.checked_neg().map_err(|e| e.to_string())? } else { amount };
        if let Purpose::Receipt { .. } | Purpose::Unidentified = purpose
            && let Some(case) = self.repaid(&line.text)
        {
            return Err(format!("it could be a repayment of {case}: enter it by hand"));
        }
        self.pays(purpose, amount)?;
        Ok(EnterLine { purpose, amount, value_date, reference })
    }

    /// The case on which a credit could come back: its text names one, or a State that has a loan outstanding.
    fn repaid(&self, text: &str) -> Option<CaseNo> {
        let mut named = words(text).zip(words(text).skip(1)).filter_map(|(word, number)| {
            let of_case = ["case", "dossier"].iter().any(|ours| word.eq_ignore_ascii_case(ours));
            number.parse().ok().map(CaseNo).filter(|case| of_case && self.cases.contains(case))
        });
        named.next().or_else(|| codes(text).find_map(|code| self.loans.get(&code).copied()))
    }

    /// Whether what is said to be a payment of ours can be one.
    fn pays(&self, purpose: Purpose, amount: Money) -> Result<(), String> {
        if let Purpose::Settlement { to } = purpose {
            let payable = self.payable.get(&to).copied().unwrap_or(Money::zero(self.fund));
            let beyond = amount.minor() > payable.minor();
            return if beyond {
                Err(format!("{} can be paid to {to} now", payable.grouped()))
            } else {
                Ok(())
            };
        }
        let (payment, stages) = match purpose {
            Purpose::Payment { payment } => (payment, &["with the bank"][..]),
            Purpose::Returned { payment } => (payment, &["with the bank", "confirmed"][..]),
            _ => return Ok(()),
        };
        match self.payments.get(&payment.0) {
            None => Err(format!("there is no {payment}")),
            Some((_, stage)) if !stages.contains(&stage.as_str()) => {
                Err(format!("the stage of {payment} is: {stage}"))
            }
            Some((due, _)) if *due != amount => Err(format!("{payment} is for {}", due.grouped())),
            Some(_) => Ok(()),
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty())
}

/// The words of a text that could be codes of States.
fn codes(text: &str) -> impl Iterator<Item = MemberCode> {
    words(text).filter(|word| word.len() == 3).filter_map(|word| word.parse().ok())
}

/// The numbers of cases in a register.
fn numbers(table: &Table) -> impl Iterator<Item = CaseNo> {
    table.column("case").filter_map(|cell| cell.plain().parse().ok().map(CaseNo))
}

/// The last case of each State that has a loan outstanding.
fn loans(table: &Table) -> BTreeMap<MemberCode, CaseNo> {
    let outstanding = |case: &CaseNo| {
        let found = table.find(&[&case.0.to_string()], "outstanding");
        matches!(found, Some(Cell::Money(amount)) if amount.minor() > 0)
    };
    let of = |case: CaseNo| table.find(&[&case.0.to_string()], "beneficiary")?.plain().parse().ok();
    numbers(table).filter(outstanding).filter_map(|case| Some((of(case)?, case))).collect()
}

/// The cells of a column, as they stand in CSV.
fn column(table: &Table, key: &str) -> Vec<String> {
    table.column(key).map(Cell::plain).collect()
}

fn references(lines: &Table) -> BTreeMap<String, String> {
    let numbers = column(lines, "line");
    let stages = column(lines, "stage");
    let mut found = BTreeMap::new();
    for ((reference, stage), number) in column(lines, "reference").into_iter().zip(stages).zip(numbers) {
        let told = match stage.as_str() {
            "lapsed" | "taken back" => continue,
            "waits" => format!("it waits as bank line {number} for another member's treasurer"),
            _ => format!("it is booked as bank line {number}"),
        };
        // What is booked keeps others out; what only waits does not, and is told where nothing is booked.
        let booked = stage != "waits";
        let reference = reference.to_ascii_lowercase();
        if booked || !found.contains_key(&reference) {
            found.insert(reference, told);
        }
    }
    found
}

/// What can be paid now to each State that left.
fn payable(settlements: &Table) -> BTreeMap<MemberCode, Money> {
    let rows = column(settlements, "member").into_iter();
    let found = rows.filter_map(|code| match settlements.find(&[&code], "payable") {
        Some(Cell::Money(amount)) => Some((code.parse().ok()?, **amount)),
        _ => None,
    });
    found.collect()
}

fn payments(records: &Records) -> BTreeMap<u32, (Money, String)> {
    let (payments, tranches) = (records.register(Register::Payments), records.register(Register::Tranches));
    let numbers = ["payment", "case", "tranche", "stage"].map(|key| column(&payments, key));
    let [payment, case, tranche, stage] = numbers;
    let rows = payment.into_iter().zip(case).zip(tranche).zip(stage);
    let found = rows.filter_map(|(((payment, case), tranche), stage)| {
        match tranches.find(&[&case, &tranche], "amount") {
            Some(Cell::Money(amount)) => Some((payment.parse().ok()?, (**amount, stage))),
            _ => None,
        }
    });
    found.collect()
}

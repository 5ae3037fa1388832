//! Where the money came from and where it went, by the lines of the bank's statement: the net of each source, and what is at
//! the bank because of them all.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_ledger::{Currency, Money};
use quorate_partnership::CaseNo;
use quorate_partnership::fund::{EnteredLine, Purpose};

use crate::records::Records;
use crate::registers::column;
use crate::table::{Cell, Column, Table};

/// With whom, or for what, money came and went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// A member, or a State that left: what it paid, less what went back to it.
    Member(MemberCode),
    /// Money that nobody can place yet.
    Unplaced,
    /// What came back of help to a case.
    CameBack(CaseNo),
    /// Income.
    Income,
    /// Currencies that were exchanged for the fund's.
    Exchanged,
    /// Investments: what came back, less what was invested.
    Invested,
    /// Help to a case, less payments that came back.
    Case(CaseNo),
    /// What the administration spent.
    Administration,
    /// What the bank charged.
    Charges,
    /// Debits that nobody instructed, less what was made good.
    NotInstructed,
    /// What the lines do not tell, such as corrections in the books.
    Otherwise,
}

impl Way {
    /// In a word or two.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Way::Member(_) => "member",
            Way::Unplaced => "nobody can place it yet",
            Way::CameBack(_) => "came back of a case",
            Way::Income => "income",
            Way::Exchanged => "other currencies, exchanged",
            Way::Invested => "investments",
            Way::Case(_) => "help to a case",
            Way::Administration => "administration",
            Way::Charges => "bank charges",
            Way::NotInstructed => "nobody instructed it",
            Way::Otherwise => "otherwise",
        }
    }

    /// Of which member or case.
    #[must_use]
    pub fn of(self) -> Option<String> {
        match self {
            Way::Member(member) => Some(format!("{member}")),
            Way::Case(case) | Way::CameBack(case) => Some(format!("{}", case.0)),
            _ => None,
        }
    }
}

/// Net flows in the fund's currency, in its smallest units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flows {
    /// The fund's currency.
    pub currency: Currency,
    /// What came, less what went, by where it came from or went to; nothing that comes to nought.
    pub ways: Vec<(Way, i128)>,
    /// What is at the bank, in the fund's currency: the sum of all ways.
    pub at_the_bank: i128,
}

const COLUMNS: &[Column] = &[
    column("way", "From or for"),
    column("of", "Of"),
    column("came", "Came, less what went back"),
    column("went", "Went, less what came back"),
];

impl Flows {
    /// What came, on balance.
    pub fn came(&self) -> impl Iterator<Item = (Way, i128)> {
        self.ways.iter().copied().filter(|(_, net)| *net > 0)
    }

    /// What went, on balance, as positive amounts.
    pub fn went(&self) -> impl Iterator<Item = (Way, i128)> {
        self.ways.iter().filter(|(_, net)| *net < 0).map(|(way, net)| (*way, net.saturating_neg()))
    }

    /// The flows as a table, with what is at the bank as its last row.
    #[must_use]
    pub fn table(&self) -> Table {
        let money = |minor: i128| Cell::money(Money::new(minor, self.currency).ok());
        let row = |(way, net): &(Way, i128)| {
            let (came, went) = if *net > 0 {
                (money(*net), Cell::Empty)
            } else {
                (Cell::Empty, money(net.saturating_neg()))
            };
            vec![Cell::text(way.name()), Cell::shown(way.of()), came, went]
        };
        let last = vec![Cell::text("at the bank"), Cell::Empty, Cell::Empty, money(self.at_the_bank)];
        Table { name: "flows", columns: COLUMNS, rows: self.ways.iter().map(row).chain([last]).collect() }
    }
}

impl Records {
    /// Where the money came from and where it went.
    #[must_use]
    pub fn flows(&self) -> Flows {
        let currency = self.charter().fund().currency();
        let mut nets: BTreeMap<Way, i128> = BTreeMap::new();
        for (line, identified) in self.registers().bank_lines.standing() {
            if let Some((way, net)) = self.flow(line, identified, currency) {
                let sum = nets.entry(way).or_default();
                *sum = sum.saturating_add(net);
            }
        }
        let at_the_bank = self.liquidity().cash;
        let told = nets.values().fold(0_i128, |sum, net| sum.saturating_add(*net));
        nets.insert(Way::Otherwise, at_the_bank.saturating_sub(told));
        Flows { currency, ways: nets.into_iter().filter(|(_, net)| *net != 0).collect(), at_the_bank }
    }

    /// What a line that stands brought, and in which way; nothing if it moved another currency alone.
    fn flow(
        &self,
        line: &EnteredLine,
        identified: Option<MemberCode>,
        currency: Currency,
    ) -> Option<(Way, i128)> {
        let (purpose, amount) = (line.statement.purpose, line.statement.amount);
        if let Purpose::Exchange { bought } = purpose {
            return Some((Way::Exchanged, bought.minor()));
        }
        if amount.currency() != currency {
            return None;
        }
        let case = |payment| self.registers().payments.case(payment).map_or(Way::Otherwise, Way::Case);
        let way = match purpose {
            Purpose::Receipt { from } | Purpose::ReceiptLessFee { from, .. } => Way::Member(from),
            Purpose::Refund { to } | Purpose::Settlement { to } => Way::Member(to),
            Purpose::Unidentified => identified.map_or(Way::Unplaced, Way::Member),
            Purpose::Payment { payment } | Purpose::Returned { payment } => case(payment),
            Purpose::Repayment { case } | Purpose::Recovery { case } => Way::CameBack(case),
            Purpose::Income => Way::Income,
            Purpose::Invest { .. } | Purpose::Divest { .. } => Way::Invested,
            Purpose::Expense { .. } => Way::Administration,
            Purpose::BankCharge => Way::Charges,
            Purpose::NotInstructed | Purpose::MadeGood { .. } => Way::NotInstructed,
            Purpose::Exchange { .. } => Way::Exchanged,
        };
        let minor = amount.minor();
        Some((way, if purpose.is_credit() { minor } else { minor.saturating_neg() }))
    }
}

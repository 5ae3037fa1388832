//! What a stress file says: what members sign, what is promised, what is assumed, and what is asked.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use quorate_charter::MemberCode;
use quorate_ledger::{Money, Rate};

/// What a stress file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub(super) title: String,
    pub(super) charter: String,
    /// What every member signs of which nothing else is said; none, if that is not said.
    pub(super) usual: Option<Signed>,
    pub(super) members: BTreeMap<MemberCode, Signed>,
    pub(super) holdings: Vec<Holding>,
    pub(super) promises: Vec<Promise>,
    pub(super) assumed: Assumed,
    pub(super) tests: Tests,
    pub(super) withholding: Option<Withholding>,
    /// What must fit the charter, and where it stands: members and amounts.
    pub(super) named: Vec<(MemberCode, Range<usize>)>,
    pub(super) amounts: Vec<(Money, Range<usize>)>,
    pub(super) held: Vec<(Money, Range<usize>)>,
}

impl Plan {
    /// Without a file: nothing is promised beside what is on record, and the usual tests are made.
    #[must_use]
    pub fn of_record() -> Plan {
        Plan {
            title: "The fund as it stands".into(),
            charter: String::new(),
            usual: None,
            members: BTreeMap::new(),
            holdings: Vec::new(),
            promises: Vec::new(),
            assumed: Assumed { ask_ahead: 10, call_ahead: 45, bank_days: 1, source: "assumed".into() },
            tests: Tests::default(),
            withholding: None,
            named: Vec::new(),
            amounts: Vec::new(),
            held: Vec::new(),
        }
    }

    /// What it is called.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The charter's file, as the file names it.
    #[must_use]
    pub fn charter(&self) -> &str {
        &self.charter
    }

    /// What is promised, in the order in which it is to be paid.
    #[must_use]
    pub fn promises(&self) -> &[Promise] {
        &self.promises
    }

    /// What is assumed of the way money goes.
    #[must_use]
    pub fn assumed(&self) -> &Assumed {
        &self.assumed
    }

    /// What is asked.
    #[must_use]
    pub fn tests(&self) -> &Tests {
        &self.tests
    }

    /// What is asked of a supplier that withholds.
    #[must_use]
    pub fn withholding(&self) -> Option<&Withholding> {
        self.withholding.as_ref()
    }

    /// What a member signs, if that is said.
    #[must_use]
    pub fn signed(&self, member: MemberCode) -> Option<&Signed> {
        self.members.get(&member).or(self.usual.as_ref())
    }

    /// Where its numbers are from, each source once.
    #[must_use]
    pub fn sources(&self) -> BTreeSet<&str> {
        let signed = self.usual.iter().chain(self.members.values()).map(|signed| signed.source.as_str());
        let holdings = self.holdings.iter().map(|holding| holding.source.as_str());
        let promises = self.promises.iter().map(|promise| promise.source.as_str());
        let withholding = self.withholding.iter().map(|withholding| withholding.source.as_str());
        let all = signed.chain(holdings).chain(promises).chain(withholding);
        all.chain([self.assumed.source.as_str()]).collect()
    }
}

/// What a member signs, and how it pays it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// What it pays in: on day 0, but for what is in instalments.
    pub paid_in: Money,
    /// What it can be called for.
    pub callable: Money,
    /// What of the money paid in falls due later: on which day, and how much.
    pub instalments: Vec<(u32, Money)>,
    /// Where this is from.
    pub source: String,
}

/// What a member paid in another currency, of what it pays in on day 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// The member.
    pub member: MemberCode,
    /// How much.
    pub amount: Money,
    /// The rate, as it is written; units of the fund's currency for one of the other.
    pub rate: String,
    /// Where this is from.
    pub source: String,
}

impl Holding {
    /// The rate in the fund's currency.
    #[must_use]
    pub fn rate_in(&self, fund: quorate_ledger::Currency) -> Option<Rate> {
        Rate::parse(&self.rate, self.amount.currency(), fund).ok()
    }
}

/// Help that is promised: in which parts, and on which days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Its name in the file.
    pub name: String,
    /// To whom.
    pub to: MemberCode,
    /// What it is.
    pub why: String,
    /// On which day each part is to be paid at the latest, and how much; the days rise.
    pub tranches: Vec<(u32, Money)>,
    /// Where this is from.
    pub source: String,
}

/// What is assumed of the way money goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumed {
    /// Help is asked for so many days before its first part is to be paid.
    pub ask_ahead: u32,
    /// A call for what is missing is moved so many days before that.
    pub call_ahead: u32,
    /// The bank carries out a payment after so many days.
    pub bank_days: u32,
    /// Where these numbers are from.
    pub source: String,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tests {
    /// So many members default together at most: 0 to 2.
    pub defaults: u32,
    /// Members pay late by at most so many days.
    pub late: u32,
    /// What is held in other currencies falls.
    pub fall: Fall,
    /// Many ask on one day.
    pub at_once: Option<AtOnce>,
    /// Late payment, days, of the combined test.
    pub grid_late: Vec<u32>,
    /// Falls, per mille, of the combined test.
    pub grid_fall: Vec<u32>,
}

impl Default for Tests {
    fn default() -> Tests {
        Tests {
            defaults: 2,
            late: 60,
            fall: Fall { day: 0, up_to: 500, step: 50 },
            at_once: None,
            grid_late: Vec::from([0, 30]),
            grid_fall: Vec::from([0, 250]),
        }
    }
}

/// How far what is held in other currencies falls, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fall {
    /// The day.
    pub day: u32,
    /// By at most so many per mille of what it had cost.
    pub up_to: u32,
    /// In steps of so many per mille.
    pub step: u32,
}

/// Many ask on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AtOnce {
    /// The day.
    pub day: u32,
    /// What each asks for.
    pub amount: Money,
    /// Within how many days it is to be paid.
    pub within: u32,
}

/// A supplier withholds, and members whose capabilities fail by it ask for help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withholding {
    /// The file of dependencies, as the file names it.
    pub dependencies: String,
    /// Who or what withholds.
    pub by: Vec<String>,
    /// From which day on.
    pub day: u32,
    /// What is asked for each capability that fails.
    pub amount: Money,
    /// Within how many days of the failure it is to be paid.
    pub within: u32,
    /// Where this is from.
    pub source: String,
}

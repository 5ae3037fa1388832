//! The fund: what members announce, sign and pay, and what the books say.

mod about;
mod advances;
mod amounts;
mod apply;
mod arrears;
mod bookings;
mod calls;
mod chart;
mod closing;
mod command;
mod contributed;
mod corrections;
mod countersign_call;
mod countersign_line;
mod countersign_seal;
mod currencies;
mod defaults;
mod dues;
mod emergencies;
mod emergency_call;
mod enter_line;
mod event;
mod fees;
mod identify_line;
mod indicate;
mod late;
mod leaving;
mod lines;
mod lodge_note;
mod owed;
mod paid_by_lines;
mod pledge;
mod pledges;
mod purpose;
mod purposes;
mod reference;
mod refusal;
mod schedule;
mod seal;
mod seals;
mod sign_agreement;
mod sums;
mod take_back_line;
mod treasury;
mod wire;
mod withdraw_pledge;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_ledger::{Books, Entry, Money};

pub use about::{About, Asked, EnteredLine, Part};
pub(crate) use amounts::positive_in_fund_currency;
pub(crate) use bookings::{Bookings, held, moved};
pub(crate) use calls::{call, callable_sum};
pub use chart::{CHART, HELD_FOR_OTHERS, book};
pub(crate) use chart::{account, of_case, of_tranche};
pub use closing::{LedgerTotal, Sides, Totals};
pub use command::Command;
pub use corrections::Correction;
pub(crate) use corrections::correction_lapses;
pub use countersign_call::CountersignCall;
pub use countersign_line::CountersignLine;
pub use countersign_seal::CountersignSeal;
pub use currencies::{
    CountersignRate, CurrencyEvent, CurrencyRefusal, EnterRate, EnteredRate, RateKind, Revalue,
};
pub(crate) use currencies::{covers, lapses as rate_lapses};
pub(crate) use defaults::defaults;
pub(crate) use emergencies::emergency_lapses;
pub use emergency_call::EmergencyCall;
pub use enter_line::EnterLine;
pub use event::Event;
pub use identify_line::IdentifyLine;
pub use indicate::{Indicate, Standing};
pub use late::{beyond_grace, unit_days_of};
pub use leaving::{LeavingEvent, Reckoning};
pub(crate) use leaving::{came_free, leaves, not_from_what_is_owed, settlement_falls_due};
pub use lines::Line;
pub(crate) use lines::{comes_in, lapses};
pub use lodge_note::LodgeNote;
pub use owed::{DueOf, Item, Owed};
pub use paid_by_lines::PaidByLines;
pub use pledge::{Condition, Pledge};
pub use pledges::Ending;
pub(crate) use pledges::pledge_lapses;
pub use purpose::Purpose;
pub use reference::{MAX_REFERENCE_BYTES, Reference, ReferenceError};
pub use refusal::{LineRefusal, Refusal};
pub(crate) use schedule::falls_due;
pub use schedule::{Instalment, MAX_INSTALMENTS};
pub use seal::SealPeriod;
pub(crate) use seals::seal_lapses;
pub use sign_agreement::SignAgreement;
pub(crate) use sums::moved_on;
pub use take_back_line::TakeBackLine;
pub use treasury::{Borne, Cause, InvestmentName, InvestmentNameError, TreasuryEvent, TreasuryRefusal};
pub(crate) use treasury::{bear, budget, budget_ends, budgetable, regain, restorable, restore, year_ends};
pub use withdraw_pledge::WithdrawPledge;

use self::advances::Advances;
use self::closing::Closing;
use self::corrections::Proposed;
use self::currencies::Currencies;
use self::emergencies::Emergency;
use self::leaving::Settlements;
use self::pledges::Pledged;
use self::schedule::Scheduled;
use self::seals::Seal;
use self::treasury::Treasury;
use crate::ids::{CallNo, EntryNo, LineNo};
use crate::moment::Moment;

/// What a member signed that it can be called for. What it pays in is due in the books at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub(crate) struct Agreement {
    /// All calls together; nothing beyond it binds the member.
    #[n(0)]
    pub(crate) callable: Money,
    /// Agreed time of the signature: a call binds whoever had signed when its vote was opened.
    #[n(1)]
    pub(crate) signed: Moment,
    /// Whether the State left since: should it come back, it is called for what it signs then.
    #[n(2)]
    pub(crate) ended: bool,
}

/// The latest that is known of a member's intention; it has no legal effect.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
struct Indication {
    /// Whether the member itself made it.
    #[n(0)]
    own: bool,
    /// Its entry among the memoranda, if the amount is known.
    #[n(1)]
    entry: Option<(EntryNo, Entry)>,
}

/// What is true about the fund.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Fund {
    #[n(0)]
    indications: BTreeMap<MemberCode, Indication>,
    #[n(1)]
    agreements: BTreeMap<MemberCode, Agreement>,
    /// Carried from call to call, so that rounding never adds up against anyone.
    #[n(2)]
    residuals: BTreeMap<MemberCode, i64>,
    #[n(3)]
    calls: usize,
    /// In the order of their numbers, from 1.
    #[n(4)]
    lines: Vec<Line>,
    /// The bank's references of all booked lines, in small letters: none is booked twice.
    #[n(5)]
    references: BTreeSet<Reference>,
    #[n(6)]
    entries: usize,
    #[n(7)]
    owed: Owed,
    #[cbor(n(8), with = "wire::books")]
    books: Books,
    #[n(18)]
    closing: Closing,
    /// In the order of their numbers, from 1.
    #[n(19)]
    seals: Vec<Seal>,
    #[n(9)]
    pledges: BTreeMap<MemberCode, Pledged>,
    /// What each member signed or was called for and is not due yet.
    #[n(10)]
    schedule: BTreeMap<MemberCode, Vec<Scheduled>>,
    /// Whom each call bound.
    #[n(11)]
    bound: BTreeMap<CallNo, Vec<MemberCode>>,
    #[n(12)]
    advances: Advances,
    /// What one treasurer says is to be put right.
    #[n(15)]
    corrections: BTreeMap<(LineNo, Correction), Proposed>,
    /// What each line paid.
    #[n(16)]
    paid: PaidByLines,
    #[n(21)]
    currencies: Currencies,
    /// In the order of their numbers, from 1.
    #[n(13)]
    emergencies: Vec<Emergency>,
    #[n(22)]
    settlements: Settlements,
    #[n(23)]
    treasury: Treasury,
}

impl Default for Fund {
    fn default() -> Fund {
        Fund {
            indications: BTreeMap::new(),
            agreements: BTreeMap::new(),
            residuals: BTreeMap::new(),
            calls: 0,
            lines: Vec::new(),
            references: BTreeSet::new(),
            entries: 0,
            owed: Owed::default(),
            books: Books::new(CHART),
            closing: Closing::default(),
            seals: Vec::new(),
            pledges: BTreeMap::new(),
            schedule: BTreeMap::new(),
            bound: BTreeMap::new(),
            advances: Advances::default(),
            corrections: BTreeMap::new(),
            paid: PaidByLines::default(),
            currencies: Currencies::default(),
            emergencies: Vec::new(),
            settlements: Settlements::default(),
            treasury: Treasury::default(),
        }
    }
}

impl Fund {
    /// Whether a member is in default on anything that it has not paid.
    #[must_use]
    pub fn in_default(&self, member: MemberCode) -> bool {
        self.owed.in_default(member)
    }

    /// The books: every account of every ledger.
    #[must_use]
    pub fn books(&self) -> &Books {
        &self.books
    }

    /// Whether a State signed an agreement: what it owes under it, it can pay after it left.
    pub(crate) fn has_signed(&self, member: MemberCode) -> bool {
        self.agreements.contains_key(&member)
    }

    /// Whether an entry was booked under this number.
    pub(crate) fn has_entry(&self, entry: EntryNo) -> bool {
        entry.index().is_some_and(|at| at < self.entries)
    }

    /// Whether a line was entered under this number.
    pub(crate) fn has_line(&self, line: LineNo) -> bool {
        line.index().is_some_and(|at| at < self.lines.len())
    }

    /// A State left: nothing more is called under what it signed.
    pub(crate) fn left(&mut self, member: MemberCode) {
        if let Some(agreement) = self.agreements.get_mut(&member) {
            agreement.ended = true;
        }
    }
}

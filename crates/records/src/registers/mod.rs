//! The registers: each in a file of its own, each built from the events it hears.

mod accounted;
pub(crate) mod accounts;
mod acknowledgements;
mod agreements;
mod alarms;
mod arrangements;
mod arrears;
mod bank_lines;
mod beneficiaries;
mod briefings;
mod budgets;
mod calls;
mod capabilities;
mod cases;
mod consultation_minutes;
mod consultation_statements;
mod consultations;
mod credentials;
mod currencies;
mod decisions;
mod declarations;
mod emergencies;
mod explanations;
mod financing_agreements;
mod findings;
mod frameworks;
mod funding_elsewhere;
mod groupings;
mod instalments;
mod instruments;
mod investments;
mod joint_procurements;
pub(crate) mod journal;
mod line_columns;
mod line_sides;
mod line_tests;
mod lines;
mod loans;
mod losses;
mod membership;
mod needs;
mod offers;
mod opinions;
mod outages;
pub(crate) mod payments;
mod plan;
mod pledges;
mod proceedings;
mod rates;
mod refusals;
mod reported_positions;
mod reservations;
mod seals;
mod sessions;
mod settlements;
mod soundings;
mod steps;
mod suspense;
mod texts;
mod tranches;
mod use_reports;
mod votes;
mod what_falls;

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use quorate_charter::Charter;
use quorate_partnership::{Booked, Phrase};

use crate::extract::Extract;
use crate::table::{Cell, Table};

macro_rules! registers {
    ($($variant:ident $field:ident $name:literal $doc:literal,)*;
     $($read:ident $read_name:literal $read_doc:literal,)*) => {
        /// The name of a register.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Register {
            $(#[doc = $doc] $variant,)*
            $(#[doc = $read_doc] $read,)*
        }

        impl Register {
            /// Every register: those that hear what happens, then those that are read from several; each in the order of
            /// their names.
            pub const ALL: &'static [Register] = &[$(Register::$variant,)* $(Register::$read,)*];

            /// The register's name, as it is typed.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Register::$variant => $name,)*
                    $(Register::$read => $read_name,)*
                }
            }

            /// What stands in the register.
            #[must_use]
            pub const fn about(self) -> &'static str {
                match self {
                    $(Register::$variant => $doc,)*
                    $(Register::$read => $read_doc,)*
                }
            }
        }

        /// All registers of one partnership.
        #[derive(Clone, Debug)]
        pub(crate) struct Registers {
            $(pub(crate) $field: $field::$variant,)*
        }

        impl Registers {
            pub(crate) fn new(charter: &Charter) -> Registers {
                Registers { $($field: $field::$variant::new(charter),)* }
            }

            pub(crate) fn hear(&mut self, booked: &Booked) {
                $(self.$field.hear(booked);)*
            }

            /// The table of a register that hears, or more of it than the part; none of one that is read from several.
            pub(crate) fn table(&self, register: Register, charter: &Charter, part: &Extract) -> Option<Table> {
                match register {
                    $(Register::$variant => Some(self.$field.table(charter, part)),)*
                    $(Register::$read => None,)*
                }
            }
        }
    };
}

registers! {
    Accounts accounts "accounts" "What every account of the books stands at.",
    Acknowledgements acknowledgements "acknowledgements" "Who acknowledged a call of consultations, and who has not, for how long.",
    Agreements agreements "agreements" "What each member signed, was asked for, paid, and can still be asked for.",
    Alarms alarms "alarms" "Debits of the fund's account that nobody instructed.",
    Arrangements arrangements "arrangements" "Existing arrangements with other States, as each member that is party sees them.",
    Arrears arrears "arrears" "What is due and not paid, the interest on it so far, and who is in default.",
    BankLines bank_lines "bank-lines" "The lines of the bank's statement.",
    Beneficiaries beneficiaries "beneficiaries" "States that are no members and may ask for help.",
    Briefings briefings "briefings" "Briefings in advance, their release times, and who acknowledged them.",
    Budgets budgets "budgets" "What the administration may spend in each year, what it spent, and what is left.",
    Calls calls "calls" "Calls: each member's part, what it paid, and what the others gave for it.",
    Capabilities capabilities "capabilities" "What members can do and what that relies on, as each declares it of itself.",
    Cases cases "cases" "Cases of assistance.",
    ConsultationMinutes consultation_minutes "consultation-minutes" "Minutes of sessions, each version, those of several members side by side.",
    ConsultationStatements consultation_statements "consultation-statements" "What members stated in consultations.",
    Consultations consultations "consultations" "Consultations: who called them, about whose security, and whether they are open.",
    Credentials credentials "credentials" "Whom each member accredited.",
    Currencies currencies "currencies" "What is held of other currencies than the fund's, and what it is worth.",
    Decisions decisions "decisions" "Decisions, with their explained verdicts.",
    Declarations declarations "declarations" "What States declared under the instrument; it binds nobody.",
    Emergencies emergencies "emergencies" "Calls in an emergency, and their two signatures.",
    Explanations explanations "explanations" "Explanations of position.",
    FinancingAgreements financing_agreements "financing-agreements" "What beneficiaries signed, what of what was paid is accounted for, and breaches.",
    Findings findings "findings" "What auditors found, and what was answered.",
    Frameworks frameworks "frameworks" "Frameworks of some members, as their parties told of them.",
    FundingElsewhere funding_elsewhere "funding-elsewhere" "What other bodies give for cases, as told, and what of it counts.",
    Groupings groupings "groupings" "Groupings of States, and what share of the members is in each.",
    Instalments instalments "instalments" "What will fall due, by time alone.",
    Instruments instruments "instruments" "Every act on the charter as an instrument, as a depositary keeps them.",
    Investments investments "investments" "What is invested, when it is to come back, and what came of it.",
    JointProcurements joint_procurements "joint-procurements" "What members buy together, in which shares, for which case, and how far it has come.",
    Journal journal "journal" "Every entry in the books, a row a leg.",
    LineTests line_tests "line-tests" "Tests of lines between militaries.",
    Lines lines "lines" "Lines between militaries: their state as all sides confirm it, and how they ended.",
    Loans loans "loans" "What is lent, what came back, and what is overdue.",
    Losses losses "losses" "What was lost, by what it is borne, and what of it came back or is restored.",
    Membership membership "membership" "Where each State stands towards the charter.",
    Needs needs "needs" "What is needed in kind, and what of it is missing.",
    Offers offers "offers" "What members offer in kind, and how far it has come.",
    Opinions opinions "opinions" "Auditors' opinions on sealed periods.",
    Outages outages "outages" "Outages of lines between militaries.",
    Payments payments "payments" "Payment instructions and their signatures.",
    Plan plan "plan" "What members announced; none of it binds.",
    Pledges pledges "pledges" "What members pledged, and what that comes to now; none of it binds.",
    Proceedings proceedings "proceedings" "Proceedings in other bodies, as members report them.",
    Rates rates "rates" "Rates of exchange on record.",
    Refusals refusals "refusals" "Commands that a rule refused.",
    ReportedPositions reported_positions "reported-positions" "What offices of States that are no members are reported to have said.",
    Reservations reservations "reservations" "Reservations, and what others object to them.",
    Seals seals "seals" "Sealed periods: what the books came to, for good.",
    Sessions sessions "sessions" "Sessions of consultations: when, who chairs, who attended, and when.",
    Settlements settlements "settlements" "What States that left are owed, what was set off, and what was paid.",
    Soundings soundings "soundings" "Where States are said to lean; none of it binds.",
    Steps steps "steps" "What States have to do at home before they can consent, as they say.",
    Suspense suspense "suspense" "Money that came, and that nobody can place yet.",
    Texts texts "texts" "Texts of consultations: agreed by everybody's silence, or recorded with who supports them.",
    Tranches tranches "tranches" "The tranches of cases.",
    UseReports use_reports "use-reports" "What beneficiaries say they used of what was paid.",
    Votes votes "votes" "Every vote, objection and proxy, changed ones included.",
    ;
    Capacity "capacity" "What could be newly approved, and still be paid if the worst members default.",
    GroupedStates "grouped-states" "Which States are in which groupings, and who is in several.",
    LineSides "line-sides" "What each side of a line between militaries confirmed last.",
    Gaps "gaps" "Where a member has nothing that can be counted on now, and who could fill it.",
    Interoperability "interoperability" "How far members say they have come with standards.",
    LegalAuthorities "legal-authorities" "What members say their law allows, and in how many days.",
    Liquidity "liquidity" "Whether all approved help can be paid, by day, and on which members that hangs.",
    ProcurementPathways "procurement-pathways" "In which ways members say they buy, and in how many days.",
    Statements "statements" "What each member owes, will owe and can still be asked for.",
    WhatFalls "what-falls" "What falls with arrangements that end, by what chain, and when.",
}

pub(crate) use settlements::Stated as Settlement;
pub(crate) use tranches::of as tranches_of;

impl Register {
    /// Whether there is a row though nothing was signed or announced, with sums of nothing. Without a fund there is none.
    pub(crate) fn counts_money_of_each(self) -> bool {
        use Register::{Agreements, Capacity, Liquidity, Plan, Statements};
        matches!(self, Agreements | Plan | Capacity | Liquidity | Statements)
    }
}

/// A text that names no register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the registers are {}", names())]
pub struct UnknownRegister;

fn names() -> String {
    let names: Vec<&str> = Register::ALL.iter().map(|register| register.name()).collect();
    names.join(", ")
}

impl FromStr for Register {
    type Err = UnknownRegister;

    fn from_str(text: &str) -> Result<Register, UnknownRegister> {
        Register::ALL.iter().copied().find(|register| register.name() == text).ok_or(UnknownRegister)
    }
}

impl fmt::Display for Register {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

pub(crate) use findings::about as about_subject;

/// The row of what has this number: numbers are given in turn, from 1.
fn numbered<T>(rows: &mut [T], number: u32) -> Option<&mut T> {
    rows.get_mut(usize::try_from(number.checked_sub(1)?).ok()?)
}

/// What is said in a language, if anything is.
fn language(said: Option<&Phrase>) -> Cell {
    said.map_or(Cell::Empty, |said| Cell::text(said.as_str()))
}

/// A column of a register.
pub(crate) const fn column(key: &'static str, heading: &'static str) -> crate::table::Column {
    crate::table::Column { key, heading }
}

//! What is asked of the records about tomorrow, and what is owed.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_partnership::Day;
use quorate_partnership::frameworks::assessments::Sort;

use crate::assessed::{Matrix, SLOW_DAYS};
use crate::extract::Extract;
use crate::liquidity::{Days, HORIZONS, Known, Liquidity, Statement, capacity_table, statements};
use crate::records::Records;
use crate::registers::Register;
use crate::table::Table;

impl Records {
    /// What stands today, as far as it matters for what can be paid tomorrow.
    #[must_use]
    pub fn liquidity(&self) -> Liquidity {
        let called = |member: &MemberCode| self.registers().membership.is_called(*member);
        let mut invested: BTreeMap<Day, i128> = BTreeMap::new();
        for (matures, amount) in self.registers().investments.standing() {
            let sum = invested.entry(matures).or_default();
            *sum = sum.saturating_add(amount.minor());
        }
        let ahead = (&self.registers().instalments.ahead(), invested);
        self.obligations().liquidity(ahead, called, self.at().day())
    }

    /// What could be newly approved if nobody, the worst one or the worst two default, beside those named.
    #[must_use]
    pub fn capacities(&self, defaults: &BTreeSet<MemberCode>) -> Table {
        capacity_table(&self.liquidity(), defaults)
    }

    /// What a member, or a State that left, owes and can be asked for.
    #[must_use]
    pub fn statement(&self, member: MemberCode) -> Statement {
        let days = self.registers().instalments.ahead();
        self.statement_on(member, &days)
    }

    fn statement_on(&self, member: MemberCode, days: &Days) -> Statement {
        let known = Known {
            owed: self.registers().arrears.owed(),
            days,
            pledged: self.registers().pledges.stated(member),
            is_called: self.registers().membership.is_called(member),
            indicated: self.registers().plan.stated(member),
            settlement: self.registers().settlements.stated(member),
        };
        self.obligations().statement(member, &known)
    }

    /// Statements as a register.
    #[must_use]
    pub fn statements(&self, of: &[MemberCode]) -> Table {
        let days = self.registers().instalments.ahead();
        let all: Vec<Statement> = of.iter().map(|member| self.statement_on(*member, &days)).collect();
        statements(&all)
    }

    /// Where a member has nothing that can be counted on now, and who could fill that: what takes more than so many days
    /// counts as a gap.
    #[must_use]
    pub fn gaps(&self, days: u32) -> Table {
        let members: Vec<MemberCode> = self.charter().members().map(|(member, _)| member).collect();
        self.assessed().gaps(&members, self.at().day(), days)
    }

    /// Members by items, with the one fact that matters.
    #[must_use]
    pub fn matrix(&self, sort: Sort) -> Matrix {
        let members: Vec<MemberCode> = self.charter().members().map(|(member, _)| member).collect();
        self.assessed().matrix(sort, &members, self.at().day())
    }

    /// A register that is read from several: it hears nothing itself.
    pub(crate) fn answer(&self, register: Register, part: &Extract) -> Option<Table> {
        let nobody = BTreeSet::new();
        match register {
            Register::GroupedStates => Some(self.registers().groupings.states(self.charter())),
            Register::LineSides => Some(self.registers().lines.sides(self.charter())),
            Register::Capacity => Some(self.capacities(&nobody)),
            Register::Liquidity => {
                let liquidity = self.liquidity();
                Some(liquidity.ladder(&HORIZONS, &nobody).table(&liquidity))
            }
            Register::Statements => {
                let members = self.charter().members().map(|(member, _)| member);
                let all: BTreeSet<MemberCode> = members.chain(self.obligations().signatories()).collect();
                Some(self.statements(&all.into_iter().collect::<Vec<MemberCode>>()))
            }
            Register::WhatFalls => Some(self.registers().arrangements.what_falls(part)),
            Register::LegalAuthorities => Some(self.assessed().legal(self.at().day())),
            Register::ProcurementPathways => Some(self.assessed().pathways(self.at().day())),
            Register::Interoperability => Some(self.assessed().standards(self.at().day())),
            Register::Gaps => Some(self.gaps(SLOW_DAYS)),
            _ => None,
        }
    }
}

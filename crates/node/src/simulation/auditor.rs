//! A naive auditor: it sees only what honest nodes report as final, believes none of it, and keeps books of its own.

use std::collections::BTreeMap;

use quorate_charter::{MemberCode, Office};
use quorate_ledger::{Account, Side};
use quorate_partnership::fund::{EnteredLine, Event as FundEvent, Purpose, book};
use quorate_partnership::{
    Block, BlockId, Booked, CommandId, Digest, Event, LineNo, Partnership, Stepped, cases, decisions, members,
};

/// What does not hold, in words.
pub(super) type Broken = String;

/// The auditor.
#[derive(Default)]
pub(super) struct Auditor {
    /// What is final at each height, as the first node said that reported it.
    last: BTreeMap<u64, (BlockId, Digest)>,
    /// How far each node has told that it is.
    acknowledged: BTreeMap<usize, u64>,
    /// Where each command stands.
    commands: BTreeMap<CommandId, (u64, usize)>,
    refused: usize,
    lines: BTreeMap<LineNo, EnteredLine>,
    cash: i128,
    paid: usize,
    adopted: usize,
}

impl Auditor {
    /// A node reports a final block.
    pub(super) fn hear(
        &mut self,
        node: usize,
        (block, stepped, digest): (&Block, &Stepped, Digest),
        partnership: &Partnership,
    ) -> Result<(), Broken> {
        let height = block.height();
        let before = self.acknowledged.insert(node, height).unwrap_or_default();
        if before.checked_add(1) != Some(height) {
            return Err(format!("node {node} reports height {height} after height {before}"));
        }
        match self.last.get(&height) {
            Some((id, _)) if *id != block.id() => {
                return Err(format!("a fork: at height {height} nodes have two final blocks"));
            }
            Some((_, known)) if *known != digest => {
                return Err(format!("node {node} has another digest at height {height}"));
            }
            Some(_) => Ok(()),
            None => {
                self.last.insert(height, (block.id(), digest));
                self.audit(block, stepped)
            }
        }?;
        // Of several blocks at once, the node is at the last.
        if partnership.height() == height { self.balances(node, height, partnership) } else { Ok(()) }
    }

    /// An old copy was put in the place of a node's disk: it will acknowledge again what it did before, and nothing else.
    pub(super) fn set_back(&mut self, node: usize) {
        self.acknowledged.remove(&node);
    }

    /// A node has started again from its disk: what it acknowledged must be there.
    pub(super) fn started(&mut self, node: usize, partnership: &Partnership) -> Result<(), Broken> {
        let told = self.acknowledged.get(&node).copied().unwrap_or_default();
        let height = partnership.height();
        if height < told {
            return Err(format!(
                "node {node} acknowledged height {told} and has height {height} after a crash"
            ));
        }
        // It may have more than it told of: it crashed in between.
        self.acknowledged.insert(node, height);
        Ok(())
    }

    fn audit(&mut self, block: &Block, stepped: &Stepped) -> Result<(), Broken> {
        for (position, signed) in block.commands().iter().enumerate() {
            if let Some((height, _)) = self.commands.insert(signed.id(), (block.height(), position)) {
                return Err(format!(
                    "a command was ordered at height {height} and again at {}",
                    block.height()
                ));
            }
        }
        self.refused =
            self.refused.saturating_add(stepped.outcomes.iter().filter(|o| o.refusal.is_some()).count());
        stepped.booked.iter().try_for_each(|booked| self.book(booked))
    }

    fn book(&mut self, booked: &Booked) -> Result<(), Broken> {
        within_office(booked)?;
        match &booked.event {
            Event::Fund(FundEvent::LineEntered { line, .. }) => {
                self.lines.insert(line.number, line.clone());
            }
            Event::Fund(FundEvent::LineBooked { line, by }) => {
                let Some(entered) = self.lines.get(line) else {
                    return Err(format!("{line} is booked and was never entered"));
                };
                if entered.by == *by {
                    return Err(format!("{line} is booked by the member that entered it"));
                }
                let amount = entered.statement.amount.minor();
                let change = match entered.statement.purpose {
                    Purpose::Receipt { .. } | Purpose::Repayment { .. } | Purpose::Recovery { .. } => {
                        Some(amount)
                    }
                    Purpose::Payment { .. } => amount.checked_neg(),
                };
                self.cash = change.and_then(|change| self.cash.checked_add(change)).unwrap_or(i128::MIN);
            }
            Event::Cases(cases::Event::Paid { .. }) => self.paid = self.paid.saturating_add(1),
            Event::Decisions(decisions::Event::Closed { .. }) => {
                self.adopted = self.adopted.saturating_add(1);
            }
            _ => {}
        }
        Ok(())
    }

    /// The node's books balance, and its cash is what the auditor counted.
    fn balances(&self, node: usize, height: u64, partnership: &Partnership) -> Result<(), Broken> {
        let books = partnership.fund().books();
        if !books.is_balanced() {
            return Err(format!("at height {height} the books of node {node} do not balance"));
        }
        let top = self.last.keys().next_back().copied();
        let Ok(account) = Account::new(100, "") else { return Ok(()) };
        let cash = books.balance(&book::cash(partnership.charter()), &account).net(Side::Debit);
        if top == Some(height) && cash != self.cash {
            return Err(format!(
                "at height {height} node {node} has {cash} in cash, and {} was paid in",
                self.cash
            ));
        }
        Ok(())
    }

    /// How many heights, commands, refusals, closed votes and paid tranches there were.
    pub(super) fn counts(&self) -> [usize; 5] {
        [self.last.len(), self.commands.len(), self.refused, self.adopted, self.paid]
    }

    /// The highest final height.
    pub(super) fn height(&self) -> u64 {
        self.last.keys().next_back().copied().unwrap_or_default()
    }
}

/// Nobody acts beyond their office: a table written afresh.
fn within_office(booked: &Booked) -> Result<(), Broken> {
    let Some(by) = booked.by else { return Ok(()) };
    let office = by.post.office;
    let may: &[Office] = match &booked.event {
        Event::Fund(FundEvent::AgreementSigned { .. }) => &[Office::Root],
        Event::Fund(FundEvent::LineEntered { .. } | FundEvent::LineBooked { .. }) => &[Office::Treasurer],
        Event::Fund(FundEvent::Indicated { .. }) => &[Office::Representative],
        Event::Decisions(
            decisions::Event::Tabled { .. }
            | decisions::Event::Opened { .. }
            | decisions::Event::Voted { .. },
        ) => &[Office::Representative],
        Event::Cases(cases::Event::Attested { .. }) => &[Office::CaseOfficer],
        Event::Cases(cases::Event::Instructed { .. } | cases::Event::Countersigned { .. }) => {
            &[Office::Treasurer]
        }
        Event::Members(members::Event::Accredited { member, .. }) => {
            return own(by.post.member, *member, "accredits for");
        }
        _ => return Ok(()),
    };
    if may.contains(&office) { Ok(()) } else { Err(format!("{} acts beyond its office", by.post)) }
}

fn own(actor: MemberCode, member: MemberCode, does: &str) -> Result<(), Broken> {
    if actor == member { Ok(()) } else { Err(format!("{actor} {does} {member}")) }
}

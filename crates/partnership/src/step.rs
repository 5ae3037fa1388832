//! The one way in which anything becomes true.

mod invalid;
mod validate;

use alloc::vec::Vec;

pub use invalid::InvalidBlock;
pub use validate::validate;

use crate::admitted::Admitted;
use crate::agenda::{Agenda, Due};
use crate::authentic::{Act, Authentic, Gate, Unauthentic};
use crate::block::Block;
use crate::due::falls_due;
use crate::event::{Booked, By, Event};
use crate::ids::{BlockId, CommandId, hash};
use crate::members;
use crate::moment::Moment;
use crate::ordering::{Evidence, Orderer};
use crate::partnership::Partnership;
use crate::refusal::Refusal;
use crate::remembered::Remembered;
use crate::verified::Verified;

/// The most that time alone brings in one block; the rest comes first in the next.
pub const MAX_DUE_A_BLOCK: usize = 1000;

/// What became of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The command.
    pub id: CommandId,
    /// Its place among the commands of the block, from 0.
    pub position: u32,
    /// Why it was refused, if it was.
    pub refusal: Option<Refusal>,
}

/// What a block brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stepped {
    /// The block's height.
    pub height: u64,
    /// What happened, in order.
    pub booked: Vec<Booked>,
    /// What became of each command, in order.
    pub outcomes: Vec<Outcome>,
}

/// Lets an event happen. Never refuses: it was validated against what is true now.
fn apply(partnership: &mut Partnership, event: &Event, by: Option<&By>) {
    let Partnership {
        charter, moment, ordering, agenda, members, decisions, fund, cases, continuity, ..
    } = partnership;
    let at = *moment;
    match event {
        Event::Members(event) => {
            members.apply(charter, agenda, event, at);
            ordering.apply(event, at);
            match event {
                members::Event::AmendmentInForce { .. } => fund.watch_arrears(charter, agenda, at),
                members::Event::Left { member } => {
                    fund.left(*member);
                    partnership.frameworks.left(*member);
                    partnership.consultations.left(*member);
                }
                _ => {}
            }
            if event.changes_who_is_bound() {
                continuity.are_bound(|state| members.is_bound(state), at);
            }
        }
        Event::Decisions(event) => decisions.apply(charter, agenda, at, event, by),
        Event::Fund(event) => {
            fund.apply(charter, agenda, at, event, by);
            cases.hear(event);
        }
        Event::Cases(event) => cases.apply(charter, agenda, at, event, by),
        Event::Audit(event) => partnership.audit.apply(event),
        Event::Consultations(event) => {
            partnership.consultations.apply(charter, agenda, at, event, decisions.count());
        }
        Event::Continuity(event) => continuity.apply(event, at),
        Event::Frameworks(event) => partnership.frameworks.apply(agenda, at, event),
        Event::Positions(event) => partnership.positions.apply(agenda, event),
        Event::Capabilities(event) => partnership.capabilities.apply(event),
        Event::Refused { .. } => {}
    }
}

impl Partnership {
    /// Steps through a block: first all that time brings, then the commands in order, then the closings of votes
    /// whose last call this block was.
    ///
    /// # Errors
    /// [`InvalidBlock`] if the block cannot follow; then nothing has changed.
    pub fn step(&mut self, block: &Block) -> Result<Stepped, InvalidBlock> {
        self.step_admitted(block, None)
    }

    /// The same, for a node that has judged the commands already: what it admitted is not judged again, if it
    /// was admitted on this very parent for this very moment and is what the block holds.
    ///
    /// # Errors
    /// As [`Partnership::step`].
    pub fn step_admitted(
        &mut self,
        block: &Block,
        admitted: Option<Admitted>,
    ) -> Result<Stepped, InvalidBlock> {
        self.follows(block)?;
        let commands = match admitted {
            Some(admitted) if admitted.covers(self, block) => {
                if !admitted.is_of(block) {
                    self.is_sealed(block)?;
                }
                admitted.commands
            }
            _ => self.judge(block, &mut Verified::default())?,
        };
        Ok(self.carry_out((block.id(), block.moment()), block.orderer(), &commands))
    }

    /// Judges whether a block can follow; nothing changes. What comes back spares a step the same work.
    ///
    /// # Errors
    /// As [`Partnership::step`].
    pub fn check(&self, block: &Block) -> Result<Admitted, InvalidBlock> {
        self.check_verified(block, &mut Verified::default())
    }

    /// The same, where some signatures were verified before; those that are found good now are kept with them.
    ///
    /// # Errors
    /// As [`Partnership::step`].
    pub fn check_verified(&self, block: &Block, verified: &mut Verified) -> Result<Admitted, InvalidBlock> {
        self.follows(block)?;
        Ok(Admitted::of(block, self.judge(block, verified)?))
    }

    fn follows(&self, block: &Block) -> Result<(), InvalidBlock> {
        let expected = self.height.saturating_add(1);
        // B1: the next height, on the last block.
        if block.height() != expected || block.parent() != self.tip {
            return Err(InvalidBlock::NotNext { expected });
        }
        // B2: on the same record.
        if block.extent() != self.extent() {
            return Err(InvalidBlock::OtherRecord);
        }
        self.later(block.moment())?;
        self.is_ordered(block)
    }

    fn judge(&self, block: &Block, verified: &mut Verified) -> Result<Vec<Authentic>, InvalidBlock> {
        self.is_sealed(block)?;
        let mut gate = Gate::new(self, block.moment(), verified);
        let judged = block.commands().iter().enumerate().map(|(position, signed)| {
            gate.signed(signed).map_err(|reason| InvalidBlock::Unauthentic { position, reason })
        });
        judged.collect()
    }

    /// Steps a rehearsal through presumed commands.
    ///
    /// # Errors
    /// [`InvalidBlock`], and always for a real partnership; then nothing has changed.
    pub fn step_presumed(&mut self, moment: Moment, commands: &[Authentic]) -> Result<Stepped, InvalidBlock> {
        // A6: only a rehearsal presumes, and only a rehearsal moves on without a block.
        if !self.is_rehearsal() {
            let reason = Unauthentic::Presumed;
            return Err(InvalidBlock::Unauthentic { position: 0, reason });
        }
        self.later(moment)?;
        let mut verified = Verified::default();
        let mut gate = Gate::new(self, moment, &mut verified);
        for (position, command) in commands.iter().enumerate() {
            gate.presumed(command).map_err(|reason| InvalidBlock::Unauthentic { position, reason })?;
        }
        let mut parts: Vec<&[u8]> = Vec::from([self.tip.0.as_slice()]);
        let time = moment.0.to_be_bytes();
        parts.push(&time);
        parts.extend(commands.iter().map(|command| command.act().id_bytes()));
        let tip = BlockId(hash("quorate/presumed-block/1", &parts));
        Ok(self.carry_out((tip, moment), None, commands))
    }

    /// B3: agreed time moves on with every block.
    fn later(&self, moment: Moment) -> Result<(), InvalidBlock> {
        if moment > self.moment { Ok(()) } else { Err(InvalidBlock::NotLater) }
    }

    fn carry_out(
        &mut self,
        (tip, moment): (BlockId, Moment),
        orderer: Option<&Orderer>,
        commands: &[Authentic],
    ) -> Stepped {
        self.height = self.height.saturating_add(1);
        self.tips.ended(self.tip, moment);
        self.tip = tip;
        self.moment = moment;
        self.memory.forget(moment);
        self.ordering.opens(self.members.nodes(), orderer);
        let (mut booked, mut left) = (Vec::new(), MAX_DUE_A_BLOCK);
        for evidence in orderer.iter().flat_map(|orderer| &orderer.evidence) {
            self.accuse(evidence, &mut booked);
        }
        if let Some((member, since)) = self.members.nodes().goes() {
            let gone = Event::Members(members::Event::NodeGone { member });
            self.book(gone, Some(since), None, &mut booked);
        }
        self.time_passes(&mut left, Agenda::first_without_last_call, &mut booked);
        let mut outcomes = Vec::with_capacity(commands.len());
        for (position, command) in (0_u32..).zip(commands) {
            outcomes.push(self.hear(position, command, &mut booked));
        }
        // The votes in this block were heard: what closes, closes with them (decisions/last_call.rs).
        self.ordering.hears(self.members.nodes(), orderer, moment);
        self.time_passes(&mut left, Agenda::first, &mut booked);
        Stepped { height: self.height, booked, outcomes }
    }

    fn time_passes(
        &mut self,
        left: &mut usize,
        first: fn(&Agenda, Moment, Moment) -> Option<Due>,
        booked: &mut Vec<Booked>,
    ) {
        while let (Some(fewer), Some(next)) =
            (left.checked_sub(1), first(&self.agenda, self.moment, self.ordering.heard()))
        {
            *left = fewer;
            self.agenda.remove(next.at, next.task);
            for event in falls_due(self, next) {
                self.book(event, Some(next.at), None, booked);
            }
        }
    }

    fn accuse(&mut self, evidence: &Evidence, booked: &mut Vec<Booked>) {
        if let Some(member) = self.accusable(evidence) {
            let height = evidence.height();
            self.book(members::Event::DoubleSigned { member, height }.into(), None, None, booked);
        }
    }

    fn hear(&mut self, position: u32, authentic: &Authentic, booked: &mut Vec<Booked>) -> Outcome {
        let act: &Act = authentic.act();
        self.quotas.count(act.post(), authentic.class(), self.moment.day(), &self.charter);
        let by = By { command: act.id(), post: act.post(), key: act.key() };
        let refusal = match validate(self, authentic, self.moment) {
            Ok(events) => {
                for event in events {
                    self.book(event, None, Some(by), booked);
                }
                None
            }
            Err(refusal) => {
                let (rule, article) = (refusal.rule(), refusal.article(&self.charter).0);
                self.book(Event::Refused { rule, article }, None, Some(by), booked);
                Some(refusal)
            }
        };
        let told = refusal.as_ref().map(|refusal: &Refusal| refusal.told(&self.charter));
        let remembered = Remembered { height: self.height, position, refusal: told };
        self.memory.keep(act.id(), authentic.expires(), remembered);
        Outcome { id: act.id(), position, refusal }
    }

    fn book(&mut self, event: Event, fell_due: Option<Moment>, by: Option<By>, booked: &mut Vec<Booked>) {
        apply(self, &event, by.as_ref());
        let entry = Booked { height: self.height, at: self.moment, fell_due, by, event };
        self.chain(&entry);
        booked.push(entry);
    }
}

#[cfg(test)]
mod tests;

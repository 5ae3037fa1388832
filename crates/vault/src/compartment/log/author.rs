//! The log of one agent, as far as it is known here.

use std::collections::BTreeMap;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_partnership::PublicKey;

use super::LogHead;
use super::statement::{Letter, Of, Statement};
use super::tree::{Front, Hash};
use crate::compartment::{CompartmentId, Seat};

/// The most leaves of one author that are kept: of what is older the root is, and what had not come is missing for good.
pub(in crate::compartment) const MAX_LEAVES: usize = 64;

/// A signed statement, with the beginning of the log that it is about.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(super) struct Stated {
    #[n(0)]
    pub(super) statement: Statement,
    #[n(1)]
    pub(super) front: Front,
}

impl Stated {
    pub(super) fn is_sound(&self, of: Of) -> bool {
        let Stated { statement, front } = self;
        front.is_sound()
            && front.size == statement.size
            && front.root() == statement.root
            && statement.is_signed(of)
    }
}

/// A leaf: one thing that its author sealed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Leaf {
    #[cbor(n(0), with = "minicbor::bytes")]
    pub(super) hash: Hash,
    /// What its author signed before it; none of a letter that only what came later told of.
    #[n(1)]
    pub(super) stated: Option<Stated>,
    /// Whether the thing itself came.
    #[n(2)]
    pub(super) came: bool,
    /// For whom, if it is a letter.
    #[n(3)]
    pub(super) to: Option<MemberCode>,
}

impl Leaf {
    fn is_missing(&self, own: MemberCode) -> bool {
        !self.came && self.to.is_none_or(|to| to == own)
    }
}

/// Two statements of one author that cannot both be true: both as signed notes.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(super) struct Contradiction {
    #[n(0)]
    pub(super) size: u64,
    #[n(1)]
    pub(super) one: Option<Statement>,
    #[n(2)]
    pub(super) other: Statement,
}

impl Contradiction {
    pub(super) fn of(size: u64, one: Option<Statement>, other: &Statement) -> Box<Contradiction> {
        Box::new(Contradiction { size, one, other: other.clone() })
    }
}

/// One author's log.
#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Author {
    #[n(0)]
    pub(super) seat: Seat,
    /// Whether it is this agent's own.
    #[n(1)]
    pub(super) own: bool,
    /// From which of its things on something should have come here.
    #[n(2)]
    pub(super) from: u64,
    /// The beginning that is known.
    #[n(3)]
    pub(super) base: Front,
    #[n(4)]
    pub(super) leaves: BTreeMap<u64, Leaf>,
    /// How many things it sealed, as far as is known.
    #[n(5)]
    pub(super) seen: u64,
    /// How many that did not come are not kept any more.
    #[n(6)]
    pub(super) lost: u64,
    /// What it signed before the oldest leaf that is kept.
    #[n(7)]
    before: Option<Statement>,
}

impl Author {
    pub(super) fn own(seat: &Seat) -> Author {
        let seat = seat.clone();
        let (base, leaves) = (Front::default(), BTreeMap::new());
        Author { seat, own: true, from: 0, base, leaves, seen: 0, lost: 0, before: None }
    }

    /// Another's log, by the first that is heard of it: what it sealed since this agent came in should have come.
    pub(super) fn first(seat: &Seat, stated: &Stated, since: u64) -> Author {
        let eras = stated.statement.next.eras.iter();
        let from = eras.filter(|era| era.0 >= since).map(|era| era.1).min().unwrap_or(stated.front.size);
        Author { own: false, from, base: stated.front.clone(), ..Author::own(seat) }
    }

    pub(super) fn of(&self, id: CompartmentId) -> Of {
        Of { id, agent: self.agent() }
    }

    pub(super) fn agent(&self) -> PublicKey {
        self.seat.agent()
    }

    /// The newest that it signed, as far as is known.
    pub(super) fn newest(&self) -> Option<&Stated> {
        self.leaves.values().rev().find_map(|leaf| leaf.stated.as_ref())
    }

    /// The things that should have come and did not, each as the first and the one after the last.
    pub(super) fn missing(&self, own: MemberCode) -> Vec<(u64, u64)> {
        let (mut gaps, mut at): (Vec<(u64, u64)>, u64) = (Vec::new(), self.from);
        let here = self.leaves.iter().filter(|(_, leaf)| !leaf.is_missing(own)).map(|(at, _)| *at);
        for next in here.chain([self.seen]) {
            if next > at {
                gaps.push((at, next));
            }
            at = at.max(next.saturating_add(1));
        }
        gaps
    }

    /// Takes note of what it signed; or says what contradicts it.
    pub(super) fn note(
        &mut self,
        id: CompartmentId,
        stated: &Stated,
        came: bool,
        own: MemberCode,
    ) -> Result<(), Box<Contradiction>> {
        let (of, statement) = (self.of(id), &stated.statement);
        let size = statement.size;
        for Letter { size, to, leaf } in &statement.next.letters {
            let (hash, to) = (*leaf, Some(*to));
            self.mark(*size, Leaf { hash, stated: None, came: false, to }, statement)?;
        }
        let (hash, to) = (statement.leaf(of), statement.next.to);
        self.mark(size, Leaf { hash, stated: Some(stated.clone()), came, to }, statement)?;
        self.seen = self.seen.max(size.saturating_add(1));
        if size >= self.from && size < self.base.size {
            self.base = stated.front.clone();
        }
        self.fits()?;
        self.let_go(own);
        Ok(())
    }

    fn mark(&mut self, at: u64, leaf: Leaf, by: &Statement) -> Result<(), Box<Contradiction>> {
        if at < self.from {
            return Ok(());
        }
        let Some(had) = self.leaves.get_mut(&at) else {
            self.leaves.insert(at, leaf);
            return Ok(());
        };
        if had.hash != leaf.hash {
            let one = had.stated.as_ref().map(|stated| stated.statement.clone());
            let one = one.or_else(|| self.who_told(at));
            return Err(Contradiction::of(at, one, by));
        }
        had.stated = had.stated.take().or(leaf.stated);
        had.came |= leaf.came;
        Ok(())
    }

    /// The statement that told of a letter.
    fn who_told(&self, at: u64) -> Option<Statement> {
        let stated = self.leaves.values().filter_map(|leaf| leaf.stated.as_ref());
        let tells = |one: &Statement| one.next.letters.iter().any(|letter| letter.size == at);
        stated.map(|one| &one.statement).find(|one| tells(one)).cloned()
    }

    /// Whether every root that it signed is that of the leaves before it, as far as all of these are known.
    fn fits(&self) -> Result<(), Box<Contradiction>> {
        let mut front = Some(self.base.clone());
        let mut before = self.before.as_ref();
        for (at, leaf) in &self.leaves {
            let follows = front.take().filter(|front| front.size == *at);
            front = follows.or_else(|| leaf.stated.as_ref().map(|stated| stated.front.clone()));
            let Some(front) = &mut front else { continue };
            if let Some(Stated { statement, .. }) = &leaf.stated {
                if statement.root != front.root() {
                    return Err(Contradiction::of(*at, before.cloned(), statement));
                }
                before = Some(statement);
            }
            front.push(leaf.hash);
        }
        Ok(())
    }

    /// Lets go of the oldest leaves, until no more are kept than may be.
    fn let_go(&mut self, own: MemberCode) {
        while self.leaves.len() > MAX_LEAVES {
            let Some((at, leaf)) = self.leaves.pop_first() else { return };
            let gap = at.saturating_sub(self.from).saturating_add(u64::from(leaf.is_missing(own)));
            self.lost = self.lost.saturating_add(gap);
            self.from = at.saturating_add(1);
            if let Some(Stated { statement, front }) = leaf.stated {
                self.base = front;
                self.before = Some(statement);
            }
            if self.base.size == at {
                self.base.push(leaf.hash);
            }
        }
    }

    /// What it came to, as far as it is known without a gap.
    pub(super) fn head(&self) -> LogHead {
        let mut front = self.base.clone();
        self.follow().into_iter().for_each(|(_, leaf)| front.push(leaf.hash));
        LogHead { agent: self.agent(), size: front.size, root: front.root() }
    }

    /// The root over so many of its things, if all of them are known.
    pub(super) fn root_at(&self, size: u64) -> Option<Hash> {
        let mut front = self.base.clone();
        for (at, leaf) in self.follow() {
            if *at < size {
                front.push(leaf.hash);
            }
        }
        (front.size == size).then(|| front.root())
    }

    /// The leaves that follow on the beginning without a gap.
    pub(super) fn follow(&self) -> Vec<(&u64, &Leaf)> {
        let places = self.base.size..;
        places.zip(&self.leaves).take_while(|(at, (of, _))| at == *of).map(|(_, leaf)| leaf).collect()
    }
}

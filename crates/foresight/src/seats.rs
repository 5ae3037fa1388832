//! The members of a text as seats: who they are, what they weigh, and the roll of any set of them.

use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use quorate_charter::{Body, MemberCode};
use quorate_voting::{Measure, Roll, Seat};

use crate::situations::Situation;

/// Members, weights and the names of measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seats {
    members: Vec<(MemberCode, Vec<u64>)>,
    measures: Vec<String>,
}

impl Seats {
    pub(crate) fn of(body: &Body) -> Seats {
        Seats {
            members: body.members().map(|(code, member)| (code, member.weights().to_vec())).collect(),
            measures: body.measures().iter().map(|measure| measure.name().to_string()).collect(),
        }
    }

    pub(crate) fn codes(&self) -> Vec<MemberCode> {
        self.members.iter().map(|(code, _)| *code).collect()
    }

    /// The largest weight in a measure, by its place among those declared.
    pub(crate) fn largest(&self, measure: usize) -> u64 {
        let weights = self.members.iter().filter_map(|(_, weights)| weights.get(measure));
        weights.copied().max().unwrap_or_default()
    }

    /// The same members with no weight above a cap in this measure.
    pub(crate) fn capped(&self, measure: usize, cap: u64) -> Seats {
        let mut seats = self.clone();
        for (_, weights) in &mut seats.members {
            if let Some(weight) = weights.get_mut(measure) {
                *weight = (*weight).min(cap);
            }
        }
        seats
    }

    /// The name of a formula's measure.
    pub(crate) fn measure(&self, measure: Measure) -> String {
        match usize::from(measure.0).checked_sub(1) {
            None => "members".into(),
            Some(index) => self.measures.get(index).map_or("an undeclared measure", String::as_str).into(),
        }
    }

    /// The roll in a situation, and whose seat is whose. A member that has withdrawn has no seat; one that does not
    /// take part has one, which counts in the membership alone.
    pub(crate) fn roll(&self, situation: &Situation) -> Option<(Roll, Vec<MemberCode>)> {
        let out: BTreeSet<MemberCode> = situation.out.iter().map(|(member, _)| *member).collect();
        let stays = |code: &MemberCode| Some(*code) != situation.withdrawn;
        let present = || self.members.iter().filter(|(code, _)| stays(code));
        let seats = present()
            .map(|(code, weights)| Seat { participating: !out.contains(code), weights: weights.clone() });
        let measures = u16::try_from(self.measures.len()).ok()?;
        let roll = Roll::new(measures, seats.collect()).ok()?;
        Some((roll, present().map(|(code, _)| *code).collect()))
    }
}

/// The participating seats of a roll that no other outweighs: if none of them can do a thing alone, no other can,
/// because more weight never does less. A seat that equals an earlier one is left out.
pub(crate) fn heaviest(roll: &Roll) -> Vec<usize> {
    let mut front: Vec<(usize, &Seat)> = Vec::new();
    for (number, seat) in roll.seats().iter().enumerate().filter(|(_, seat)| seat.participating) {
        if front.iter().any(|(_, other)| outweighs(other, seat)) {
            continue;
        }
        front.retain(|(_, other)| !outweighs(seat, other));
        front.push((number, seat));
    }
    front.into_iter().map(|(number, _)| number).collect()
}

fn outweighs(one: &Seat, other: &Seat) -> bool {
    one.weights.iter().zip(&other.weights).all(|(one, other)| one >= other)
}

//! The votes, counted again from the signed commands by the rule as it stood at the opening.

use alloc::string::String;

use quorate_charter::Charter;
use quorate_partnership::decisions::{Event as E, Poll};
use quorate_partnership::{DecisionNo, Event, Genesis};
use quorate_voting::Verdict;

use super::super::fault::{Check, Fault};
use super::Placed;
use crate::outlook::Outlook;
use crate::records::Records;

/// How far the decision has come in what was read of it.
#[derive(Default)]
struct Course {
    /// The version of the draft; none before it is tabled.
    version: Option<u32>,
    /// Whether it was adopted, once that is final.
    closed: Option<bool>,
    withdrawn: bool,
}

/// Counts again, and compares with what the closing says. The decision as it then stands.
pub(super) fn again(
    events: &[Placed],
    genesis: &Genesis,
    charter: Charter,
    decision: DecisionNo,
) -> Result<Outlook, Fault> {
    let mut records = Records::begin(genesis, charter);
    let mut course = Course::default();
    for (index, booked) in events {
        match &booked.event {
            Event::Decisions(event) => {
                let fault = |what: String| Fault::at(Check::Count, *index, what);
                let before = records.polls().get(decision);
                course.follow(event, before).map_err(|what| fault(what.into()))?;
                records.hear(booked);
                let opened = matches!(event, E::Opened { .. });
                if opened && records.polls().get(decision).is_none() {
                    return Err(fault("no rule of the charter fits it".into()));
                }
            }
            Event::Members(_) => records.hear(booked),
            _ => {}
        }
    }
    let missing = || Fault::new(Check::Count, "the file does not say how the decision ended");
    let ended = course.closed.is_some() || course.withdrawn;
    records.outlook(decision).filter(|_| ended).ok_or_else(missing)
}

impl Course {
    /// Takes in the next event, with the votes as they were before it.
    fn follow(&mut self, event: &E, poll: Option<&Poll>) -> Result<(), &'static str> {
        match event {
            E::Tabled { .. } => self.version = Some(1),
            E::Amended { version, .. } => self.version = Some(*version),
            E::Opened { version, .. } if self.version != Some(*version) => {
                return Err("the vote was opened on a version of the draft that the file does not have");
            }
            E::Closed { verdict, counted, .. } => {
                let poll = poll.filter(|_| self.closed.is_none()).ok_or("its opening is missing")?;
                if poll.counted() != *counted {
                    return Err("the votes that it counts are not those in the file");
                }
                if poll.verdict().as_ref() != Ok(verdict) {
                    return Err("the rule gives another verdict on these votes");
                }
                self.closed = Some(Verdict::adopted(verdict));
            }
            E::Executed { .. } | E::Lapsed { .. } if self.closed != Some(true) => {
                return Err("nothing shows that it was adopted");
            }
            E::Withdrawn { .. } => self.withdrawn = true,
            E::Executed { .. } | E::Lapsed { .. } | E::Opened { .. } => {}
            _ if self.closed.is_some() => return Err("it stands after the end of the vote"),
            _ => {}
        }
        Ok(())
    }
}

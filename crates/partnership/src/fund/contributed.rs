//! What pledges, agreements, notes, defaults and step-ups change.

use quorate_charter::Charter;

use super::{Event, Fund};
use crate::agenda::Agenda;
use crate::event::By;
use crate::moment::Moment;

impl Fund {
    /// Lets what happened to contributions be true.
    pub(super) fn contributed(
        &mut self,
        charter: &Charter,
        agenda: &mut Agenda,
        (at, by): (Moment, Option<&By>),
        event: &Event,
    ) {
        match event {
            Event::Pledged { member, pledge } => self.pledge_made(agenda, *member, pledge),
            Event::PledgeEnded { member, .. } => self.pledge_gone(agenda, *member),
            Event::PledgeReduced { member, left } => self.pledge_reduced(*member, *left),
            Event::FellDue { member, amount, of } => self.fell_due(*member, *amount, *of),
            Event::NoteLodged { member, amount, from_due, encashments, counts } => {
                self.noted(*member, amount.checked_sub(*from_due).unwrap_or(*amount));
                self.encashments(agenda, *member, encashments, counts);
            }
            Event::InDefault { member, owed, day, .. } => {
                self.owed.defaults(*member, *owed, *day);
                self.watch(charter, agenda);
            }
            Event::SteppedUp { call, of, parts, due, .. } => {
                self.advances.add(*call, *of, parts);
                self.asked(agenda, (*call, *of), parts, *due);
            }
            Event::Leaving(event) => self.hear_of_leaving(agenda, event),
            Event::EmergencyCallEntered { by: member, total, until, .. } => {
                self.emergency_entered(agenda, at, (*member, *total, *until), by);
            }
            Event::EmergencyCallMade { number, call, .. } => {
                self.emergency_ended(agenda, *number, Some(*call));
            }
            Event::EmergencyCallLapsed { number } => self.emergency_ended(agenda, *number, None),
            _ => {}
        }
    }
}

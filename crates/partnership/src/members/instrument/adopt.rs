//! Adopt: the members adopt a text that is no charter: a programme, a plan, a procedure. Article: decisions.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, Rule};

use super::{InstrumentEvent, InstrumentRefusal};
use crate::ids::{DecisionNo, DocumentHash};
use crate::members::Event;
use crate::members::effect::Provides;
use crate::members::standing::{On, Refusal};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::wording::Wording;

/// Adopts a text, named by its document's hash. It moves no money and changes no article; what it asks of members they do
/// by acts of their own.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Adopt {
    /// What it is called.
    #[n(0)]
    pub title: Wording,
    /// Its document.
    #[n(1)]
    pub document: DocumentHash,
}

impl Provides for Adopt {
    fn rule<'c>(&self, charter: &'c Charter) -> Option<&'c Rule> {
        charter.decisions().texts_rule()
    }

    fn on(&self) -> On {
        On::Texts
    }

    fn tabled(&self, partnership: &Partnership) -> Result<(), Refusal> {
        // M35: once.
        match partnership.members().instrument.texts.contains(&self.document) {
            true => Err(InstrumentRefusal::AdoptedBefore(self.document).into()),
            false => Ok(()),
        }
    }

    fn carried_out(
        &self,
        _partnership: &Partnership,
        decision: DecisionNo,
        _now: Moment,
    ) -> Result<Vec<Event>, Refusal> {
        Ok(vec![InstrumentEvent::TextAdopted { decision, terms: self.clone() }.into()])
    }
}

#[cfg(test)]
mod tests {
    use crate::decisions::Choice;
    use crate::event::Event as AnyEvent;
    use crate::exercise::commands::{execute, open, table, vote};
    use crate::exercise::standing::{adopt, ratify, sign_charter};
    use crate::exercise::{Exercise, FRAMEWORK};

    /// A framework of two that is in force.
    fn framework() -> Exercise {
        let mut x = Exercise::under(FRAMEWORK);
        for root in ["CAN/root", "GBR/root"] {
            x.accept(root, sign_charter(false));
            x.accept(root, ratify());
        }
        x
    }

    /// Both are in favour, unless the second says otherwise, and it is executed if it is adopted.
    fn resolved(x: &mut Exercise, text: u8, second: Choice) -> u32 {
        let decision = x.tabled_by("CAN/representative", adopt(text));
        x.accept("CAN/representative", open(decision));
        x.accept("CAN/representative", vote(decision, Choice::InFavour));
        x.accept("GBR/representative", vote(decision, second));
        x.wait("240h").pass();
        decision
    }

    #[test]
    fn two_members_adopt_a_text_together_and_neither_alone() {
        let mut x = framework();
        let decision = resolved(&mut x, 1, Choice::InFavour);
        let events = x.accept("GBR/representative", execute(decision));
        assert!(
            events
                .iter()
                .any(|event| matches!(event, AnyEvent::Members(crate::members::Event::Instrument(_))))
        );
        for second in [Choice::Against, Choice::Abstain] {
            let decision = resolved(&mut x, 2, second);
            x.refuse("CAN/representative", execute(decision), "D8");
        }
    }

    #[test]
    fn m35_a_text_is_adopted_once() {
        let mut x = framework();
        let (first, again) = (resolved(&mut x, 1, Choice::InFavour), resolved(&mut x, 1, Choice::InFavour));
        x.accept("GBR/representative", execute(first));
        x.refuse("GBR/representative", execute(again), "M35");
        x.refuse("GBR/representative", table(adopt(1)), "M35");
        x.accept("GBR/representative", table(adopt(2)));
    }

    #[test]
    fn m10_where_no_rule_is_named_no_text_is_adopted() {
        let refusal = Exercise::begin().refuse("DEU/representative", table(adopt(1)), "M10");
        assert_eq!(alloc::format!("{refusal}"), "the charter has no article on the adoption of texts");
    }
}

//! Indicate: put on record what a member announces or is expected to give. Article: the fund.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};
use quorate_ledger::Money;

use super::about::About;
use super::bookings::{Bookings, moved};
use super::chart::{account, book};
use super::event::Event;
use super::{Refusal, amounts};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// How firm an indication is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Standing {
    /// The member said it will give.
    #[n(0)]
    Announced,
    /// Others expect it to.
    #[n(1)]
    Expected,
}

impl Standing {
    /// The standing in a word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Standing::Announced => "announced",
            Standing::Expected => "expected",
        }
    }
}

/// Puts an indication on record, in the place of the one before. It has no legal effect, whoever makes it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Indicate {
    /// The member that would give.
    #[n(0)]
    pub of: MemberCode,
    /// Announced or expected.
    #[n(1)]
    pub standing: Standing,
    /// How much, if it is known.
    #[n(2)]
    pub amount: Option<Money>,
    /// Where it is known from.
    #[n(3)]
    pub source: Phrase,
}

impl Provision for Indicate {
    fn name(&self) -> &'static str {
        "fund indicate"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (of, by, standing) = (self.of, act.post().member, self.standing);
        let charter = partnership.charter();
        // F3: indications are of members.
        charter.member(of).ok_or(Refusal::NotAMember(of))?;
        if let Some(amount) = self.amount {
            amounts::positive_in_fund_currency(charter, amount)?;
            // F15: the plan can always be added up.
            amounts::within_target(charter, amount)?;
        }
        let before = partnership.fund().indications.get(&of);
        // F4: what a member said of itself is not overwritten by what others say of it.
        if of != by && before.is_some_and(|indication| indication.own) {
            return Err(Refusal::SpokenForItself(of).into());
        }
        let indicated =
            Event::Indicated { of, by, standing, amount: self.amount, source: self.source.clone() };
        let mut bookings = Bookings::new(partnership.fund(), now.day());
        if let Some((number, entry)) = before.and_then(|indication| indication.entry.as_ref()) {
            bookings.reverse(*number, entry, About::Indication { of });
        }
        if let Some(amount) = self.amount {
            let entry = moved(
                book::memoranda(charter),
                (account::INDICATED, of.as_str()),
                (account::CONTRA, ""),
                amount,
            )?;
            bookings.post(entry, About::Indication { of });
        }
        let mut events = Vec::from([indicated.into()]);
        events.extend(bookings.admitted()?);
        Ok(events)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::Exercise;
    use crate::exercise::commands::{eur, indicate, usd};

    fn indicated(x: &Exercise, of: &str) -> i128 {
        x.available(book::memoranda(x.partnership.charter()), account::INDICATED, of)
    }

    #[test]
    fn an_indication_stands_among_the_memoranda_in_the_place_of_the_one_before() {
        let mut x = Exercise::begin();
        let events = x.accept("GBR/representative", indicate("GBR", Some(usd("18.00"))));
        let (of, source) = ("GBR".parse().unwrap(), "a press article".parse().unwrap());
        let (standing, amount) = (Standing::Announced, Some(usd("18.00")));
        assert_eq!(events[0], Event::Indicated { of, by: of, standing, amount, source }.into());
        assert!(matches!(events[1..], [AnyEvent::Fund(Event::Posted { reverses: None, .. })]));
        assert_eq!(indicated(&x, "GBR"), 18_00);
        let events = x.accept("GBR/representative", indicate("GBR", Some(usd("15.00"))));
        assert!(matches!(
            events[1..],
            [
                AnyEvent::Fund(Event::Posted { reverses: Some(crate::EntryNo(1)), .. }),
                AnyEvent::Fund(Event::Posted { reverses: None, .. })
            ]
        ));
        assert_eq!(indicated(&x, "GBR"), 15_00);
    }

    #[test]
    fn an_amount_that_became_unknown_is_taken_back_once() {
        let mut x = Exercise::begin();
        x.accept("GBR/representative", indicate("GBR", Some(usd("18.00"))));
        x.accept("GBR/representative", indicate("GBR", None));
        assert_eq!(indicated(&x, "GBR"), 0);
        x.accept("GBR/representative", indicate("GBR", None));
        assert_eq!(indicated(&x, "GBR"), 0);
        x.accept("GBR/representative", indicate("GBR", Some(usd("5.00"))));
        assert_eq!(indicated(&x, "GBR"), 5_00);
    }

    #[test]
    fn an_unknown_amount_books_nothing() {
        let mut x = Exercise::begin();
        assert_eq!(x.accept("FRA/representative", indicate("DEU", None)).len(), 1);
    }

    #[test]
    fn f1_amounts_are_in_the_funds_currency() {
        let mut x = Exercise::begin();
        x.refuse("GBR/representative", indicate("GBR", Some(eur("1.00"))), "F1");
    }

    #[test]
    fn f2_an_amount_is_more_than_nothing() {
        let mut x = Exercise::begin();
        for nothing in ["-0.01", "0"] {
            x.refuse("GBR/representative", indicate("GBR", Some(usd(nothing))), "F2");
        }
        x.accept("GBR/representative", indicate("GBR", Some(usd("0.01"))));
    }

    #[test]
    fn f15_no_indication_is_for_more_than_the_target() {
        let mut x = Exercise::begin();
        x.accept("GBR/representative", indicate("GBR", Some(usd("94999999999.99"))));
        x.accept("GBR/representative", indicate("GBR", Some(usd("95000000000.00"))));
        x.refuse("GBR/representative", indicate("GBR", Some(usd("95000000000.01"))), "F15");
        x.refuse("GBR/representative", indicate("DEU", Some(usd("9999999999999999.00"))), "F15");
        assert_eq!(indicated(&x, "GBR"), 9_500_000_000_000);
    }

    #[test]
    fn f3_indications_are_of_members() {
        let mut x = Exercise::begin();
        x.refuse("GBR/representative", indicate("USA", None), "F3");
    }

    #[test]
    fn f4_what_a_member_said_of_itself_is_not_overwritten_by_what_others_say() {
        let mut x = Exercise::begin();
        x.accept("GBR/representative", indicate("DEU", Some(usd("7.00"))));
        x.accept("FRA/representative", indicate("DEU", None));
        x.accept("DEU/representative", indicate("DEU", Some(usd("3.00"))));
        x.refuse("FRA/representative", indicate("DEU", Some(usd("7.00"))), "F4");
        x.accept("DEU/representative", indicate("DEU", None));
        x.refuse("FRA/representative", indicate("DEU", Some(usd("7.00"))), "F4");
        assert_eq!(indicated(&x, "DEU"), 0);
    }
}

//! Arrears: a member's votes rest while what it owes is older than the article allows, and come back when it pays.
//! Article: suspension, where it says so.

use alloc::vec::Vec;

use quorate_charter::MemberCode;

use super::Event;
use super::standing::{enough, with_what_follows};
use crate::moment::Moment;
use crate::partnership::Partnership;

/// A due has grown too old. Votes rest only as long as enough are left; where they are not, the record says so, and
/// it is asked again after as long a time.
pub(crate) fn votes_rest(partnership: &Partnership, member: MemberCode, now: Moment) -> Option<Event> {
    let (members, charter) = (partnership.members(), partnership.charter());
    let asked_later = |again: Option<Moment>| again.is_some_and(|again| now < again);
    members.standings.bound(member).filter(|bond| !bond.rests && !asked_later(bond.kept))?;
    let since = partnership.fund().in_arrears(member, charter, now)?;
    let others = members.seats().voices.iter().filter(|voice| **voice != member).count();
    if enough(others, charter) {
        return Some(Event::VotesRest { member, since });
    }
    let again = now.plus(charter.suspension()?.in_arrears()?);
    Some(Event::VotesKept { member, since, again })
}

/// Something was paid: what is left is not too old.
pub(crate) fn votes_return(partnership: &Partnership, member: MemberCode) -> Vec<Event> {
    let (members, charter) = (partnership.members(), partnership.charter());
    let rests = members.standings.bound(member).is_some_and(|bond| bond.rests);
    let overdue = partnership.fund().in_arrears(member, charter, partnership.moment());
    if rests && overdue.is_none() {
        with_what_follows(partnership, Event::VotesReturn { member })
    } else {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use alloc::vec::Vec;

    use super::*;
    use crate::event::Event as AnyEvent;
    use crate::exercise::commands::{assist, call, execute, open, request, sign, usd, vote};
    use crate::exercise::standing::{accept, amend};
    use crate::exercise::{CHARTER, DAY, Exercise};

    fn charter(least: u32) -> String {
        let least = alloc::format!("least-participating = {least}");
        let with = CHARTER.replace("hearing = \"14d\"", "hearing = \"14d\"\nin-arrears = \"90d\"");
        with.replace("least-participating = 3", &least)
    }

    /// `FRA` owes 10.00 under a charter by which so many take part; when that grows too old.
    fn owing(least: u32) -> (Exercise, Moment) {
        let mut x = Exercise::under(&charter(least));
        let due = x.next();
        x.accept("FRA/root", sign(usd("10.00"), usd("0")));
        (x, Moment(due.0.saturating_add(90 * DAY)))
    }

    fn rest(x: &Exercise) -> bool {
        !x.partnership.members().has_voice("FRA".parse().unwrap())
    }

    fn standing(events: Vec<AnyEvent>) -> Vec<Event> {
        let of_members = |event| match event {
            AnyEvent::Members(event) => Some(event),
            _ => None,
        };
        events.into_iter().filter_map(of_members).collect()
    }

    #[test]
    fn m9_votes_rest_once_a_due_is_older_than_the_article_and_come_back_when_it_is_paid() {
        let (mut x, old) = owing(2);
        x.at(Moment(old.0.saturating_sub(1))).pass();
        assert!(!rest(&x));
        let member = "FRA".parse().unwrap();
        let since = Moment(old.0.saturating_sub(90 * DAY));
        assert_eq!(standing(x.at(old).pass()), [Event::VotesRest { member, since }]);
        x.refuse("FRA/representative", request(&[usd("1.00")]), "M9");
        // A part does not do.
        x.received("FRA", usd("9.99"));
        assert!(x.pass().is_empty() && rest(&x));
        x.received("FRA", usd("0.01"));
        assert_eq!(standing(x.pass()), [Event::VotesReturn { member }]);
        x.accept("FRA/representative", request(&[usd("1.00")]));
    }

    #[test]
    fn the_oldest_due_is_paid_first() {
        let (mut x, old) = owing(2);
        x.accept("DEU/root", sign(usd("0"), usd("10.00")));
        x.at(Moment(old.0.saturating_sub(5 * DAY))).received("FRA", usd("10.00"));
        x.at(old).pass();
        assert!(!rest(&x), "what was due was paid in time");
    }

    #[test]
    fn m20_votes_are_kept_where_too_few_would_be_left_and_the_record_says_so() {
        let (mut x, old) = owing(3);
        let events = standing(x.at(old).pass());
        assert!(matches!(events[..], [Event::VotesKept { .. }]), "{events:?}");
        assert!(!rest(&x));
        // It is asked again, after as long a time, and not whenever the bank's statement goes on.
        for _ in 0..3 {
            x.received("DEU", usd("1.00"));
            assert_eq!(standing(x.wait("1h").pass()), []);
        }
        let again = Moment(old.0.saturating_add(90 * DAY));
        assert!(matches!(standing(x.at(again).pass())[..], [Event::VotesKept { .. }]));
        assert_eq!(standing(x.wait("168h").pass()), []);
    }

    #[test]
    fn without_the_key_votes_never_rest() {
        let mut x = Exercise::begin();
        x.accept("FRA/root", sign(usd("10.00"), usd("0")));
        assert!(x.wait("3650d").pass().is_empty());
        assert!(!rest(&x));
    }

    #[test]
    fn a_vote_that_is_open_is_still_the_members_own() {
        let (mut x, old) = owing(2);
        x.at(Moment(old.0.saturating_sub(DAY)));
        let case = x.requested(&["1.00"]);
        let decision = x.opened(assist(case));
        x.at(old).pass();
        assert!(rest(&x));
        x.accept("FRA/representative", vote(decision, crate::decisions::Choice::Against));
    }

    #[test]
    fn a_text_that_says_so_counts_what_is_owed_already() {
        let mut x = Exercise::begin();
        x.accept("FRA/root", sign(usd("10.00"), usd("0")));
        x.wait("200d");
        x.carried(amend(1, &charter(2)));
        for member in ["CAN", "DEU", "GBR", "FRA"] {
            x.accept(&[member, "/root"].concat(), accept(2));
        }
        assert!(rest(&x));
        // And another that says nothing of it gives the votes back.
        x.carried(amend(2, &charter(2).replace("in-arrears = \"90d\"", "")));
        for member in ["CAN", "DEU", "GBR", "FRA"] {
            x.accept(&[member, "/root"].concat(), accept(3));
        }
        x.pass();
        assert!(!rest(&x));
    }

    #[test]
    fn what_a_call_makes_due_counts_from_the_call() {
        let mut x = Exercise::under(&charter(2));
        x.accept("FRA/root", sign(usd("0"), usd("10.00")));
        let decision = x.tabled(call("10.00"));
        x.accept("DEU/representative", open(decision));
        for member in ["CAN", "DEU", "GBR"] {
            x.accept(
                &[member, "/representative"].concat(),
                vote(decision, crate::decisions::Choice::InFavour),
            );
        }
        x.wait("240h").pass();
        let called = x.next();
        x.accept("DEU/representative", execute(decision));
        x.at(Moment(called.0.saturating_add(90 * DAY).saturating_sub(1))).pass();
        assert!(!rest(&x));
        x.pass();
        assert!(rest(&x));
    }
}

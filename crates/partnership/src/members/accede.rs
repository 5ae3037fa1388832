//! Accede: an invited State becomes a member. Article: accession.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::Event;
use super::standing::{Needs, Refusal, with_what_follows};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Accedes to the charter, by the root key that the invitation names: from now on the charter in force binds the State,
/// and it has the weights of its invitation.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Accede {}

impl Provision for Accede {
    fn name(&self) -> &'static str {
        "member accede"
    }

    fn offices(&self) -> Offices {
        &[Office::Root]
    }

    fn needs(&self) -> Needs {
        Needs::Nothing
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (member, members) = (act.post().member, partnership.members());
        // M17: it is invited.
        let invited = members.standings.invited.get(&member).ok_or(Refusal::NotInvited(member))?;
        // M16: it can still stand in the charter as it is now.
        invited.admit.charter(partnership.charter()).map_err(Refusal::CannotStand)?;
        let acceded = Event::Acceded { member, terms: invited.admit.clone() };
        Ok(with_what_follows(partnership, acceded).into_iter().map(AnyEvent::from).collect())
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use crate::event::Event;
    use crate::exercise::commands::{call, execute, indicate, sign, table, usd};
    use crate::exercise::keys::public;
    use crate::exercise::standing::{accede, admit, terms, withdraw};
    use crate::exercise::{CHARTER, Exercise};
    use crate::fund;
    use crate::members::Admit;

    const WEIGHTS: &[(&str, u64)] = &[("population", 50_000_000)];

    #[test]
    fn an_invited_state_accedes_by_itself_and_has_the_weights_of_its_invitation() {
        let mut x = Exercise::begin();
        let newcomer = "XAA".parse().unwrap();
        x.refuse("XAA/root", accede(), "M17");
        x.carried(admit(terms(WEIGHTS)));
        // Invited, it is bound by nothing, and can do nothing else.
        assert!(!x.partnership.members().is_bound(newcomer));
        x.refuse("XAA/root", withdraw(), "M7");
        x.accept("XAA/root", accede());
        assert!(x.partnership.members().has_voice(newcomer));
        assert_eq!(x.partnership.charter().member(newcomer).unwrap().weights(), [50_000_000]);
        x.refuse("XAA/root", accede(), "M17");
        x.accept("XAA/representative", indicate("XAA", None));
    }

    #[test]
    fn a_vote_that_is_open_goes_on_without_the_newcomer() {
        let mut x = Exercise::begin();
        x.carried(admit(terms(WEIGHTS)));
        let case = x.requested(&["1.00"]);
        let decision = x.opened(crate::exercise::commands::assist(case));
        x.accept("XAA/root", accede());
        let vote = crate::exercise::commands::vote(decision, crate::decisions::Choice::Against);
        x.refuse("XAA/representative", vote, "D6");
    }

    #[test]
    fn f13_who_comes_back_is_called_for_what_it_signs_anew_and_for_nothing_before() {
        let mut x = Exercise::of_five();
        for member in ["DEU", "XAA"] {
            x.accept(&[member, "/root"].concat(), sign(usd("0"), usd("50.00")));
        }
        x.accept("XAA/root", withdraw());
        x.wait("365d").pass();
        // The vote on a call is opened while `XAA` is away, and the call is made after it came back.
        let called = x.resolved(call("10.00"));
        let again =
            Admit { root: public("another root"), recovery: public("another recovery"), ..terms(WEIGHTS) };
        x.carried(admit(again));
        x.accept("XAA/root", accede());
        let events = x.accept("DEU/representative", execute(called));
        let Event::Fund(fund::Event::Called { parts, .. }) = &events[1] else { panic!("a call") };
        assert_eq!(parts.iter().map(|part| part.member.as_str()).collect::<Vec<_>>(), ["DEU"]);
        x.refuse("DEU/representative", table(call("40.01")), "F13");
        x.accept("XAA/root", sign(usd("0"), usd("30.00")));
        x.refuse("XAA/root", sign(usd("0"), usd("30.00")), "F6");
        x.refuse("DEU/representative", table(call("70.01")), "F13");
        x.accept("DEU/representative", table(call("70.00")));
    }

    #[test]
    fn m16_a_weight_for_each_measure_and_two_new_sound_keys() {
        let mut x = Exercise::begin();
        let who = "DEU/representative";
        x.refuse(who, table(admit(terms(&[]))), "M16");
        x.refuse(who, table(admit(terms(&[("population", 1), ("income", 1)]))), "M16");
        x.refuse(who, table(admit(Admit { member: "CAN".parse().unwrap(), ..terms(WEIGHTS) })), "M16");
        let same = Admit { recovery: terms(WEIGHTS).root, ..terms(WEIGHTS) };
        x.refuse(who, table(admit(same)), "M16");
        for key in [crate::exercise::keys::NO_POINT, crate::exercise::keys::WEAK] {
            x.refuse(who, table(admit(Admit { root: key, ..terms(WEIGHTS) })), "M16");
        }
        x.accept(who, table(admit(terms(WEIGHTS))));
    }

    #[test]
    fn m16_of_two_invitations_the_later_counts_and_none_stands_once_it_acceded() {
        let mut x = Exercise::begin();
        let first = x.resolved(admit(terms(WEIGHTS)));
        let second = x.resolved(admit(terms(&[("population", 7)])));
        x.accept("DEU/representative", execute(first));
        x.refuse("DEU/representative", execute(second), "M16");
        x.accept("XAA/root", accede());
        x.refuse("DEU/representative", execute(second), "M16");
    }

    #[test]
    fn m10_nobody_is_invited_where_no_article_says_how() {
        let without = CHARTER.replace("[accession]\narticle = 11\ndecided-by = \"accession\"\n", "");
        Exercise::under(&without).refuse("DEU/representative", table(admit(terms(WEIGHTS))), "M10");
    }
}

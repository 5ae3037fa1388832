//! Instruct: a treasurer signs the payment of a tranche; others must sign too. Article: payments.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};

use super::payments::authority_hold;
use super::{Event, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::fund::{self, About, account, book};
use crate::ids::{CaseNo, TrancheNo};
use crate::members::Needs;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Instructs the payment of a tranche. Amount and account are those of the decision: there is nothing to choose.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Instruct {
    /// The case.
    #[n(0)]
    pub case: CaseNo,
    /// The tranche.
    #[n(1)]
    pub tranche: TrancheNo,
}

impl Provision for Instruct {
    fn name(&self) -> &'static str {
        "payment instruct"
    }

    fn offices(&self) -> Offices {
        &[Office::Treasurer]
    }

    fn needs(&self) -> Needs {
        Needs::Voice
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (number, by) = (self.case, act.post().member);
        let (case, decision) = partnership.cases().approved(number)?;
        case.not_by_beneficiary(by)?;
        let tranche = case.standing(self.tranche)?;
        // C9: the condition is attested.
        if !tranche.attested {
            return Err(Refusal::NotAttested(self.tranche).into());
        }
        // C10: one instruction at a time, and none after payment.
        if let Some(payment) = tranche.payment {
            return Err(Refusal::InHand { tranche: self.tranche, payment }.into());
        }
        case.may_be_paid(number)?;
        case.is_not_funded_twice(number, self.tranche)?;
        case.lets(partnership, (number, self.tranche))?;
        let able = able_to_sign(partnership, case.beneficiary, now)?;
        fund::not_from_what_is_owed(partnership, number, tranche.amount)?;
        let payment = partnership.cases().next_payment();
        let of = (fund::of_case(number), fund::of_tranche(number, self.tranche));
        let authority = book::authority(partnership.charter());
        let committed =
            fund::moved(authority, (account::ALLOCATED, &of.0), (account::COMMITTED, &of.1), tranche.amount)?;
        let about = About::Payment { payment, case: number, decision };
        let held = fund::held(partnership, authority_hold(payment), committed, about)?;
        let until = now.plus(partnership.charter().payments().countersign_within());
        let instructed = Event::Instructed { payment, case: number, tranche: self.tranche, by, until, able };
        Ok(vec![instructed.into(), held])
    }
}

/// C11: as many could sign as must, of whichever members. That fewer could than the charter wants stops nothing, or
/// each of them would have a veto by not having a treasurer; it stands in the record.
fn able_to_sign(partnership: &Partnership, beneficiary: MemberCode, now: Moment) -> Result<u32, Refusal> {
    let with = partnership.members().with(Office::Treasurer, now);
    let able = with.into_iter().filter(|member| *member != beneficiary).count();
    let able = u32::try_from(able).unwrap_or(u32::MAX);
    let needed = partnership.charter().payments().signatures();
    if able < needed { Err(Refusal::TooFewAble { able, needed }) } else { Ok(able) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::Exercise;
    use crate::exercise::commands::{close, countersign, instruct, revoke};
    use crate::exercise::keys::public;
    use crate::ids::PaymentNo;

    #[test]
    fn an_instruction_sets_the_authority_aside_and_waits() {
        let mut x = Exercise::funded("100.00");
        x.attested(&["10.00", "20.00"]);
        let until = x.next().plus("5d".parse().unwrap());
        let events = x.accept("FRA/treasurer", instruct(1, 2));
        let (payment, case, tranche, by) = (PaymentNo(1), CaseNo(1), TrancheNo(2), "FRA".parse().unwrap());
        assert_eq!(events[0], Event::Instructed { payment, case, tranche, by, until, able: 3 }.into());
        assert!(matches!(events[1..], [AnyEvent::Fund(fund::Event::Held { .. })]));
        let authority = book::authority(x.partnership.charter());
        assert_eq!(x.available(authority, account::ALLOCATED, "case-1"), 10_00);
        assert_eq!(x.partnership.next_deadline(), Some(until));
    }

    #[test]
    fn c1_and_c5_the_case_is_approved_and_open() {
        let mut x = Exercise::funded("100.00");
        x.refuse("FRA/treasurer", instruct(1, 1), "C1");
        let case = x.requested(&["10.00"]);
        x.refuse("FRA/treasurer", instruct(case, 1), "C5");
        x.paid(&["10.00"]);
        x.accept("FRA/case-officer", close(2));
        x.refuse("FRA/treasurer", instruct(2, 1), "C5");
    }

    #[test]
    fn c6_the_tranche_exists() {
        let mut x = Exercise::funded("100.00");
        x.attested(&["10.00"]);
        for unknown in [0, 2] {
            x.refuse("FRA/treasurer", instruct(1, unknown), "C6");
        }
    }

    #[test]
    fn c7_the_beneficiary_does_not_sign_in_its_own_case() {
        let mut x = Exercise::funded("100.00");
        x.attested(&["10.00"]);
        x.refuse("CAN/treasurer", instruct(1, 1), "C7");
    }

    #[test]
    fn c9_the_condition_is_attested() {
        let mut x = Exercise::funded("100.00");
        x.approved(&["10.00", "20.00"]);
        x.accept("FRA/case-officer", crate::exercise::commands::attest(1, 2));
        x.refuse("FRA/treasurer", instruct(1, 1), "C9");
        x.accept("FRA/treasurer", instruct(1, 2));
    }

    #[test]
    fn c10_one_instruction_at_a_time_and_none_after_payment() {
        let mut x = Exercise::funded("100.00");
        x.instructed(&["10.00", "20.00"]);
        x.refuse("FRA/treasurer", instruct(1, 1), "C10");
        x.accept("FRA/treasurer", instruct(1, 2));
        let mut x = Exercise::funded("100.00");
        x.in_flight(&["10.00"]);
        x.refuse("FRA/treasurer", instruct(1, 1), "C10");
        let mut x = Exercise::funded("100.00");
        x.paid(&["10.00"]);
        x.refuse("FRA/treasurer", instruct(1, 1), "C10");
    }

    /// How many could sign, if the instruction is given.
    fn able(x: &mut Exercise) -> u32 {
        match x.accept("FRA/treasurer", instruct(1, 1))[0] {
            AnyEvent::Cases(Event::Instructed { able, .. }) => able,
            _ => panic!("an instruction"),
        }
    }

    #[test]
    fn c11_as_many_could_sign_as_must_and_the_beneficiarys_treasurer_does_not_count() {
        let mut x = Exercise::funded("100.00");
        x.attested(&["10.00"]);
        assert_eq!(able(&mut x.clone()), 3, "DEU, FRA and GBR");
        x.accept("GBR/root", revoke(public("GBR/treasurer"), Office::Treasurer));
        assert_eq!(able(&mut x.clone()), 2, "fewer than the charter wants stop nothing");
        x.accept("DEU/root", revoke(public("DEU/treasurer"), Office::Treasurer));
        let refusal = x.refuse("FRA/treasurer", instruct(1, 1), "C11");
        assert_eq!(refusal, Refusal::TooFewAble { able: 1, needed: 2 }.into());
    }

    #[test]
    fn c11_no_member_alone_can_stop_a_payment_by_having_no_treasurer() {
        for (refuser, first, second) in [("DEU", "FRA", "GBR"), ("FRA", "GBR", "DEU"), ("GBR", "DEU", "FRA")]
        {
            let mut x = Exercise::funded("100.00");
            x.attested(&["10.00"]);
            let post = |member: &str, office: &str| [member, "/", office].concat();
            let treasurer = public(&post(refuser, "treasurer"));
            x.accept(&post(refuser, "root"), revoke(treasurer, Office::Treasurer));
            x.accept(&post(first, "treasurer"), instruct(1, 1));
            let events = x.accept(&post(second, "treasurer"), countersign(1));
            assert_eq!(events[1], Event::Released { payment: PaymentNo(1) }.into(), "{refuser}");
        }
    }

    #[test]
    fn c11_counts_those_whose_term_runs() {
        let mut x = Exercise::funded("100.00");
        x.attested(&["10.00"]);
        x.accept("DEU/root", revoke(public("DEU/treasurer"), Office::Treasurer));
        let (key, now) = (public("GBR/treasurer"), x.next());
        let ends = Moment(now.0.saturating_add(1000));
        x.accept("GBR/root", crate::exercise::commands::accredit(key, Office::Treasurer, now, ends));
        let before = Moment(ends.0.saturating_sub(1));
        assert_eq!(able(x.clone().at(before)), 2);
        x.at(ends).refuse("FRA/treasurer", instruct(1, 1), "C11");
    }
}

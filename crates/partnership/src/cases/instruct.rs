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

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (number, by) = (self.case, act.post().member);
        let (case, decision) = partnership.cases().approved(number)?;
        case.not_by_beneficiary(by)?;
        let tranche = case.tranche(self.tranche)?;
        // C9: the condition is attested.
        if !tranche.attested {
            return Err(Refusal::NotAttested(self.tranche).into());
        }
        // C10: one instruction at a time, and none after payment.
        if let Some(payment) = tranche.payment {
            return Err(Refusal::InHand { tranche: self.tranche, payment }.into());
        }
        able_to_sign(partnership, case.beneficiary, now)?;
        let payment = partnership.cases().next_payment();
        let of = (fund::of_case(number), fund::of_tranche(number, self.tranche));
        let authority = book::authority(partnership.charter());
        let committed =
            fund::moved(authority, (account::ALLOCATED, &of.0), (account::COMMITTED, &of.1), tranche.amount)?;
        let about = About::Payment { payment, case: number, decision };
        let held = fund::held(partnership, authority_hold(payment), committed, about)?;
        let until = now.plus(partnership.charter().payments().countersign_within());
        let instructed = Event::Instructed { payment, case: number, tranche: self.tranche, by, until };
        Ok(vec![instructed.into(), held])
    }
}

/// C11: more could sign than need to, so that no one treasurer can hold a payment back.
fn able_to_sign(partnership: &Partnership, beneficiary: MemberCode, now: Moment) -> Result<(), Refusal> {
    let with = partnership.members().with(Office::Treasurer, now);
    let able = with.into_iter().filter(|member| *member != beneficiary).count();
    let needed = partnership.charter().payments().able_to_sign();
    if able < usize::try_from(needed).unwrap_or(usize::MAX) {
        return Err(Refusal::TooFewAble { able, needed });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::Exercise;
    use crate::exercise::commands::{close, instruct, revoke};
    use crate::exercise::keys::public;
    use crate::ids::PaymentNo;

    #[test]
    fn an_instruction_sets_the_authority_aside_and_waits() {
        let mut x = Exercise::funded("100.00");
        x.attested(&["10.00", "20.00"]);
        let until = x.next().plus("5d".parse().unwrap());
        let events = x.accept("FRA/treasurer", instruct(1, 2));
        let (payment, case, tranche, by) = (PaymentNo(1), CaseNo(1), TrancheNo(2), "FRA".parse().unwrap());
        assert_eq!(events[0], Event::Instructed { payment, case, tranche, by, until }.into());
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

    #[test]
    fn c11_more_could_sign_than_need_to() {
        // DEU, FRA and GBR could sign: exactly three. The beneficiary's own treasurer does not count.
        let mut x = Exercise::funded("100.00");
        x.attested(&["10.00"]);
        x.clone().accept("FRA/treasurer", instruct(1, 1));
        x.accept("GBR/root", revoke(public("GBR/treasurer"), Office::Treasurer));
        let refusal = x.refuse("FRA/treasurer", instruct(1, 1), "C11");
        assert_eq!(refusal, Refusal::TooFewAble { able: 2, needed: 3 }.into());
    }

    #[test]
    fn c11_counts_those_whose_term_runs() {
        let mut x = Exercise::funded("100.00");
        x.attested(&["10.00"]);
        let (key, now) = (public("GBR/treasurer"), x.next());
        let ends = Moment(now.0.saturating_add(1000));
        x.accept("GBR/root", crate::exercise::commands::accredit(key, Office::Treasurer, now, ends));
        let before = Moment(ends.0.saturating_sub(1));
        x.clone().at(before).accept("FRA/treasurer", instruct(1, 1));
        x.at(ends).refuse("FRA/treasurer", instruct(1, 1), "C11");
    }
}

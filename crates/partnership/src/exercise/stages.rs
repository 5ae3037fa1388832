//! Shortcuts that bring an exercise to a stage. The member that asks for help is always `CAN`.

use alloc::string::ToString;

use quorate_ledger::Money;

use super::commands::{
    assist, attest, countersign, countersign_line, execute, instruct, open, payment, receipt, request, sign,
    table, usd, vote,
};
use super::{BEGINS, Exercise, MEMBERS};
use crate::decisions::{Choice, Effect};
use crate::event::Event;
use crate::moment::Moment;
use crate::{cases, decisions, fund};

impl Exercise {
    /// An exercise in which the fund has this much, paid in by `GBR`.
    pub(crate) fn funded(amount: &str) -> Exercise {
        let mut x = Exercise::begin();
        x.accept("GBR/root", sign(usd(amount), usd("0")));
        x.received("GBR", usd(amount));
        x
    }

    /// A receipt is entered and countersigned.
    pub(crate) fn received(&mut self, from: &str, amount: Money) {
        let reference = self.new_key().short();
        let entered = self.accept("FRA/treasurer", receipt(from, amount, BEGINS.day(), &reference));
        let Event::Fund(fund::Event::LineEntered { line, .. }) = &entered[0] else { panic!("a line") };
        self.accept("DEU/treasurer", countersign_line(line.number.0));
    }

    /// `CAN` asks for help in these tranches. Its case's number.
    pub(crate) fn requested(&mut self, amounts: &[&str]) -> u32 {
        let amounts: alloc::vec::Vec<Money> = amounts.iter().map(|amount| usd(amount)).collect();
        let events = self.accept("CAN/representative", request(&amounts));
        let Event::Cases(cases::Event::Requested { case, .. }) = events[0] else { panic!("a request") };
        case.0
    }

    /// `DEU` tables a draft. Its number.
    pub(crate) fn tabled(&mut self, effect: Effect) -> u32 {
        let events = self.accept("DEU/representative", table(effect));
        let Event::Decisions(decisions::Event::Tabled { decision, .. }) = events[0] else {
            panic!("a draft")
        };
        decision.0
    }

    /// `DEU` tables a draft and opens the vote on it.
    pub(crate) fn opened(&mut self, effect: Effect) -> u32 {
        let decision = self.tabled(effect);
        self.accept("DEU/representative", open(decision));
        decision
    }

    /// `DEU`, `FRA` and `GBR` vote, and the vote closes.
    pub(crate) fn decided(&mut self, effect: Effect, choices: [Option<Choice>; 3]) -> u32 {
        let decision = self.opened(effect);
        let closes = Moment(self.next.0 - 1).plus("72h".parse().unwrap());
        for (member, choice) in MEMBERS[1..].iter().zip(choices) {
            if let Some(choice) = choice {
                self.accept(&[member, "/representative"].concat(), vote(decision, choice));
            }
        }
        self.at(closes).pass();
        decision
    }

    /// `DEU`, `FRA` and `GBR` are in favour, and the decision is adopted.
    pub(crate) fn adopted(&mut self, effect: Effect) -> u32 {
        self.decided(effect, [Some(Choice::InFavour); 3])
    }

    /// A case of `CAN` that is approved. Its number.
    pub(crate) fn approved(&mut self, amounts: &[&str]) -> u32 {
        let case = self.requested(amounts);
        let decision = self.adopted(assist(case));
        self.accept("CAN/representative", execute(decision));
        case
    }

    /// The same, with every condition attested by `DEU`.
    pub(crate) fn attested(&mut self, amounts: &[&str]) -> u32 {
        let case = self.approved(amounts);
        for (tranche, _) in (1..).zip(amounts) {
            self.accept("DEU/case-officer", attest(case, tranche));
        }
        case
    }

    /// The same, with the payment of the first tranche instructed by `DEU`. The payment's number.
    pub(crate) fn instructed(&mut self, amounts: &[&str]) -> u32 {
        let case = self.attested(amounts);
        let events = self.accept("DEU/treasurer", instruct(case, 1));
        let Event::Cases(cases::Event::Instructed { payment, .. }) = events[0] else { panic!("a payment") };
        payment.0
    }

    /// The same, countersigned by `FRA`: the payment is with the bank.
    pub(crate) fn in_flight(&mut self, amounts: &[&str]) -> u32 {
        let number = self.instructed(amounts);
        self.accept("FRA/treasurer", countersign(number));
        number
    }

    /// The same, confirmed by a line that `GBR` enters and `DEU` countersigns.
    pub(crate) fn paid(&mut self, amounts: &[&str]) -> u32 {
        let number = self.in_flight(amounts);
        let reference = number.to_string();
        let today = self.next.day();
        let entered = self.accept("GBR/treasurer", payment(number, usd(amounts[0]), today, &reference));
        let Event::Fund(fund::Event::LineEntered { line, .. }) = &entered[0] else { panic!("a line") };
        self.accept("DEU/treasurer", countersign_line(line.number.0));
        number
    }
}

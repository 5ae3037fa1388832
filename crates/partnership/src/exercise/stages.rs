//! Shortcuts that bring an exercise to a stage. The member that asks for help is always `CAN`.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use quorate_ledger::Money;

use super::commands::{
    assist, attest, call, countersign, countersign_line, countersign_rate, execute, instruct, line, open,
    payment, receipt, request, sign, table, usd, vote,
};
use super::{BEGINS, CHARTER, Exercise, MEMBERS};
use crate::command::Command;
use crate::decisions::{Choice, Effect};
use crate::event::Event;
use crate::fund::Purpose;
use crate::moment::{Day, Moment};
use crate::{cases, decisions, fund};

/// The founding charter with this procedure for every rule.
pub(crate) fn charter_with(procedure: &str) -> String {
    let lines = CHARTER.lines().map(|line| match line.split_once("procedure = ") {
        Some(("", _)) => ["procedure = ", procedure].concat(),
        _ => line.into(),
    });
    lines.collect::<Vec<String>>().join("\n")
}

/// The founding charter with a fifth member, in which more than half of those that take part decide.
pub(crate) fn charter_of_five() -> String {
    let fifth = "[member.ITA]\nname = { en = \"Italy\", fr = \"Italie\" }\n\n[measure.population]";
    let five =
        CHARTER.replace("[measure.population]", fifth).replace(" }\n\n[offices]", ", ITA = 1 }\n\n[offices]");
    let lines = five.lines().map(|line| match line.split_once("adopted = ") {
        Some(("", _)) => "adopted = \"members >= 55% of participating\"",
        _ => line,
    });
    lines.collect::<Vec<&str>>().join("\n")
}

/// The founding charter, by which calls fall due after thirty days, what is late costs 3.6 % a year beyond five days of
/// grace, a member is in default thirty days after, the others are asked for what it did not pay of a call, and two
/// treasurers can call in an emergency. A hundredth of a per cent a day: 100.00 late by ten days cost ten cents.
pub(crate) fn charter_of_dues() -> String {
    let late = "article = 5\ninterest = \"3.6%\"\ngrace = \"5d\"\ndefault-after = \"30d\"";
    let calls =
        "decided-by = \"call\"\ndue-within = \"30d\"\nstep-up = true\nemergency = { due-within = \"7d\" }";
    CHARTER.replace("article = 5", late).replace("decided-by = \"call\"", calls)
}

impl Exercise {
    /// A receipt with this value date is entered and countersigned; what that brought.
    pub(crate) fn paid_on(&mut self, from: &str, amount: &str, day: Day) -> Vec<Event> {
        let reference = self.new_key().short();
        let entered = self.accept("FRA/treasurer", receipt(from, usd(amount), day, &reference));
        let Event::Fund(fund::Event::LineEntered { line, .. }) = &entered[0] else { panic!("a line") };
        self.accept("DEU/treasurer", countersign_line(line.number.0))
    }

    /// The same with the value date of today.
    pub(crate) fn pays(&mut self, from: &str, amount: &str) -> Vec<Event> {
        let today = self.next().day();
        self.paid_on(from, amount, today)
    }

    /// The beginning of the day that is so many days ahead.
    pub(crate) fn day(&self, ahead: u32) -> Day {
        Day(self.next().day().0 + ahead)
    }

    /// What stands on an account of a member in the book of money.
    pub(crate) fn cash(&self, code: u16, of: &str) -> i128 {
        self.available(fund::book::cash(self.partnership.charter()), code, of)
    }

    /// The same among the memoranda.
    pub(crate) fn memo(&self, code: u16, of: &str) -> i128 {
        self.available(fund::book::memoranda(self.partnership.charter()), code, of)
    }

    /// Commitment authority that nothing has taken yet.
    pub(crate) fn authority(&self) -> i128 {
        self.available(fund::book::authority(self.partnership.charter()), 14, "")
    }
}

/// The article on other currencies that the exercises on them add to the founding charter.
pub(crate) const CURRENCIES: &str =
    "\n[currencies]\narticle = 20\naccepted = [\"EUR\", \"GBP\"]\nrate-age = \"7d\"\nbuffer = \"5%\"\n";

impl Exercise {
    /// An exercise under the founding charter with an article on other currencies.
    pub(crate) fn of_currencies() -> Exercise {
        Exercise::under(&[CHARTER, CURRENCIES].concat())
    }

    /// `CAN` signs 10.00 and tables a call of it, on which all vote. Its number, and the deadline.
    pub(crate) fn call_opened(&mut self) -> (u32, Moment) {
        self.accept("CAN/root", sign(usd("0"), usd("10.00")));
        let events = self.accept("DEU/representative", table(call("10.00")));
        let Event::Decisions(decisions::Event::Tabled { decision, .. }) = events[0] else {
            panic!("a draft")
        };
        let opened = self.accept("DEU/representative", open(decision.0));
        let Event::Decisions(decisions::Event::Opened { closes, .. }) = opened[0] else { panic!("opened") };
        (decision.0, closes)
    }

    /// A member's representative votes for the first time.
    #[track_caller]
    pub(crate) fn votes(&mut self, member: &str, decision: u32, choice: Choice) -> Vec<Event> {
        self.accept(&[member, "/representative"].concat(), vote(decision, choice))
    }

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

    /// A line of this purpose is entered today and countersigned. Its number.
    #[track_caller]
    pub(crate) fn booked_line(&mut self, purpose: Purpose, amount: &str) -> (u32, Vec<Event>) {
        let number = self.entered_line(purpose, amount);
        (number, self.accept("DEU/treasurer", countersign_line(number)))
    }

    /// A line of this purpose is entered today. Its number.
    #[track_caller]
    pub(crate) fn entered_line(&mut self, purpose: Purpose, amount: &str) -> u32 {
        let (reference, today) = (self.new_key().short(), self.next.day());
        let entered = self.accept("FRA/treasurer", line(purpose, usd(amount), today, &reference));
        let Event::Fund(fund::Event::LineEntered { line, .. }) = &entered[0] else { panic!("a line") };
        line.number.0
    }

    /// A rate is entered by `FRA` and countersigned by `GBR`.
    #[track_caller]
    pub(crate) fn on_record(&mut self, rate: Command) -> u32 {
        let entered = self.accept("FRA/treasurer", rate);
        let Event::Fund(fund::Event::Currencies(fund::CurrencyEvent::RateEntered { rate, .. })) = &entered[0]
        else {
            panic!("a rate")
        };
        self.accept("GBR/treasurer", countersign_rate(rate.number.0));
        rate.number.0
    }

    /// A line is entered by `FRA`, with the rule that refuses it when `DEU` countersigns, if one does.
    #[track_caller]
    pub(crate) fn line(&mut self, line: Command, refused: Option<&str>) -> Vec<Event> {
        let entered = self.accept("FRA/treasurer", line);
        let Event::Fund(fund::Event::LineEntered { line, .. }) = &entered[0] else { panic!("a line") };
        match refused {
            Some(rule) => {
                self.refuse("DEU/treasurer", countersign_line(line.number.0), rule);
                Vec::new()
            }
            None => self.accept("DEU/treasurer", countersign_line(line.number.0)),
        }
    }

    /// `CAN` asks for help in these tranches. Its case's number.
    pub(crate) fn requested(&mut self, amounts: &[&str]) -> u32 {
        let amounts: Vec<Money> = amounts.iter().map(|amount| usd(amount)).collect();
        let events = self.accept("CAN/representative", request(&amounts));
        let Event::Cases(cases::Event::Requested { case, .. }) = events[0] else { panic!("a request") };
        case.0
    }

    /// `DEU` tables a draft. Its number.
    pub(crate) fn tabled(&mut self, effect: Effect) -> u32 {
        self.tabled_by("DEU/representative", effect)
    }

    /// The same, by this representative.
    #[track_caller]
    pub(crate) fn tabled_by(&mut self, who: &str, effect: Effect) -> u32 {
        let events = self.accept(who, table(effect));
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

/// The article on assessments that the exercises on them add to the founding charter.
pub(crate) const ASSESSMENTS: &str = "\n[assessments]\narticle = 30\nreview-every = \"365d\"\n";

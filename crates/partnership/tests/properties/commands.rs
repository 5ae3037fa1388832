//! What a step of a story asks for, as the command that it is at that point of the story.

use quorate_charter::Office;
use quorate_ledger::{Currency, Money};
use quorate_partnership::audit;
use quorate_partnership::cases::{self, Attest, Close, Countersign, Instruct, Request, Terms};
use quorate_partnership::decisions::{
    self, Amend, Choice, Effect, Execute, Object, Open, Proxy, Reserve, Table, Vote, Withdraw,
};
use quorate_partnership::fund::{
    self, CountersignLine, CountersignSeal, EnterLine, Indicate, Purpose, SealPeriod, SignAgreement, Standing,
};
use quorate_partnership::members::{self, Accredit, ReplaceRoot, Revoke};
use quorate_partnership::{
    CaseNo, Command, Day, DecisionNo, Event, LineNo, Moment, PaymentNo, Phrase, PublicKey, SealNo, TrancheNo,
};

use crate::story::{HOUR, Step, What};
use crate::world::{MEMBERS, World, public};

pub(crate) fn usd(amount: u32) -> Money {
    Money::new(i128::from(amount), Currency::from_code("USD").unwrap()).unwrap()
}

pub(crate) fn phrase(text: &str) -> Phrase {
    text.parse().unwrap()
}

/// What the latest of a kind is: case, decision, payment, line or seal; and its number.
fn given(event: &Event) -> Option<(usize, u32)> {
    match event {
        Event::Cases(cases::Event::Requested { case, .. }) => Some((0, case.0)),
        Event::Decisions(decisions::Event::Tabled { decision, .. }) => Some((1, decision.0)),
        Event::Cases(cases::Event::Instructed { payment, .. }) => Some((2, payment.0)),
        Event::Fund(fund::Event::LineEntered { line, .. }) => Some((3, line.number.0)),
        Event::Fund(fund::Event::SealProposed { seal, .. }) => Some((4, seal.0)),
        Event::Fund(fund::Event::EmergencyCallEntered { number, .. }) => Some((5, number.0)),
        Event::Fund(fund::Event::Currencies(fund::CurrencyEvent::RateEntered { rate, .. })) => {
            Some((6, rate.number.0))
        }
        Event::Cases(cases::Event::InKind(cases::InKindEvent::Needed { need, .. })) => Some((7, need.0)),
        Event::Cases(cases::Event::InKind(cases::InKindEvent::Offered { offer, .. })) => Some((8, offer.0)),
        Event::Audit(audit::Event::FindingOpened { finding, .. }) => Some((9, finding.0)),
        Event::Audit(audit::Event::OpinionGiven { opinion, .. }) => Some((10, opinion.0)),
        _ => None,
    }
}

impl World {
    pub(crate) fn number(&self, kind: usize, back: u32) -> u32 {
        let of_kind = self.booked.iter().rev().filter_map(|booked| given(&booked.event));
        let last = of_kind.into_iter().find(|(of, _)| *of == kind);
        last.map_or(0, |(_, number)| number).wrapping_sub(back)
    }

    pub(crate) fn case(&self, back: u32) -> CaseNo {
        CaseNo(self.number(0, back))
    }

    pub(crate) fn decision(&self, back: u32) -> DecisionNo {
        DecisionNo(self.number(1, back))
    }

    /// The command of a step, and the office that may give it.
    pub(crate) fn command(&self, step: &Step, at: Moment) -> (Office, Command) {
        match &step.what {
            What::Mixed(mixed) => self.mixed(mixed, at),
            What::Accredit { .. } | What::Revoke { .. } => (Office::Root, self.about_members(step, at)),
            What::ReplaceRoot { .. } => (Office::Recovery, self.about_members(step, at)),
            What::Indicate { .. } => (Office::Representative, self.about_money(step, at)),
            What::Sign { .. } => (Office::Root, self.about_money(step, at)),
            What::SealPeriod { .. } | What::CountersignSeal { .. } | What::LateReceipt { .. } => {
                (Office::Treasurer, self.about_periods(step, at))
            }
            What::Receipt { .. }
            | What::Left { .. }
            | What::CountersignLine { .. }
            | What::OtherLine { .. }
            | What::Correct { .. } => (Office::Treasurer, self.about_money(step, at)),
            What::Request { .. } => (Office::Representative, self.about_cases(step)),
            What::Attest { .. } | What::Close { .. } => (Office::CaseOfficer, self.about_cases(step)),
            What::Instruct { .. } | What::Countersign { .. } => (Office::Treasurer, self.about_cases(step)),
            What::Withdraw | What::Stay | What::Accede | What::Accept { .. } => {
                (Office::Root, self.about_standing(step).into())
            }
            What::ObjectKeys => (Office::Recovery, self.about_standing(step).into()),
            What::State { .. } => (Office::CaseOfficer, self.about_standing(step).into()),
            _ => (Office::Representative, self.about_decisions(step)),
        }
    }

    fn about_members(&self, step: &Step, at: Moment) -> Command {
        let member = MEMBERS[step.member];
        // One key is a treasurer's, so that real credentials end too; the others are made up.
        let key = |key: u8| match key {
            0 => public(&format!("{member}/treasurer")),
            1 => public("CAN/root"),
            2 => public(&format!("{member}/2")),
            4 => public(&format!("{member}/representative")),
            _ => PublicKey([2; 32]),
        };
        let command = match step.what {
            What::Accredit { key: number, hours } => members::Command::Accredit(Accredit {
                key: key(number),
                office: if number == 4 { Office::Representative } else { Office::Treasurer },
                from: at,
                until: Moment(at.0 + hours * HOUR),
            }),
            What::Revoke { key: number } => {
                members::Command::Revoke(Revoke { key: key(number), office: Office::Treasurer })
            }
            What::ReplaceRoot { key: number, end_credentials } => {
                members::Command::ReplaceRoot(ReplaceRoot { root: key(number), end_credentials })
            }
            _ => panic!("not about members: {step:?}"),
        };
        command.into()
    }

    fn about_money(&self, step: &Step, at: Moment) -> Command {
        let line = |purpose, amount, reference: u8| {
            let reference = format!("{reference} of {}", self.booked.len() / 8).parse().unwrap();
            fund::Command::EnterLine(EnterLine {
                purpose,
                amount: usd(amount),
                value_date: at.day(),
                reference,
            })
        };
        let command = match step.what {
            What::Indicate { of, amount } => {
                let (of, source) = (MEMBERS[of].parse().unwrap(), phrase("a source"));
                let amount = amount.map(usd);
                fund::Command::Indicate(Indicate { of, standing: Standing::Announced, amount, source })
            }
            What::Sign { paid_in, callable } => fund::Command::SignAgreement(SignAgreement {
                paid_in: usd(paid_in),
                callable: usd(callable),
                instalments: None,
            }),
            What::Receipt { from, amount, reference } => {
                line(Purpose::Receipt { from: MEMBERS[from].parse().unwrap() }, amount, reference)
            }
            What::Left { payment, amount, reference } => {
                line(Purpose::Payment { payment: PaymentNo(self.number(2, payment)) }, amount, reference)
            }
            What::CountersignLine { line } => {
                fund::Command::CountersignLine(CountersignLine { line: LineNo(self.number(3, line)) })
            }
            What::OtherLine { kind, amount, back, reference } => {
                let (payment, of) = (PaymentNo(self.number(2, back)), LineNo(self.number(3, back)));
                let purpose = match kind {
                    0 => Purpose::Unidentified,
                    1 => Purpose::BankCharge,
                    2 => Purpose::Income,
                    3 => Purpose::Refund { to: MEMBERS[step.member].parse().unwrap() },
                    4 => Purpose::Returned { payment },
                    5 => Purpose::NotInstructed,
                    _ => Purpose::MadeGood { line: of },
                };
                line(purpose, amount, reference)
            }
            What::Correct { line, from } => {
                let line = LineNo(self.number(3, line));
                match from {
                    Some(from) => fund::Command::IdentifyLine(fund::IdentifyLine {
                        line,
                        from: MEMBERS[from].parse().unwrap(),
                    }),
                    None => fund::Command::TakeBackLine(fund::TakeBackLine { line }),
                }
            }
            _ => panic!("not about money: {step:?}"),
        };
        command.into()
    }

    fn about_periods(&self, step: &Step, at: Moment) -> Command {
        let ago = |days| Day(at.day().0.saturating_sub(days));
        let command = match step.what {
            What::SealPeriod { days } => fund::Command::SealPeriod(SealPeriod { until: ago(days) }),
            What::CountersignSeal { seal } => {
                fund::Command::CountersignSeal(CountersignSeal { seal: SealNo(self.number(4, seal)) })
            }
            What::LateReceipt { from, amount, days } => fund::Command::EnterLine(EnterLine {
                purpose: Purpose::Receipt { from: MEMBERS[from].parse().unwrap() },
                amount: usd(amount),
                value_date: ago(days),
                reference: format!("late {}", self.booked.len()).parse().unwrap(),
            }),
            _ => panic!("not about periods: {step:?}"),
        };
        command.into()
    }

    fn about_decisions(&self, step: &Step) -> Command {
        let title = phrase("a draft");
        let command = match step.what {
            What::TableHelp { case } => {
                decisions::Command::Table(Table { title, effect: Effect::Assist { case: self.case(case) } })
            }
            What::TableCall { total } => {
                decisions::Command::Table(Table { title, effect: Effect::Call { total: usd(total) } })
            }
            What::TableStanding { which, of } => {
                decisions::Command::Table(Table { title, effect: Effect::Members(self.standing(which, of)) })
            }
            What::Open { decision } => decisions::Command::Open(Open { decision: self.decision(decision) }),
            What::Vote { decision, choice, replaces } => decisions::Command::Vote(Vote::plain(
                self.decision(decision),
                Choice::ALL[choice],
                self.last_vote.filter(|_| replaces),
            )),
            What::Execute { decision } => {
                decisions::Command::Execute(Execute { decision: self.decision(decision) })
            }
            _ => self.about_open_decisions(step),
        };
        command.into()
    }

    fn about_open_decisions(&self, step: &Step) -> decisions::Command {
        let replaced = |replaces| self.last_vote.filter(|_| replaces);
        match step.what {
            What::TableParty { case, of } => {
                let (case, member) = (self.case(case), MEMBERS[of].parse().unwrap());
                let effect = Effect::NameParty { case, member };
                decisions::Command::Table(Table { title: phrase("a party"), effect })
            }
            What::Amend { decision, version, total } => {
                let (decision, title) = (self.decision(decision), Some(phrase("another draft")));
                let effect = total.map(|total| Effect::Call { total: usd(total) });
                decisions::Command::Amend(Amend { decision, version, title, effect })
            }
            What::WithdrawDraft { decision } => {
                decisions::Command::Withdraw(Withdraw { decision: self.decision(decision) })
            }
            What::VoteReserving { decision, choice, replaces } => {
                let plain = Vote::plain(self.decision(decision), Choice::ALL[choice], replaced(replaces));
                decisions::Command::Vote(Vote { reserve: Some(Reserve::AdReferendum), ..plain })
            }
            What::Object { decision, replaces } => {
                let (decision, reason) = (self.decision(decision), phrase("a reason"));
                decisions::Command::Object(Object { decision, reason, replaces: replaced(replaces) })
            }
            What::Proxy { decision, to } => {
                let to = to.map(|to| MEMBERS[to].parse().unwrap());
                decisions::Command::Proxy(Proxy { decision: self.decision(decision), to })
            }
            What::CloseVote { decision } => {
                decisions::Command::Close(decisions::Close { decision: self.decision(decision) })
            }
            _ => panic!("not about decisions: {step:?}"),
        }
    }

    fn about_cases(&self, step: &Step) -> Command {
        let command = match &step.what {
            What::Request { amounts } => {
                let terms = |amount: &u32| Terms {
                    amount: usd(*amount),
                    condition: phrase("a condition"),
                    ahead: None,
                };
                cases::Command::Request(Request {
                    purpose: phrase("a purpose"),
                    payee: phrase("an account"),
                    tranches: amounts.iter().map(terms).collect(),
                    kind: None,
                })
            }
            What::Attest { case, tranche } => {
                cases::Command::Attest(Attest { case: self.case(*case), tranche: TrancheNo(*tranche) })
            }
            What::Instruct { case, tranche } => {
                cases::Command::Instruct(Instruct { case: self.case(*case), tranche: TrancheNo(*tranche) })
            }
            What::Countersign { payment } => {
                cases::Command::Countersign(Countersign { payment: PaymentNo(self.number(2, *payment)) })
            }
            What::Close { case } => cases::Command::Close(Close { case: self.case(*case) }),
            _ => panic!("not about cases: {step:?}"),
        };
        command.into()
    }
}

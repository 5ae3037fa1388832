//! What a step of a mixed story asks for, as a command.

use quorate_charter::Office;
use quorate_ledger::{Currency, Money, Rate};
use quorate_partnership::cases::{self, Claim, Guarantee, Kind, Loan, Request, Terms};
use quorate_partnership::fund::{
    self, CountersignCall, CountersignRate, EmergencyCall, EnterLine, EnterRate, Instalment, LodgeNote,
    Pledge, Purpose, RateKind, Revalue, SignAgreement, WithdrawPledge,
};
use quorate_partnership::{Command, Day, EmergencyNo, Moment, RateNo, decisions};

use crate::commands::{phrase, usd};
use crate::mixed::Mixed;
use crate::world::{MEMBERS, World};

fn eur() -> Currency {
    Currency::from_code("EUR").unwrap()
}

fn parts(list: &[(u32, u32)], at: Moment) -> Vec<Instalment> {
    let one = |(day, amount): &(u32, u32)| Instalment { day: Day(at.day().0 + day), amount: usd(*amount) };
    list.iter().map(one).collect()
}

fn asks(amounts: &[u32], kind: Kind) -> Command {
    let terms = |amount: &u32| Terms { amount: usd(*amount), condition: phrase("a condition"), ahead: None };
    let (purpose, payee) = (phrase("a purpose"), phrase("an account"));
    let tranches = amounts.iter().map(terms).collect();
    cases::Command::Request(Request { purpose, payee, tranches, kind: Some(kind) }).into()
}

pub(crate) fn tables(effect: decisions::Effect) -> Command {
    decisions::Command::Table(decisions::Table { title: phrase("a draft"), effect }).into()
}

impl World {
    pub(crate) fn mixed(&self, mixed: &Mixed, at: Moment) -> (Office, Command) {
        if let Mixed::Treasury(what) = mixed {
            return (what.office(), what.command(self, at));
        }
        let office = match mixed {
            Mixed::Sign { .. } | Mixed::Note { .. } => Office::Root,
            Mixed::Emergency { .. }
            | Mixed::CountersignCall { .. }
            | Mixed::Rate { .. }
            | Mixed::CountersignRate { .. }
            | Mixed::Euros { .. }
            | Mixed::Exchange { .. }
            | Mixed::Revalue { .. }
            | Mixed::PayOut { .. }
            | Mixed::Fee(..)
            | Mixed::ComesBack { .. } => Office::Treasurer,
            Mixed::Other(other) => other.office(),
            _ => Office::Representative,
        };
        let command = self.promised(mixed, at).or_else(|| self.in_euros(mixed, at));
        (office, command.unwrap_or_else(|| self.of_kinds(mixed, at)))
    }

    pub(crate) fn line(&self, purpose: Purpose, amount: Money, at: Moment) -> Command {
        let reference = format!("mixed {}", self.booked.len()).parse().unwrap();
        fund::Command::EnterLine(EnterLine { purpose, amount, value_date: at.day(), reference }).into()
    }

    fn promised(&self, mixed: &Mixed, at: Moment) -> Option<Command> {
        let ahead = |days: u32| Day(at.day().0 + days);
        let command = match mixed {
            Mixed::Pledge { amount, lapses } => fund::Command::Pledge(Pledge {
                amount: amount.map(usd),
                condition: None,
                lapses: lapses.map(ahead),
            }),
            Mixed::WithdrawPledge => fund::Command::WithdrawPledge(WithdrawPledge {}),
            Mixed::Sign { at_once, callable, later } => {
                let sum: u32 = later.iter().map(|(_, amount)| amount).sum();
                let instalments = (!later.is_empty()).then(|| parts(later, at));
                let (paid_in, callable) = (usd(at_once + sum), usd(*callable));
                fund::Command::SignAgreement(SignAgreement { paid_in, callable, instalments })
            }
            Mixed::Note { days } => fund::Command::LodgeNote(LodgeNote { encashments: parts(days, at) }),
            Mixed::Emergency { total } => fund::Command::EmergencyCall(EmergencyCall { total: usd(*total) }),
            Mixed::CountersignCall { back } => {
                let emergency = EmergencyNo(self.number(5, *back));
                fund::Command::CountersignCall(CountersignCall { emergency })
            }
            _ => return None,
        };
        Some(command.into())
    }

    fn in_euros(&self, mixed: &Mixed, at: Moment) -> Option<Command> {
        let euros = |amount: u32| Money::new(i128::from(amount), eur()).unwrap();
        let ago = |days: u32| Day(at.day().0.saturating_sub(days));
        let command = match mixed {
            Mixed::Rate { hundredths, closing, ago: days } => {
                let own = Currency::from_code("USD").unwrap();
                let rate = Rate::new(eur(), own, u64::from(*hundredths), 100).unwrap();
                let kind = if *closing { RateKind::Closing } else { RateKind::Spot };
                fund::Command::EnterRate(EnterRate {
                    rate,
                    day: ago(*days),
                    kind,
                    source: phrase("a source"),
                })
            }
            Mixed::CountersignRate { back } => {
                fund::Command::CountersignRate(CountersignRate { rate: RateNo(self.number(6, *back)) })
            }
            Mixed::Euros { from, amount } => {
                let purpose = Purpose::Receipt { from: MEMBERS[*from].parse().unwrap() };
                return Some(self.line(purpose, euros(*amount), at));
            }
            Mixed::Exchange { sold, bought } => {
                return Some(self.line(Purpose::Exchange { bought: usd(*bought) }, euros(*sold), at));
            }
            Mixed::Revalue { ago: days } => fund::Command::Revalue(Revalue { day: ago(*days) }),
            _ => return None,
        };
        Some(command.into())
    }

    fn of_kinds(&self, mixed: &Mixed, at: Moment) -> Command {
        match mixed {
            Mixed::Lend { amount, interest } => {
                let (half, day) = (amount / 2, 30);
                let instalment = |day, minor: u32| cases::Instalment { day, amount: usd(minor) };
                let instalments = vec![instalment(day, half), instalment(2 * day, amount - half + 1)];
                asks(&[*amount, 1], Kind::Loan(Loan { grace: 5, instalments, interest: *interest }))
            }
            Mixed::Guarantee { amount, term } => asks(&[*amount], Kind::Guarantee(Guarantee { term: *term })),
            Mixed::Claim { back, amount } => {
                let (case, evidence) = (self.case(*back), phrase("a demand"));
                cases::Command::Claim(Claim { case, amount: usd(*amount), evidence }).into()
            }
            Mixed::ComesBack { back, amount, lent } => {
                let case = self.case(*back);
                let purpose = if *lent { Purpose::Repayment { case } } else { Purpose::Recovery { case } };
                self.line(purpose, usd(*amount), at)
            }
            Mixed::PayOut { to, amount } => {
                let to = MEMBERS[*to].parse().unwrap();
                self.line(Purpose::Settlement { to }, usd(*amount), at)
            }
            Mixed::WriteOff { back } => tables(decisions::Effect::WriteOff { case: self.case(*back) }),
            Mixed::Release { back } => tables(decisions::Effect::ReleaseGuarantee { case: self.case(*back) }),
            Mixed::Fee(from, amount, fee) => {
                let (from, fee) = (MEMBERS[*from].parse().unwrap(), usd(*fee));
                self.line(Purpose::ReceiptLessFee { from, fee }, usd(*amount), at)
            }
            Mixed::Other(other) => self.other(other, at),
            other => panic!("{other:?} is of no case"),
        }
    }
}

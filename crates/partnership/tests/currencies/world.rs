//! A rehearsal of four members whose fund takes four currencies beside its own, of three scales.

use ed25519_dalek::SigningKey;
use quorate_charter::Office;
use quorate_ledger::{Account, Currency, Money, Rate, Side};
use quorate_partnership::cases::{self, Request, Terms};
use quorate_partnership::decisions::{self, Choice, Effect, Execute, Open, Table, Vote};
use quorate_partnership::fund::{
    self, CountersignLine, CountersignRate, CurrencyEvent, EnterLine, EnterRate, Purpose, RateKind, Revalue,
    SignAgreement,
};
use quorate_partnership::members::{self, Accredit};
use quorate_partnership::{
    Authentic, Booked, Command, CommandId, Day, Event, Founder, Genesis, Moment, Nature, Partnership, Post,
    PublicKey,
};

use crate::Step;

/// The last is the fund's own.
pub(crate) const CURRENCIES: [&str; 5] = ["EUR", "GBP", "JPY", "KWD", "USD"];
const CHARTER: &str = include_str!("../../../../charters/partnership.toml");
const ARTICLE: &str = "\n[currencies]\narticle = 20\naccepted = [\"EUR\", \"GBP\", \"JPY\", \"KWD\"]\nrate-age = \"2d\"\nbuffer = \"7%\"\n";
const BEGINS: Moment = Moment(1_767_225_600_000);
const HOUR: u64 = 3_600_000;

pub(crate) fn currency(at: usize) -> Currency {
    Currency::from_code(CURRENCIES[at]).unwrap()
}

pub(crate) fn at(currency: Currency) -> usize {
    CURRENCIES.iter().position(|code| *code == currency.code()).unwrap()
}

pub(crate) fn own() -> Currency {
    currency(CURRENCIES.len() - 1)
}

fn money(at: usize, minor: i128) -> Money {
    Money::new(minor, currency(at)).unwrap()
}

pub(crate) struct World {
    pub(crate) partnership: Partnership,
    pub(crate) booked: Vec<Booked>,
    given: u32,
}

impl World {
    /// `GBR` owes more than any history brings.
    pub(crate) fn begin() -> World {
        let key = |seed: u8| PublicKey(SigningKey::from_bytes(&[seed; 32]).verifying_key().to_bytes());
        let founder = |(seed, member): (u8, &str)| Founder {
            member: member.parse().unwrap(),
            root: key(seed),
            recovery: key(seed + 10),
            node: key(seed + 20),
        };
        let founders = (1..).zip(["CAN", "DEU", "FRA", "GBR"]).map(founder).collect();
        let text = [CHARTER, ARTICLE].concat();
        let genesis = Genesis::new(Nature::Rehearsal { rate: 0 }, BEGINS, &text, founders).unwrap();
        let partnership = Partnership::begin(&genesis).unwrap();
        let mut world = World { partnership, booked: Vec::new(), given: 0 };
        let mut seed = 40;
        for member in ["CAN", "DEU", "FRA", "GBR"] {
            for office in Office::ACCREDITED {
                seed += 1;
                let until = Moment(BEGINS.0 + 700 * 24 * HOUR);
                let accredit = Accredit { key: key(seed), office, from: BEGINS, until };
                world.gives(&format!("{member}/root"), members::Command::Accredit(accredit).into());
            }
        }
        let signs = SignAgreement { paid_in: money(4, 10_000_000), callable: money(4, 0), instalments: None };
        world.gives("GBR/root", fund::Command::SignAgreement(signs).into());
        world.waits(10 * 24);
        world
    }

    fn gives(&mut self, who: &str, command: Command) -> Option<Event> {
        self.given += 1;
        let mut id = [0; 32];
        id[..4].copy_from_slice(&self.given.to_be_bytes());
        let at = Moment(self.partnership.moment().0 + 1);
        let post: Post = who.parse().unwrap();
        let presumed = Authentic::presumed(CommandId(id), post, Moment(at.0 + HOUR), command);
        let stepped = self.partnership.step_presumed(at, &[presumed]).unwrap();
        let first =
            stepped.booked.iter().find(|booked| booked.by.is_some()).map(|booked| booked.event.clone());
        self.booked.extend(stepped.booked);
        first
    }

    fn waits(&mut self, hours: u64) {
        let at = Moment(self.partnership.moment().0 + hours * HOUR);
        self.booked.extend(self.partnership.step_presumed(at, &[]).unwrap().booked);
    }

    fn day(&self, ago: u32) -> Day {
        Day(self.partnership.moment().day().0 - ago)
    }

    /// How much authority is missing.
    pub(crate) fn short(&self) -> i128 {
        let book = fund::book::authority(self.partnership.charter());
        self.partnership.fund().books().balance(&book, &Account::new(12, "").unwrap()).net(Side::Debit)
    }

    fn line(&mut self, purpose: Purpose, amount: Money) {
        let reference = format!("line {}", self.given).parse().unwrap();
        let enter = EnterLine { purpose, amount, value_date: self.day(0), reference };
        let entered = self.gives("FRA/treasurer", fund::Command::EnterLine(enter).into());
        if let Some(Event::Fund(fund::Event::LineEntered { line, .. })) = entered {
            let countersign = CountersignLine { line: line.number };
            self.gives("DEU/treasurer", fund::Command::CountersignLine(countersign).into());
        }
    }

    fn help(&mut self, minor: i128) {
        let phrase = |text: &str| text.parse().unwrap();
        let tranches = vec![Terms { amount: money(4, minor), condition: phrase("met"), ahead: None }];
        let request = Request { purpose: phrase("help"), payee: phrase("account 1"), tranches, kind: None };
        let asked = self.gives("CAN/representative", cases::Command::Request(request).into());
        let Some(Event::Cases(cases::Event::Requested { case, .. })) = asked else { return };
        let table = Table { title: phrase("help"), effect: Effect::Assist { case } };
        let tabled = self.gives("DEU/representative", decisions::Command::Table(table).into());
        let Some(Event::Decisions(decisions::Event::Tabled { decision, .. })) = tabled else { return };
        self.gives("DEU/representative", decisions::Command::Open(Open { decision }).into());
        for member in ["DEU", "FRA", "GBR"] {
            let vote = Vote::plain(decision, Choice::InFavour, None);
            self.gives(&format!("{member}/representative"), decisions::Command::Vote(vote).into());
        }
        self.waits(72);
        self.gives("DEU/representative", decisions::Command::Execute(Execute { decision }).into());
    }

    pub(crate) fn takes(&mut self, step: &Step) {
        match *step {
            Step::Rate(of, hundredths, ago, closing) => {
                let rate = Rate::new(currency(of), own(), hundredths, 100).unwrap();
                let kind = if closing { RateKind::Closing } else { RateKind::Spot };
                let enter = EnterRate { rate, day: self.day(ago), kind, source: "a source".parse().unwrap() };
                let entered = self.gives("FRA/treasurer", fund::Command::EnterRate(enter).into());
                if let Some(Event::Fund(fund::Event::Currencies(CurrencyEvent::RateEntered {
                    rate, ..
                }))) = entered
                {
                    let countersign = CountersignRate { rate: rate.number };
                    self.gives("GBR/treasurer", fund::Command::CountersignRate(countersign).into());
                }
            }
            Step::Comes(of, minor) => {
                self.line(Purpose::Receipt { from: "GBR".parse().unwrap() }, money(of, minor));
            }
            Step::Exchange(of, sold, bought) => {
                self.line(Purpose::Exchange { bought: money(4, bought) }, money(of, sold));
            }
            Step::Help(minor) => self.help(minor),
            Step::Revalue(ago) => {
                let day = self.day(ago + 1);
                self.gives("CAN/treasurer", fund::Command::Revalue(Revalue { day }).into());
            }
            Step::Day => self.waits(24),
        }
    }
}

//! Random stories: the founding story in numbers, with steps left out, changed, and made up between them.

use proptest::prelude::*;
use proptest::sample::select;
use quorate_charter::Office;
use quorate_ledger::{Currency, Money};
use quorate_partnership::cases::{self, Countersign, Terms};
use quorate_partnership::decisions::{self, Choice, Effect, Execute, Open, Table, Vote};
use quorate_partnership::fund::{
    self, CountersignLine, CountersignSeal, EnterLine, Indicate, Purpose, SealPeriod, SignAgreement, Standing,
};
use quorate_partnership::{
    CaseNo, Command, Day, DecisionNo, EntryNo, FindingNo, LineNo, PaymentNo, Phrase, SealNo, TrancheNo, audit,
};

use crate::world::{MEMBERS, World};

/// One step: a member and what it does, by number and amount.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step(pub(crate) usize, pub(crate) What, pub(crate) u32, pub(crate) u32);

#[derive(Clone, Copy, Debug)]
pub(crate) enum What {
    Wait,
    Indicate,
    Sign,
    Receipt,
    Left,
    Line,
    Request,
    Assist,
    Call,
    Open,
    InFavour,
    Against,
    Execute,
    Attest,
    Instruct,
    Pay,
    Close,
    Seal,
    SealToo,
    Find,
    Answer,
    Opine,
    RecordLine,
    Confirm,
    TestLine,
    Out,
    Restore,
    EndLine,
    Sound,
    Group,
    Brief,
    Explain,
    Report,
    Declare,
    Withdraw,
}

use What::*;

const ALL: [What; 35] = [
    Wait, Indicate, Sign, Receipt, Left, Line, Request, Assist, Call, Open, InFavour, Against, Execute,
    Attest, Instruct, Pay, Close, Seal, SealToo, Find, Answer, Opine, RecordLine, Confirm, TestLine, Out,
    Restore, EndLine, Sound, Group, Brief, Explain, Report, Declare, Withdraw,
];

/// Everything goes well: asked, decided, paid in two tranches, called.
pub(crate) const FOUNDING: [Step; 57] = [
    Step(3, Indicate, 2, 500),
    Step(3, Sign, 900, 400),
    Step(2, Sign, 100, 300),
    Step(1, Receipt, 3, 1000),
    Step(2, Line, 1, 0),
    Step(0, Request, 400, 200),
    Step(0, Assist, 1, 0),
    Step(0, Open, 1, 0),
    Step(1, InFavour, 1, 0),
    Step(2, Against, 1, 0),
    Step(3, InFavour, 1, 0),
    Step(2, InFavour, 1, 0),
    Step(0, Wait, 72, 0),
    Step(1, Execute, 1, 0),
    Step(1, Attest, 1, 1),
    Step(1, Instruct, 1, 1),
    Step(2, Pay, 1, 0),
    Step(1, Left, 1, 400),
    Step(2, Line, 2, 0),
    Step(1, Attest, 1, 2),
    Step(1, Instruct, 1, 2),
    Step(0, Wait, 121, 0),
    Step(3, Instruct, 1, 2),
    Step(2, Pay, 3, 0),
    Step(1, Left, 3, 200),
    Step(3, Line, 3, 0),
    Step(1, Close, 1, 0),
    Step(1, Call, 333, 0),
    Step(1, Open, 2, 0),
    Step(0, InFavour, 2, 0),
    Step(1, InFavour, 2, 0),
    Step(2, Against, 2, 0),
    Step(3, InFavour, 2, 0),
    Step(0, Wait, 72, 0),
    Step(0, Execute, 2, 0),
    Step(1, Seal, 1, 0),
    Step(2, SealToo, 1, 0),
    Step(2, Find, 1, 0),
    Step(3, Answer, 1, 3),
    Step(2, Opine, 1, 0),
    Step(0, RecordLine, 1, 0),
    Step(0, RecordLine, 2, 1),
    Step(0, Confirm, 1, 0),
    Step(1, Confirm, 1, 0),
    Step(1, TestLine, 1, 0),
    Step(0, Out, 1, 2),
    Step(0, Restore, 1, 1),
    Step(0, EndLine, 2, 0),
    Step(0, Sound, 0, 0),
    Step(0, Sound, 1, 1),
    Step(1, Group, 0, 1),
    Step(2, Brief, 2, 1),
    Step(3, Explain, 1, 1),
    Step(3, Report, 1, 1),
    Step(0, Declare, 1, 0),
    Step(0, Declare, 2, 1),
    Step(0, Withdraw, 2, 0),
];

fn made_up() -> impl Strategy<Value = Step> + Clone {
    let number = prop_oneof![6 => 0..4_u32, 1 => 0..500_u32];
    (0..4_usize, select(ALL.to_vec()), number, 0..500_u32).prop_map(|(m, what, a, b)| Step(m, what, a, b))
}

/// The founding story twice over, changed here and there.
pub(crate) fn story() -> impl Strategy<Value = Vec<Step>> {
    let change = (prop::bool::weighted(0.03), proptest::option::weighted(0.1, made_up()));
    prop::collection::vec(change, 2 * FOUNDING.len()).prop_map(|changes| {
        let mut story = Vec::new();
        for (step, (lost, between)) in FOUNDING.iter().cycle().zip(changes) {
            story.extend(between);
            story.extend((!lost).then_some(*step));
        }
        story
    })
}

fn usd(cents: u32) -> Money {
    Money::new(i128::from(cents), Currency::from_code("USD").unwrap()).unwrap()
}

pub(crate) fn phrase(text: &str) -> Phrase {
    text.parse().unwrap()
}

impl World {
    pub(crate) fn play(story: &[Step]) -> World {
        let mut world = World::begin();
        for step in story {
            world.take(*step);
        }
        world
    }

    pub(crate) fn take(&mut self, Step(member, what, a, b): Step) {
        let member = MEMBERS[member];
        if matches!(what, Wait) {
            return self.wait(u64::from(a.max(1)));
        }
        let (office, command) = match what {
            Indicate | Sign | Receipt | Left | Line | Seal | SealToo => self.of_fund(what, a, b),
            Find | Answer | Opine => self.of_audit(what, a, b),
            Sound | Group | Brief | Explain | Report => self.of_positions(what, a, b),
            Declare | Withdraw => self.of_capabilities(member, what, a, b),
            RecordLine | Confirm | TestLine | Out | Restore | EndLine => self.of_lines(member, what, a, b),
            Request | Attest | Instruct | Pay | Close => self.of_cases(what, a, b),
            _ => self.of_decisions(member, what, a),
        };
        self.give(member, office, command);
    }

    fn of_fund(&self, what: What, a: u32, b: u32) -> (Office, Command) {
        let line = |purpose, amount| {
            let reference = format!("=line \"{}\", {a}", self.booked.len()).parse().unwrap();
            let value_date = self.partnership.moment().day();
            fund::Command::EnterLine(EnterLine { purpose, amount: usd(amount), value_date, reference })
        };
        let member = |number: u32| MEMBERS[usize::try_from(number % 4).unwrap()].parse().unwrap();
        let (office, command) = match what {
            Indicate => {
                let (amount, source) = ((b > 0).then(|| usd(b)), phrase("+ the press, \"unverified\""));
                let indicate = Indicate { of: member(a), standing: Standing::Announced, amount, source };
                (Office::Representative, fund::Command::Indicate(indicate))
            }
            Sign => {
                let agreement = SignAgreement { paid_in: usd(a), callable: usd(b), instalments: None };
                (Office::Root, fund::Command::SignAgreement(agreement))
            }
            Receipt => (Office::Treasurer, line(Purpose::Receipt { from: member(a) }, b)),
            Left => (Office::Treasurer, line(Purpose::Payment { payment: PaymentNo(a) }, b)),
            Seal => {
                let until = Day(self.partnership.moment().day().0.saturating_sub(a));
                (Office::Treasurer, fund::Command::SealPeriod(SealPeriod { until }))
            }
            SealToo => {
                (Office::Treasurer, fund::Command::CountersignSeal(CountersignSeal { seal: SealNo(a) }))
            }
            _ => (Office::Treasurer, fund::Command::CountersignLine(CountersignLine { line: LineNo(a) })),
        };
        (office, command.into())
    }

    fn of_audit(&self, what: What, a: u32, b: u32) -> (Office, Command) {
        let (finding, text) = (FindingNo(a), phrase("=another amount"));
        let until = Day(self.partnership.moment().day().0.saturating_sub(a));
        let (office, command) = match what {
            Find => {
                let (subject, severity) = (audit::Subject::Entry(EntryNo(a)), audit::Severity::Finding);
                let opened = audit::OpenFinding { subject, severity, text };
                (Office::Auditor, audit::Command::OpenFinding(opened))
            }
            Answer => {
                let corrected_by = Some(audit::CorrectedBy::Entry(EntryNo(b)));
                let answer = audit::Answer { finding, text, corrected_by };
                (Office::Treasurer, audit::Command::Answer(answer))
            }
            _ => {
                let (kind, basis) = (audit::OpinionKind::Qualified, Some(text));
                let opinion = audit::GiveOpinion { until, kind, replaces: None, basis, document: None };
                (Office::Auditor, audit::Command::GiveOpinion(opinion))
            }
        };
        (office, command.into())
    }

    fn of_decisions(&self, member: &str, what: What, a: u32) -> (Office, Command) {
        let decision = DecisionNo(a);
        let vote = |choice| decisions::Command::Vote(Vote::plain(decision, choice, self.standing(a, member)));
        let table = |effect| decisions::Command::Table(Table { title: phrase("@draft, \"one\""), effect });
        let command = match what {
            Assist => table(Effect::Assist { case: CaseNo(a) }),
            Call => table(Effect::Call { total: usd(a) }),
            Open => decisions::Command::Open(Open { decision }),
            InFavour => vote(Choice::InFavour),
            Against => vote(Choice::Against),
            _ => decisions::Command::Execute(Execute { decision }),
        };
        (Office::Representative, command.into())
    }

    fn of_cases(&self, what: What, a: u32, b: u32) -> (Office, Command) {
        let (case, tranche) = (CaseNo(a), TrancheNo(b));
        let (office, command) = match what {
            Request => {
                let terms =
                    |amount| Terms { amount: usd(amount), condition: phrase("-condition"), ahead: None };
                let (purpose, payee) = (phrase("=1+1"), phrase("account, \"1\""));
                let request =
                    cases::Request { purpose, payee, tranches: vec![terms(a), terms(b)], kind: None };
                (Office::Representative, cases::Command::Request(request))
            }
            Attest => (Office::CaseOfficer, cases::Command::Attest(cases::Attest { case, tranche })),
            Instruct => (Office::Treasurer, cases::Command::Instruct(cases::Instruct { case, tranche })),
            Pay => (Office::Treasurer, cases::Command::Countersign(Countersign { payment: PaymentNo(a) })),
            _ => (Office::CaseOfficer, cases::Command::Close(cases::Close { case })),
        };
        (office, command.into())
    }
}

//! Steps of random stories whose entries bind nobody: lines between militaries, positions, and
//! capabilities.

use quorate_charter::Office;
use quorate_partnership::{
    Audience, Command, DecisionNo, DocumentHash, LiaisonLineNo, Moment, SoundingNo, Wording, capabilities,
    continuity, positions,
};

use crate::story::What::{self, *};
use crate::story::phrase;
use crate::world::{HOUR, World};

impl World {
    pub(super) fn of_lines(&self, by: &str, what: What, a: u32, b: u32) -> (Office, Command) {
        let (line, now) = (LiaisonLineNo(a), self.partnership.moment());
        let wording = || Wording::new(Some(phrase("=line, \"one\"")), None).unwrap();
        let command = match what {
            RecordLine => {
                let with = ["CAN", "DEU", "XUS"][usize::try_from(a % 3).unwrap()];
                let fall_back = (b > 0).then_some(continuity::FallBack::Line(LiaisonLineNo(b)));
                continuity::Command::Record(continuity::Record {
                    recorded: continuity::Recorded {
                        kind: continuity::LineKind::Base,
                        title: wording(),
                        sides: vec![by.parse().unwrap(), with.parse().unwrap()],
                        audience: if b.is_multiple_of(2) { Audience::Members } else { Audience::Public },
                        fall_back,
                        touched: None,
                        test_every: None,
                        follows: None,
                    },
                })
            }
            Confirm => {
                let state = continuity::LineState::Working;
                let reported_of = (b % 2 == 1).then(|| "XUS".parse().unwrap());
                let note = Some(wording());
                continuity::Command::Confirm(continuity::Confirm { line, state, note, reported_of })
            }
            TestLine => {
                let result = continuity::TestResult::Failed;
                continuity::Command::Test(continuity::Test { line, result, on: None })
            }
            Out => {
                let (began, cause) = (Moment(now.0.saturating_sub(u64::from(b))), Some(wording()));
                continuity::Command::Outage(continuity::Outage { line, began, cause, reported_of: None })
            }
            Restore => {
                let at = Moment(now.0.saturating_sub(u64::from(b)));
                continuity::Command::Restored(continuity::Restored { line, at, reported_of: None })
            }
            _ => continuity::Command::Close(continuity::Close { line, reason: wording(), reported_of: None }),
        };
        (Office::LiaisonOfficer, command.into())
    }

    pub(super) fn of_positions(&self, what: What, a: u32, b: u32) -> (Office, Command) {
        let wording = || Wording::new(Some(phrase("=position, \"one\"")), None).unwrap();
        let audience = if b.is_multiple_of(2) { Audience::Members } else { Audience::Public };
        let outside = || "XUS".parse().unwrap();
        let command = match what {
            Sound => positions::Command::Sound(positions::Sound {
                on: wording(),
                leaning: positions::Leaning::Open,
                audience,
                reported_of: None,
                replaces: (a > 0).then_some(SoundingNo(a)),
            }),
            Group => positions::Command::RecordGrouping(positions::RecordGrouping {
                name: wording(),
                states: vec!["CAN".parse().unwrap(), outside()],
                source: phrase("@source"),
                audience,
            }),
            Brief => positions::Command::Announce(positions::Announce {
                to: vec!["DEU".parse().unwrap()],
                subject: wording(),
                document: DocumentHash([7; 32]),
                release: Moment(self.partnership.moment().0 + u64::from(a) * HOUR),
                audience,
            }),
            Report => positions::Command::Report(positions::Report {
                of: outside(),
                office: phrase("=office"),
                on: wording(),
                tone: positions::Tone::Critical,
                source: phrase("-source"),
                audience,
            }),
            _ => positions::Command::Explain(positions::Explain {
                on: positions::Subject::Decision(DecisionNo(a)),
                audience,
                text: Some(wording()),
                document: None,
            }),
        };
        (Office::Representative, command.into())
    }

    pub(super) fn of_capabilities(&self, by: &str, what: What, a: u32, b: u32) -> (Office, Command) {
        let name = |number: u32| format!("a{}", number % 3);
        let command = match what {
            Declare => capabilities::Command::Declare(capabilities::Declare {
                thing: capabilities::Thing {
                    name: name(a).parse().unwrap(),
                    what: Wording::new(Some(phrase("=thing, \"one\"")), None).unwrap(),
                    kind: capabilities::Kind::ALL[usize::try_from(b % 5).unwrap()],
                    needs: vec![format!("{by}/{}", name(a + 1)).parse().unwrap()],
                    one_of: vec![vec!["DEU/b".parse().unwrap(), "FRA/b".parse().unwrap()]],
                    lasts: capabilities::Days::Known(b),
                    replaced_in: capabilities::Days::NotPublic,
                    confidence: capabilities::Confidence::Low,
                    source: phrase("@source"),
                    audience: if b.is_multiple_of(2) { Audience::Members } else { Audience::Public },
                    in_hands_of: None,
                    supplier: None,
                    cost: None,
                },
            }),
            _ => capabilities::Command::Withdraw(capabilities::Withdraw { name: name(a).parse().unwrap() }),
        };
        (Office::Representative, command.into())
    }
}

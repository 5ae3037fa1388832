//! A compartment as the agent's pages are told of it: two members in, two outside, with everything that others can write.

use std::io::{self, Read};
use std::sync::{Arc, Mutex};

use quorate_charter::{MemberCode, Title};
use quorate_partnership::{DecisionNo, Moment, PartnershipId};
use quorate_web::agent::compartments::{
    Account, Alarm, Answer, Came, Compartments, Instructing, Laid, Laying, Made, MadeFile, NotShared,
    OnDecision, Product, Question, Roster, Said, Seat, Side, State, Stop, Summary, Waits, Wanted, Weighed,
    Whole,
};

/// What somebody could write to be taken for something else.
pub(crate) const HOSTILE: &str = "<script>alert(1)</script>\u{202e}\u{1b}";

/// The fake store: who is in beside Canada, and what was done with it.
pub(crate) struct Circle {
    pub(crate) inside: Mutex<Vec<&'static str>>,
    pub(crate) done: Arc<Mutex<Vec<String>>>,
    pub(crate) alarm: bool,
    /// What stops the next sealing.
    pub(crate) full: Mutex<Option<Stop>>,
    /// What the capital instructs on decision 1, and why there may be more.
    pub(crate) instructions: Mutex<OnDecision>,
}

impl Circle {
    pub(crate) fn of(inside: &[&'static str]) -> Circle {
        Circle {
            inside: Mutex::new(inside.to_vec()),
            done: Arc::default(),
            alarm: false,
            full: Mutex::default(),
            instructions: Mutex::default(),
        }
    }

    fn did(&self, what: String) -> Made {
        self.done.lock().unwrap().push(what);
        Made { files: vec!["notice-0a1b2c3d.parcel".into()], sent: Vec::new() }
    }

    fn summary(&self) -> Summary {
        let code = |code: &&str| code.parse().unwrap();
        let mut members: Vec<MemberCode> = vec![code(&"CAN")];
        members.extend(self.inside.lock().unwrap().iter().map(code));
        let alarm = self.alarm.then(|| Alarm::Twice("FRA".parse().unwrap(), 2));
        Summary { name: "Watch".into(), epoch: 3, members, waiting: 1, questions: 1, alarm, out: false }
    }
}

struct Text(Vec<u8>);

impl Laying for Text {
    fn write(&mut self, piece: &[u8]) -> io::Result<()> {
        self.0.extend_from_slice(piece);
        Ok(())
    }

    fn done(self: Box<Self>) -> io::Result<Box<dyn Laid>> {
        Ok(self)
    }
}

impl Laid for Text {
    fn read(&mut self) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(self.0.as_slice()))
    }
}

fn at(minutes: u64) -> Moment {
    Moment(1_767_225_600_000 + minutes * 60_000)
}

fn post(text: &str) -> quorate_partnership::Post {
    text.parse().unwrap()
}

fn product() -> Product {
    Product {
        id: "ab".repeat(32),
        title: HOSTILE.into(),
        marking: "EXERCISE SECRET".into(),
        to: vec!["CAN".parse().unwrap()],
        originator: post("FRA/representative"),
        sealed: at(1),
        release: Some(at(9)),
        bytes: 1,
        held_back: true,
        tear_line_of: vec!["12".repeat(32)],
        tear_lines: vec![None],
        acknowledged: vec![(post("CAN/representative"), at(2))],
        to_acknowledge: true,
    }
}

fn question() -> Question {
    Question {
        mark: "cd".repeat(32),
        by: post("FRA/representative"),
        originator: post("CAN/representative"),
        title: None,
        product: "ef".repeat(32),
        acts: false,
        whom: vec![post("DEU/representative")],
        why: HOSTILE.into(),
        at: at(3),
        answer: Answer::Waits,
        differs: None,
        not_now: None,
        ours: true,
    }
}

impl Compartments for Circle {
    fn opens(&self, passphrase: &str) -> bool {
        passphrase == "right"
    }

    fn all(&self) -> Result<Vec<Summary>, Stop> {
        Ok(vec![self.summary()])
    }

    fn one(&self, place: usize) -> Result<Whole, Stop> {
        if place != 0 {
            return Err(Stop::NoSuch);
        }
        let acts = Question { mark: "ac".repeat(32), acts: true, whom: Vec::new(), ..question() };
        let side = Side { shared: 1, acknowledged: 1, asked: 2, answered: 1, allowed: 0, acts: [2, 1, 0] };
        let seat = |text: &str, until, own| Seat { post: post(text), agent: "0a1b2c3d".into(), until, own };
        let answered = Question {
            mark: "01".repeat(32),
            answer: Answer::Refused(at(4), Some(HOSTILE.into())),
            differs: Some(Answer::Allowed(at(5), Some(HOSTILE.into()))),
            not_now: Some(Stop::Other(HOSTILE.into())),
            ..question()
        };
        Ok(Whole {
            summary: self.summary(),
            id: "12".repeat(32),
            authenticator: "0a1b 2c3d".into(),
            own: "CAN".parse().unwrap(),
            seats: vec![
                seat("CAN/representative", Some(at(99)), true),
                seat("FRA/representative", None, false),
            ],
            waits: vec![Waits {
                by: post("FRA/representative"),
                comes: vec![post("DEU/representative")],
                goes: Vec::new(),
                accepted: vec!["FRA".parse().unwrap()],
                needed: 2,
            }],
            said: vec![Said {
                by: post("FRA/representative"),
                at: at(1),
                text: format!("one\nCAN/representative: {HOSTILE}"),
            }],
            instructions: self.instructions.lock().unwrap().instructions.clone(),
            among_own: self.inside.lock().unwrap().is_empty(),
            products: vec![product()],
            questions: vec![question(), answered, acts],
            accounts: vec![Account { member: "FRA".parse().unwrap(), ours: side, theirs: side }],
        })
    }

    fn roster(&self, place: usize) -> Result<Roster, Stop> {
        let inside = self.inside.lock().unwrap();
        let names =
            [("CAN", "Canada", "Canada"), ("DEU", "Germany", "Allemagne"), ("FRA", "France", "France")];
        let states = names.map(|(code, en, fr)| State {
            code: code.parse().unwrap(),
            name: Some(Title { en: en.into(), fr: fr.into() }),
            inside: match code == "CAN" || inside.contains(&code) {
                true => vec![post(&format!("{code}/representative"))],
                false => Vec::new(),
            },
        });
        if place != 0 {
            return Err(Stop::NoSuch);
        }
        let digits = format!("{inside:?}");
        Ok(Roster {
            name: "Watch".into(),
            digits,
            epoch: 3,
            own: "CAN".parse().unwrap(),
            states: states.into(),
        })
    }

    fn weigh(&self, wanted: &Wanted) -> Result<Weighed, Stop> {
        let roster = self.roster(wanted.place)?;
        let left = |state: &&State| !state.inside.is_empty() && state.code != roster.own;
        let left = roster.states.iter().filter(left).filter(|state| !wanted.to.contains(&state.code));
        let mut stops: Vec<Stop> = left.map(|state| Stop::NotChosen(state.code)).collect();
        if wanted.to.is_empty() {
            stops = vec![Stop::Nobody];
        }
        let unknown = wanted.carry.iter().find(|name| !self.partners().contains(name));
        stops.extend(unknown.map(|name| Stop::NoPartner(name.clone())));
        Ok(Weighed { roster, stops, bound: Vec::new() })
    }

    fn lay(&self) -> Result<Box<dyn Laying>, Stop> {
        Ok(Box::new(Text(Vec::new())))
    }

    fn share(&self, wanted: &Wanted, shown: &Weighed, text: &mut dyn Read) -> Result<Made, NotShared> {
        let now = self.weigh(wanted).map_err(NotShared::Stop)?;
        if now != *shown {
            return Err(NotShared::Changed);
        }
        if let Some(stop) = self.full.lock().unwrap().take() {
            return Err(NotShared::Stop(stop));
        }
        let mut all = String::new();
        text.read_to_string(&mut all).unwrap();
        Ok(self.did(format!("shared {} to {:?}: {all}", wanted.title, wanted.to)))
    }

    fn say(&self, _: usize, text: &str, _: &[String]) -> Result<Made, Stop> {
        Ok(self.did(format!("said {text}")))
    }

    fn instruct(&self, _: usize, what: &Instructing, _: &[String]) -> Result<Made, Stop> {
        Ok(self.did(format!("instructed {what:?}")))
    }

    fn on_decision(
        &self,
        (_, member): (&PartnershipId, MemberCode),
        decision: DecisionNo,
    ) -> Result<Option<OnDecision>, Stop> {
        let mut found = self.instructions.lock().unwrap().clone();
        found.instructions.retain(|one| one.what.decision == decision);
        Ok((member.as_str() == "CAN").then_some(found))
    }

    fn acknowledge(&self, _: usize, product: &str, _: &[String]) -> Result<Made, Stop> {
        Ok(self.did(format!("acknowledged {product}")))
    }

    fn refuse(&self, _: usize, question: &str, why: &str, _: &[String]) -> Result<Made, Stop> {
        Ok(self.did(format!("refused {question}: {why}")))
    }

    fn consent(&self, _: usize, question: &str, conditions: &str, _: &[String]) -> Result<Made, Stop> {
        Ok(self.did(format!("consented {question}: {conditions}")))
    }

    fn allow(&self, _: usize, question: &str, product: &mut dyn Laid, _: &[String]) -> Result<Made, Stop> {
        let mut all = String::new();
        product.read().unwrap().read_to_string(&mut all).unwrap();
        Ok(self.did(format!("allowed {question} by {all}")))
    }

    fn take(&self, parcel: &[u8]) -> Result<Vec<Came>, Stop> {
        if parcel != b"parcel" {
            return Err(Stop::NoParcel);
        }
        self.did("took".into());
        Ok(vec![Came::Said(post("FRA/representative")), Came::Refused(Stop::Ahead)])
    }

    fn take_inbox(&self) -> Result<Vec<(String, Vec<Came>)>, Stop> {
        self.did("took inbox".into());
        Ok(vec![("FRA".into(), vec![Came::Shared(post("FRA/representative")), Came::Stays])])
    }

    fn partners(&self) -> Vec<String> {
        vec!["FRA".into(), "harbour".into()]
    }

    fn made(&self) -> Result<Vec<MadeFile>, Stop> {
        Ok(vec![MadeFile { name: "notice-0a1b2c3d.parcel".into(), bytes: 6 }])
    }

    fn read_made(&self, name: &str) -> Result<(u64, Box<dyn Read + Send>), Stop> {
        match name {
            "notice-0a1b2c3d.parcel" => Ok((6, Box::new(b"sealed".as_slice()))),
            _ => Err(Stop::NoSuch),
        }
    }

    fn remove_made(&self, name: &str) -> Result<(), Stop> {
        self.did(format!("removed {name}"));
        Ok(())
    }
}

//! A vote at the agent, held against what the capital instructs in a compartment: an alarm where it differs and none where it
//! does not, for whoever opened the compartments, and no word of it for anybody else.

use std::sync::Arc;

use axum::Router;
use axum::http::{Request, StatusCode, header};
use base16ct::lower::encode_string;
use quorate_partnership::decisions::Choice;
use quorate_partnership::{DecisionNo, Moment};
use quorate_web::agent::Held;
use quorate_web::agent::compartments::{
    Alarm, Compartments, Force, Instructing, Instruction, OnDecision, Sign,
};
use quorate_web::{Author, Doorway as _};

use super::agent::Keys;
use super::asked::{AGENT, Answer, PAGES, ask};
use super::circle::{Circle, HOSTILE};
use super::door::{Desk, HELD, post_of, public};
use super::opened::said;

const AGREES: &str = "This vote is as the capital instructs.";
const DIFFERS: &str = "This vote is not as instructed. The draft: vote against. The capital: vote in favour.";

struct Bench {
    desk: Arc<Desk>,
    circle: Arc<Circle>,
    agent: Router,
    cookie: String,
}

impl Bench {
    fn open() -> Bench {
        let desk = Desk::open();
        let circle = Arc::new(Circle::of(&[]));
        let door: Arc<dyn Compartments> = Arc::<Circle>::clone(&circle);
        let (partnership, post, key) = (desk.basis().partnership, post_of(HELD), public(HELD));
        let held = Held { partnership, title: "A partnership".into(), post, key, encrypted: true };
        let agent = quorate_web::agent::router_with(Arc::new(Keys(held)), Some(door), AGENT.into()).unwrap();
        let mut bench = Bench { desk, circle, agent, cookie: String::new() };
        bench.cookie = bench.post("/en/compartments/open", AGENT, "passphrase=right").cookie.unwrap();
        bench
    }

    fn post(&self, path: &str, origin: &str, body: &str) -> Answer {
        let asked = Request::post(path).header(header::ORIGIN, origin).header(header::COOKIE, &self.cookie);
        ask(&self.agent, AGENT, asked, body)
    }

    fn instruct(&self, all: Vec<Instruction>, signs: Vec<Sign>) {
        *self.circle.instructions.lock().unwrap() = OnDecision { instructions: all, signs };
    }

    /// What the agent shows before Canada votes against decision 1.
    fn votes(&self, language: &str) -> Answer {
        let author = Author { post: post_of(HELD), key: public(HELD) };
        let prepared = self.desk.prepare(author, &["against".to_owned()]).unwrap();
        let (id, unsigned) = (self.desk.basis().partnership, encode_string(&prepared.unsigned));
        let body = format!("partnership={id}&return=/{language}/signed&unsigned={unsigned}");
        self.post("/sign", PAGES, &body)
    }
}

fn says(vote: impl Into<Option<Choice>>, force: Force) -> Instruction {
    let what = Instructing { decision: DecisionNo(1), vote: vote.into(), until: None, text: String::new() };
    let by = "CAN/liaison-officer".parse().unwrap();
    Instruction { what, by, agent: "0a1b2c3d".into(), at: Moment(1_767_225_600_000), force }
}

fn fails(page: &Answer) -> usize {
    page.body.matches("answer fails").count()
}

#[test]
fn a_vote_that_differs_raises_the_alarm_before_the_yes_and_one_that_agrees_raises_none() {
    let bench = Bench::open();
    bench.instruct(vec![says(Choice::InFavour, Force::Stands)], vec![]);
    let page = bench.votes("en");
    let (alarm, yes) = (page.body.find(DIFFERS).unwrap(), page.body.find("name=\"key\"").unwrap());
    assert!(alarm < yes && fails(&page) == 1 && !page.body.contains(AGREES), "{}", said(&page));
    insta::assert_snapshot!("sealed-differs-en", said(&page).replace(&page.hidden("asked"), "NAME"));
    let page = bench.votes("fr");
    let body = page.body.replace('\u{a0}', " ");
    assert!(body.contains("Le projet : voter contre. La capitale : voter pour."), "{}", said(&page));
    bench.instruct(vec![says(Choice::Against, Force::Stands)], vec![]);
    let page = bench.votes("en");
    assert!(page.body.contains(AGREES) && fails(&page) == 0, "{}", said(&page));
    // What is left to the delegation is neither.
    bench.instruct(vec![says(None, Force::Stands)], vec![]);
    let page = bench.votes("en");
    assert!(page.body.contains("as the delegation sees fit") && fails(&page) == 0, "{}", said(&page));
    // On another decision it says nothing of this one.
    let mut other = says(Choice::InFavour, Force::Stands);
    other.what.decision = DecisionNo(2);
    bench.instruct(vec![other], vec![]);
    let page = bench.votes("en");
    assert!(page.body.contains("No instruction from the capital on it is in force"), "{}", said(&page));
    assert!(fails(&page) == 0 && !page.body.contains("0a1b2c3d"));
}

#[test]
fn what_is_replaced_or_over_is_shown_and_counts_for_nothing() {
    let bench = Bench::open();
    for force in [Force::Replaced, Force::Expired, Force::AgentGone] {
        bench.instruct(vec![says(Choice::InFavour, force)], vec![]);
        let page = bench.votes("en");
        assert!(fails(&page) == 0 && !page.body.contains(AGREES), "{force:?}: {}", said(&page));
        assert!(page.body.contains("in force at this agent") && page.body.contains("vote in favour"));
    }
    let all = vec![says(Choice::InFavour, Force::Replaced), says(Choice::Against, Force::Stands)];
    bench.instruct(all, vec![]);
    let page = bench.votes("en");
    assert!(page.body.contains(AGREES) && page.body.contains("Earlier instructions"), "{}", said(&page));
}

#[test]
fn two_that_differ_are_both_shown_with_an_alarm_and_neither_is_agreed_with() {
    let bench = Bench::open();
    let all = vec![says(Choice::Against, Force::Stands), says(Choice::InFavour, Force::Stands)];
    bench.instruct(all, vec![]);
    let page = bench.votes("en");
    assert!(page.body.contains("Two agents instruct differently on this decision"), "{}", said(&page));
    assert!(page.body.contains(DIFFERS) && !page.body.contains(AGREES), "{}", said(&page));
    assert_eq!(fails(&page), 2);
}

#[test]
fn whatever_may_not_have_come_is_told_beside_a_vote_that_agrees() {
    let bench = Bench::open();
    let name = || HOSTILE.to_owned();
    let alarm = Alarm::Twice("CAN".parse().unwrap(), 2);
    let signs =
        vec![Sign::Missing(name()), Sign::Alarm(name(), alarm), Sign::Removed(name()), Sign::Waits(2)];
    let mut one = says(Choice::Against, Force::Stands);
    one.what.text = format!("one\n{HOSTILE}");
    bench.instruct(vec![one], signs);
    for language in ["en", "fr"] {
        let page = bench.votes(language);
        assert_eq!(fails(&page), 4, "{}", said(&page));
        assert!(!page.body.contains("<script>alert") && !page.body.contains('\u{202e}'));
        let told = said(&page).replace(&page.hidden("asked"), "NAME");
        insta::assert_snapshot!(format!("sealed-signs-{language}"), told);
    }
}

#[test]
fn whoever_did_not_open_the_compartments_is_told_nothing_of_an_instruction() {
    let mut bench = Bench::open();
    let cookie = std::mem::take(&mut bench.cookie);
    bench.instruct(vec![], vec![]);
    let without = said(&bench.votes("en"));
    bench.instruct(vec![says(Choice::InFavour, Force::Stands)], vec![Sign::Waits(1)]);
    let page = bench.votes("en");
    assert_eq!(said(&page), without, "not even whether there is one");
    assert!(without.contains("This vote was not held against sealed instructions"), "{without}");
    let asked = page.hidden("asked");
    let compare = |bench: &Bench, origin: &str, passphrase: &str| {
        bench.post("/instructions", origin, &format!("asked={asked}&passphrase={passphrase}"))
    };
    // Nor to a page of a node, with the right passphrase; nor for a wrong one, or none.
    assert_eq!(compare(&bench, PAGES, "right").status, StatusCode::FORBIDDEN);
    for (passphrase, status, why) in [
        ("", StatusCode::OK, "are not open in this browser"),
        ("wrong", StatusCode::FORBIDDEN, "not the passphrase"),
    ] {
        let page = compare(&bench, AGENT, passphrase);
        assert_eq!(page.status, status);
        assert!(page.body.contains(why) && !page.body.contains(DIFFERS), "{}", said(&page));
        assert!(page.cookie.is_none() && page.hidden("asked") == asked);
    }
    let page = compare(&bench, AGENT, "right");
    assert!(page.body.contains(DIFFERS) && page.cookie.is_some(), "{}", said(&page));
    // Who opened them before is not asked again, where a page of another site led here without the cookie.
    bench.cookie = cookie;
    assert!(compare(&bench, AGENT, "").body.contains(DIFFERS));
    assert_eq!(bench.post("/instructions", AGENT, "asked=00").status, StatusCode::FORBIDDEN);
}

#[test]
fn an_instruction_is_shown_and_written_on_the_page_of_its_compartment() {
    let bench = Bench::open();
    let mut until = says(Choice::InFavour, Force::Expired);
    until.what.until = Some(Moment(1_767_225_600_000));
    let all = vec![until, says(Choice::Against, Force::Stands), says(None, Force::Stands)];
    bench.instruct(all, vec![]);
    for language in ["en", "fr"] {
        let asked = Request::get(format!("/{language}/compartments/1")).header(header::COOKIE, &bench.cookie);
        let page = said(&ask(&bench.agent, AGENT, asked, ""));
        let begins = page.find(if language == "en" { "Instructions from" } else { "Instructions de" });
        let (section, _) = page[begins.unwrap()..]
            .split_once(if language == "en" { "Products" } else { "Produits" })
            .unwrap();
        insta::assert_snapshot!(format!("sealed-section-{language}"), section);
    }
    let send = |body: &str| bench.post("/en/compartments/1/instruct", AGENT, body);
    let page = send("decision=7&vote=discretion&until=2040-01-01T00:00&text=one%0D%0Atwo");
    assert_eq!(page.status, StatusCode::OK, "{}", said(&page));
    let done = bench.circle.done.lock().unwrap().clone();
    assert!(done[0].contains("decision: 7") || done[0].contains("DecisionNo(7)"), "{done:?}");
    assert!(done[0].contains("vote: None") && done[0].contains("one\\ntwo"), "{done:?}");
    for body in [
        "decision=7",
        "decision=7&vote=perhaps",
        "decision=0&vote=against",
        "vote=against",
        "decision=7&vote=against&until=soon",
    ] {
        let page = send(body);
        assert!(page.status == StatusCode::CONFLICT && page.body.contains("An instruction names a decision"));
    }
    assert_eq!(bench.circle.done.lock().unwrap().len(), 1);
    // Where others are in there is no form.
    bench.circle.inside.lock().unwrap().push("FRA");
    let asked = Request::get("/en/compartments/1").header(header::COOKIE, &bench.cookie);
    assert!(!ask(&bench.agent, AGENT, asked, "").body.contains("/instruct\""));
}

//! A capital instructs its delegation in a compartment of their own agents: commands seal and tell it, nobody else's agent may be
//! in, and the delegation's agent holds the vote that it is asked to sign against it.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use quorate_partnership::decisions::{self, Choice, Vote};
use quorate_partnership::{Basis, DecisionNo, Moment, Unsigned};

use crate::agent_pages::{Agent, hidden};
use crate::compartments::{WITH, together};
use crate::quorate::Folder;

/// The agent of Canada's capital, `CAP`, and its delegation's, `DEL`, in a compartment of their own.
fn capital() -> Folder {
    let folder = Folder::after_demo();
    folder.write("pass", "correct horse battery\n");
    for agent in ["CAP", "DEL"] {
        folder.done(&format!("compartment enrol --as CAN/representative --agent {agent} {WITH}"));
    }
    folder.done(&format!("compartment create Capital --agent CAP {WITH}"));
    folder.done(&format!("compartment card --agent DEL --out DEL.card {WITH}"));
    folder.done(&format!("compartment invite Capital DEL.card --agent CAP --out in.parcel {WITH}"));
    folder.done(&format!("compartment join Capital in.parcel --agent DEL {WITH}"));
    folder
}

fn instruct(folder: &Folder, by: &str, what: &str, out: &str) {
    folder.done(&format!("room instruct Capital {what} --agent {by} --out {out} {WITH}"));
}

fn read(folder: &Folder, parcels: &str) -> String {
    let told = folder.done(&format!("room read Capital {parcels} --agent DEL {WITH}"));
    // Who speaks stands in front of every line.
    let lines = told.lines().map(|line| match line.split_once("CAN/representative ") {
        Some((_, rest)) => rest.split_once(": ").unwrap().1,
        None => line,
    });
    lines.collect::<Vec<_>>().join(" ")
}

#[test]
fn an_instruction_is_told_to_a_members_own_agents_with_what_it_replaced_and_where_two_differ() {
    let folder = capital();
    instruct(&folder, "CAP", "--decision 1 --vote in-favour --text \"not before May\"", "one");
    assert!(!fs::read(folder.path("one")).unwrap().windows(6).any(|part| part == b"before"));
    let told = folder.done(&format!("compartment accept one --agent DEL {WITH}"));
    assert!(told.contains("an instruction by CAN/representative on decision 1"), "{told}");
    let told = read(&folder, "");
    assert!(told.contains("decision 1: vote in favour (in force)"), "{told}");
    assert!(told.contains("not before May"), "{told}");
    instruct(&folder, "CAP", "--decision 1 --vote discretion --until 2040-01-01T00:00:00Z", "two");
    let told = read(&folder, "two");
    assert!(told.contains("vote in favour (replaced by a later one of this agent)"), "{told}");
    assert!(told.contains("as the delegation sees fit (in force until 2040-01-01 00:00 UTC)"), "{told}");
    assert!(!told.contains("two agents instruct differently"), "{told}");
    instruct(&folder, "DEL", "--decision 1 --vote against", "three");
    let told = read(&folder, "");
    assert!(told.contains("decision 1: two agents instruct differently, and both are in force"), "{told}");
    // It is no message, and comes once.
    let again = folder.run(&format!("room read Capital two --agent DEL {WITH}"));
    assert_eq!(again.code, 1, "{}", again.shown());
}

#[test]
fn an_instruction_is_refused_where_another_member_is_in_and_leaves_the_store_as_it_was() {
    let folder = together(&["CAN", "FRA"]);
    let store = fs::read(folder.path("CAN/agent.sealed")).unwrap();
    let says = |what: &str, code: i32, why: &str| {
        let run = folder.run(&format!("room instruct Watch {what} --agent CAN --out x {WITH}"));
        let said = run.err.replace('│', " ").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(run.code == code && said.contains(why), "{}", run.shown());
        assert!(!folder.path("x").exists() && fs::read(folder.path("CAN/agent.sealed")).unwrap() == store);
    };
    let others = "for a member's own agents, and FRA is in this compartment, too: open one for these";
    says("--decision 1 --vote against", 1, others);
    folder.done(&format!("compartment create Capital --agent CAN {WITH}"));
    let store = fs::read(folder.path("CAN/agent.sealed")).unwrap();
    let says = |what: &str, code: i32, why: &str| {
        let run = folder.run(&format!("room instruct Capital {what} --agent CAN --out x {WITH}"));
        let said = run.err.replace('│', " ").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(run.code == code && said.contains(why), "{}", run.shown());
        assert!(!folder.path("x").exists() && fs::read(folder.path("CAN/agent.sealed")).unwrap() == store);
    };
    says("--decision 0 --vote against", 2, "0 is not in 1..");
    says("--decision 1 --vote perhaps", 2, "invalid value 'perhaps'");
    says("--decision 1", 2, "--vote");
    says("--decision 1 --vote against --until tomorrow", 2, "it is a moment as in");
    says("--decision 1 --vote against --until 2020-01-01T00:00:00Z", 1, "would be over already");
    let long = "x".repeat(4001);
    says(&format!("--decision 1 --vote against --text {long}"), 1, "at most 4000 bytes");
}

/// Sends a form to the delegation's agent, from a page of this origin.
fn post(agent: &Agent, path: &str, origin: &str, body: &str) -> String {
    let host = agent.origin.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(host.replace("localhost", "127.0.0.1")).unwrap();
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: {origin}\r\nCookie: {}\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        agent.cookie,
        body.len()
    );
    stream.write_all(head.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

/// What a node's page asks the agent to sign: Canada's vote on decision 1.
fn asks(folder: &Folder, choice: Choice) -> String {
    let basis = folder.path("basis");
    if !basis.exists() {
        folder.done("record basis --out basis --dir D");
    }
    let lines = fs::read_to_string(basis).unwrap();
    let hashes: Vec<&str> = lines.split_whitespace().filter(|word| word.len() == 64).collect();
    let basis = Basis { partnership: hashes[0].parse().unwrap(), tip: hashes[1].parse().unwrap() };
    let keys = folder.done("key list --dir D");
    let line = keys.lines().find(|line| line.starts_with("CAN/representative")).unwrap();
    let key = line.split_whitespace().last().unwrap().parse().unwrap();
    let command = decisions::Command::Vote(Vote::plain(DecisionNo(1), choice, None)).into();
    let post = "CAN/representative".parse().unwrap();
    let unsigned = Unsigned::prepare(basis, post, key, Moment(1_900_000_000_000), 7, command);
    let bytes = unsigned.with_signature(&[0; 64]);
    let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("partnership={}&return=/en/signed&unsigned={digits}", basis.partnership)
}

#[test]
fn a_vote_at_the_agent_is_held_against_the_capitals_instruction_and_the_node_learns_nothing() {
    const NODE: &str = "http://127.0.0.1:4400";
    let folder = capital();
    instruct(&folder, "CAP", "--decision 1 --vote in-favour --text \"as agreed\"", "one");
    instruct(&folder, "CAP", "--decision 1 --vote against --text \"hold\"", "two");
    let (against, in_favour) = (asks(&folder, Choice::Against), asks(&folder, Choice::InFavour));
    let agent = Agent::open(&folder, "DEL");
    let page = post(&agent, "/sign", NODE, &against);
    assert!(page.contains("No instruction from the capital on it is in force at this agent."), "{page}");
    // The later one comes first: the other is missed, and said to be.
    let took = agent.upload("/take", &[], &fs::read(folder.path("two")).unwrap());
    assert!(took.contains("An instruction by CAN/representative."), "{took}");
    let page = post(&agent, "/sign", NODE, &against);
    assert!(page.contains("This vote is as the capital instructs."), "{page}");
    assert!(page.contains("Something that was sealed there did not come here"), "{page}");
    agent.upload("/take", &[], &fs::read(folder.path("one")).unwrap());
    let page = post(&agent, "/sign", NODE, &against);
    assert!(page.contains("This vote is as the capital instructs."), "{page}");
    assert!(!page.contains("answer fails") && page.contains("Earlier instructions"), "{page}");
    let page = post(&agent, "/sign", NODE, &in_favour);
    let differs = "This vote is not as instructed. The draft: vote in favour. The capital: vote against.";
    assert!(page.find(differs).unwrap() < page.find("name=\"key\"").unwrap(), "{page}");
    let page = post(&agent, "/sign", NODE, &in_favour.replace("/en/signed", "/fr/signed"));
    assert!(page.contains("La capitale") && page.contains("hold"), "{page}");
    // Nothing of it goes back with the signature: it is for the node.
    let yes = format!("asked={}&key={}", hidden(&page, "asked"), key_of(&page));
    let signed = post(&agent, "/confirm", &agent.origin, &yes);
    assert!(signed.contains("name=\"signed\"") && !signed.contains("hold"), "{signed}");
    // One is said on the page of the compartment, and commands read it.
    let said = agent.form("/1/instruct", "decision=1&vote=in-favour&text=now");
    assert!(said.contains("/made/message-"), "{said}");
    assert!(agent.get("/1").contains("Two agents instruct differently"));
    agent.download(&said, "message-", &folder, "three");
    drop(agent);
    let told = folder.done(&format!("room read Capital three --agent CAP {WITH}"));
    assert!(told.contains("two agents instruct differently"), "{told}");
}

fn key_of(page: &str) -> String {
    let begins = "name=\"key\" value=\"";
    page.split(begins).nth(1).unwrap().split('"').next().unwrap().to_owned()
}

//! Nobody acts on a product without its originator: a question refused once and consented to once, and what counts of it.

use crate::agent_pages::Agent;
use crate::compartments::{WITH, agents, together};
use crate::quorate::Folder;
use crate::sharing::agreed;

/// A product of Canada's that France has.
fn shared(more: &str) -> Folder {
    let folder = together(&["CAN", "FRA"]);
    share(&folder, more);
    folder
}

fn share(folder: &Folder, more: &str) {
    for member in ["CAN", "FRA"] {
        agreed(folder, member);
    }
    folder.write("report.txt", "What was seen on the coast\n");
    folder.done("product mark --policy EXERCISE --level SECRET --to FRA --out marking.json");
    folder.done(&format!(
        "product share report.txt --in Watch --title \"The coast\" --marking marking.json {more} --agent CAN --out report.sealed \
         --notice notice {WITH}"
    ));
    folder.done(&format!("compartment accept notice --agent FRA {WITH}"));
}

/// France asks, and Canada answers; what both were told.
fn asked(folder: &Folder, number: usize, answer: &str) -> [String; 2] {
    folder.done(&format!(
        "product act report.sealed --in Watch --what \"warn port {number}\" --agent FRA --out ask{number} {WITH}"
    ));
    let told = folder.done(&format!("compartment accept ask{number} --agent CAN {WITH}"));
    assert!(told.contains("FRA/representative asks whether it may act on"), "{told}");
    let listed = folder.done(&format!("product list Watch --agent CAN {WITH}"));
    let name = listed.rsplit_once("  Question ").unwrap().1.get(..8).unwrap().to_owned();
    let answered = folder
        .done(&format!("product answer {name} --in Watch {answer} --agent CAN --out answer{number} {WITH}"));
    let told = folder.done(&format!("compartment accept answer{number} --agent FRA {WITH}"));
    [answered, told]
}

#[test]
fn an_action_is_consented_to_by_the_originator_and_counts_between_the_two() {
    let folder = shared("");
    let listed = folder.done(&format!("product list --agent FRA {WITH}"));
    assert!(listed.contains("nobody acts on it without the consent of CAN"), "{listed}");
    let [answered, told] = asked(&folder, 1, "--refuse \"its source would show\"");
    assert!(answered.contains("FRA/representative may not act on"), "{answered}");
    assert!(told.contains("CAN/representative refuses that FRA/representative acts on"), "{told}");
    let [answered, told] = asked(&folder, 2, "--consent \"not before Friday\"");
    assert!(answered.contains("may act on") && answered.contains("warn port 2"), "{answered}");
    assert!(told.contains("CAN/representative consents that FRA/representative acts on"), "{told}");
    let listed = folder.done(&format!("product list Watch --agent FRA {WITH}"));
    for line in
        [": its source would show", ": not before Friday", "asks CAN/representative whether it may act on"]
    {
        assert!(listed.contains(line), "{line}: {listed}");
    }
    let told = folder.done(&format!("compartment accounts Watch --agent FRA {WITH}"));
    assert!(
        told.contains("Questions of FRA whether it may act on one: 2; answered by CAN: 2; consented: 1"),
        "{told}"
    );
}

#[test]
fn what_cannot_be_asked_or_answered_so_is_refused_and_nothing_is_written() {
    let folder = shared("--may-act");
    let listed = folder.done(&format!("product list --agent FRA {WITH}"));
    assert!(listed.contains("whoever reads it may act on it without asking"), "{listed}");
    let act = |product: &str, agent: &str| {
        format!("product act {product} --in Watch --what \"warn them\" --agent {agent} --out asked {WITH}")
    };
    for (product, agent, why) in [
        ("report.sealed", "FRA", "its originator lets readers act on it"),
        ("report.sealed", "CAN", "this member's own"),
        ("0123456789", "FRA", "is no product's file"),
    ] {
        let run = folder.run(&act(product, agent));
        assert!(run.code == 1 && run.err.contains(why), "{}", run.shown());
        assert!(!folder.path("asked").exists());
    }
    let run = folder.run(&act("report.sealed", "FRA").replace("\"warn them\"", "\"\""));
    assert!(run.code == 2, "{}", run.shown());
    let run =
        folder.run(&format!("product answer 01234567 --in Watch --consent --agent CAN --out no {WITH}"));
    assert!(run.code == 1 && run.err.contains("no question in Watch"), "{}", run.shown());
}

#[test]
fn whom_an_obligation_binds_is_told_so_where_readers_may_act_and_asks() {
    let folder = shared("--may-act");
    let list = || folder.done(&format!("product list --agent FRA {WITH}"));
    let not = "but not this agent's delegation now";
    assert!(!list().contains(not));
    let under = "4d".repeat(32);
    folder.done(&format!("compartment oblige Watch --to USA --under {under} --agent FRA --out said {WITH}"));
    folder.done(&format!("compartment accept said --agent CAN {WITH}"));
    let shown = folder.done(&format!("product show report.sealed --agent FRA {WITH}"));
    for told in [list(), shown] {
        assert!(told.contains(not) && told.contains("V13"), "{told}");
    }
    let [answered, told] = asked(&folder, 1, "--consent");
    assert!(told.contains("consents that FRA/representative acts on"), "{told}");
    assert!(answered.contains("FRA is obliged to pass it on to USA"), "{answered}");
    assert!(!list().contains("not to be done now"));
}

#[test]
fn pages_do_not_show_as_allowed_what_the_policy_refuses_by_now() {
    let folder = shared("");
    asked(&folder, 1, "--consent");
    let page = || {
        let agent = Agent::open(&folder, "FRA");
        agent.get("/1")
    };
    let shown = page();
    assert!(shown.contains("Allowed,") && !shown.contains("not to be done now"), "{shown}");
    // The security agreement between the two is over.
    let same = "SECRET = \"SECRET\"";
    folder.write(
        "other.toml",
        format!(
            "[[agreement]]\nbetween = [\"DEU\", \"GBR\"]\ndocument = \"{}\"\n[agreement.kept.DEU]\n{same}\n\
             [agreement.kept.GBR]\n{same}\n",
            "3d".repeat(32)
        ),
    );
    folder.done(&format!("product agree other.toml --agent FRA {WITH}"));
    assert!(folder.done(&format!("product list --agent FRA {WITH}")).contains("It is not to be done now"));
    let shown = page();
    assert!(shown.contains("It is not to be done now:") && shown.contains("V4"), "{shown}");
}

/// Canada has two agents in, which both have what the first of them shared.
fn with_two_agents() -> Folder {
    let folder = agents(&["CAN", "FRA"]);
    folder.done(&format!("compartment enrol --as CAN/representative --agent CAN2 {WITH}"));
    folder.done(&format!("compartment create Watch --agent CAN {WITH}"));
    for agent in ["FRA", "CAN2"] {
        folder.done(&format!("compartment card --agent {agent} --out {agent}.card {WITH}"));
    }
    folder.done(&format!("compartment invite Watch FRA.card CAN2.card --agent CAN --out in.parcel {WITH}"));
    for agent in ["FRA", "CAN2"] {
        folder.done(&format!("compartment join Watch in.parcel --agent {agent} {WITH}"));
    }
    share(&folder, "");
    agreed(&folder, "CAN2");
    folder.done(&format!("compartment accept notice --agent CAN2 {WITH}"));
    folder
}

#[test]
fn two_agents_of_the_originator_that_answer_differently_are_both_shown_with_an_alarm() {
    let folder = with_two_agents();
    folder.done(&format!(
        "product act report.sealed --in Watch --what \"warn them\" --agent FRA --out ask {WITH}"
    ));
    let mut told = String::new();
    for (agent, answer) in [("CAN", "--consent"), ("CAN2", "--refuse \"its source would show\"")] {
        folder.done(&format!("compartment accept ask --agent {agent} {WITH}"));
        let listed = folder.done(&format!("product list Watch --agent {agent} {WITH}"));
        let name = listed.rsplit_once("  Question ").unwrap().1.get(..8).unwrap().to_owned();
        let out = format!("--agent {agent} --out of{agent} {WITH}");
        folder.done(&format!("product answer {name} --in Watch {answer} {out}"));
        told = folder.done(&format!("compartment accept of{agent} --agent FRA {WITH}"));
    }
    let alarm = "ALARM: another agent of CAN answered otherwise";
    assert!(told.contains(alarm), "{told}");
    let listed = folder.done(&format!("product list Watch --agent FRA {WITH}"));
    for line in [alarm, "Allowed at", ": its source would show", "Nothing is allowed while the two differ"] {
        assert!(listed.contains(line), "{line}: {listed}");
    }
    let page = Agent::open(&folder, "FRA").get("/1");
    assert!(page.contains("Another agent of the same delegation answered otherwise."), "{page}");
}

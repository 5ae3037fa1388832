//! Who may give which command: every command tried by every office, as one table.
//!
//! To accept a change of the table, run the test with `INSTA_UPDATE=always` and read the difference in review.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    reason = "tests count small numbers, and stop where they cannot go on"
)]

mod samples;

use std::fmt::Write;

use ed25519_dalek::SigningKey;
use quorate_charter::{Charter, Office};
use quorate_partnership::{
    Authentic, Command, CommandId, DecisionNo, Founder, Genesis, Moment, Nature, Partnership, Post,
    PublicKey, decisions, members, validate,
};

use samples::{BEGINS, LATER, phrase, samples};

fn rehearsal() -> Partnership {
    under(include_str!("../../../../charters/partnership.toml"))
}

fn under(text: &str) -> Partnership {
    let charter = Charter::read(text).unwrap();
    let key = |seed: u8| PublicKey(SigningKey::from_bytes(&[seed; 32]).verifying_key().to_bytes());
    let founder = |(at, (member, _)): (u8, _)| Founder {
        member,
        root: key(at),
        recovery: key(at.saturating_add(100)),
        node: key(at.saturating_add(200)),
    };
    let founders = (0..).zip(charter.members()).map(founder).collect();
    let genesis = Genesis::new(Nature::Rehearsal { rate: 0 }, BEGINS, text, founders).unwrap();
    Partnership::begin(&genesis).unwrap()
}

/// `may`, unless the rule O1 refuses.
fn result(partnership: &Partnership, office: Office, command: &Command) -> &'static str {
    let post = Post { member: "CAN".parse().unwrap(), office };
    let presumed = Authentic::presumed(CommandId([1; 32]), post, LATER, command.clone());
    match validate(partnership, &presumed, LATER) {
        Err(refusal) if refusal.rule().to_string() == "O1" => "-",
        _ => "may",
    }
}

#[test]
fn o1_who_may_give_which_command() {
    let partnership = rehearsal();
    let mut table = format!("{:<28}", "");
    for office in Office::ALL {
        write!(table, "{:<16}", office.name()).unwrap();
    }
    for command in samples() {
        write!(table, "\n{:<28}", command.provision().name()).unwrap();
        for office in Office::ALL {
            write!(table, "{:<16}", result(&partnership, office, &command)).unwrap();
        }
    }
    let lines: Vec<&str> = table.lines().map(str::trim_end).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn every_command_has_a_name_of_its_own_and_somebody_may_give_it() {
    let samples = samples();
    let names: std::collections::BTreeSet<&str> =
        samples.iter().map(|command| command.provision().name()).collect();
    assert_eq!(names.len(), samples.len());
    for command in &samples {
        assert!(!command.provision().offices().is_empty(), "{}", command.provision().name());
    }
}

/// What a State that is no member may give, once it is admitted to ask for help.
const OF_A_BENEFICIARY: [&str; 12] = [
    "member accredit",
    "member revoke",
    "member replace-root",
    "case request",
    "case sign-agreement",
    "case report-use",
    "case elsewhere",
    "case claim",
    "case need",
    "case match",
    "case accept-delivery",
    "case close",
];

/// A rehearsal in which `XAA` is admitted, and the moment of the next block.
fn with_a_beneficiary() -> (Partnership, Moment) {
    const HOURS_240: u64 = 240 * 3_600_000;
    let mut partnership = under(include_str!("../../../../stories/assistance.toml"));
    let key = |seed: u8| PublicKey(SigningKey::from_bytes(&[seed; 32]).verifying_key().to_bytes());
    let terms = members::AdmitBeneficiary {
        state: "XAA".parse().unwrap(),
        name_en: phrase(),
        name_fr: phrase(),
        root: key(90),
        recovery: key(91),
    };
    let effect = decisions::Effect::Members(members::Effect::AdmitBeneficiary(terms));
    let decision = DecisionNo(1);
    let in_favour = || decisions::Vote::plain(decision, decisions::Choice::InFavour, None);
    let mut commands: Vec<(&str, decisions::Command)> = vec![
        ("DEU", decisions::Command::Table(decisions::Table { title: phrase(), effect })),
        ("DEU", decisions::Command::Open(decisions::Open { decision })),
    ];
    let members = ["CAN", "DEU", "FRA", "GBR"];
    commands.extend(members.map(|member| (member, decisions::Command::Vote(in_favour()))));
    commands.push(("DEU", decisions::Command::Execute(decisions::Execute { decision })));
    let mut at = LATER;
    for (number, (member, command)) in (10..).zip(commands) {
        if matches!(command, decisions::Command::Execute(_)) {
            at = Moment(at.0 + HOURS_240);
            partnership.step_presumed(at, &[]).unwrap();
        }
        at = Moment(at.0 + 1);
        let post = Post { member: member.parse().unwrap(), office: Office::Representative };
        let until = Moment(at.0 + 1000);
        let presumed = Authentic::presumed(CommandId([number; 32]), post, until, command.into());
        let stepped = partnership.step_presumed(at, &[presumed]).unwrap();
        assert!(stepped.outcomes.iter().all(|outcome| outcome.refusal.is_none()));
    }
    (partnership, Moment(at.0 + 1))
}

#[test]
fn m32_a_beneficiary_that_is_no_member_gives_these_commands_and_no_other() {
    let (partnership, at) = with_a_beneficiary();
    let mut allowed = 0;
    for command in samples() {
        let name = command.provision().name();
        for office in command.provision().offices() {
            let post = Post { member: "XAA".parse().unwrap(), office: *office };
            let presumed = Authentic::presumed(CommandId([1; 32]), post, at, command.clone());
            let refused =
                validate(&partnership, &presumed, at).err().map(|refusal| refusal.rule().to_string());
            match name {
                // It says by itself who may give it: those who are invited.
                "member accede" => assert_eq!(refused.as_deref(), Some("M17")),
                name if OF_A_BENEFICIARY.contains(&name) => {
                    assert_ne!(refused.as_deref(), Some("M32"), "{name}");
                    allowed += 1;
                }
                name => assert_eq!(refused.as_deref(), Some("M32"), "{name}"),
            }
        }
    }
    assert!(allowed >= OF_A_BENEFICIARY.len());
}

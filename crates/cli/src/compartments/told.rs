//! What an agent's store holds, as pages tell it.

use miette::Diagnostic as _;
use quorate_charter::MemberCode;
use quorate_partnership::PublicKey;
use quorate_vault::compartment::{
    Account, Aim, Alarm, Answered, Asked, Refusal, Seat, Shelved, Side, Standing, TearLines, Told, Waiting,
};
use quorate_vault::product::SealError;
use quorate_web::agent::compartments as page;
use quorate_web::agent::compartments::{Answer, Came, Stop, Summary, Whole};

use super::instructions;
use crate::commands::compartment::opened::Opened;
use crate::commands::compartment::roster::short;
use crate::commands::product::named_by;
use crate::failure::{Failure, with_causes};

/// Why the vault does not do something.
pub(super) fn stop(refusal: Refusal) -> Stop {
    match refusal {
        Refusal::NotReleasable(state) => Stop::NotChosen(state),
        Refusal::StillIn(post) => Stop::StillIn(post),
        Refusal::Alarm(sign) => Stop::Alarm(alarm(&sign)),
        Refusal::Out => Stop::Removed,
        Refusal::NoSuch | Refusal::NotAsked | Refusal::NoProduct => Stop::NoSuch,
        Refusal::Answered => Stop::Answered,
        Refusal::Message => Stop::Message,
        Refusal::Instruction => Stop::InstructionTooLong,
        Refusal::InstructionOver => Stop::InstructionIsOver,
        Refusal::OthersIn(others) => Stop::OthersIn(others),
        Refusal::Form => Stop::NoParcel,
        Refusal::Ahead => Stop::Ahead,
        Refusal::Past | Refusal::NotAuthentic => Stop::Before,
        Refusal::Open(_) => Stop::OtherFile,
        Refusal::Seal(SealError::Nobody) => Stop::Nobody,
        Refusal::Seal(SealError::NoConsent(state)) => Stop::NoConsent(state),
        Refusal::Seal(SealError::ConsentNarrower { state, to }) => Stop::Narrower { state, to },
        Refusal::Seal(SealError::ReleaseUncontrolled) => Stop::ReleaseNeedsHold,
        other => Stop::Other(other.to_string()),
    }
}

/// What the disk or the record says.
pub(super) fn failed(failure: &dyn std::error::Error) -> Stop {
    Stop::Other(with_causes(failure))
}

/// What stops a command, with what to do.
pub(super) fn not_done(failure: &Failure) -> Stop {
    let help = failure.help().map(|help| format!(": {help}")).unwrap_or_default();
    Stop::Other(format!("{}{help}", with_causes(failure)))
}

pub(super) fn alarm(alarm: &Alarm) -> page::Alarm {
    match alarm {
        Alarm::Twice { member, epoch } => page::Alarm::Twice(*member, *epoch),
        Alarm::Forked { epoch } => page::Alarm::Forked(*epoch),
        Alarm::Differs { member, epoch } => page::Alarm::Differs(*member, *epoch),
        Alarm::Log { member, size } => page::Alarm::Log(*member, size.saturating_add(1)),
    }
}

/// This agent's member.
pub(super) fn own(opened: &Opened) -> Result<MemberCode, Stop> {
    let credential = opened.vault.identity().credential();
    credential.map(|credential| credential.post().member).map_err(|error| failed(&error))
}

/// A compartment in the list.
pub(super) fn summary(opened: &Opened, name: &str) -> Result<Summary, Stop> {
    let standing = opened.vault.standing(name).map_err(stop)?;
    let own = own(opened)?;
    let asked = opened.vault.asked(name).map_err(stop)?;
    Ok(summed(&standing, own, asked))
}

fn summed(standing: &Standing, own: MemberCode, asked: &[Asked]) -> Summary {
    let mut members: Vec<MemberCode> = standing.seats.iter().map(Seat::member).collect();
    members.sort_unstable();
    members.dedup();
    let waits = |asked: &&Asked| asked.originator.member == own && asked.answered.is_none();
    Summary {
        name: standing.name.clone(),
        epoch: standing.epoch,
        members: if standing.out { Vec::new() } else { members },
        waiting: standing.waiting.len(),
        questions: asked.iter().filter(waits).count(),
        alarm: standing.alarm.as_ref().map(alarm),
        out: standing.out,
    }
}

/// Everything of one.
pub(super) fn whole(opened: &Opened, name: &str) -> Result<Whole, Stop> {
    let vault = &opened.vault;
    let standing = vault.standing(name).map_err(stop)?;
    let (own, agent) = (own(opened)?, vault.identity().public());
    let (asked, shelved) = (vault.asked(name).map_err(stop)?, vault.shelved(name).map_err(stop)?);
    let said = vault.said(name).map_err(stop)?.iter();
    let accounts = vault.accounts(name).map_err(stop)?;
    Ok(Whole {
        summary: summed(&standing, own, asked),
        id: standing.id.to_string(),
        authenticator: short(&standing.authenticator),
        own,
        seats: standing.seats.iter().map(|one| seat(opened, one, agent)).collect(),
        waits: standing.waiting.iter().map(waits).collect(),
        said: said.map(|one| page::Said { by: one.by, at: one.at, text: one.text.clone() }).collect(),
        instructions: instructions::all(opened, name)?,
        among_own: vault.is_among_own(name).map_err(stop)?,
        products: shelved.iter().map(|one| product(one, own, agent, &vault.tear_lines(one))).collect(),
        questions: asked.iter().map(|one| question_of((opened, name), one, own, shelved)).collect(),
        accounts: accounts.iter().map(account).collect(),
    })
}

fn seat(opened: &Opened, seat: &Seat, own: PublicKey) -> page::Seat {
    let stands = seat.credential().ok().filter(|one| opened.stands(one).is_ok());
    page::Seat {
        post: seat.post(),
        agent: seat.agent().short(),
        until: stands.map(|credential| credential.until()),
        own: seat.agent() == own,
    }
}

fn waits(waiting: &Waiting) -> page::Waits {
    let posts = |seats: &[Seat]| seats.iter().map(Seat::post).collect();
    page::Waits {
        by: waiting.by.post(),
        comes: posts(&waiting.comes),
        goes: posts(&waiting.goes),
        accepted: waiting.accepted.iter().copied().collect(),
        needed: waiting.needed,
    }
}

fn product(one: &Shelved, own: MemberCode, agent: PublicKey, lines: &TearLines) -> page::Product {
    let header = &one.header;
    let is_known = one.acknowledged.iter().any(|(_, by, _)| *by == agent);
    page::Product {
        id: one.product.to_string(),
        title: header.title.as_str().to_owned(),
        marking: format!("{} {}", header.marking.policy, header.marking.level),
        to: header.marking.audience.iter().collect(),
        originator: header.originator,
        sealed: header.sealed,
        release: header.release,
        bytes: header.length,
        held_back: one.held_back,
        tear_line_of: lines.of.iter().map(ToString::to_string).collect(),
        tear_lines: lines.versions.iter().map(|one| one.map(|id| id.to_string())).collect(),
        acknowledged: one.acknowledged.iter().map(|(by, _, at)| (*by, *at)).collect(),
        to_acknowledge: header.originator.member != own && !is_known,
    }
}

fn question_of(
    (opened, name): (&Opened, &str),
    asked: &Asked,
    own: MemberCode,
    shelved: &[Shelved],
) -> page::Question {
    let product = shelved.iter().find(|one| one.product == asked.product);
    page::Question {
        mark: named_by(asked),
        by: asked.by,
        originator: asked.originator,
        title: product.map(|one| one.header.title.as_str().to_owned()),
        product: asked.product.to_string(),
        acts: asked.aim == Aim::Act,
        whom: asked.whom.iter().map(|credential| credential.post()).collect(),
        why: asked.why.as_str().to_owned(),
        at: asked.at,
        answer: asked.answered.as_ref().map_or(Answer::Waits, answer),
        differs: asked.differs.as_ref().map(answer),
        not_now: not_now(opened, name, asked, own),
        ours: asked.originator.member == own,
    }
}

fn answer(answered: &Answered) -> Answer {
    let why = answered.why.as_ref().map(|why| why.as_str().to_owned());
    if answered.allowed { Answer::Allowed(answered.at, why) } else { Answer::Refused(answered.at, why) }
}

/// Why the policy lets this member not act now although that was allowed: who is in, or the record, changed.
fn not_now(opened: &Opened, name: &str, asked: &Asked, own: MemberCode) -> Option<Stop> {
    if asked.aim != Aim::Act || asked.by.member != own || asked.allowed().is_none() {
        return None;
    }
    let may = opened.allows(|vault, now| vault.may_act(name, asked.product, Some(&asked.id()), now));
    may.err().map(stop)
}

/// The question of this name, if this agent answers it.
pub(super) fn question(opened: &Opened, name: &str, wanted: &str) -> Result<Asked, Stop> {
    let own = own(opened)?;
    let asked = opened.vault.asked(name).map_err(stop)?;
    let is_it = |asked: &Asked| asked.originator.member == own && named_by(asked) == wanted;
    asked.iter().find(|asked| is_it(asked)).cloned().ok_or(Stop::NoSuch)
}

fn account((member, account): (&MemberCode, &Account)) -> page::Account {
    let side = |side: &Side| page::Side {
        shared: side.shared,
        acknowledged: side.acknowledged,
        asked: side.asked,
        answered: side.answered,
        allowed: side.allowed,
        acts: [side.acts_asked, side.acts_answered, side.acts_allowed],
    };
    page::Account { member: *member, ours: side(&account.ours), theirs: side(&account.theirs) }
}

/// What came of one thing.
pub(super) fn came(told: Told) -> Came {
    match told {
        Told::Change { by, .. } => Came::Change(by.post()),
        // Pages accept nothing.
        Told::Accepted | Told::Known => Came::Known,
        Told::AcceptedBy(member) => Came::AcceptedBy(member),
        Told::InForce(epoch) => Came::InForce(epoch),
        Told::Out => Came::Out,
        Told::Said(said) => Came::Said(said.by),
        Told::Instructed(one) => Came::Instructed(one.by),
        Told::Granted(_) => Came::Granted,
        Told::Shared(shared) => Came::Shared(shared.header.originator),
        Told::TearLine { by, .. } => Came::TearLine(by),
        Told::Obliged(one) => Came::Obliged(one.by),
        Told::Asked(asked) => Came::Asked(asked.by),
        Told::Answered(asked) => Came::Answered(asked.originator),
        Told::Acknowledged { by, .. } => Came::Acknowledged(by),
        Told::Letter { by, to } | Told::AnsweredElsewhere { by, to } => Came::Letter(by, to),
        Told::Committed(committed) => Came::Committed(committed.by.post()),
        Told::Alarm(sign) => Came::Alarm(alarm(&sign)),
        Told::Refused(refusal) => Came::Refused(stop(refusal)),
    }
}

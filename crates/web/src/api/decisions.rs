//! One decision: its vote against each bar, who could still change it, and what would be if members voted otherwise.

use axum::extract::Path;
use quorate_charter::MemberCode;
use quorate_partnership::DecisionNo;
use quorate_partnership::decisions::Choice;
use quorate_records::{self as records, words};
use serde::Serialize;
use utoipa::ToSchema;

use super::ask::{Answered, AsOf, Ask, Asked, query};
use super::problem::Problem;
use super::value::code;

/// How often a member can be said to vote otherwise.
const MAX_OTHERWISE: usize = 64;

/// A decision as it stands.
#[derive(Serialize, ToSchema)]
pub(crate) struct Decision {
    #[serde(flatten)]
    as_of: AsOf,
    /// Its number.
    #[schema(minimum = 1)]
    decision: u32,
    /// The version of its text, from 1.
    version: u32,
    /// What it is called.
    title: String,
    /// What it does or would do, after *to*.
    does: String,
    /// Who moved it.
    #[schema(pattern = "^[A-Z]{3}$", example = "DEU")]
    mover: String,
    /// Where it stands.
    stage: &'static str,
    /// The rule by which it is decided.
    rule: String,
    /// When it is adopted under that rule, in the language of rules.
    adopted_when: String,
    /// How the draft comes to its outcome.
    procedure: String,
    /// The vote; null before it is opened.
    #[schema(required)]
    vote: Option<Vote>,
    /// The vote against each bar of the rule; null before it is opened.
    #[schema(required)]
    tally: Option<Tally>,
    /// The same, if the members named by `otherwise` voted so; null if none is named.
    #[schema(required)]
    otherwise: Option<Tally>,
}

/// The vote on a decision.
#[derive(Serialize, ToSchema)]
pub(crate) struct Vote {
    /// The deadline as it stands.
    #[schema(format = DateTime)]
    closes: String,
    /// The latest moment to which late changes of the outcome can move it.
    #[schema(format = DateTime)]
    closes_at_latest: String,
    /// How many blocks past the deadline still hear votes.
    last_call_blocks: u64,
    /// What each member does.
    conducts: Vec<Conduct>,
    /// The verdict, if it has closed; else what it would be if it closed now.
    verdict: String,
    /// Who could still change the outcome; null once it has closed.
    #[schema(required)]
    changes: Option<Changes>,
}

/// What one member does.
#[derive(Serialize, ToSchema)]
pub(crate) struct Conduct {
    /// The member.
    #[schema(pattern = "^[A-Z]{3}$", example = "DEU")]
    member: String,
    /// In words.
    does: String,
    /// What it said beside it.
    #[schema(required)]
    explanation: Option<String>,
}

/// Who could still change the outcome, by voting otherwise while all others stay as they are.
#[derive(Serialize, ToSchema)]
pub(crate) struct Changes {
    /// Whether it would be adopted if it closed now.
    adopted_now: bool,
    /// The smallest groups that could change that, all of one size, at most 20 of them.
    groups: Vec<Vec<String>>,
    /// Whether there are more groups of that size.
    more: bool,
}

/// What a vote comes to.
#[derive(Serialize, ToSchema)]
pub(crate) struct Tally {
    /// Whether it would be adopted if it closed so.
    adopted: bool,
    /// The same in a sentence.
    verdict: String,
    /// Each share and clause of the rule, in the order of its text.
    bars: Vec<Bar>,
}

/// A share or a clause of a rule.
#[derive(Serialize, ToSchema)]
pub(crate) struct Bar {
    /// Of what: `members`, the name of a measure, or `not in favour` for a clause.
    of: String,
    /// What is reached: a weight, or a number of members.
    reached: u64,
    /// The whole of which it is a part.
    whole: u64,
    /// The part of the whole that is needed: numerator and denominator; for a clause, the most that are allowed.
    #[schema(min_items = 2, max_items = 2)]
    bar: [u64; 2],
    /// What is reached, in words.
    reached_words: String,
    /// What is needed, in words.
    needed_words: String,
    /// Whether it is met.
    met: bool,
}

/// A decision
///
/// As it stands: its vote against each bar of its rule, and who could still change it; and what it would come to if members
/// voted otherwise. Decisions are numbered from 1; the register `decisions` lists them.
#[utoipa::path(
    get, path = "/api/v1/decisions/{number}", operation_id = "decision", tag = "Decisions",
    params(
        ("number" = u32, Path, minimum = 1, description = "The decision's number"),
        (
            "otherwise" = Option<Vec<String>>, Query, max_items = 64, nullable = false,
            description = "A member and how it would vote: `DEU:for`, `DEU:against` or `DEU:abstain`; it may stand several times"
        )
    ),
    responses((status = 200, body = Decision))
)]
pub(crate) async fn decision(
    ask: Ask,
    Path(number): Path<String>,
    Asked(asked): Asked<Vec<(String, String)>>,
) -> Answered {
    let nothing = || Problem::nothing("there is no decision of this number");
    let number = DecisionNo(number.parse().map_err(|_| nothing())?);
    let chosen = otherwise(&ask, &asked)?;
    let outlook = ask.records.outlook(number).ok_or_else(nothing)?;
    let tally = |chosen: &[(MemberCode, Choice)]| ask.records.tally(number, chosen).map(Tally::of);
    let then = if chosen.is_empty() { None } else { tally(&chosen) };
    ask.give(&Decision::of(&ask.records, outlook, (tally(&[]), then)))
}

/// Who would vote how.
fn otherwise(ask: &Ask, asked: &[(String, String)]) -> Result<Vec<(MemberCode, Choice)>, Problem> {
    if asked.len() > MAX_OTHERWISE {
        return Err(query(format!("otherwise stands at most {MAX_OTHERWISE} times")));
    }
    let one = |(key, value): &(String, String)| {
        let (member, choice) = Some(value).filter(|_| key == "otherwise")?.split_once(':')?;
        let choice = match choice {
            "for" => Choice::InFavour,
            "against" => Choice::Against,
            "abstain" => Choice::Abstain,
            _ => return None,
        };
        Some((member.parse().ok()?, choice))
    };
    let mut chosen: Vec<(MemberCode, Choice)> = Vec::new();
    for pair in asked {
        let (member, choice) = one(pair).ok_or_else(|| {
            query("only `otherwise` can be asked here, as `DEU:for`, `DEU:against` or `DEU:abstain`")
        })?;
        if ask.records.charter().member(member).is_none() {
            return Err(Problem::nothing(format!("`{member}` is no member")));
        }
        if chosen.iter().any(|(before, _)| *before == member) {
            return Err(query(format!("`{member}` can vote one way at a time")));
        }
        chosen.push((member, choice));
    }
    Ok(chosen)
}

impl Decision {
    fn of(
        records: &records::Records,
        outlook: records::Outlook,
        (tally, otherwise): (Option<Tally>, Option<Tally>),
    ) -> Decision {
        Decision {
            as_of: AsOf::of(records),
            decision: outlook.decision.0,
            version: outlook.version,
            title: outlook.title,
            does: outlook.does,
            mover: code(outlook.mover),
            stage: outlook.stage,
            rule: outlook.rule.as_str().to_owned(),
            adopted_when: outlook.adopted_when,
            procedure: outlook.procedure,
            vote: outlook.vote.map(Vote::of),
            tally,
            otherwise,
        }
    }
}

impl Vote {
    fn of(vote: records::Vote) -> Vote {
        let conduct = |conduct: records::Conduct| Conduct {
            member: code(conduct.member),
            does: conduct.does,
            explanation: conduct.explanation,
        };
        let changes = |changes: records::Changes| Changes {
            adopted_now: changes.adopted_now,
            groups: changes.groups.into_iter().map(|group| group.into_iter().map(code).collect()).collect(),
            more: changes.more,
        };
        Vote {
            closes: words::exact(vote.closes),
            closes_at_latest: words::exact(vote.closes_at_latest),
            last_call_blocks: vote.last_call_blocks,
            conducts: vote.conducts.into_iter().map(conduct).collect(),
            verdict: vote.verdict,
            changes: vote.changes.map(changes),
        }
    }
}

impl Tally {
    fn of(tally: records::Tally) -> Tally {
        let bar = |bar: records::Bar| Bar {
            of: bar.of,
            reached: bar.reached,
            whole: bar.whole,
            bar: [bar.bar.0, bar.bar.1],
            reached_words: bar.reached_words,
            needed_words: bar.needed_words,
            met: bar.met,
        };
        Tally {
            adopted: tally.adopted,
            verdict: tally.verdict,
            bars: tally.bars.into_iter().map(bar).collect(),
        }
    }
}

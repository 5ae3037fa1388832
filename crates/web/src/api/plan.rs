//! What members announced, against the target.

use serde::Serialize;
use utoipa::ToSchema;

use super::ask::{Answered, AsOf, Ask, Asked, Nothing};
use super::problem::{Kind, Problem};
use super::value::{Money, code};

/// The plan: none of it binds anyone.
#[derive(Serialize, ToSchema)]
pub(crate) struct Plan {
    #[serde(flatten)]
    as_of: AsOf,
    /// The target of the charter.
    target: Money,
    /// The sum of the known amounts that were announced; null if that is not known.
    #[schema(required)]
    announced: Option<Money>,
    /// What is open; null if that is not known.
    #[schema(required)]
    open: Option<Money>,
    /// Every member, those that announced most first.
    shares: Vec<Share>,
}

/// One member's place in the plan.
#[derive(Serialize, ToSchema)]
pub(crate) struct Share {
    /// The member.
    #[schema(pattern = "^[A-Z]{3}$", example = "DEU")]
    member: String,
    /// `announced`, `expected` or `not stated`.
    #[schema(example = "announced")]
    standing: &'static str,
    /// How much; null if no amount is known.
    #[schema(required)]
    amount: Option<Money>,
    /// Where it is known from.
    #[schema(required)]
    source: Option<String>,
}

/// Where there is no fund, nothing is said of one.
pub(super) fn with_fund(ask: &Ask) -> Result<(), Problem> {
    let charter = ask.records.charter();
    if charter.has_fund() {
        return Ok(());
    }
    let what = "the charter in force has no fund, and this is about one";
    let remedy = "a framework decides, adopts texts and changes its members; money is for a partnership that has a fund";
    let problem = Problem::new(Kind::WithoutAFund, what, remedy);
    Err(problem.by(&"O3", Some(charter.membership().number().0)))
}

/// The plan
///
/// What members announced, against the target of the charter. None of it binds.
#[utoipa::path(
    get, path = "/api/v1/plan", operation_id = "plan", tag = "The fund",
    responses((status = 200, body = Plan))
)]
pub(crate) async fn plan(ask: Ask, _: Asked<Nothing>) -> Answered {
    with_fund(&ask)?;
    let plan = ask.records.plan();
    let share = |share: quorate_records::Share| Share {
        member: code(share.member),
        standing: share.standing,
        amount: share.amount.map(Money::of),
        source: share.source,
    };
    ask.give(&Plan {
        as_of: AsOf::of(&ask.records),
        target: Money::of(plan.target),
        announced: plan.announced.map(Money::of),
        open: plan.open.map(Money::of),
        shares: plan.shares.into_iter().map(share).collect(),
    })
}

//! A rule as a picture: for every share, how much each member weighs, and the line above which one alone blocks.

mod draw;

use std::collections::BTreeSet;

use quorate_charter::{MemberCode, language};
use quorate_foresight::Standing;
use quorate_voting::{Conduct, Measure, Parts, Ratio, Strictness, Tally};

use super::asked::Asked;
use super::words::answer;

/// Members beyond these have no bar.
const BARS: usize = 16;

/// The picture as SVG, whole in itself.
pub(super) fn svg(asked: &Asked, standing: &Standing) -> Option<String> {
    let out: BTreeSet<MemberCode> = standing.out.into_iter().collect();
    let roll = asked.body.roll(&out).ok()?;
    let conducts: Vec<Conduct> = roll
        .seats()
        .iter()
        .map(|seat| if seat.participating { Conduct::InFavour } else { Conduct::Absent })
        .collect();
    let all = Tally::count(&roll, &conducts).ok()?;
    let sections = asked.formula.conditions().filter_map(|condition| match condition.parts() {
        Parts::Share { measure, ratio, base, strictness } => {
            let whole = all.base(measure, base)?;
            let condition = language::write(condition, &|measure| asked.body.measure_name(measure));
            let missing = missing(whole, ratio, strictness)?;
            Some(Section::of(asked, standing, (condition, measure), (whole, missing)))
        }
        _ => None,
    });
    let case = standing.out.map(|member| format!(", when {member} does not take part")).unwrap_or_default();
    let picture = Picture {
        title: format!("{}{case}", asked.title()),
        words: asked.words(),
        answer: answer(std::slice::from_ref(standing)),
        sections: sections.collect(),
    };
    Some(draw::draw(&picture))
}

/// What is drawn.
struct Picture {
    title: String,
    words: String,
    answer: String,
    sections: Vec<Section>,
}

/// One share: the members by their weights.
struct Section {
    /// Its words.
    condition: String,
    /// The sum of which the share is asked.
    whole: u64,
    /// The most that may be missing from it; whoever weighs more fails the share alone.
    missing: u64,
    /// None where each member counts once.
    bars: Vec<Bar>,
    /// How many members have no bar, and the most that one of them weighs.
    others: usize,
    most: u64,
}

/// A member.
struct Bar {
    member: MemberCode,
    weight: u64,
    /// Whether it fails this share and blocks the rule alone.
    blocks: bool,
}

impl Section {
    fn of(asked: &Asked, standing: &Standing, of: (String, Measure), sums: (u64, u64)) -> Section {
        let ((condition, measure), (whole, missing)) = (of, sums);
        let at = usize::from(measure.0).checked_sub(1);
        let bar = |member: &MemberCode| {
            let weight = asked.body.member(*member)?.weights().get(at?).copied()?;
            let blocks = weight > missing && standing.blockers.contains(member);
            Some(Bar { member: *member, weight, blocks })
        };
        let mut bars: Vec<Bar> = standing.taking_part.iter().filter_map(bar).collect();
        bars.sort_by_key(|bar| (std::cmp::Reverse(bar.weight), bar.member));
        let others = bars.split_off(bars.len().min(BARS));
        let most = others.first().map(|bar| bar.weight).unwrap_or_default();
        Section { condition, whole, missing, bars, others: others.len(), most }
    }
}

/// The most that may be missing from the whole while the share is still met; `None` if it is not met by the whole.
fn missing(whole: u64, ratio: Ratio, strictness: Strictness) -> Option<u64> {
    let (whole, part, of) =
        (u128::from(whole), u128::from(ratio.numerator()), u128::from(ratio.denominator()));
    let product = whole.checked_mul(part)?;
    let needed = match strictness {
        Strictness::AtLeast => product.div_ceil(of),
        Strictness::MoreThan => product.checked_div(of)?.checked_add(1)?,
    };
    u64::try_from(whole.checked_sub(needed)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_missing_is_what_the_share_does_not_need() {
        let percent = |percent| Ratio::percent(percent).unwrap();
        assert_eq!(missing(100, percent(65), Strictness::AtLeast), Some(35));
        assert_eq!(missing(100, percent(65), Strictness::MoreThan), Some(34));
        assert_eq!(missing(10, percent(65), Strictness::AtLeast), Some(3), "7 of 10 are needed");
        assert_eq!(missing(10, percent(100), Strictness::MoreThan), None);
        assert_eq!(missing(0, percent(65), Strictness::AtLeast), Some(0));
    }
}

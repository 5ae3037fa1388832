//! From a formula back to the words of an article.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_voting::{Base, Formula, Measure, Parts, Ratio, Strictness};

/// Writes a formula as an article would, with brackets wherever two joins meet.
///
/// Of a formula that was read, reading the text again gives the same formula, unless the text has become longer
/// than [`MAX_RULE_BYTES`](super::MAX_RULE_BYTES). A list of one, which no text gives, is written as its only part.
/// `name` gives a measure's name.
///
/// ```
/// use quorate_charter::language;
///
/// let formula = language::parse("members > 1/2 of cast or not in favour <= 1", &[]).unwrap();
/// assert_eq!(language::write(&formula, &|_| "members"), "members > 50% of cast or not in favour <= 1");
/// ```
#[must_use]
pub fn write<'n>(formula: &Formula, name: &dyn Fn(Measure) -> &'n str) -> String {
    match formula.parts() {
        Parts::Share { measure, ratio, base, strictness } => {
            let sign = match strictness {
                Strictness::AtLeast => ">=",
                Strictness::MoreThan => ">",
            };
            format!("{} {sign} {} of {}", name(measure), share(ratio), base_name(base))
        }
        Parts::Clause { at_most } => format!("not in favour <= {at_most}"),
        Parts::All(parts) => joined(parts, " and ", name),
        Parts::Any(parts) => joined(parts, " or ", name),
        Parts::AtLeast { least, parts } => {
            let parts: Vec<String> = parts.iter().map(|part| write(part, name)).collect();
            format!("at least {least} of ({})", parts.join("; "))
        }
    }
}

fn joined<'n>(parts: &[Formula], join: &str, name: &dyn Fn(Measure) -> &'n str) -> String {
    let part = |part: &Formula| match part.parts() {
        Parts::All(_) | Parts::Any(_) => format!("({})", write(part, name)),
        _ => write(part, name),
    };
    let parts: Vec<String> = parts.iter().map(part).collect();
    parts.join(join)
}

/// The base's word in an article.
fn base_name(base: Base) -> &'static str {
    match base {
        Base::Membership => "membership",
        Base::Participating => "participating",
        Base::Present => "present",
        Base::Cast => "cast",
    }
}

/// A whole percentage where the ratio is one, else the fraction.
fn share(ratio: Ratio) -> String {
    let (numerator, denominator) = (ratio.numerator(), ratio.denominator());
    let percent =
        numerator.checked_mul(100).filter(|hundredfold| hundredfold.checked_rem(denominator) == Some(0));
    match percent.and_then(|hundredfold| hundredfold.checked_div(denominator)) {
        Some(percent) => format!("{percent}%"),
        None => format!("{numerator}/{denominator}"),
    }
}

//! The language of rules of decision, as people write articles.
//!
//! ```text
//! members >= 55% of participating and population >= 65% of participating, or not in favour <= 1
//! ```
//!
//! A rule joins atoms by `and`, `or` and `at least 2 of (a; b; c)`. An atom compares the weight of those in
//! favour with a share of a base (`members >= 55% of participating`; `>` for more than), or limits those not in
//! favour (`not in favour <= 1`: the blocking-minority clause). Bases are `membership`, `participating`,
//! `present` and `cast`. A share is a percentage (`65%`, `66.67%`) or a fraction (`2/3`).
//!
//! `and` binds tighter than `or`; a comma before either loosens it, as in a sentence: `a or b, and c` is
//! `(a or b) and c`. Brackets may always be set.

mod parse;
mod reader;
mod share;
mod token;
mod write;

pub use parse::parse;
pub use write::write;

/// The longest text of a rule that is read, in bytes.
pub const MAX_RULE_BYTES: usize = 4096;

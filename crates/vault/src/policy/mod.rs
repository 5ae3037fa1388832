//! Who may do what with a product: decided here and nowhere else.
//!
//! ```text
//!  Known: rosters, members ──▶ Policy: text in Cedar, two policies a compartment, and rules.cedar ──▶ quorate-prove
//!                                    │
//!  Question: reader, action, product, circumstances ──▶ decide ──▶ Permit, or a Refusal that names the rules
//! ```
//!
//! What no policy permits is refused, and an empty set is nobody. A policy knows the rosters that it was made from, and
//! decides nothing for others. The rules stand in docs/vault.md; that no outsider is ever allowed is proven of the text.

mod decide;
mod entities;
mod generate;
mod known;
mod question;
mod refusal;
mod roster;
mod rule;

pub use decide::{Permit, decide};
pub use generate::{MAX_POLICY_BYTES, MAX_ROSTERS, Policy, SCHEMA};
pub use known::Known;
pub use question::{Action, Circumstances, Facts, MAX_COMPARTMENTS, MAX_STATES, Question, Reader};
pub use refusal::{Denied, Refusal};
pub use roster::{MAX_MEMBERS, Roster};
pub use rule::Rule;

//! The acts about capabilities.

mod declare;
mod withdraw;

pub(super) use declare::Declare;
pub(super) use withdraw::Withdraw;

use super::{Desk, Typed, amounts, wording};

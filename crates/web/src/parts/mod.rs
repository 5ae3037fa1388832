//! What pages are made of.

mod figure;
mod links;
mod register;
mod share;

pub(crate) use figure::{figure, money};
pub(crate) use links::{heading, member};
pub(crate) use register::{ROWS, Rows, register, rows};
pub(crate) use share::{Part, Pattern, shares};

//! What pages are made of.

mod exercise;
mod faults;
mod figure;
mod links;
mod neighbourhood;
mod ours;
mod register;
mod row;
mod sankey;
mod share;
mod sheet;
mod until;
mod within;

pub(crate) use exercise::exercise;
pub(crate) use faults::faults;
pub(crate) use figure::{figure, money};
pub(crate) use links::{colon, heading, heading_of, member, source};
pub(crate) use neighbourhood::around;
pub use neighbourhood::neighbourhood;
pub(crate) use ours::ours;
pub(crate) use register::{ROWS, Rows, register, rows};
pub(crate) use row::{Row, all_rows, newest_in, newest_of, rows_of};
pub(crate) use sankey::{End, sankey};
pub(crate) use share::{Part, Pattern, bar, hatch, shares};
pub(crate) use sheet::{Head, sheet};
pub(crate) use until::until;
pub(crate) use within::within;

//! What is asked, as a stress file says it.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Deserialize;
use toml::Spanned;

use super::{DAYS, Number, Reading};
use crate::stress::plan::{AtOnce, Fall, Tests};

/// The most values in a direction of the grid.
const MAX_ACROSS: usize = 20;
/// The longest delay, in days.
const LATE: core::ops::RangeInclusive<i64> = 0..=180;
/// A fall, per mille: whatever fell is worth something still.
const FALL: core::ops::RangeInclusive<i64> = 0..=999;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RawTests {
    defaults: Number,
    late: Number,
    fall: Option<RawFall>,
    at_once: Option<RawAtOnce>,
    grid: Option<RawGrid>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawFall {
    day: Spanned<i64>,
    up_to: Spanned<i64>,
    step: Spanned<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawAtOnce {
    day: Spanned<i64>,
    amount: Spanned<String>,
    within: Spanned<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawGrid {
    late: Spanned<Vec<Spanned<i64>>>,
    fall: Spanned<Vec<Spanned<i64>>>,
}

impl Reading {
    pub(super) fn tests(&mut self, raw: &RawTests) -> Option<Tests> {
        let usual = Tests::default();
        let defaults = raw.defaults.as_ref().map_or(usual.defaults, |number| self.within(number, 0..=2));
        let late = raw.late.as_ref().map_or(usual.late, |number| self.within(number, LATE));
        let fall = raw.fall.as_ref().map_or(usual.fall, |raw| Fall {
            day: self.within(&raw.day, DAYS),
            up_to: self.within(&raw.up_to, FALL),
            step: self.within(&raw.step, 1..=999),
        });
        let at_once = match &raw.at_once {
            None => None,
            Some(raw) => {
                let (day, within) = (self.within(&raw.day, DAYS), self.within(&raw.within, DAYS));
                self.span(&raw.within, day, within);
                Some(AtOnce { day, amount: self.something(&raw.amount)?, within })
            }
        };
        let (grid_late, grid_fall) = match &raw.grid {
            None => (usual.grid_late, usual.grid_fall),
            Some(raw) => (self.across(&raw.late, LATE), self.across(&raw.fall, FALL)),
        };
        Some(Tests { defaults, late, fall, at_once, grid_late, grid_fall })
    }

    /// Values that rise.
    fn across(
        &mut self,
        raw: &Spanned<Vec<Spanned<i64>>>,
        range: core::ops::RangeInclusive<i64>,
    ) -> Vec<u32> {
        let list = raw.get_ref();
        if !(1..=MAX_ACROSS).contains(&list.len()) {
            let what = alloc::format!("there are {} values", list.len());
            self.reader.fault(raw, what, alloc::format!("there are 1 to {MAX_ACROSS}"));
        }
        let mut values: Vec<u32> = Vec::new();
        for number in list {
            let value = self.within(number, range.clone());
            if values.last().is_some_and(|before| value <= *before) {
                self.reader.fault(number, "this is not more than the one before", "let them rise");
            }
            values.push(value);
        }
        values
    }
}

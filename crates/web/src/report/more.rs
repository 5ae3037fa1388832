//! What a report of a study tells of other runs: what each assumption does alone, and which facts tell it from other studies.

use maud::{Markup, html};
use quorate_foresight::trajectory::experiment::{Setting, Tornado};

use super::apart::{self, Apart};
use super::sensed;
use super::tell::Tell;
use crate::charts::Chart;

/// What was run beside a study, as far as anything was.
#[derive(Clone, Copy, Default)]
pub struct More<'s> {
    /// An experiment on its scenario, and what each parameter does alone to each output.
    pub alone: Option<(&'s Setting, &'s [Tornado])>,
    /// The study, which is the first of them, beside others.
    pub apart: Option<&'s Apart<'s>>,
}

/// Both, and the charts in them.
pub(super) fn told(of: More<'_>, tell: &Tell<'_>) -> (Markup, Vec<Chart>) {
    let (mut body, mut all) = (html! {}, Vec::new());
    if let Some((setting, tornados)) = of.alone {
        let (alone, charts) = sensed::alone(tornados, setting, tell);
        body = html! { h2 { (tell.t("sensed-alone")) } (alone) };
        all = charts;
    }
    if let Some(apart) = of.apart {
        body = html! { (body) h2 { (tell.t("apart-title")) } (apart::found(apart, tell)) };
    }
    (body, all)
}

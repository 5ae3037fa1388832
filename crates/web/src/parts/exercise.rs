//! What stands on top of what is made up, wherever it is read.

use maud::{Markup, html};
use quorate_partnership::Nature;

use crate::visit::Page;

/// The line of the exercise in a page of a partnership that is real: all pages of a rehearsal have it on top already.
pub(crate) fn exercise(page: &Page<'_>) -> Markup {
    html! {
        @if matches!(page.records().nature(), Nature::Real) {
            p.answer { (page.t("exercise")) " " (page.t("exercise-says")) }
        }
    }
}

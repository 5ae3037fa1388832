//! The pages of one chapter, as links beside each other.

use maud::{Markup, html};

use crate::visit::Page;

/// Links to pages of a chapter, each a path and its text; the one that is open is told.
pub(crate) fn within(page: &Page<'_>, label: &str, pages: &[(&str, &str)]) -> Markup {
    let here = page.visit.path.as_str();
    html! {
        nav.within aria-label=(label) {
            ul { @for (path, key) in pages {
                li { a href=(page.to(path)) aria-current=[(*path == here).then_some("page")] { (page.t(key)) } }
            } }
        }
    }
}

//! Links that stand in many places.

use maud::{Markup, html};
use quorate_charter::MemberCode;
use quorate_records::Register;

use crate::visit::Page;

/// A heading, and the way to all rows of the register below it.
pub(crate) fn heading(page: &Page<'_>, heading: &str, register: Register) -> Markup {
    let all = page.to(&format!("/record/{}", register.name()));
    html! { h2 { (heading) " " a.source href=(all) { (page.t("all-rows")) } } }
}

/// The same, and the way to those of its rows in which a column has this value.
pub(crate) fn heading_of(
    page: &Page<'_>,
    heading: &str,
    register: Register,
    (key, value): (&str, &str),
) -> Markup {
    let rows = page.to(&format!("/record/{}?{key}={value}", register.name()));
    html! { h2 { (heading) " " a.source href=(rows) { (page.t("all-rows")) } } }
}

/// A member, and the way to its page.
pub(crate) fn member(page: &Page<'_>, member: MemberCode) -> Markup {
    html! { a href=(page.to(&format!("/members/{member}"))) { (member) } }
}

/// The way to the rows of a register in which a text stands.
pub(crate) fn source(page: &Page<'_>, register: Register, text: &str, label: &Markup) -> Markup {
    let query = if text.is_empty() { String::new() } else { format!("?q={text}") };
    html! { a href=(page.to(&format!("/record/{}{query}", register.name()))) { (label) } }
}

/// A colon and a space, with the space before it that French puts there.
pub(crate) fn colon(page: &Page<'_>) -> &'static str {
    crate::lines::colon(page.language())
}

//! A sentence of ours in the language of the page, marked where there is none in it.

use maud::{Markup, html};
use quorate_records::words::Language;

use crate::texts::set;
use crate::visit::Page;

/// The sentence in the language of the page; on a French page, one that has no French yet is marked as English.
pub(crate) fn ours(page: &Page<'_>, english: &str) -> Markup {
    let told = set(page.language(), page.language().say_found(english));
    let is_left = page.language() == Language::French && told == english;
    html! { @if is_left { span lang="en" { (told) } } @else { (told) } }
}

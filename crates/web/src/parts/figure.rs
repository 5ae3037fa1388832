//! One figure: what it is of, how much it is, and where it is from.

use maud::{Markup, html};
use quorate_ledger::Money;
use quorate_records::{Register, words};

use crate::visit::Page;

/// A figure in a list of figures; what it is of leads to the rows that make it up.
pub(crate) fn figure(page: &Page<'_>, of: &str, amount: Option<Money>, register: Register) -> Markup {
    html! {
        div.figure {
            dt { a href=(page.to(&format!("/record/{}", register.name()))) { (of) } }
            dd { (money(page, amount)) }
        }
    }
}

/// An amount with its currency; unknown where it is unknown, and never nought.
pub(crate) fn money(page: &Page<'_>, amount: Option<Money>) -> Markup {
    html! {
        @match amount {
            Some(amount) => { span.amount { (words::grouped(amount)) } " " (amount.currency().code()) }
            None => { span.unknown { (page.t("unknown")) } }
        }
    }
}

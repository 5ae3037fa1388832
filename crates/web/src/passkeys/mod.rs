//! Passkeys: what a person's device shows instead of a key of the record, each time after it has verified the person.
//!
//! At a node one stands for a post and a key that signed in before, and begins sessions alone; at the agent one releases a key
//! for one signature. Neither is a signature on record.

mod kept;
mod party;
mod release;

use maud::{Markup, html};
use serde_json::Value;

pub(crate) use kept::{Book, Kept, Shelf};
pub(crate) use party::{Answered, Party, answer_of, discoverable};
pub(crate) use release::{Release, salt, secret_of};

/// The most bytes of what a browser answers for a passkey.
pub(crate) const MAX_ANSWER_BYTES: usize = 16 * 1024;
/// The longest name of a passkey, in bytes.
pub(crate) const MAX_NAME_BYTES: usize = 60;

/// The name that somebody gives a passkey, if it can be shown on one line.
pub(crate) fn name_of(said: &str) -> Option<String> {
    let name = said.trim();
    let is_plain = !name.is_empty() && name.len() <= MAX_NAME_BYTES && !name.chars().any(char::is_control);
    is_plain.then(|| name.to_owned())
}

/// What a form needs so that the script asks the browser and sends its answer along.
pub(crate) struct Asks<'a> {
    /// Where the form goes.
    pub(crate) to: &'a str,
    /// What the browser is asked for.
    pub(crate) options: &'a Value,
    /// What is said if it gives no answer.
    pub(crate) failed: &'a str,
}

/// A form whose answer the browser gives: it is shown where the script runs and the browser knows passkeys.
pub(crate) fn form(asks: &Asks<'_>, fields: &Markup) -> Markup {
    html! {
        form.passkey method="post" action=(asks.to) data-passkey=(asks.options) data-failed=(asks.failed) {
            input type="hidden" name="answer";
            (fields)
            p.answer.fails role="alert" hidden {}
        }
    }
}

//! Who will see a product and who will not, in words, and why: shown before anything is sealed, and sealed as shown.

use base16ct::lower::encode_string;
use maud::{Markup, html};
use quorate_records::words;
use sha2::{Digest as _, Sha256};

use super::draft::Text;
use super::frame::Writer;
use super::picker::called;
use super::visible::line;
use super::wanted::{Class, State, Wanted, Weighed};
use super::{share, stops};

/// Who sees it, who does not and why, and what stops it.
pub(super) struct Words {
    pub(super) markup: Markup,
    /// What a yes is a yes to: every word, and everything that they follow from.
    pub(super) digest: String,
    /// Whether nothing stops it.
    pub(super) can_be_sealed: bool,
}

/// The words of a product.
pub(super) fn of(writer: &Writer<'_>, wanted: &Wanted, weighed: &Weighed, text: &Text) -> Words {
    let can_be_sealed = weighed.stops.is_empty();
    let markup = html! {
        @for stop in &weighed.stops { p.answer.fails role="alert" { (stops::told(writer, stop)) } }
        @if can_be_sealed {
            (sentence(writer, wanted, weighed))
            (bound(writer, weighed))
            (seen(writer, wanted, weighed))
            (not_seen(writer, wanted, weighed))
        } @else {
            p.answer { (writer.t("words-nobody")) }
        }
        (about(writer, wanted, weighed, text))
    };
    let all = format!("{}\0{wanted:?}\0{weighed:?}\0{}\0{}", markup.0, text.bytes, text.hash);
    Words { markup, digest: encode_string(&Sha256::digest(all.as_bytes())), can_be_sealed }
}

fn sees(wanted: &Wanted, weighed: &Weighed, state: &State) -> bool {
    let is_own = state.code == weighed.roster.own;
    is_own || !state.inside.is_empty() && wanted.to.contains(&state.code)
}

/// All States: those of the roster, and whoever was chosen beside.
fn states(wanted: &Wanted, weighed: &Weighed) -> Vec<State> {
    let mut all = weighed.roster.states.clone();
    for code in &wanted.to {
        if !all.iter().any(|state| state.code == *code) {
            all.push(State { code: *code, name: None, inside: Vec::new() });
        }
    }
    all
}

/// All of it in one sentence or two.
fn sentence(writer: &Writer<'_>, wanted: &Wanted, weighed: &Weighed) -> Markup {
    let (see, not): (Vec<State>, Vec<State>) =
        states(wanted, weighed).into_iter().partition(|state| sees(wanted, weighed, state));
    let codes = |states: &[State]| writer.list(states.iter().map(|state| state.code));
    let key = if wanted.held_back { "words-see-later" } else { "words-see" };
    html! {
        p.answer.proven { (writer.with(key, &[("states", &codes(&see))])) }
        p.answer {
            @if not.is_empty() { (writer.t("words-not-node")) }
            @else { (writer.with("words-not", &[("states", &codes(&not))])) }
        }
    }
}

/// Who is in and will be refused all the same, and why.
fn bound(writer: &Writer<'_>, weighed: &Weighed) -> Markup {
    html! {
        @for one in &weighed.bound {
            p.answer.fails {
                (writer.with("words-bound", &[("member", one.member.as_str()), ("to", one.to.as_str())]))
                " " code { (one.under) }
            }
        }
        @if !weighed.bound.is_empty() { p { (writer.t("words-bound-says")) } }
    }
}

fn seen(writer: &Writer<'_>, wanted: &Wanted, weighed: &Weighed) -> Markup {
    let name = weighed.roster.name.as_str();
    let why = |state: &State| match state.code == weighed.roster.own {
        true => writer.t("words-own"),
        false => writer.with("words-in-and-chosen", &[("name", name)]),
    };
    html! {
        section {
            h2 { (writer.t(if wanted.held_back { "words-who-later" } else { "words-who" })) }
            ul {
                @for state in states(wanted, weighed).iter().filter(|state| sees(wanted, weighed, state)) {
                    li {
                        strong { (called(writer, state)) } (writer.t("comp-colon")) " " (why(state))
                        @if !state.inside.is_empty() {
                            " " (writer.with("words-agents", &[("posts", &writer.list(&state.inside))]))
                        }
                    }
                }
            }
            @if wanted.held_back { p { (writer.t("words-held-back")) } }
        }
    }
}

fn not_seen(writer: &Writer<'_>, wanted: &Wanted, weighed: &Weighed) -> Markup {
    let name = [("name", weighed.roster.name.as_str())];
    // Who is in and not named stops the sealing: nothing of this is said then.
    let why = |state: &State| match wanted.to.contains(&state.code) {
        true => writer.with("words-chosen-and-out", &name),
        false => writer.with("words-out", &name),
    };
    html! {
        section {
            h2 { (writer.t("words-who-not")) }
            ul {
                @for state in states(wanted, weighed).iter().filter(|state| !sees(wanted, weighed, state)) {
                    li { strong { (called(writer, state)) } (writer.t("comp-colon")) " " (why(state)) }
                }
                li { strong { (writer.t("words-nodes")) } (writer.t("comp-colon")) " " (writer.t("words-nodes-why")) }
            }
        }
    }
}

fn about(writer: &Writer<'_>, wanted: &Wanted, weighed: &Weighed, text: &Text) -> Markup {
    let epoch = weighed.roster.epoch.to_string();
    let at = [("name", weighed.roster.name.as_str()), ("epoch", epoch.as_str())];
    let bytes = writer.with("comp-bytes", &[("count", &text.bytes.to_string())]);
    html! {
        section {
            h2 { (writer.t("words-what")) }
            dl.about {
                div { dt { (writer.t("share-title")) } dd { (line(wanted.title.as_str())) } }
                div { dt { (writer.t("words-marking")) } dd { (line(wanted.policy.as_str())) " " (wanted.level) } }
                div { dt { (writer.t("words-to")) } dd {
                    @if wanted.to.is_empty() { (writer.t("words-to-nobody")) } @else { (writer.list(&wanted.to)) }
                } }
                div { dt { (writer.t("words-where")) } dd { (writer.with("words-where-is", &at)) } }
                div { dt { (writer.t("share-file")) } dd { (line(&text.name)) ", " (bytes) } }
                div { dt { "SHA-256" } dd { code { (text.hash) } } }
                div { dt { (writer.t("share-class")) } dd { (writer.t(class(wanted.class))) } }
                @if let Some(release) = wanted.release {
                    div { dt { (writer.t("comp-release")) } dd { time { (words::minute(release)) } } }
                }
                @for contains in &wanted.contains {
                    div { dt { (writer.t("share-contains")) } dd {
                        (contains.state)
                        @if let Some((document, to)) = &contains.consent {
                            (writer.t("comp-colon")) " " (writer.with("words-consent", &[("to", &writer.list(to))])) " " code { (document) }
                        }
                    } }
                }
                div { dt { (writer.t("carry")) } dd {
                    @if wanted.carry.is_empty() { (writer.t("carry-by-hand")) }
                    @else { (writer.t("carry-to")) " " (line(&wanted.carry.join(", "))) }
                } }
            }
        }
    }
}

/// How a class is called.
pub(super) fn class(class: Class) -> &'static str {
    share::CLASSES.iter().find(|(of, _, _)| *of == class).map_or("", |(_, _, key)| key)
}

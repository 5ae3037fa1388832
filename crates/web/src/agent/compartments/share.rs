//! Sharing a product: a form with one picker, and the words that follow, which are confirmed on a page of their own.

use std::collections::BTreeSet;

use axum::extract::{Query, Request};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use quorate_charter::MemberCode;

use super::door::Stop;
use super::draft::{Draft, Sent, value, values};
use super::entered::Entered;
use super::frame::Writer;
use super::picker::picker;
use super::read::ROWS;
use super::visible::line;
use super::wanted::{Class, LEVELS, Roster, Wanted, Weighed};
use super::{upload, words};
use crate::error;

pub(super) use super::read::read;

/// For how long products are kept: name in the form, text.
pub(super) const CLASSES: [(Class, &str, &str); 3] = [
    (Class::Year, "year", "class-year"),
    (Class::Decade, "decade", "class-decade"),
    (Class::Lasting, "lasting", "class-lasting"),
];

/// What a form shows: what was written before, which file waits under which name, and what is wrong.
#[derive(Default)]
struct Before {
    sent: Sent,
    draft: String,
    file: Option<(String, u64)>,
    wrong: Option<&'static str>,
}

/// The form, empty or as it was.
pub(super) async fn show(entered: Entered, Query(query): Query<Sent>) -> Response {
    let (Some(place), Some(rooms)) = (entered.place(), entered.rooms()) else {
        return error::nowhere().await;
    };
    let draft = value(&query, "draft").to_owned();
    let before = match rooms.drafts.written(place, &draft) {
        Some((sent, file)) => Before { sent, draft, file, wrong: None },
        None => Before::default(),
    };
    form(&entered, place, before).await
}

/// The form again, with what is wrong.
pub(super) async fn again(
    entered: &Entered,
    place: usize,
    draft: Option<Draft>,
    wrong: &'static str,
) -> Response {
    let mut before = Before { wrong: Some(wrong), ..Before::default() };
    if let (Some(draft), Some(rooms)) = (draft, entered.rooms()) {
        before.sent.clone_from(&draft.sent);
        before.file = draft.text.as_ref().map(|text| (text.name.clone(), text.bytes));
        before.draft = rooms.drafts.keep(draft).unwrap_or_default();
    }
    let mut page = form(entered, place, before).await;
    if page.status() == StatusCode::OK {
        *page.status_mut() = StatusCode::BAD_REQUEST;
    }
    page
}

/// Takes the form in, and says what follows. Nothing is sealed by it.
pub(super) async fn weigh(entered: Entered, request: Request) -> Response {
    let (Some(place), Some(rooms)) = (entered.place(), entered.rooms()) else {
        return error::nowhere().await;
    };
    let (sent, text) = match upload::form(&entered, request).await {
        Ok(taken) => taken,
        Err(not) => return again(&entered, place, None, not.key()).await,
    };
    // A file that was uploaded before, unless another takes its place.
    let earlier = rooms.drafts.take(place, value(&sent, "draft")).and_then(|draft| draft.text);
    let draft = Draft::of(place, sent, text.or(earlier));
    let wanted = match read(place, &draft.sent) {
        Err(wrong) => return again(&entered, place, Some(draft), wrong).await,
        Ok(_) if draft.text.as_ref().is_none_or(|text| text.bytes == 0) => {
            return again(&entered, place, Some(draft), "wrong-file").await;
        }
        Ok(wanted) => wanted,
    };
    let asked = wanted.clone();
    match entered.ask(move |door| door.weigh(&asked)).await {
        Ok(weighed) => words_page(&entered, draft, &wanted, &weighed, None),
        Err(stop) => stopped(&entered, draft, &stop),
    }
}

/// The page of what stops it, with the way back to what was written: that and the file wait.
pub(super) fn stopped(entered: &Entered, draft: Draft, stop: &Stop) -> Response {
    let has_file = draft.text.is_some();
    let kept = entered.rooms().and_then(|rooms| rooms.drafts.keep(draft));
    let Some(name) = kept else { return entered.stopped(stop) };
    let writer = entered.writer();
    let back = writer.to(&format!("/{}/share?draft={name}", entered.gap(0)));
    entered.stopped_with(
        stop,
        &html! {
            p { (writer.t(if has_file { "seal-waits" } else { "seal-waits-bare" })) }
            p { a href=(back) { (writer.t("seal-change")) } }
        },
    )
}

/// The page of what follows, with the way to say yes where nothing stops it.
pub(super) fn words_page(
    entered: &Entered,
    draft: Draft,
    wanted: &Wanted,
    weighed: &Weighed,
    first: Option<&'static str>,
) -> Response {
    let writer = entered.writer();
    let words = draft.text.as_ref().map(|text| words::of(&writer, wanted, weighed, text));
    let name = entered.rooms().and_then(|rooms| rooms.drafts.keep(draft)).unwrap_or_default();
    let place = entered.gap(0);
    let back = format!("/{place}/share?draft={name}");
    let body = html! {
        @if let Some(first) = first { p.answer.fails role="alert" { (writer.t(first)) } }
        p.lead { (writer.t("words-lead")) }
        @if let Some(words) = &words {
            (words.markup)
            @if words.can_be_sealed {
                form.seal method="post" action=(writer.to(&format!("/{place}/seal"))) {
                    input type="hidden" name="draft" value=(name);
                    input type="hidden" name="digest" value=(words.digest);
                    button type="submit" { (writer.t("seal-this")) }
                }
            }
        }
        p { a href=(writer.to(&back)) { (writer.t("seal-change")) } }
        p.soft { (writer.t("seal-not-yet")) }
    };
    entered.page(&back, "words", &body)
}

async fn form(entered: &Entered, place: usize, before: Before) -> Response {
    let asked = entered.ask(move |door| Ok((door.roster(place)?, door.partners()))).await;
    let (roster, partners) = match asked {
        Ok(asked) => asked,
        Err(stop) => return entered.stopped(&stop),
    };
    let writer = entered.writer();
    let sent = &before.sent;
    let chosen: BTreeSet<MemberCode> = values(sent, "to").filter_map(|code| code.parse().ok()).collect();
    let here = format!("/{}", entered.gap(0));
    let body = html! {
        p.lead { (writer.with("share-lead", &[("name", &roster.name)])) }
        @if let Some(wrong) = before.wrong { p.answer.fails role="alert" { (writer.t(wrong)) } }
        form.act method="post" action=(writer.to(&format!("{here}/weigh"))) enctype="multipart/form-data" {
            input type="hidden" name="draft" value=(before.draft);
            (file(&writer, before.file.as_ref()))
            (field(&writer, "title", "share-title", "share-title-says", value(sent, "title")))
            (picker(&writer, &roster, &chosen, value(sent, "others")))
            (level(&writer, sent))
            (field(&writer, "policy", "share-policy", "share-policy-says", value(sent, "policy")))
            (kept(&writer, sent))
            (contains(&writer, sent))
            (carry(&writer, &roster, &partners, sent))
            button type="submit" { (writer.t("share-go")) }
        }
        p.soft { (writer.t("share-go-says")) }
        p { a href=(writer.to(&here)) { (writer.t("comp-back-one")) } }
    };
    entered.page(&format!("{here}/share"), "share", &body)
}

fn field(writer: &Writer<'_>, name: &str, label: &str, says: &str, value: &str) -> Markup {
    let about = format!("{name}-about");
    html! {
        p.field {
            label for=(name) { (writer.t(label)) }
            input type="text" id=(name) name=(name) value=(value) required maxlength="400" autocomplete="off" aria-describedby=(about);
            small.soft id=(about) { (writer.t(says)) }
        }
    }
}

fn file(writer: &Writer<'_>, waits: Option<&(String, u64)>) -> Markup {
    html! {
        @if let Some((name, bytes)) = waits {
            p { (writer.t("share-file-waits")) " " (line(name)) ", " (writer.with("comp-bytes", &[("count", &bytes.to_string())])) }
        }
        p.field {
            label for="file" { (writer.t(if waits.is_some() { "share-file-other" } else { "share-file" })) }
            input type="file" id="file" name="file" required[waits.is_none()] aria-describedby="file-about";
            small.soft id="file-about" { (writer.t("share-file-says")) }
        }
    }
}

fn level(writer: &Writer<'_>, sent: &Sent) -> Markup {
    let chosen = value(sent, "level");
    html! {
        p.field {
            label for="level" { (writer.t("share-level")) }
            select id="level" name="level" required {
                option value="" selected[chosen.is_empty()] { (writer.t("share-choose")) }
                @for level in LEVELS { option selected[level == chosen] { (level) } }
            }
        }
    }
}

fn kept(writer: &Writer<'_>, sent: &Sent) -> Markup {
    let chosen = value(sent, "class");
    html! {
        p.field {
            label for="class" { (writer.t("share-class")) }
            select id="class" name="class" {
                @for (_, name, text) in CLASSES { option value=(name) selected[name == chosen] { (writer.t(text)) } }
            }
        }
        fieldset {
            legend { (writer.t("share-when")) }
            p {
                input type="checkbox" id="held-back" name="held-back" value="yes" checked[!value(sent, "held-back").is_empty()];
                " " label for="held-back" { (writer.t("share-held-back")) }
            }
            p.field {
                label for="release" { (writer.t("share-release")) }
                input type="datetime-local" id="release" name="release" value=(value(sent, "release")) aria-describedby="release-about";
                small.soft id="release-about" { (writer.t("share-release-says")) }
            }
        }
    }
}

fn contains(writer: &Writer<'_>, sent: &Sent) -> Markup {
    let is_used = (1..=ROWS).any(|row| !value(sent, &format!("state-{row}")).is_empty());
    html! {
        details open[is_used] {
            summary { (writer.t("share-contains-ask")) }
            p.soft { (writer.t("share-contains-says")) }
            @for row in 1..=ROWS {
                fieldset {
                    legend { (writer.t("share-contains")) " " (row) }
                    @for (name, text) in [("state", "share-contains-state"), ("document", "share-contains-document"), ("consent", "share-contains-to")] {
                        @let id = format!("{name}-{row}");
                        p.field {
                            label for=(id) { (writer.t(text)) }
                            input type="text" id=(id) name=(id) value=(value(sent, &id)) maxlength="400" autocomplete="off";
                        }
                    }
                }
            }
        }
    }
}

/// By what it goes on: partners' names that are codes of members in the compartment are chosen beforehand.
fn carry(writer: &Writer<'_>, roster: &Roster, partners: &[String], sent: &Sent) -> Markup {
    let is_new = sent.is_empty();
    let is_in = |name: &str| {
        roster.states.iter().any(|state| state.code.as_str() == name && !state.inside.is_empty())
    };
    let is_chosen = |name: &str| match is_new {
        true => is_in(name),
        false => values(sent, "carry").any(|one| one == name),
    };
    ways(writer, partners, &is_chosen)
}

/// The partners to whom the carrier takes what is made.
pub(super) fn ways(writer: &Writer<'_>, partners: &[String], is_chosen: &dyn Fn(&str) -> bool) -> Markup {
    html! {
        @if !partners.is_empty() {
            fieldset {
                legend { (writer.t("carry-ask")) }
                div.choices {
                    @for name in partners {
                        label { input type="checkbox" name="carry" value=(name) checked[is_chosen(name)]; " " (line(name)) }
                    }
                }
                p.soft { (writer.t("carry-says")) }
            }
        }
    }
}

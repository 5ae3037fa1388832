//! Other systems of the delegation: the tokens with which they read the interface.

use axum::Form;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};
use quorate_records::words;

use super::form::{Sent, not, sender, value};
use super::session::Session;
use super::tokens::{MAX_DAYS, MAX_NAME, NotMade, Token};
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

/// How long a token lasts if nothing is said.
const DAYS: u64 = 90;

pub(crate) async fn show(visit: Visit) -> Response {
    visit.page(Chapter::Representatives, |page| content(page, &html! {}))
}

fn content(page: &Page<'_>, answer: &Markup) -> Content {
    Content {
        title: page.t("systems"),
        body: html! {
            p.lead { (page.t("systems-lead")) }
            (answer)
            @match &page.visit.session {
                Some(session) => {
                    (own(page, session))
                    @if session.has_shown_key() { (make(page, session)) } @else { p.answer { (page.t("desk-by-key-alone")) } }
                 }
                None => { p { a href=(page.to("/sign-in")) { (page.t("sign-in")) } } }
            }
        },
    }
}

/// The tokens of the delegation, each with its end.
fn own(page: &Page<'_>, session: &Session) -> Markup {
    let tokens = page.visit.app.tokens.of_member(session.author.post.member);
    html! {
        @if let Some(why) = page.visit.app.tokens.fault() { p.answer.fails { (page.t("systems-unread")) " " code { (why) } } }
        @if tokens.is_empty() { p.none { (page.t("systems-none")) } }
        @else { div.wide tabindex="0" role="region" aria-label=(page.t("systems")) { table {
            thead { tr {
                @for heading in ["systems-name", "systems-by", "systems-made", "systems-ends", "systems-end"] { th scope="col" { (page.t(heading)) } }
            } }
            tbody { @for (id, token) in &tokens { (row(page, session, (id, token))) } }
        } } }
    }
}

fn row(page: &Page<'_>, session: &Session, (id, token): (&str, &Token)) -> Markup {
    html! {
        tr {
            th scope="row" { (token.name) " " code { (id) } }
            td { (token.author.post) " (" code { (token.author.key.short()) } ")" }
            td { time { (words::minute(token.made)) } }
            td { time { (words::minute(token.ends)) } }
            td { form method="post" {
                input type="hidden" name="token" value=(session.token);
                input type="hidden" name="id" value=(id);
                button.plain type="submit" name="do" value="end" aria-label=(page.with("systems-end-one", &[("name", &token.name)])) { (page.t("systems-end")) }
            } }
        }
    }
}

fn make(page: &Page<'_>, session: &Session) -> Markup {
    html! {
        section {
            h2 { (page.t("systems-make")) }
            form.act method="post" {
                input type="hidden" name="token" value=(session.token);
                p.field { label for="name" { (page.t("systems-name")) } input type="text" id="name" name="name" required maxlength=(MAX_NAME); }
                p.field {
                    label for="days" { (page.with("systems-days", &[("most", &MAX_DAYS.to_string())])) }
                    input id="days" name="days" type="number" min="1" max=(MAX_DAYS) value=(DAYS) required;
                }
                button type="submit" name="do" value="make" { (page.t("systems-make")) }
            }
        }
    }
}

/// Makes a token, or ends one.
pub(crate) async fn change(visit: Visit, headers: HeaderMap, Form(sent): Form<Sent>) -> Response {
    let session = match sender(&visit, &headers, &sent) {
        Ok(session) => session,
        Err(why) => return not(why),
    };
    let change = move |visit: &Visit| {
        let answer = changed(visit, &session, &sent);
        let page = visit.page(Chapter::Representatives, |page| content(page, &said(page, &answer)));
        ([(header::CACHE_CONTROL, "no-store")], page).into_response()
    };
    visit.apart(change).await
}

/// The secret of a token that was made, or nothing of one that ended.
fn changed(visit: &Visit, session: &Session, sent: &Sent) -> Result<Option<String>, NotMade> {
    let author = session.author;
    let (tokens, said) = (&visit.app.tokens, |name| value(sent, name).unwrap_or_default());
    match said("do") {
        "end" => tokens.end(author.post.member, said("id")).map(|()| None),
        // It reads as long as the key holds its post, whatever the ministry's account becomes.
        _ if !session.has_shown_key() => Err(NotMade::ByKey),
        _ => tokens.make(author, (said("name"), said("days").parse().unwrap_or_default())).map(Some),
    }
}

fn said(page: &Page<'_>, answer: &Result<Option<String>, NotMade>) -> Markup {
    let most = [("most", MAX_DAYS.to_string()), ("characters", MAX_NAME.to_string())];
    let most: Vec<(&str, &str)> = most.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let fails = |what: &str| html! { p.answer.fails { (page.with(what, &most)) } };
    match answer {
        Ok(Some(secret)) => html! {
            div.answer.proven {
                p { (page.t("systems-shown-once")) }
                p { code { (secret) } }
                pre { "curl -H 'Authorization: Bearer " (secret) "' \\\n  " (page.visit.app.settings.origin.as_deref().unwrap_or_default()) "/api/v1/plan" }
            }
        },
        Ok(None) => html! { p.answer.proven { (page.t("systems-ended")) } },
        Err(NotMade::ByKey) => fails("desk-by-key-alone"),
        Err(NotMade::Name) => fails("systems-bad-name"),
        Err(NotMade::Days) => fails("systems-bad-days"),
        Err(NotMade::TooMany) => fails("systems-too-many"),
        Err(NotMade::NotKept) => fails("systems-not-kept"),
    }
}

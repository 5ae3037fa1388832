//! A draft: what it says, what would happen, who looked at it, and the way to the agent that signs it.

use axum::Form;
use axum::extract::Path;
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Redirect, Response};
use base16ct::lower::encode_string;
use maud::{Markup, html};
use quorate_partnership::{CommandId, Signed};
use quorate_records::words;

use super::drafts::Draft;
use super::form::{Sent, not, sender, value};
use super::instruct;
use super::session::Session;
use crate::doorway::Acceptance;
use crate::error;
use crate::parts::ours;
use crate::shell::{Chapter, Content};
use crate::texts::set;
use crate::visit::{Page, Visit};

/// The draft with this id, if whoever asks is of its member.
fn draft(visit: &Visit, id: &str) -> Option<(Draft, Session)> {
    let id: CommandId = id.parse().ok()?;
    let session = visit.session.clone()?;
    let draft = visit.app.drafts.get(&id)?;
    (draft.author.post.member == session.author.post.member).then_some((draft, session))
}

pub(crate) async fn show(visit: Visit, Path((_, id)): Path<(String, String)>) -> Response {
    match draft(&visit, &id) {
        Some((draft, session)) => visit.page(Chapter::Acts, |page| Content {
            title: page.t("draft"),
            body: body(page, &draft, &session),
        }),
        None => error::nowhere().await,
    }
}

fn body(page: &Page<'_>, draft: &Draft, session: &Session) -> Markup {
    let prepared = &draft.prepared;
    html! {
        @if let Ok(signed) = Signed::read(&prepared.unsigned, &prepared.partnership) {
            p.lead { (set(page.language(), words::command(signed.command(), signed.post().member, page.language()))) }
        }
        p.soft { code { (draft.words.join(" ")) } }
        @if let Some(given) = &draft.given { (became(page, given)) }
        dl.about {
            div { dt { (page.t("draft-post")) } dd { (draft.author.post) } }
            div { dt { (page.t("draft-id")) } dd { code { (prepared.id) } } }
            div { dt { (page.t("draft-expires")) } dd { time { (words::minute(prepared.expires)) } } }
            div {
                dt { (page.t("draft-second")) }
                dd { @match draft.checked {
                    Some(by) => { (page.with("draft-checked-by", &[("post", &by.post.to_string()), ("key", &by.key.short())])) }
                    None => { (page.t("draft-unchecked")) }
                } }
            }
        }
        @if draft.given.is_none() {
            (instruct::beside(page, draft))
            section {
                h2 { (page.t("draft-would")) }
                @if let Some(refused) = &prepared.refused { p.answer.fails { (page.refused(refused)) } }
                @else { ul { @for line in &prepared.would { li { (ours(page, line)) } } } }
                p.soft { (page.t("draft-would-says")) }
            }
            (ways(page, draft, session))
        }
    }
}

/// What became of it.
fn became(page: &Page<'_>, given: &Acceptance) -> Markup {
    let place = [("height", given.height.to_string()), ("position", given.position.to_string())];
    let place: Vec<(&str, &str)> = place.iter().map(|(name, value)| (*name, value.as_str())).collect();
    html! {
        @match &given.refusal {
            Some(refused) => {
                p.answer.fails {
                    (page.with("given-refused", &place)) " " (page.refused(&refused.what)) " (" (refused.rule) "). "
                    (page.refused(&refused.remedy))
                }
            }
            None => { p.answer.proven { (page.with("given-recorded", &place)) } }
        }
    }
}

/// What can be done with it: have it signed, look at it as a second person, discard it.
fn ways(page: &Page<'_>, draft: &Draft, session: &Session) -> Markup {
    let id = draft.prepared.id;
    let action = page.to(&format!("/drafts/{id}"));
    let is_other = session.author.key != draft.author.key && draft.checked.is_none();
    let is_second = is_other && session.has_shown_key();
    html! {
        div.choices {
            @match &page.visit.app.settings.agent {
                Some(agent) if session.author.key == draft.author.key => {
                    form method="post" action=(format!("{agent}/sign")) {
                        input type="hidden" name="partnership" value=(draft.prepared.partnership);
                        input type="hidden" name="unsigned" value=(encode_string(&draft.prepared.unsigned));
                        input type="hidden" name="return" value=(page.to("/signed"));
                        button type="submit" { (page.t("draft-sign")) }
                    }
                }
                Some(_) => { p.none { (page.with("draft-not-yours", &[("post", &draft.author.post.to_string())])) } }
                None => { p.none { (page.t("sign-in-none")) } }
            }
            @if is_other && !is_second { p.none { (page.t("desk-second-by-key")) } }
            form method="post" action=(action) {
                input type="hidden" name="token" value=(session.token);
                @if is_second { button type="submit" name="do" value="check" { (page.t("draft-check")) } " " }
                button.plain type="submit" name="do" value="discard" { (page.t("draft-discard")) }
            }
        }
    }
}

/// Marks a draft as looked at by a second person, or discards it.
pub(crate) async fn change(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    headers: HeaderMap,
    Form(sent): Form<Sent>,
) -> Response {
    if let Err(why) = sender(&visit, &headers, &sent) {
        return not(why);
    }
    let Some((draft, session)) = draft(&visit, &id) else { return error::nowhere().await };
    let (id, language) = (draft.prepared.id, visit.language.code());
    let own = format!("/{language}/drafts/{id}");
    let asked = value(&sent, "do").unwrap_or_default().to_owned();
    if asked == "check" && !session.has_shown_key() {
        return not("a second person signs in by its key");
    }
    let is_second = session.author.key != draft.author.key;
    let (app, to) = (visit.app.clone(), if asked == "discard" { format!("/{language}/acts") } else { own });
    let changed = tokio::task::spawn_blocking(move || match asked.as_str() {
        "check" if is_second => app.drafts.change(&id, |draft| draft.checked = Some(session.author)),
        "discard" => app.drafts.discard(&id),
        _ => Ok(()),
    });
    match changed.await {
        Ok(Err(why)) => instruct::failed(&visit, "drafts-failed", &why),
        _ => Redirect::to(&to).into_response(),
    }
}

//! Who of a delegation is signed in now, and ending that. Whoever is signed in for the member ends any of its sessions: who is
//! ended signs in again, and who should not be there is gone.

use axum::Form;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{Markup, html};
use quorate_records::words;

use super::form::{Sent, not, sender, value};
use super::session::{Session, Way, no_cookie};
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

/// Says that all other sessions of one's own key end; no session is called so.
const OTHERS: &str = "others";

pub(crate) async fn show(visit: Visit) -> Response {
    visit.page(Chapter::Representatives, |page| Content {
        title: page.t("desk-sessions"),
        body: html! {
            p.lead { (page.t("desk-sessions-lead")) }
            @match &page.visit.session {
                Some(session) => { (list(page, session)) }
                None => { p.answer { a href=(page.to("/sign-in")) { (page.t("desk-sessions-first")) } } }
            }
            p.soft { (page.t("desk-sessions-says")) }
            p { a href=(page.to("/representatives")) { (page.t("chapter-representatives")) } }
        },
    })
}

fn list(page: &Page<'_>, own: &Session) -> Markup {
    let of = page.visit.app.sessions.of(own.author.post.member);
    let is_other = |one: &&Session| one.author.key == own.author.key && one.name != own.name;
    let others = of.iter().filter(is_other).count();
    html! {
        form method="post" action=(page.to("/representatives/sessions")) {
            input type="hidden" name="token" value=(own.token);
            div.wide role="region" tabindex="0" aria-label=(page.t("desk-sessions")) {
                table {
                    thead { tr {
                        th scope="col" { (page.t("desk-session-post")) }
                        th scope="col" { (page.t("desk-session-end")) }
                        th scope="col" { (page.t("desk-session-key")) }
                        th scope="col" { (page.t("desk-session-way")) }
                        th scope="col" { (page.t("desk-session-began")) }
                        th scope="col" { (page.t("desk-session-seen")) }
                    } }
                    tbody { @for one in &of { (row(page, one, one.name == own.name)) } }
                }
            }
            @if others > 0 {
                p { button type="submit" name="end" value=(OTHERS) {
                    (page.with("desk-sessions-end-others", &[("count", &others.to_string())]))
                } }
            }
        }
    }
}

fn row(page: &Page<'_>, one: &Session, is_this: bool) -> Markup {
    let (post, key) = (one.author.post.to_string(), one.author.key.short());
    let what = page.with("desk-session-end-of", &[("post", &post), ("key", &key)]);
    html! {
        tr {
            th scope="row" { (post) @if is_this { " " strong { (page.t("desk-session-this")) } } }
            td { button.plain type="submit" name="end" value=(one.name) aria-label=(what) { (page.t("desk-session-end")) } }
            td.when { code { (key) } }
            td { (page.t(way(one.way))) }
            td.when { time { (words::minute(one.began)) } }
            td.when { time { (words::minute(one.seen)) } }
        }
    }
}

/// The text that says how somebody signed in.
fn way(way: Way) -> &'static str {
    match way {
        Way::Key => "desk-way-key",
        Way::Passkey => "desk-way-passkey",
        Way::OpenId => "desk-way-openid",
    }
}

/// Ends a session of the delegation, or all others of one's own key.
pub(crate) async fn end(visit: Visit, headers: HeaderMap, Form(sent): Form<Sent>) -> Response {
    let own = match sender(&visit, &headers, &sent) {
        Ok(own) => own,
        Err(why) => return not(why),
    };
    let asked = value(&sent, "end").unwrap_or_default();
    let is_asked = |one: &Session| match asked {
        OTHERS => one.author.key == own.author.key && one.name != own.name,
        name => one.name == name,
    };
    let member = own.author.post.member;
    let ended =
        visit.app.sessions.end_where(|_, one| one.author.post.member == member && is_asked(one)).await;
    let language = visit.language.code();
    match ended {
        Ok(()) if own.name == asked => {
            let origin = visit.app.settings.origin.as_deref().unwrap_or_default();
            let gone = [(header::SET_COOKIE, no_cookie(origin))];
            (gone, Redirect::to(&format!("/{language}/sign-in"))).into_response()
        }
        Ok(()) => Redirect::to(&format!("/{language}/representatives/sessions")).into_response(),
        Err(why) => not_kept(&why),
    }
}

/// It has ended, and the disk does not know it yet.
pub(super) fn not_kept(why: &str) -> Response {
    let said = format!(
        "It has ended. The node's disk could not be written, though: if the pages are started again before it can be, \
         the session is there again, until its time is over. {why}"
    );
    (StatusCode::INTERNAL_SERVER_ERROR, said).into_response()
}

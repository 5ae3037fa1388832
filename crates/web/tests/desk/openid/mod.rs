//! Signing in by a ministry's provider: rightly, and each way to do it wrongly.

mod away;
mod provider;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::http::StatusCode;
use quorate_web::{Author, Doorway, Drawer, OpenId, Settings};

use super::asked::{AGENT, Answer, PAGES, get, post};
use super::door::{Desk, HELD, SECOND, STRANGER, post_of, public};
use super::sessions::sign_in;
use provider::{CLIENT, PERSON, Provider, Wrong};

const SECRET: &str = "the-secret-of-these-pages";
const BEGIN: &str = "/en/sign-in/openid";

fn author(seed: u8) -> Author {
    Author { post: post_of(seed), key: public(seed) }
}

fn settings(provider: &Provider, is: &str, who: Author) -> OpenId {
    let settings = OpenId::new(&provider.said.at, CLIENT).unwrap();
    settings.with_people(BTreeMap::from([(is.to_owned(), who)]))
}

fn pages_with(desk: &Arc<Desk>, openid: OpenId) -> Router {
    let door: Arc<dyn Doorway> = Arc::<Desk>::clone(desk);
    let (origin, agent) = (Some(PAGES.into()), Some(AGENT.into()));
    let settings = Settings { origin, agent, open: false, openid: Some(openid), ..Settings::default() };
    quorate_web::router_with(door, settings).unwrap()
}

fn pages(desk: &Arc<Desk>, provider: &Provider) -> Router {
    pages_with(desk, settings(provider, PERSON, author(HELD)))
}

/// Somebody begins and signs in at the provider: where it is led back to, and what its browser holds.
fn begun(pages: &Router, provider: &Provider) -> (String, String) {
    let begun = get(pages, BEGIN, None);
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
    (provider.signs_in(&begun.location), begun.cookie.unwrap())
}

fn whole(pages: &Router, provider: &Provider) -> Answer {
    let (back, cookie) = begun(pages, provider);
    get(pages, &back, Some(&cookie))
}

fn is_out(answer: &Answer, status: StatusCode, says: &str) {
    assert_eq!(answer.status, status, "{says}: {}", answer.body);
    assert!(answer.cookie.is_none() && answer.body.contains(says), "{says}: {}", answer.body);
}

#[test]
fn whoever_the_provider_knows_reads_and_prepares_as_the_table_says() {
    let (desk, provider) = (Desk::open(), Provider::open());
    let pages = pages(&desk, &provider);
    let page = get(&pages, "/en/sign-in", None).body;
    assert!(page.contains("href=\"/en/sign-in/openid\"") && page.contains("Sign in at 127.0.0.1"));
    let answer = whole(&pages, &provider);
    assert_eq!((answer.status, answer.location.as_str()), (StatusCode::SEE_OTHER, "/en/today"));
    let cookie = answer.cookie.unwrap();
    assert!(cookie.starts_with("quorate-session-4400="));
    assert!(get(&pages, "/en/today", Some(&cookie)).body.contains("CAN/representative"));
    let sessions = get(&pages, "/en/representatives/sessions", Some(&cookie)).body;
    assert!(sessions.contains("the ministry's account"), "{sessions}");
    let french = get(&pages, "/fr/sign-in/openid", None);
    let back = provider.signs_in(&french.location);
    let answer = get(&pages, &back, french.cookie.as_deref());
    assert_eq!(answer.location, "/fr/today");
    // It was asked once what it is.
    assert_eq!(*provider.said.asked_itself.lock().unwrap(), 1);
}

#[test]
fn it_is_no_second_person_whose_key_was_not_shown() {
    let (desk, provider) = (Desk::open(), Provider::open());
    let pages = pages_with(&desk, settings(&provider, PERSON, author(SECOND)));
    let (first, second) = (sign_in(&desk, &pages, HELD), whole(&pages, &provider).cookie.unwrap());
    let form = "/en/acts/decision.vote";
    let draft = |cookie: &str| {
        let token = get(&pages, form, Some(cookie)).hidden("token");
        post(&pages, form, (Some(cookie), PAGES), &format!("token={token}&decision=1&vote=against")).location
    };
    let at = draft(&first);
    let seen = get(&pages, &at, Some(&second));
    assert!(
        !seen.body.contains("value=\"check\"") && seen.body.contains("sign in by your key"),
        "{}",
        seen.body
    );
    let sent = format!("token={}&do=check", seen.hidden("token"));
    assert_eq!(post(&pages, &at, (Some(&second), PAGES), &sent).status, StatusCode::FORBIDDEN);
    assert!(!get(&pages, &at, Some(&first)).body.contains("CAN/treasurer looked at it"));
    // Nor does it make what reads when the ministry's account is gone: no token, and no calendar's address.
    let systems = get(&pages, "/en/systems", Some(&second)).body;
    assert!(systems.contains("sign in by your key") && !systems.contains("name=\"days\""));
    let token = get(&pages, form, Some(&second)).hidden("token");
    let make = |path: &str| {
        let sent = format!("token={token}&do=make&name=Mine&days=1");
        post(&pages, path, (Some(&second), PAGES), &sent)
    };
    assert!(!make("/en/systems").body.contains("quorate_"));
    assert_eq!(make("/en/today/calendar").status, StatusCode::FORBIDDEN);
    assert!(
        desk.drawers
            .lock()
            .unwrap()
            .keys()
            .all(|drawer| *drawer == Drawer::Drafts || *drawer == Drawer::Sessions)
    );
    // It prepares, and its key signs.
    let own = get(&pages, &draft(&second), Some(&second)).body;
    assert!(own.contains("name=\"unsigned\"") && own.contains("CAN/treasurer"), "{own}");
}

#[test]
fn a_token_that_is_not_for_here_and_now_signs_nobody_in() {
    let (desk, provider) = (Desk::open(), Provider::open());
    let with_secret = settings(&provider, PERSON, author(HELD)).with_secret(SECRET.into());
    let both = [pages(&desk, &provider), pages_with(&desk, with_secret)];
    for wrong in [
        Wrong::Signature,
        Wrong::Unsigned,
        Wrong::Symmetric,
        Wrong::NoToken,
        Wrong::Claim("iss", "\"https://other.example\""),
        Wrong::Claim("iss", "null"),
        Wrong::Claim("aud", "\"other\""),
        Wrong::Claim("aud", "[\"quorate-can\", \"other\"]"),
        Wrong::Claim("aud", "[]"),
        Wrong::Claim("azp", "\"other\""),
        Wrong::Claim("exp", "1767225600"),
        Wrong::Claim("exp", "null"),
        Wrong::Claim("nonce", "\"other\""),
        Wrong::Claim("nonce", "null"),
        Wrong::Claim("sub", "null"),
    ] {
        for pages in &both {
            *provider.said.wrong.lock().unwrap() = wrong;
            let answer = whole(pages, &provider);
            assert!(!answer.status.is_success() && !answer.status.is_redirection(), "{wrong:?}");
            assert!(answer.cookie.is_none() && answer.body.contains("Not signed in"), "{wrong:?}");
            *provider.said.wrong.lock().unwrap() = Wrong::Nothing;
            assert_eq!(whole(pages, &provider).location, "/en/today", "{wrong:?}");
        }
    }
}

#[test]
fn only_the_browser_that_began_ends_it_and_once() {
    let (desk, provider) = (Desk::open(), Provider::open());
    let pages = pages(&desk, &provider);
    let not_begun = "This browser did not begin to sign in";
    let (back, cookie) = begun(&pages, &provider);
    let (of_another, another) = begun(&pages, &provider);
    let asked = *provider.said.asked_codes.lock().unwrap();
    let state = back.split("&state=").nth(1).unwrap();
    for (back, cookie) in [
        (back.as_str(), None),
        (back.as_str(), Some(another.as_str())),
        (back.as_str(), Some("quorate-openid-4400=")),
        (&back.replace(state, &"00".repeat(48)), Some(cookie.as_str())),
        (&back.replace(state, ""), Some(cookie.as_str())),
        // Somebody leads a visitor into its own session.
        (&of_another, Some(cookie.as_str())),
    ] {
        is_out(&get(&pages, back, cookie), StatusCode::FORBIDDEN, not_begun);
    }
    // Nobody troubled the provider by that.
    assert_eq!(*provider.said.asked_codes.lock().unwrap(), asked);
    // A code of another visit is not for this verifier.
    let (code, mixed) = (of_another.split('&').next().unwrap(), state);
    let mixed = get(&pages, &format!("{code}&state={mixed}"), Some(&cookie));
    is_out(&mixed, StatusCode::FORBIDDEN, "did not sign you in");
    assert_eq!(get(&pages, &back, Some(&cookie)).location, "/en/today");
    is_out(&get(&pages, &back, Some(&cookie)), StatusCode::FORBIDDEN, not_begun);
    // The provider says no, or is another than it was.
    for no in ["error=access_denied", "code=x&error=x", "code=x&iss=https://other.example", ""] {
        let (back, cookie) = begun(&pages, &provider);
        let state = back.split("&state=").nth(1).unwrap();
        let back = format!("/en/sign-in/openid/answer?{no}&state={state}");
        is_out(&get(&pages, &back, Some(&cookie)), StatusCode::FORBIDDEN, "did not sign you in");
    }
}

#[test]
fn nobody_leads_away_and_no_address_is_taken_from_who_asks() {
    let (desk, provider) = (Desk::open(), Provider::open());
    let pages = pages(&desk, &provider);
    for more in
        ["?return=https://other.example", "?redirect_uri=https://other.example/", "?next=//other.example"]
    {
        let begun = get(&pages, &format!("{BEGIN}{more}"), None);
        assert!(begun.location.starts_with(&provider.said.at) && !begun.location.contains("other.example"));
    }
    let (back, cookie) = begun(&pages, &provider);
    let answer = get(&pages, &format!("{back}&return=https://other.example"), Some(&cookie));
    assert_eq!(answer.location, "/en/today");
    // Where there is no provider, there is no such page.
    for path in [BEGIN, "/en/sign-in/openid/answer?code=x&state=x"] {
        assert_eq!(get(&desk.pages(true), path, None).status, StatusCode::NOT_FOUND);
    }
}

#[test]
fn who_has_no_post_here_is_told_so() {
    let (desk, provider) = (Desk::open(), Provider::open());
    let pages_of = |is: &str, who: Author| pages_with(&desk, settings(&provider, is, who));
    let nobody = whole(&pages_of("another", author(HELD)), &provider);
    is_out(&nobody, StatusCode::FORBIDDEN, PERSON);
    let stranger = whole(&pages_of(PERSON, author(STRANGER)), &provider);
    is_out(&stranger, StatusCode::FORBIDDEN, "does not hold that post");
    let abroad = Author { post: "FRA/representative".parse().unwrap(), key: public(HELD) };
    is_out(&whole(&pages_of(PERSON, abroad), &provider), StatusCode::FORBIDDEN, "does not hold that post");
    let pages = pages(&desk, &provider);
    let cookie = whole(&pages, &provider).cookie.unwrap();
    desk.takes_away(HELD);
    assert_eq!(get(&pages, "/en/today", Some(&cookie)).location, "/en/sign-in");
    is_out(&whole(&pages, &provider), StatusCode::FORBIDDEN, "does not hold that post");
}

#[test]
fn people_are_told_apart_by_a_claim_that_the_file_names() {
    let (desk, provider) = (Desk::open(), Provider::open());
    let by = |claim: &str, is: &str| {
        let settings = settings(&provider, is, author(HELD)).with_claim(claim.into());
        whole(&pages_with(&desk, settings), &provider)
    };
    assert_eq!(by("email", "ada@ministry.example").location, "/en/today");
    assert_eq!(by("staff-number", "77").location, "/en/today");
    is_out(&by("level", "3"), StatusCode::FORBIDDEN, "it has no text `level`");
    is_out(&by("none", "3"), StatusCode::FORBIDDEN, "it has no text `none`");
    *provider.said.wrong.lock().unwrap() = Wrong::Claim("email_verified", "false");
    is_out(&by("email", "ada@ministry.example"), StatusCode::FORBIDDEN, "verified the address");
}

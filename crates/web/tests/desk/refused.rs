//! What the agent's pages do not do: it is told in words, in the language of the page, and what was written waits.

use std::fmt::Write as _;

use axum::http::{Request, StatusCode, header};
use quorate_web::agent::compartments::{MAX_MESSAGE_BYTES, Stop};

use super::asked::{AGENT, ask};
use super::opened::{Bench, said};

#[test]
fn the_longest_message_is_taken_however_a_browser_writes_it() {
    let bench = Bench::open();
    // Each end of a line is sent in six bytes, each of these letters in six, too.
    let lines = format!("a{}b", "%0D%0A".repeat(MAX_MESSAGE_BYTES - 2));
    assert_eq!(bench.post("/en/compartments/1/say", AGENT, &format!("text={lines}")).status, StatusCode::OK);
    let letters = "%C3%A9".repeat(MAX_MESSAGE_BYTES / 2);
    assert_eq!(
        bench.post("/en/compartments/1/say", AGENT, &format!("text={letters}")).status,
        StatusCode::OK
    );
    let lengths: Vec<usize> = bench.done().iter().map(|said| said.len() - "said ".len()).collect();
    assert_eq!(lengths, [MAX_MESSAGE_BYTES, MAX_MESSAGE_BYTES]);
}

#[test]
fn what_is_refused_before_a_page_sees_it_is_told_on_a_page_in_its_language() {
    let bench = Bench::open();
    let asked = |language: &str, method: &str, kind: &str| {
        let path = format!("/{language}/compartments/1/say");
        Request::builder()
            .method(method)
            .uri(path)
            .header(header::ORIGIN, AGENT)
            .header(header::COOKIE, &bench.cookie)
            .header(header::CONTENT_TYPE, kind)
    };
    let form = "application/x-www-form-urlencoded";
    let long = format!("text={}", "a".repeat(1024 * 1024));
    let mut told = String::new();
    for language in ["en", "fr"] {
        for (method, kind, body, status) in [
            ("POST", form, long.as_str(), StatusCode::PAYLOAD_TOO_LARGE),
            ("POST", "text/plain", "text=a", StatusCode::UNSUPPORTED_MEDIA_TYPE),
            ("PUT", form, "text=a", StatusCode::METHOD_NOT_ALLOWED),
        ] {
            let answer = ask(&bench.agent, AGENT, asked(language, method, kind), body);
            assert_eq!(answer.status, status, "{language} {method} {kind}");
            assert!(answer.body.contains(&format!("<html lang=\"{language}\"")), "{}", answer.body);
            assert_eq!(answer.headers.get(header::X_FRAME_OPTIONS).unwrap(), "DENY");
            writeln!(told, "{}\n{}\n", status.as_u16(), said(&answer)).unwrap();
        }
    }
    insta::assert_snapshot!(told);
    // Pages of keys, by what the browser asks for.
    let asked = Request::get("/sign").header(header::ACCEPT_LANGUAGE, "fr");
    let answer = ask(&bench.agent, AGENT, asked, "");
    assert!(answer.status == StatusCode::METHOD_NOT_ALLOWED && answer.body.contains("<html lang=\"fr\""));
    assert_eq!(answer.headers.get(header::ALLOW).unwrap(), "POST");
    assert!(bench.done().is_empty());
}

#[test]
fn when_sealing_stops_the_draft_waits_where_it_is_told() {
    let bench = Bench::open();
    let shown = bench.weigh("en", &[("to", "FRA")]);
    *bench.circle.full.lock().unwrap() = Some(Stop::Other("the disk is full".into()));
    let stopped = bench.seal(&shown);
    assert!(stopped.status == StatusCode::CONFLICT && stopped.body.contains("the disk is full"));
    assert!(
        stopped.body.contains("What you wrote and the file wait for half an hour."),
        "{}",
        said(&stopped)
    );
    let back = stopped.body.split("href=\"").find(|link| link.contains("share?draft=")).unwrap();
    let form = bench.get(back.split('"').next().unwrap());
    assert!(form.body.contains("report.txt") && form.body.contains("value=\"The coast\""), "{}", said(&form));
    // From there it is shown and sealed, by the file that waited.
    let draft = form.hidden("draft");
    let fields =
        [("draft", draft.as_str()), ("title", "The coast"), ("policy", "EXERCISE"), ("level", "SECRET")];
    let fields: Vec<(&str, &str)> =
        fields.iter().chain(&[("class", "year"), ("to", "FRA")]).copied().collect();
    let shown = bench.upload("/en/compartments/1/weigh", AGENT, &fields, None);
    assert_eq!(bench.seal(&shown).status, StatusCode::OK);
    assert_eq!(bench.done(), ["shared The coast to [FRA]: What was seen"]);
}

#[test]
fn a_partner_that_is_not_known_stops_it_before_anything_is_sealed() {
    let bench = Bench::open();
    let shown = bench.weigh("fr", &[("to", "FRA"), ("carry", "nobody\u{202e}")]);
    assert!(
        shown.body.contains("Le porteur n'a pas de partenaire")
            || shown.body.contains("Le porteur n’a pas de partenaire")
    );
    assert!(
        shown.body.contains("nobody\\u{202e}") && !shown.body.contains("name=\"digest\""),
        "{}",
        said(&shown)
    );
}

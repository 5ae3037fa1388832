//! The agent's pages of compartments: what they say, to whom, and that what is sealed is what was shown.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use axum::http::{Request, StatusCode, header};

use super::asked::{AGENT, PAGES, ask};
use super::circle::{Circle, HOSTILE};
use super::opened::{Bench, said};

#[test]
fn every_page_says_it_in_both_languages() {
    let bench = Bench::open();
    for language in ["en", "fr"] {
        let to = |path: &str| format!("/{language}/compartments{path}");
        let stranger = ask(&bench.agent, AGENT, Request::get(to("")), "");
        insta::assert_snapshot!(format!("compartments-closed-{language}"), said(&stranger));
        for (name, path) in [("all", ""), ("one", "/1"), ("share", "/1/share")] {
            let page = bench.get(&to(path));
            assert_eq!(page.status, StatusCode::OK);
            insta::assert_snapshot!(format!("compartments-{name}-{language}"), said(&page));
        }
        for (name, more) in [
            ("words", vec![("to", "FRA"), ("others", "NOR"), ("carry", "FRA")]),
            ("words-later", vec![("to", "FRA"), ("held-back", "yes"), ("release", "2026-01-01T00:00")]),
            ("words-nobody", vec![]),
            ("words-left-out", vec![("to", "DEU")]),
        ] {
            insta::assert_snapshot!(
                format!("compartments-{name}-{language}"),
                said(&bench.weigh(language, &more))
            );
        }
        let inbox = bench.post(&to("/inbox"), AGENT, "");
        insta::assert_snapshot!(format!("compartments-inbox-{language}"), said(&inbox));
    }
}

#[test]
fn what_is_sealed_is_what_was_shown_once() {
    let bench = Bench::open();
    let shown = bench.weigh("en", &[("to", "FRA")]);
    assert!(shown.body.contains("Will see it: CAN and FRA. Nobody else."), "{}", said(&shown));
    assert!(shown.body.contains("Will not see it: DEU; no node, your own included."));
    assert!(bench.done().is_empty(), "nothing is sealed before a yes");
    let sealed = bench.seal(&shown);
    assert_eq!(sealed.status, StatusCode::OK);
    assert_eq!(bench.done(), ["shared The coast to [FRA]: What was seen"]);
    assert_eq!(bench.seal(&shown).status, StatusCode::BAD_REQUEST, "a yes counts once");
    assert_eq!(bench.done().len(), 1);
}

#[test]
fn a_roster_that_changed_shows_the_words_again() {
    let bench = Bench::open();
    let shown = bench.weigh("en", &[("to", "FRA"), ("to", "DEU")]);
    bench.circle.inside.lock().unwrap().push("DEU");
    let again = bench.seal(&shown);
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(bench.done().is_empty() && again.body.contains("something changed since this was shown"));
    assert!(again.body.contains("Will see it: CAN, DEU and FRA"), "{}", said(&again));
    // The yes to the old words is none to the new ones, and the new ones are sealed.
    assert_ne!(again.hidden("digest"), shown.hidden("digest"));
    assert_eq!(bench.seal(&again).status, StatusCode::OK);
    assert_eq!(bench.done(), ["shared The coast to [DEU, FRA]: What was seen"]);
    // Whoever came in and was not named stops it.
    let bench = Bench::open();
    let shown = bench.weigh("en", &[("to", "FRA")]);
    bench.circle.inside.lock().unwrap().push("DEU");
    let again = bench.seal(&shown);
    assert!(again.body.contains("DEU is in this compartment and is not named"), "{}", said(&again));
    assert!(!again.body.contains("name=\"digest\"") && bench.done().is_empty());
}

#[test]
fn a_yes_is_to_these_words_and_to_this_file_and_no_other() {
    let bench = Bench::open();
    let (one, two) =
        (bench.weigh("en", &[("to", "FRA")]), bench.weigh("en", &[("to", "FRA"), ("to", "DEU")]));
    let mixed = format!("draft={}&digest={}", two.hidden("draft"), one.hidden("digest"));
    assert_eq!(bench.post("/en/compartments/1/seal", AGENT, &mixed).status, StatusCode::CONFLICT);
    for digest in ["", "0", &"0".repeat(64)] {
        let yes = format!("draft={}&digest={digest}", one.hidden("draft"));
        let page = bench.post("/en/compartments/1/seal", AGENT, &yes);
        assert_ne!(page.status, StatusCode::OK, "{digest}");
    }
    assert!(bench.done().is_empty());
}

#[test]
fn nobody_is_nobody_and_whoever_is_in_and_not_named_stops_it() {
    let bench = Bench::open();
    let nobody = bench.weigh("en", &[]);
    assert!(
        nobody.body.contains("nobody is nobody, never everybody") && !nobody.body.contains("name=\"digest\"")
    );
    let left = bench.weigh("en", &[("to", "DEU")]);
    assert!(
        left.body.contains("FRA is in this compartment and is not named")
            && !left.body.contains("name=\"digest\"")
    );
    // A form that was made by hand: no words, no sealing.
    let draft = left.body.split("draft=").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let page = bench.post("/en/compartments/1/seal", AGENT, &format!("draft={draft}&digest="));
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(bench.done().is_empty());
}

#[test]
fn wrong_input_is_told_and_the_file_waits() {
    let bench = Bench::open();
    for (name, value, told) in [
        ("level", "secret", "Choose a level."),
        ("others", "everybody", "Other States are named by three capital letters"),
        ("title", "a\u{202e}b", "The title is one line"),
        ("release", "soon", "The release time is a day"),
        ("document-1", "00", "Of each State whose material"),
    ] {
        let page = bench.weigh("en", &[("to", "FRA"), (name, value)]);
        assert!(
            page.status == StatusCode::BAD_REQUEST && page.body.contains(told),
            "{name}: {}",
            said(&page)
        );
        assert!(page.body.contains("This file waits already") && page.body.contains("report.txt"));
        // Mended, it goes on without the file being sent again.
        let draft = page.hidden("draft");
        let fields =
            [("draft", draft.as_str()), ("to", "FRA"), ("title", "The coast"), ("policy", "EXERCISE")];
        let fields: Vec<(&str, &str)> =
            fields.iter().chain(&[("level", "SECRET"), ("class", "year")]).copied().collect();
        let shown = bench.upload("/en/compartments/1/weigh", AGENT, &fields, None);
        assert!(shown.status == StatusCode::OK && shown.body.contains("report.txt"), "{}", said(&shown));
    }
    for file in [None, Some("")] {
        let page = bench.upload("/en/compartments/1/weigh", AGENT, &[("title", "a")], file);
        assert_eq!(page.status, StatusCode::BAD_REQUEST);
    }
    let long = "a".repeat(8 * 1024 + 1);
    assert!(bench.weigh("en", &[("others", &long)]).body.contains("too long for a page"));
    assert_eq!(bench.get("/en/compartments/2/share").status, StatusCode::NOT_FOUND);
    for path in ["/en/compartments/0", "/en/compartments/01", "/en/compartments/x", "/de/compartments"] {
        assert_eq!(bench.get(path).status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[test]
fn what_others_wrote_runs_nothing_and_looks_like_nothing_else() {
    let bench = Bench::open();
    for path in ["/en/compartments", "/en/compartments/1", "/fr/compartments/1"] {
        let page = bench.get(path);
        assert!(
            !page.body.contains("<script>")
                && !page.body.contains('\u{202e}')
                && !page.body.contains('\u{1b}')
        );
        let title = page.body.split("<title>").nth(1).unwrap().split('<').next().unwrap();
        assert!(!title.contains("Watch") && !title.contains("coast"), "{title}");
    }
    let one = bench.get("/en/compartments/1");
    assert!(one.body.contains("&lt;script&gt;alert(1)&lt;/script&gt;\\u{202e}\\u{1b}"), "{HOSTILE}");
}

#[test]
fn nothing_is_kept_framed_or_given_to_other_pages() {
    let bench = Bench::open();
    for path in ["/en/compartments", "/en/compartments/1", "/en/compartments/made/notice-0a1b2c3d.parcel"] {
        let headers = bench.get(path).headers;
        let of = |name: &str| headers.get(name).map_or("", |value| value.to_str().unwrap()).to_owned();
        assert_eq!(of("cache-control"), "no-store", "{path}");
        assert_eq!(of("referrer-policy"), "same-origin", "{path}");
        assert_eq!(of("x-frame-options"), "DENY", "{path}");
        assert_eq!(of("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(of("cross-origin-resource-policy"), "same-origin", "{path}");
        assert_eq!(of("cross-origin-opener-policy"), "same-origin", "{path}");
        let policy = of("content-security-policy");
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
    }
}

#[test]
fn forms_do_what_they_say() {
    let bench = Bench::open();
    let post = |path: &str, body: &str| bench.post(&format!("/en/compartments/1{path}"), AGENT, body).status;
    assert_eq!(post("/say", "text=at+nine%0D%0Aor+ten"), StatusCode::OK);
    assert_eq!(post("/acknowledge", "product=ab"), StatusCode::OK);
    assert_eq!(post("/refuse", "question=cd&why=no"), StatusCode::OK);
    assert_eq!(post("/consent", "question=ac&conditions=not+before+Friday"), StatusCode::OK);
    let allowed = bench.upload("/en/compartments/1/allow", AGENT, &[("question", "cd")], Some("product"));
    assert_eq!(allowed.status, StatusCode::OK);
    let done = [
        "said at nine\nor ten",
        "acknowledged ab",
        "refused cd: no",
        "consented ac: not before Friday",
        "allowed cd by product",
    ];
    assert_eq!(bench.done(), done);
    let took = bench.upload("/en/compartments/take", AGENT, &[], Some("parcel"));
    assert!(took.body.contains("A message by FRA/representative."), "{}", said(&took));
    let not = bench.upload("/en/compartments/take", AGENT, &[], Some("nonsense"));
    assert!(not.status == StatusCode::CONFLICT && not.body.contains("This is no parcel"));
    assert_eq!(bench.get("/en/compartments/made/notice-0a1b2c3d.parcel").body, "sealed");
    assert_eq!(bench.get("/en/compartments/made/..%2Fagent.sealed").status, StatusCode::NOT_FOUND);
}

#[test]
fn an_alarm_stands_in_red_and_leaves_no_form() {
    let bench = Bench::of(Circle { alarm: true, ..Circle::of(&["FRA"]) });
    let one = bench.get("/en/compartments/1");
    assert!(
        one.body.contains(
            "class=\"answer fails\" role=\"alert\">Fork alarm: FRA accepted two changes of epoch 2."
        )
    );
    for form in ["/say", "/refuse", "/allow", "/consent", "/acknowledge", "/1/share"] {
        assert!(!one.body.contains(&format!("{form}\"")), "{form}");
    }
}

/// The routes, read off the sources, so that none is forgotten.
fn routes() -> Vec<(&'static str, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/agent/compartments");
    let mut routes = Vec::new();
    for file in ["mod.rs", "upload.rs"] {
        let text: String = fs::read_to_string(folder.join(file)).unwrap().split_whitespace().collect();
        for route in text.split(".route(\"").skip(1) {
            let (path, rest) = route.split_once("\",").unwrap();
            let method = if rest.starts_with("get(") { "GET" } else { "POST" };
            let gaps = [("{language}", "en"), ("{place}", "1"), ("{name}", "notice-0a1b2c3d.parcel")];
            routes.push((
                method,
                gaps.iter().fold(path.to_owned(), |path, (gap, with)| path.replace(gap, with)),
            ));
        }
    }
    routes.sort_by(|one, other| one.1.cmp(&other.1));
    routes
}

#[test]
fn every_route_answers_each_visitor_as_agreed() {
    let mut table = String::new();
    for (method, path) in routes() {
        writeln!(table, "{method} {path}").unwrap();
        for (who, has_cookie, origin) in [
            ("stranger", false, Some(AGENT)),
            ("opened, from a page elsewhere", true, Some(PAGES)),
            ("opened, from nowhere", true, None),
            ("opened", true, Some(AGENT)),
        ] {
            let bench = Bench::open();
            let mut asked = Request::builder().method(method).uri(&path);
            if let Some(origin) = origin {
                asked = asked.header(header::ORIGIN, origin);
            }
            if has_cookie {
                asked = asked.header(header::COOKIE, &bench.cookie);
            }
            let answer = ask(&bench.agent, AGENT, asked, "");
            let to = answer.location.clone();
            writeln!(table, "    {} {to}: {who}", answer.status.as_u16()).unwrap();
            if !has_cookie || (method == "POST" && origin != Some(AGENT)) {
                assert!(bench.done().is_empty() && !answer.body.contains("Watch"), "{method} {path}: {who}");
            }
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn whoever_has_not_the_passphrase_stays_outside() {
    let bench = Bench::open();
    let wrong = bench.post("/en/compartments/open", AGENT, "passphrase=wrong");
    assert!(wrong.status == StatusCode::FORBIDDEN && wrong.cookie.is_none());
    let elsewhere = bench.post("/en/compartments/open", PAGES, "passphrase=right");
    assert!(elsewhere.status == StatusCode::FORBIDDEN && elsewhere.cookie.is_none());
    let other = ask(&bench.agent, "http://other.example", Request::get("/en/compartments"), "");
    assert_eq!(other.status, StatusCode::MISDIRECTED_REQUEST);
    bench.post("/en/compartments/close", AGENT, "");
    assert_eq!(bench.get("/en/compartments/1").location, "/en/compartments");
}

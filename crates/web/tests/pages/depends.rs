//! Dependencies: a file that is edited or uploaded is told as `quorate depends` tells it, and what is no such file is refused
//! in words.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::Request;
use quorate_web::{Settings, router, router_with};
use tower::ServiceExt as _;

use crate::door::Door;
use crate::world::World;

const FUND: &str = include_str!("../../../../charters/partnership.toml");
const MADE_UP: &str = include_str!("../../../../dependencies/made-up.toml");
const BODY: &str = include_str!("../../../../charters/models/un-security-council.toml");
const PUBLISHED: &str = include_str!("../../../../dependencies/published.toml");

fn answered(request: Request<Body>) -> (u16, String) {
    let records = Arc::new(World::begin().records);
    let door = Door { records, member: "CAN".parse().ok(), text: FUND.into(), checked: false };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let response = router(Arc::new(door)).unwrap().oneshot(request).await.unwrap();
        let status = response.status().as_u16();
        let bytes = to_bytes(response.into_body(), 1 << 22).await.unwrap();
        (status, String::from_utf8(bytes.to_vec()).unwrap())
    })
}

fn get(path: &str) -> String {
    let (status, page) = answered(Request::get(path).body(Body::empty()).unwrap());
    assert_eq!(status, 200, "{path}");
    page
}

/// What is answered to a form with these fields.
fn sent(language: &str, fields: &[(&str, &str)]) -> (u16, String) {
    let mut body = String::new();
    for (name, value) in fields {
        let file = if *name == "file" { "; filename=\"f.toml\"" } else { "" };
        write!(body, "--x\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n{value}\r\n")
            .unwrap();
    }
    body.push_str("--x--\r\n");
    let request = Request::post(format!("/{language}/dependencies"));
    answered(
        request.header("content-type", "multipart/form-data; boundary=x").body(Body::from(body)).unwrap(),
    )
}

fn asked(fields: &[(&str, &str)]) -> String {
    let (status, page) = sent("en", fields);
    assert_eq!(status, 200, "{page}");
    page
}

#[test]
fn the_page_begins_with_what_the_terminal_tells() {
    let page = get("/en/dependencies");
    for told in [
        "Withheld from day 0: XXX",
        "fails from day 720 to day 3650 (2930 days without)",
        "not known: at best it goes on, at worst it fails from day 0 to day 1100 (1100 days without)",
        "how long interceptors lasts",
        "1 single point of failure",
        "3 000 000 000.00 EUR",
        "maker-of-missiles supplies AAA, DDD",
        "The neighbourhood of XXX",
        "is not read from the record",
        "launches is withheld",
        "Sets of four and more",
        "quorate depends holds 100,000 of a thing, and looks at 20,000,000",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    let french = get("/fr/dependencies");
    assert!(french.contains("défaille du jour 720 au jour 3650 (2930 jours sans)"), "{french}");
    assert!(french.contains("launches est retenu"), "{french}");
}

#[test]
fn of_published_facts_nobody_withholds_until_it_is_asked() {
    let page = get("/en/dependencies?file=published");
    assert!(
        page.contains("Nobody is chosen who withholds") && !page.contains("Withheld from day 0"),
        "{page}"
    );
    let page = asked(&[("text", PUBLISHED), ("withhold", "FRA"), ("withhold", "DEU"), ("member", "FRA")]);
    assert!(page.contains("Withheld from day 0: FRA, DEU"), "{page}");
    assert!(page.contains("By what: airlift-of-fra → a400m-fleets → tp400-engines → tp400-of-deu"), "{page}");
    assert!(
        page.contains("3 single points of failure") && !page.contains("deterrence-at-sea-of-gbr: "),
        "{page}"
    );
}

/// A supplier of which the file names no State may be of the one that withholds; that is not that it is.
#[test]
fn what_may_be_withheld_is_not_told_as_withheld() {
    let lift = "[things.lift]\nwhat = \"w\"\nmember = \"AAA\"\nsupplier = \"maker\"\nsource = \"s\"\n";
    let other = "[things.other]\nwhat = \"w\"\nin-hands-of = \"XXX\"\nsource = \"s\"\n";
    let of = |state: &str| {
        let maker = format!("[suppliers.maker]\nwhat = \"w\"\n{state}source = \"s\"\n");
        asked(&[("text", &format!("title = \"t\"\n{maker}{lift}{other}")), ("withhold", "XXX")])
    };
    let page = of("");
    assert!(page.contains("By itself: it is not known whether it is withheld."), "{page}");
    assert!(page.contains("which State can make maker withhold lift"), "{page}");
    assert!(of("state = \"XXX\"\n").contains("By itself: it is withheld."));
    assert!(!of("state = \"none\"\n").contains("By itself: "));
}

#[test]
fn what_is_edited_is_what_is_told_and_a_file_takes_its_place() {
    let edited = MADE_UP.replace("lasts = \"720d\"", "lasts = \"10d\"");
    assert_ne!(edited, MADE_UP);
    let page = asked(&[("text", &edited.replace('\n', "\r\n")), ("withhold", "XXX")]);
    assert!(page.contains("fails from day 10 to day 3650"), "{page}");
    let page = asked(&[("text", MADE_UP), ("file", &edited), ("withhold", "XXX ,maker-of-engines")]);
    assert!(
        page.contains("fails from day 10 to day 3650") && page.contains("XXX, maker-of-engines"),
        "{page}"
    );
    let page = asked(&[
        ("text", MADE_UP),
        ("file", ""),
        ("withhold", "XXX"),
        ("by", "thing"),
        ("around", "airframes"),
    ]);
    assert!(
        page.contains("Minimal cut sets of things") && page.contains("The neighbourhood of airframes"),
        "{page}"
    );
}

#[test]
fn faults_are_told_at_their_lines_and_nothing_is_markup() {
    let text = "title = \"t\"\n[things.a]\nwhat = \"a\"\nneeds = [\"b\"]\nsource = \"s\"\n";
    let (status, page) = sent("fr", &[("text", text)]);
    assert!(status == 422 && page.contains("   4 | needs = [&quot;b&quot;]"), "{page}");
    assert!(
        page.contains("there is no thing `b`") && page.contains("Ce fichier ne se lit pas encore"),
        "{page}"
    );
    let text = "title = \"<b>t</b>\"\n[things.a]\nwhat = \"<i>\"\nmember = \"AAA\"\nin-hands-of = \"AAA\"\nsource = \"<script>\"\n";
    let page = asked(&[("text", text), ("withhold", "<u>"), ("withhold", "a"), ("around", "\"><s>")]);
    assert!(page.contains("no State, supplier or thing &lt;u&gt;"), "{page}");
    for raw in ["<b>t", "<i>", "<script>\"", "<u>", "<s>"] {
        assert!(!page.contains(raw), "{raw} in {page}");
    }
}

#[test]
fn what_was_sent_steers_nothing_and_is_not_repeated_at_length() {
    let hostile = MADE_UP.replace("what = \"", "what = \"\u{202e}");
    let (status, page) = sent("en", &[("text", &hostile), ("withhold", "XXX")]);
    let told = page.split_once("<pre lang=\"en\">").unwrap().1.split_once("</pre>").unwrap().0;
    assert!(status == 422 && told.contains("\\u{202e}") && !told.contains('\u{202e}'), "{told}");
    let name = format!("\u{202e}\u{1b}{}", "n".repeat(500));
    let page = asked(&[("text", MADE_UP), ("withhold", &name)]);
    let told = page.split_once("no State, supplier or thing ").unwrap().1.split_once('<').unwrap().0;
    assert!(told.starts_with("\\u{202e}\\u{1b}nnn") && told.chars().count() < 100, "{told}");
}

/// Five who send slowly hold no place: whoever comes then is answered.
#[test]
fn who_sends_slowly_keeps_nobody_from_it() {
    let records = Arc::new(World::begin().records);
    let door = Door { records, member: "CAN".parse().ok(), text: FUND.into(), checked: false };
    let pages = router(Arc::new(door)).unwrap();
    let form = |body: Body| {
        let request = Request::post("/en/dependencies");
        request.header("content-type", "multipart/form-data; boundary=x").body(body).unwrap()
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let (polled, mut waited_for) = tokio::sync::mpsc::unbounded_channel();
        for at in 0..5 {
            let polled = polled.clone();
            let never = futures_util::stream::poll_fn(move |_| {
                // Nobody listens any more once all were heard.
                let _ = polled.send(at);
                std::task::Poll::<Option<Result<Vec<u8>, std::io::Error>>>::Pending
            });
            tokio::spawn(pages.clone().oneshot(form(Body::from_stream(never))));
        }
        let mut reading = BTreeSet::new();
        while reading.len() < 5 {
            reading.insert(waited_for.recv().await.unwrap());
        }
        let whole = "--x\r\ncontent-disposition: form-data; name=\"text\"\r\n\r\n";
        let answer = pages.oneshot(form(Body::from(format!("{whole}{MADE_UP}\r\n--x--\r\n")))).await.unwrap();
        assert_eq!(answer.status(), 200);
    });
    runtime.shutdown_background();
}

/// Whoever tries a text and asks of a State that it names nowhere is told that first, in both languages.
#[test]
fn a_state_that_a_text_names_nowhere_is_told_as_that() {
    let tried = |language: &str, state: &str| {
        let text: String = BODY.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let request = Request::post(format!("/{language}/charter/check"))
            .header("content-type", "application/x-www-form-urlencoded");
        let body = Body::from(format!("text={text}&independent={state}"));
        let (status, page) = answered(request.body(body).unwrap());
        assert_eq!(status, 200, "{page}");
        page
    };
    assert!(tried("en", "QQQ").contains("QQQ is named nowhere in this text"));
    assert!(tried("fr", "QQQ").contains("QQQ n’est nommé nulle part dans ce texte"));
    assert!(!tried("en", "FRA").contains("is named nowhere"));
}

#[test]
fn a_form_of_another_site_is_not_answered() {
    let records = Arc::new(World::begin().records);
    let door = Door { records, member: "CAN".parse().ok(), text: FUND.into(), checked: false };
    let origin = Some("http://localhost:4400".to_owned());
    let settings = Settings { origin, ..Settings::default() };
    let pages = router_with(Arc::new(door), settings).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    for (from, status) in [("http://elsewhere.example", 403), ("http://localhost:4400", 400)] {
        let request = Request::post("/en/dependencies")
            .header("host", "localhost:4400")
            .header("origin", from)
            .header("content-type", "multipart/form-data; boundary=x");
        let request = request.body(Body::from("--x--\r\n")).unwrap();
        assert_eq!(runtime.block_on(pages.clone().oneshot(request)).unwrap().status().as_u16(), status);
    }
}

#[test]
fn what_cannot_be_looked_at_is_refused_in_words() {
    let long = format!("{MADE_UP}#{}", "x".repeat(70 * 1024));
    assert!(matches!(sent("en", &[("text", &long)]), (413, page) if page.contains("at most 64 kB")));
    let longer = "x".repeat(300 * 1024);
    assert!(matches!(sent("en", &[("file", &longer)]), (413, page) if page.contains("at most 64 kB")));
    assert!(matches!(sent("en", &[("by", "thing")]), (400, page) if page.contains("no form with a text")));
    let request =
        Request::post("/en/dependencies").header("content-type", "application/x-www-form-urlencoded");
    assert!(matches!(answered(request.body(Body::from("text=x")).unwrap()), (400, _)));
}

/// Three groups of which all have to go, each of so many: the sets of three are their product.
#[test]
fn what_has_too_many_cut_sets_is_told_as_not_searched() {
    let mut text = String::from("title = \"wide\"\n");
    for group in 0..3 {
        let leaves: Vec<String> = (0..14).map(|leaf| format!("leaf-{group}-{leaf}")).collect();
        writeln!(text, "[things.all-{group}]\nwhat = \"w\"\nsource = \"s\"\nneeds = {leaves:?}").unwrap();
        for leaf in leaves {
            writeln!(text, "[things.{leaf}]\nwhat = \"w\"\nsource = \"s\"\nin-hands-of = \"XXX\"").unwrap();
        }
    }
    writeln!(text, "[things.a]\nwhat = \"w\"\nsource = \"s\"\nmember = \"AAA\"\none-of = [[\"all-0\", \"all-1\", \"all-2\"]]").unwrap();
    let page = asked(&[("text", &text), ("by", "thing")]);
    assert!(page.contains("Searched only to size 2"), "{page}");
    assert!(!asked(&[("text", &text), ("by", "state")]).contains("Searched only"));
}

/// Many that each rely on many by several ways, until even single ones are too many to look at: that nothing was searched is
/// not that there is nothing.
#[test]
fn what_was_not_searched_is_not_told_as_none() {
    let mut text = String::from("title = \"long\"\n[things]\n");
    let mut thing =
        |name: &str, rest: &str| writeln!(text, "{name}={{what=\"w\",source=\"s\",{rest}}}").unwrap();
    let leaves: Vec<String> = (0..600).map(|leaf| format!("l{leaf}")).collect();
    leaves.iter().for_each(|leaf| thing(leaf, "in-hands-of=\"XXX\""));
    thing("b", &format!("needs={leaves:?}"));
    ["c", "d", "e", "u0"].iter().for_each(|one| thing(one, "needs=[\"b\"]"));
    for at in 1..400 {
        thing(&format!("u{at}"), &format!("needs=[\"u{}\",\"b\",\"c\",\"d\",\"e\"]", at - 1));
    }
    thing("a", "member=\"AAA\",needs=[\"u399\"]");
    let page = asked(&[("text", &text), ("by", "thing")]);
    let cell = page.split_once("<td><ul class=\"plain\"><li>").unwrap().1.split_once("</td>").unwrap().0;
    assert_eq!(
        cell,
        "<strong>Not searched: there are too many even of single ones for this page.</strong></li></ul>"
    );
}

//! The authority table: what every route answers to whoever asks. Routes are read off the sources, so that none is forgotten;
//! the table is an approval, like every snapshot.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use axum::Router;
use axum::http::{Request, header};

use super::asked::{Answer, PAGES, ask, get};
use super::door::{Desk, HELD};
use super::sessions::sign_in;
use super::systems::made;

/// Who asks, and how.
struct Visitor {
    told: &'static str,
    cookie: Option<String>,
    token: Option<String>,
    /// What the visitor's forms carry, and of which origin they are.
    form: Option<String>,
    origin: &'static str,
}

impl Visitor {
    fn ask(&self, pages: &Router, method: &str, path: &str) -> Answer {
        let mut asked = Request::builder().method(method).uri(path).header(header::ORIGIN, self.origin);
        if let Some(cookie) = &self.cookie {
            asked = asked.header(header::COOKIE, cookie);
        }
        if let Some(token) = &self.token {
            asked = asked.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        let form = self.form.as_deref().map(|token| format!("token={token}")).unwrap_or_default();
        ask(pages, PAGES, asked, &form)
    }
}

/// Every file of Rust under a folder.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The methods and paths of the pages, as the sources give them to the router: `.route("/path", get(…).post(…))`.
fn routes() -> Vec<(String, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&source, &mut files);
    let mut routes = Vec::new();
    for file in files {
        let within = file.strip_prefix(&source).unwrap().to_str().unwrap().to_owned();
        let before = match within.split('/').next().unwrap() {
            "app.rs" => "",
            "agent" | "api" => continue,
            _ => "/en",
        };
        let text: String = fs::read_to_string(&file).unwrap().split_whitespace().collect();
        for given in text.split(".route(\"").skip(1) {
            let (path, rest) = given.split_once("\",").unwrap();
            let rest = rest.split(".route(").next().unwrap();
            for method in ["get", "post"] {
                let called = |begins: &str| rest.starts_with(&format!("{begins}{method}("));
                // What is merged in takes what a form sends, within limits of its own.
                let merged = method == "post" && rest.contains(").merge(");
                if called("") || merged || rest.contains(&format!(").{method}(")) {
                    routes.push((
                        method.to_uppercase(),
                        format!("{before}{}", path.replace("{language}", "en")),
                    ));
                }
            }
        }
    }
    let described = quorate_web::description();
    for (path, methods) in described["paths"].as_object().unwrap() {
        routes
            .extend(methods.as_object().unwrap().keys().map(|method| (method.to_uppercase(), path.clone())));
    }
    routes.sort_by(|one, other| (&one.1, &one.0).cmp(&(&other.1, &other.0)));
    routes
}

/// A path with something in each gap.
fn filled(path: &str) -> String {
    let gaps = [
        ("{number}", "1"),
        ("{height}", "0"),
        ("{code}", "CAN"),
        ("{register}", "votes"),
        ("{file}", "style.css"),
        ("{name}", "decision.vote"),
        ("{id}", &"0".repeat(64)),
    ];
    let filled = gaps.iter().fold(path.to_owned(), |path, (gap, value)| path.replace(gap, value));
    assert!(!filled.contains('{'), "say in this test what stands in the gaps of {path}");
    filled
}

fn told(answer: &Answer) -> String {
    match answer.location.as_str() {
        "" => answer.status.as_u16().to_string(),
        to => format!("{} {to}", answer.status.as_u16()),
    }
}

#[test]
fn every_route_answers_each_visitor_as_agreed() {
    let mut table = String::new();
    for (open, where_) in [(false, "Where others reach"), (true, "Where reading is open")] {
        let visitors = |desk: &Desk, pages: &Router| {
            let cookie = sign_in(desk, pages, HELD);
            let token = made(pages, &cookie, 1);
            let form = get(pages, "/en/systems", Some(&cookie)).hidden("token");
            let other = "http://other.example";
            [
                Visitor { told: "stranger", cookie: None, token: None, form: None, origin: PAGES },
                Visitor { told: "token", cookie: None, token: Some(token), form: None, origin: PAGES },
                Visitor {
                    told: "signed in, from elsewhere",
                    cookie: Some(cookie.clone()),
                    token: None,
                    form: Some(form.clone()),
                    origin: other,
                },
                Visitor {
                    told: "signed in, no form of ours",
                    cookie: Some(cookie.clone()),
                    token: None,
                    form: None,
                    origin: PAGES,
                },
                Visitor {
                    told: "signed in",
                    cookie: Some(cookie),
                    token: None,
                    form: Some(form),
                    origin: PAGES,
                },
            ]
        };
        writeln!(table, "{where_}").unwrap();
        for (method, path) in routes() {
            writeln!(table, "  {method} {path}").unwrap();
            // Each route finds everybody as they were before: one of them signs out.
            let desk = Desk::open();
            let pages = desk.pages(open);
            let mut said: Vec<(String, Vec<&str>)> = Vec::new();
            for visitor in visitors(&desk, &pages) {
                let answer = told(&visitor.ask(&pages, &method, &filled(&path)));
                match said.iter_mut().find(|(before, _)| *before == answer) {
                    Some((_, who)) => who.push(visitor.told),
                    None => said.push((answer, vec![visitor.told])),
                }
            }
            for (answer, who) in said {
                writeln!(
                    table,
                    "    {answer}: {}",
                    if who.len() == 5 { "everybody".into() } else { who.join("; ") }
                )
                .unwrap();
            }
        }
    }
    insta::assert_snapshot!(table);
}

//! The agent's pages of compartments, opened over a fake circle.

use std::fmt::Write as _;
use std::sync::Arc;

use axum::Router;
use axum::http::{Request, header};
use quorate_web::agent::compartments::Compartments;
use quorate_web::agent::{Held, Signatory};

use super::asked::{AGENT, Answer, ask};
use super::circle::Circle;

struct NoKeys;

impl Signatory for NoKeys {
    fn held(&self) -> Vec<Held> {
        Vec::new()
    }

    fn sign(&self, _: &Held, _: &[u8], _: Option<&str>) -> Result<[u8; 64], String> {
        Err("there is no key".into())
    }

    fn is_exercise(&self) -> bool {
        false
    }
}

pub(crate) struct Bench {
    pub(crate) circle: Arc<Circle>,
    pub(crate) agent: Router,
    pub(crate) cookie: String,
}

impl Bench {
    pub(crate) fn of(circle: Circle) -> Bench {
        let circle = Arc::new(circle);
        let door: Arc<dyn Compartments> = Arc::<Circle>::clone(&circle);
        let agent = quorate_web::agent::router_with(Arc::new(NoKeys), Some(door), AGENT.into()).unwrap();
        let mut bench = Bench { circle, agent, cookie: String::new() };
        let opened = bench.post("/en/compartments/open", AGENT, "passphrase=right");
        bench.cookie = opened.cookie.unwrap();
        bench
    }

    pub(crate) fn open() -> Bench {
        Bench::of(Circle::of(&["FRA"]))
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        ask(&self.agent, AGENT, Request::get(path).header(header::COOKIE, &self.cookie), "")
    }

    pub(crate) fn post(&self, path: &str, origin: &str, body: &str) -> Answer {
        let asked = Request::post(path).header(header::ORIGIN, origin).header(header::COOKIE, &self.cookie);
        ask(&self.agent, AGENT, asked, body)
    }

    /// Sends a form with a file.
    pub(crate) fn upload(
        &self,
        path: &str,
        origin: &str,
        fields: &[(&str, &str)],
        file: Option<&str>,
    ) -> Answer {
        let mut body = String::new();
        for (name, value) in fields {
            write!(body, "--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
                .unwrap();
        }
        if let Some(text) = file {
            let begins = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"report.txt\"";
            write!(body, "{begins}\r\nContent-Type: text/plain\r\n\r\n{text}\r\n").unwrap();
        }
        body.push_str("--x--\r\n");
        let asked = Request::post(path)
            .header(header::ORIGIN, origin)
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
        ask(&self.agent, AGENT, asked, &body)
    }

    pub(crate) fn weigh(&self, language: &str, more: &[(&str, &str)]) -> Answer {
        let plain = [("title", "The coast"), ("policy", "EXERCISE"), ("level", "SECRET"), ("class", "year")];
        let fields: Vec<(&str, &str)> = more.iter().chain(&plain).copied().collect();
        self.upload(&format!("/{language}/compartments/1/weigh"), AGENT, &fields, Some("What was seen"))
    }

    pub(crate) fn seal(&self, shown: &Answer) -> Answer {
        let yes = format!("draft={}&digest={}", shown.hidden("draft"), shown.hidden("digest"));
        self.post("/en/compartments/1/seal", AGENT, &yes)
    }

    pub(crate) fn done(&self) -> Vec<String> {
        self.circle.done.lock().unwrap().clone()
    }
}

/// What a page says, in lines, without what changes with each.
pub(crate) fn said(answer: &Answer) -> String {
    let body = answer.body.split_once("<body>").map_or(answer.body.as_str(), |(_, body)| body);
    let mut text = String::new();
    for part in body.split('<') {
        let (tag, words) = part.split_once('>').unwrap_or(("", part));
        let name = tag.split([' ', '/']).find(|name| !name.is_empty()).unwrap_or_default();
        if !["a", "strong", "bdi", "code", "time", "span", "i"].contains(&name) {
            text.push('\n');
        }
        text.push_str(words);
    }
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

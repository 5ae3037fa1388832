//! The routes as a visitor sees them, and a walk along every link.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use http_body_util::BodyExt as _;
use quorate_web::Doorway;
use tokio::runtime::{Builder, Runtime};
use tower::ServiceExt as _;

use crate::html::Html;

/// What is answered.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn is_page(&self) -> bool {
        self.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/html; charset=utf-8")
    }
}

/// The routes over a door.
pub(crate) struct Site {
    routes: Router,
    runtime: Runtime,
}

impl Site {
    pub(crate) fn of(door: Arc<dyn Doorway>) -> Site {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        Site { routes: quorate_web::router(door).unwrap(), runtime }
    }

    pub(crate) fn ask(&self, path: &str) -> Answer {
        self.put(Request::get(path).body(Body::empty()).unwrap())
    }

    pub(crate) fn put(&self, request: Request<Body>) -> Answer {
        self.runtime.block_on(async {
            let response = self.routes.clone().oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let body = body.collect().await.unwrap().to_bytes();
            let body = String::from_utf8(body.to_vec()).unwrap();
            Answer { status: parts.status, headers: parts.headers, body }
        })
    }

    /// Every page that links lead to from the front page, of each kind at most so many. Each link is answered.
    pub(crate) fn walk(&self, most: usize, mut look: impl FnMut(&str, &Html, &Answer)) -> Walked {
        let mut walked = Walked::default();
        let mut waiting: VecDeque<(String, String)> = [("/".into(), "/en/".into())].into();
        while let Some((from, path)) = waiting.pop_front() {
            let kind = kind(&path);
            let seen = walked.kinds.entry(kind).or_default();
            if *seen == most || !walked.paths.insert(path.clone()) {
                continue;
            }
            *seen += 1;
            let answer = self.ask(&path);
            assert_eq!(answer.status, StatusCode::OK, "{path}, to which {from} links");
            if !answer.is_page() {
                continue;
            }
            let html = Html::read(&answer.body);
            look(&path, &html, &answer);
            for link in html.links() {
                let (to, part) = resolved(&path, &link);
                if !part.is_empty() {
                    walked.parts.insert((path.clone(), to.clone(), part));
                }
                waiting.push_back((path.clone(), to));
            }
            walked.ids.insert(path, html.ids().into_iter().collect());
        }
        walked
    }
}

/// Where a walk came by.
#[derive(Default)]
pub(crate) struct Walked {
    paths: BTreeSet<String>,
    pub(crate) kinds: BTreeMap<String, usize>,
    /// What is linked inside of pages: from where, which page, which part of it.
    parts: BTreeSet<(String, String, String)>,
    ids: BTreeMap<String, BTreeSet<String>>,
}

impl Walked {
    /// Links into a page lead to a part of it.
    pub(crate) fn finds_every_part(&self) {
        for (from, to, part) in &self.parts {
            let there = self.ids.get(to).is_none_or(|ids| ids.contains(part));
            assert!(there, "{from} links to {to}#{part}, which has no such part");
        }
    }
}

/// The page that a link leads to, and the part of it.
fn resolved(from: &str, link: &str) -> (String, String) {
    let (to, part) = link.split_once('#').unwrap_or((link, ""));
    let to = match to.chars().next() {
        None => from.into(),
        Some('?') => format!("{}{to}", from.split('?').next().unwrap()),
        Some('/') if !to.starts_with("//") => to.into(),
        Some(_) => panic!("{from} links elsewhere: {link}"),
    };
    (to, part.into())
}

/// What is like others: numbers and members' codes stand for each other, and so do the values of questions.
fn kind(path: &str) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let segment = |segment: &str| match segment {
        number if number.parse::<u64>().is_ok() => "{number}".into(),
        code if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()) => "{code}".into(),
        other => String::from(other),
    };
    let segments: Vec<String> = path.split('/').map(segment).collect();
    let asked: Vec<&str> = query.split('&').filter_map(|pair| pair.split('=').next()).collect();
    format!("{}?{}", segments.join("/"), asked.join("&"))
}

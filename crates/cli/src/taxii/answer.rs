//! What is answered to a reader, of what it sees alone.

use quorate_vault::stix::Viewed;
use serde_json::{Map, Value, json};

use super::asked::{Answer, Asked};
use super::page::{Filters, added};

/// The media types of answers, and of what is served.
pub(super) const TAXII: &str = "application/taxii+json;version=2.1";
const STIX: &str = "application/stix+json;version=2.1";
/// The longest body that somebody may send. Nothing is taken in, and TAXII asks for a number above 0.
const MAX_CONTENT: usize = 1024;

/// A compartment as a collection, with what one reader sees of it.
#[derive(Clone, Debug)]
pub(crate) struct Collection {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) objects: Vec<Viewed>,
}

/// All that one reader sees.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shown {
    /// Where it is served: `http://127.0.0.1:4600`.
    pub(crate) origin: String,
    pub(crate) collections: Vec<Collection>,
}

impl Shown {
    /// Answers a question.
    pub(super) fn answer(&self, asked: &Asked) -> Answer {
        if !asked.takes_taxii() {
            return Answer::refused(406, "Answers are application/taxii+json;version=2.1");
        }
        // Every address of TAXII ends with a stroke.
        let Some(path) = asked.path.strip_prefix('/').and_then(|path| path.strip_suffix('/')) else {
            return Answer::nothing();
        };
        let parts: Vec<&str> = path.split('/').collect();
        let reads = matches!(asked.method.as_str(), "GET" | "HEAD");
        match parts.as_slice() {
            ["taxii2"] => only_read(reads, self.discovery()),
            ["quorate"] => only_read(reads, root()),
            ["quorate", "collections"] => only_read(reads, self.collections()),
            ["quorate", "collections", id, rest @ ..] => {
                match self.collections.iter().find(|one| one.id == *id) {
                    Some(collection) => collection.answer(rest, reads, asked),
                    None => Answer::nothing(),
                }
            }
            _ => Answer::nothing(),
        }
    }

    fn discovery(&self) -> Answer {
        let root = format!("{}/quorate/", self.origin);
        Answer::of(json!({ "title": "Quorate", "default": root, "api_roots": [root] }))
    }

    fn collections(&self) -> Answer {
        let all: Vec<Value> = self.collections.iter().map(Collection::told).collect();
        Answer::of(if all.is_empty() { json!({}) } else { json!({ "collections": all }) })
    }
}

fn root() -> Answer {
    Answer::of(json!({ "title": "Quorate", "versions": [TAXII], "max_content_length": MAX_CONTENT }))
}

fn only_read(reads: bool, answer: Answer) -> Answer {
    if reads { answer } else { Answer::refused(405, "This is only read").with("Allow", "GET, HEAD") }
}

impl Collection {
    fn told(&self) -> Value {
        json!({ "id": self.id, "title": self.title, "can_read": true, "can_write": false, "media_types": [STIX] })
    }

    fn answer(&self, rest: &[&str], reads: bool, asked: &Asked) -> Answer {
        if !reads {
            // Whether a thing is there is not told by how its change is refused.
            return Answer::refused(403, "Nothing is written here");
        }
        match rest {
            [] => Answer::of(self.told()),
            ["manifest"] => filtered(asked, |filters| page(&filters, &self.all(), "objects", manifest)),
            ["objects"] => filtered(asked, |filters| page(&filters, &self.all(), "objects", object)),
            ["objects", id, rest @ ..] => self.one(id, rest, asked),
            _ => Answer::nothing(),
        }
    }

    fn all(&self) -> Vec<&Viewed> {
        self.objects.iter().collect()
    }

    fn one(&self, id: &str, rest: &[&str], asked: &Asked) -> Answer {
        let of: Vec<&Viewed> = self.objects.iter().filter(|seen| seen.object.id() == id).collect();
        match rest {
            _ if of.is_empty() => Answer::nothing(),
            [] => filtered(asked, |filters| page(&filters, &of, "objects", object)),
            ["versions"] => filtered(asked, |filters| {
                page(&filters.of_all_versions(), &of, "versions", |seen| version(seen).into())
            }),
            _ => Answer::nothing(),
        }
    }
}

fn filtered(asked: &Asked, answer: impl FnOnce(Filters) -> Answer) -> Answer {
    asked.filters().map_or_else(|refused| refused, answer)
}

/// A page of what a reader sees, each in a form, with the moments at which the first and the last were added.
fn page(filters: &Filters, seen: &[&Viewed], name: &str, form: impl Fn(&Viewed) -> Value) -> Answer {
    let page = filters.page(seen);
    let mut body = Map::new();
    if let Some(next) = page.next {
        body.insert("more".into(), true.into());
        body.insert("next".into(), next.into());
    }
    let objects: Vec<Value> = page.objects.iter().map(|seen| form(seen)).collect();
    if !objects.is_empty() {
        body.insert(name.into(), objects.into());
    }
    let answer = Answer::of(body.into());
    match page.objects.as_slice() {
        [] => answer,
        [first, .., last] | [first @ last] => answer
            .with("X-TAXII-Date-Added-First", moment(first))
            .with("X-TAXII-Date-Added-Last", moment(last)),
    }
}

fn object(seen: &Viewed) -> Value {
    seen.object.value().clone().into()
}

fn manifest(seen: &Viewed) -> Value {
    json!({ "id": seen.object.id(), "date_added": moment(seen), "version": version(seen), "media_type": STIX })
}

fn version(seen: &Viewed) -> String {
    seen.object.version().map_or_else(|| moment(seen), |(_, text)| text.to_owned())
}

fn moment(seen: &Viewed) -> String {
    format!("{:.6}", added(seen))
}

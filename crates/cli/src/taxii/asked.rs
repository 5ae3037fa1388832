//! A question, and what is answered.

use serde_json::{Value, json};

use super::page::Filters;

/// What was asked, of everything that HTTP has.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked {
    pub(crate) method: String,
    pub(crate) path: String,
    /// Names and values; none where they are not well formed.
    pub(crate) query: Option<Vec<(String, String)>>,
    pub(crate) accept: Option<String>,
}

/// What is answered.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Value,
}

impl Answer {
    pub(super) fn of(body: Value) -> Answer {
        Answer { status: 200, headers: Vec::new(), body }
    }

    /// A refusal in TAXII's form (section 3.6.1). It says nothing of what there is.
    pub(super) fn refused(status: u16, title: &str) -> Answer {
        Answer {
            status,
            headers: Vec::new(),
            body: json!({ "title": title, "http_status": status.to_string() }),
        }
    }

    /// What is not there, and what this reader does not see: one answer.
    pub(super) fn nothing() -> Answer {
        Answer::refused(404, "There is no such thing here")
    }

    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Answer {
        self.headers.push((name, value.into()));
        self
    }
}

impl Asked {
    /// Whether an answer of TAXII 2.1 is taken.
    pub(super) fn takes_taxii(&self) -> bool {
        let Some(accept) = &self.accept else { return true };
        accept.to_ascii_lowercase().split(',').any(|one| {
            let mut parts = one.split(';').map(str::trim);
            let kind = parts.next().unwrap_or_default();
            let is_version = |part: &str| match part.strip_prefix("version=") {
                Some(version) => version.trim_matches('"') == "2.1",
                None => true,
            };
            matches!(kind, "*/*" | "application/*")
                || (kind == "application/taxii+json" && parts.all(is_version))
        })
    }

    /// The filters in it, or what is wrong with them.
    pub(super) fn filters(&self) -> Result<Filters, Answer> {
        let query =
            self.query.as_ref().ok_or_else(|| Answer::refused(400, "The question is not well formed"))?;
        Filters::of(query).map_err(|what| Answer::refused(400, what))
    }
}

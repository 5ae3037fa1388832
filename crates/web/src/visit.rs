//! A visit of a page: which record it shows, in which language.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Path, State};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use quorate_records::Records;
use quorate_records::words::Language;
use serde::Deserialize;
use tokio::task::spawn_blocking;

use crate::app::App;
use crate::desk::Session;
use crate::error;
use crate::proved::Cosigned;
use crate::shell::{self, Chapter};
use crate::texts::{self, Say, Texts};

/// Who asks for a page, and for what; the record is that of one block from beginning to end.
pub(crate) struct Visit {
    pub(crate) app: Arc<App>,
    pub(crate) records: Arc<Records>,
    pub(crate) language: Language,
    /// The path behind the language, with a slash in front.
    pub(crate) path: String,
    /// What was asked behind the path, as it stands in the address.
    pub(crate) query: String,
    /// Who is signed in.
    pub(crate) session: Option<Session>,
    /// What else the page is written from that changes without a block; a page is kept for others under it, too.
    pub(crate) beside: String,
    /// From where the page hears that more of it has come, and whether it waits to be asked for where no script runs.
    pub(crate) arrives: Option<(String, bool)>,
    /// Whether something is asked for, and nothing sent.
    is_read: bool,
    /// The mark of what the visitor has already.
    has: Option<String>,
}

#[derive(Deserialize)]
struct Asked {
    language: String,
}

/// The language with this code.
pub(crate) fn language(code: &str) -> Option<Language> {
    [Language::English, Language::French].into_iter().find(|language| language.code() == code)
}

impl FromRequestParts<Arc<App>> for Visit {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Visit, Response> {
        let State(app): State<Arc<App>> =
            State::from_request_parts(parts, app).await.unwrap_or_else(|never| match never {});
        let asked = Path::<Asked>::from_request_parts(parts, &app).await;
        let known = asked.ok().and_then(|Path(asked)| language(&asked.language));
        let Some(language) = known else { return Err(error::nowhere().await) };
        let path = axum::extract::OriginalUri::from_request_parts(parts, &app)
            .await
            .map(|uri| uri.path().to_owned())
            .unwrap_or_else(|never| match never {});
        let path = path.strip_prefix('/').and_then(|path| path.strip_prefix(language.code()));
        let path = path.unwrap_or("/").to_owned();
        let query = parts.uri.query().unwrap_or_default().to_owned();
        let has = parts.headers.get(header::IF_NONE_MATCH);
        let has = has.and_then(|has| has.to_str().ok()).map(str::to_owned);
        let (records, session) = (app.door.records(), app.sessions.visit(&parts.headers).await);
        let is_read = parts.method == Method::GET;
        let beside = String::new();
        let arrives = None;
        Ok(Visit { app, records, language, path, query, session, beside, arrives, is_read, has })
    }
}

impl Visit {
    /// The page of a chapter, unless the visitor has this one already.
    pub(crate) fn page(&self, chapter: Chapter, write: impl FnOnce(&Page<'_>) -> shell::Content) -> Response {
        self.page_named(chapter, self.name(chapter), write)
    }

    /// The same for what is so now and may be otherwise at once: it is written for this visitor alone.
    pub(crate) fn page_now(
        &self,
        chapter: Chapter,
        write: impl FnOnce(&Page<'_>) -> shell::Content,
    ) -> Response {
        self.page_named(chapter, None, write)
    }

    fn page_named(
        &self,
        chapter: Chapter,
        name: Option<String>,
        write: impl FnOnce(&Page<'_>) -> shell::Content,
    ) -> Response {
        let found = self.app.door.assurance();
        let from = (&self.records, found.as_ref());
        let known = name.as_ref().and_then(|name| self.app.written.get(from, name));
        let text = known.unwrap_or_else(|| {
            let page = Page { visit: self, say: self.app.texts.say(self.language) };
            let text = shell::page(&page, chapter, &write(&page)).into_string();
            let text = Arc::new((mark(&text), text));
            if let Some(name) = name {
                self.app.written.keep(from, name, &text);
            }
            text
        });
        let (mark, text) = &*text;
        if self.has.as_deref() == Some(mark.as_str()) {
            return (StatusCode::NOT_MODIFIED, [(header::ETAG, mark)]).into_response();
        }
        let kind = "text/html; charset=utf-8";
        ([(header::CONTENT_TYPE, kind), (header::ETAG, mark.as_str())], text.clone()).into_response()
    }

    /// Whether something is asked for, and nothing sent. What is answered to a form stands until its reader has read it: asking
    /// for it again would be another question.
    pub(crate) fn is_read(&self) -> bool {
        self.is_read
    }

    /// Answers on a thread that may wait or work for long, so that nobody else's page waits for it.
    pub(crate) async fn apart(self, answer: impl FnOnce(&Visit) -> Response + Send + 'static) -> Response {
        let answered = spawn_blocking(move || answer(&self)).await;
        answered.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
    }

    /// The newest checkpoint, for a page that shows it.
    pub(crate) fn with_checkpoint(&mut self) -> Option<Arc<Cosigned>> {
        let cosigned = self.app.door.checkpoint();
        let height = cosigned.as_ref().map(|cosigned| cosigned.note.checkpoint().height);
        self.beside = height.map_or_else(String::new, |height| height.to_string());
        cosigned
    }

    /// Under what this page can be kept for others: none if it is of whoever is signed in, of a form that was sent, or of what
    /// stands in no record.
    fn name(&self, chapter: Chapter) -> Option<String> {
        let is_of_record = !matches!(chapter, Chapter::SignIn | Chapter::Acts | Chapter::Network);
        let is_for_all = self.session.is_none() && self.is_read && is_of_record;
        is_for_all.then(|| format!("{}{}?{} {}", self.language.code(), self.path, self.query, self.beside))
    }
}

/// A mark of what was sent: whoever has it need not be sent it again (RFC 9110, 8.8.3).
pub(crate) fn mark(text: &str) -> String {
    use sha2::Digest as _;
    let mut digits = base16ct::lower::encode_string(&sha2::Sha256::digest(text.as_bytes()));
    digits.truncate(32);
    format!("\"{digits}\"")
}

/// What a page is written from.
pub(crate) struct Page<'v> {
    pub(crate) visit: &'v Visit,
    pub(crate) say: Say<'v>,
}

impl Page<'_> {
    pub(crate) fn records(&self) -> &Records {
        &self.visit.records
    }

    pub(crate) fn language(&self) -> Language {
        self.visit.language
    }

    /// A text of the pages.
    pub(crate) fn t(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A text of the pages with gaps, each filled.
    pub(crate) fn with(&self, key: &str, gaps: &[(&str, &str)]) -> String {
        texts::set(self.language(), self.say.text(key, gaps))
    }

    /// A text of the records, given in English.
    pub(crate) fn told(&self, english: &str) -> String {
        texts::set(self.language(), self.language().say(english))
    }

    /// A refusal, or a part of one.
    pub(crate) fn refused(&self, english: &str) -> String {
        texts::set(self.language(), self.language().say_refused(english))
    }

    /// What an act does or one of its fields is.
    pub(crate) fn explained(&self, english: &str) -> String {
        texts::set(self.language(), self.language().explain(english))
    }

    /// The address of another page in the same language.
    pub(crate) fn to(&self, path: &str) -> String {
        format!("/{}{path}", self.language().code())
    }
}

/// The language that a reader asks for first, of those there are (RFC 9110, 12.5.4); weights are not counted.
pub(crate) fn preferred(accepts: Option<&str>) -> Language {
    let mut asked = accepts.unwrap_or_default().split(',').map(|one| one.trim().get(..2).unwrap_or_default());
    asked.find_map(language).unwrap_or_default()
}

impl Texts {
    pub(crate) fn say(&self, language: Language) -> Say<'_> {
        Say::new(self, language)
    }
}

//! What stands around every page of compartments.

use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use maud::{DOCTYPE, Markup, html};
use quorate_records::words::Language;

use super::door::Stop;
use super::entered::Outside;
use super::stops;
use crate::agent::shown;
use crate::assets;
use crate::texts::{Say, set};

/// What a page is written with.
pub(super) struct Writer<'w> {
    say: Say<'w>,
    pub(super) language: Language,
    outside: &'w Outside,
}

impl Writer<'_> {
    pub(super) fn t(&self, key: &str) -> String {
        self.with(key, &[])
    }

    pub(super) fn with(&self, key: &str, gaps: &[(&str, &str)]) -> String {
        set(self.language, self.say.text(key, gaps))
    }

    /// The address of another page of compartments.
    pub(super) fn to(&self, path: &str) -> String {
        self.outside.to(path)
    }

    /// Several, as in `CAN, FRA and GBR`.
    pub(super) fn list(&self, all: impl IntoIterator<Item = impl ToString>) -> String {
        let all: Vec<String> = all.into_iter().map(|one| one.to_string()).collect();
        match all.split_last() {
            None => String::new(),
            Some((only, [])) => only.clone(),
            Some((last, rest)) => format!("{} {} {last}", rest.join(", "), self.t("comp-and")),
        }
    }
}

impl Outside {
    pub(super) fn writer(&self) -> Writer<'_> {
        Writer { say: shown::say(&self.agent, self.language), language: self.language, outside: self }
    }

    /// A page. Its title names what it is and nothing of what is in it; its address in the other language is the same.
    pub(super) fn page(&self, path: &str, title: &str, body: &Markup) -> Response {
        let writer = self.writer();
        let title = writer.t(title);
        let is_in = self.is_in();
        html! {
            (DOCTYPE)
            html lang=(self.language.code()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (title) " · " (writer.t("agent")) }
                    link rel="icon" href="/assets/mark.svg" type="image/svg+xml";
                    link rel="stylesheet" href=(assets::style());
                }
                body {
                    a.skip href="#content" { (writer.t("skip")) }
                    header.top {
                        p.partnership { a href="/" { (writer.t("agent")) } }
                        p { a href=(writer.to("")) { (writer.t("comp")) } }
                        @if is_in {
                            form.signed-in method="post" action=(writer.to("/close")) {
                                button.plain type="submit" { (writer.t("comp-close")) }
                            }
                        }
                        p.languages {
                            @for (language, name) in [(Language::English, "English"), (Language::French, "Français")] {
                                @if language == self.language {
                                    span lang=(language.code()) aria-current="true" { (name) }
                                } @else {
                                    a href=(format!("/{}/compartments{path}", language.code())) lang=(language.code()) hreflang=(language.code()) { (name) }
                                }
                            }
                        }
                    }
                    main id="content" { h1 { (title) } (body) }
                    footer { p { (writer.t("comp-not-accredited")) } }
                }
            }
        }
        .into_response()
    }

    /// The page of what is not done, and why.
    pub(super) fn stopped(&self, stop: &Stop) -> Response {
        self.stopped_with(stop, &html! {})
    }

    /// The same, with what to do.
    pub(super) fn stopped_with(&self, stop: &Stop, more: &Markup) -> Response {
        let writer = self.writer();
        let body = html! {
            p.answer.fails role="alert" { (stops::told(&writer, stop)) }
            (more)
            p { a href=(writer.to("")) { (writer.t("comp-back")) } }
        };
        let mut page = self.page("", "comp-not-done", &body);
        *page.status_mut() = match stop {
            Stop::NoSuch => StatusCode::NOT_FOUND,
            Stop::NoRecord => StatusCode::SERVICE_UNAVAILABLE,
            _ => StatusCode::CONFLICT,
        };
        page
    }
}

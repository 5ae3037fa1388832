//! What stands around every page: whose it is, where else to go, as of when.

use maud::{DOCTYPE, Markup, html};
use quorate_partnership::Nature;
use quorate_records::words::{self, Language};

use crate::assets;
use crate::parts::hatch;
use crate::visit::Page;

/// What stands in a page.
pub(crate) struct Content {
    /// What it is called.
    pub(crate) title: String,
    /// The page below its heading.
    pub(crate) body: Markup,
}

/// The chapters, in the order of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Chapter {
    Front,
    Today,
    Acts,
    Decisions,
    Fund,
    Cases,
    Consultations,
    Frameworks,
    Continuity,
    Positions,
    Capabilities,
    Dependencies,
    Trajectories,
    Charter,
    Members,
    Network,
    Representatives,
    Record,
    Public,
    SignIn,
}

/// The chapters that have pages: text, path.
const CHAPTERS: &[(Chapter, &str, &str)] = &[
    (Chapter::Front, "chapter-front", "/"),
    (Chapter::Today, "chapter-today", "/today"),
    (Chapter::Acts, "chapter-acts", "/acts"),
    (Chapter::Decisions, "chapter-decisions", "/decisions"),
    (Chapter::Fund, "chapter-fund", "/fund"),
    (Chapter::Cases, "chapter-cases", "/cases"),
    (Chapter::Consultations, "chapter-consultations", "/consultations"),
    (Chapter::Frameworks, "chapter-frameworks", "/frameworks"),
    (Chapter::Continuity, "chapter-continuity", "/continuity"),
    (Chapter::Positions, "chapter-positions", "/positions"),
    (Chapter::Capabilities, "chapter-capabilities", "/capabilities"),
    (Chapter::Dependencies, "chapter-dependencies", "/dependencies"),
    (Chapter::Trajectories, "chapter-trajectories", "/trajectories"),
    (Chapter::Charter, "chapter-charter", "/charter"),
    (Chapter::Members, "chapter-members", "/members"),
    (Chapter::Network, "chapter-network", "/network"),
    (Chapter::Representatives, "chapter-representatives", "/representatives"),
    (Chapter::Record, "chapter-record", "/record"),
    (Chapter::Public, "chapter-public", "/public"),
];

/// After how many seconds a page of which more is to come is asked for again where no script does it.
const EACH: u32 = 5;

/// A whole page.
pub(crate) fn page(page: &Page<'_>, chapter: Chapter, content: &Content) -> Markup {
    let records = page.records();
    let title = page.language().of(records.charter().title());
    html! {
        (DOCTYPE)
        html lang=(page.language().code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (content.title) " · " (title) }
                link rel="icon" href="/assets/mark.svg" type="image/svg+xml";
                link rel="stylesheet" href=(assets::style());
                @for language in [Language::English, Language::French] {
                    link rel="alternate" hreflang=(language.code()) href=(elsewhere(page, language));
                }
                script src=(assets::script()) defer {}
                @if let Some((_, false)) = page.visit.arrives { noscript { meta http-equiv="refresh" content=(EACH); } }
                @if chapter == Chapter::SignIn { script src=(assets::passkeys()) defer {} }
            }
            body data-height=[page.visit.is_read().then(|| records.height())]
                data-arrives=[page.visit.arrives.as_ref().map(|(from, _)| from)] {
                (hatch())
                a.skip href="#content" { (page.t("skip")) }
                @if matches!(records.nature(), Nature::Rehearsal { .. }) {
                    aside.notice { strong { (page.t("exercise")) } " " (page.t("exercise-says")) }
                }
                (head(page, title))
                (chapters(page, chapter))
                main id="content" {
                    h1 { (content.title) }
                    (content.body)
                }
                (foot(page, chapter))
            }
        }
    }
}

/// Whose page it is, and the other language.
fn head(page: &Page<'_>, title: &str) -> Markup {
    let member = page.visit.app.door.member();
    let name = member.and_then(|member| page.records().charter().member(member));
    html! {
        header.top {
            p.partnership { a href=(page.to("/")) { (title) } }
            p.whose {
                @match (member, name) {
                    (Some(code), Some(member)) => {
                        (page.t("node-of")) " " strong { (page.language().of(member.name())) } " (" (code) ")"
                    }
                    _ => { (page.t("node-alone")) }
                }
            }
            (signed_in(page))
            p.languages {
                @for (language, name) in [(Language::English, "English"), (Language::French, "Français")] {
                    @if language == page.language() {
                        span lang=(language.code()) aria-current="true" { (name) }
                    } @else {
                        a href=(elsewhere(page, language)) lang=(language.code()) hreflang=(language.code()) { (name) }
                    }
                }
            }
        }
    }
}

/// Who is signed in, and the way out.
fn signed_in(page: &Page<'_>) -> Markup {
    html! {
        @match &page.visit.session {
            Some(session) => {
                form.signed-in method="post" action=(page.to("/sign-out")) {
                    input type="hidden" name="token" value=(session.token);
                    (session.author.post) " "
                    button.plain type="submit" { (page.t("sign-out")) }
                }
            }
            None => { p { a href=(page.to("/sign-in")) { (page.t("sign-in")) } } }
        }
    }
}

/// The same page in a language.
fn elsewhere(page: &Page<'_>, language: Language) -> String {
    let query = &page.visit.query;
    let mark = if query.is_empty() { "" } else { "?" };
    format!("/{}{}{mark}{query}", language.code(), page.visit.path)
}

fn chapters(page: &Page<'_>, here: Chapter) -> Markup {
    html! {
        nav.chapters aria-label=(page.t("chapters")) {
            ul {
                @for (chapter, key, path) in CHAPTERS {
                    li { a href=(page.to(path)) aria-current=[(*chapter == here).then_some("page")] { (page.t(key)) } }
                }
            }
        }
    }
}

/// As of when, on which record, and how that can be checked.
fn foot(page: &Page<'_>, chapter: Chapter) -> Markup {
    let records = page.records();
    let says = match chapter {
        Chapter::Dependencies | Chapter::Trajectories => "foot-assumed",
        _ => "foot-says",
    };
    html! {
        footer {
            dl {
                div { dt { (page.t("as-of")) } dd { time { (words::minute(records.at())) } } }
                div { dt { (page.t("height")) } dd { (records.height()) " " span id="news" role="status" {} } }
                div { dt { (page.t("record-id")) } dd { code { (records.id()) } } }
            }
            p { (page.t(says)) " " a href=(page.to("/record")) { (page.t("foot-record")) } "." }
        }
    }
}

//! One call of consultations as a timeline: who called, who acknowledged and who has not, sessions, minutes, texts.

use axum::extract::Path;
use axum::response::Response;
use maud::{Markup, html};
use quorate_records::{Cell, Register};

use crate::error;
use crate::parts::{self, Head, Row, all_rows, newest_in, newest_of, rows_of, sheet};
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

pub(crate) async fn show(visit: Visit, Path((_, number)): Path<(String, String)>) -> Response {
    let table = newest_in(&visit.records, Register::Consultations, "consultation", &number);
    let Some(call) = rows_of(&table, "consultation", &number).first().copied() else {
        return error::nowhere().await;
    };
    visit.page(Chapter::Consultations, |page| Content {
        title: page.with("consultation-title", &[("number", &number)]),
        body: html! {
            p.lead { (call.worded(page, "subject")) }
            (about(page, call))
            (acknowledgements(page, &number))
            (timeline(page, call, &number))
            (texts(page, &number))
            (elsewhere(page, &number))
            p.soft { (page.t("newest-rows")) }
        },
    })
}

fn about(page: &Page<'_>, call: Row<'_>) -> Markup {
    html! {
        dl.about {
            (call.about(page, "stage"))
            @for key in ["called_by", "called_at", "threatened", "first_session_by", "closed_at"] { (call.about(page, key)) }
            (call.about(page, "closed_by"))
            (call.about(page, "audience"))
        }
    }
}

/// Who acknowledged, and who has not, for how long: those that are missing first.
fn acknowledgements(page: &Page<'_>, number: &str) -> Markup {
    let table = newest_of(page, Register::Acknowledgements, "consultation", number);
    let mut rows = all_rows(&table);
    rows.sort_by_key(|row| row.has("acknowledged_at"));
    let missing: Vec<String> =
        rows.iter().filter(|row| !row.has("acknowledged_at")).map(|row| row.given("member")).collect();
    let heads: [Head; 4] = [
        (page.told("Member"), false),
        (page.told("Stage"), false),
        (page.told("Acknowledged at"), false),
        (page.told("Hours since the call"), true),
    ];
    let line = |row: &Row<'_>| {
        let member = row.given("member");
        vec![
            html! { a href=(page.to(&format!("/members/{member}"))) { (member) } },
            html! { @if row.has("acknowledged_at") { (row.told(page, "stage")) } @else { strong {
            (page.t("acknowledged-not")) } } },
            html! { (row.given("acknowledged_at")) },
            html! { (row.given("hours")) },
        ]
    };
    let lines: Vec<Vec<Markup>> = rows.iter().map(line).collect();
    html! {
        section {
            (parts::heading_of(page, &page.t("acknowledgements"), Register::Acknowledgements, ("consultation", number)))
            @if !missing.is_empty() { p { (page.with("acknowledged-missing", &[("members", &missing.join(", "))])) } }
            (sheet(page, &page.t("acknowledgements"), &heads, &lines))
        }
    }
}

/// Something that happened, and when.
struct Happened {
    at: Cell,
    what: Markup,
}

fn timeline(page: &Page<'_>, call: Row<'_>, number: &str) -> Markup {
    let mut all = vec![Happened {
        at: call.cell("called_at").clone(),
        what: html! { (page.with("time-called", &[("member", &call.given("called_by"))])) },
    }];
    if call.has("closed_at") {
        let by = call.told(page, "closed_by");
        let what = html! { (page.with("time-closed", &[("member", &by)])) };
        all.push(Happened { at: call.cell("closed_at").clone(), what });
    }
    all.extend(acknowledged(page, number));
    all.extend(sessions(page, number));
    all.extend(said(page, number));
    all.extend(tabled(page, number));
    all.sort_by_key(|one| one.at.plain());
    html! {
        section #timeline {
            h2 { (page.t("timeline")) " " a.source href=(format!("{}?consultation={number}", page.to("/record/sessions"))) { (page.t("sessions")) } }
            ol.timeline { @for one in &all { li { time { (one.at.readable()) } div { (one.what) } } } }
        }
    }
}

fn acknowledged(page: &Page<'_>, number: &str) -> Vec<Happened> {
    let table = newest_of(page, Register::Acknowledgements, "consultation", number);
    let rows = all_rows(&table);
    let one = |row: &Row<'_>| Happened {
        at: row.cell("acknowledged_at").clone(),
        what: html! { (page.with("time-acknowledged", &[("member", &row.given("member"))])) },
    };
    rows.iter().filter(|row| row.has("acknowledged_at")).map(one).collect()
}

/// Each session with who chairs, its agenda, who attended, and its minutes.
fn sessions(page: &Page<'_>, number: &str) -> Vec<Happened> {
    let table = newest_of(page, Register::Sessions, "consultation", number);
    let one = |row: &Row<'_>| {
        let session = row.plain("session");
        let what = html! {
            strong { (page.with("time-session", &[("number", &session)])) } " (" (row.told(page, "stage")) ")"
            dl.about {
                @for key in ["closes", "convened_by", "chair", "deputy"] { (row.about(page, key)) }
                @if row.has("agenda_en") || row.has("agenda_fr") {
                    div { dt { (page.t("agenda")) } dd { (row.worded(page, "agenda")) } }
                }
                div { dt { (row.heading(page, "attended")) } dd {
                    @if row.has("attended") { (row.given("attended")) } @else { (page.t("attended-nobody")) }
                } }
            }
            (minutes_of(page, &session))
        };
        Happened { at: row.cell("opens").clone(), what }
    };
    all_rows(&table).iter().map(one).collect()
}

fn minutes_of(page: &Page<'_>, session: &str) -> Markup {
    let table = newest_of(page, Register::ConsultationMinutes, "session", session);
    html! {
        @for row in all_rows(&table) {
            p.said {
                (page.with("minutes-by", &[("member", &row.given("by")), ("version", &row.plain("version"))])) " "
                time { (row.given("at")) } (parts::colon(page)) (row.worded(page, "minutes"))
            }
        }
    }
}

fn said(page: &Page<'_>, number: &str) -> Vec<Happened> {
    let table = newest_of(page, Register::ConsultationStatements, "consultation", number);
    let one = |row: &Row<'_>| Happened {
        at: row.cell("at").clone(),
        what: html! {
            (page.with("time-stated", &[("member", &row.given("by"))]))
            @if row.has("on") { " (" (row.told(page, "on")) ")" }
            (parts::colon(page)) (row.worded(page, "text"))
        },
    };
    all_rows(&table).iter().map(one).collect()
}

fn tabled(page: &Page<'_>, number: &str) -> Vec<Happened> {
    let table = newest_of(page, Register::Texts, "consultation", number);
    let mut all = Vec::new();
    for row in all_rows(&table) {
        let gaps = [("number", row.plain("text")), ("member", row.given("moved_by"))];
        let gaps: Vec<(&str, &str)> = gaps.iter().map(|(key, text)| (*key, text.as_str())).collect();
        let what = html! { (page.with("time-tabled", &gaps)) };
        all.push(Happened { at: row.cell("tabled_at").clone(), what });
        if row.has("recorded_at") {
            let stage = row.told(page, "stage");
            let what =
                html! { (page.with("time-recorded", &[("number", &row.plain("text")), ("stage", &stage)])) };
            all.push(Happened { at: row.cell("recorded_at").clone(), what });
        }
    }
    all
}

/// Each text: its silence, and who supports it, dissociates itself, or said nothing.
fn texts(page: &Page<'_>, number: &str) -> Markup {
    let table = newest_of(page, Register::Texts, "consultation", number);
    let rows = all_rows(&table);
    html! {
        section {
            (parts::heading_of(page, &page.t("texts"), Register::Texts, ("consultation", number)))
            @if rows.is_empty() { p.none { (page.t("no-rows")) } }
            @for row in rows {
                h3 { (page.with("text-title", &[("number", &row.plain("text"))])) }
                p.said { (row.worded(page, "text")) }
                dl.about {
                    @for key in ["outcome", "stage", "moved_by", "tabled_at", "silence_until", "recorded_at"] {
                        (row.about(page, key)) }
                    @for key in ["supported_by", "dissociated", "not_on_record", "reasons"] { (row.about_given(page, key)) }
                    (row.about(page, "as_recorded"))
                    @if row.has("decision") {
                        @let decision = row.plain("decision");
                        div { dt { (row.heading(page, "decision")) } dd {
                            a href=(page.to(&format!("/decisions/{decision}"))) { (decision) } } }
                    }
                }
            }
        }
    }
}

/// Proceedings in other bodies that members linked, as reported.
fn elsewhere(page: &Page<'_>, number: &str) -> Markup {
    let table = newest_of(page, Register::Proceedings, "consultation", number);
    let rows: Vec<Row<'_>> = all_rows(&table).into_iter().rev().collect();
    html! {
        section {
            (parts::heading_of(page, &page.t("proceedings"), Register::Proceedings, ("consultation", number)))
            @if rows.is_empty() { p.none { (page.t("no-rows")) } }
            ul {
                @for row in rows {
                    li {
                        strong translate="no" { (row.given("body")) } (parts::colon(page)) (row.told(page, "status"))
                        @if row.has("on") { ", " time { (row.given("on")) } }
                        ". " span.soft {
                            (page.with("reported-by", &[("member", &row.given("reported_by"))])) ", " time {
                                (row.given("reported_at")) } ", "
                            span translate="no" { (row.given("source")) }
                        }
                    }
                }
            }
        }
    }
}

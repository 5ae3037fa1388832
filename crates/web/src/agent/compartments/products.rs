//! What was shared in a compartment, who asked to pass something on, and the forms to answer.

use maud::{Markup, html};
use quorate_records::words;

use super::frame::Writer;
use super::held::{Answer, Product, Question, Whole};
use super::stops;
use super::visible::line;

/// What was shared, the newest first.
pub(super) fn products(writer: &Writer<'_>, whole: &Whole, here: &str, ways: &Markup, works: bool) -> Markup {
    html! {
        section {
            h2 { (writer.t("products")) }
            @if whole.products.is_empty() { p.none { (writer.t("products-none")) } }
            @for one in whole.products.iter().rev() {
                article.line {
                    h3 { (line(&one.title)) }
                    (about(writer, one))
                    @if one.to_acknowledge && works {
                        details {
                            summary { (writer.t("acknowledge")) }
                            form.act method="post" action=(writer.to(&format!("{here}/acknowledge"))) {
                                input type="hidden" name="product" value=(one.id);
                                p.soft { (writer.t("acknowledge-says")) }
                                (ways)
                                button type="submit" { (writer.t("acknowledge-go")) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn about(writer: &Writer<'_>, one: &Product) -> Markup {
    html! {
        dl.about {
            div { dt { (writer.t("words-marking")) } dd { (line(&one.marking)) } }
            div { dt { (writer.t("words-to")) } dd { (writer.list(&one.to)) } }
            div { dt { (writer.t("product-from")) } dd { (one.originator) ", " time { (words::minute(one.sealed)) } } }
            div { dt { (writer.t("product-length")) } dd { (writer.with("comp-bytes", &[("count", &one.bytes.to_string())])) } }
            @if one.held_back { div { dt { (writer.t("share-when")) } dd { (writer.t("product-held-back")) } } }
            @if let Some(release) = one.release {
                div { dt { (writer.t("comp-release")) } dd { time { (words::minute(release)) } } }
            }
            @for whole in &one.tear_line_of {
                div { dt { (writer.t("product-tear-line-of")) } dd { code { (whole) } } }
            }
            @for version in &one.tear_lines {
                div { dt { (writer.t("product-tear-line")) } dd {
                    @match version { Some(id) => { code { (id) } } None => { (writer.t("product-tear-line-elsewhere")) } }
                } }
            }
            @if !one.acknowledged.is_empty() {
                div { dt { (writer.t("product-acknowledged")) } dd {
                    @for (at, (by, when)) in one.acknowledged.iter().enumerate() {
                        @if at > 0 { br; }
                        (by) ", " time { (words::minute(*when)) }
                    }
                } }
            }
            div { dt { (writer.t("product-id")) } dd { code { (one.id) } } }
        }
    }
}

/// Who asked to pass something on, the newest first, with forms where this agent answers.
pub(super) fn questions(
    writer: &Writer<'_>,
    whole: &Whole,
    here: &str,
    ways: &Markup,
    works: bool,
) -> Markup {
    html! {
        @if !whole.questions.is_empty() {
            section {
                h2 { (writer.t("questions")) }
                @for one in whole.questions.iter().rev() {
                    article.line {
                        h3 { @match &one.title { Some(title) => { (line(title)) } None => { code { (one.product) } } } }
                        p { (asks(writer, one)) }
                        p.said { (line(&one.why)) }
                        p.soft { time { (words::minute(one.at)) } }
                        (answers(writer, one))
                        @if one.ours && one.answer == Answer::Waits && works { (forms(writer, one, here, ways)) }
                    }
                }
            }
        }
    }
}

fn asks(writer: &Writer<'_>, one: &Question) -> String {
    let (by, originator) = (one.by.to_string(), one.originator.to_string());
    let whom = writer.list(&one.whom);
    let key = if one.acts { "question-act" } else { "question-by" };
    writer.with(key, &[("by", &by), ("originator", &originator), ("whom", &whom)])
}

fn answers(writer: &Writer<'_>, one: &Question) -> Markup {
    html! {
        (answer(writer, &one.answer))
        @if let Some(stop) = &one.not_now {
            p.answer.fails { (writer.t("question-not-now")) " " (stops::told(writer, stop)) }
        }
        @if let Some(differs) = &one.differs {
            p.answer.fails role="alert" { (writer.t("question-differ")) }
            (answer(writer, differs))
        }
    }
}

fn answer(writer: &Writer<'_>, answer: &Answer) -> Markup {
    html! {
        @match answer {
            Answer::Waits => { p.answer { (writer.t("question-waits")) } }
            Answer::Allowed(at, why) => {
                p.answer.proven { (writer.t("question-allowed")) " " time { (words::minute(*at)) } }
                @if let Some(why) = why { p.said { (line(why)) } }
            }
            Answer::Refused(at, why) => {
                p.answer.fails { (writer.t("question-refused")) " " time { (words::minute(*at)) } }
                @if let Some(why) = why { p.said { (line(why)) } }
            }
        }
    }
}

fn forms(writer: &Writer<'_>, one: &Question, here: &str, ways: &Markup) -> Markup {
    let short = one.mark.get(..16).unwrap_or_default();
    let why = format!("why-{short}");
    html! {
        details {
            summary { (writer.t("refuse")) }
            form.act method="post" action=(writer.to(&format!("{here}/refuse"))) {
                input type="hidden" name="question" value=(one.mark);
                p.field {
                    label for=(why) { (writer.t("refuse-why")) }
                    input type="text" id=(why) name="why" required maxlength="400" autocomplete="off";
                }
                (ways)
                button type="submit" { (writer.t("refuse-go")) }
            }
        }
        @if one.acts { (consents(writer, one, here, ways)) } @else { (allows(writer, one, here, ways)) }
    }
}

/// That it may be acted on, with conditions.
fn consents(writer: &Writer<'_>, one: &Question, here: &str, ways: &Markup) -> Markup {
    let conditions = format!("conditions-{}", one.mark.get(..16).unwrap_or_default());
    html! {
        details {
            summary { (writer.t("consent")) }
            form.act method="post" action=(writer.to(&format!("{here}/consent"))) {
                input type="hidden" name="question" value=(one.mark);
                p { (writer.with("consent-says", &[("by", &one.by.to_string())])) }
                p.field {
                    label for=(conditions) { (writer.t("consent-conditions")) }
                    input type="text" id=(conditions) name="conditions" maxlength="400" autocomplete="off";
                }
                (ways)
                button type="submit" { (writer.t("consent-go")) }
            }
        }
    }
}

/// That it may go on, by its file.
fn allows(writer: &Writer<'_>, one: &Question, here: &str, ways: &Markup) -> Markup {
    let file = format!("file-{}", one.mark.get(..16).unwrap_or_default());
    html! {
        details {
            summary { (writer.t("allow")) }
            form.act method="post" action=(writer.to(&format!("{here}/allow"))) enctype="multipart/form-data" {
                input type="hidden" name="question" value=(one.mark);
                p { (writer.with("allow-says", &[("whom", &writer.list(&one.whom))])) }
                p.field {
                    label for=(file) { (writer.t("allow-file")) }
                    input type="file" id=(file) name="file" required;
                }
                (ways)
                button type="submit" { (writer.t("allow-go")) }
            }
        }
    }
}

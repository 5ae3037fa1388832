//! The form: who withholds, what is told, and the file itself.

use std::collections::BTreeSet;

use maud::{Markup, html};
use quorate_charter::MemberCode;

use super::file::{BY, MAX_BYTES};
use super::{Asked, Found};
use crate::visit::Page;

/// The most States and suppliers that have a box of their own; any other is named in the line below them.
const BOXES: usize = 40;
/// The most names that are offered where one can be written.
const OFFERED: usize = 300;

/// The form, with the names of the file if it could be read.
pub(super) fn form(page: &Page<'_>, asked: &Asked, found: Option<&Found<'_>>) -> Markup {
    let boxes = found.map(boxes).unwrap_or_default();
    let others = asked.withhold.iter().filter(|name| !boxes.contains(name));
    let others: Vec<&str> = others.map(String::as_str).collect();
    html! {
        p.switch { (page.t("depend-begin-with"))
            a href=(page.to("/dependencies")) { (page.t("depend-made-up")) }
            a href=(page.to("/dependencies?file=published")) { (page.t("depend-published")) }
        }
        form.act method="post" action=(page.to("/dependencies#found")) enctype="multipart/form-data" {
            fieldset {
                legend { (page.t("depend-who")) }
                @if !boxes.is_empty() {
                    div.choices {
                        @for name in &boxes {
                            label { input type="checkbox" name="withhold" value=(name) checked[asked.withhold.contains(name)]; " " (name) }
                        }
                    }
                }
                p.field {
                    label for="others" { (page.t("depend-others")) }
                    input type="text" id="others" name="withhold" value=(others.join(" ")) spellcheck="false";
                }
            }
            (told(page, asked, found))
            details open[found.is_none()] {
                summary { (page.t("depend-file")) }
                p.field {
                    label for="text" { (page.t("depend-text")) }
                    textarea.charter id="text" name="text" rows="24" spellcheck="false" maxlength=(MAX_BYTES) { (asked.text) }
                }
                p.field {
                    label for="file" { (page.t("depend-upload")) }
                    input type="file" id="file" name="file" accept=".toml,text/plain";
                }
            }
            p { button type="submit" { (page.t("depend-ask")) } }
        }
    }
}

/// The States and suppliers of a file, as far as each has a box.
fn boxes(found: &Found<'_>) -> Vec<String> {
    let states = found.read.states().into_iter().map(|state| state.to_string());
    let suppliers = found.read.suppliers().iter().map(|supplier| supplier.name.clone());
    states.chain(suppliers).take(BOXES).collect()
}

/// What is told: whose capabilities, of what cut sets are, around what is drawn.
fn told(page: &Page<'_>, asked: &Asked, found: Option<&Found<'_>>) -> Markup {
    let things = found.map(|found| found.read.things()).unwrap_or_default();
    let members: BTreeSet<MemberCode> = things.iter().filter_map(|thing| thing.member).collect();
    let states = found.map(|found| found.read.states()).unwrap_or_default();
    html! {
        div.choices {
            p.field {
                label for="member" { (page.t("depend-of")) }
                select id="member" name="member" {
                    option value="" { (page.t("depend-of-all")) }
                    @for member in &members {
                        option value=(member) selected[asked.member == Some(*member)] { (member) }
                    }
                }
            }
            p.field {
                label for="by" { (page.t("depend-by")) }
                select id="by" name="by" {
                    @for (name, key, by) in BY { option value=(name) selected[asked.by == by] { (page.t(key)) } }
                }
            }
            p.field {
                label for="around" { (page.t("depend-around")) }
                input type="text" id="around" name="around" list="names" value=(asked.around) spellcheck="false";
                datalist id="names" {
                    @for state in &states { option value=(state) {} }
                    @for thing in things.iter().take(OFFERED) { option value=(thing.name) {} }
                }
            }
        }
    }
}

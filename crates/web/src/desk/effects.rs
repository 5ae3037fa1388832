//! A draft decision does one thing of many: on its form that is chosen first, and only what belongs to it is asked.

use maud::{Markup, html};

use super::acts::path;
use super::form::{Sent, value};
use crate::prepared::{Act, Field, NotPrepared};
use crate::visit::Page;

/// The name under which the choice stands in a form and in an address.
pub(super) const CHOSEN: &str = "effect";

/// What stands beside an effect, and has to be said or can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The field that is the effect.
    pub name: &'static str,
    /// What has to be said with it. Keys are among it: no page makes any.
    pub with: &'static [&'static str],
    /// What can be said with it.
    pub or_with: &'static [&'static str],
}

const fn alone(name: &'static str) -> Effect {
    Effect { name, with: &[], or_with: &[] }
}

/// Every effect that has a form: those of the command line but for what is read from a file.
pub const EFFECTS: [Effect; 19] = [
    alone("--assist"),
    alone("--call"),
    alone("--restore-paid-in"),
    alone("--budget"),
    alone("--name-party"),
    alone("--write-off"),
    alone("--release-guarantee"),
    alone("--find-breach"),
    alone("--end-breach"),
    alone("--stand-down"),
    alone("--resume"),
    Effect { name: "--count-elsewhere", with: &["--body", "--source"], or_with: &[] },
    alone("--suspend"),
    alone("--restore"),
    Effect {
        name: "--admit",
        with: &["--name-en", "--name-fr", "--root", "--recovery"],
        or_with: &["--weight"],
    },
    Effect { name: "--reaccredit", with: &["--root", "--recovery"], or_with: &[] },
    Effect {
        name: "--admit-beneficiary",
        with: &["--name-en", "--name-fr", "--root", "--recovery"],
        or_with: &[],
    },
    alone("--end-admission"),
    Effect { name: "--adopt-text", with: &[], or_with: &["--name-en", "--name-fr"] },
];

impl Effect {
    /// Whether the field is asked for with this effect.
    fn has(&self, field: &str) -> bool {
        self.name == field || self.with.contains(&field) || self.or_with.contains(&field)
    }
}

/// Whether an act is one of an effect.
pub(super) fn has_effects(act: &Act) -> bool {
    EFFECTS.iter().all(|effect| act.fields.iter().any(|field| field.name == effect.name))
}

/// Whether a field is of some effects and not of all acts alike.
fn is_of_effects(field: &str) -> bool {
    EFFECTS.iter().any(|effect| effect.has(field))
}

/// The effect that was chosen, or that has something said for it.
pub(super) fn chosen(sent: &Sent) -> Option<&'static Effect> {
    let named = value(sent, CHOSEN);
    let by_name = EFFECTS.iter().find(|effect| Some(effect.name.trim_start_matches('-')) == named);
    by_name.or_else(|| EFFECTS.iter().find(|effect| value(sent, effect.name).is_some()))
}

/// The fields of the act that are asked for: with the effect, those of it; without, those of no effect.
pub(super) fn asked(act: &Act, chosen: Option<&Effect>) -> Vec<Field> {
    let is_asked =
        |field: &&Field| !is_of_effects(&field.name) || chosen.is_some_and(|effect| effect.has(&field.name));
    let required = |field: &Field| {
        let is_needed = chosen
            .is_some_and(|effect| effect.name == field.name || effect.with.contains(&field.name.as_str()));
        Field { required: field.required || is_needed, ..field.clone() }
    };
    act.fields.iter().filter(is_asked).map(|field| required(field)).collect()
}

/// What is wrong with what was sent: a draft does one thing, and says of it what belongs to it.
pub(super) fn wrong(page: &Page<'_>, act: &Act, sent: &Sent) -> Option<NotPrepared> {
    if !has_effects(act) {
        return None;
    }
    let said = |effect: &&Effect| value(sent, effect.name).is_some();
    let several: Vec<String> =
        EFFECTS.iter().filter(said).map(|effect| label(page, act, effect.name)).collect();
    let told = |key: &str, what: &str| NotPrepared {
        what: page.with(key, &[("what", what)]),
        help: page.t("effect-choose-one"),
    };
    if several.len() > 1 {
        return Some(told("effect-several", &several.join(", ")));
    }
    let effect = chosen(sent);
    let stray = sent.iter().find(|(name, said)| {
        let is_said = !said.trim().is_empty();
        is_said && is_of_effects(name) && !effect.is_some_and(|effect| effect.has(name))
    });
    if let Some((name, _)) = stray {
        return Some(told("effect-stray", &label(page, act, name)));
    }
    let is_missing = |name: &&&str| value(sent, name).is_none();
    match effect {
        Some(effect) => {
            let needed = [effect.name];
            let missing = needed.iter().chain(effect.with).find(is_missing)?;
            Some(told("effect-missing", &label(page, act, missing)))
        }
        // A draft that is changed may keep what it does.
        None if act.name == "decision amend" => None,
        None => Some(told("effect-none", "")),
    }
}

fn label(page: &Page<'_>, act: &Act, field: &str) -> String {
    page.language().label(&act.name, &field.trim_start_matches('-').replace('-', " "))
}

/// The first page: which effect it is to have.
pub(super) fn choice(page: &Page<'_>, act: &Act) -> Markup {
    let help = |name: &str| {
        act.fields.iter().find(|field| field.name == name).map(|field| page.explained(&field.help))
    };
    html! {
        form.act method="get" action=(page.to(&format!("/acts/{}", path(act)))) {
            fieldset {
                legend { (page.t("effect-which")) }
                @for effect in &EFFECTS {
                    @let value = effect.name.trim_start_matches('-');
                    p.radio {
                        input type="radio" id=(format!("effect-{value}")) name=(CHOSEN) value=(value) required;
                        label for=(format!("effect-{value}")) {
                            strong { (label(page, act, effect.name)) } " " span.soft { (help(effect.name).unwrap_or_default()) }
                        }
                    }
                }
                @if act.name == "decision amend" {
                    p.radio {
                        input type="radio" id="effect-none" name=(CHOSEN) value="none" required;
                        label for="effect-none" { strong { (page.t("effect-kept")) } " " span.soft { (page.t("effect-kept-says")) } }
                    }
                }
            }
            button type="submit" { (page.t("effect-go")) }
        }
    }
}

/// What stands above the form of one effect, and the way back to the others.
pub(super) fn heading(page: &Page<'_>, act: &Act, chosen: Option<&Effect>) -> Markup {
    html! {
        p {
            @if let Some(effect) = chosen {
                strong { (label(page, act, effect.name)) } " "
                input type="hidden" name=(CHOSEN) value=(effect.name.trim_start_matches('-'));
            } @else { strong { (page.t("effect-kept")) } " " input type="hidden" name=(CHOSEN) value="none"; }
            a href=(page.to(&format!("/acts/{}", path(act)))) { (page.t("effect-other")) }
        }
    }
}

/// What a field means on a page, where the command line says it of options and directories.
pub(super) fn explained(page: &Page<'_>, field: &Field) -> String {
    match field.name.as_str() {
        "--name-en" => page.t("effect-name-en"),
        "--name-fr" => page.t("effect-name-fr"),
        "--weight" => page.t("effect-weight"),
        "--root" => page.t("effect-root"),
        "--recovery" => page.t("effect-recovery"),
        "--count-elsewhere" => page.t("effect-count"),
        _ => page.explained(&field.help),
    }
}

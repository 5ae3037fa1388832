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
    act.fields.iter().filter(is_asked).map(required).collect()
}

/// What is wrong with what was sent: a draft does one thing, and says of it what belongs to it. The text that tells it, and
/// the fields that it is about.
fn fault<'s>(act: &Act, sent: &'s Sent) -> Option<(&'static str, Vec<&'s str>)> {
    let several: Vec<&str> =
        EFFECTS.iter().map(|effect| effect.name).filter(|name| value(sent, name).is_some()).collect();
    if several.len() > 1 {
        return Some(("effect-several", several));
    }
    let effect = chosen(sent);
    let is_stray = |(name, said): &&(String, String)| {
        !said.trim().is_empty() && is_of_effects(name) && !effect.is_some_and(|effect| effect.has(name))
    };
    if let Some((name, _)) = sent.iter().find(is_stray) {
        return Some(("effect-stray", Vec::from([name.as_str()])));
    }
    match effect {
        Some(effect) => {
            let needed = [effect.name].into_iter().chain(effect.with.iter().copied());
            let missing: Vec<&str> = needed.filter(|name| value(sent, name).is_none()).collect();
            (!missing.is_empty()).then_some(("effect-missing", missing))
        }
        // A draft that is changed may keep what it does.
        None if can_keep(act) => None,
        None => Some(("effect-none", Vec::new())),
    }
}

/// What is wrong, in words.
pub(super) fn wrong(page: &Page<'_>, act: &Act, sent: &Sent) -> Option<NotPrepared> {
    let (key, fields) = has_effects(act).then(|| fault(act, sent)).flatten()?;
    let fields: Vec<String> = fields.iter().map(|field| label(page, act, field)).collect();
    Some(NotPrepared {
        what: page.with(key, &[("what", &fields.join(", "))]),
        help: page.t("effect-choose-one"),
    })
}

/// Whether the act can leave the effect as it is.
fn can_keep(act: &Act) -> bool {
    act.name == "decision amend"
}

/// Whether it is still to be chosen what the act is to do.
pub(super) fn is_open(act: &Act, said: &Sent) -> bool {
    let is_kept = can_keep(act) && value(said, CHOSEN) == Some("none");
    has_effects(act) && chosen(said).is_none() && !is_kept
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
                @if can_keep(act) {
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

#[cfg(test)]
mod tests;

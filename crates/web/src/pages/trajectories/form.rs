//! The form of a study, and its beginning.

use std::sync::Arc;

use axum::Form;
use axum::extract::Extension;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{Markup, html};
use quorate_charter::Charter;
use quorate_foresight::trajectory::{self, Scenario};

use super::{cookie, listed, reader, under};
use crate::desk::{attributes, is_from_here, not_sent};
use crate::limits::Peer;
use crate::parts::faults;
use crate::studies::{Asked, NotBegun, Reader, Study, Under};
use crate::visit::{Page, Visit};

/// The longest scenario that is run here, in bytes; the command line takes longer ones.
const MAX_BYTES: usize = 64 * 1024;
const TOO_LONG: &str = "traj-long";
/// How few and how many runs a study here has.
const RUNS: std::ops::RangeInclusive<u64> = 10..=2_000;
/// With more members than these a charter is not run here: one run takes too long for a page.
const MOST_MEMBERS: usize = 12;

/// The scenarios that come with the project: name, text that names it, and the scenario.
const SHIPPED: [(&str, &str, &str); 4] = [
    ("baseline", "traj-baseline", include_str!("../../../../../scenarios/baseline.toml")),
    ("de-escalation", "traj-de-escalation", include_str!("../../../../../scenarios/de-escalation.toml")),
    ("deepening-core", "traj-deepening-core", include_str!("../../../../../scenarios/deepening-core.toml")),
    ("fracture", "traj-fracture", include_str!("../../../../../scenarios/fracture.toml")),
];
const EXERCISE: &str = include_str!("../../../../../charters/exercise.toml");
const CONSENSUS: &str = include_str!("../../../../../charters/exercise-consensus.toml");

/// What stands in the form.
pub(super) struct Filled {
    scenario: String,
    under: Under,
    runs: String,
    seed: String,
}

impl Filled {
    /// One of the shipped scenarios, the first where no other is named.
    pub(super) fn of(name: &str) -> Filled {
        let shipped = SHIPPED.iter().find(|(one, ..)| *one == name).or(SHIPPED.first());
        let scenario = shipped.map(|(.., text)| (*text).to_owned()).unwrap_or_default();
        Filled { scenario, under: Under::Exercise, runs: "200".into(), seed: "7".into() }
    }

    /// What a study was asked for, under another charter: so it can be set beside it.
    pub(super) fn like(study: &Study) -> Filled {
        let asked = &study.asked;
        let under = if asked.under == Under::Exercise { Under::Consensus } else { Under::Exercise };
        let scenario = asked.scenario.clone();
        Filled { scenario, under, runs: asked.runs.to_string(), seed: asked.seed.to_string() }
    }

    /// What a form sent, its lines as they end in files: the text is part of all chance.
    fn sent(sent: &[(String, String)]) -> Filled {
        let of = |name: &str| sent.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
        let under = match of("charter").as_deref() {
            Some("consensus") => Under::Consensus,
            Some("own") => Under::Own,
            _ => Under::Exercise,
        };
        let line = |name: &str| of(name).unwrap_or_default().trim().to_owned();
        let scenario = of("scenario").unwrap_or_default().replace("\r\n", "\n");
        Filled { scenario, under, runs: line("runs"), seed: line("seed") }
    }

    /// What is asked for by it.
    ///
    /// # Errors
    /// The text that says what is wrong.
    fn asked(&self) -> Result<Asked, &'static str> {
        if self.scenario.len() > MAX_BYTES {
            return Err(TOO_LONG);
        }
        let runs = self.runs.parse().ok().filter(|runs| RUNS.contains(runs)).ok_or("traj-runs-wrong")?;
        let seed = self.seed.parse().map_err(|_| "traj-seed-wrong")?;
        Ok(Asked { scenario: self.scenario.clone(), under: self.under, runs, seed })
    }
}

/// The charter of this partnership, if it is not too large to be run here and has a fund.
fn own(visit: &Visit) -> Option<Arc<str>> {
    let charter = visit.records.charter();
    let fits = charter.has_fund() && charter.members().count() <= MOST_MEMBERS;
    fits.then(|| visit.app.door.charter_text())
}

pub(super) fn form(page: &Page<'_>, filled: &Filled) -> Markup {
    let own = own(page.visit).is_some();
    html! {
        p.switch { (page.t("traj-begin-with"))
            @for (name, key, text) in SHIPPED {
                a href=(page.to(&format!("/trajectories?scenario={name}"))) aria-current=[(text == filled.scenario).then_some("true")] {
                    (page.t(key))
                }
            }
        }
        form.act method="post" action=(page.to("/trajectories")) {
            p.field {
                label for="scenario" { (page.t("traj-scenario")) }
                textarea.charter id="scenario" name="scenario" rows="20" spellcheck="false" maxlength=(MAX_BYTES) required { (filled.scenario) }
            }
            div.choices {
                p.field {
                    label for="charter" { (page.t("traj-charter")) }
                    select id="charter" name="charter" {
                        @for (value, one) in [("exercise", Under::Exercise), ("consensus", Under::Consensus), ("own", Under::Own)] {
                            @if one != Under::Own || own {
                                option value=(value) selected[one == filled.under] { (page.t(under(one))) }
                            }
                        }
                    }
                }
                p.field {
                    label for="runs" { (page.t("traj-how-many")) }
                    input type="number" id="runs" name="runs" min=(RUNS.start()) max=(RUNS.end()) required value=(filled.runs);
                }
                p.field {
                    label for="seed" { (page.t("traj-seed")) }
                    input type="text" id="seed" name="seed" inputmode="numeric" pattern="[0-9]{1,20}" required value=(filled.seed);
                }
            }
            p { button type="submit" { (page.t("traj-begin")) } }
            p.soft { (page.t("traj-limits")) }
        }
    }
}

/// Begins a study, or says why not.
pub(super) async fn begin(
    visit: Visit,
    headers: HeaderMap,
    peer: Option<Extension<Peer>>,
    Form(sent): Form<Vec<(String, String)>>,
) -> Response {
    if !is_from_here(&visit, &headers) {
        return not_sent("this form is of no page of this node");
    }
    let filled = Filled::sent(&sent);
    let asked = match filled.asked() {
        Ok(asked) => asked,
        Err(key) => {
            let filled = if key == TOO_LONG { Filled::of("") } else { filled };
            return wrong(&visit, &headers, &filled, key, StatusCode::BAD_REQUEST);
        }
    };
    let Ok(one) = Arc::clone(&visit.app.checks).try_acquire_owned() else {
        return wrong(&visit, &headers, &filled, "traj-many", StatusCode::SERVICE_UNAVAILABLE);
    };
    let peer = peer.map(|Extension(peer)| peer);
    let begun = move |visit: &Visit| {
        let answer = begun(visit, (&headers, peer), &filled, asked);
        drop(one);
        answer
    };
    visit.apart(begun).await
}

/// The page with the form again, and why.
fn wrong(visit: &Visit, headers: &HeaderMap, filled: &Filled, key: &str, status: StatusCode) -> Response {
    let said = visit.app.texts.say(visit.language).text(key, &[]);
    let studies = visit.app.studies.of(reader(visit, headers));
    let wrong = html! { p.answer.fails role="alert" { (said) } };
    (status, listed(visit, filled, &studies, Some(&wrong))).into_response()
}

/// Founds the partnership of the study, and lets it wait for its turn.
fn begun(
    visit: &Visit,
    (headers, peer): (&HeaderMap, Option<Peer>),
    filled: &Filled,
    asked: Asked,
) -> Response {
    let charter: Arc<str> = match asked.under {
        Under::Exercise => EXERCISE.into(),
        Under::Consensus => CONSENSUS.into(),
        Under::Own => match own(visit) {
            Some(text) => text,
            None => return wrong(visit, headers, filled, "traj-own-not", StatusCode::UNPROCESSABLE_ENTITY),
        },
    };
    let model = match model(&asked.scenario, &charter) {
        Ok(model) => model,
        Err(told) => {
            let say = visit.app.texts.say(visit.language);
            let told = html! { p.answer.fails role="alert" { (say.text("traj-faults", &[])) } pre lang="en" { (told) } };
            let studies = visit.app.studies.of(reader(visit, headers));
            let page = listed(visit, filled, &studies, Some(&told));
            return (StatusCode::UNPROCESSABLE_ENTITY, page).into_response();
        }
    };
    let known = reader(visit, headers).map(|reader| (reader, None));
    let made = || Reader::new().map(|(reader, secret)| (reader, Some(secret)));
    let Some((reader, secret)) = known.or_else(made) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let (key, status) = match visit.app.studies.begin((reader, peer), (asked, charter), model) {
        Ok(study) => return there(visit, &study, secret.as_deref()),
        Err(NotBegun::Yours) => ("traj-yours-runs", StatusCode::CONFLICT),
        Err(NotBegun::Many) => ("traj-many", StatusCode::SERVICE_UNAVAILABLE),
        Err(NotBegun::Machine) => ("traj-machine", StatusCode::INTERNAL_SERVER_ERROR),
    };
    wrong(visit, headers, filled, key, status)
}

/// The way to a study, and the cookie of its reader where it is new.
fn there(visit: &Visit, study: &Study, secret: Option<&str>) -> Response {
    let to = Redirect::to(&format!("/{}/trajectories/{}", visit.language.code(), study.id));
    let Some(secret) = secret else { return to.into_response() };
    let origin = visit.app.settings.origin.as_deref().unwrap_or_default();
    let set = format!("{}={secret}; {}", cookie(visit), attributes(origin));
    ([(header::SET_COOKIE, set)], to).into_response()
}

/// Reads a scenario, and founds the partnership under a charter.
///
/// # Errors
/// What is wrong in the scenario, each fault with its line.
fn model(scenario: &str, charter: &str) -> Result<trajectory::Study, String> {
    let told = |wrong: quorate_charter::Faults| faults(scenario, &wrong);
    let read = Scenario::read(scenario).map_err(told)?;
    let under = Charter::read(charter).map_err(|wrong| faults(charter, &wrong))?;
    trajectory::Study::new(read, &under, charter).map_err(told)
}

//! Trajectories: a study is begun by a form, watched, stopped, taken away and compared, and is its reader's alone.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request};
use quorate_charter::Charter;
use quorate_foresight::trajectory::{Scenario, Study, tables};
use quorate_web::router;
use tower::ServiceExt as _;

use crate::door::Door;
use crate::rendered::without_fund;
use crate::world::World;

const FUND: &str = include_str!("../../../../charters/partnership.toml");
const FRACTURE: &str = include_str!("../../../../scenarios/fracture.toml");
const BASELINE: &str = include_str!("../../../../scenarios/baseline.toml");
const EXERCISE: &str = include_str!("../../../../charters/exercise.toml");

struct Reader {
    pages: Router,
    cookie: Option<String>,
}

struct Answer {
    status: u16,
    headers: HeaderMap,
    text: String,
}

impl Reader {
    fn of(pages: &Router) -> Reader {
        Reader { pages: pages.clone(), cookie: None }
    }

    fn put(&mut self, request: axum::http::request::Builder, body: String) -> Answer {
        let request = match &self.cookie {
            Some(cookie) => request.header("cookie", cookie),
            None => request,
        };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let response = self.pages.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
            let (parts, body) = response.into_parts();
            if let Some(set) = parts.headers.get("set-cookie") {
                self.cookie = Some(set.to_str().unwrap().split(';').next().unwrap().into());
            }
            let bytes = to_bytes(body, 1 << 24).await.unwrap();
            let text = String::from_utf8(bytes.to_vec()).unwrap();
            Answer { status: parts.status.as_u16(), headers: parts.headers, text }
        })
    }

    fn get(&mut self, path: &str) -> Answer {
        self.put(Request::get(path), String::new())
    }

    fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let coded = |text: &str| text.bytes().map(|byte| format!("%{byte:02x}")).collect::<String>();
        let pairs: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}={}", coded(value))).collect();
        let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
        self.put(request, pairs.join("&"))
    }

    /// Begins a study, and says where it is.
    fn begin(&mut self, scenario: &str, charter: &str, runs: &str) -> String {
        let fields = [("scenario", scenario), ("charter", charter), ("runs", runs), ("seed", "7")];
        let answer = self.post("/en/trajectories", &fields);
        assert_eq!(answer.status, 303, "{}", answer.text);
        answer.headers["location"].to_str().unwrap().into()
    }

    /// The page of a study at its end.
    fn ended(&mut self, path: &str) -> String {
        let until = Instant::now() + Duration::from_secs(120);
        loop {
            let page = self.get(path).text;
            if !page.contains("data-arrives") || Instant::now() > until {
                return page;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

fn pages() -> Router {
    let records = Arc::new(World::begin().records);
    let door = Door { records, member: "CAN".parse().ok(), text: FUND.into(), checked: false };
    router(Arc::new(door)).unwrap()
}

#[test]
fn a_study_comes_to_the_same_as_in_the_terminal() {
    let mut reader = Reader::of(&pages());
    let path = reader.begin(&FRACTURE.replace('\n', "\r\n"), "exercise", "12");
    let page = reader.ended(&path);
    assert!(page.contains("all 12 runs") && page.contains("12 runs of 12 quarters"), "{page}");
    assert!(page.contains("no forecast") && page.contains("EXERCISE."), "{page}");
    assert!(page.contains("From quarter 2 on: the outside power presses on all"), "{page}");
    let charter = Charter::read(EXERCISE).unwrap();
    let study = Study::new(Scenario::read(FRACTURE).unwrap(), &charter, EXERCISE).unwrap();
    let mut table = tables::heading(&study);
    (0..12).for_each(|number| table.push_str(&tables::run(&study, &study.run(7, number))));
    let csv = reader.get(&format!("{path}/files/runs.csv"));
    assert_eq!((csv.text, csv.headers["content-type"].to_str().unwrap()), (table, "text/csv; charset=utf-8"));
    assert_eq!(reader.get(&format!("{path}/files/scenario.toml")).text, FRACTURE);
    assert_eq!(reader.get(&format!("{path}/files/charter.toml")).text, EXERCISE);
    assert!(reader.get(&format!("{path}/files/quarters.csv")).text.starts_with("quarter,measure,runs,"));
    assert_eq!(reader.get(&format!("{path}/files/key")).status, 404);
    let report = reader.get(&format!("{path}/files/report.html")).text;
    assert!(report.contains("quarters-capacity") && !report.contains("<script"), "{report}");
    let live = reader.get(&format!("{path}/live"));
    assert!(live.text.contains("event: end") && live.text.contains("data: 12"), "{}", live.text);
    let french = reader.get(&path.replace("/en/", "/fr/")).text;
    assert!(french.contains("12 simulations de 12 trimestres"), "{french}");
}

#[test]
fn two_studies_are_compared_under_the_same_chance() {
    let mut reader = Reader::of(&pages());
    let first = reader.begin(FRACTURE, "exercise", "10");
    reader.ended(&first);
    assert!(reader.get("/en/trajectories").text.contains("Once two studies are whole"));
    let again = reader.get(&format!("/en/trajectories?like={}", first.rsplit('/').next().unwrap())).text;
    assert!(again.contains("value=\"consensus\" selected") && again.contains("value=\"10\""), "{again}");
    let second = reader.begin(FRACTURE, "consensus", "10");
    reader.ended(&second);
    let ids = |one: &str, other: &str| {
        let id = |path: &str| path.rsplit('/').next().unwrap().to_owned();
        format!("/en/trajectories/compare?first={}&second={}", id(one), id(other))
    };
    let page = reader.get(&ids(&first, &second)).text;
    assert!(page.contains("id=\"sides\"") && page.contains("Requests blocked"), "{page}");
    let third = reader.begin(BASELINE, "exercise", "10");
    reader.ended(&third);
    assert!(reader.get(&ids(&first, &third)).text.contains("These two cannot be compared"));
    assert_eq!(reader.get("/en/trajectories/compare?first=x&second=y").status, 404);
}

#[test]
fn a_study_is_its_readers_alone_and_one_at_a_time() {
    let pages = pages();
    let (mut reader, mut other) = (Reader::of(&pages), Reader::of(&pages));
    let path = reader.begin(BASELINE, "own", "2000");
    let page = reader.get(&path).text;
    assert!(
        page.contains("data-arrives=\"/en/trajectories/") && page.contains("http-equiv=\"refresh\""),
        "{page}"
    );
    assert!(!reader.get(&format!("{path}?still")).text.contains("http-equiv=\"refresh\""));
    for hidden in [path.clone(), format!("{path}/live"), format!("{path}/files/runs.csv")] {
        assert_eq!(other.get(&hidden).status, 404, "{hidden}");
    }
    assert_eq!(other.post(&format!("{path}/stop"), &[]).status, 404);
    assert!(!other.get("/en/trajectories").text.contains("Your studies"));
    let fields = [("scenario", BASELINE), ("charter", "exercise"), ("runs", "10"), ("seed", "1")];
    let answer = reader.post("/en/trajectories", &fields);
    assert!(answer.status == 409 && answer.text.contains("Another study of yours"), "{}", answer.text);
    assert_eq!(reader.post(&format!("{path}/stop"), &[]).status, 303);
    assert!(reader.ended(&path).contains("stopped after"));
    reader.begin(BASELINE, "exercise", "10");
}

#[test]
fn a_cookie_that_somebody_made_up_is_nobodys() {
    let pages = pages();
    let planted = format!("quorate-reader={}", "0".repeat(64));
    let mut reader = Reader { pages: pages.clone(), cookie: Some(planted.clone()) };
    let path = reader.begin(BASELINE, "exercise", "10");
    assert_ne!(reader.cookie.as_ref(), Some(&planted));
    let mut planter = Reader { pages, cookie: Some(planted) };
    assert_eq!((reader.get(&path).status, planter.get(&path).status), (200, 404));
    // Whose cookie is known keeps it.
    reader.ended(&path);
    let own = reader.cookie.clone();
    reader.begin(BASELINE, "exercise", "10");
    assert_eq!(reader.cookie, own);
}

/// The charter in force has no fund: nothing else is run in its place.
#[test]
fn nothing_is_run_in_the_place_of_the_charter_in_force() {
    let text = without_fund();
    let records = Arc::new(World::under(&text).records);
    let door = Door { records, member: "CAN".parse().ok(), text, checked: false };
    let mut reader = Reader::of(&router(Arc::new(door)).unwrap());
    assert!(!reader.get("/en/trajectories").text.contains("value=\"own\""));
    let fields = [("scenario", BASELINE), ("charter", "own"), ("runs", "10"), ("seed", "7")];
    let answer = reader.post("/en/trajectories", &fields);
    assert_eq!(answer.status, 422, "{}", answer.text);
    assert!(answer.text.contains("cannot be run on this page: it has no fund"), "{}", answer.text);
    assert!(!answer.text.contains("Your studies"));
}

#[test]
fn what_cannot_be_run_is_told_at_its_line() {
    let mut reader = Reader::of(&pages());
    let mut tried = |scenario: &str, charter: &str, runs: &str, seed: &str| {
        reader.post(
            "/en/trajectories",
            &[("scenario", scenario), ("charter", charter), ("runs", runs), ("seed", seed)],
        )
    };
    let answer = tried("title = 3\n", "exercise", "10", "7");
    assert!(answer.status == 422 && answer.text.contains("   1 | title = 3"), "{}", answer.text);
    // The partnership's own members are others than those of which the scenario speaks.
    let answer = tried(FRACTURE, "own", "10", "7");
    assert!(
        answer.status == 422 && answer.text.contains("AAA is no member of the charter"),
        "{}",
        answer.text
    );
    for (runs, seed) in [("9", "7"), ("2001", "7"), ("", "7"), ("10", "-1"), ("10", "x")] {
        assert_eq!(tried(BASELINE, "exercise", runs, seed).status, 400, "{runs} {seed}");
    }
    let above = u64::MAX.to_string().replace("5", "6");
    assert_eq!(tried(BASELINE, "exercise", "10", &above).status, 400);
    let long = format!("{BASELINE}# {}", "x".repeat(64 * 1024));
    let answer = tried(&long, "exercise", "10", "7");
    assert!(answer.status == 400 && answer.text.contains("at most 64 kB"));
}

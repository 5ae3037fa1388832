//! Verify by upload: what is sent is checked by the code of `quorate verify`, and what is no such file is refused in words.

use std::sync::Arc;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::Request;
use futures_util::stream;
use quorate_web::router;
use tower::ServiceExt as _;

use crate::door::{Door, Pages};
use crate::world::World;

const FUND: &str = include_str!("../../../../charters/partnership.toml");
const GOOD: &[u8] = include_bytes!("../../../../conformance/records/good.record");

fn door() -> Door {
    let records = Arc::new(World::begin().records);
    Door { records, member: "CAN".parse().ok(), text: FUND.into(), checked: false }
}

/// What is answered to a form with a file.
fn sent(language: &str, name: &str, file: &[u8]) -> (u16, String) {
    let mut body = Vec::from(format!(
        "--x\r\ncontent-disposition: form-data; name=\"{name}\"; filename=\"f\"\r\ncontent-type: application/octet-stream\r\n\r\n"
    ));
    body.extend(file);
    body.extend(b"\r\n--x--\r\n");
    posted(language, "multipart/form-data; boundary=x", Body::from(body))
}

fn posted(language: &str, kind: &str, body: Body) -> (u16, String) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let routes = router(Arc::new(door())).unwrap();
    runtime.block_on(async {
        let request = Request::post(format!("/{language}/record/verify")).header("content-type", kind);
        let response = routes.oneshot(request.body(body).unwrap()).await.unwrap();
        let status = response.status().as_u16();
        let bytes = to_bytes(response.into_body(), 1 << 22).await.unwrap();
        (status, String::from_utf8(bytes.to_vec()).unwrap())
    })
}

#[test]
fn a_good_file_proves_its_decision_and_says_what_has_to_be_believed() {
    let (status, page) = sent("en", "file", GOOD);
    assert_eq!(status, 200);
    assert!(page.contains("The file proves decision 1: every check holds"), "{page}");
    assert!(page.contains("the genesis of another partnership than this node keeps"), "{page}");
    assert!(page.contains("It is a rehearsal") && page.contains("signed by the nodes of"), "{page}");
    let (_, page) = sent("fr", "file", GOOD);
    assert!(page.contains("Le fichier prouve la décision 1\u{a0}: chaque vérification réussit"), "{page}");
}

/// The recorded files, good and bad, that other verifiers are measured by: those that are held against nothing.
#[test]
fn every_recorded_file_is_judged_as_it_is_recorded() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../conformance/records");
    let index = std::fs::read_to_string(folder.join("index.json")).unwrap();
    let index: Vec<serde_json::Value> = serde_json::from_str(&index).unwrap();
    let (mut good, mut bad) = (0, 0);
    for one in index.iter().filter(|one| one["held"].is_null()) {
        let name = one["file"].as_str().unwrap();
        let (status, page) = sent("en", "file", &std::fs::read(folder.join(name)).unwrap());
        assert_eq!(status, 200, "{name}");
        match one["check"].as_str() {
            Some(check) => {
                bad += 1;
                assert!(page.contains(&format!("the check of “{check}” fails")), "{name}: {page}");
            }
            None => {
                good += 1;
                let fork = !one["signed_both"].is_null();
                let said = ["There are two records", "every check holds", "is the beginning of that of"];
                let said = said.map(|said| page.contains(said));
                assert!(said == [fork, false, false] || !fork && !said[0], "{name}: {page}");
                assert!(fork || said[1] || said[2], "{name}: {page}");
            }
        }
    }
    assert!(good > 5 && bad > 30, "{good} {bad}");
}

#[test]
fn an_altered_file_proves_nothing_wherever_it_was_altered() {
    for at in (0..GOOD.len()).step_by(GOOD.len() / 23) {
        let mut altered = GOOD.to_vec();
        altered[at] ^= 1;
        let (status, page) = sent("en", "file", &altered);
        assert_eq!(status, 200);
        assert!(page.contains("The file proves nothing: the check of “"), "byte {at}: {page}");
        assert!(!page.contains("every check holds"));
    }
    let (_, page) = sent("en", "file", &GOOD[..GOOD.len() / 2]);
    assert!(page.contains("the check of “form” fails"), "{page}");
}

#[test]
fn what_is_no_file_of_ours_is_refused_in_words() {
    let told = |name: &str, file: &[u8]| sent("en", name, file);
    let (status, page) = told("file", b"quorate/ but no checkpoint\n");
    assert!(status == 200 && page.contains("the check of “checkpoint” fails"), "{page}");
    let (status, page) = told("file", b"<script>alert(1)</script>");
    assert!(status == 200 && page.contains("the check of “form” fails") && !page.contains("<script>alert"));
    assert!(matches!(told("file", b""), (400, page) if page.contains("No file came")));
    assert!(matches!(told("other", b"x"), (400, page) if page.contains("No file came")));
    let no_form = "What came is no form with a file";
    let urlencoded = posted("en", "application/x-www-form-urlencoded", Body::from("file=x"));
    assert!(matches!(urlencoded, (400, page) if page.contains(no_form)));
    let cut = posted("en", "multipart/form-data; boundary=x", Body::from("--x\r\ncontent-dis"));
    assert!(matches!(cut, (400, page) if page.contains(no_form)));
}

#[test]
fn a_file_that_is_too_long_is_not_taken_in_whole() {
    let (status, page) = sent("en", "file", &vec![0; (16 << 20) + 32 * 1024]);
    assert!(status == 413 && page.contains("larger than 16 MB"), "{status} {page}");
    // Without an end, and without saying how long it is.
    let head = "--x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n";
    let first = stream::iter([Ok::<_, std::io::Error>(Bytes::from(head))]);
    let rest = stream::repeat_with(|| Ok(Bytes::from_static(&[7; 65_536])));
    let endless = Body::from_stream(futures_util::StreamExt::chain(first, rest));
    let (status, page) = posted("en", "multipart/form-data; boundary=x", endless);
    assert!(status == 413 && page.contains("larger than 16 MB"), "{status} {page}");
}

#[test]
fn the_form_is_there_and_nothing_is_linked_that_is_not() {
    let pages = Pages::of(door());
    let page = pages.get("/en/record/verify");
    assert!(page.status == 200 && page.text.contains("enctype=\"multipart/form-data\""));
    assert!(pages.get("/en/record").text.contains("No checkpoint is signed by enough"));
    assert_eq!(pages.get("/en/public/checkpoint").status, 404);
}

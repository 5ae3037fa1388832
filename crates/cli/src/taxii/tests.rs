//! What is answered, and what no question brings out.

use axum::http::HeaderMap;
use base64ct::{Base64, Encoding as _};
use quorate_partnership::Moment;
use quorate_vault::stix::{Bundle, Viewed};
use serde_json::{Value, json};

use super::answer::{Collection, Shown};
use super::asked::{Answer, Asked};
use super::http::{Server, Visitor};
use super::token::Token;

const COLLECTION: &str = "91a7b528-80eb-42ed-a74d-c6fbd5a26116";
const OTHER: &str = "91a7b528-80eb-42ed-a74d-c6fbd5a26117";

fn id(number: u32) -> String {
    format!("tool--{number:08x}-17d4-4cbf-938f-98ee46b3cd3f")
}

fn viewed(added: u64, number: u32, day: u32) -> Viewed {
    let object = json!({ "type": "tool", "id": id(number), "spec_version": "2.1", "name": "t",
        "created": "2027-01-01T00:00:00.000Z", "modified": format!("2027-01-{day:02}T00:00:00.000Z") });
    let bundle = json!({ "type": "bundle", "id": id(0).replace("tool", "bundle"), "objects": [object] });
    let bundle = Bundle::read(bundle.to_string().as_bytes()).unwrap();
    Viewed { added: Moment(added.saturating_mul(1000)), object: bundle.objects()[0].clone() }
}

/// Seven objects, one of them in three versions, added in three lots.
fn shown() -> Shown {
    let mut objects: Vec<Viewed> =
        (1..=6).map(|number| viewed(u64::from(number).div_ceil(3), number, 1)).collect();
    objects.extend([viewed(3, 7, 1), viewed(3, 7, 2), viewed(3, 7, 3)]);
    let collection = Collection { id: COLLECTION.into(), title: "Watch".into(), objects };
    Shown { origin: "http://127.0.0.1:1".into(), collections: vec![collection] }
}

fn asked(path: &str) -> Asked {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let query = query.split('&').filter(|one| !one.is_empty()).map(|one| {
        let (name, value) = one.split_once('=').unwrap();
        (name.to_owned(), value.to_owned())
    });
    Asked { method: "GET".into(), path: path.into(), query: Some(query.collect()), accept: None }
}

fn get(path: &str) -> Answer {
    shown().answer(&asked(path))
}

fn within(path: &str) -> Answer {
    get(&format!("/quorate/collections/{COLLECTION}/{path}"))
}

fn ids(answer: &Answer) -> Vec<String> {
    let objects = answer.body.get("objects").and_then(Value::as_array).cloned().unwrap_or_default();
    objects.iter().map(|object| object["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_there_is_is_found_from_the_one_address() {
    let root = get("/taxii2/").body;
    assert_eq!(root["default"], "http://127.0.0.1:1/quorate/");
    assert_eq!(get("/quorate/").body["versions"], json!(["application/taxii+json;version=2.1"]));
    let all = get("/quorate/collections/").body;
    assert_eq!(all["collections"][0], within("").body);
    assert_eq!((&within("").body["can_read"], &within("").body["can_write"]), (&json!(true), &json!(false)));
    assert_eq!(Shown::default().answer(&asked("/quorate/collections/")).body, json!({}));
    let manifest = within("manifest/");
    let last = &manifest.body["objects"][6];
    assert_eq!(last["version"], "2027-01-03T00:00:00.000Z");
    assert_eq!(last["date_added"], "1970-01-01T00:00:03.000000Z");
    assert_eq!(manifest.headers[0], ("X-TAXII-Date-Added-First", "1970-01-01T00:00:01.000000Z".into()));
    assert_eq!(manifest.headers[1], ("X-TAXII-Date-Added-Last", "1970-01-01T00:00:03.000000Z".into()));
}

#[test]
fn pages_hold_everything_once_whatever_their_size() {
    for limit in [1, 2, 6, 7, 8, 1000, 5000] {
        let (mut found, mut next) = (Vec::new(), String::new());
        loop {
            let page = within(&format!("objects/?limit={limit}{next}"));
            assert!(ids(&page).len() <= limit.min(7));
            found.extend(ids(&page));
            let Some(place) = page.body.get("next") else { break };
            assert_eq!(page.body["more"], true);
            next = format!("&next={}", place.as_str().unwrap());
        }
        assert_eq!(found, (1..=7).map(id).collect::<Vec<_>>(), "{limit}");
    }
    let all = within("objects/?match[version]=all");
    assert_eq!((ids(&all).len(), all.body.get("more")), (9, None));
}

#[test]
fn filters_do_what_they_say() {
    for (filter, count) in [
        ("match[id]=tool--00000001-17d4-4cbf-938f-98ee46b3cd3f,x", 1),
        ("match[type]=tool", 7),
        ("match[type]=malware", 0),
        ("match[spec_version]=2.0", 0),
        ("match[spec_version]=2.0,2.1", 7),
        ("match[version]=first", 7),
        ("match[version]=first,last", 8),
        ("match[version]=2027-01-02T00:00:00Z", 1),
        ("added_after=1970-01-01T00:00:01Z", 4),
        ("added_after=1970-01-01T00:00:00.999999Z", 7),
        ("added_after=1970-01-01T00:00:03Z", 0),
        ("something=else", 7),
    ] {
        let answer = within(&format!("objects/?{filter}"));
        assert_eq!((answer.status, ids(&answer).len()), (200, count), "{filter}");
        assert_eq!(answer.headers.is_empty(), count == 0, "{filter}");
    }
    assert_eq!(within("objects/?match[type]=malware").body, json!({}));
    for wrong in [
        "limit=0",
        "limit=-1",
        "limit=x",
        "added_after=yesterday",
        "added_after=2027-01-01T00:00:00+01:00",
        "next=1",
        "next=",
        "next=1.tool.",
        "match[version]=newest",
        "match[name]=t",
        "limit=1&limit=2",
    ] {
        assert_eq!(within(&format!("objects/?{wrong}")).status, 400, "{wrong}");
    }
    let mut bad = asked(&format!("/quorate/collections/{COLLECTION}/objects/"));
    bad.query = None;
    assert_eq!(shown().answer(&bad).status, 400);
}

#[test]
fn one_object_has_its_versions() {
    let seven = id(7);
    assert_eq!(ids(&within(&format!("objects/{seven}/"))).len(), 1);
    assert_eq!(ids(&within(&format!("objects/{seven}/?match[version]=all"))).len(), 3);
    let versions = within(&format!("objects/{seven}/versions/"));
    let days: Vec<&str> = versions.body["versions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one.as_str().unwrap().get(..10).unwrap())
        .collect();
    assert_eq!(days, ["2027-01-01", "2027-01-02", "2027-01-03"]);
    assert_eq!(within(&format!("objects/{seven}/?added_after=2030-01-01T00:00:00Z")).body, json!({}));
}

#[test]
fn a_made_up_place_leads_to_what_is_seen_and_to_nothing_else() {
    // Of an object that this reader does not see, between others, before all and behind all.
    for (place, count) in [
        ("1000.tool--00000002-17d4-4cbf-938f-98ee46b3cd3e.1", 6),
        ("0.tool--00000002-17d4-4cbf-938f-98ee46b3cd3f.", 7),
    ] {
        let page = within(&format!("objects/?next={place}"));
        assert_eq!(ids(&page).len(), count, "{place}");
    }
    let behind = format!("{}.{}.", u64::MAX, id(1));
    assert_eq!(within(&format!("objects/?next={behind}")).body, json!({}));
}

#[test]
fn what_is_hidden_and_what_there_is_not_are_answered_alike() {
    let nothing = Answer::nothing();
    for path in [
        format!("/quorate/collections/{OTHER}/"),
        format!("/quorate/collections/{OTHER}/objects/?limit=0"),
        format!("/quorate/collections/{COLLECTION}/objects/{}/", id(99)),
        format!("/quorate/collections/{COLLECTION}/objects/{}/versions/?limit=0", id(99)),
        format!("/quorate/collections/{COLLECTION}/objects/x/"),
        format!("/quorate/collections/{COLLECTION}/objects"),
        format!("/quorate/status/{OTHER}/"),
        "/".into(),
        "/taxii2".into(),
        "/quorate//".into(),
        "/other/".into(),
    ] {
        assert_eq!(get(&path), nothing, "{path}");
    }
}

#[test]
fn nothing_is_written_and_a_refusal_does_not_tell_what_is_there() {
    for method in ["POST", "DELETE", "PUT"] {
        let ask = |path: &str| shown().answer(&Asked { method: method.into(), ..asked(path) });
        let one = ask(&format!("/quorate/collections/{COLLECTION}/objects/{}/", id(1)));
        assert_eq!(one.status, 403);
        assert_eq!(one, ask(&format!("/quorate/collections/{COLLECTION}/objects/{}/", id(99))));
        assert_eq!(one, ask(&format!("/quorate/collections/{COLLECTION}/objects/")));
        assert_eq!(ask(&format!("/quorate/collections/{OTHER}/objects/")), Answer::nothing());
        assert_eq!(ask("/taxii2/").status, 405);
    }
}

#[test]
fn answers_are_of_taxii_21_or_none() {
    let with =
        |accept: &str| shown().answer(&Asked { accept: Some(accept.into()), ..asked("/taxii2/") }).status;
    for taken in [
        "application/taxii+json;version=2.1",
        "application/taxii+json; version=\"2.1\"",
        "application/taxii+json",
        "*/*",
        "text/html, application/TAXII+json;version=2.1",
    ] {
        assert_eq!(with(taken), 200, "{taken}");
    }
    for not in ["application/taxii+json;version=2.0", "text/html", "", "application/json"] {
        assert_eq!(with(not), 406, "{not}");
    }
}

#[test]
fn nobody_is_known_without_a_token_of_its_own() {
    let visitor = |name: &str, token: &str| Visitor {
        name: name.into(),
        token: Token::of(token.as_bytes()),
        shown: shown(),
    };
    let server = Server::of(vec![visitor("one", "first-token"), visitor("two", "second-token")]);
    let known = |values: &[&str]| {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append("authorization", value.parse().unwrap());
        }
        server.visitor(&headers).map(|visitor| visitor.name.clone())
    };
    let basic = |text: &str| format!("Basic {}", Base64::encode_string(text.as_bytes()));
    assert_eq!(known(&["Bearer second-token"]).as_deref(), Some("two"));
    assert_eq!(known(&["bearer first-token"]).as_deref(), Some("one"));
    assert_eq!(known(&[&basic("two:second-token")]).as_deref(), Some("two"));
    for wrong in [
        basic("one:second-token"),
        basic(":second-token"),
        basic("two"),
        basic("two:"),
        "Basic ???".into(),
        "Bearer".into(),
        "Bearer ".into(),
        "Bearer second".into(),
        "Digest second-token".into(),
        "second-token".into(),
    ] {
        assert_eq!(known(&[&wrong]), None, "{wrong}");
    }
    assert_eq!(known(&[]), None);
    assert_eq!(known(&["Bearer first-token", "Bearer second-token"]), None);
    assert_eq!(known(&[&format!("Bearer {}", "x".repeat(5000))]), None);
}

//! The description: everything that is served, and nothing else.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::Value;

use crate::asked::{get, send};
use crate::door::Door;

/// What is served: the method and the address of each route. A route that is added is added here, and described.
const SERVED: [(&str, &str); 18] = [
    ("get", "/api/v1"),
    ("get", "/api/v1/charter"),
    ("get", "/api/v1/commands/{id}"),
    ("get", "/api/v1/decisions/{number}"),
    ("get", "/api/v1/events"),
    ("get", "/api/v1/heights/{height}"),
    ("get", "/api/v1/decisions/{number}/proof"),
    ("get", "/api/v1/findings"),
    ("get", "/api/v1/liquidity"),
    ("get", "/api/v1/nodes"),
    ("get", "/api/v1/openapi.json"),
    ("get", "/api/v1/partnership"),
    ("get", "/api/v1/plan"),
    ("get", "/api/v1/public"),
    ("get", "/api/v1/public/{register}"),
    ("get", "/api/v1/registers"),
    ("get", "/api/v1/registers/{register}"),
    ("post", "/api/v1/commands"),
];

fn operations(described: &Value) -> Vec<(String, String, &Value)> {
    let paths = described["paths"].as_object().unwrap();
    let methods = paths
        .iter()
        .flat_map(|(path, item)| item.as_object().unwrap().iter().map(move |(m, o)| (m, path, o)));
    methods.map(|(method, path, operation)| (method.clone(), path.clone(), operation)).collect()
}

#[tokio::test]
async fn the_description_is_what_is_served() {
    let door = Door::open();
    let served = get(&door, "/api/v1/openapi.json").await;
    assert_eq!(served.json(), quorate_web::description());
    assert_eq!(served.json()["openapi"], "3.1.0");
    insta::assert_snapshot!("openapi", served.shown());
}

#[tokio::test]
async fn every_route_is_described_and_everything_described_is_served() {
    let (door, described) = (Door::open(), quorate_web::description());
    let told: BTreeSet<(String, String)> =
        operations(&described).into_iter().map(|(m, p, _)| (m, p)).collect();
    let served: BTreeSet<(String, String)> = SERVED.iter().map(|(m, p)| ((*m).into(), (*p).into())).collect();
    assert_eq!(told, served);
    for (method, path) in SERVED {
        let path = path.replace("{id}", &"ab".repeat(32)).replace("{number}", "1");
        let path = path.replace("{register}", "consultations").replace("{height}", "9");
        // Each method that an address does not know names those it does: no route is there that is not described.
        let request = Request::builder().method(Method::DELETE).uri(&path).body(Body::empty()).unwrap();
        let allow = if method == "get" { "GET,HEAD" } else { "POST" };
        assert_eq!(send(&door, request).await.header("allow"), allow, "{path}");
    }
}

#[tokio::test]
async fn every_operation_says_what_it_does_and_what_can_go_wrong() {
    let described = quorate_web::description();
    for (method, path, operation) in operations(&described) {
        for field in ["summary", "description", "operationId"] {
            assert!(
                operation[field].as_str().is_some_and(|text| !text.is_empty()),
                "{field} of {method} {path}"
            );
        }
        let responses = operation["responses"].as_object().unwrap();
        for (status, response) in responses {
            assert!(
                response["description"].as_str().is_some_and(|text| !text.is_empty()),
                "{status} of {path}"
            );
            let is_problem = response["content"]["application/problem+json"].is_object();
            assert_eq!(is_problem, status.starts_with(['4', '5']), "{status} of {method} {path}");
        }
        for status in ["400", "405", "406", "500"] {
            assert!(responses.contains_key(status), "{status} of {method} {path}");
        }
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            assert!(parameter["description"].is_string(), "{parameter} of {path}");
        }
    }
}

#[test]
fn every_field_says_what_it_is() {
    let described = quorate_web::description();
    for (name, schema) in described["components"]["schemas"].as_object().unwrap() {
        for (field, about) in schema["properties"].as_object().into_iter().flatten() {
            let says =
                about["description"].is_string() || about["$ref"].is_string() || about["oneOf"].is_array();
            assert!(says, "{field} of {name}: {about}");
        }
    }
}

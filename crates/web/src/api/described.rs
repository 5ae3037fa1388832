//! The description of the interface: what stands at its head, and what holds for every answer.

use quorate_partnership::MAX_COMMAND_BYTES;
use quorate_records::Register;
use serde_json::{Map, Value, json};
use utoipa::PartialSchema as _;
use utoipa::openapi::{InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder, Paths};

use super::problem::{Details, Kind, PROBLEM};

const ABOUT: &str = "What a member's node can tell other systems, and how commands that were signed elsewhere are given to \
it. Everything is read from the record that the members' nodes agree on; each answer says as of which height.\n\n\
Money is `{\"amount\": \"1.00\", \"currency\": \"USD\"}`, a decimal in a text. Moments are RFC 3339. Null is unknown, or \
applies to nothing: never nought. Keys may be added; what is there stays.";

/// What stands at the head.
pub(super) fn head() -> OpenApi {
    let license = LicenseBuilder::new().name("Apache-2.0").identifier(Some("Apache-2.0")).build();
    let info = InfoBuilder::new()
        .title("Quorate")
        .version("1")
        .description(Some(ABOUT))
        .license(Some(license))
        .build();
    OpenApiBuilder::new().info(info).paths(Paths::new()).build()
}

/// What was described of each address, with what holds for all.
pub(super) fn whole(described: &OpenApi) -> Value {
    let mut whole = serde_json::to_value(described).unwrap_or_default();
    let problem = serde_json::to_value(Details::schema()).unwrap_or_default();
    put(&mut whole, "/components/schemas", "Problem", problem);
    let token = json!({ "token": {
        "type": "http", "scheme": "bearer", "description": "A token that a delegation made on the page Other systems"
    } });
    put(&mut whole, "/components", "securitySchemes", token);
    let paths = whole.pointer_mut("/paths").and_then(Value::as_object_mut);
    for (path, item) in paths.into_iter().flatten() {
        let methods = item.as_object_mut();
        for (method, operation) in methods.into_iter().flatten() {
            answers(path, method, operation);
        }
    }
    whole
}

fn put(value: &mut Value, pointer: &str, key: &str, what: Value) {
    if let Some(fields) = value.pointer_mut(pointer).and_then(Value::as_object_mut) {
        fields.insert(key.to_owned(), what);
    }
}

/// The problems that an address can answer with.
fn kinds(path: &str) -> Vec<Kind> {
    let mut kinds =
        [Kind::Query, Kind::Method, Kind::NotAcceptable, Kind::Failed, Kind::NotHere, Kind::TooManyQuestions]
            .to_vec();
    if !path.starts_with("/api/v1/public") {
        kinds.push(Kind::NotSignedIn);
    }
    if path.contains('{') {
        kinds.push(Kind::NotFound);
    }
    match path {
        "/api/v1/findings" => kinds.push(Kind::NotFoundYet),
        "/api/v1/plan" | "/api/v1/liquidity" => kinds.extend([Kind::WithoutAFund, Kind::NotFound]),
        "/api/v1/commands" => kinds.extend([
            Kind::NotACommand,
            Kind::NotAuthentic,
            Kind::TooLarge,
            Kind::MediaType,
            Kind::Refused,
            Kind::TooManyCommands,
            Kind::NodeAway,
            Kind::NotOrderedYet,
        ]),
        _ => {}
    }
    if path.ends_with("/{height}") || path.ends_with("/proof") {
        kinds.extend([Kind::NoProof, Kind::TooMuchWork, Kind::Busy, Kind::NodeAway]);
    }
    if path.ends_with("/{height}") {
        kinds.push(Kind::AheadOfRecord);
    }
    if path.ends_with("{register}") {
        kinds.extend([Kind::Cursor, Kind::AheadOfRecord, Kind::Gone, Kind::TooMuchWork, Kind::Busy]);
    }
    kinds
}

/// What an address can answer beside what is its own.
fn answers(path: &str, method: &str, operation: &mut Value) {
    if !path.starts_with("/api/v1/public") {
        // A token where reading needs one; at an address of the node's own machine it does not.
        put(operation, "", "security", json!([{}, { "token": [] }]));
    }
    if let Some(body) = operation.pointer_mut("/responses/200/content/application~1cbor") {
        *body = json!({ "schema": { "type": "string", "format": "binary" } });
    }
    if path.ends_with("{register}") {
        let names: Vec<&str> = Register::ALL.iter().map(|register| register.name()).collect();
        put(operation, "/parameters/0/schema", "enum", json!(names));
    }
    if path.ends_with("/{number}") {
        put(operation, "/parameters/1/schema/items", "pattern", json!("^[A-Z]{3}:(for|against|abstain)$"));
    }
    if let Some(body) = operation.pointer_mut("/requestBody/content/application~1cose") {
        *body = json!({ "schema": { "type": "string", "format": "binary", "maxLength": MAX_COMMAND_BYTES } });
    }
    if let Some(stream) = operation.pointer_mut("/responses/200/content/text~1event-stream") {
        *stream = json!({ "schema": event() });
    }
    let summary = operation.get("summary").cloned().unwrap_or_default();
    let taken = operation.pointer_mut("/responses").and_then(Value::as_object_mut);
    for response in taken.into_iter().flat_map(Map::values_mut) {
        if response.get("description").and_then(Value::as_str).is_none_or(str::is_empty) {
            put(response, "", "description", summary.clone());
        }
    }
    for (status, problem) in problems(&kinds(path)) {
        put(operation, "/responses", &status, problem);
    }
    if method == "get" && !path.ends_with("/events") && !path.ends_with("/proof") {
        let mark = json!({ "description": "Give it as If-None-Match to learn whether something else would be answered", "schema": { "type": "string" } });
        put(operation, "/responses/200", "headers", json!({ "ETag": mark }));
        put(
            operation,
            "/responses",
            "304",
            json!({ "description": "What is had already is still so", "headers": { "ETag": mark } }),
        );
        has(operation);
    }
}

/// One event of the stream, field by field: OpenAPI 3.1 describes streams so, by each event.
fn event() -> Value {
    let text = |pattern: &str, says: &str, example: &str| json!({ "type": "string", "pattern": pattern, "description": says, "example": example });
    json!({
        "type": "object", "required": ["event", "id", "data"],
        "properties": {
            "event": { "type": "string", "const": "height", "description": "What is told" },
            "id": text("^[0-9]+$", "The height", "41"),
            "data": text("^\\{\"height\":[0-9]+\\}$", "An object with the height", "{\"height\":41}"),
        }
    })
}

/// That an answer which is had already need not be sent again.
fn has(operation: &mut Value) {
    let header = json!({
        "name": "If-None-Match", "in": "header", "required": false, "schema": { "type": "string" },
        "description": "The ETag of what is had already"
    });
    if let Some(fields) = operation.as_object_mut()
        && let Some(parameters) = fields.entry("parameters").or_insert_with(|| json!([])).as_array_mut()
    {
        parameters.push(header);
    }
}

/// The problems by their status, each status with the names that it can have.
fn problems(kinds: &[Kind]) -> Map<String, Value> {
    let mut by_status = Map::new();
    for kind in kinds {
        let (name, status, title) = kind.told();
        let line = format!("`{name}`: {title}.");
        let told = by_status.entry(status.as_str()).or_insert_with(|| {
            json!({
                "description": "",
                "content": { PROBLEM: { "schema": { "$ref": "#/components/schemas/Problem" } } }
            })
        });
        let before = told.get("description").and_then(Value::as_str).unwrap_or_default();
        let both = format!("{before} {line}");
        put(told, "", "description", json!(both.trim()));
    }
    by_status
}

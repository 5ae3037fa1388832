//! The recorded vectors of the vault's forms: `conformance/vault.json`; `conformance/vault.cddl` says what their bytes are.
//!
//! What follows from keys and moments alone is made anew and compared. What chance goes into was sealed once, with keys that
//! stand in the file: it is opened, and says what is recorded. `BLESS=1` records the first anew, and `BLESS=all` the rest, too.

mod cast;

use serde::{Deserialize, Serialize};
use serde_json::Value;

pub(crate) use cast::Cast;

use crate::compartment::vectors as compartments;
use crate::product::vectors as products;

const RECORDED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../conformance/vault.json");
const ABOUT: [&str; 4] = [
    "Recorded vectors of docs/vault.md, all bytes in hexadecimal; each has the form of that name in conformance/vault.cddl.",
    "Under `fixed` stands what follows from keys and moments alone; under `sealed` what chance went into, once.",
    "Written by crates/vault/src/vectors.rs when BLESS=1 is set (BLESS=all: what is sealed, too); recording anew is an approval \
     of another format, and is reviewed as one.",
    "The keys are of seeds in the open and keep nothing else secret.",
];

/// Some bytes, what form they have, and what they say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Vector {
    pub(crate) name: String,
    form: String,
    bytes: String,
    pub(crate) says: Value,
}

impl Vector {
    pub(crate) fn of(name: &str, form: &str, bytes: &[u8], says: Value) -> Vector {
        Vector { name: name.into(), form: form.into(), bytes: hex(bytes), says }
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let digits = self.bytes.as_bytes().chunks(2).map(|two| std::str::from_utf8(two).unwrap());
        digits.map(|two| u8::from_str_radix(two, 16).unwrap()).collect()
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes of the vector of this name.
pub(crate) fn named(vectors: &[Vector], name: &str) -> Vec<u8> {
    vectors.iter().find(|vector| vector.name == name).unwrap_or_else(|| panic!("{name}")).bytes()
}

#[derive(Serialize, Deserialize)]
struct Document {
    about: Vec<String>,
    keys: Value,
    fixed: Vec<Vector>,
    sealed: Vec<Vector>,
}

fn recorded() -> Option<Document> {
    serde_json::from_str(&std::fs::read_to_string(RECORDED).ok()?).ok()
}

fn sealed(cast: &Cast) -> Vec<Vector> {
    let products = products::sealed(cast);
    let carried = compartments::sealed(cast);
    [products, carried].concat()
}

fn document(cast: &Cast, sealed: Vec<Vector>) -> String {
    let document = Document {
        about: ABOUT.map(str::to_owned).to_vec(),
        keys: cast.keys(),
        fixed: [products::fixed(cast), compartments::fixed(cast)].concat(),
        sealed,
    };
    serde_json::to_string_pretty(&document).unwrap() + "\n"
}

/// Records anew, if that is asked for, before anything that is recorded is read.
fn bless(cast: &Cast) {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let bless = std::env::var("BLESS").unwrap_or_default();
        if ["1", "all"].contains(&bless.as_str()) {
            let before = recorded().filter(|_| bless != "all").map(|document| document.sealed);
            std::fs::write(RECORDED, document(cast, before.unwrap_or_else(|| sealed(cast)))).unwrap();
        }
    });
}

#[test]
fn the_bytes_are_those_recorded() {
    let cast = Cast::new();
    bless(&cast);
    let now = document(&cast, recorded().map(|document| document.sealed).unwrap_or_default());
    let recorded = std::fs::read_to_string(RECORDED).unwrap_or_default();
    let differs = recorded.lines().zip(now.lines()).find(|(before, now)| before != now);
    assert!(
        recorded == now,
        "the format has changed: conformance/vault.json says another than {differs:?}\n\
         If that is meant, BLESS=1 records the vectors anew; what was made before can then not be read."
    );
}

#[test]
fn what_was_sealed_once_opens_to_what_is_recorded() {
    let cast = Cast::new();
    bless(&cast);
    let recorded = recorded().unwrap().sealed;
    let opened = [products::opened(&cast, &recorded), compartments::opened(&cast, &recorded)].concat();
    let said: Vec<(&str, &Value)> =
        recorded.iter().map(|vector| (vector.name.as_str(), &vector.says)).collect();
    assert_eq!(opened.iter().map(|(name, says)| (*name, says)).collect::<Vec<_>>(), said);
}

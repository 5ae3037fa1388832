//! What other systems are given: by whom it is refused, and what is told.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::Stdio;

use crate::compartments::{WITH, together};
use crate::quorate::Folder;

const BUNDLE: &str = r#"{"type": "bundle", "id": "bundle--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f", "objects": [
    {"type": "tool", "spec_version": "2.1", "id": "tool--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f", "name": "seen",
     "created": "2027-01-01T00:00:00.000Z", "modified": "2027-01-01T00:00:00.000Z"},
    {"type": "tool", "spec_version": "2.1", "id": "tool--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd30", "name": "hidden",
     "created": "2027-01-01T00:00:00.000Z", "modified": "2027-01-01T00:00:00.000Z",
     "object_marking_refs": ["marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1"]}]}"#;

/// A bundle that France shared with Canada, once as it is and once with a half of its key held back.
fn shared() -> Folder {
    let folder = together(&["CAN", "FRA"]);
    let kept =
        ["CAN", "FRA"].map(|code| format!("[agreement.kept.{code}]\nRESTRICTED = \"RESTRICTED\"\n")).concat();
    let document = "3d".repeat(32);
    let text = format!("[[agreement]]\nbetween = [\"CAN\", \"FRA\"]\ndocument = \"{document}\"\n{kept}");
    folder.write("agreements.toml", text);
    for member in ["CAN", "FRA"] {
        folder.done(&format!("product agree agreements.toml --agent {member} {WITH}"));
    }
    folder.write("bundle.json", BUNDLE);
    folder.done("product mark --policy EXERCISE --level RESTRICTED --to CAN,FRA --out marking.json");
    for (name, more) in [("whole", ""), ("half", "--held-back")] {
        folder.done(&format!(
            "product share bundle.json --in Watch --title Tools --marking marking.json --agent FRA --out {name}.sealed \
             --notice {name}.notice {more} {WITH}"
        ));
        folder.done(&format!("compartment accept {name}.notice --agent CAN {WITH}"));
    }
    folder
}

fn readers(folder: &Folder, member: &str, compartment: &str) {
    let text = format!(
        "[[reader]]\nname = \"one\"\nmember = \"{member}\"\ncleared = \"SECRET\"\ncompartments = [\"{compartment}\"]\n\
         token-file = \"token\"\n"
    );
    folder.write("readers.toml", text);
}

/// What the command says until it serves, and what it answers with a token to this path.
fn served(folder: &Folder, line: &str, path: &str) -> (String, String) {
    let mut process = folder.command(line).stdout(Stdio::piped()).spawn().unwrap();
    let mut said = String::new();
    let mut lines = BufReader::new(process.stdout.take().unwrap());
    while !said.contains("until Ctrl-C") && lines.read_line(&mut said).unwrap() > 0 {}
    let address = said.split_once("http://").and_then(|(_, rest)| rest.split('/').next()).unwrap();
    let token = fs::read_to_string(folder.path("token")).unwrap();
    let mut stream = TcpStream::connect(address).unwrap();
    let head = format!(
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {}\r\nConnection: close\r\n\r\n",
        token.trim()
    );
    stream.write_all(head.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    process.kill().unwrap();
    process.wait().unwrap();
    (said, answer)
}

#[test]
fn a_half_held_back_goes_to_no_other_members_reader() {
    let folder = shared();
    let line = |agent: &str| {
        format!("product taxii whole.sealed half.sealed --readers readers.toml --agent {agent} {WITH}")
    };
    readers(&folder, "FRA", "Watch");
    let (said, answer) = served(&folder, &line("FRA"), "/quorate/collections/");
    // The same object twice is one object.
    assert!(
        said.contains("one sees 1 of 4 objects") && answer.contains("\"title\":\"Watch\""),
        "{said}{answer}"
    );
    readers(&folder, "CAN", "Watch");
    let (said, _) = served(&folder, &line("FRA"), "/taxii2/");
    assert!(said.contains("one sees 1 of 4 objects"), "{said}");
    let half = format!("product taxii half.sealed --readers readers.toml --agent FRA {WITH}");
    let (said, answer) = served(&folder, &half, "/quorate/collections/");
    assert!(
        said.contains("one sees 0 of 2 objects") && answer.contains("\"title\":\"Watch\""),
        "{said}{answer}"
    );
    // Canada's agent has no such half.
    let (said, _) = served(&folder, &line("CAN"), "/taxii2/");
    assert!(said.contains("half.sealed") && said.contains("not served"), "{said}");
    assert!(said.contains("one sees 1 of 2 objects"), "{said}");
}

#[test]
fn nothing_is_served_elsewhere_than_here_or_to_whom_is_not_in() {
    let folder = shared();
    let line = "product taxii whole.sealed --readers readers.toml --agent CAN";
    readers(&folder, "CAN", "Watch");
    for address in ["0.0.0.0:0", "192.0.2.1:4600", "[::]:0"] {
        let run = folder.run(&format!("{line} --listen {address} {WITH}"));
        assert!(run.code == 2 && run.err.contains("no address of this machine alone"), "{}", run.shown());
    }
    assert!(!folder.path("token").exists());
    for (member, compartment) in [("DEU", "Watch"), ("CAN", "Other")] {
        readers(&folder, member, compartment);
        let run = folder.run(&format!("{line} {WITH}"));
        assert!(run.code == 2 && run.err.contains("is not in a compartment"), "{}", run.shown());
    }
    readers(&folder, "CAN", "Watch");
    folder.write("token", "short\n");
    let run = folder.run(&format!("{line} {WITH}"));
    assert!(run.code == 2 && run.err.contains("holds no token"), "{}", run.shown());
}

#[test]
fn a_header_is_written_the_same_each_time_and_only_its_originator_passes_it_on() {
    let folder = shared();
    for out in ["one.json", "two.json"] {
        folder.done(&format!("product stix whole.sealed --agent CAN --out {out} {WITH}"));
    }
    let one = fs::read_to_string(folder.path("one.json")).unwrap();
    assert_eq!(one, fs::read_to_string(folder.path("two.json")).unwrap());
    assert!(one.contains("\"name\": \"Tools\"") && !one.contains("hidden"), "{one}");
    folder.write(
        "kas.pem",
        "-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpZP40Li\n\
         /hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==\n-----END PUBLIC KEY-----\n",
    );
    let line = |agent: &str, more: &str| {
        format!(
            "product ztdf whole.sealed --kas https://kas.example --to kas.pem --agent {agent} --out {agent}.tdf {more} {WITH}"
        )
    };
    let attribute = "--attribute https://example.org/attr/level/value/secret";
    let run = folder.run(&line("CAN", attribute));
    assert!(run.code == 1 && run.err.contains("does not go on without it"), "{}", run.shown());
    assert!(!folder.path("CAN.tdf").exists());
    assert_eq!(folder.run(&line("FRA", "")).code, 2);
    let run = folder.run(&line("FRA", "--attribute secret"));
    assert!(run.code == 1 && run.err.contains("no such address"), "{}", run.shown());
    for (wrong, what) in [
        ("--mime text", "no media type"),
        ("--mime \"text/html\r\nX: y\"", "no media type"),
        ("--kid \"\"", "no name of a key"),
        ("--kid \"a b\"", "no name of a key"),
    ] {
        let run = folder.run(&line("FRA", &format!("{attribute} {wrong}")));
        assert!(run.code == 1 && run.err.contains(what), "{}", run.shown());
        assert!(!folder.path("FRA.tdf").exists() && !folder.path("FRA.tdf.new").exists(), "{wrong}");
    }
    let told = folder.done(&line("FRA", attribute));
    assert!(
        told.contains("https://kas.example decides who opens it") && told.contains("signed by nobody"),
        "{told}"
    );
    let bytes = fs::read(folder.path("FRA.tdf")).unwrap();
    assert!(bytes.starts_with(b"PK") && !bytes.windows(6).any(|part| part == b"hidden"));
    // Another's material goes to the States that its consent names, and to no service.
    let consent = format!("--contains NOR --consent NOR:CAN,FRA={}", "2c".repeat(32));
    folder.done(&format!(
        "product share bundle.json --in Watch --title Tools --marking marking.json --agent FRA --out theirs.sealed \
         --notice theirs.notice {consent} {WITH}"
    ));
    let run = folder.run(&line("FRA", attribute).replace("whole", "theirs").replace("FRA.tdf", "theirs.tdf"));
    assert!(run.code == 1 && run.err.contains("contains material of NOR"), "{}", run.shown());
    // A point that is on no curve.
    folder.write(
        "kas.pem",
        fs::read_to_string(folder.path("kas.pem")).unwrap().replace("N79R9Q==", "N79R9A=="),
    );
    let run = folder.run(&line("FRA", attribute).replace("FRA.tdf", "off.tdf"));
    assert!(run.code != 0 && !folder.path("off.tdf").exists(), "{}", run.shown());
}

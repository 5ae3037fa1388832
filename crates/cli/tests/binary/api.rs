//! The interface over HTTP, in front of a node: commands that were signed elsewhere, and what was at earlier heights.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use crate::quorate::Folder;
use crate::submit::{indication, key, post, signed};

/// The pages of `D`, until the end of the test.
struct Pages {
    process: Child,
    address: String,
}

impl Drop for Pages {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Pages {
    fn open(folder: &Folder) -> Pages {
        let mut command = folder.command("pages --dir D");
        let mut process = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address =
            line.strip_prefix("http://").and_then(|line| line.split('/').next()).unwrap().to_owned();
        Pages { process, address }
    }

    /// What is answered: head and body.
    fn ask(&self, head: &str, body: &[u8]) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let length = body.len();
        let head =
            format!("{head}Host: {}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n", self.address);
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(body).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn get(&self, path: &str) -> String {
        self.ask(&format!("GET /api/v1{path} HTTP/1.1\r\n"), b"")
    }

    fn give(&self, signed: &[u8]) -> String {
        self.ask("POST /api/v1/commands HTTP/1.1\r\nContent-Type: application/cose\r\n", signed)
    }
}

/// What stands behind the head, and where it says that the command is.
fn parts(answer: &str) -> (&str, &str) {
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let location = head.lines().find_map(|line| line.strip_prefix("location: /api/v1"));
    (body, location.unwrap_or_default())
}

#[test]
fn a_command_given_twice_is_ordered_once_and_can_be_asked_for() {
    let folder = Folder::after_demo();
    let by = post("CAN/representative");
    let taken = signed(&folder, &*key(&folder, by), by, 3_600_000, indication("CAN"));
    let refused = signed(&folder, &*key(&folder, by), by, 3_600_000, indication("USA"));
    let mut unsigned = signed(&folder, &*key(&folder, by), by, 7_200_000, indication("CAN"));
    let pages = Pages::open(&folder);
    let (first, second) = (pages.give(&taken), pages.give(&taken));
    assert!(first.starts_with("HTTP/1.1 201 ") && first.contains("\"height\": 59"), "{first}");
    assert_eq!(parts(&first), parts(&second));
    assert!(pages.get("/partnership").contains("\"height\": 59"));
    let standing = pages.get(parts(&first).1);
    assert!(standing.contains("\"standing\": \"accepted\""), "{standing}");
    let (first, second) = (pages.give(&refused), pages.give(&refused));
    assert!(first.starts_with("HTTP/1.1 422 ") && first.contains("\"rule\":\"F3\""), "{first}");
    assert_eq!(parts(&first), parts(&second));
    assert!(pages.get(parts(&first).1).contains("\"standing\": \"refused\""));
    *unsigned.last_mut().unwrap() ^= 1;
    let broken = pages.give(&unsigned);
    assert!(broken.starts_with("HTTP/1.1 403 ") && broken.contains("\"rule\":\"A2\""), "{broken}");
    assert!(pages.give(b"x").contains("urn:quorate:problem:not-a-command"));
}

#[test]
fn a_register_is_given_as_of_every_height_and_none_beyond() {
    let folder = Folder::after_demo();
    let pages = Pages::open(&folder);
    let votes = |height: u64| pages.get(&format!("/registers/votes?as-of={height}"));
    assert!(votes(0).contains("\"rows\": []"));
    assert!(votes(20).contains("\"height\": 20"));
    assert_eq!(parts(&votes(58)).0, parts(&pages.get("/registers/votes")).0);
    assert!(votes(59).contains("urn:quorate:problem:ahead-of-record"));
}

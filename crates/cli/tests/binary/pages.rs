//! Pages in front of a node alone: what they hand out is what the command line hands out, and checks in the same way.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::quorate::Folder;

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
    fn open(folder: &Folder, line: &str) -> Pages {
        let mut process = folder.command(line).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.strip_prefix("http://").and_then(|line| line.split('/').next());
        Pages { process, address: address.unwrap().to_owned() }
    }

    /// The status and the body that are answered.
    fn ask(&self, head: &str, body: &[u8]) -> (u16, Vec<u8>) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let (host, length) = (&self.address, body.len());
        let head = format!("{head}Host: {host}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n");
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(body).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let ends = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let status = String::from_utf8_lossy(&answer[9..12]).parse().unwrap();
        (status, answer[ends + 4..].to_vec())
    }

    fn get(&self, path: &str) -> (u16, Vec<u8>) {
        self.ask(&format!("GET {path} HTTP/1.1\r\n"), b"")
    }

    fn text(&self, path: &str) -> String {
        String::from_utf8(self.get(path).1).unwrap()
    }

    /// Sends a file to be verified.
    fn verify(&self, file: &[u8]) -> String {
        let begins = b"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n";
        let body = [begins.as_slice(), file, b"\r\n--x--\r\n"].concat();
        let head = "POST /en/record/verify HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=x\r\n";
        String::from_utf8(self.ask(head, &body).1).unwrap()
    }
}

#[test]
fn a_decisions_file_and_the_checkpoint_are_handed_out_and_checked() {
    let folder = Folder::after_demo();
    let checkpoint = folder.done("record checkpoint --dir D");
    let pages = Pages::open(&folder, "pages --dir D --city Paris=Europe/Paris");
    let began = Instant::now();
    while pages.get("/en/public/checkpoint").0 != 200 {
        assert!(began.elapsed() < Duration::from_secs(20), "no checkpoint comes");
        sleep(Duration::from_millis(20));
    }
    assert_eq!(pages.text("/fr/public/checkpoint"), checkpoint);
    let page = pages.text("/en/decisions/1");
    for said in
        ["Certificate", "event 40", "signed by the nodes of", "quorate verify decision-1.record", "(4 of 4)"]
    {
        assert!(page.contains(said), "{said}: {page}");
    }
    let (status, file) = pages.get("/en/decisions/1/proof");
    assert_eq!(status, 200);
    let said = pages.verify(&file);
    assert!(
        said.contains("The file proves decision 1") && said.contains("the record that this node keeps"),
        "{said}"
    );
    let said = pages.verify(checkpoint.as_bytes());
    assert!(said.contains("is the beginning of that of height"), "{said}");
    assert_eq!(pages.get("/en/decisions/99/proof").0, 404);
    drop(pages);
    folder.write("it.record", &file);
    assert!(folder.done("verify it.record").contains("the file proves decision 1: every check holds"));
    folder.done("record export --decision 1 --out own.record --dir D");
    assert_eq!(fs::read(folder.path("own.record")).unwrap(), file);
}

#[test]
fn a_city_that_is_none_is_refused_before_anything_is_served() {
    let folder = Folder::after_demo();
    let cities = "--city A=Europe/Paris --city B=Europe/Paris --city C=Europe/Paris --city D=Europe/Paris";
    for (cities, said) in [
        ("--city Paris".into(), "has no `=` before its zone"),
        ("--city Paris=Europe/Lutetia".into(), "there is no time zone `Europe/Lutetia`"),
        (format!("{cities} --city E=Europe/Paris"), "these are too many cities"),
    ] {
        let shown = folder.run(&format!("pages --dir D {cities}")).shown();
        assert!(shown.contains(said), "{shown}");
    }
}

#[test]
fn pages_and_the_agent_of_one_directory_run_beside_each_other_and_pages_of_it_are_served_once() {
    let folder = Folder::after_demo();
    fs::create_dir_all(folder.path("D/desk")).unwrap();
    folder.write("D/desk/sessions", "damaged");
    let pages = Pages::open(&folder, "pages --dir D");
    let run = folder.run("pages --dir D");
    assert!(run.code == 1 && run.err.contains("other pages are served of D already"), "{}", run.shown());
    // Without a node the pages have the record for themselves, and the agent needs the key and whose record it is.
    let agent = Pages::open(&folder, "agent D --listen 127.0.0.1:0");
    assert_eq!(agent.get("/").0, 200);
    assert_eq!(fs::read(folder.path("D/desk/sessions.damaged")).unwrap(), b"damaged");
    drop(pages);
    drop(Pages::open(&folder, "pages --dir D"));
}

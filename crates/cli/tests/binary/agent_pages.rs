//! The agent's pages of compartments over a real store: what is made there is what commands take in, and the reverse.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use crate::compartments::{WITH, together};
use crate::quorate::Folder;

pub(crate) struct Agent {
    process: Child,
    pub(crate) origin: String,
    pub(crate) cookie: String,
}

impl Drop for Agent {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Agent {
    pub(crate) fn open(folder: &Folder, member: &str) -> Agent {
        let line = format!("agent --compartments {member} --listen 127.0.0.1:0 {WITH}");
        let mut process = folder.command(&line).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let origin = line.split_once("/ until").unwrap().0.to_owned();
        let mut agent = Agent { process, origin, cookie: String::new() };
        let wrong = agent.form("/open", "passphrase=correct+horse");
        assert!(wrong.starts_with("HTTP/1.1 403") && !wrong.contains("set-cookie"), "{wrong}");
        let opened = agent.form("/open", "passphrase=correct+horse+battery");
        let cookie = opened.split("set-cookie: ").nth(1).unwrap().split(';').next().unwrap();
        agent.cookie = cookie.to_owned();
        agent
    }

    fn ask(&self, method: &str, path: &str, kind: &str, body: &[u8]) -> Vec<u8> {
        let host = self.origin.strip_prefix("http://").unwrap();
        let mut stream = TcpStream::connect(host.replace("localhost", "127.0.0.1")).unwrap();
        let head = format!(
            "{method} /en/compartments{path} HTTP/1.1\r\nHost: {host}\r\nOrigin: {}\r\nCookie: {}\r\nConnection: close\r\n\
             Content-Type: {kind}\r\nContent-Length: {}\r\n\r\n",
            self.origin,
            self.cookie,
            body.len()
        );
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(body).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        answer
    }

    pub(crate) fn form(&self, path: &str, body: &str) -> String {
        let kind = "application/x-www-form-urlencoded";
        String::from_utf8(self.ask("POST", path, kind, body.as_bytes())).unwrap()
    }

    pub(crate) fn get(&self, path: &str) -> String {
        String::from_utf8(self.ask("GET", path, "text/plain", b"")).unwrap()
    }

    pub(crate) fn upload(&self, path: &str, fields: &[(&str, &str)], file: &[u8]) -> String {
        let field = |(name, value): &(&str, &str)| {
            format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let mut body: Vec<u8> = fields.iter().map(field).collect::<String>().into_bytes();
        body.extend_from_slice(
            b"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n",
        );
        body.extend_from_slice(file);
        body.extend_from_slice(b"\r\n--x--\r\n");
        String::from_utf8(self.ask("POST", path, "multipart/form-data; boundary=x", &body)).unwrap()
    }

    /// Downloads what was made, and leaves it in the folder of the test.
    pub(crate) fn download(&self, page: &str, begins: &str, folder: &Folder, to: &str) {
        let name = page.split(&format!("/made/{begins}")).nth(1).unwrap().split('"').next().unwrap();
        let answer = self.ask("GET", &format!("/made/{begins}{name}"), "text/plain", b"");
        let ends = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        folder.write(to, &answer[ends + 4..]);
    }
}

pub(crate) fn hidden(page: &str, name: &str) -> String {
    let begins = format!("name=\"{name}\" value=\"");
    page.split(&begins)
        .nth(1)
        .unwrap_or_else(|| panic!("no `{name}` in {page}"))
        .split('"')
        .next()
        .unwrap()
        .into()
}

#[test]
fn a_product_shared_on_pages_is_the_one_that_was_shown_and_commands_open_it() {
    let folder = together(&["CAN", "FRA"]);
    for member in ["CAN", "FRA"] {
        crate::sharing::agreed(&folder, member);
    }
    let agent = Agent::open(&folder, "CAN");
    // The store is this process's alone, and the record is not.
    let run = folder.run(&format!("compartment roster --agent CAN {WITH}"));
    assert!(run.code == 1 && run.err.contains("another command works with the agent"), "{}", run.shown());
    folder.done("status --dir D");
    let fields = |to: &'static str| {
        [("title", "The coast"), ("policy", "EXERCISE"), ("level", "SECRET"), ("class", "year"), ("to", to)]
    };
    let left = agent.upload("/1/weigh", &fields("DEU"), b"What was seen");
    assert!(left.contains("FRA is in this compartment and is not named"), "{left}");
    let shown = agent.upload("/1/weigh", &fields("FRA"), b"What was seen");
    assert!(shown.contains("Will see it: CAN and FRA. Nobody else."), "{shown}");
    assert!(shown.contains("Will not see it: DEU and GBR; no node, your own included."), "{shown}");
    let unknown: Vec<_> = fields("FRA").into_iter().chain([("carry", "nobody")]).collect();
    let stopped = agent.upload("/1/weigh", &unknown, b"What was seen");
    assert!(stopped.contains("The carrier has no partner nobody"), "{stopped}");
    assert!(!stopped.contains("name=\"digest\""), "it cannot be sealed: {stopped}");
    let yes = format!("draft={}&digest={}", hidden(&shown, "draft"), hidden(&shown, "digest"));
    let sealed = agent.form("/1/seal", &yes);
    assert!(sealed.contains("Sealed as it was shown."), "{sealed}");
    agent.download(&sealed, "product-", &folder, "product");
    agent.download(&sealed, "notice-", &folder, "notice");
    folder.done(&format!("compartment accept notice --agent FRA {WITH}"));
    folder.done(&format!("product open product --agent FRA --out text {WITH}"));
    assert_eq!(fs::read(folder.path("text")).unwrap(), b"What was seen");
    // What commands make is taken in by the pages.
    folder.done(&format!("product acknowledge product --in Watch --agent FRA --out has {WITH}"));
    folder.done(&format!("room say Watch \"at nine\" --agent FRA --out said {WITH}"));
    for name in ["has", "said"] {
        let took = agent.upload("/take", &[], &fs::read(folder.path(name)).unwrap());
        assert!(took.contains("What came") && !took.contains("Refused"), "{took}");
    }
    let one = agent.get("/1");
    assert!(one.contains("at nine") && one.contains("Acknowledged by"), "{one}");
}

#[test]
fn a_question_is_refused_on_pages_and_the_store_goes_on_after_the_agent_ends() {
    let folder = together(&["CAN", "FRA"]);
    for member in ["CAN", "FRA"] {
        crate::sharing::agreed(&folder, member);
    }
    folder.done(&format!("compartment enrol --as DEU/representative --agent DEU {WITH}"));
    folder.done(&format!("compartment card --agent DEU --out DEU.card {WITH}"));
    folder.write("report", "What was seen\n");
    folder.done("product mark --policy EXERCISE --level SECRET --to DEU,FRA --out marking.json");
    folder.done(&format!(
        "product share report --in Watch --title Coast --marking marking.json --agent CAN --out sealed --notice notice {WITH}"
    ));
    folder.done(&format!("compartment accept notice --agent FRA {WITH}"));
    let forward = "product forward sealed --in Watch --to DEU.card --agent FRA";
    folder.done(&format!("{forward} --because port --out ask1 {WITH}"));
    folder.done(&format!("{forward} --because navy --out ask2 {WITH}"));
    let agent = Agent::open(&folder, "CAN");
    for name in ["ask1", "ask2"] {
        let took = agent.upload("/take", &[], &fs::read(folder.path(name)).unwrap());
        assert!(took.contains("asks whether a product may go on"), "{took}");
    }
    let one = agent.get("/1");
    let refused = agent.form("/1/refuse", &format!("question={}&why=its+source", hidden(&one, "question")));
    agent.download(&refused, "answer-", &folder, "answer1");
    let other = agent.upload("/1/allow", &[("question", &hidden(&agent.get("/1"), "question"))], b"another");
    assert!(other.contains("This is not the sealed file of the product"), "{other}");
    drop(agent);
    folder.done(&format!("compartment accept answer1 --agent FRA {WITH}"));
    let told = folder.done(&format!("product list Watch --agent FRA {WITH}"));
    assert!(told.contains("its source") && told.contains("No answer yet."), "{told}");
    let told = folder.done(&format!("product list Watch --agent CAN {WITH}"));
    assert!(told.contains("its source") && told.contains("No answer yet."), "{told}");
}

//! Serve the pages of a member's delegation.

mod openid;

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::channel;

use clap::Args;
use quorate_web::{City, Doorway as _, Open, Settings};

use crate::args::At;
use crate::door::Door;
use crate::failure::Failure;
use crate::present::{Screen, visible};

/// The most cities in whose time a deadline is told.
const MOST_CITIES: usize = 4;

#[derive(Args)]
#[command(about = "Serve the pages of a member's delegation", long_about = include_str!("pages.md").trim_end())]
pub(crate) struct Pages {
    /// The address at which they are served; port 0 is one that is free.
    #[arg(long, value_name = "ADDRESS", default_value_t = SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))]
    listen: SocketAddr,
    /// The address at which visitors see them, where that is another: behind a proxy, `https://pages.example`.
    #[arg(long, value_name = "URL")]
    origin: Option<String>,
    /// Let whoever reaches the address read what the members read. Without it that is so at an address of this machine alone.
    #[arg(long)]
    open: bool,
    /// Where visitors' agents are, on their own machines: without one nothing is signed from these pages.
    #[arg(long, value_name = "URL")]
    agent: Option<String>,
    /// How many questions a second each visitor may ask, and ten times as many at once; 0 is as many as can be answered.
    #[arg(long, value_name = "NUMBER", default_value_t = 50)]
    questions: u32,
    /// A city in whose time deadlines are told beside UTC, with its zone: `Paris=Europe/Paris`; of another name in French,
    /// `London,Londres=Europe/London`. At most four.
    #[arg(long = "city", value_name = "NAME=ZONE")]
    cities: Vec<String>,
    /// A file that names the ministry's OpenID provider and its people, who then sign in by it too.
    #[arg(long, value_name = "FILE")]
    openid: Option<PathBuf>,
}

impl Pages {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let help = "name its directory: `--dir DIRECTORY`";
        let directory = at.dir.as_deref().ok_or_else(|| Failure::usage("which node?", help))?;
        let own = self.origin.as_deref().map(origin).transpose()?;
        let agent = self.agent.as_deref().map(origin).transpose()?;
        let is_seen_here = own.as_deref().is_none_or(is_of_this_machine);
        let open = self.open || (self.listen.ip().is_loopback() && is_seen_here);
        let questions = NonZeroU32::new(self.questions);
        if self.cities.len() > MOST_CITIES {
            return Err(Failure::usage(
                "these are too many cities",
                "name at most four: a page is to be read",
            ));
        }
        let cities = self.cities.iter().map(|city| of(city)).collect::<Result<Vec<City>, Failure>>()?;
        let door = Door::open(directory)?;
        let openid = self.openid.as_deref().map(|file| openid::read(file, door.member())).transpose()?;
        let settings =
            Settings { origin: own.clone(), agent, open, exercise: false, questions, cities, openid };
        let open = serve(door, self.listen, settings)?;
        let seen = own.unwrap_or_else(|| seen_at(open.address()));
        screen.line(&format!("{seen}/ until Ctrl-C"))?;
        screen.flush()?;
        until_told()
    }
}

/// A city as it is typed.
fn of(text: &str) -> Result<City, Failure> {
    let help =
        "write it as `--city Paris=Europe/Paris`, with the name of a zone of the IANA time zone database";
    City::read(text).map_err(|what| Failure::usage(what, help))
}

/// Where visitors see what is served at an address. Browsers bind passkeys to a name, and have none for a number: what only this
/// machine reaches is seen at `localhost`.
pub(crate) fn seen_at(address: SocketAddr) -> String {
    match address.ip() {
        IpAddr::V4(Ipv4Addr::LOCALHOST) => format!("http://localhost:{}", address.port()),
        _ => format!("http://{address}"),
    }
}

/// Whether an address leads to the machine on which it is asked for, whatever a network says.
fn is_of_this_machine(origin: &str) -> bool {
    let host = origin.split_once("://").map_or("", |(_, host)| host);
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    name == "localhost" || host.parse::<SocketAddr>().is_ok_and(|address| address.ip().is_loopback())
}

/// An address of a server and nothing more, as browsers write it: it stands in headers, and is compared with what they send. So
/// it is in small letters, without the port that its scheme has anyhow, and without a stroke at the end.
fn origin(url: &str) -> Result<String, Failure> {
    let small = url.to_ascii_lowercase();
    let (scheme, rest) = small.split_once("://").unwrap_or_default();
    let host = rest.strip_suffix('/').unwrap_or(rest);
    let host = match scheme {
        "https" => host.strip_suffix(":443").unwrap_or(host),
        "http" => host.strip_suffix(":80").unwrap_or(host),
        _ => "",
    };
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte);
    // An address of the sixth version stands in brackets; a port has digits and no noughts before them.
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, Some(port)),
        _ => (host, None),
    };
    let is_name = !name.is_empty() && (name.starts_with('[') || !name.contains(':'));
    let is_port = |port: &str| port.parse::<u16>().is_ok_and(|number| number.to_string() == port);
    if is_name && host.bytes().all(is_plain) && port.is_none_or(is_port) {
        return Ok(format!("{scheme}://{host}"));
    }
    let help = "write it as `http://localhost:4500`, without a path";
    Err(Failure::usage(format!("`{}` is no address of a server", visible(url)), help))
}

/// Serves what is behind a door at an address.
pub(crate) fn serve(door: Arc<Door>, address: SocketAddr, settings: Settings) -> Result<Open, Failure> {
    let bound = quorate_web::bind(address).map_err(|source| cannot_serve(address, &source))?;
    let origin = settings.origin.or_else(|| Some(seen_at(bound.address())));
    let settings = Settings { origin, ..settings };
    let routes = quorate_web::router_with(door, settings).map_err(|what| Failure::usage(what, ""))?;
    bound.serve(routes).map_err(|source| cannot_serve(address, &source))
}

/// Nothing can be served at an address.
pub(crate) fn cannot_serve(address: SocketAddr, source: &io::Error) -> Failure {
    let help = "name another address by --listen";
    Failure::usage(format!("nothing can be served at {address}: {source}"), help)
}

/// Waits until Ctrl-C.
pub(crate) fn until_told() -> Result<(), Failure> {
    let (stop, stopped) = channel();
    ctrlc::set_handler(move || stop.send(()).unwrap_or_default())
        .map_err(|error| Failure::Signal(Box::new(error)))?;
    // If nobody can say it any more, it has ended too.
    let _ = stopped.recv();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_written_as_browsers_write_it() {
        for (typed, written) in [
            ("https://Pages.Example:443/", "https://pages.example"),
            ("HTTPS://pages.example", "https://pages.example"),
            ("http://localhost:80", "http://localhost"),
            ("http://localhost:443", "http://localhost:443"),
            ("https://pages.example:8443/", "https://pages.example:8443"),
            ("http://[::1]:4400", "http://[::1]:4400"),
            ("http://[::1]", "http://[::1]"),
        ] {
            assert_eq!(origin(typed).ok().as_deref(), Some(written), "{typed}");
        }
        let wrong = [
            "pages.example",
            "ftp://a",
            "https://",
            "https:///",
            "https://:443",
            "https://a/b",
            "https://a//",
        ];
        let ports = [
            "https://a:0443",
            "https://a:65536",
            "https://a:",
            "https://a:b",
            "https://:1",
            "https://a b",
            "http://::1",
        ];
        for typed in wrong.iter().chain(&ports) {
            assert!(origin(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn what_this_machine_alone_reaches_is_seen_at_a_name() {
        assert_eq!(seen_at("127.0.0.1:4400".parse().unwrap()), "http://localhost:4400");
        assert_eq!(seen_at("192.0.2.1:4400".parse().unwrap()), "http://192.0.2.1:4400");
        for here in
            ["http://localhost:4400", "http://localhost", "http://127.0.0.1:4400", "http://[::1]:4400"]
        {
            assert!(is_of_this_machine(here), "{here}");
        }
        for elsewhere in [
            "https://pages.example",
            "http://localhost.example:4400",
            "http://192.0.2.1:4400",
            "http://[::2]:1",
        ] {
            assert!(!is_of_this_machine(elsewhere), "{elsewhere}");
        }
    }
}

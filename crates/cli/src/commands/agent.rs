//! Run a representative's agent.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use quorate_web::agent::compartments::Compartments;

use super::pages::{cannot_serve, seen_at, until_told};
use crate::args::At;
use crate::compartments::Rooms;
use crate::failure::Failure;
use crate::present::Screen;
use crate::signatory::Keys;

#[derive(Args)]
#[command(about = "Run a representative's agent, which signs what pages ask for", long_about = include_str!("agent.md").trim_end())]
pub(crate) struct Agent {
    /// The directories of partnerships whose keys it signs with; or one by --dir.
    directories: Vec<PathBuf>,
    /// The address at which it is asked; port 0 is one that is free.
    #[arg(long, value_name = "ADDRESS", default_value_t = SocketAddr::from((Ipv4Addr::LOCALHOST, 4500)))]
    listen: SocketAddr,
    /// The directory of this delegation's agent, whose compartments are served as pages.
    #[arg(long, value_name = "DIRECTORY")]
    compartments: Option<PathBuf>,
}

impl Agent {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let directories: Vec<PathBuf> = at.dir.iter().chain(&self.directories).cloned().collect();
        if directories.is_empty() {
            return Err(Failure::usage("with which keys?", "name a directory: `quorate agent DIRECTORY`"));
        }
        let keys = Keys::of(&directories, false)?;
        let rooms = self.compartments.as_ref().map(|agent| rooms(at, &directories, agent)).transpose()?;
        let open = serve(keys, rooms, self.listen)?;
        screen.line(&format!("{}/ until Ctrl-C", seen_at(open.address())))?;
        screen.flush()?;
        until_told()
    }
}

/// Opens an agent's store by the record of the one partnership that is named.
fn rooms(at: &At, directories: &[PathBuf], agent: &Path) -> Result<Rooms, Failure> {
    let [record] = directories else {
        let help = "name one directory: `quorate agent DIRECTORY --compartments AGENT`";
        return Err(Failure::usage("by which record are the compartments judged?", help));
    };
    Rooms::open(record.clone(), at, agent.to_owned())
}

/// Serves an agent that signs with these keys, with the pages of compartments if there are any.
pub(crate) fn serve(
    keys: Keys,
    rooms: Option<Rooms>,
    address: SocketAddr,
) -> Result<quorate_web::Open, Failure> {
    let bound = quorate_web::bind(address).map_err(|source| cannot_serve(address, &source))?;
    let origin = seen_at(bound.address());
    let rooms = rooms.map(|rooms| -> Arc<dyn Compartments> { Arc::new(rooms) });
    let routes = quorate_web::agent::router_with(Arc::new(keys), rooms, origin)
        .map_err(|what| Failure::usage(what, ""))?;
    bound.serve(routes).map_err(|source| cannot_serve(address, &source))
}

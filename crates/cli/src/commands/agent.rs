//! Run a representative's agent.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use super::pages::{cannot_serve, seen_at, until_told};
use crate::args::At;
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
}

impl Agent {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let directories: Vec<PathBuf> = at.dir.iter().chain(&self.directories).cloned().collect();
        if directories.is_empty() {
            return Err(Failure::usage("with which keys?", "name a directory: `quorate agent DIRECTORY`"));
        }
        let open = serve(Keys::of(&directories, false)?, self.listen)?;
        screen.line(&format!("{}/ until Ctrl-C", seen_at(open.address())))?;
        screen.flush()?;
        until_told()
    }
}

/// Serves an agent that signs with these keys.
pub(crate) fn serve(keys: Keys, address: SocketAddr) -> Result<quorate_web::Open, Failure> {
    let bound = quorate_web::bind(address).map_err(|source| cannot_serve(address, &source))?;
    let origin = seen_at(bound.address());
    let routes =
        quorate_web::agent::router(Arc::new(keys), origin).map_err(|what| Failure::usage(what, ""))?;
    bound.serve(routes).map_err(|source| cannot_serve(address, &source))
}

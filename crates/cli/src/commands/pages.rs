//! Serve the pages of a member's delegation.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::mpsc::channel;

use clap::Args;

use crate::args::At;
use crate::door::Door;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Serve the pages of a member's delegation", long_about = include_str!("pages.md").trim_end())]
pub(crate) struct Pages {
    /// The address at which they are served; port 0 is one that is free.
    #[arg(long, value_name = "ADDRESS", default_value_t = SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))]
    listen: SocketAddr,
}

impl Pages {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let help = "name its directory: `--dir DIRECTORY`";
        let directory = at.dir.as_deref().ok_or_else(|| Failure::usage("which node?", help))?;
        let open = serve(&Door::open(directory)?, self.listen)?;
        screen.line(&format!("http://{}/ until Ctrl-C", open.address()))?;
        screen.flush()?;
        let (stop, stopped) = channel();
        ctrlc::set_handler(move || stop.send(()).unwrap_or_default())
            .map_err(|error| Failure::Signal(Box::new(error)))?;
        // If nobody can say it any more, it has ended too.
        let _ = stopped.recv();
        Ok(())
    }
}

/// Serves what is behind a door at an address.
pub(crate) fn serve(door: &std::sync::Arc<Door>, address: SocketAddr) -> Result<quorate_web::Open, Failure> {
    let door = std::sync::Arc::clone(door);
    let routes = quorate_web::router(door).map_err(|what| Failure::usage(what, ""))?;
    quorate_web::open(address, routes).map_err(|source| {
        Failure::usage(
            format!("no pages can be served at {address}: {source}"),
            "name another address by --listen",
        )
    })
}

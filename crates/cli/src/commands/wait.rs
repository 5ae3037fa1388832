//! Let a rehearsal's time pass.

use clap::Args;
use quorate_charter::Period;
use quorate_records::words;

use crate::args::At;
use crate::failure::Failure;
use crate::present::Screen;
use crate::session::Session;

#[derive(Args)]
#[command(about = "Let a rehearsal's time pass", long_about = include_str!("wait.md").trim_end())]
pub(crate) struct Wait {
    /// For how long: `72h`, `30d`.
    period: Period,
}

impl Wait {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let mut session = Session::open(at)?;
        let booked = session.wait(self.period)?;
        session.tell(screen, &booked)?;
        screen.line(&format!("it is {}", words::minute(session.node().moment())))
    }
}

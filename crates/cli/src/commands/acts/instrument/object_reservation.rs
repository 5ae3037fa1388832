//! Object to a reservation of another State.

use clap::Args;
use quorate_charter::MemberCode;
use quorate_partnership::{Command, members};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Object to a reservation of another State", long_about = include_str!("object_reservation.md").trim_end())]
pub(crate) struct ObjectReservation {
    /// Whose reservation: three capital letters.
    state: MemberCode,
    /// The number of the article.
    article: u16,
    /// The instrument shall not be in force between the two.
    #[arg(long)]
    precluding: bool,
}

impl Typed for ObjectReservation {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let (of, article, precludes) = (self.state, self.article, self.precluding);
        let objection = members::ObjectToReservation { of, article, precludes };
        Ok(members::InstrumentCommand::ObjectToReservation(objection).into())
    }
}

//! Take back that something rests on an arrangement.

use clap::Args;
use quorate_partnership::{Command, DependencyNo, frameworks};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Take back that something rests on an arrangement", long_about = include_str!("no_longer_depends.md").trim_end())]
pub(crate) struct NoLongerDepends {
    /// The number of the entry, as in what falls.
    dependency: u32,
}

impl Typed for NoLongerDepends {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let dependency = DependencyNo(self.dependency);
        Ok(frameworks::Command::NoLongerDepends(frameworks::NoLongerDepends { dependency }).into())
    }
}

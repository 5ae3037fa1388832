//! Pin a partner.

use clap::Args;
use quorate_carrier::partners::PartnersError;
use quorate_carrier::{Name, OwnKey, Pin, partners};

use super::{cannot, folder};
use crate::commands::compartment::opened::Which;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Add a partner by its carrier's key, or change its address", long_about = include_str!("partner.md").trim_end())]
pub(super) struct Partner {
    /// What this agent calls it.
    name: Name,
    /// Where its carrier listens.
    #[arg(long, value_name = "ADDRESS")]
    at: String,
    /// Its carrier's key, as `quorate carrier key` shows it there.
    #[arg(long, value_name = "KEY", value_parser = pin)]
    key: Pin,
    #[command(flatten)]
    which: Which,
}

fn pin(text: &str) -> Result<Pin, &'static str> {
    Pin::read(text).ok_or("a carrier's key is 64 hexadecimal digits")
}

/// Why it is not added, and what can be done.
fn refused(error: &PartnersError) -> Failure {
    let help = match error {
        PartnersError::OtherKey(name) => format!(
            "whoever has the new key may be somebody else, and what is sent to {name} would go there. Ask its people in person; \
             if the key is theirs, `quorate carrier forget {name}` deletes what waits for the old one; then add it again"
        ),
        PartnersError::SameKey(name) => {
            format!("one key is one partner; `quorate carrier forget {name}` first, to call it otherwise")
        }
        PartnersError::NoKey(_) => {
            "have its people read it to you again: `quorate carrier key` shows it there".into()
        }
        PartnersError::OwnKey => "hand this key to partners, and add theirs".into(),
        _ => return cannot(error),
    };
    Failure::usage(error.to_string(), help)
}

impl Partner {
    pub(super) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        let folder = folder(&self.which)?;
        let own = OwnKey::open_or_make(&folder).map_err(|error| cannot(&error))?;
        let partner = partners::Partner::new(self.name.clone(), self.at.clone(), self.key);
        let partner = partner.map_err(|error| refused(&error))?;
        partners::add(&folder, own.pin(), partner).map_err(|error| refused(&error))?;
        screen.line(&format!("{} is a partner, at {}; it has to pin {}", self.name, self.at, own.pin()))
    }
}

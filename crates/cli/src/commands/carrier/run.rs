//! Run the carrier.

use std::net::SocketAddr;
use std::sync::mpsc::channel;

use clap::Args;
use quorate_carrier::{CELL_BYTES, Carrier, Event, OwnKey, Pace, Settings, partners};

use super::{cannot, folder};
use crate::commands::compartment::opened::Which;
use crate::failure::Failure;
use crate::present::Screen;

/// A GiB, in bytes.
const GIB: u64 = 1024 * 1024 * 1024;
/// Bytes of a MB, as costs are told.
const MB: u64 = 1_000_000;

#[derive(Args)]
#[command(about = "Run the carrier", long_about = include_str!("run.md").trim_end())]
pub(super) struct Run {
    #[command(flatten)]
    which: Which,
    /// The address at which partners reach it; port 0 is one that is free.
    #[arg(long, value_name = "ADDRESS")]
    listen: SocketAddr,
    /// Send cells of 16 KiB, all alike, so many a second to each partner whether something waits or not: `1`, or `1/30` for one
    /// in 30 seconds.
    #[arg(long, value_name = "RATE", value_parser = Pace::read)]
    cells: Option<Pace>,
    /// How many GiB of each partner may lie in the inbox.
    #[arg(long, value_name = "GIB", default_value_t = 16, value_parser = clap::value_parser!(u64).range(1..=1024))]
    room: u64,
}

/// What the loop waits for.
enum Said {
    Event(Event),
    Stop,
}

impl Run {
    pub(super) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        let folder = folder(&self.which)?;
        let pace = self.cells.unwrap_or_default();
        let settings = Settings { listen: self.listen, pace, room: self.room.saturating_mul(GIB) };
        let (say, said) = channel();
        let stop = say.clone();
        ctrlc::set_handler(move || stop.send(Said::Stop).unwrap_or_default())
            .map_err(|error| Failure::Signal(Box::new(error)))?;
        let told = move |event| say.send(Said::Event(event)).unwrap_or_default();
        let carrier = Carrier::run(&folder, settings, told).map_err(|error| cannot(&error))?;
        let own = OwnKey::open_or_make(&folder).map_err(|error| cannot(&error))?;
        let partners = partners::read(&folder).map_err(|error| cannot(&error))?.len();
        screen.line(&format!("carrier {} at {} until Ctrl-C", own.pin(), carrier.listens()))?;
        for line in revealed(pace, partners) {
            screen.item(&line)?;
        }
        screen.flush()?;
        while let Ok(Said::Event(event)) = said.recv() {
            screen.line(&in_words(&event))?;
            screen.flush()?;
        }
        Ok(())
    }
}

/// What whoever watches the wire sees, and what that costs.
fn revealed(pace: Pace, partners: usize) -> Vec<String> {
    let always = "whoever watches the wire sees the addresses of partners, and that they are";
    let (Some(bytes), Pace::Cells(period)) = (pace.bytes_each_day(), pace) else {
        return vec![format!(
            "{always}; and when something goes, and about how long it is. `--cells` hides that, at a cost"
        )];
    };
    let many = u64::try_from(partners).unwrap_or(u64::MAX);
    let each = bytes / MB;
    let all = bytes.saturating_mul(many) / MB;
    let million =
        MB.div_ceil(u64::try_from(CELL_BYTES).unwrap_or(1)).saturating_mul(u64::from(period)) / 1_000;
    vec![
        format!("{always}; not whether or when anything goes"),
        format!(
            "cells of 16 KiB, one in {period} ms, to each of {partners} partners: {each} MB a day to each, {all} MB to all"
        ),
        format!("a MB takes {million} s to each partner"),
        "a partner without cells shows when it sends to this one".into(),
    ]
}

fn in_words(event: &Event) -> String {
    match event {
        Event::Up(name) => format!("{name}: the link is up"),
        Event::Down(name, why) => format!("{name}: no link, {why}"),
        Event::Sent(name, id, bytes) => format!("{name} has {id}, {bytes} bytes"),
        Event::Refused(name, id, bytes) => {
            format!("{name} does not take {id}: {bytes} bytes are more than its room")
        }
        Event::Came(name, id) => format!("{name} sent {id}"),
        Event::List(why) => format!("partners stay as they were: {why}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cells_cost_is_told_for_each_and_for_all() {
        let lines = revealed(Pace::read("1").unwrap(), 30).join("\n");
        assert!(lines.contains("1424 MB a day to each, 42747 MB to all"), "{lines}");
        assert!(lines.contains("a MB takes 62 s"), "{lines}");
        assert!(revealed(Pace::AsItComes, 3)[0].contains("when something goes"));
    }
}

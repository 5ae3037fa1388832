//! What was declared of capabilities, a sentence an event.

use alloc::format;
use alloc::string::String;

use quorate_partnership::By;
use quorate_partnership::capabilities::Event;

use super::Language;
use super::command::thing;
use super::events::who;

pub(super) fn sentence(event: &Event, by: Option<&By>) -> String {
    let giver = who(by);
    match event {
        Event::Declared { version, thing, .. } => {
            let anew = if *version > 1 { format!(" anew, version {version}") } else { String::new() };
            format!("{giver} declares {}{anew}: {}", thing.name, self::thing(Language::English, thing))
        }
        Event::Withdrawn { by, name } => {
            format!("{giver} withdraws {name}: what relies on {by}/{name} relies on what nobody declares")
        }
    }
}

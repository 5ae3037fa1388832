//! A record with consultations: called, acknowledged by some, with a text on the table.

use quorate_charter::Office;
use quorate_partnership::consultations::{Acknowledge, Call, Command, Outcome, TableText};
use quorate_partnership::{Audience, ConsultationNo, Wording};

use crate::world::World;

const CHARTER: &str = include_str!("../../../../stories/consultations.toml");

pub(crate) fn text() -> &'static str {
    CHARTER
}

fn wording(en: &str, fr: &str) -> Wording {
    Wording::new(en.parse().ok(), fr.parse().ok()).unwrap()
}

/// FRA calls, GBR acknowledges, CAN and DEU have not; FRA tables a text.
pub(crate) fn consulted() -> World {
    let mut world = World::under(CHARTER);
    let call = Call {
        threatened: vec!["CAN".parse().unwrap()],
        subject: wording("Troops <at> the border", "Troupes à la frontière"),
        audience: Audience::Public,
        paper: None,
    };
    world.give("FRA", Office::Representative, Command::Call(call).into());
    let consultation = ConsultationNo(1);
    world.give("GBR", Office::Representative, Command::Acknowledge(Acknowledge { consultation }).into());
    let table = TableText {
        consultation,
        outcome: Outcome::Statement,
        wording: wording("We stand by CAN", "Nous soutenons CAN"),
        audience: Audience::Public,
        silence: None,
        document: None,
    };
    world.give("FRA", Office::Representative, Command::TableText(table).into());
    world.wait(30);
    world
}

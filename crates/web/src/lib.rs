//! What is shown and asked over HTTP.
//!
//! A member's node serves its delegation's pages: what the records hold, in English or French, to read without script.
//! Nothing here decides anything, holds a key or knows how nodes agree: whatever is needed from behind is asked at the
//! [`Doorway`], which the binary fits on a node and tests fit on records alone.

mod access;
pub mod agent;
mod api;
mod app;
mod assets;
mod charts;
mod cities;
mod desk;
mod doorway;
mod drawer;
mod drawn;
mod error;
mod limits;
mod lines;
mod listen;
mod live;
mod outlooks;
mod paced;
mod pages;
mod parts;
mod passkeys;
mod places;
mod prepared;
mod proved;
pub mod report;
mod shell;
mod studies;
mod texts;
mod uploads;
mod visit;
mod written;

pub use api::description;
pub use app::{Settings, router, router_with};
pub use cities::City;
pub use desk::OpenId;
pub use desk::{EFFECTS, Effect};
pub use doorway::{Acceptance, Doorway, NoRecords, NodeSeen, NotTaken, Refused};
pub use drawer::Drawer;
pub use limits::Peer;
pub use listen::{Bound, Open, bind, open};
pub use parts::neighbourhood;
pub use prepared::{Act, Author, Field, FieldKind, NotPrepared, Prepared};
pub use proved::{Cosigned, NoProof};

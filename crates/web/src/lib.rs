//! What is shown and asked over HTTP.
//!
//! A member's node serves its delegation's pages: what the records hold, in English or French, to read without script.
//! Nothing here decides anything, holds a key or knows how nodes agree: whatever is needed from behind is asked at the
//! [`Doorway`], which the binary fits on a node and tests fit on records alone.

mod app;
mod assets;
mod doorway;
mod error;
mod listen;
mod live;
mod pages;
mod parts;
mod shell;
mod texts;
mod visit;

pub use app::router;
pub use doorway::{Doorway, NodeSeen};
pub use listen::{Open, open};

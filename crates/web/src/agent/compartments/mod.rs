//! The pages of compartments: who is in, what was said and shared, and one picker that says in words who will see a product and
//! who will not, before anything is sealed.
//!
//! They are the agent's own, since the keys are its own. Whoever opens them gives the passphrase of the agent's store; forms
//! are taken from these pages alone. Nothing of contents stands in an address, a title of a page or a log.

mod beside;
mod carried;
mod door;
mod draft;
mod entered;
mod forms;
mod frame;
mod held;
mod instructions;
mod list;
mod one;
mod open;
mod picker;
mod products;
mod read;
mod seal;
mod session;
mod share;
mod stops;
mod upload;
mod visible;
mod wanted;
mod words;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

pub use beside::{OnDecision, Sign};
pub use door::{Compartments, Laid, Laying, MAX_MESSAGE_BYTES, Made, MadeFile, NotShared, Stop};
pub use held::{Account, Alarm, Answer, Came, Product, Question, Said, Seat, Side, Summary, Waits, Whole};
pub use instructions::{Force, Instructing, Instruction};
pub use wanted::{Bound, Class, Contains, LEVELS, Roster, State, Wanted, Weighed};

use super::Agent;
pub(super) use beside::{Reads, compare, part};
use draft::Drafts;
use session::Sessions;

/// What the pages of compartments share.
pub(super) struct Rooms {
    door: Arc<dyn Compartments>,
    sessions: Sessions,
    drafts: Drafts,
}

impl Rooms {
    pub(super) fn of(door: Arc<dyn Compartments>, origin: &str) -> Rooms {
        Rooms { door, sessions: Sessions::at(origin), drafts: Drafts::default() }
    }
}

/// The routes of compartments.
pub(super) fn routes() -> Router<Arc<Agent>> {
    Router::new()
        .route("/{language}/compartments", get(open::show))
        .route("/{language}/compartments/open", post(open::open))
        .route("/{language}/compartments/close", post(open::close))
        .route("/{language}/compartments/{place}", get(one::show))
        .route("/{language}/compartments/{place}/say", post(forms::say))
        .route("/{language}/compartments/{place}/instruct", post(instructions::instruct))
        .route("/{language}/compartments/{place}/acknowledge", post(forms::acknowledge))
        .route("/{language}/compartments/{place}/refuse", post(forms::refuse))
        .route("/{language}/compartments/{place}/consent", post(forms::consent))
        .route("/{language}/compartments/{place}/share", get(share::show))
        .route("/{language}/compartments/{place}/seal", post(seal::seal))
        .route("/{language}/compartments/inbox", post(carried::inbox))
        .route("/{language}/compartments/made/{name}", get(carried::give))
        .route("/{language}/compartments/made/{name}/remove", post(carried::remove))
        .merge(upload::routes())
}

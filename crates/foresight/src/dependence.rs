//! Who relies on whom: what each member can do, of what that is made, in whose hands each part is; and what fails, and when, if
//! one of them withholds it.
//!
//! ```
//! use quorate_foresight::dependence::Dependencies;
//! let text = r#"
//!     title = "Two ways to lift"
//!     [things.lift]
//!     what = "lift a brigade by air"
//!     member = "CAN"
//!     one-of = [["own", "hired"]]
//!     source = "made up"
//!     [things.own]
//!     what = "own aircraft"
//!     in-hands-of = "CAN"
//!     source = "made up"
//!     [things.hired]
//!     what = "hired aircraft"
//!     in-hands-of = "ZZZ"
//!     source = "made up"
//! "#;
//! let read = Dependencies::read(text).unwrap();
//! let effects = read.without(&read.withheld(["ZZZ"]).unwrap());
//! assert!(effects.all().iter().all(|effect| effect.at_least.is_none()), "there is another way");
//! ```

mod cause;
mod cuts;
mod days;
mod effect;
mod families;
mod findings;
mod graph;
mod holders;
mod joined;
mod order;
mod outage;
mod places;
mod recorded;
mod sets;
mod text;

pub use cuts::{By, CutSets, Cuts, Event, MAX_CUT_SETS, MAX_LOOKED_AT, Search};
pub use effect::{Effect, Effects, Unsaid};
pub(crate) use findings::findings;
pub use graph::{Dependencies, Supplier, Sway, Thing, Withheld};
pub use holders::{Burden, Holder, Relied};
pub use joined::Clash;
pub use outage::Outage;
pub use quorate_partnership::capabilities::{Confidence, Days, DaysError, Kind};
pub use text::{MAX_DEPENDENCIES_BYTES, MAX_THINGS};

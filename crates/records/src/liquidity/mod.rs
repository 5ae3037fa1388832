//! What the books say about tomorrow: payable in so many days if these members default, what could be newly approved,
//! and what each member owes. From the record alone; what is not on record is unknown, and counted nowhere.

mod capacity;
mod days;
mod ladder;
mod obligations;
mod owed;
mod statement;
mod sums;
mod table;
mod worst;

pub use capacity::Capacity;
pub use days::{Days, When};
pub use ladder::{HORIZONS, Ladder, Liquidity, Rung};
pub(crate) use obligations::{Obligations, paid};
pub use owed::{Kind, Owed};
pub use statement::{Figure, Part, Statement};
pub(crate) use statement::{Known, table as statements};
pub(crate) use table::capacity as capacity_table;
pub use worst::{Smallest, Worst};

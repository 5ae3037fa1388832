//! Agreement: the seam to the engine, which is Malachite's core (Tendermint), without its own network, disk and clock.
//!
//! A [`Replica`] is one node's part. Words of the engine (proposal, vote, validator, round) stay in here.

mod blocks;
mod catch_up;
mod context;
mod forms;
mod hears;
mod judged;
mod log;
mod message;
mod orderer;
mod output;
mod parts;
mod place;
mod recall;
mod replica;
mod seal;
mod standing;
mod starts;
mod steps;
mod validators;
mod waiting;

pub use context::{Height, Seal, Seat};
pub use forms::{ProposalForm, RoundForm, SealsForm, VoteForm};
pub use log::{Disk, DiskError, Row};
pub use message::{Final, Message, NoMessage, Proposed};
pub use output::{Output, Timer};
pub use place::Place;
pub use replica::Replica;
pub use seal::NodeKey;
pub use validators::{Validator, Validators};

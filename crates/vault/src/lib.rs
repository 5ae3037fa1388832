//! What is secret: a delegation's keys, its compartments, and what is sealed in them.
//!
//! All of it runs in the delegation's agent, its own process. A node, its own member's included, stores and carries what is
//! sealed here and holds no key to it. Nothing here judges what a partnership may do, and nothing here writes contents to a
//! log.

pub mod agent;
pub mod compartment;
mod filled;
pub mod marking;
pub mod policy;
pub mod product;
pub mod release;
mod secret;
pub mod stix;
#[cfg(test)]
mod vectors;
pub mod ztdf;

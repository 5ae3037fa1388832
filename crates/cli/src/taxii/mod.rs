//! A TAXII 2.1 server (OASIS Standard, 2021) on this machine alone, over what a delegation's agent opened.
//!
//! ```text
//!  request ──▶ http: whose token? ──▶ answer(what that reader sees, question) ──▶ TAXII's JSON
//! ```
//!
//! A reader's collections are made once, before anything is served, and hold what the reader is admitted to and nothing else.
//! What answers has no way to the rest.

mod answer;
mod asked;
mod http;
mod page;
mod readers;
mod token;

pub(crate) use answer::{Collection, Shown};
pub(crate) use http::{Server, Visitor};
pub(crate) use readers::{Read, read};

#[cfg(test)]
mod tests;

//! A representative who gives commands, and remembers what was acknowledged.

use std::sync::Arc;

use quorate_charter::Office;
use quorate_node::run::{Client, ClientError, Place};
use quorate_node::{KeyRing, Node, Signer};
use quorate_partnership::{Basis, Block, Moment, Post, fund};

use crate::partners::{Partners, post};

pub(crate) struct Clerk {
    post: Post,
    key: Arc<dyn Signer>,
    basis: Basis,
    expires: Moment,
    nonce: u64,
    /// What was given and acknowledged, and where it stands.
    pub(crate) acknowledged: Vec<(Vec<u8>, Place)>,
}

impl Clerk {
    /// The representative of a member, on the record as its node has it.
    pub(crate) fn of(partners: &Partners, member: &str) -> Clerk {
        let post = post(member, Office::Representative);
        let key = KeyRing::of(&partners.directory(member)).get(post).unwrap();
        let node = Node::open(&partners.directory(member)).unwrap();
        let expires = Moment(node.moment().0 + 2 * 24 * 60 * 60 * 1000);
        Clerk { post, key, basis: node.basis(), expires, nonce: 0, acknowledged: Vec::new() }
    }

    /// A command that is always accepted, signed.
    pub(crate) fn next(&mut self) -> Vec<u8> {
        self.nonce += 1;
        let source = format!("note {}", self.nonce).parse().unwrap();
        let (of, standing) = (self.post.member, fund::Standing::Announced);
        let command = fund::Command::Indicate(fund::Indicate { of, standing, amount: None, source });
        self.key.sign_command(self.basis, self.post, self.expires, self.nonce, command.into()).unwrap()
    }

    /// Gives a command at the node of a member, again until it is acknowledged.
    pub(crate) fn give(&mut self, partners: &Partners, at: &str) {
        let signed = self.next();
        loop {
            match self.try_giving(&Client::connect(&partners.directory(at)), &signed) {
                Ok(()) => return,
                Err(ClientError::NotYet) => {}
                Err(error) => panic!("{at}: {error}"),
            }
        }
    }

    /// Gives commands at the node of a member until it answers no more.
    pub(crate) fn give_until_it_ends(&mut self, directory: &std::path::Path) {
        let client = Client::connect(directory);
        loop {
            let signed = self.next();
            if self.try_giving(&client, &signed).is_err() {
                return;
            }
        }
    }

    /// Gives a command once, and waits as long as the node lets it.
    pub(crate) fn give_until(&mut self, client: &Client) {
        let signed = self.next();
        while self.acknowledged.is_empty() {
            match client.submit(std::slice::from_ref(&signed)) {
                Ok(places) => self.acknowledged.push((signed.clone(), places[0])),
                Err(ClientError::NotYet) => {}
                Err(error) => panic!("{error}"),
            }
        }
    }

    fn try_giving(&mut self, client: &Result<Client, ClientError>, signed: &[u8]) -> Result<(), ClientError> {
        let client = client.as_ref().map_err(|_| ClientError::NotRunning("the node".into()))?;
        let places = client.submit(&[signed.to_vec()])?;
        self.acknowledged.push((signed.to_vec(), places[0]));
        Ok(())
    }

    /// All that was acknowledged stands where it was said to stand, in these blocks.
    pub(crate) fn is_kept(&self, partners: &Partners, blocks: &[Vec<u8>]) {
        for (signed, place) in &self.acknowledged {
            let block = &blocks[usize::try_from(place.height).unwrap() - 1];
            let block = Block::read(block, &partners.genesis.id()).unwrap();
            assert_eq!(block.height(), place.height);
            let position = usize::try_from(place.position).unwrap();
            assert!(block.commands()[position].bytes() == signed, "it was acknowledged and is not there");
        }
    }
}

//! What nodes say, on its way to the others.

use super::stage::node_key;
use super::world::{Happening, SimNode, World};
use crate::engine::{Message, Seat};

impl World {
    /// Carries what a node says to those that it is for, as the weather is.
    pub(super) fn carry(&mut self, from: usize, to: Option<Seat>, message: &Message) {
        let nodes = self.nodes.len();
        for to_index in 0..nodes {
            let is_meant = match to {
                Some(seat) => self.nodes.get(to_index).is_some_and(|node| node.seat == seat),
                None => to_index != from,
            };
            if !is_meant {
                continue;
            }
            for told in self.told(from, to_index, message.clone()) {
                let bytes = told.to_bytes();
                for after in self.weather.carries(&mut self.dice, (from, to_index, nodes)) {
                    let happening = Happening::Hear { from, bytes: bytes.clone() };
                    self.schedule(self.now.saturating_add(after), to_index, happening);
                }
            }
        }
    }

    /// What a node tells another: the message, or what a false node makes of it.
    fn told(&mut self, from: usize, to: usize, message: Message) -> Vec<Message> {
        let Some(SimNode { lie: Some(lie), name, .. }) = self.nodes.get(from) else { return vec![message] };
        let key = node_key(*name, self.genesis.id());
        lie.told(message, (&key, self.genesis.id()), (to, &mut self.dice))
    }
}

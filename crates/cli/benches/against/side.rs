//! What both sides can do.

/// Four nodes that order commands.
pub(crate) trait Side {
    /// New signed commands.
    fn sign(&mut self, many: u64) -> Vec<Vec<u8>>;

    /// A door at which commands are given and the answer of this node is waited for.
    fn door(&self, node: usize) -> Box<dyn Door>;

    /// The last height of a node; nothing if it does not run.
    fn reached(&self, node: usize) -> Option<u64>;

    /// The processes that run.
    fn processes(&self) -> Vec<u32>;

    /// The nodes that run.
    fn running(&self) -> Vec<usize>;

    /// So many commands were given.
    fn count(&mut self, many: u64);
}

/// A door.
pub(crate) trait Door: Send {
    /// Gives commands, and waits until they are final at the node: the last height among theirs.
    fn give(&mut self, commands: &[Vec<u8>]) -> u64;
}

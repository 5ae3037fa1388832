//! The rows of the changes of the nodes, each with the signatures on what the record came to.

use redb::{ReadableDatabase, TableDefinition};

use super::damage::StoreError;
use super::rows::Rows;

/// The changes of the nodes with the signatures on what the record came to, by height.
const CHANGES: TableDefinition<'static, u64, &[u8]> = TableDefinition::new("changes");

impl Rows {
    /// Keeps a change of the nodes; on the disk when this returns.
    pub(super) fn keep_change(&self, height: u64, row: &[u8]) -> Result<(), StoreError> {
        let write = || -> Result<(), redb::Error> {
            let write = self.database()?.begin_write()?;
            write.open_table(CHANGES)?.insert(height, row)?;
            Ok(write.commit()?)
        };
        write().map_err(|error| self.unwritten(&format!("the change of the nodes at height {height}"), error))
    }

    /// Changes of the nodes from a height on: up to so many bytes, and at least one if there is one.
    pub(super) fn changes(&self, from: u64, most: usize) -> Result<Vec<(u64, Vec<u8>)>, StoreError> {
        let read = || -> Result<Vec<(u64, Vec<u8>)>, redb::Error> {
            let read = self.database()?.begin_read()?;
            let (mut found, mut long) = (Vec::new(), 0_usize);
            for row in read.open_table(CHANGES)?.range(from..)? {
                let (height, bytes) = row?;
                long = long.saturating_add(bytes.value().len());
                if long > most && !found.is_empty() {
                    break;
                }
                found.push((height.value(), bytes.value().to_vec()));
            }
            Ok(found)
        };
        match read() {
            // No node has changed yet.
            Err(redb::Error::TableDoesNotExist(_)) => Ok(Vec::new()),
            read => read.map_err(|error| self.engine(error)),
        }
    }
}

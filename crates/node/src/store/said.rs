//! The log of what the node said at the height at work, beside the rows.

use std::ops::RangeInclusive;

use redb::{ReadableDatabase, TableDefinition, WriteTransaction};

use super::damage::StoreError;
use super::rows::{Rows, steady};

/// What the node said, by height and place.
const LOG: TableDefinition<'static, (u64, u64), &[u8]> = TableDefinition::new("log");

impl Rows {
    /// Adds entries to the log; on the disk when this returns.
    pub(super) fn log(&self, logged: &[(u64, u64, Vec<u8>)]) -> Result<(), StoreError> {
        let height = logged.first().map(|(height, ..)| *height).unwrap_or_default();
        let write = || -> Result<(), redb::Error> {
            let write = self.database()?.begin_write()?;
            append(&write, logged)?;
            Ok(write.commit()?)
        };
        write().map_err(|error| self.unwritten(&format!("the log of block {height}"), error))
    }

    /// The entries of the log of a height, in order.
    pub(super) fn logged(&self, height: u64) -> Result<Vec<Vec<u8>>, StoreError> {
        self.of_log((height, 0)..=(height, u64::MAX), |(_, entry)| entry)
    }

    /// The place of the next entry in the log.
    pub(super) fn next_place(&self) -> Result<u64, StoreError> {
        let places = self.of_log((0, 0)..=(u64::MAX, u64::MAX), |((_, place), _)| place)?;
        Ok(places.into_iter().max().map_or(0, |place| place.saturating_add(1)))
    }

    fn of_log<T>(
        &self,
        range: RangeInclusive<(u64, u64)>,
        of: impl Fn(((u64, u64), Vec<u8>)) -> T,
    ) -> Result<Vec<T>, StoreError> {
        let read = || -> Result<Vec<T>, redb::Error> {
            let read = self.database()?.begin_read()?;
            let rows = read.open_table(LOG)?;
            let mut found = Vec::new();
            for row in rows.range(range.clone())? {
                let (place, entry) = row?;
                found.push(of((place.value(), entry.value().to_vec())));
            }
            Ok(found)
        };
        match steady(self.path(), || Ok(read()))? {
            Err(redb::Error::TableDoesNotExist(_)) => Ok(Vec::new()),
            read => read.map_err(|error| self.engine(error)),
        }
    }
}

/// Ends the log of the heights before this one.
pub(super) fn end(write: &WriteTransaction, before: u64) -> Result<(), redb::Error> {
    write.open_table(LOG)?.retain_in(..(before, 0), |_, _| false)?;
    Ok(())
}

pub(super) fn append(write: &WriteTransaction, logged: &[(u64, u64, Vec<u8>)]) -> Result<(), redb::Error> {
    let mut table = write.open_table(LOG)?;
    for (height, place, entry) in logged {
        table.insert((*height, *place), entry.as_slice())?;
    }
    Ok(())
}

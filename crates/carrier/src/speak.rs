//! What is said to a partner: what waits for it, from where it has it, until it has it.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::time::{Duration, Instant};

use crate::folder::{Folder, Id, Kept, Lane};
use crate::key::Pin;
use crate::message::{Answer, MAX_PART_BYTES, Said};
use crate::outbox;

/// How often it is looked what waits.
pub(crate) const LOOK: Duration = Duration::from_millis(500);
/// After how long something is offered again that was not taken.
const REST: Duration = Duration::from_secs(30);
/// After how long without an answer to an offer, or to the last part, the link is given up.
const PATIENCE: Duration = Duration::from_secs(600);

/// How one of the two rows stands.
enum Row {
    /// It is looked for something in it from then on.
    Free(Instant),
    /// It was said what there is, or all of it.
    Waits(Kept, Instant),
    /// It is said part by part.
    Goes { kept: Kept, file: File, at: u64 },
}

/// What came of an answer, for whoever looks on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Done {
    /// The partner has it.
    Has(Id, u64),
    /// The partner never takes it.
    Refuses(Id, u64),
}

/// What is said to one partner, on one link.
pub(crate) struct Speaking {
    folder: Folder,
    key: Pin,
    rows: [Row; 2],
}

fn wrong(what: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

impl Speaking {
    pub(crate) fn new(folder: Folder, key: Pin, now: Instant) -> Speaking {
        Speaking { folder, key, rows: [Row::Free(now), Row::Free(now)] }
    }

    fn row(&mut self, lane: Lane) -> &mut Row {
        let [parcels, products] = &mut self.rows;
        match lane {
            Lane::Parcels => parcels,
            Lane::Products => products,
        }
    }

    /// What is to be said next, if anything is. Parcels go before products, part by part.
    ///
    /// # Errors
    /// If the partner does not answer for too long.
    pub(crate) fn next(&mut self, now: Instant) -> io::Result<Option<Said>> {
        for lane in Lane::ALL {
            if let Some(said) = self.next_of(lane, now)? {
                return Ok(Some(said));
            }
        }
        Ok(None)
    }

    fn next_of(&mut self, lane: Lane, now: Instant) -> io::Result<Option<Said>> {
        match self.row(lane) {
            Row::Free(from) if *from <= now => {}
            Row::Waits(_, since) if now.saturating_duration_since(*since) >= PATIENCE => {
                return Err(io::ErrorKind::TimedOut.into());
            }
            Row::Goes { .. } => {
                let said = self.part(lane, now);
                if said.is_err() {
                    // It went away under way, or the disk does not give it: it is looked for anew.
                    *self.row(lane) = Row::Free(later(now, REST));
                }
                return Ok(said.ok());
            }
            _ => return Ok(None),
        }
        // A disk that says no is asked again.
        let first = outbox::row_of(&self.folder, self.key, lane).unwrap_or_default().into_iter().next();
        let (row, said) = match first {
            None => (Row::Free(later(now, LOOK)), None),
            Some(kept) => {
                let said = Said::Offer { lane, id: kept.id, length: kept.bytes };
                (Row::Waits(kept, now), Some(said))
            }
        };
        *self.row(lane) = row;
        Ok(said)
    }

    fn part(&mut self, lane: Lane, now: Instant) -> io::Result<Said> {
        let row = self.row(lane);
        let Row::Goes { kept, file, at } = row else { return Err(io::ErrorKind::NotFound.into()) };
        let left = kept.bytes.saturating_sub(*at);
        let long = left.min(u64::try_from(MAX_PART_BYTES).unwrap_or(u64::MAX));
        let mut bytes = vec![0; usize::try_from(long).unwrap_or(MAX_PART_BYTES)];
        file.read_exact(&mut bytes)?;
        let said = Said::Part { lane, at: *at, bytes };
        *at = at.saturating_add(long);
        if *at >= kept.bytes {
            *row = Row::Waits(kept.clone(), now);
        }
        Ok(said)
    }

    /// Hears an answer.
    ///
    /// # Errors
    /// If it is none to what was said.
    pub(crate) fn answered(&mut self, answer: Answer, now: Instant) -> io::Result<Option<Done>> {
        let (lane, id) = match answer {
            Answer::Beat => return Ok(None),
            Answer::From { lane, id, .. }
            | Answer::Have { lane, id }
            | Answer::Later { lane, id }
            | Answer::Never { lane, id } => (lane, id),
        };
        let kept = match self.row(lane) {
            Row::Waits(kept, _) | Row::Goes { kept, .. } if kept.id == id => kept.clone(),
            _ => return Err(wrong("it answers what was not said")),
        };
        let (row, done) = match answer {
            Answer::From { at, .. } => (self.goes(kept, at, now)?, None),
            Answer::Have { .. } => {
                outbox::is_there(&kept)?;
                (Row::Free(now), Some(Done::Has(id, kept.bytes)))
            }
            Answer::Never { .. } => {
                outbox::set_aside(&self.folder, self.key, &kept)?;
                (Row::Free(now), Some(Done::Refuses(id, kept.bytes)))
            }
            _ => (Row::Free(later(now, REST)), None),
        };
        *self.row(lane) = row;
        Ok(done)
    }

    fn goes(&mut self, kept: Kept, at: u64, now: Instant) -> io::Result<Row> {
        if at >= kept.bytes {
            return Err(wrong("it asks for more than there is"));
        }
        let opened = File::open(&kept.path).and_then(|mut file| file.seek(SeekFrom::Start(at)).map(|_| file));
        match opened {
            Ok(file) => Ok(Row::Goes { kept, file, at }),
            Err(_) => Ok(Row::Free(later(now, LOOK))),
        }
    }
}

fn later(now: Instant, by: Duration) -> Instant {
    now.checked_add(by).unwrap_or(now)
}

#[cfg(test)]
mod tests;

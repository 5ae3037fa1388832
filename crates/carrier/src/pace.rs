//! How what is said goes on a wire: as it comes, or in cells that are all alike.

use std::collections::VecDeque;
use std::io;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::sync::mpsc::{Receiver, error::TryRecvError};
use tokio::time::{Interval, MissedTickBehavior, interval, timeout};

use crate::message::{ANSWER_BYTES, Answer, CELL_BYTES, Said};

/// The most cells a second: 1 MiB a second to each partner.
pub const MAX_CELLS_EACH_SECOND: u32 = 64;
/// Between two cells there are at least so many milliseconds, and at most these: a minute.
const PERIODS: (u32, u32) = (1_000 / MAX_CELLS_EACH_SECOND, 60_000);
/// What a cell is on the wire: with the head, the kind and the code of a record (RFC 8446, section 5.2).
const CELL_ON_WIRE: u64 = 16 * 1024 + 22;
/// What an answer is on the wire.
const ANSWER_ON_WIRE: u64 = 64 + 22;
/// A day, in milliseconds.
const DAY: u64 = 86_400_000;

/// How often each end says that it is there where nothing else says so.
const BEAT: Duration = Duration::from_secs(1);
/// After how long without a word a link is given up, at the least.
const SILENCE: Duration = Duration::from_secs(10);
/// After how long a link is given up that takes nothing.
const STALL: Duration = Duration::from_secs(20);

/// How fast, and whether it shows when something is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    /// What waits goes at once.
    #[default]
    AsItComes,
    /// A cell goes so often, in milliseconds, whether something waits or not.
    Cells(u32),
}

/// A pace that is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "cells go from one a minute to {MAX_CELLS_EACH_SECOND} a second: write `2` for two a second, `1/30` for one in 30 seconds"
)]
pub struct PaceError;

impl Pace {
    /// Reads how many cells go a second, such as `2`, or in how many seconds, such as `1/30`.
    ///
    /// # Errors
    /// [`PaceError`].
    pub fn read(text: &str) -> Result<Pace, PaceError> {
        let (cells, seconds) = text.split_once('/').unwrap_or((text, "1"));
        let number = |text: &str| match text.bytes().all(|byte| byte.is_ascii_digit()) {
            true => text.parse::<u32>().map_err(|_| PaceError),
            false => Err(PaceError),
        };
        let millis = number(seconds)?.checked_mul(1_000).ok_or(PaceError)?;
        let period = millis.checked_div(number(cells)?).ok_or(PaceError)?;
        Pace::of_period(period)
    }

    fn of_period(period: u32) -> Result<Pace, PaceError> {
        match (PERIODS.0..=PERIODS.1).contains(&period) {
            true => Ok(Pace::Cells(period)),
            false => Err(PaceError),
        }
    }

    /// How many bytes go to each partner in a day, and as many come if it has the same setting; nothing if they go as they come.
    /// The heads of TCP and of what carries it are not counted.
    #[must_use]
    pub fn bytes_each_day(self) -> Option<u64> {
        match self {
            Pace::AsItComes => None,
            Pace::Cells(period) => Some(
                DAY.saturating_mul(CELL_ON_WIRE.saturating_add(ANSWER_ON_WIRE))
                    .checked_div(u64::from(period))?,
            ),
        }
    }

    /// What a link begins with, so that it is answered at the same pace.
    pub(crate) fn hello(self) -> [u8; 4] {
        match self {
            Pace::AsItComes => 0_u32,
            Pace::Cells(period) => period,
        }
        .to_be_bytes()
    }

    pub(crate) fn of_hello(hello: [u8; 4]) -> Option<Pace> {
        match u32::from_be_bytes(hello) {
            0 => Some(Pace::AsItComes),
            period => Pace::of_period(period).ok(),
        }
    }

    /// How long nothing may come.
    fn silence(self) -> Duration {
        match self {
            Pace::AsItComes => SILENCE,
            Pace::Cells(period) => SILENCE.max(Duration::from_millis(u64::from(period).saturating_mul(4))),
        }
    }

    fn ticks(self) -> Option<Interval> {
        let Pace::Cells(period) = self else { return None };
        let mut ticks = interval(Duration::from_millis(u64::from(period)));
        ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
        Some(ticks)
    }
}

/// Waits for a step, for so long and no longer.
pub(crate) async fn within<T>(long: Duration, step: impl Future<Output = io::Result<T>>) -> io::Result<T> {
    timeout(long, step).await.map_err(|_| io::Error::from(io::ErrorKind::TimedOut))?
}

fn gone() -> io::Error {
    io::ErrorKind::BrokenPipe.into()
}

/// Gives what goes next on a link, when it is time: what waits, or what says only that somebody is there.
struct Paced<T> {
    waits: Receiver<T>,
    ticks: Option<Interval>,
    first: VecDeque<T>,
}

impl<T> Paced<T> {
    fn new(pace: Pace, waits: Receiver<T>) -> Paced<T> {
        Paced { waits, ticks: pace.ticks(), first: VecDeque::new() }
    }

    async fn next(&mut self, beat: T) -> io::Result<T> {
        if let Some(ticks) = &mut self.ticks {
            ticks.tick().await;
            return match self.waits.try_recv() {
                Ok(next) => Ok(next),
                Err(TryRecvError::Empty) => Ok(beat),
                Err(TryRecvError::Disconnected) => Err(gone()),
            };
        }
        if let Some(first) = self.first.pop_front() {
            return Ok(first);
        }
        match timeout(BEAT, self.waits.recv()).await {
            Ok(next) => next.ok_or_else(gone),
            Err(_) => Ok(beat),
        }
    }
}

/// What is said, as it goes: two bytes of length, and so many; with cells, noughts up to their length.
fn frame(said: &Said, pace: Pace) -> io::Result<Vec<u8>> {
    let said = said.bytes();
    let long = u16::try_from(said.len()).map_err(|_| io::ErrorKind::InvalidInput)?;
    let mut frame = long.to_be_bytes().to_vec();
    frame.extend(said);
    if frame.len() > CELL_BYTES {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    if let Pace::Cells(_) = pace {
        frame.resize(CELL_BYTES, 0);
    }
    Ok(frame)
}

/// Says what waits, until nobody has anything to say.
pub(crate) async fn say(
    to: &mut (impl AsyncWrite + Unpin),
    pace: Pace,
    waits: Receiver<Said>,
) -> io::Result<()> {
    let mut paced = Paced::new(pace, waits);
    loop {
        let frame = frame(&paced.next(Said::Beat).await?, pace)?;
        // Each goes as it is: two that went together would be seen to be two.
        within(STALL, to.write_all(&frame)).await?;
        within(STALL, to.flush()).await?;
    }
}

/// Answers, at the pace at which is spoken.
pub(crate) async fn answer(
    to: &mut (impl AsyncWrite + Unpin),
    pace: Pace,
    waits: Receiver<Answer>,
) -> io::Result<()> {
    let mut paced = Paced::new(pace, waits);
    // Whoever dialled knows by the first answer that it is taken for a partner.
    paced.first.push_back(Answer::Beat);
    loop {
        let answer = paced.next(Answer::Beat).await?;
        within(STALL, to.write_all(&answer.bytes())).await?;
        within(STALL, to.flush()).await?;
    }
}

/// Reads how fast is spoken on a link.
pub(crate) async fn hello(from: &mut (impl AsyncRead + Unpin)) -> io::Result<Pace> {
    let mut hello = [0; 4];
    within(SILENCE, from.read_exact(&mut hello)).await?;
    Pace::of_hello(hello).ok_or_else(|| io::ErrorKind::InvalidData.into())
}

/// Reads what is said next. Memory is taken as bytes come.
pub(crate) async fn said(from: &mut (impl AsyncRead + Unpin), pace: Pace) -> io::Result<Said> {
    let bytes = match pace {
        Pace::Cells(_) => {
            let cell = filled(from, CELL_BYTES, pace).await?;
            let (long, rest) = cell.split_first_chunk::<2>().ok_or(io::ErrorKind::InvalidData)?;
            rest.get(..usize::from(u16::from_be_bytes(*long))).unwrap_or_default().to_vec()
        }
        Pace::AsItComes => {
            let long = filled(from, 2, pace).await?;
            let long = <[u8; 2]>::try_from(long).map_err(|_| io::ErrorKind::InvalidData)?;
            filled(from, usize::from(u16::from_be_bytes(long)), pace).await?
        }
    };
    Said::read(&bytes)
        .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "it says what no carrier says"))
}

/// Reads the next answer.
pub(crate) async fn answered(from: &mut (impl AsyncRead + Unpin), pace: Pace) -> io::Result<Answer> {
    let bytes = filled(from, ANSWER_BYTES, pace).await?;
    let answer = bytes.as_slice().try_into().ok().and_then(Answer::read);
    answer.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "it answers what no carrier answers"))
}

/// So many bytes, as slowly as they come, as long as some do.
async fn filled(from: &mut (impl AsyncRead + Unpin), long: usize, pace: Pace) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut from = from.take(u64::try_from(long).unwrap_or(u64::MAX));
    while bytes.len() < long {
        if within(pace.silence(), from.read_buf(&mut bytes)).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use tokio::io::duplex;
    use tokio::sync::mpsc::channel;
    use tokio::time::Instant;

    use super::*;

    #[test]
    fn paces_are_read_at_their_borders() {
        for (text, period) in [("1", 1_000), ("64", 15), ("1/60", 60_000), ("2/60", 30_000), ("60/60", 1_000)]
        {
            assert_eq!(Pace::read(text), Ok(Pace::Cells(period)), "{text}");
        }
        for text in ["", "0", "68", "1/61", "1/0", "-1", "+1", "1/", "/1", "1.5", "1/5000000", "9999999999"] {
            assert_eq!(Pace::read(text), Err(PaceError), "{text}");
        }
        for pace in [Pace::AsItComes, Pace::Cells(15), Pace::Cells(60_000)] {
            assert_eq!(Pace::of_hello(pace.hello()), Some(pace));
        }
        for hello in [1_u32, 14, 60_001, u32::MAX] {
            assert_eq!(Pace::of_hello(hello.to_be_bytes()), None);
        }
        assert_eq!(Pace::Cells(1_000).bytes_each_day(), Some(86_400 * (16_406 + 86)));
        assert_eq!(Pace::AsItComes.bytes_each_day(), None);
    }

    #[tokio::test(start_paused = true)]
    async fn cells_go_at_their_time_whatever_waits() {
        let (mut here, mut there) = duplex(1024 * 1024);
        let (say_it, waits) = channel(1);
        let pace = Pace::Cells(1_000);
        tokio::spawn(async move { say(&mut here, pace, waits).await });
        let begun = Instant::now();
        let part = Said::Part { lane: crate::Lane::Products, at: 0, bytes: vec![1; 5_000] };
        for number in 0..10_u32 {
            // The first cell goes at once.
            let waits = number % 3 == 1;
            let expected = if waits { part.clone() } else { Said::Beat };
            if waits {
                say_it.send(part.clone()).await.unwrap();
            }
            assert_eq!(said(&mut there, pace).await.unwrap(), expected, "{number}");
            assert_eq!(begun.elapsed().as_secs(), u64::from(number), "in its own second");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn what_waits_goes_at_once_where_there_are_no_cells() {
        let (mut here, mut there) = duplex(1024);
        let (say_it, waits) = channel(4);
        tokio::spawn(async move { say(&mut here, Pace::AsItComes, waits).await });
        let begun = Instant::now();
        let offer = Said::Offer { lane: crate::Lane::Parcels, id: crate::Id([1; 32]), length: 9 };
        say_it.send(offer.clone()).await.unwrap();
        assert_eq!(said(&mut there, Pace::AsItComes).await.unwrap(), offer);
        assert_eq!(begun.elapsed(), Duration::ZERO);
        assert_eq!(said(&mut there, Pace::AsItComes).await.unwrap(), Said::Beat);
        assert_eq!(begun.elapsed(), BEAT);
    }

    #[tokio::test(start_paused = true)]
    async fn who_falls_silent_is_given_up_and_who_is_slow_is_not() {
        let (mut here, mut there) = duplex(1024);
        let slow = tokio::spawn(async move {
            for byte in [0, 1, 0] {
                tokio::time::sleep(SILENCE / 2).await;
                here.write_all(&[byte]).await.unwrap();
            }
            here
        });
        assert_eq!(said(&mut there, Pace::AsItComes).await.unwrap(), Said::Beat);
        let _here = slow.await.unwrap();
        assert_eq!(said(&mut there, Pace::AsItComes).await.unwrap_err().kind(), io::ErrorKind::TimedOut);
    }
}

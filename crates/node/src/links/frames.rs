//! Frames on a link: four bytes of length, and so many bytes. A frame of none only says that somebody is there.

use std::io;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::time::{Instant, timeout};

/// The longest frame: a block and what goes with it.
pub(super) const MAX_FRAME_BYTES: u32 = 9 * 1024 * 1024;
/// How often each end says that it is there.
pub(super) const BEAT: Duration = Duration::from_secs(1);
/// After how long without a word a link is given up.
pub(super) const SILENCE: Duration = Duration::from_secs(6);

/// After how long a link is given up on which nothing can be said, because the other end takes nothing.
pub(super) const STALL: Duration = Duration::from_secs(20);

/// What a frame costs besides its bytes, so that many small ones are not free.
const HEAD_COST: u64 = 512;
/// Bytes that may come each second, over time.
const BYTES_EACH_SECOND: u64 = 32 * 1024 * 1024;
/// How much may come at once, as the time in which it may come over time.
const BURST: Duration = Duration::from_secs(2);
/// What is written at a time.
const PIECE_BYTES: usize = 64 * 1024;

/// Waits for a step that says that somebody is there, for so long and no longer.
pub(super) async fn within<T>(long: Duration, step: impl Future<Output = io::Result<T>>) -> io::Result<T> {
    timeout(long, step).await.map_err(|_| io::Error::from(io::ErrorKind::TimedOut))?
}

/// Writes a frame, as slowly as it is taken, as long as some of it is.
pub(super) async fn write(to: &mut (impl AsyncWrite + Unpin), frame: &[u8]) -> io::Result<()> {
    let long = u32::try_from(frame.len()).ok().filter(|long| *long <= MAX_FRAME_BYTES);
    let long = long.ok_or(io::ErrorKind::InvalidInput)?;
    within(STALL, to.write_all(&long.to_be_bytes())).await?;
    for piece in frame.chunks(PIECE_BYTES) {
        within(STALL, to.write_all(piece)).await?;
    }
    within(STALL, to.flush()).await
}

/// Reads a frame, as slowly as it comes, as long as some of it does. Memory is taken as bytes come, not as they are
/// announced.
pub(super) async fn read(from: &mut (impl AsyncRead + Unpin)) -> io::Result<Vec<u8>> {
    let mut head = from.take(4);
    let mut long = Vec::with_capacity(4);
    while long.len() < 4 {
        some(&mut head, &mut long).await?;
    }
    let long = <[u8; 4]>::try_from(long).map_err(|_| io::ErrorKind::InvalidData)?;
    let long = u32::from_be_bytes(long);
    if long > MAX_FRAME_BYTES {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "it says more at a time than it may"));
    }
    let mut body = from.take(u64::from(long));
    let mut frame = Vec::new();
    while body.limit() > 0 {
        some(&mut body, &mut frame).await?;
    }
    Ok(frame)
}

/// Reads some more.
async fn some(from: &mut (impl AsyncRead + Unpin), into: &mut Vec<u8>) -> io::Result<()> {
    match within(SILENCE, from.read_buf(into)).await? {
        0 => Err(io::ErrorKind::UnexpectedEof.into()),
        _ => Ok(()),
    }
}

/// How much may come on a link: who says more is read more slowly.
pub(super) struct Quota {
    /// When what came will have been as much as may come over time.
    paid: Instant,
}

impl Quota {
    pub(super) fn new() -> Quota {
        Quota { paid: Instant::now() }
    }

    /// From when on more may come.
    pub(super) fn from(&self) -> Instant {
        self.paid.checked_sub(BURST).unwrap_or(self.paid)
    }

    /// A frame of this length came.
    pub(super) fn charge(&mut self, now: Instant, bytes: usize) {
        let cost = u64::try_from(bytes).unwrap_or(u64::MAX).saturating_add(HEAD_COST);
        let takes = Duration::from_micros(cost.saturating_mul(1_000_000) / BYTES_EACH_SECOND);
        let paid = self.paid.max(now);
        self.paid = paid.checked_add(takes).unwrap_or(paid);
    }
}

#[cfg(test)]
mod tests {
    use std::pin::Pin;
    use std::task::{Context, Poll};

    use proptest::collection::vec;
    use proptest::prelude::*;
    use tokio::io::{ReadBuf, duplex};
    use tokio::runtime::Builder;
    use tokio::time::sleep;

    use super::*;

    #[tokio::test]
    async fn frames_are_read_as_they_were_written_and_none_that_is_too_long() {
        let mut bytes = Vec::new();
        for frame in [vec![], vec![1, 2], vec![7; 100_000]] {
            write(&mut bytes, &frame).await.unwrap();
        }
        let mut from = bytes.as_slice();
        for long in [0, 2, 100_000] {
            assert_eq!(read(&mut from).await.unwrap().len(), long);
        }
        assert!(read(&mut from).await.is_err());
        assert!(write(&mut Vec::new(), &vec![0; 9 * 1024 * 1024 + 1]).await.is_err());
        let claimed = [(9_u32 * 1024 * 1024 + 1).to_be_bytes().as_slice(), &[0; 10]].concat();
        assert_eq!(read(&mut claimed.as_slice()).await.unwrap_err().kind(), io::ErrorKind::InvalidData);
        let cut = [0, 0, 0, 9, 1];
        assert_eq!(read(&mut cut.as_slice()).await.unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
    }

    #[tokio::test(start_paused = true)]
    async fn a_slow_frame_is_waited_for_and_a_silent_end_is_not() {
        let (mut here, mut there) = duplex(64);
        let slow = tokio::spawn(async move {
            for byte in [0, 0, 0, 3, 7, 8, 9] {
                sleep(SILENCE / 2).await;
                here.write_all(&[byte]).await.unwrap();
            }
            here
        });
        assert_eq!(read(&mut there).await.unwrap(), [7, 8, 9], "in more than thrice the time of silence");
        let _here = slow.await.unwrap();
        assert_eq!(read(&mut there).await.unwrap_err().kind(), io::ErrorKind::TimedOut);
    }

    #[tokio::test(start_paused = true)]
    async fn who_takes_slowly_is_waited_for_and_who_takes_nothing_is_not() {
        let (mut here, mut there) = duplex(PIECE_BYTES);
        let slow = tokio::spawn(async move {
            let mut taken = vec![0; 16 * 1024];
            for _ in 0..20 {
                sleep(STALL / 5).await;
                there.read_exact(&mut taken).await.unwrap();
            }
            there
        });
        write(&mut here, &vec![1; 5 * PIECE_BYTES]).await.unwrap();
        let _there = slow.await.unwrap();
        assert_eq!(
            write(&mut here, &vec![1; 2 * PIECE_BYTES]).await.unwrap_err().kind(),
            io::ErrorKind::TimedOut
        );
    }

    /// Gives ten bytes at a time, and sees how much room there was for them.
    struct Drip<'a> {
        bytes: &'a [u8],
        most: usize,
    }

    impl AsyncRead for Drip<'_> {
        fn poll_read(
            mut self: Pin<&mut Self>,
            _: &mut Context<'_>,
            into: &mut ReadBuf<'_>,
        ) -> Poll<io::Result<()>> {
            self.most = self.most.max(into.remaining());
            let (some, rest) = self.bytes.split_at(self.bytes.len().min(10).min(into.remaining()));
            into.put_slice(some);
            self.bytes = rest;
            Poll::Ready(Ok(()))
        }
    }

    #[tokio::test]
    async fn what_is_announced_takes_no_memory_before_it_comes() {
        let announced = [MAX_FRAME_BYTES.to_be_bytes().as_slice(), &[0; 1000]].concat();
        let mut drip = Drip { bytes: &announced, most: 0 };
        assert_eq!(read(&mut drip).await.unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
        assert!(drip.most < 4096, "{} bytes", drip.most);
    }

    #[test]
    fn who_says_too_much_is_read_more_slowly() {
        let now = Instant::now();
        let second = usize::try_from(BYTES_EACH_SECOND).unwrap();
        let mut quota = Quota { paid: now };
        quota.charge(now, 2 * second);
        assert!(quota.from() <= now + Duration::from_millis(1), "so much may come at once");
        quota.charge(now, second);
        assert!(quota.from() >= now + Duration::from_secs(1));
        let later = now + Duration::from_secs(9);
        quota.charge(later, 2 * second);
        assert!(quota.from() <= later + Duration::from_millis(1), "nothing is saved up beyond that");
        let mut many = Quota { paid: now };
        for _ in 0..1_000_000 {
            many.charge(now, 0);
        }
        assert!(many.from() >= now + Duration::from_secs(10), "nor are frames of nothing free");
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_to_frames_or_to_an_error(bytes in vec(any::<u8>(), 0..64), zeros in 0..4_usize) {
            // Mostly short lengths, so that what follows is read too.
            let bytes = [vec![0; zeros], bytes].concat();
            let runtime = Builder::new_current_thread().enable_time().build().unwrap();
            runtime.block_on(async {
                let (mut from, mut again) = (bytes.as_slice(), Vec::new());
                while let Ok(frame) = read(&mut from).await {
                    write(&mut again, &frame).await.unwrap();
                }
                assert!(bytes.starts_with(&again), "frames are written as they were read");
            });
        }
    }
}

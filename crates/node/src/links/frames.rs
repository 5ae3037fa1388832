//! Frames on a link: four bytes of length, and so many bytes. A frame of none only says that somebody is there.

use std::io;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::time::{Instant, sleep};

/// The longest frame: a block and what goes with it.
pub(super) const MAX_FRAME_BYTES: u32 = 9 * 1024 * 1024;
/// How often each end says that it is there.
pub(super) const BEAT: Duration = Duration::from_secs(1);
/// After how long without a word a link is given up.
pub(super) const SILENCE: Duration = Duration::from_secs(6);

/// What a frame costs besides its bytes, so that many small ones are not free.
const HEAD_COST: u64 = 512;
/// Bytes that may come each second, over time.
const BYTES_EACH_SECOND: u64 = 32 * 1024 * 1024;
/// Bytes that may come at once.
const BURST: u64 = 64 * 1024 * 1024;

pub(super) async fn write(to: &mut (impl AsyncWrite + Unpin), frame: &[u8]) -> io::Result<()> {
    let long = u32::try_from(frame.len()).ok().filter(|long| *long <= MAX_FRAME_BYTES);
    let long = long.ok_or(io::ErrorKind::InvalidInput)?;
    to.write_all(&long.to_be_bytes()).await?;
    to.write_all(frame).await?;
    to.flush().await
}

/// Reads a frame. Memory is taken as bytes come, not as they are announced.
pub(super) async fn read(from: &mut (impl AsyncRead + Unpin)) -> io::Result<Vec<u8>> {
    let mut long = [0; 4];
    from.read_exact(&mut long).await?;
    let long = u32::from_be_bytes(long);
    if long > MAX_FRAME_BYTES {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut frame = Vec::new();
    from.take(u64::from(long)).read_to_end(&mut frame).await?;
    if u32::try_from(frame.len()) == Ok(long) { Ok(frame) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

/// How much may come on a link: who says more is read more slowly.
pub(super) struct Quota {
    left: u64,
    filled: Instant,
}

impl Quota {
    pub(super) fn new() -> Quota {
        Quota { left: BURST, filled: Instant::now() }
    }

    /// Waits until a frame of this length may have come.
    pub(super) async fn spend(&mut self, bytes: usize) {
        let cost = u64::try_from(bytes).unwrap_or(u64::MAX).saturating_add(HEAD_COST);
        let wait = self.cost(Instant::now(), cost);
        if !wait.is_zero() {
            sleep(wait).await;
        }
    }

    /// How long to wait for what this costs.
    fn cost(&mut self, now: Instant, cost: u64) -> Duration {
        let elapsed =
            u64::try_from(now.saturating_duration_since(self.filled).as_millis()).unwrap_or(u64::MAX);
        let filled = elapsed.saturating_mul(BYTES_EACH_SECOND) / 1_000;
        self.left = self.left.saturating_add(filled).min(BURST);
        self.filled = now;
        let short = cost.saturating_sub(self.left);
        self.left = self.left.saturating_sub(cost);
        Duration::from_millis(short.saturating_mul(1_000) / BYTES_EACH_SECOND)
    }
}

#[cfg(test)]
mod tests {
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

    #[tokio::test]
    async fn who_says_too_much_is_read_more_slowly() {
        let mut quota = Quota::new();
        let now = quota.filled;
        assert_eq!(quota.cost(now, BURST), Duration::ZERO);
        assert_eq!(quota.cost(now, BYTES_EACH_SECOND), Duration::from_secs(1));
        assert_eq!(quota.cost(now + Duration::from_secs(9), BURST), Duration::ZERO);
    }
}

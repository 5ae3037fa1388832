//! The node's door: a socket in its directory.
//!
//! A question is how many commands follow, in four bytes, and the commands. The answer comes once they are final: the height
//! and how many commands are final, in eight bytes each. Who gives none hears how it stands.

use std::io;
use std::path::Path;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{UnixListener, UnixStream};

use crate::block::COMMAND_BYTES;
use crate::pool::Pool;

/// The most commands at once.
const MAX_GIVEN: u32 = 65_536;

pub fn open(directory: &Path, pool: Pool) -> io::Result<()> {
    let listener = UnixListener::bind(directory.join("door"))?;
    tokio::spawn(async move {
        while let Ok((guest, _)) = listener.accept().await {
            let pool = pool.clone();
            // A guest that leaves or talks nonsense is served no longer.
            tokio::spawn(async move { serve(guest, &pool).await.ok() });
        }
    });
    Ok(())
}

async fn serve(mut guest: UnixStream, pool: &Pool) -> io::Result<()> {
    loop {
        let many = guest.read_u32().await?;
        if many > MAX_GIVEN {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let mut commands = vec![[0; COMMAND_BYTES]; usize::try_from(many).unwrap_or_default()];
        guest.read_exact(commands.as_flattened_mut()).await?;
        let ids = pool.give(&commands).ok_or(io::ErrorKind::InvalidData)?;
        let (height, ordered) = pool.until(ids).await;
        guest.write_all(&[height.to_be_bytes(), ordered.to_be_bytes()].concat()).await?;
    }
}

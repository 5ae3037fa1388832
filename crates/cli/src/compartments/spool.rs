//! A text that waits for a yes: on the disk in a file without a name, encrypted by a key that is in this process's memory alone.

use std::fs::File;
use std::io::{self, Read, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use aes_gcm::aead::Aead as _;
use aes_gcm::{Aes256Gcm, KeyInit as _, Nonce};
use quorate_web::agent::compartments::{Laid, Laying};
use zeroize::Zeroizing;

/// The length of a piece, in bytes; the last is shorter, perhaps empty.
const PIECE: usize = 64 * 1024;
/// What encryption adds to a piece.
const TAG: usize = 16;

/// A text that comes in.
pub(super) struct Spool {
    cipher: Aes256Gcm,
    file: File,
    rest: Zeroizing<Vec<u8>>,
    pieces: u64,
}

/// A text that waits.
struct Waits {
    cipher: Aes256Gcm,
    file: File,
}

fn failed(what: &'static str) -> io::Error {
    io::Error::other(what)
}

/// Begins one, in a file of a folder that nobody finds there.
pub(super) fn begin(folder: &Path) -> io::Result<Spool> {
    let mut key = Zeroizing::new([0; 32]);
    getrandom::fill(key.as_mut_slice()).map_err(|_| failed("this machine gives no chance"))?;
    let cipher = Aes256Gcm::new_from_slice(key.as_slice()).map_err(|_| failed("the cipher failed"))?;
    let file = tempfile::tempfile_in(folder)?;
    Ok(Spool { cipher, file, rest: Zeroizing::new(Vec::new()), pieces: 0 })
}

/// Each piece has its number, and whether it is the last: none is left out, moved or cut off.
fn nonce(number: u64, is_last: bool) -> [u8; 12] {
    let mut nonce = [0; 12];
    if let Some((first, rest)) = nonce.split_first_mut() {
        *first = u8::from(is_last);
        if let Some(place) = rest.last_chunk_mut::<8>() {
            *place = number.to_be_bytes();
        }
    }
    nonce
}

impl Spool {
    fn put(&mut self, piece: &[u8], is_last: bool) -> io::Result<()> {
        let nonce = Nonce::from(nonce(self.pieces, is_last));
        let sealed = self.cipher.encrypt(&nonce, piece).map_err(|_| failed("the cipher failed"))?;
        self.pieces = self.pieces.saturating_add(1);
        self.file.write_all(&sealed)
    }
}

impl Laying for Spool {
    fn write(&mut self, piece: &[u8]) -> io::Result<()> {
        self.rest.extend_from_slice(piece);
        let all = std::mem::take(&mut self.rest);
        let mut pieces = all.chunks_exact(PIECE);
        for piece in &mut pieces {
            self.put(piece, false)?;
        }
        self.rest.extend_from_slice(pieces.remainder());
        Ok(())
    }

    fn done(mut self: Box<Self>) -> io::Result<Box<dyn Laid>> {
        let rest = std::mem::take(&mut self.rest);
        self.put(&rest, true)?;
        let Spool { cipher, file, .. } = *self;
        Ok(Box::new(Waits { cipher, file }))
    }
}

impl Laid for Waits {
    fn read(&mut self) -> io::Result<Box<dyn Read + '_>> {
        self.file.seek(SeekFrom::Start(0))?;
        Ok(Box::new(Opening {
            cipher: &self.cipher,
            file: &self.file,
            piece: Zeroizing::new(Vec::new()),
            at: 0,
            next: 0,
            is_over: false,
        }))
    }
}

/// A text as it is read again.
struct Opening<'w> {
    cipher: &'w Aes256Gcm,
    file: &'w File,
    piece: Zeroizing<Vec<u8>>,
    at: usize,
    next: u64,
    is_over: bool,
}

impl Opening<'_> {
    fn advance(&mut self) -> io::Result<()> {
        let whole = PIECE.saturating_add(TAG);
        let mut sealed = Vec::new();
        self.file.take(u64::try_from(whole).unwrap_or_default()).read_to_end(&mut sealed)?;
        self.is_over = sealed.len() < whole;
        let nonce = Nonce::from(nonce(self.next, self.is_over));
        let open = self.cipher.decrypt(&nonce, sealed.as_slice());
        self.piece = Zeroizing::new(open.map_err(|_| failed("what was uploaded was changed on the disk"))?);
        self.at = 0;
        self.next = self.next.saturating_add(1);
        Ok(())
    }
}

impl Read for Opening<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.at >= self.piece.len() && !self.is_over {
            self.advance()?;
        }
        let mut rest = self.piece.get(self.at..).unwrap_or_default();
        let read = rest.read(into)?;
        self.at = self.at.saturating_add(read);
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn laid(text: &[u8], by: usize) -> (File, Box<dyn Laid>) {
        let scratch = tempfile::tempdir().unwrap();
        let mut spool = Box::new(begin(scratch.path()).unwrap());
        assert_eq!(std::fs::read_dir(scratch.path()).unwrap().count(), 0, "the file has no name");
        let file = spool.file.try_clone().unwrap();
        for piece in text.chunks(by) {
            spool.write(piece).unwrap();
        }
        (file, spool.done().unwrap())
    }

    fn read(laid: &mut dyn Laid) -> io::Result<Vec<u8>> {
        let mut text = Vec::new();
        laid.read()?.read_to_end(&mut text)?;
        Ok(text)
    }

    #[test]
    fn what_waits_is_read_as_it_came_and_more_than_once() {
        for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE] {
            let text: Vec<u8> = (0..length).map(|at| u8::try_from(at % 251).unwrap()).collect();
            for by in [1000, PIECE, 10 * PIECE] {
                let (_, mut laid) = laid(&text, by);
                assert_eq!(read(&mut *laid).unwrap(), text, "{length} by {by}");
                assert_eq!(read(&mut *laid).unwrap(), text, "{length} by {by}, again");
            }
        }
    }

    #[test]
    fn the_disk_has_nothing_of_it_and_what_was_changed_there_is_not_read() {
        let text = vec![b'a'; 2 * PIECE + 5];
        let (mut file, mut laid) = laid(&text, 1000);
        let mut sealed = Vec::new();
        file.seek(SeekFrom::Start(0)).unwrap();
        file.read_to_end(&mut sealed).unwrap();
        assert!(!sealed.windows(8).any(|part| part == b"aaaaaaaa"));
        let whole = u64::try_from(PIECE + TAG).unwrap();
        for cut in [whole, 2 * whole, 2 * whole + 20] {
            file.set_len(cut).unwrap();
            assert!(read(&mut *laid).is_err(), "cut to {cut}");
            file.seek(SeekFrom::Start(0)).unwrap();
            file.write_all(&sealed).unwrap();
        }
        assert_eq!(read(&mut *laid).unwrap(), text);
        file.seek(SeekFrom::Start(whole)).unwrap();
        file.write_all(b"x").unwrap();
        assert!(read(&mut *laid).is_err());
    }
}

//! The file by which a member tells the others its first keys, and where its node is found: a text of ten lines, signed by
//! each of the keys, so that nobody tells keys that it does not have.

use std::fmt::Write as _;
use std::net::Ipv6Addr;

use quorate_charter::MemberCode;
use quorate_partnership::{Founder, PublicKey};

use sha2::{Digest as _, Sha256};

use super::hex;
use super::signer::{SignError, Signer};

/// The longest file that is read, in bytes.
pub const MAX_FOUNDER_BYTES: usize = 2048;
/// The longest address, in bytes.
const MAX_ADDRESS_BYTES: usize = 300;

/// The first line. What is signed begins with it, and nothing else that these keys sign does.
const HEAD: &str = "quorate founder 1";
const SIGNERS: [&str; 3] = ["root", "recovery", "node"];

/// What a member tells the others before a partnership begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FounderFile {
    /// The member and its first keys.
    pub founder: Founder,
    /// Where the others find its node, such as `node.example:7420`.
    pub address: String,
}

/// Why a text is no founder file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FounderFileError {
    /// Not in the one form that it has.
    #[error("line {0} is not what stands there in a founder file")]
    Line(usize),
    /// One key for two purposes.
    #[error("its root, recovery and node keys are not three different keys")]
    KeyTwice,
    /// A signature is not that of the key.
    #[error("the signature of its {0} key does not verify: it was changed, or made by another")]
    Signature(&'static str),
}

/// Whether this is an address: a host (a name, or an address of IPv4, or one of IPv6 in brackets), a colon and a port.
#[must_use]
pub fn is_address(address: &str) -> bool {
    let Some((host, port)) = address.rsplit_once(':') else { return false };
    let is_plain = |c: char| c.is_ascii_alphanumeric() || ".-_".contains(c);
    let is_host = match host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        Some(inside) => inside.parse::<Ipv6Addr>().is_ok(),
        None => !host.is_empty() && host.chars().all(is_plain),
    };
    let is_port =
        port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0);
    address.len() <= MAX_ADDRESS_BYTES && is_host && is_port
}

impl FounderFile {
    fn body(&self) -> String {
        let Founder { member, root, recovery, node } = self.founder;
        let address = &self.address;
        format!("{HEAD}\nmember {member}\nroot {root}\nrecovery {recovery}\nnode {node}\naddress {address}\n")
    }

    /// The text of the file, signed by the keys that it names.
    ///
    /// # Errors
    /// [`SignError`] if one of them does not sign.
    pub fn signed(&self, keys: [&dyn Signer; 3]) -> Result<String, SignError> {
        let body = self.body();
        let mut text = body.clone();
        for (name, key) in SIGNERS.iter().zip(keys) {
            // Writing to a string does not fail.
            let _ = writeln!(text, "signed by {name} {}", hex(&key.sign(body.as_bytes())?));
        }
        Ok(text)
    }

    /// The SHA-256 of a file's bytes.
    #[must_use]
    pub fn fingerprint(bytes: &[u8]) -> [u8; 32] {
        Sha256::digest(bytes).into()
    }

    /// Reads a founder file, and verifies its signatures.
    ///
    /// # Errors
    /// [`FounderFileError`].
    pub fn read(text: &str) -> Result<FounderFile, FounderFileError> {
        let mut lines = text.lines();
        let mut number = 0_usize;
        let mut next = |head: &str| {
            number = number.saturating_add(1);
            let rest = lines.next().and_then(|line| line.strip_prefix(head));
            rest.ok_or(FounderFileError::Line(number)).map(|rest| (number, rest))
        };
        next(HEAD)?;
        let member: MemberCode = parsed(next("member ")?)?;
        let root: PublicKey = parsed(next("root ")?)?;
        let recovery: PublicKey = parsed(next("recovery ")?)?;
        let node: PublicKey = parsed(next("node ")?)?;
        let (line, address) = next("address ")?;
        if !is_address(address) {
            return Err(FounderFileError::Line(line));
        }
        if root == recovery || root == node || recovery == node {
            return Err(FounderFileError::KeyTwice);
        }
        let founder = Founder { member, root, recovery, node };
        let file = FounderFile { founder, address: address.into() };
        let body = file.body();
        let mut again = body.clone();
        for (name, key) in SIGNERS.into_iter().zip([root, recovery, node]) {
            let (line, digits) = next(&format!("signed by {name} "))?;
            let signature = bytes(digits).ok_or(FounderFileError::Line(line))?;
            if !key.verifies(body.as_bytes(), &signature) {
                return Err(FounderFileError::Signature(name));
            }
            let _ = writeln!(again, "signed by {name} {}", hex(&signature));
        }
        // One form: nothing more, nothing less, nothing otherwise.
        if again == text { Ok(file) } else { Err(FounderFileError::Line(1)) }
    }
}

fn parsed<T: std::str::FromStr>((line, text): (usize, &str)) -> Result<T, FounderFileError> {
    text.parse().map_err(|_| FounderFileError::Line(line))
}

fn bytes(digits: &str) -> Option<[u8; 64]> {
    let (first, second) = digits.split_at_checked(64)?;
    let halves = [super::bytes(first)?, super::bytes(second)?];
    let mut all = [0; 64];
    all.iter_mut().zip(halves.as_flattened()).for_each(|(to, from)| *to = *from);
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Key;

    fn keys() -> [Key; 3] {
        ["root", "recovery", "node"].map(|name| Key::of_exercise(name, "FRA/root".parse().unwrap()))
    }

    fn signing([root, recovery, node]: [&Key; 3]) -> [&dyn Signer; 3] {
        [root, recovery, node]
    }

    fn file() -> (FounderFile, String) {
        let [root, recovery, node] = keys();
        let founder = Founder {
            member: "FRA".parse().unwrap(),
            root: root.public(),
            recovery: recovery.public(),
            node: node.public(),
        };
        let file = FounderFile { founder, address: "node.example:7420".into() };
        let text = file.signed([&root, &recovery, &node]).unwrap();
        (file, text)
    }

    #[test]
    fn what_is_signed_is_read() {
        let (file, text) = file();
        assert_eq!(FounderFile::read(&text), Ok(file));
        assert!(text.len() < MAX_FOUNDER_BYTES);
    }

    #[test]
    fn a_file_changed_at_any_byte_is_none() {
        let (_, text) = file();
        let bytes = text.clone().into_bytes();
        for place in 0..bytes.len() {
            let mut others: Vec<Vec<u8>> = (0..8)
                .map(|bit| {
                    let mut changed = bytes.clone();
                    changed[place] ^= 1 << bit;
                    changed
                })
                .collect();
            let mut shorter = bytes.clone();
            let byte = shorter.remove(place);
            let mut longer = bytes.clone();
            longer.insert(place, byte);
            others.extend([shorter, longer, bytes[..place].to_vec()]);
            for changed in others.into_iter().filter_map(|changed| String::from_utf8(changed).ok()) {
                assert!(FounderFile::read(&changed).is_err(), "byte {place}: {changed}");
            }
        }
        for other in
            [format!("{text}\n"), format!("{text} "), text.replace('\n', "\r\n"), text.to_uppercase()]
        {
            assert!(FounderFile::read(&other).is_err());
        }
    }

    #[test]
    fn a_member_has_three_different_keys() {
        let [root, recovery, node] = keys();
        for signers in [[&root, &root, &node], [&root, &recovery, &root], [&root, &node, &node]] {
            let [root, recovery, node] = signers.map(Signer::public);
            let signers = signing(signers);
            let founder = Founder { member: "FRA".parse().unwrap(), root, recovery, node };
            let text = FounderFile { founder, address: "node.example:7420".into() }.signed(signers).unwrap();
            assert_eq!(FounderFile::read(&text), Err(FounderFileError::KeyTwice));
        }
    }

    #[test]
    fn nobody_tells_keys_of_others_as_its_own() {
        let (file, _) = file();
        let [root, recovery, node] = keys();
        for (name, signers) in [
            ("root", [&node, &recovery, &node]),
            ("recovery", [&root, &root, &node]),
            ("node", [&root, &recovery, &recovery]),
        ] {
            let signers = signing(signers);
            let read = FounderFile::read(&file.signed(signers).unwrap());
            assert_eq!(read, Err(FounderFileError::Signature(name)));
        }
    }

    #[test]
    fn an_address_has_a_host_and_a_port() {
        for good in ["node.example:7420", "127.0.0.1:1", "[::1]:65535", "node_1-a:1"] {
            assert!(is_address(good), "{good}");
        }
        let long = "a".repeat(MAX_ADDRESS_BYTES - 2);
        assert!(is_address(&format!("{long}:1")));
        for bad in [
            "node.example",
            ":1",
            "a:70000",
            "a:0",
            "a:+1",
            "a b:1",
            "a:",
            "\u{e9}:1",
            "::1:7420",
            "[::1:7420",
            "[a]:1",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
        assert!(!is_address(&format!("{long}a:1")));
    }
}

use quorate_charter::Office;

use super::*;
use crate::keys::{Cost, Passphrase};

const CHEAP: Cost = Cost { log_n: 4, r: 8, p: 1 };

/// Says these passphrases one after another, and counts how often it was asked.
struct Says(Vec<&'static str>, Mutex<u32>, Option<Keeping>);

impl Keeper for Says {
    fn passphrase(&self, _: &Path, wrong: u32) -> Result<Option<Passphrase>, KeyError> {
        let mut asked = self.1.lock().unwrap();
        *asked = asked.saturating_add(1);
        Ok(self.0.get(usize::try_from(wrong).unwrap()).map(|words| Passphrase::typed(words)))
    }

    fn keeping(&self) -> Result<Option<Keeping>, KeyError> {
        Ok(self.2.clone())
    }
}

fn encrypted(words: &str) -> Keeping {
    Keeping::Encrypted(Passphrase::typed(words), CHEAP)
}

fn post(office: Office) -> Post {
    Post { member: "FRA".parse().unwrap(), office }
}

fn ring(directory: &Path, says: &[&'static str], keeping: Option<Keeping>) -> (KeyRing, Arc<Says>) {
    let keeper = Arc::new(Says(says.to_vec(), Mutex::new(0), keeping));
    (KeyRing::of(directory).with_keeper(Arc::<Says>::clone(&keeper)), keeper)
}

/// A folder with the root's key and the node's, encrypted by two passphrases.
fn kept() -> (tempfile::TempDir, [PublicKey; 2]) {
    let scratch = tempfile::tempdir().unwrap();
    let (root, node) = (Key::new().unwrap(), Key::new().unwrap());
    let at = || KeyRing::of(scratch.path());
    at().keeping(encrypted("of the root")).keep(post(Office::Root), &root).unwrap();
    at().keeping(encrypted("of the node")).keep_node("FRA".parse().unwrap(), &node).unwrap();
    (scratch, [root.public(), node.public()])
}

#[test]
fn an_encrypted_key_signs_for_whoever_knows_its_passphrase() {
    let (scratch, [root, node]) = kept();
    let nobody = KeyRing::of(scratch.path());
    assert!(matches!(nobody.get(post(Office::Root)), Err(KeyError::Locked(_))));
    assert_eq!(nobody.public(post(Office::Root)).unwrap(), root);
    assert_eq!(nobody.node_public("FRA".parse().unwrap()).unwrap(), Some(node));
    let (ring, keeper) = ring(scratch.path(), &["a slip", "of the root"], None);
    let signer = ring.get(post(Office::Root)).unwrap();
    assert!(root.verifies(b"x", &signer.sign(b"x").unwrap()));
    ring.get(post(Office::Root)).unwrap();
    assert_eq!(*keeper.1.lock().unwrap(), 2, "what opened it once is not asked for again");
    let other = ring.node("FRA".parse().unwrap()).err().unwrap();
    assert!(matches!(&other, KeyError::Wrong(path) if path.ends_with("FRA-node.key")), "{other}");
}

#[test]
fn a_new_key_is_kept_as_the_one_that_was_opened_before_or_as_was_said() {
    let (scratch, _) = kept();
    let holder = Holder::Post(post(Office::Treasurer));
    let (of_root, _) = ring(scratch.path(), &["of the root"], None);
    of_root.get(post(Office::Root)).unwrap();
    of_root.first(holder).unwrap().unwrap();
    let file = of_root.file(holder).unwrap().unwrap();
    // The file that was opened is weak, and the new one is not.
    assert_eq!(file.cost(), Some(Cost::USUAL));
    file.open(Some(&Passphrase::typed("of the root"))).unwrap();
    assert!(of_root.first(holder).unwrap().is_none(), "there is one by now");
    let (said, _) = ring(scratch.path(), &["of the root"], Some(encrypted("another one")));
    said.get(post(Office::Root)).unwrap();
    let next = said.next(holder).unwrap().public();
    let (again, _) = ring(scratch.path(), &["another one"], None);
    assert_eq!(again.next(holder).unwrap().public(), next, "it is made once");
    let plain = KeyRing::of(&scratch.path().join("elsewhere"));
    plain.first(holder).unwrap().unwrap();
    assert!(!plain.file(holder).unwrap().unwrap().is_encrypted());
}

#[test]
fn the_next_key_takes_its_place_without_a_passphrase() {
    let (scratch, [_, node]) = kept();
    let member = "FRA".parse().unwrap();
    let (opened, _) = ring(scratch.path(), &["of the node"], None);
    opened.node(member).unwrap().unwrap();
    let next = opened.next(Holder::Node(member)).unwrap().public();
    let nobody = KeyRing::of(scratch.path());
    nobody.adopt_this(Holder::Node(member), &node).unwrap();
    assert_eq!(nobody.node_public(member).unwrap(), Some(node), "another was named");
    nobody.adopt_this(Holder::Node(member), &next).unwrap();
    assert_eq!(nobody.node_public(member).unwrap(), Some(next));
    assert!(matches!(nobody.adopt(Holder::Node(member)), Err(KeyError::Missing(_))));
    let turns: Vec<_> = nobody.list().unwrap().into_iter().map(|listed| listed.named.unwrap()).collect();
    let aside = Turn::SetAside(node.short());
    let root = (Holder::Post(post(Office::Root)), Turn::InUse);
    assert_eq!(turns, [(Holder::Node(member), Turn::InUse), (Holder::Node(member), aside), root]);
    assert_eq!(nobody.nodes().unwrap(), [member]);
}

#[test]
fn what_is_no_key_is_listed_as_such() {
    let (scratch, _) = kept();
    let keys = scratch.path().join("keys");
    fs::write(keys.join("FRA-root.key.new"), "").unwrap();
    fs::write(keys.join("FRA-treasurer.key"), "").unwrap();
    let listed = KeyRing::of(scratch.path()).list().unwrap();
    let named = listed.iter().map(|listed| listed.named.is_some());
    assert_eq!(named.collect::<Vec<_>>(), [true, true, false, true]);
    assert!(matches!(listed[3].file, Some(Err(KeyError::Form { .. }))));
    assert!(KeyRing::of(&scratch.path().join("none")).list().unwrap().is_empty());
}

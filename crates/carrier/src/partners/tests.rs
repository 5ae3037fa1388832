//! What is kept of partners, and what an outbox of before gives nobody.

use super::testing::partner;
use super::*;

#[test]
fn partners_are_kept_as_they_were_given() {
    let folder = tempfile::tempdir().unwrap();
    let folder = Folder::of(folder.path());
    let own = partner("own", 9).key;
    assert!(read(&folder).unwrap().is_empty());
    add(&folder, own, partner("FRA", 2)).unwrap();
    add(&folder, own, partner("CAN", 1)).unwrap();
    let moved = Partner { address: "[::1]:7".into(), ..partner("FRA", 2) };
    add(&folder, own, moved.clone()).unwrap();
    assert_eq!(read(&folder).unwrap(), [partner("CAN", 1), moved]);
    let said = |result: Result<(), PartnersError>| result.unwrap_err().to_string();
    assert!(
        said(add(&folder, own, partner("FRA", 3))).contains("with another key"),
        "another key under its name"
    );
    assert!(said(add(&folder, own, partner("GBR", 2))).contains("FRA"), "its key under another name");
    assert!(said(add(&folder, own, partner("GBR", 9))).contains("itself"));
    assert_eq!(remove(&folder, &"FRA".parse().unwrap()).unwrap(), 0);
    assert!(remove(&folder, &"FRA".parse().unwrap()).is_err());
    assert_eq!(read(&folder).unwrap(), [partner("CAN", 1)]);
}

#[test]
fn there_are_no_more_partners_than_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let folder = Folder::of(folder.path());
    let own = partner("own", 99).key;
    for number in 0..64 {
        add(&folder, own, partner(&format!("P{number}"), number)).unwrap();
    }
    assert!(matches!(add(&folder, own, partner("P64", 64)), Err(PartnersError::TooMany)));
}

#[test]
fn what_is_no_list_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let folder = Folder::of(folder.path());
    folder.make().unwrap();
    let key = partner("A", 1).key;
    let none = "00".repeat(32);
    for bad in [
        "x".into(),
        "[[partner]]\nname = \"A\"\naddress = \"a:1\"\nkey = \"00\"\n".into(),
        format!("[[partner]]\nname = \"../A\"\naddress = \"a:1\"\nkey = \"{key}\"\n"),
        format!("[[partner]]\nname = \"A\"\naddress = \"a:1\"\nkey = \"{none}\"\n"),
        format!("[[partner]]\nname = \"all\"\naddress = \"a:1\"\nkey = \"{key}\"\n"),
        format!("[[partner]]\nname = \"A\"\naddress = \"a\"\nkey = \"{key}\"\n"),
        format!("[[partner]]\nname = \"A\"\naddress = \"a:1\"\nkey = \"{key}\"\nmore = 1\n"),
        " ".repeat(64 * 1024 + 1),
    ] {
        fs::write(list(&folder), &bad).unwrap();
        assert!(matches!(read(&folder), Err(PartnersError::Form { .. })), "{bad:.80}");
    }
}

#[test]
fn an_address_is_a_host_and_a_port() {
    for good in ["a:1", "carrier.example:65535", "127.0.0.1:7430", "[::1]:7430"] {
        assert!(is_address(good), "{good}");
    }
    for bad in [
        "",
        "a",
        ":1",
        "a:",
        "a:0",
        "a:65536",
        "a:+1",
        "a b:1",
        "a\":1",
        "a\n:1",
        &format!("{}:1", "a".repeat(259)),
    ] {
        assert!(!is_address(bad), "{bad}");
    }
}

/// What is there for this partner.
fn waits(folder: &Folder, partner: &Partner) -> usize {
    outbox::waiting(folder, partner.key).unwrap().len()
}

#[test]
fn what_waited_for_a_forgotten_partner_goes_to_no_other_key_of_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let folder = Folder::of(folder.path());
    let own = partner("own", 9).key;
    let (old, other) = (partner("CAN", 1), partner("CAN", 2));
    add(&folder, own, old.clone()).unwrap();
    let put =
        || outbox::put(&folder, &mut b"for the first alone".as_slice(), std::slice::from_ref(&old)).unwrap();
    put();
    // The list without it, and its outbox there still: as a command leaves it that ended half-way.
    write(&folder, &[]).unwrap();
    add(&folder, own, other.clone()).unwrap();
    assert_eq!(waits(&folder, &other), 0);
    write(&folder, &[]).unwrap();
    add(&folder, own, old.clone()).unwrap();
    assert_eq!(waits(&folder, &old), 0, "it was forgotten: nothing waits for it, either");
    // Where its outbox cannot be removed it stays a partner, and can be forgotten again.
    put();
    let row = outbox::of(&folder, old.key);
    let aside = folder.at("aside");
    fs::rename(&row, &aside).unwrap();
    fs::write(&row, "no folder").unwrap();
    assert!(matches!(remove(&folder, &old.name), Err(PartnersError::Disk { .. })));
    assert_eq!(read(&folder).unwrap(), std::slice::from_ref(&old));
    fs::remove_file(&row).unwrap();
    fs::rename(&aside, &row).unwrap();
    assert_eq!(remove(&folder, &old.name).unwrap(), 1);
    assert!(read(&folder).unwrap().is_empty() && !row.exists());
}

#[test]
fn partners_that_are_added_and_forgotten_at_once_are_neither_lost_nor_there_again() {
    let folder = tempfile::tempdir().unwrap();
    let folder = Folder::of(folder.path());
    let own = partner("own", 99).key;
    for seed in 0..16 {
        add(&folder, own, partner(&format!("P{seed}"), seed)).unwrap();
    }
    std::thread::scope(|scope| {
        for seed in 0..16 {
            let folder = &folder;
            scope.spawn(move || remove(folder, &format!("P{seed}").parse().unwrap()).unwrap());
            scope.spawn(move || add(folder, own, partner(&format!("N{seed}"), seed + 16)).unwrap());
        }
    });
    let mut names: Vec<String> = (0..16).map(|seed| format!("N{seed}")).collect();
    names.sort();
    let there: Vec<String> = read(&folder).unwrap().iter().map(|one| one.name.to_string()).collect();
    assert_eq!(there, names);
}

#[test]
fn a_key_that_is_nobody_s_is_no_partner_s() {
    let name = || "CAN".parse().unwrap();
    for bytes in [[0; 32], [0x44; 32]] {
        let made = Partner::new(name(), "a:1".into(), Pin(bytes));
        assert!(matches!(made, Err(PartnersError::NoKey(_))), "{made:?}");
    }
}

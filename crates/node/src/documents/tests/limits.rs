//! Whose documents are taken, and how many.

use super::*;

#[test]
fn a_member_has_room_for_so_many_documents_and_the_others_none_the_less() {
    let here = tempfile::tempdir().unwrap();
    let mut desk = open(here.path());
    let nodes = nodes();
    for at in 0..MAX_DOCUMENTS_OF_MEMBER {
        add(&mut desk, "CAN", at.to_string().as_bytes()).unwrap();
    }
    let why = add(&mut desk, "CAN", b"one more").unwrap_err().to_string();
    assert!(why.starts_with("CAN has 256 documents already") && why.contains("which to delete"), "{why}");
    add(&mut desk, "CAN", b"0").unwrap();
    desk.has(around(&nodes), seat("GBR"), vec![deposit("CAN", b"one more"), deposit("DEU", b"another")])
        .unwrap();
    let kept = Documents::of(here.path()).deposits();
    assert_eq!(kept.iter().filter(|read| read.as_ref().unwrap().member().as_str() == "CAN").count(), 256);
    assert!(kept.contains(&Ok(deposit("DEU", b"another"))));
}

#[test]
fn a_member_has_room_for_so_many_bytes() {
    let here = tempfile::tempdir().unwrap();
    let mut desk = open(here.path());
    let nodes = nodes();
    let whole = |at: u8| Said { length: MAX_DOCUMENT_BYTES.try_into().unwrap(), ..said("CAN", &[at]) };
    for at in 0..16 {
        let deposits = vec![Deposit::sign(whole(at), &key("CAN")).unwrap()];
        desk.has(around(&nodes), seat("CAN"), deposits).unwrap();
    }
    assert_eq!(Documents::of(here.path()).deposits().len(), 16);
    desk.has(around(&nodes), seat("CAN"), vec![deposit("CAN", b"x")]).unwrap();
    assert_eq!(Documents::of(here.path()).deposits().len(), 16);
    let why = add(&mut desk, "CAN", b"x").unwrap_err().to_string();
    assert!(why.starts_with("with it CAN would have more than 67108864 bytes of documents"), "{why}");
    assert_eq!(open(here.path()).tick(Instant::now()).len(), 0, "nothing is here that could be told");
}

#[test]
fn a_document_has_a_byte_and_no_more_than_four_mebibytes() {
    let here = tempfile::tempdir().unwrap();
    let mut desk = open(here.path());
    for long in [0, MAX_DOCUMENT_BYTES + 1] {
        let why = add(&mut desk, "CAN", &vec![7; long]).unwrap_err().to_string();
        assert_eq!(why, format!("a document has 1 to 4194304 bytes, not {long}"));
        let deposit = Said { length: long.try_into().unwrap(), ..said("CAN", b"a text") };
        let deposit = Deposit::sign(deposit, &key("CAN")).unwrap();
        assert!(desk.has(around(&nodes()), seat("CAN"), vec![deposit]).is_err());
    }
    add(&mut desk, "CAN", &vec![7; MAX_DOCUMENT_BYTES]).unwrap();
    assert_eq!(Documents::of(here.path()).deposits().len(), 1);
}

#[test]
fn nodes_that_agree_deposit_and_no_others() {
    let here = tempfile::tempdir().unwrap();
    let mut desk = open(here.path());
    let nodes = nodes();
    let why = add(&mut desk, "XAA", b"a text").unwrap_err().to_string();
    assert!(why.starts_with("the record names no node of XAA"), "{why}");
    // A stranger's, and one that a node signs for another member.
    let of_another = Said { member: "FRA".parse().unwrap(), ..said("CAN", b"a text") };
    let deposits = vec![deposit("XAA", b"a text"), Deposit::sign(of_another, &key("CAN")).unwrap()];
    desk.has(around(&nodes), seat("CAN"), deposits).unwrap();
    assert!(Documents::of(here.path()).deposits().is_empty());
    // Forged, of another partnership, and too many at once.
    let forged = Deposit::sign(said("FRA", b"a text"), &key("CAN")).unwrap();
    let elsewhere = Said { partnership: PartnershipId([4; 32]), ..said("CAN", b"a text") };
    let elsewhere = Deposit::sign(elsewhere, &key("CAN")).unwrap();
    for wrong in [vec![forged], vec![elsewhere], vec![deposit("CAN", b"a text"); 17]] {
        assert!(desk.has(around(&nodes), seat("CAN"), wrong).is_err());
    }
    assert!(Documents::of(here.path()).deposits().is_empty());
}

#[test]
fn the_first_deposit_of_a_document_stands_until_its_node_is_replaced() {
    let here = tempfile::tempdir().unwrap();
    let mut desk = open(here.path());
    let nodes = nodes();
    let of_old = Said { node: key("old").public(), ..said("CAN", b"a text") };
    let of_old = Deposit::sign(of_old, &key("old")).unwrap();
    let kept = || Documents::of(here.path()).deposits();
    fs::create_dir(here.path().join("documents")).unwrap();
    let path = Documents::of(here.path()).path(of_old.document()).with_extension("deposit");
    fs::write(path, of_old.to_bytes()).unwrap();
    let mut after = open(here.path());
    after.has(around(&nodes), seat("DEU"), vec![deposit("DEU", b"a text")]).unwrap();
    assert_eq!(kept(), [Ok(of_old)]);
    after.has(around(&nodes), seat("CAN"), vec![deposit("CAN", b"a text")]).unwrap();
    assert_eq!(kept(), [Ok(deposit("CAN", b"a text"))]);
    desk.has(around(&nodes), seat("CAN"), vec![]).unwrap();
    assert_eq!(add(&mut after, "DEU", b"a text").unwrap().member().as_str(), "CAN");
}

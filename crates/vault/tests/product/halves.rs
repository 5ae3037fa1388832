//! Originator control and release times: the half of a key that is not in the file.

use quorate_partnership::Moment;
use quorate_vault::product::{
    Control, OpenError, ProductId, Scheme, SchemeError, SecondHalf, Secret, Share, ShareError, Weakness,
};

use crate::office::{Office, open};

fn controlled() -> Office {
    Office { control: Control::Originator, release: Some(Moment(1_900_000_000_000)), ..Office::new() }
}

#[test]
fn without_the_originators_half_nothing_opens() {
    let office = controlled();
    let (file, sealed) = office.seal(b"text").unwrap();
    let second = sealed.second.unwrap();
    let refused = |half| open(&file, &office.archive, half).unwrap_err();
    assert!(matches!(refused(None).0, OpenError::HalfWanted(product) if product == sealed.product));
    let made_up = SecondHalf::of(sealed.product, Secret::of(&[3; 32]));
    assert!(matches!(refused(Some(&made_up)).0, OpenError::WrongHalf));
    let of_another = office.seal(b"text").unwrap().1.second.unwrap();
    assert!(matches!(refused(Some(&of_another)).0, OpenError::WrongHalf));
    let (header, text) = open(&file, &office.archive, Some(&second)).unwrap();
    assert_eq!((text.as_slice(), header.release), (&b"text"[..], office.release));
    // The half alone, with another archive's key, is nothing either.
    let other = crate::office::archive(2, 1);
    assert!(matches!(open(&file, &other, Some(&second)).unwrap_err().0, OpenError::WrongKey));
}

#[test]
fn whether_a_half_is_held_back_shows_to_nobody_outside() {
    let (one, two) = (Office::new().seal(b"text").unwrap().0, controlled().seal(b"text").unwrap().0);
    assert_eq!(one.len(), two.len());
}

#[test]
fn any_two_of_three_release_agents_open_and_one_does_not() {
    let office = controlled();
    let (file, sealed) = office.seal(b"text").unwrap();
    let shares = sealed.second.unwrap().split(Scheme::of(2, 3).unwrap()).unwrap();
    let shares: Vec<Share> = shares.iter().map(|share| Share::from_cbor(&share.to_cbor()).unwrap()).collect();
    for two in [[0, 1], [0, 2], [2, 1]] {
        let half = SecondHalf::combine(&two.map(|at| shares[at].clone())).unwrap();
        assert_eq!(open(&file, &office.archive, Some(&half)).unwrap().1, b"text");
    }
    assert!(SecondHalf::combine(&shares).is_ok_and(|half| open(&file, &office.archive, Some(&half)).is_ok()));
    let refused = |shares: &[Share]| SecondHalf::combine(shares).unwrap_err();
    assert_eq!(refused(&shares[..1]), ShareError::TooFew { needed: 2, given: 1 });
    assert_eq!(refused(&[shares[0].clone(), shares[0].clone()]), ShareError::TooFew { needed: 2, given: 1 });
    assert_eq!(refused(&[]), ShareError::TooFew { needed: 2, given: 0 });
    // One share and a made-up one.
    let made_up =
        SecondHalf::of(sealed.product, Secret::of(&[9; 32])).split(Scheme::of(2, 3).unwrap()).unwrap();
    let half = SecondHalf::combine(&[shares[0].clone(), made_up[1].clone()]).unwrap();
    assert!(matches!(open(&file, &office.archive, Some(&half)).unwrap_err().0, OpenError::WrongHalf));
    let other =
        SecondHalf::of(ProductId([1; 32]), Secret::of(&[9; 32])).split(Scheme::of(2, 3).unwrap()).unwrap();
    assert_eq!(refused(&[shares[0].clone(), other[1].clone()]), ShareError::Mixed);
}

#[test]
fn a_scheme_says_what_it_does_not_withstand() {
    assert_eq!(Scheme::of(1, 2), Err(SchemeError::OneOpens));
    assert_eq!(Scheme::of(3, 2), Err(SchemeError::TooFew(3, 2)));
    assert_eq!(Scheme::of(2, 65), Err(SchemeError::TooMany));
    // Two agents: both open early, and either stalls.
    assert_eq!(Scheme::of(2, 2).unwrap().weaknesses(), [Weakness::Early(2), Weakness::Stalls(1)]);
    assert_eq!(Scheme::of(3, 5).unwrap().weaknesses(), [Weakness::Early(3), Weakness::Stalls(3)]);
    let told = Scheme::of(2, 2).unwrap().weaknesses().map(|weakness| weakness.to_string());
    assert!(told[1].contains("one release agent that is away or refuses holds it up for ever"));
}

#[test]
fn no_secret_is_printed() {
    let (_, sealed) = controlled().seal(b"text").unwrap();
    let second = sealed.second.clone().unwrap();
    let share = second.split(Scheme::of(2, 2).unwrap()).unwrap().remove(0);
    let shown = format!("{sealed:?} {second:?} {share:?} {:?}", Office::new().archive);
    let digits: String = second.secret().expose().iter().map(|byte| format!("{byte:02x}")).collect();
    let listed = format!("{:?}", second.secret().expose());
    assert!(!shown.contains(&digits) && !shown.contains(listed.trim_matches(['[', ']'])), "{shown}");
}

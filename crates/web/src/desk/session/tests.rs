use super::*;

#[test]
fn what_is_signed_to_sign_in_is_for_one_partnership_address_and_challenge() {
    let said =
        |id: u8, challenge: u8, origin: &str| to_sign(&PartnershipId([id; 32]), &[challenge; 32], origin);
    let all =
        [said(1, 1, "http://a"), said(2, 1, "http://a"), said(1, 2, "http://a"), said(1, 1, "http://b")];
    for (at, one) in all.iter().enumerate() {
        assert!(all.iter().enumerate().all(|(other, two)| other == at || one != two));
    }
}

#[test]
fn a_cookie_is_found_among_others_and_none_is_nobody() {
    let mut headers = HeaderMap::new();
    assert!(secret(&headers).is_none());
    headers.insert(header::COOKIE, "a=b; quorate-session=abc; c=d".parse().unwrap());
    assert_eq!(secret(&headers), Some("abc"));
    assert!(of_cookie(&Sessions::default(), &headers).is_none());
    assert!(cookie("x", "https://a").contains("Secure") && !cookie("x", "http://a").contains("Secure"));
}

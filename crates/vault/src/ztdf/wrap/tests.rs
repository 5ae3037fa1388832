//! Keys of services, and what is none.

use super::*;

/// Public keys whose private ones nobody kept.
const SHORT: &str = concat!(
    "-----BEGIN PUBLIC KEY-----\n",
    "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDGrpfqXlVM6bH6V1/xFMtki0oB\n",
    "nMODcB+ouLzpYhF+tdVXHYZ0v3iVwj3FHlHaeryb2ihvBBrzPPjWdW2ROcSpvddF\n",
    "sWBgMysDWquaS7TxWLKxuOGV2QyyEX8enpogjHCYHPwBklINN9hqgnMpmdGZiAQu\n",
    "5W0eGNfTJJPbBbY8xQIDAQAB\n",
    "-----END PUBLIC KEY-----\n",
);
const LONG: &str = concat!(
    "-----BEGIN PUBLIC KEY-----\n",
    "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAtaKKf1jzD/df3LhDirqY\n",
    "gmhGt2JGVMkpl0DMhy5oTZb9qDrrtBR5pWuWrxP46Xzo9Pnp5ce1SR3YAZC+KVC4\n",
    "s5y3PpoKmVy/HCq28vJ036Y21VE6zj+isobdXkXCIwFldUJP3gEX9QG/8bDd3LUE\n",
    "FL2asYuXYdKfAB/zWkKnl+4ink296Fm1QzH5y/aMTUuHBs9r2YNYe5IZL35SdQ90\n",
    "sIQfnVHYcq9xYdt/B8hsEbpUCEzejLPC+1/n22he31+BPIB8ZebAo46vlhKJOmPH\n",
    "/pb0pVdqhch/fPnbYr2z05PBa50EEmoGRExk8ryxlcbB/5rfaZBE2T2Cpsl/7rgS\n",
    "KwIDAQAB\n",
    "-----END PUBLIC KEY-----\n",
);
const CURVE: &str = concat!(
    "-----BEGIN PUBLIC KEY-----\n",
    "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpZP40Li\n",
    "/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==\n",
    "-----END PUBLIC KEY-----\n",
);

#[test]
fn keys_of_services_are_read_and_others_are_refused() {
    let secret = Secret::of(&[7; 32]);
    let curve = KasKey::from_pem(CURVE).unwrap();
    let (one, two) = (curve.wrap(&secret).unwrap(), curve.wrap(&secret).unwrap());
    assert_eq!((one.kind, Base64::decode_vec(&one.key).unwrap().len()), ("ec-wrapped", 60));
    assert!(one.key != two.key && one.ephemeral != two.ephemeral);
    let rsa = KasKey::from_pem(LONG).unwrap().wrap(&secret).unwrap();
    assert_eq!(
        (rsa.kind, Base64::decode_vec(&rsa.key).unwrap().len(), rsa.ephemeral),
        ("wrapped", 256, None)
    );
    // A key of 1024 bits, a point off the curve, text around it, another kind, and nothing.
    assert!(matches!(KasKey::from_pem(SHORT), Err(ZtdfError::Key)));
    let off = KasKey::from_pem(&CURVE.replace("R9Q==", "R9A==")).unwrap();
    assert!(matches!(off.wrap(&secret), Err(ZtdfError::Key)));
    let private = CURVE.replace("PUBLIC", "PRIVATE");
    for wrong in
        [format!("x{CURVE}"), format!("{CURVE}{LONG}"), private, CURVE.replace("MFk", "MFo"), String::new()]
    {
        assert!(matches!(KasKey::from_pem(&wrong), Err(ZtdfError::Key)), "{wrong}");
    }
}

//! Who is at the other end: TLS 1.3 with raw public keys (RFC 7250), which are the members' node keys.

use std::io;
use std::sync::Arc;

use quorate_partnership::{PartnershipId, PublicKey};
use rustls::client::AlwaysResolvesClientRawPublicKeys;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, WebPkiSupportedAlgorithms, ring, verify_tls13_signature_with_raw_key};
use rustls::pki_types::{CertificateDer, ServerName, SubjectPublicKeyInfoDer, UnixTime};
use rustls::server::AlwaysResolvesServerRawPublicKeys;
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::sign::CertifiedKey;
use rustls::version::TLS13;
use rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, DistinguishedName, Error, PeerIncompatible,
    ServerConfig, SignatureScheme,
};

use super::signs::Signs;
use super::state::States;
use super::{Seats, state};
use crate::engine::Seat;
use crate::keys::Signer;

/// What stands before an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410, section 4).
const PUBLIC_HEAD: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

/// The node's key in the form that TLS has for keys without certificates.
pub(super) fn public_form(seat: Seat) -> Vec<u8> {
    [PUBLIC_HEAD.as_slice(), &seat.0.0].concat()
}

/// A key as it is shown, and what signs for it.
pub(super) fn shown(seat: Seat, signer: &Arc<dyn Signer>) -> CertifiedKey {
    let form = CertificateDer::from(public_form(seat));
    CertifiedKey::new(vec![form], Arc::new(Signs::new(Arc::clone(signer))))
}

/// The node whose key this is.
pub(super) fn seat_of(form: &CertificateDer<'_>) -> Option<Seat> {
    let key = form.as_ref().strip_prefix(&PUBLIC_HEAD)?;
    Some(Seat(PublicKey(key.try_into().ok()?)))
}

/// What is said of a node that speaks of another partnership.
pub(super) const ELSEWHERE: &str = "it is of another partnership";

/// Both ends speak of the same partnership.
pub(super) fn agreed_on(protocol: Option<&[u8]>, identity: &Identity) -> io::Result<()> {
    match protocol {
        Some(protocol) if protocol == identity.protocol => Ok(()),
        _ => Err(io::Error::new(io::ErrorKind::PermissionDenied, ELSEWHERE)),
    }
}

/// Who this node is, and whom it knows.
#[derive(Clone)]
pub(super) struct Identity {
    key: Arc<CertifiedKey>,
    protocol: Vec<u8>,
    provider: Arc<CryptoProvider>,
    seats: Seats,
    server: Arc<ServerConfig>,
}

impl Identity {
    pub(super) fn new(
        key: &Arc<dyn Signer>,
        partnership: PartnershipId,
        seats: &Seats,
        states: &States,
    ) -> Result<Identity, Error> {
        let provider = Arc::new(ring::default_provider());
        let key = Arc::new(shown(Seat(key.public()), key));
        let id = partnership.to_string();
        let protocol = format!("quorate/1/{}", id.get(..16).unwrap_or(&id)).into_bytes();
        let algorithms = provider.signature_verification_algorithms;
        let known = Known { seats: Arc::clone(seats), whom: Whom::Any(states.clone()), algorithms };
        let mut server = ServerConfig::builder_with_provider(Arc::clone(&provider))
            .with_protocol_versions(&[&TLS13])?
            .with_client_cert_verifier(Arc::new(known))
            .with_cert_resolver(Arc::new(AlwaysResolvesServerRawPublicKeys::new(Arc::clone(&key))));
        server.alpn_protocols = vec![protocol.clone()];
        server.send_tls13_tickets = 0;
        Ok(Identity { key, protocol, provider, seats: Arc::clone(seats), server: Arc::new(server) })
    }

    pub(super) fn server(&self) -> Arc<ServerConfig> {
        Arc::clone(&self.server)
    }

    /// How this node dials another: only that one may answer.
    pub(super) fn towards(&self, seat: Seat) -> Result<ClientConfig, Error> {
        let algorithms = self.provider.signature_verification_algorithms;
        let known = Known { seats: Arc::clone(&self.seats), whom: Whom::Only(seat), algorithms };
        let mut client = ClientConfig::builder_with_provider(Arc::clone(&self.provider))
            .with_protocol_versions(&[&TLS13])?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(known))
            .with_client_cert_resolver(Arc::new(AlwaysResolvesClientRawPublicKeys::new(Arc::clone(
                &self.key,
            ))));
        client.alpn_protocols = vec![self.protocol.clone()];
        client.enable_sni = false;
        client.resumption = rustls::client::Resumption::disabled();
        Ok(client)
    }

    /// Whether this is one of the other nodes.
    pub(super) fn knows(&self, seat: Seat) -> bool {
        state::read(&self.seats).contains_key(&seat)
    }
}

/// Who may be at the other end.
enum Whom {
    /// The one that is dialled.
    Only(Seat),
    /// Any of the other nodes; whom else a key is said to be is kept there.
    Any(States),
}

/// Knows the other nodes by their keys.
struct Known {
    seats: Seats,
    whom: Whom,
    algorithms: WebPkiSupportedAlgorithms,
}

impl std::fmt::Debug for Known {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the other nodes")
    }
}

impl Known {
    fn check(&self, form: &CertificateDer<'_>) -> Result<(), Error> {
        let strange = Error::InvalidCertificate(CertificateError::ApplicationVerificationFailure);
        let seat = seat_of(form).ok_or(strange.clone())?;
        match &self.whom {
            Whom::Only(only) if seat == *only => Ok(()),
            Whom::Any(_) if state::read(&self.seats).contains_key(&seat) => Ok(()),
            Whom::Only(_) => Err(strange),
            Whom::Any(states) => {
                states.is_shown(seat);
                Err(strange)
            }
        }
    }

    fn signature(
        &self,
        message: &[u8],
        form: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let key = SubjectPublicKeyInfoDer::from(form.as_ref());
        verify_tls13_signature_with_raw_key(message, &key, signed, &self.algorithms)
    }
}

fn only_tls13<T>() -> Result<T, Error> {
    Err(Error::PeerIncompatible(PeerIncompatible::Tls12NotOffered))
}

impl ServerCertVerifier for Known {
    fn verify_server_cert(
        &self,
        form: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        self.check(form).map(|()| ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        only_tls13()
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        form: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.signature(message, form, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        vec![SignatureScheme::ED25519]
    }

    fn requires_raw_public_keys(&self) -> bool {
        true
    }
}

impl ClientCertVerifier for Known {
    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &[]
    }

    fn verify_client_cert(
        &self,
        form: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        self.check(form).map(|()| ClientCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        only_tls13()
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        form: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.signature(message, form, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        vec![SignatureScheme::ED25519]
    }

    fn requires_raw_public_keys(&self) -> bool {
        true
    }
}

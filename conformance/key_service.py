"""A key access service of OpenTDF for one test: it gives a key to whoever has a token, if the policy is bound to it."""
import base64
import gzip
import hashlib
import hmac
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import jwt
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from otdf_python_proto.kas import kas_pb2

OAEP = padding.OAEP(padding.MGF1(hashes.SHA1()), hashes.SHA1(), None)


def public_pem(key):
    form = (serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return key.public_key().public_bytes(*form).decode()


def private_pem(key):
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return key.private_bytes(*form).decode()


class Kas:
    def __init__(self):
        self.rsa = rsa.generate_private_key(65537, 2048)
        self.curve = ec.generate_private_key(ec.SECP256R1())
        self.given = 0
        kas = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def send(self, kind, body):
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_GET(self):
                self.send("application/json", json.dumps({
                    "idp": {"token_endpoint": f"{kas.address}/token", "issuer": kas.address},
                    "token_endpoint": f"{kas.address}/token", "platform_issuer": kas.address}).encode())

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"] or 0))
                if self.headers.get("Content-Encoding") == "gzip":
                    body = gzip.decompress(body)
                if self.path.endswith("/Rewrap"):
                    try:
                        self.send("application/proto", kas.rewrap(body))
                    except Exception as error:
                        self.send_error(403, str(error))
                else:
                    token = jwt.encode({"sub": "reader", "exp": 4_000_000_000}, "0" * 64, "HS256")
                    self.send("application/json", json.dumps({"access_token": token, "token_type": "Bearer"}).encode())

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        Thread(target=self.server.serve_forever, daemon=True).start()

    def unwrap(self, access):
        wrapped = base64.b64decode(access["wrappedKey"])
        if access["type"] == "wrapped":
            return self.rsa.decrypt(wrapped, OAEP)
        assert access["type"] == "ec-wrapped", access["type"]
        theirs = serialization.load_pem_public_key(access["ephemeralPublicKey"].encode())
        shared = self.curve.exchange(ec.ECDH(), theirs)
        key = HKDF(hashes.SHA256(), 32, hashlib.sha256(b"TDF").digest(), b"").derive(shared)
        return AESGCM(key).decrypt(wrapped[:12], wrapped[12:], None)

    def bound(self, key, access, policy):
        """The released programs write the digits of the hash in base64."""
        mac = hmac.new(key, policy.encode(), hashlib.sha256).hexdigest()
        assert access["policyBinding"] == {"alg": "HS256", "hash": base64.b64encode(mac.encode()).decode()}, "the policy"

    def rewrap(self, body):
        request = kas_pb2.RewrapRequest.FromString(body)
        said = jwt.decode(request.signed_request_token, options={"verify_signature": False})["requestBody"]
        said = json.loads(said) if isinstance(said, str) else said
        item = said["requests"][0]
        access = item["keyAccessObjects"][0]["keyAccessObject"]
        key = self.unwrap(access)
        self.bound(key, access, item["policy"]["body"])
        client = serialization.load_pem_public_key(said["clientPublicKey"].encode())
        self.given += 1
        answer = kas_pb2.RewrapResponse()
        result = answer.responses.add(policy_id="policy").results.add(key_access_object_id="kao-0", status="permit")
        result.kas_wrapped_key = client.encrypt(key, OAEP)
        return answer.SerializeToString()

"""An OpenID provider as ministries run one: Django OAuth Toolkit, in memory, with one person, at an address of this machine.

python3 openid_provider.py PORT CLIENT SECRET BACK...

It prints what it calls the person in tokens, once it can be asked. It takes no code without PKCE.
"""
import logging
import sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings
from django.http import HttpResponse
from django.urls import include, path

PERSON, PASSWORD = "ada", "of-this-test-alone"


def key():
    made = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return made.private_bytes(*form).decode()


def configure(port):
    settings.configure(
        SECRET_KEY="of-this-test-alone",
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF=__name__,
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "file:openid?mode=memory&cache=shared"}},
        INSTALLED_APPS=[
            "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "oauth2_provider",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
        SESSION_COOKIE_NAME="provider",
        LOGIN_URL="/login",
        USE_TZ=True,
        OAUTH2_PROVIDER={
            "OIDC_ENABLED": True,
            "OIDC_ISS_ENDPOINT": f"http://127.0.0.1:{port}/o",
            "OIDC_RSA_PRIVATE_KEY": key(),
            "PKCE_REQUIRED": True,
            "SCOPES": {"openid": "who it is", "email": "its address"},
        },
    )


def login(request):
    """Where a person signs in at its ministry: by one name and word, without a page."""
    from django.contrib.auth import authenticate
    from django.contrib.auth import login as begin

    user = authenticate(request, username=request.GET.get("name"), password=request.GET.get("word"))
    if user is None:
        return HttpResponse("who is it?", status=401)
    begin(request, user)
    return HttpResponse("signed in")


urlpatterns = [path("login", login)]


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *_):
        pass


def main(port, client, secret, *back):
    configure(port)
    django.setup()
    logging.getLogger("django.request").setLevel(logging.ERROR)
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.core.wsgi import get_wsgi_application
    from oauth2_provider.models import Application

    urlpatterns.append(path("o/", include("oauth2_provider.urls")))
    call_command("migrate", verbosity=0)
    person = User.objects.create_user(PERSON, "ada@ministry.example", PASSWORD)
    Application.objects.create(
        client_id=client,
        client_secret=secret,
        name="quorate",
        client_type="confidential" if secret else "public",
        authorization_grant_type="authorization-code",
        redirect_uris=" ".join(back),
        algorithm="RS256",
        skip_authorization=True,
    )
    served = make_server("127.0.0.1", int(port), get_wsgi_application(), Server, Quiet)
    print(person.pk, flush=True)
    served.serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])

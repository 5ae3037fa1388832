#!/usr/bin/env python3
"""Signs in at the pages of a played story by Django OAuth Toolkit, a provider that others wrote.

python3 openid.py QUORATE FOLDER
"""
import http.cookiejar
import json
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from openid_provider import PASSWORD, PERSON

HERE = Path(__file__).resolve().parent
STORIES = HERE.parent / "stories"
CLIENT, SECRET = "quorate-can", "between-the-ministry-and-its-node"


def run(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, words))}: {done.stdout}{done.stderr}")
    return done.stdout


def free():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


class Browser:
    """Keeps cookies and follows where it is led, as browsers do; it tells apart by name alone, as ports share a host."""

    def __init__(self):
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))

    def get(self, address):
        try:
            with self.opener.open(address, timeout=30) as answer:
                return answer.status, answer.url, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.url, error.read().decode()


def write(folder, port, person, key, secret):
    said = [f'issuer = "http://127.0.0.1:{port}/o"', f'client-id = "{CLIENT}"']
    if secret:
        (folder / "openid.secret").write_text(secret + "\n")
        said.append('client-secret-file = "openid.secret"')
    said += ["[[person]]", f'is = "{person}"', 'post = "CAN/representative"', f'key = "{key}"']
    written = folder / "openid.toml"
    written.write_text("\n".join(said) + "\n")
    return written


def expect(what, holds):
    print(("good" if holds else "BAD ") + f"  {what}")
    return holds


def visit(address, provider):
    """Everything that a person of the ministry sees, and what somebody sees who is none."""
    browser, stranger = Browser(), Browser()
    status, url, page = browser.get(f"{address}/en/sign-in")
    good = expect("the page to sign in at leads to the provider", status == 200 and "/en/sign-in/openid" in page)
    status, url, page = browser.get(f"{address}/en/sign-in/openid")
    good &= expect("who is not known there is asked who it is", status == 401 and url.startswith(f"{provider}/login"))
    word = urllib.parse.urlencode({"name": PERSON, "word": PASSWORD})
    browser.get(f"{provider}/login?{word}")
    for language, led in (("en", "today"), ("fr", "today")):
        status, url, page = browser.get(f"{address}/{language}/sign-in/openid")
        good &= expect(f"who is known is signed in ({language})", (status, url) == (200, f"{address}/{language}/{led}"))
        good &= expect(f"and is who the table says ({language})", "CAN/representative" in page)
    status, _, page = browser.get(f"{address}/en/representatives/sessions")
    good &= expect("the delegation sees by what way", status == 200 and "ministry" in page)
    status, _, page = stranger.get(f"{address}/en/sign-in/openid/answer?code=x&state=x")
    good &= expect("an answer that nobody waits for is refused", status == 403 and "did not begin" in page)
    _, _, page = stranger.get(f"{address}/en/today")
    return browser, good & expect("nobody else is signed in by that", "/en/sign-out" not in page)


def begin(words):
    pages = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    assert pages.stdout.readline(), "the pages did not begin"
    return pages


def end(process):
    process.kill()
    process.wait()


def with_provider(quorate, folder, played, key, secret):
    port, pages_port = free(), free()
    provider, address = f"http://127.0.0.1:{port}", f"http://127.0.0.1:{pages_port}"
    back = [f"{address}/{language}/sign-in/openid/answer" for language in ("en", "fr")]
    asked = [sys.executable, HERE / "openid_provider.py", str(port), CLIENT, secret, *back]
    other = subprocess.Popen(asked, stdout=subprocess.PIPE, text=True)
    pages = None
    try:
        written = write(folder, port, other.stdout.readline().strip(), key, secret)
        # Only who is signed in reads, as where others reach.
        words = [quorate, "pages", "--dir", played, "--listen", f"127.0.0.1:{pages_port}", "--origin", address]
        pages = begin([*words, "--openid", written])
        browser, good = visit(address, provider)
        end(pages)
        end(other)
        pages = begin([*words, "--openid", written])
        _, _, page = browser.get(f"{address}/en/decisions")
        good &= expect("who is signed in stays so when the pages are killed and begin again", "/en/sign-out" in page)
        status, _, _ = Browser().get(f"{address}/en/sign-in")
        good &= expect("the page to sign in at stands without the provider", status == 200)
        status, _, page = Browser().get(f"{address}/en/sign-in/openid")
        return good & expect("a provider that is away is said to be", status == 502 and "could not be asked" in page)
    finally:
        for process in filter(None, (pages, other)):
            end(process)


def main(quorate, folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    played = folder / "played"
    run(quorate, "play", STORIES / "founding.story", "--dir", played)
    rows = json.loads(run(quorate, "record", "credentials", "--format", "json", "--dir", played))
    rows = rows["rows"] if isinstance(rows, dict) else rows
    held = next(row for row in rows if (row["member"], row["office"]) == ("CAN", "representative"))
    good = True
    for secret in (SECRET, ""):
        print("with a secret" if secret else "a public client, PKCE alone")
        good &= with_provider(quorate, folder, played, held["key"], secret)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())

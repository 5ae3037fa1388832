"""Two members with agents in a compartment, as the checks at the vault's borders need them."""
import json
import shutil
import subprocess
import sys
from pathlib import Path


class Office:
    """A folder in which Canada and France share a compartment."""

    def __init__(self, quorate, folder):
        self.quorate, self.folder = str(Path(quorate).resolve()), Path(folder)
        shutil.rmtree(folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.run("demo", "--alone", "--dir", "D")
        kept = "".join(f'[agreement.kept.{code}]\nRESTRICTED = "RESTRICTED"\nSECRET = "SECRET"\n' for code in ("CAN", "FRA"))
        self.write("agreements.toml", f'[[agreement]]\nbetween = ["CAN", "FRA"]\ndocument = "{"3d" * 32}"\n{kept}')
        self.write("pass", "correct horse battery\n")
        for member in ("CAN", "FRA"):
            self.act(member, "compartment", "enrol", "--as", f"{member}/representative")
            self.act(member, "product", "agree", "agreements.toml")
        self.act("CAN", "compartment", "create", "Watch")
        self.act("FRA", "compartment", "card", "--out", "card")
        self.act("CAN", "compartment", "invite", "Watch", "card", "--out", "in")
        self.act("FRA", "compartment", "join", "Watch", "in")

    def path(self, name):
        return self.folder / name

    def write(self, name, text):
        self.path(name).write_text(text if isinstance(text, str) else json.dumps(text))

    def command(self, *words):
        return [self.quorate, *map(str, words)]

    def run(self, *words):
        done = subprocess.run(self.command(*words), cwd=self.folder, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{' '.join(map(str, words))}: {done.stdout}{done.stderr}")
        return done.stdout

    def act(self, agent, *words):
        return self.run(*words, "--agent", agent, "--dir", "D", "--passphrase-file", "pass")

    def share(self, by, file, title, level, out):
        """Shares a file, as a product in the folder P, and lets the other take its notice in."""
        self.path("P").mkdir(exist_ok=True)
        self.run("product", "mark", "--policy", "EXERCISE", "--level", level, "--to", "CAN,FRA", "--out", f"{out}.json")
        self.act(by, "product", "share", file, "--in", "Watch", "--title", title, "--marking", f"{out}.json",
                 "--out", f"P/{out}.sealed", "--notice", f"{out}.notice")
        self.act("FRA" if by == "CAN" else "CAN", "compartment", "accept", f"{out}.notice")

#!/usr/bin/env python3
"""Lets the library icalendar read the calendar of a delegation's pages, and compares what it read with the register of decisions.

python3 read_calendar.py QUORATE FOLDER
"""
import json
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path

import icalendar

FOUNDING = Path(__file__).parent.parent / "stories" / "founding.story"


def run(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, words))}: {done.stderr}")
    return done.stdout


def main(quorate, folder):
    shutil.rmtree(folder, ignore_errors=True)
    run(quorate, "play", FOUNDING, "--dir", folder)
    title = 'Un appel; « à tous », ' + "très long " * 9 + "!"
    run(quorate, "decision", "table", title, "--call", "1000000.00", "--dir", folder, "--as", "GBR/representative")
    decisions = json.loads(run(quorate, "record", "decisions", "--format", "json", "--dir", folder))["rows"]
    number = max(row["decision"] for row in decisions)
    run(quorate, "decision", "open", str(number), "--dir", folder, "--as", "GBR/representative")
    decisions = json.loads(run(quorate, "record", "decisions", "--format", "json", "--dir", folder))["rows"]
    closes = next(row["closes"] for row in decisions if row["decision"] == number)
    pages = subprocess.Popen([quorate, "pages", "--dir", str(folder)], stdout=subprocess.PIPE, text=True)
    try:
        address = pages.stdout.readline().split()[0]
        read = 0
        for language in ("en", "fr"):
            with urllib.request.urlopen(f"{address}{language}/today.ics") as answer:
                assert answer.headers["content-type"] == "text/calendar; charset=utf-8", answer.headers
                text = answer.read()
            assert all(len(line) <= 75 for line in text.split(b"\r\n")), "a line is too long"
            calendar = icalendar.Calendar.from_ical(text)
            assert not calendar.errors, calendar.errors
            events = [event for event in calendar.walk("VEVENT")]
            own = [event for event in events if str(event["UID"]).startswith(f"decisions-{number}@")]
            assert len(own) == 1 and not own[0].errors, [str(event["UID"]) for event in events]
            # French sets no line to begin with a mark: a space before one is of the kind that does not break.
            summary = str(own[0]["SUMMARY"]).replace("\u00a0", " ")
            assert title in summary, summary
            assert own[0].decoded("DTSTART").strftime("%Y-%m-%dT%H:%M") == closes[:16], (own[0]["DTSTART"].dt, closes)
            assert own[0].decoded("DTSTART").utcoffset().total_seconds() == 0
            read += len(events)
        print(f"{read} deadlines read by icalendar {icalendar.__version__}")
    finally:
        pages.terminate()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))

#!/usr/bin/env python3
"""Lets taxii2-client read what `quorate product taxii` serves, as three readers, and stix2-validator judge all of it.

    taxii.py QUORATE FOLDER
"""
import json
import subprocess
import sys
from itertools import chain

import requests
from stix2validator import ValidationOptions, validate_string
from taxii2client.v21 import ApiRoot, Collection, Server, as_pages

from office import Office

RED = "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1"
GREEN = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb"
UNKNOWN = "marking-definition--00000000-17d4-4cbf-938f-98ee46b3cd3f"
DAY = "2027-01-{:02}T00:00:00.000Z"


def named(kind, number):
    return f"{kind}--{number:08x}-17d4-4cbf-938f-98ee46b3cd3f"


def thing(kind, number, day=1, **more):
    return {"type": kind, "spec_version": "2.1", "id": named(kind, number), "created": DAY.format(1),
            "modified": DAY.format(day), **more}


def bundle(number, objects):
    return {"type": "bundle", "id": named("bundle", number), "objects": objects}


def malware(number, day=1, **more):
    return thing("malware", number, day, name=f"family {number}", is_family=True, malware_types=["trojan"], **more)


def related(number, source, target, **more):
    return thing("relationship", number, relationship_type="uses", source_ref=source, target_ref=target, **more)


def actor(number, **more):
    return thing("threat-actor", number, name=f"actor {number}", threat_actor_types=["spy"], **more)


OPEN = bundle(1, [
    actor(1, object_marking_refs=[GREEN]),
    malware(2), malware(2, day=2), malware(2, day=3, object_marking_refs=[RED]),
    malware(3, object_marking_refs=[RED]),
    malware(4, object_marking_refs=[UNKNOWN]),
    malware(5, granular_markings=[{"selectors": ["name"], "marking_ref": RED}]),
    related(6, named("threat-actor", 1), named("malware", 2)),
    related(7, named("threat-actor", 1), named("malware", 3)),
    related(8, named("threat-actor", 1), named("malware", 21)),
    thing("report", 9, name="all of it", published=DAY.format(1), report_types=["malware"],
          object_refs=[named("malware", 2), named("malware", 3)]),
    *(malware(number) for number in range(100, 130)),
])
SECRET = bundle(2, [malware(20), malware(21)])
# What each reader is to see of malware, actors, relationships and reports, by number; versions apart.
LOTS = set(range(100, 130))
LOW = {1, 2, 6} | LOTS
HIGH = LOW | {8, 20, 21}
RED_TOO = HIGH | {3, 5, 7, 9}


def numbers(objects):
    return {int(one["id"].split("--")[1][:8], 16) for one in objects}


def readers(office):
    def reader(name, member, cleared, holds):
        return (f'[[reader]]\nname = "{name}"\nmember = "{member}"\ncleared = "{cleared}"\nholds = {json.dumps(holds)}\n'
                f'compartments = ["Watch"]\ntoken-file = "{name}.token"\n')
    office.write("readers.toml", reader("low", "CAN", "RESTRICTED", []) + reader("high", "CAN", "SECRET", [])
                 + reader("red", "FRA", "SECRET", ["TLP=RED"]) + reader("none", "CAN", "UNCLASSIFIED", ["TLP=RED"]))


def valid(objects):
    """Each version by itself, for a bundle is judged with one version of each."""
    for one in objects:
        text = json.dumps({"type": "bundle", "id": named("bundle", 99), "objects": [one]})
        judged = validate_string(text, ValidationOptions(version="2.1"))
        assert judged.is_valid, (one, [str(error) for error in judged.errors])


def read(address, office, name, expected):
    password = office.path(f"{name}.token").read_text().strip()
    login = {"user": name, "password": password}
    server = Server(f"{address}/taxii2/", **login)
    assert server.default.url == f"{address}/quorate/", server.default.url
    root = server.api_roots[0]
    assert root.versions == ["application/taxii+json;version=2.1"]
    [collection] = root.collections
    assert (collection.title, collection.can_read, collection.can_write) == ("Watch", True, False)
    collection = Collection(f"{address}/quorate/collections/{collection.id}/", **login)
    everything = collection.get_objects().get("objects", [])
    assert numbers(everything) == expected, (name, numbers(everything) ^ expected)
    pages = list(as_pages(collection.get_objects, per_request=7))
    assert numbers(chain.from_iterable(page.get("objects", []) for page in pages)) == expected
    assert len(pages) == max(1, -(-len(expected) // 7)), (name, len(pages), len(expected))
    manifest = collection.get_manifest().get("objects", [])
    assert numbers(manifest) == expected
    valid(collection.get_objects(version="all").get("objects", []))
    if not expected:
        return collection, password
    last = max(one["date_added"] for one in manifest)
    first = min(one["date_added"] for one in manifest)
    later = numbers(collection.get_objects(added_after=first).get("objects", []))
    assert later == ({20, 21} & expected), later
    assert not collection.get_objects(added_after=last).get("objects", [])
    assert numbers(collection.get_objects(type="threat-actor")["objects"]) == {1}
    days = collection.object_versions(named("malware", 2))["versions"]
    assert days == [DAY.format(day) for day in ((1, 2, 3) if name == "red" else (1, 2))], days
    newest = collection.get_object(named("malware", 2))["objects"]
    assert [one["modified"] for one in newest] == days[-1:]
    return collection, password


def refused(address, collection, password):
    """What is not seen, and what is not there, are answered alike; and nothing is answered to nobody."""
    accept = {"Accept": "application/taxii+json;version=2.1", "Authorization": f"Bearer {password}"}
    hidden = requests.get(f"{collection.objects_url}{named('malware', 3)}/", headers=accept)
    nowhere = requests.get(f"{collection.objects_url}{named('malware', 77)}/", headers=accept)
    assert (hidden.status_code, hidden.content) == (nowhere.status_code, nowhere.content) == (404, nowhere.content)
    assert sorted(hidden.headers) == sorted(nowhere.headers)
    post = requests.post(collection.objects_url, headers=accept, json={"objects": []})
    assert post.status_code == 403, post.status_code
    for path in ("/taxii2/", "/quorate/", f"/quorate/collections/{collection.id}/", "/other"):
        for headers in ({}, {"Authorization": "Bearer " + "0" * 64}):
            nobody = requests.get(address + path, headers=headers)
            assert nobody.status_code == 401 and "Basic" in nobody.headers["WWW-Authenticate"], nobody.headers
            assert nobody.json() == {"http_status": "401", "title": "Say who you are"}
    assert ApiRoot(f"{address}/quorate/", user="low", password=password).title == "Quorate"


def serve(office, products):
    words = ["product", "taxii", products, "--readers", "readers.toml", "--agent", "CAN", "--dir", "D", "--passphrase-file", "pass"]
    server = subprocess.Popen(office.command(*words), cwd=office.folder, stdout=subprocess.PIPE, text=True)
    for line in server.stdout:
        if line.startswith("http://"):
            return server, line.split("/taxii2/")[0]
    sys.exit("nothing is served")


def main(quorate, folder):
    office = Office(quorate, folder)
    for number, (lot, level) in enumerate([(OPEN, "RESTRICTED"), (SECRET, "SECRET")]):
        office.write(f"bundle{number}.json", lot)
        office.share("FRA", f"bundle{number}.json", f"Lot {number}", level, f"lot{number}")
    office.write("text.txt", "No bundle.\n")
    office.share("FRA", "text.txt", "A text", "RESTRICTED", "text")
    readers(office)
    # What comes to the server later was added later, also where it was sealed before.
    first, _ = serve(office, "P/lot0.sealed")
    first.terminate()
    first.wait()
    server, address = serve(office, "P")
    try:
        collection, password = read(address, office, "low", LOW)
        refused(address, collection, password)
        for name, expected in (("high", HIGH), ("red", RED_TOO), ("none", set())):
            read(address, office, name, expected)
        print(f"taxii2-client read {len(LOW)}, {len(HIGH)}, {len(RED_TOO)} and 0 objects as four readers; all are valid STIX")
    finally:
        server.terminate()
    office.act("CAN", "product", "stix", "P/text.sealed", "--out", "report.json")
    judged = validate_string(office.path("report.json").read_text(), ValidationOptions(version="2.1"))
    assert judged.is_valid, [str(error) for error in judged.errors]
    print("stix2-validator takes the report of a product's header")


if __name__ == "__main__":
    main(*sys.argv[1:])

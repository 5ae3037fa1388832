"""Judges a record file by docs/formats.md, from its bytes alone; not made from the code that writes it.

It counts the votes again, and the numbers of the verdict that are numbers of members. It does not read the charter, so
it does not know the weights, nor that the rule in the verdict is the one in force at the opening.
"""
from checkpoint import Checkpoint, check, founding, goes_on_from, history, leads_to, signers
from consistency import are_changes
from recount import count
from signed import canonical, command, need

MEMBERS, DECISIONS, FUND, CASES = range(4)


@check("form")
def form(data):
    need(len(data) <= 16 * 1024 * 1024, "too long")
    file = canonical(data)
    need(isinstance(file, list) and len(file) == 7 and type(file[0]) is int and file[0] == 2, "not a record file")
    _, genesis, changes, note, decision, items, commands = file
    need(type(genesis) is bytes and type(note) is str and type(decision) is int, "a part of another type")
    need(0 <= decision < 2**32, "not a number of a decision")
    need(len(items) <= 16 * 1024 and all(type(one) is bytes for one in commands), "a part of another type")
    for index, leaf, path in items:
        need(type(index) is int and type(leaf) is type(path) is bytes, "an item of another form")
    are_changes(changes)
    return file


@check("inclusion")
def included(items, last):
    events, before = [], (-1, 0, 0)
    for index, leaf, path in items:
        leads_to(last.root, last.size, index, leaf, path)
        height, at, _fell_due, by, event = canonical(leaf)
        need(index > before[0] and (height, at) >= before[1:] and height <= last.height, "out of order")
        before = (index, height, at)
        events.append((height, at, by, event))
    return events


@check("concern")
def concern(events, decision):
    cases, payments, executed = set(), {}, None
    for _, _, by, (room, *rest) in events:
        if room == DECISIONS and rest[0][1] == decision:
            kind, what = rest[0][0], rest[0]
            effect = what[4] if kind in (0, 6) else None
            if effect and effect[0] in (0, 2, 20, 21, 24, 25):
                cases.add(effect[1])
            if effect and effect[0] == 45:
                cases.add(effect[1][1])
            executed = by[0] if kind == 5 else executed
        if room == CASES and rest[0][0] == 3:
            payments[rest[0][1]] = rest[0][2]
    own = []
    for _, _, by, (room, *rest) in events:
        if room == DECISIONS:
            own.append(rest[0][1] == decision)
        elif room == CASES:
            kind, what = rest[0][0], rest[0]
            place = {3: lambda: what[2], 7: lambda: what[2], **dict.fromkeys((16, 17, 30), lambda: what[1][1])}
            of = place.get(kind, lambda: what[1])()
            own.append((payments.get(what[1]) if kind in (4, 5, 6) else of) in cases)
        elif room == FUND and rest[0][0] == 25:
            own.append(rest[0][3] in cases)
        else:
            own.append(executed is not None and by is not None and by[0] == executed)
    last = max((at for at, mine in enumerate(own) if mine), default=-1)
    for at, (*_, event) in enumerate(events):
        need(own[at] or (event[0] == MEMBERS and at < last), f"event {at} of the file does not concern it")


def in_kind(event, member):
    """What the command says that an event about help in kind records."""
    kind, case, first, *rest = event
    if kind == 0:
        return [case, *rest]
    if kind == 1:
        need, by, *offered = rest
        return [need, *offered] if by == member else None
    return [first, *rest]


def of_instrument(event, act, said, member):
    """The same of an event of the charter as an instrument."""
    kind, *values = event
    if kind == 0:
        return act == (DECISIONS, 3)
    if kind == 7:
        return act == (MEMBERS, 5) and values[0] == member
    if kind == 4 and act == (MEMBERS, 4):
        return values == [member, "ratification"]
    if kind == 6 and act == (MEMBERS, 3):
        return values == [member]
    if act != (MEMBERS, 20):
        return False
    number, own = said
    if number != {1: 0, 2: 1, 3: 2, 4: 4, 5: 5, 6: 3, 8: 6, 9: 7, 10: 8, 11: 9, 12: 10, 13: 11, 14: 12, 15: 13}.get(kind):
        return False
    if kind in (5, 14):
        return values == [*own, member]
    return (values[1:] if kind in (12, 13) else values) == [member, *own]


def says(payload, event):
    """Whether an event records what the command says. Those that merely follow say nothing of their own."""
    member, (room, (act, *rest)) = payload[1], payload[6]
    said = rest[0] if rest else []
    in_room, *what = event
    kind, *values = what[0] if what and isinstance(what[0], list) else (None,)
    if in_room == MEMBERS and kind == 28:
        return of_instrument(values[0], (room, act), said, member)
    if in_room == MEMBERS and (room, act) == (MEMBERS, 20) and kind in (3, 4):
        number, own = said
        # One confirms a signature, consents, or takes in what another lodged.
        return (kind, number) == (3, 3) and values == [member, False] or (
            kind == 4 and (number == 4 and values == [member] or number == 5 and values == own))
    if in_room == MEMBERS and kind in (0, 1, 2, 3, 15, 20):
        own = {0: (0, [member, *said]), 1: (1, [member, *said]), 2: (2, [member, *said]), 3: (3, [member, *said]),
               15: (9, [member, *said]), 20: (11, [said[0], member, *said[1:]] if said else [])}[kind]
        return (room, act) == (MEMBERS, own[0]) and values == own[1]
    if in_room == MEMBERS and kind in (4, 6, 7, 8):
        return (room, act) == (MEMBERS, {4: 4, 6: 5, 7: 6, 8: 7}[kind]) and values[0] == member
    if in_room == DECISIONS:
        acts = {0: 0, 1: 1, 2: 2, 5: 3, 6: 4, 7: 5, 10: 7, 12: 8}
        if kind not in acts:
            return True
        if (room, act) != (DECISIONS, acts[kind]):
            return False
        if kind == 0:
            return values[1:4] == [member, *said]
        if kind in (2, 10):
            return values == [said[0], member, *said[1:]]
        if kind == 6:
            return values[0] == said[0] and all(
                stated in (None, value) for stated, value in zip(said[2:], values[2:4]))
        if kind == 12:
            return values == [said[0], member, *said[1:]]
        return values[0] == said[0]
    if in_room == CASES:
        if kind == 0:
            return (room, act) == (CASES, 0) and values[1:] == [member, said]
        if kind in (2, 3):
            place = values[1:3] if kind == 3 else values[:2]
            return (room, act) == (CASES, kind - 1) and place == said and values[3 if kind == 3 else 2] == member
        if kind == 4:
            return (room, act) == (CASES, 3) and values[:2] == [*said, member]
        if kind == 17:
            return (room, act) == (CASES, values[0][0] + 7) and in_kind(values[0], member) == said
        if kind == 14:
            return (room, act) == (CASES, 5) and [values[0], *values[2:]] == said
    return in_room in (MEMBERS, FUND, CASES)


@check("command")
def commands(events, given, partnership):
    left, known = iter(given), {}
    for _, at, by, event in events:
        if by is None:
            continue
        if by[0] not in known:
            data = next(left, None)
            need(data is not None, "a command is missing")
            number, key, payload = command(data, partnership)
            need(number == by[0], "another command in its place")
            known[number] = key, payload
        key, payload = known[by[0]]
        need([payload[1:3], key] == [by[1], by[2]], "another post or key than the command's")
        need(payload[3] > at, "the command had expired")
        need(says(payload, event), f"{event} is not what the command says")
    need(next(left, None) is None, "a command more")
    return known


@check("post")
def posts(events, known, founders):
    holds = {(member, office): [(key, 0, None)] for member, *keys in founders
             for office, key in zip(("root", "recovery"), keys)}
    waiting, height = [], 0
    for event_height, at, by, event in events:
        if event_height != height:
            for change in waiting:
                apply(holds, change)
            waiting, height = [], event_height
        if by is not None:
            key, payload = known[by[0]]
            held = holds.get((payload[1], payload[2]), [])
            good = any(one == key and begin <= at and (end is None or at < end) for one, begin, end in held)
            need(good, f"the key did not hold {payload[1]}/{payload[2]}")
        if event[0] == MEMBERS:
            waiting.append(event[1])


def begin(holds, member, root, recovery):
    """A State that comes, or gets other keys: nothing that an old root gave holds any more."""
    for post in [post for post in holds if post[0] == member]:
        del holds[post]
    holds[member, "root"], holds[member, "recovery"] = [(root, 0, None)], [(recovery, 0, None)]


def comes_with(holds, state, root, recovery):
    """A State that is let in; one that comes with the keys it has keeps what they gave."""
    if [[key for key, *_ in holds.get((state, office), [])] for office in ("root", "recovery")] != [[root], [recovery]]:
        begin(holds, state, root, recovery)


def apply(holds, event):
    kind, member, *rest = (*event, None)
    if kind == 10:
        comes_with(holds, rest[0][0], *rest[0][4:6])
    if kind == 19:
        begin(holds, member, *rest[:2])
    if kind == 27 and member[0] == 0:
        comes_with(holds, member[2][0], *member[2][3:5])
    if kind in (0, 1):
        key, office = rest[:2]
        kept = [held for held in holds.get((member, office), []) if held[0] != key]
        holds[member, office] = kept + ([(key, rest[2], rest[3])] if kind == 0 else [])
    if kind == 2:
        holds[member, "root"] = [(rest[0], 0, None)]
        if rest[1]:
            for post in [post for post in holds if post[0] == member and post[1] not in ("root", "recovery")]:
                del holds[post]


def judge(data, held=None):
    """Raises a fault, or says what the file proves."""
    _, genesis, changes, note, decision, items, given = form(data)
    partnership, founders = founding(genesis)
    last = check("checkpoint")(Checkpoint)(note, partnership)
    found = history(founders, changes, last, partnership)
    signed = signers(last, found.judges(last.height))
    if held is not None:
        goes_on_from(held, last, found, partnership)
    events = included(items, last)
    concern(events, decision)
    known = commands(events, given, partnership)
    posts(events, known, founders)
    check("count")(count)(events, decision)
    return (f"decision {decision} of {partnership.hex()}: {len(events)} events, {len(known)} signed commands, "
            f"{len(changes)} changes of the nodes, signed by the nodes of {', '.join(signed)} at height {last.height}")

"""Counts the votes of a record file again, and the numbers of its verdict that are numbers of members."""
from signed import need

DECISIONS = 1
IN_FAVOUR, AGAINST = 0, 1


def count(events, decision):
    votes, proxies, taking_part, outside, version = {}, {}, None, [], None
    closed, withdrawn = None, False
    for _, _, by, (room, *rest) in events:
        if room != DECISIONS:
            continue
        kind, _, *values = rest[0]
        values += [None] * 4
        if kind in (0, 6):
            version = 1 if kind == 0 else values[0]
        elif kind in (4, 5):
            need(closed, "nothing shows that it was adopted")
        elif kind == 7:
            withdrawn = True
        elif kind != 1:
            need(closed is None, "an event after the end of the vote")
        if kind == 1:
            need(values[3] == version, "a version of the draft that the file does not have")
            taking_part, outside = values[0], values[1]
        elif kind == 2:
            votes[values[0]] = (values[1], by[0], values[4] is not None)
        elif kind == 10:
            votes[values[0]] = (AGAINST, by[0], False)
        elif kind == 12:
            proxies[values[0]] = values[1]
        elif kind == 13:
            proxies.pop(values[0], None)
        elif kind == 3:
            need(taking_part is not None, "the opening is missing")
            verdict, counted, _until, silent = values[:4]
            need(counted == recounted(taking_part, votes, proxies), "other votes than those counted")
            closed = verdict[0]
            numbers(verdict, counted, silent or [], taking_part, outside)
    need(closed is not None or withdrawn, "the file does not say how the decision ended")


def recounted(taking_part, votes, proxies):
    counted = []
    for member in taking_part:
        holder = None if member in votes else proxies.get(member)
        choice, number, reserved = votes.get(holder or member, (None, None, True))
        if not reserved:
            counted.append([member, choice, number] + ([holder] if holder else []))
    return counted


def numbers(verdict, counted, silent, taking_part, outside):
    choices = [choice for _, choice, *_ in counted] + [IN_FAVOUR] * len(silent)
    in_favour = choices.count(IN_FAVOUR)
    bases = (len(taking_part) + len(outside), len(taking_part), len(choices),
             in_favour + choices.count(AGAINST))

    def met(reason):
        kind, *rest = reason
        if kind == 0:
            measure, (part, whole), strict, base, found, of, stated = rest
            need(measure != 0 or (found, of) == (in_favour, bases[base]), "other numbers of members")
            is_met = found * whole > part * of if strict else found * whole >= part * of
        elif kind == 1:
            missing, most, stated = rest
            need(missing == len(taking_part) - in_favour, "another number not in favour")
            is_met = missing <= most
        else:
            parts, stated = rest[-1], rest[-2]
            each = [met(part) for part in parts]
            is_met = all(each) if kind == 2 else any(each) if kind == 3 else sum(each) >= rest[0]
        need(is_met == stated, "a part is said to be met that is not, or the other way")
        return is_met

    adopted, anyone, reason = verdict
    need(anyone == (in_favour > 0) and adopted == (anyone and met(reason)), "the verdict does not follow")

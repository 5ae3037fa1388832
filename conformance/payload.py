"""The form of what is signed: the payload of quorate.cddl, written as predicates."""
import json
import math
import re
import unicodedata
from pathlib import Path

SCALES = json.loads(Path(__file__).with_name("vectors.json").read_text())["currencies"]
OFFICES = ("root", "recovery", "representative", "treasurer", "case-officer", "auditor", "liaison-officer")
# Line and paragraph separators, and what nobody sees: Default_Ignorable_Code_Point of Unicode, first and last of each run.
RUNS = """2028-2029 AD-AD 34F-34F 61C-61C 115F-1160 17B4-17B5 180B-180F 200B-200F 202A-202E 2060-206F 3164-3164 FE00-FE0F
FEFF-FEFF FFA0-FFA0 FFF0-FFF8 1BCA0-1BCA3 1D173-1D17A E0000-E0FFF""".split()
MISLEADING = {chr(c) for first, last in (run.split("-") for run in RUNS) for c in range(int(first, 16), int(last, 16) + 1)}


def number(bits):
    return lambda x: type(x) is int and 0 <= x < 1 << bits


def one_of(*values):
    return lambda x: type(x) in (int, str) and x in values


def array(*forms, least=None):
    least = len(forms) if least is None else least
    return lambda x: type(x) is list and least <= len(x) <= len(forms) and all(f(i) for f, i in zip(forms, x))


def optional(forms, more):
    """The forms, and then as many of the others: the last is there, and those before it may be null."""
    least = len(forms)
    most = [*forms, *(either(form, lambda x: x is None) for form in more)]
    return lambda x: array(*most, least=least)(x) and (len(x) == least or x[-1] is not None)


def either(*forms):
    return lambda x: any(form(x) for form in forms)


def many(form):
    return lambda x: type(x) is list and all(map(form, x))


def hash32(x):
    return type(x) is bytes and len(x) == 32


def member(x):
    return type(x) is str and re.fullmatch("[A-Z]{3}", x) is not None


def phrase(x):
    sized = type(x) is str and 1 <= len(x.encode()) <= 400 and x.strip() == x
    return sized and not any(unicodedata.category(c) == "Cc" or c in MISLEADING for c in x)


def wording(x):
    """What is said in English, in French, or in both; null where nothing is."""
    said = either(phrase, lambda text: text is None)
    return array(said, said)(x) and x != [None, None]


audience = one_of(0, 1)
period = lambda x: type(x) is int and 1 <= x <= 876_600  # whole hours, at most a hundred years


def reference(x):
    return type(x) is str and len(x) <= 35 and re.fullmatch("[!-~]+( [!-~]+)*", x) is not None


def money(x):
    if not (array(*[lambda text: type(text) is str] * 2)(x) and x[1] in SCALES):
        return False
    decimals = rf"\.[0-9]{{{SCALES[x[1]]}}}" if SCALES[x[1]] else ""
    digits = re.fullmatch(f"(-?)((0|[1-9][0-9]*){decimals})", x[0])
    minor = digits and int(digits[2].replace(".", ""))
    return digits is not None and minor <= 10**18 and not (digits[1] and minor == 0)


def rate(x):
    """Base and quote currency, and the two terms of the ratio, in lowest terms."""
    currency, term = lambda code: code in SCALES, lambda n: type(n) is int and 1 <= n <= 10**12
    return array(currency, currency, term, term)(x) and x[0] != x[1] and math.gcd(x[2], x[3]) == 1


u32, u64, office = number(32), number(64), one_of(*OFFICES)


def rule_name(x):
    return type(x) is str and re.fullmatch("[a-z][a-z0-9-]{0,31}", x) is not None


def investment_name(x):
    return type(x) is str and re.fullmatch("[a-z][a-z0-9-]{0,15}", x) is not None


def text(x):
    return type(x) is str and 1 <= len(x.encode()) <= 12 * 1024


flag = lambda x: type(x) is bool
admission = array(member, phrase, phrase, many(array(rule_name, u64)), hash32, hash32)
standing = either(
    array(one_of(0, 1), array(member)),
    array(one_of(2), admission),
    array(one_of(3), array(u32, text)),
    array(one_of(4), array(member, hash32, hash32)),
    array(one_of(5), array(member, phrase, phrase, hash32, hash32)),
    array(one_of(6), array(member)),
    array(one_of(7), array(wording, hash32)),
)
purpose = either(
    array(one_of(0, 5, 31), member),
    array(one_of(1, 6, 8, 20, 21), u32),
    array(one_of(2, 3, 4, 7)),
    array(one_of(9), member, money),
    array(one_of(30), money),
    array(one_of(32), investment_name, u32),
    array(one_of(33), investment_name),
    array(one_of(34), u32),
)
term = one_of("end-use", "no-retransfer", "audit", "recovery")
effect = either(
    array(one_of(0, 20, 21, 25), u32),
    array(one_of(1, 30), money),
    array(one_of(2), u32, member),
    array(one_of(3), standing),
    array(one_of(24), u32, term),
    array(one_of(31), u32, money),
    array(one_of(45), either(array(one_of(0, 1), u32), array(one_of(2), u32, phrase, money, phrase))),
)
loan = optional([u32, many(array(u32, money))], [u32])
kind = either(array(one_of(0), loan), array(one_of(1), array(u32)), array(one_of(2)))
correction = array(one_of(0, 1), u32)
instalments = many(array(u32, money))


def share(x):
    return array(u64, u64)(x) and 0 < x[0] <= x[1] <= 10**9 and math.gcd(*x) == 1


condition = either(array(one_of(0), phrase), array(one_of(1), share))
view = array(wording, phrase, phrase, u32, u32, u32, audience)
resting = either(array(one_of(0, 1), u32), array(one_of(2), phrase))
# What members say of themselves, and what they buy together.
item = lambda x: type(x) is str and re.fullmatch("[a-z][a-z0-9-]{0,39}", x) is not None
designation = lambda x: type(x) is str and len(x) <= 40 and re.fullmatch("[!-~]+( [!-~]+)*", x) is not None
particulars = optional([u32, u32, one_of(0, 1), audience, wording], [hash32, u32])
owner = either(array(one_of(0), member), array(one_of(1), phrase))
kind_of_pathway = one_of(0, 1, 2, 3, 4)
assessments = either(
    array(one_of(0), optional([item, phrase, phrase, one_of(0, 1, 2), u32, particulars], [phrase, u32])),
    array(one_of(1), optional([kind_of_pathway, item, u32, flag, flag, particulars], [phrase, money, money, phrase, member])),
    array(one_of(2), optional([designation, designation, particulars], [owner, u32, u32, u32, u32, u32, member, member, member])),
    array(one_of(3), array(u32)),
)
propose = array(phrase, member, kind_of_pathway, u32, u32, many(array(member, u32)), money, u32, audience)
procurement = either(
    array(one_of(0), propose),
    array(one_of(1, 5), array(u32)),
    array(one_of(2, 4), array(u32, phrase, u32)),
    array(one_of(3), array(u32, array(one_of(0, 1), u32))),
    array(one_of(6), array(u32, phrase)),
)
INSTRUMENT = {
    0: array(),
    1: array(one_of(0, 1), hash32),
    2: array(),
    3: array(),
    4: array(one_of("ratification", "acceptance", "approval")),
    5: array(member),
    6: array(number(16), wording),
    7: array(number(16)),
    8: array(member, number(16), flag),
    9: array(member, number(16)),
    10: array(audience, wording),
    11: array(phrase, u32, phrase, least=2),
    12: array(u32),
    13: array(phrase, phrase),
}
instrument = either(*(array(one_of(act), form) for act, form in INSTRUMENT.items()))
COMMANDS = {
    0: {
        0: array(hash32, office, u64, u64),
        1: array(hash32, office),
        2: array(hash32, flag),
        3: array(flag),
        **dict.fromkeys((4, 5, 6, 7, 8), array()),
        9: array(u32),
        10: array(),
        11: array(u32, phrase),
        12: array(array(hash32, hash32, lambda x: type(x) is bytes and len(x) == 64)),
        20: instrument,
    },
    1: {
        0: array(phrase, effect),
        1: array(u32),
        2: optional([u32, one_of(0, 1, 2)], [hash32, phrase, one_of(0, 1)]),
        3: array(u32),
        4: optional([u32, u32], [phrase, effect]),
        **dict.fromkeys((5, 6), array(u32)),
        7: array(u32, phrase, hash32, least=2),
        8: array(u32, member, least=1),
    },
    2: {
        0: array(member, one_of(0, 1), either(money, lambda x: x is None), phrase),
        1: array(money, money, instalments, least=2),
        2: array(purpose, money, u32, reference),
        **dict.fromkeys((3, 8, 11, 15, 16, 21, 22), array(u32)),
        10: array(u32, member),
        20: array(rate, u32, one_of(0, 1, 2), phrase),
        4: optional([], [money, condition, u32]),
        5: array(),
        6: array(instalments),
        7: array(money),
    },
    3: {
        0: optional([phrase, phrase, many(array(money, phrase, one_of(0), least=2))], [kind]),
        1: array(u32, u32),
        2: array(u32, u32),
        **dict.fromkeys((3, 4, 6, 9, 11, 13), array(u32)),
        5: array(u32, money, phrase),
        7: array(u32, phrase, u64, phrase, u32),
        8: optional([u32, u64, flag], [money]),
        **dict.fromkeys((10, 12), array(u32, u64)),
        14: optional([u32, money, phrase], [u32]),
        15: array(u32, u32),
        20: optional([u32], [array(phrase, money, one_of(0, 1, 2)), u32, phrase]),
    },
    4: {
        0: array(either(correction, array(one_of(2, 3, 4), u32)), one_of(0, 1, 2), phrase),
        1: array(u32, phrase, correction, least=2),
        2: array(u32),
        3: optional([u32, one_of(0, 1, 2, 3)], [u32, phrase, hash32]),
    },
    6: {
        0: optional([wording, many(member), one_of(0, 1), hash32, one_of(0, 1, 2, 3, 4), audience], [hash32]),
        1: array(u32, u32),
        **dict.fromkeys((2, 9, 10, 12), array(u32)),
        3: array(u32, u32, one_of(0, 1, 2, 3, 4)),
        5: array(many(member), many(member), view),
        6: array(u32, u32, view),
        7: array(u32, one_of(0, 1, 2), u32, u32),
        8: array(u32, member, u32),
        11: optional([u32, resting, audience], [phrase]),
        13: array(u32, member, phrase, audience),
        20: assessments,
        30: procurement,
    },
    5: {
        0: optional([many(member), wording, audience], [hash32]),
        **dict.fromkeys((1, 2, 4, 9, 11), array(u32)),
        3: optional([u32, u64], [u64, wording, hash32]),
        5: optional([u32, audience], [hash32, hash32]),
        6: optional([u32, wording, audience], [array(one_of(0, 1, 2), u32), hash32]),
        7: optional([u32, one_of(0, 1, 2, 3, 4), wording, audience], [period, hash32]),
        **dict.fromkeys((8, 10), array(u32, phrase)),
        12: array(u32, u32),
        13: optional([phrase, one_of(0, 1, 2), phrase, audience], [u32, u32]),
    },
}

line = optional(
    [one_of(0, 1, 2, 3, 4, 5), wording, many(member), audience],
    [either(array(one_of(0), u32), array(one_of(1), wording)), wording, period, u32],
)
COMMANDS[7] = {
    0: array(line),
    1: optional([u32, one_of(0, 1, 2)], [wording, member]),
    2: array(u32, one_of(0, 1), u32, least=2),
    3: optional([u32, u64], [wording, member]),
    4: array(u32, u64, member, least=2),
    5: array(u32),
    6: array(u32, wording, member, least=2),
}

grouped = many(member)
explained = either(array(one_of(0), u32), array(one_of(1), hash32), array(one_of(2), wording))
COMMANDS[8] = {
    0: optional([wording, one_of(0, 1, 2, 3), audience], [member, u32]),
    1: optional([explained, audience], [wording, hash32]),
    2: array(member, phrase, wording, one_of(0, 1, 2), phrase, audience),
    3: array(wording, grouped, phrase, audience),
    4: array(u32, u32, grouped, phrase),
    5: array(grouped, wording, hash32, u64, audience),
    6: array(u32),
}

days, needed = either(array(one_of(0), u32), array(one_of(1, 2))), many(array(member, rule_name))
thing = [rule_name, wording, one_of(0, 1, 2, 3, 4), needed, many(needed), days, days, one_of(0, 1, 2), phrase, audience]
COMMANDS[9] = {0: array(optional(thing, [member, rule_name, money])), 1: array(rule_name)}


def command(x):
    acts = [array(one_of(room), array(one_of(act), form)) for room, of in COMMANDS.items() for act, form in of.items()]
    return either(*acts)(x)


is_payload = array(one_of(1), member, office, u64, u64, hash32, command)

"""Judges a file that compares two checkpoints by docs/formats.md, from its bytes alone."""
from hashlib import sha256

from checkpoint import MOST_CHANGES, Checkpoint, check, contradict, founding, goes_on_from, history, signers
from signed import canonical, need


@check("form")
def form(data):
    need(len(data) <= 16 * 1024 * 1024, "too long")
    file = canonical(data)
    need(isinstance(file, list) and len(file) == 8 and file[0] == "consistency", "not a consistency file")
    need(type(file[1]) is int and file[1] == 1, "a version that is not known")
    _, _, genesis, changes, first, second, root, proof = file
    need(type(genesis) is type(root) is type(proof) is bytes and type(first) is type(second) is str, "another type")
    need(len(root) == 32, "a root of another length")
    are_changes(changes)
    return file


def are_changes(changes):
    need(type(changes) is list and len(changes) <= MOST_CHANGES, "too many changes")
    for (index, leaf, path), note in changes:
        need(type(index) is int and type(leaf) is type(path) is bytes and type(note) is str, "a change of another form")


def hashed(left, right):
    return sha256(b"\1" + left + right).digest()


def leads_to(root, size, last, last_size, proof):
    """RFC 9162, 2.1.4.2."""
    hashes = [proof[begin:begin + 32] for begin in range(0, len(proof), 32)]
    need(len(proof) % 32 == 0, "not made of hashes")
    if size == last_size:
        need(root == last and not hashes, "two roots of one size")
        return
    if size & (size - 1) == 0:
        hashes.insert(0, root)
    need(hashes and size < last_size, "no way between the roots")
    at, end = size - 1, last_size - 1
    while at & 1:
        at, end = at >> 1, end >> 1
    old = new = hashes[0]
    for beside in hashes[1:]:
        need(end > 0, "the way is too long")
        if at & 1 or at == end:
            old, new = hashed(beside, old), hashed(beside, new)
            while at & 1 == 0 and at:
                at, end = at >> 1, end >> 1
        else:
            new = hashed(new, beside)
        at, end = at >> 1, end >> 1
    need((old, new, end) == (root, last, 0), "the hashes between the two roots lead from none to the other")


@check("checkpoint")
def checkpoints(first, second, partnership):
    return Checkpoint(first, partnership), Checkpoint(second, partnership)


@check("consistency")
def in_order(first, second):
    need(first.height <= second.height, "the first checkpoint is the later one")


@check("consistency")
def is_forked(first, second, root, proof):
    if contradict(first, second):
        need(proof == b"" and root == first.root, "more than it needs")
        return True
    if first.size == 0:
        need(proof == b"" and root == sha256().digest(), "the record of nothing is the beginning of every other")
    else:
        leads_to(root, first.size, second.root, second.size, proof)
    return root != first.root


def compare(data, held=None):
    """Raises a fault, or says what the file shows, and whether it is two records."""
    _, _, genesis, changes, first, second, root, proof = form(data)
    partnership, founders = founding(genesis)
    first, second = checkpoints(first, second, partnership)
    found = history(founders, changes, second, partnership)
    signed_second = signers(second, found.judges(second.height))
    in_order(first, second)
    signed_first = signers(first, found.judges(first.height))
    if held is not None:
        goes_on_from(held, second, found, partnership)
    if not is_forked(first, second, root, proof):
        check("nodes")(found.leads_to)(first)
        return f"the record of height {first.height} is the beginning of that of height {second.height}", None
    keys = [{node for node in found.judges(one.height) if node[0] in signed}
            for one, signed in ((first, signed_first), (second, signed_second))]
    both = [member for member, _ in sorted(keys[0] & keys[1])]
    return f"two records, at heights {first.height} and {second.height}; signed both: {', '.join(both)}", both

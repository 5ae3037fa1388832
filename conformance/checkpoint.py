"""Judges checkpoints by docs/formats.md: their form, who signed them, and by which nodes they are judged."""
import base64
from hashlib import sha256

from cbor2 import CBORDecodeError

from signed import canonical, hashed, need, verify

MEMBERS, LEFT, NODE_NAMED, NODE_GONE = 0, 9, 24, 25
LARGEST, MOST_CHANGES = 2**40, 1024


class Fault(Exception):
    """A check that fails: its name, and why."""


def check(name):
    """What goes wrong in a function is a fault of this check."""
    def wrap(function):
        def checked(*arguments):
            try:
                return function(*arguments)
            except (ValueError, CBORDecodeError, TypeError, IndexError, KeyError, AttributeError) as wrong:
                raise Fault(name, str(wrong)) from None
        return checked
    return wrap


@check("genesis")
def founding(data):
    genesis = canonical(data)
    version, _nature, _begins, charter, founders = genesis
    need(version == 2 and type(charter) is str, "not a genesis")
    keys = [key for _, *three in founders for key in three]
    need(all(len(founder) == 4 for founder in founders) and len(set(keys)) == len(keys), "founders of another form")
    return hashed(b"quorate/genesis/1", data), founders


class Checkpoint:
    """A signed checkpoint in its one form. Nothing is known yet of who signed it."""

    def __init__(self, note, partnership):
        need(len(note.encode()) <= 64 * 1024, "too long")
        body, signatures = note.split("\n\n", 1)
        self.origin, *lines = body.split("\n")
        need(self.origin == f"quorate/{partnership.hex()}" and len(lines) == 7, "of another partnership or form")
        size, root, height, block, digest, moment, nodes = lines
        self.size, self.root = whole("", size), strict64(root)
        self.height, self.moment = whole("height ", height), whole("moment ", moment)
        need(len(self.root) == 32 and self.size <= LARGEST, "a root of another length")
        for name, line in (("block ", block), ("digest ", digest), ("nodes ", nodes)):
            need(line == name + bytes.fromhex(line[len(name):]).hex() and len(line) == len(name) + 64, "not a hash")
        self.nodes = bytes.fromhex(nodes[len("nodes "):])
        need(signatures == "" or signatures.endswith("\n"), "not ended")
        lines = [line.split(" ") for line in signatures.split("\n")[:-1]]
        need(all(len(line) == 3 and line[0] == "\u2014" for line in lines), "a line is no signature")
        self.body, self.lines = body + "\n", [(name, strict64(what)) for _, name, what in lines]
        need(all(len(what) == 68 for _, what in self.lines), "a signature of another length")

    def signers(self, judges):
        """Each line is of one of the judges, in their order, well signed; and one more signed than could be false."""
        left, signed = iter(judges), []
        for name, what in self.lines:
            member, key = next((one for one in left if f"{self.origin}/{one[0]}" == name), (None, None))
            need(member is not None, f"{name} has no node that judges this, or stands out of order")
            need(what[:4] == sha256(name.encode() + b"\n\x01" + key).digest()[:4], "another key id")
            verify(key, what[4:], self.body.encode())
            signed.append(member)
        need(len(signed) >= (len(judges) - 1) // 3 + 1, "too few nodes signed")
        return signed


def whole(name, line):
    need(line.startswith(name), "a line is missing")
    number = int(line[len(name):])
    need(str(number) == line[len(name):] and 0 <= number < 2**64, "a number in another spelling")
    return number


def strict64(text):
    data = base64.b64decode(text, validate=True)
    need(base64.b64encode(data).decode() == text, "base64 in another spelling")
    return data


def leads_to(root, size, index, leaf, path):
    """RFC 9162, 2.1.3.2."""
    need(index < size and len(path) % 32 == 0, "not a place in the record")
    at, last, found = index, size - 1, sha256(b"\0" + leaf).digest()
    for beside in (path[begin:begin + 32] for begin in range(0, len(path), 32)):
        need(last > 0, "the path is too long")
        if at % 2 or at == last:
            found = sha256(b"\1" + beside + found).digest()
            while at % 2 == 0 and at:
                at, last = at // 2, last // 2
        else:
            found = sha256(b"\1" + found + beside).digest()
        at, last = at // 2, last // 2
    need(last == 0 and found == root, "not in the record of the checkpoint at this place")


class History:
    """The nodes from the genesis on, change by change: above which height, which, and what a checkpoint calls them."""

    def __init__(self, founders, changes, last, partnership):
        self.nodes, self.digest, self.stages = {}, bytes(32), []
        for member, _, _, key in founders:
            self.change(member, key)
        self.stages.append((0, sorted(self.nodes.items()), self.digest))
        before = (0, 0, 0)
        for (index, leaf, path), note in changes:
            at = Checkpoint(note, partnership)
            leads_to(at.root, at.size, index, leaf, path)
            height, moment, _fell_due, _by, (room, *what) = canonical(leaf)
            need((height, moment) == (at.height, at.moment), "the checkpoint is not that of its block")
            need(height > before[0] and moment > before[1] and index >= before[2], "changes out of order")
            need(at.height <= last.height and at.size <= last.size, "later than the checkpoint of the file")
            need(room == MEMBERS, "not an event of members")
            self.happens(*what[0])
            self.stages.append((height, sorted(self.nodes.items()), self.digest))
            self.leads_to(at)
            at.signers(self.judges(height))
            before = (height, moment, at.size)

    def happens(self, kind, member, *rest):
        before = self.digest
        if kind == NODE_NAMED:
            self.change(member, rest[0])
        elif kind in (LEFT, NODE_GONE) and member in self.nodes and len(self.nodes) > 1:
            self.change(member, b"")
        need(self.digest != before, "an event that does not change the nodes")

    def change(self, member, key):
        self.digest = hashed(b"quorate/nodes/1", self.digest, member.encode(), key)
        if key:
            self.nodes[member] = key
        else:
            del self.nodes[member]

    def judges(self, height):
        """The nodes that agreed on the block of a height."""
        return next((judges for above, judges, _ in reversed(self.stages) if above < height), self.stages[0][1])

    def leads_to(self, checkpoint):
        digest = next(digest for above, _, digest in reversed(self.stages) if above <= checkpoint.height)
        need(digest == checkpoint.nodes, f"the changes do not lead to the nodes named at height {checkpoint.height}")


@check("nodes")
def history(founders, changes, last, partnership):
    found = History(founders, changes, last, partnership)
    found.leads_to(last)
    return found


@check("signers")
def signers(checkpoint, judges):
    return checkpoint.signers(judges)


def contradict(first, second):
    """Whether of two checkpoints, the first of the same height or a lower one, not both can be true, as it shows."""
    if first.height == second.height:
        return first.body != second.body
    return second.size < first.size or second.moment <= first.moment


@check("held")
def goes_on_from(held, checkpoint, found, partnership):
    """Whether a file's checkpoint is, or goes on from, one that its reader holds."""
    mine = Checkpoint(held, partnership)
    need(mine.height <= checkpoint.height, "the file's checkpoint is older")
    need(not contradict(mine, checkpoint), "the file's checkpoint is of another record")
    found.leads_to(mine)
    mine.signers(found.judges(mine.height))

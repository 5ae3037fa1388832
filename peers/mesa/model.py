"""The behaviours of docs/foresight.md as a Mesa model, without rules, record or books.

Members, quarters, draws and numbers are those of the scenario's file. What the real charter, procedure and books decide is
replaced by the least that can stand for it: more votes in favour than against, sums of money, and days. So a run does less than
a run of `quorate explore`, and its outcomes are not compared; `just mesa` compares how many runs each makes in a second.

Two models of the same behaviours: `Partnership` tells six numbers a quarter, `Observed` tells what a study tells of a quarter, who stands with
whom among it.

    model.py SCENARIO [RUNS] [--observed]
"""

import sys
import time
import tomllib

from itertools import combinations

import mesa
from mesa.experimental.devs import DEVSimulator

CODES = ("AAA", "BBB", "CCC", "DDD")
QUARTER_DAYS = 91
VOTE_DAYS = 3
CALL_DUE_DAYS = 31
NOTICE_QUARTERS = 4


def money(text):
    """An amount in the smallest units."""
    return int(text.split(" ")[0].replace(".", ""))


def share(of, per_mille):
    return of * per_mille // 1000


def mean(numbers):
    """Their mean, in whole numbers; none of none."""
    return sum(numbers) // len(numbers) if numbers else None


def within(level):
    return max(0, min(1000, level))


class Member(mesa.Agent):
    """A member: what is assumed of it, and what it has in mind."""

    def __init__(self, model, code, assumed):
        super().__init__(model)
        self.code = code
        self.assumed = assumed
        self.learnt = {}
        self.unattached = 0
        self.leaves_in = None
        self.bound = True
        self.owes = 0
        self.withholds = False
        self.withheld = False

    def observe(self):
        """The levels of the quarter."""
        added = self.model.added
        own = self.assumed
        level = lambda what, usual: within(usual + added(what, self.code))
        left = 1000 - level("moderation", self.model.outside["moderation"])
        reaches = lambda what: share(share(level(what, self.model.outside[what]), left), own["reliance"])
        self.pressure = reaches("pressure")
        self.cost = level("cost", own["cost"])
        self.threat = share(level("threat", own["threat"]), left)
        need = level("need", own["need"]) + reaches("withholding")
        self.need = within(need + share(self.model.numbers["need-by-threat"], self.threat))
        strain = share(self.model.numbers["hazard-by-strain"], self.cost + self.pressure)
        self.hazard = within(level("hazard", own["hazard"]) + strain)

    def affinity(self, other):
        usual = self.assumed.get("towards", {}).get(other.code, self.assumed["affinity"])
        learnt = self.learnt.get(other.code, 0)
        return max(-1000, min(1000, usual + learnt + self.model.affinity_added(self.code, other.code)))

    def learn(self, of, by):
        if of is not self:
            self.learnt[of.code] = max(-2000, min(2000, self.learnt.get(of.code, 0) + by))

    def noise(self):
        most = self.model.numbers["noise"]
        return self.random.randint(-most, most)

    def stake(self):
        others = [other for other in self.model.bound() if other is not self]
        mean = sum(self.affinity(other) for other in others) // len(others) if others else 0
        return mean + self.threat - self.cost - self.pressure

    def support(self, asks):
        solidarity = share(asks.threat, 1000 - self.cost)
        return self.affinity(asks) + solidarity - self.cost - self.pressure + self.noise()

    def choose(self, support):
        if support >= 0:
            return 1
        return 0 if support >= -self.model.numbers["margin"] else -1

    def stay_or_leave(self):
        wants = self.stake() + self.noise() < self.assumed["leaves-below"]
        self.unattached = self.unattached + 1 if wants else 0
        if self.leaves_in is not None:
            self.leaves_in = self.leaves_in - 1 if wants else None
            self.bound = self.leaves_in != 0
        elif self.unattached >= self.model.numbers["leaves-after"]:
            self.leaves_in = NOTICE_QUARTERS

    def pay_or_withhold(self):
        self.withholds = self.random.randrange(1000) < self.hazard
        self.withheld = False
        if self.owes > 0:
            self.model.later(self.random.randint(0, self.assumed["delay"]), self.pay)

    def pay(self):
        if self.owes <= 0:
            return
        if self.withholds:
            self.withheld = True
            return
        self.model.cash += self.owes
        self.model.payments += 1
        self.owes = 0
        self.model.retry()

    def ask_in_need(self):
        if self.random.randrange(1000) < self.need:
            self.model.later(self.random.randint(0, 60), self.model.open_vote, self)


class Draft:
    """A vote on help, or on a call where nobody asks."""

    def __init__(self, asks, opened):
        self.asks = asks
        self.opened = opened
        self.open = True
        self.votes = []
        self.adopted = False
        self.paid = None


class Partnership(mesa.Model):
    """Members under a scenario, quarter by quarter."""

    def __init__(self, scenario, seed=None):
        super().__init__(seed=seed)
        self.numbers = scenario["model"]
        self.outside = scenario["outside"]
        self.events = scenario.get("event", [])
        self.last = scenario["quarters"]
        self.request, self.keep, self.call = (money(self.numbers[name]) for name in ("request", "keep", "call"))
        self.quarter = 0
        self.clock = DEVSimulator()
        self.clock.setup(self)
        self.drafts, self.calls, self.payments, self.votes, self.favour = [], 0, 0, 0, 0
        for code in CODES:
            Member(self, code, {**scenario["members"], **scenario.get("member", {}).get(code, {})})
        self.cash = sum(money(member.assumed["paid-in"]) for member in self.agents)
        self.signed = self.cash + sum(money(member.assumed["callable"]) for member in self.agents)
        self.datacollector = mesa.DataCollector(model_reporters=self.reports())

    def reports(self):
        """What is told of a quarter."""
        return {
            "requests": lambda model: len([draft for draft in model.drafts if draft.asks]),
            "paid": lambda model: len([draft for draft in model.drafts if draft.paid is not None]),
            "bound": lambda model: len(model.bound()),
            "withheld": lambda model: sum(member.withheld for member in model.agents),
            "capacity": lambda model: model.cash * 1000 // model.signed,
            "arrears": lambda model: sum(member.owes for member in model.agents) * 1000 // model.signed,
        }

    def bound(self):
        return [member for member in self.agents if member.bound]

    def added(self, what, code):
        return sum(event["by"] for event in self.now if event["what"] == what and event.get("member") in (None, code))

    def affinity_added(self, code, towards):
        of = lambda event: event.get("member") in (None, code) and event.get("towards") in (None, towards)
        return sum(event["by"] for event in self.drifts if of(event))

    def later(self, days, act, *args):
        self.clock.schedule_event_relative(act, days, function_args=args)

    @property
    def day(self):
        return self.clock.time

    def open_vote(self, asks):
        """Everybody but the one that asks votes, each on its day."""
        if asks is not None and not asks.bound:
            return
        draft = Draft(asks, self.day)
        self.drafts.append(draft)
        for member in self.bound():
            if member is asks:
                continue
            support = member.support(asks) if asks else member.stake() + member.noise()
            choice = member.choose(support)
            self.later(self.random.randint(0, self.numbers["answer-days"]), self.vote, draft, member, choice)
        self.later(VOTE_DAYS, self.close, draft)

    def vote(self, draft, member, choice):
        if draft.open:
            draft.votes.append(choice)
            self.votes += 1
            self.favour += choice > 0
            if draft.asks is not None:
                draft.asks.learn(member, choice * self.numbers["learns"])

    def close(self, draft):
        draft.open = False
        draft.adopted = sum(draft.votes) > 0
        if not draft.adopted:
            return
        if draft.asks is not None:
            self.carry(draft)
            return
        self.calls += 1
        for member in self.bound():
            self.later(CALL_DUE_DAYS, self.fall_due, member)

    def fall_due(self, member):
        member.owes += self.call // len(CODES)
        self.later(self.random.randint(0, member.assumed["delay"]), member.pay)

    def carry(self, draft):
        """Help that is adopted is paid from what is there."""
        if draft.adopted and draft.paid is None and draft.asks is not None and self.cash >= self.request:
            self.cash -= self.request
            draft.paid = self.day + self.numbers["bank-days"] - draft.opened

    def retry(self):
        for draft in self.drafts:
            self.carry(draft)

    def step(self):
        """A quarter."""
        self.quarter += 1
        self.now = [event for event in self.events if event["from"] <= self.quarter <= event.get("until", self.last)]
        self.drifts = [event for event in self.now if event["what"] == "affinity"]
        bound = self.agents.select(lambda member: member.bound)
        self.agents.do("observe")
        bound.do("stay_or_leave")
        self.agents.do("pay_or_withhold")
        voted_on = any(draft.open and draft.asks is None for draft in self.drafts)
        if self.cash < self.keep and not voted_on and any(m.stake() + m.noise() >= 0 for m in self.bound()):
            self.open_vote(None)
        self.retry()
        self.agents.select(lambda member: member.bound).do("ask_in_need")
        self.clock.run_for(QUARTER_DAYS)
        self.datacollector.collect(self)


class Observed(Partnership):
    """The same, and all that a study tells of a quarter: votes, what is blocked, affinity, and who stands with whom."""

    def reports(self):
        asked = lambda model: [draft for draft in model.drafts if draft.asks]
        return super().reports() | {
            "blocked": lambda model: len([draft for draft in asked(model) if not draft.open and not draft.adopted]),
            "votes": lambda model: model.votes,
            "favour": lambda model: model.favour,
            "affinity and blocs": lambda model: model.standing(),
        }

    def standing(self):
        """The mean affinity of those that are bound, and who stands with whom: crates/foresight/src/trajectory/blocs.rs."""
        bound = self.bound()
        rows = [[one.affinity(other) if one is not other else 0 for other in bound] for one in bound]
        others = len(bound) - 1
        return mean([sum(row) // others for row in rows]) if others > 0 else None, blocs(bound, rows)


def blocs(bound, rows):
    """Of least energy by landscape theory (Axelrod and Bennett, 1993), of all partitions: docs/blocs.md."""
    if not bound:
        return None
    size = [member.assumed.get("capability", 100) for member in bound]
    pairs = list(combinations(range(len(bound)), 2))
    ties = [rows[one][other] + rows[other][one] for one, other in pairs]
    weights = [size[one] * size[other] for one, other in pairs]
    pulls = [tie * weight for tie, weight in zip(ties, weights)]
    best, least = 0, 0
    # Where nothing parts anybody, a single bloc has the least energy.
    for second in range(2, 2 ** len(bound), 2) if min(ties, default=0) < 0 else ():
        energy = sum(pull for pull, (one, other) in zip(pulls, pairs) if second >> one & 1 != second >> other & 1)
        if energy < least:
            best, least = second, energy
    side = [best >> at & 1 for at in range(len(bound))]
    within_one = [at for at, (one, other) in enumerate(pairs) if side[one] == side[other]]
    weight = sum(weights[at] for at in within_one)
    cohesion = sum(pulls[at] for at in within_one) // weight // 2 if weight else None
    holds = [0] * len(bound)
    for tie, (one, other) in zip(ties, pairs):
        sign = 1 if side[one] == side[other] else -1
        holds[one] += sign * size[other] * tie
        holds[other] += sign * size[one] * tie
    tied = [at for at in range(len(bound)) if any(tie and at in pair for tie, pair in zip(ties, pairs))]
    weakest = min((holds[at] for at in tied), default=None)
    first = [at for at in tied if holds[at] == weakest]
    pivotal = bound[first[0]].code if len(first) == 1 else None
    rest = (sum(size) - size[first[0]]) * 2 if first else 0
    greatest = max(sum(size[at] for at, of in enumerate(side) if of == bloc) for bloc in (0, 1))
    return side, cohesion, pivotal, weakest // rest if rest else None, greatest * 1000 // sum(size) if sum(size) else 0


def main():
    observed = "--observed" in sys.argv
    words = [word for word in sys.argv[1:] if word != "--observed"]
    with open(words[0], "rb") as file:
        scenario = tomllib.load(file)
    runs = int(words[1]) if len(words) > 1 else 500
    kind = Observed if observed else Partnership
    began = time.perf_counter()
    requests = paid = 0
    for seed in range(runs):
        model = kind(scenario, seed=seed)
        for _ in range(model.last):
            model.step()
        frame = model.datacollector.model_vars
        requests, paid = requests + frame["requests"][-1], paid + frame["paid"][-1]
    took = time.perf_counter() - began
    print(f"mesa {mesa.__version__}: {runs} runs, {requests} requests, {paid} paid, {runs / took:.1f} runs/s")


if __name__ == "__main__":
    main()

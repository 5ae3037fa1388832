# Help in kind: what is needed, what is offered of one's own will, what came, and what is still missing. No money moves.
story: Transformers before the winter
charter: ../charters/partnership.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, treasurer, case-officer for 365d

== A member says what it needs
# Help in kind has no money in it, and nothing that a decision could approve.
{asker}/representative: case request --purpose "transformers" --payee "depot 4" --in-kind --tranche 10.00 "none"
  refused by C19
{asker}/representative: case request --purpose "transformers before the winter" --payee "depot 4" --in-kind
{second}/representative: decision table "Transformers" --assist 1
  refused by C19
{second}/case-officer: case need 1 "transformers" 10 --unit pieces --until 2026-12-20
  refused by C24
{asker}/case-officer: case need 1 "transformers" 10 --unit pieces --until 2026-12-20
expect needs 1 missing: 10

== Others offer, each for itself
{asker}/representative: case offer 1 4
  refused by C29
{second}/representative: case offer 1 6 --value 600000.00
{third}/case-officer: case offer 1 6 --lend --value 300000.00
{fourth}/representative: case offer 1 5
# Nobody withdraws another's offer; its own until it is matched.
{third}/representative: case withdraw-offer 3
  refused by C31
{fourth}/representative: case withdraw-offer 3
expect offers 3 stage: withdrawn
expect needs 1 offered: 12

== What is matched is never more than is missing
{asker}/representative: case match 1 7
  refused by C32
{asker}/representative: case match 1 6
{second}/representative: case withdraw-offer 1
  refused by C30
{asker}/representative: case match 2 5
  refused by C32
{asker}/representative: case match 2 4
expect needs 1 missing: 0

== What came
{second}/case-officer: case deliver 1
{asker}/case-officer: case accept-delivery 1 7
  refused by C32
# One of six was broken: it is missing again.
{asker}/case-officer: case accept-delivery 1 5
expect needs 1 missing: 1
expect accounts memoranda 8 "given in kind" {second} balance: 500000.00
expect accounts memoranda 8 "given in kind" {second} held:
{fourth}/representative: case offer 1 1
{asker}/representative: case match 4 1
# The day of the need is over: nothing more is offered, and what was matched still comes.
wait 20d
{fourth}/representative: case offer 1 1
  refused by C28
{fourth}/representative: case deliver 4
{asker}/representative: case accept-delivery 4 1
{third}/representative: case deliver 2
{asker}/representative: case accept-delivery 2 4
expect needs 1 accepted: 10
expect needs 1 missing: 0

== What was lent comes back
{second}/representative: case return 1
  refused by C33
{third}/representative: case return 2
expect offers 2 stage: returned
expect accounts memoranda 8 "given in kind" {third} balance: 0.00
{second}/case-officer: case close 1
  refused by C24
{asker}/case-officer: case close 1
expect cases 1 stage: closed
expect needs 1 stage: closed

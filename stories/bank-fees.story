# Banks on the way keep fees of what members pay. Where the charter says so, the fund bears them up to an amount; the rest is due.
story: What banks on the way keep of a payment
charter: ../charters/dues.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, treasurer for 365d
{second}/root: fund sign-agreement --paid-in 1000.00 --callable 0.00
{third}/root: fund sign-agreement --paid-in 500.00 --callable 0.00

== A fee that the fund bears
{third}/treasurer: bank enter 974.99 --from {second} --fee 25.01 --reference "2026-12-01/1"
  refused by F85
{third}/treasurer: bank enter 975.00 --from {second} --fee 25.00 --reference "2026-12-01/1"
{fourth}/treasurer: bank countersign 1
expect accounts money 111 "due from" {second} balance: 0.00
expect accounts money 503 "bank charges" balance: 25.00
# Authority is what is there: a fee is no money.
expect accounts "commitment authority" 14 "authority available" balance: 975.00

== A fee pays no more than is due
{fourth}/treasurer: bank enter 500.00 --from {third} --fee 0.01 --reference "2026-12-01/2"
  refused by F86
{fourth}/treasurer: bank enter 480.00 --from {third} --reference "2026-12-01/2"
{asker}/treasurer: bank countersign 2
# What no treasurer says a bank kept stays due.
expect accounts money 111 "due from" {third} balance: 20.00
# It was kept, as the bank says later: the line is taken back and entered as what it is.
{third}/treasurer: bank take-back 2
{fourth}/treasurer: bank take-back 2
{fourth}/treasurer: bank enter 480.00 --from {third} --fee 20.00 --reference "2026-12-01/2"
{asker}/treasurer: bank countersign 3
expect accounts money 111 "due from" {third} balance: 0.00
expect accounts "commitment authority" 14 "authority available" balance: 1455.00

# Help where another body comes first, stands down by decision, and is not given twice: only the beneficiary's word counts, or a decision.
story: The relation to an older alliance
charter: relation.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives and money
every member accredits representative, treasurer, case-officer for 365d
{second}/root: fund sign-agreement --paid-in 500.00 --callable 0.00
{second}/treasurer: bank enter 500.00 --from {second} --reference "statement 1, line 1"
{third}/treasurer: bank countersign 1

== Another body comes first
{asker}/representative: case request --purpose "air defence" --payee "account 1" --tranche 200.00 "contract signed" --tranche 100.00 "delivered"
{third}/representative: decision table "Air defence" --assist 1
{third}/representative: decision open 1
  refused by C53
wait 72h
{third}/representative: decision open 1
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
{fourth}/representative: decision vote 1 in-favour
wait 72h
{fourth}/representative: decision execute 1
{second}/case-officer: case attest 1 1
{second}/case-officer: case attest 1 2

== What is given elsewhere: the beneficiary says it
{third}/treasurer: payment instruct 1 1
  refused by C50
{fourth}/representative: case elsewhere 1 --body "North Atlantic Treaty Organization" --amount 300.00 --status paid
  refused by C49
{fourth}/representative: case elsewhere 1 --body "North Atlantic Treaty Organization" --amount 300.00 --status paid --source "a newspaper"
expect funding-elsewhere 1 1 counts: no
{asker}/representative: case elsewhere 1 --body "North Atlantic Treaty Organization" --amount 50.00 --status promised
expect funding-elsewhere 1 2 counts: yes
{third}/treasurer: payment instruct 1 1
{fourth}/treasurer: payment countersign 1
{third}/treasurer: payment instruct 1 2
  refused by C46
{asker}/representative: case elsewhere 1 --body "North Atlantic Treaty Organization" --amount 0.01 --status promised
  refused by C49

== Help stands down by decision, and goes on by decision
{second}/representative: decision table "The alliance acts" --stand-down 1
{second}/representative: decision open 2
{second}/representative: decision vote 2 in-favour
{third}/representative: decision vote 2 in-favour
{fourth}/representative: decision vote 2 against
wait 72h
{fourth}/representative: decision execute 2
{third}/treasurer: payment instruct 1 2
  refused by C51
{second}/representative: decision table "It did not" --resume 1
{second}/representative: decision open 3
{second}/representative: decision vote 3 in-favour
{third}/representative: decision vote 3 in-favour
{fourth}/representative: decision vote 3 in-favour
wait 72h
{fourth}/representative: decision execute 3

== What was promised elsewhere did not come
{asker}/representative: case elsewhere 1 --body "North Atlantic Treaty Organization" --amount 50.00 --status requested --source "a letter of the alliance"
expect funding-elsewhere 1 3 counts: no
{third}/treasurer: payment instruct 1 2
{fourth}/treasurer: payment countersign 2

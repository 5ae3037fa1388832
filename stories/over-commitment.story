# Four requests are adopted at once for money that covers three: three are carried out, whichever comes first, and the fourth waits.
story: More is adopted than the fund can promise
charter: ../charters/partnership.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, treasurer, case-officer for 365d

== 350.00 are there
{second}/root: fund sign-agreement --paid-in 400.00 --callable 0.00
{second}/treasurer: bank enter 350.00 --from {second} --reference "statement 1, line 1"
{third}/treasurer: bank countersign 1
expect accounts "commitment authority" 14 "authority available" balance: 350.00

== Each of four members asks for 100.00, and all four are adopted
{asker}/representative: case request --purpose "generators" --payee "central bank of {asker}, account 1" --tranche 100.00 "contract signed"
{second}/representative: case request --purpose "pumps" --payee "central bank of {second}, account 1" --tranche 100.00 "contract signed"
{third}/representative: case request --purpose "cables" --payee "central bank of {third}, account 1" --tranche 100.00 "contract signed"
{fourth}/representative: case request --purpose "radios" --payee "central bank of {fourth}, account 1" --tranche 100.00 "contract signed"
{asker}/representative: decision table "Help for {asker}" --assist 1
{asker}/representative: decision table "Help for {second}" --assist 2
{asker}/representative: decision table "Help for {third}" --assist 3
{asker}/representative: decision table "Help for {fourth}" --assist 4
{asker}/representative: decision open 1
{asker}/representative: decision open 2
{asker}/representative: decision open 3
{asker}/representative: decision open 4
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
{fourth}/representative: decision vote 1 in-favour
{asker}/representative: decision vote 2 in-favour
{third}/representative: decision vote 2 in-favour
{fourth}/representative: decision vote 2 in-favour
{asker}/representative: decision vote 3 in-favour
{second}/representative: decision vote 3 in-favour
{fourth}/representative: decision vote 3 in-favour
{asker}/representative: decision vote 4 in-favour
{second}/representative: decision vote 4 in-favour
{third}/representative: decision vote 4 in-favour
wait 72h
expect decisions 4 stage: adopted

== They race
# Whoever carries one out first has it: three times 100.00 fit into 350.00, and the fourth does not.
{fourth}/representative: decision execute 4
{second}/representative: decision execute 2
{asker}/representative: decision execute 1
expect accounts "commitment authority" 14 "authority available" balance: 50.00
{third}/representative: decision execute 3
  refused by F12
{asker}/representative: decision execute 3
  refused by F12
expect cases 3 stage: requested

== Nothing is lost: the decision stands, and is carried out once money came
{second}/treasurer: bank enter 49.99 --from {second} --reference "statement 1, line 2"
{third}/treasurer: bank countersign 2
{third}/representative: decision execute 3
  refused by F12
{second}/treasurer: bank enter 0.01 --from {second} --reference "statement 1, line 3"
{third}/treasurer: bank countersign 3
{third}/representative: decision execute 3
expect cases 3 stage: approved
expect accounts "commitment authority" 14 "authority available" balance: 0.00

# What abstaining and staying away do: neither adopts anything, and neither alone stops anything.
story: Everyone abstains, nobody votes
charter: ../charters/partnership.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative for 365d

== Everyone abstains
{asker}/representative: case request --purpose "spare parts" --payee "central bank of {asker}, account 1"
  --tranche 100.00 "delivery plan agreed"
{asker}/representative: decision table "Help for {asker}" --assist 1
{asker}/representative: decision open 1
{second}/representative: decision vote 1 abstain
{third}/representative: decision vote 1 abstain
{fourth}/representative: decision vote 1 abstain
wait 72h
expect decisions 1 stage: not adopted
expect decisions 1 verdict: in favour 0 of 3 participating members, 55 % needed, and 0.0 % of population, 65 % needed; not adopted: nobody is in favour
{fourth}/representative: decision execute 1
  refused by D8

== Nobody votes
# What was not adopted stays so; another draft is a decision of its own, and old votes do not count in it.
{asker}/representative: decision table "Help for {asker}, again" --assist 1
{asker}/representative: decision open 2
wait 72h
expect decisions 2 stage: not adopted
expect decisions 2 verdict: in favour 0 of 3 participating members, 55 % needed, and 0.0 % of population, 65 % needed; not adopted: nobody is in favour

== One is in favour, and the others stay away
{asker}/representative: decision table "Help for {asker}, a third time" --assist 1
{asker}/representative: decision open 3
{second}/representative: decision vote 3 in-favour
wait 72h
expect decisions 3 stage: not adopted

== Two are in favour, and one stays away
{asker}/representative: decision table "Help for {asker}, a fourth time" --assist 1
{asker}/representative: decision open 4
{second}/representative: decision vote 4 in-favour
{third}/representative: decision vote 4 in-favour
wait 72h
expect decisions 4 stage: adopted
# Adopted is not paid: nobody has paid anything in.
{second}/representative: decision execute 4
  refused by F12
expect cases 1 stage: requested

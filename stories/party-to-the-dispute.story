# The others decide that a member is a party to the dispute about a case: it takes part in no decision on it after.
story: A party to the dispute stays out
charter: ../charters/five.toml
begins: 2026-12-01T09:00:00Z
cast: asker, party, second, third, fourth

== A request
every member accredits representative for 365d
{asker}/representative: case request --purpose "field hospitals" --payee "central bank of {asker}, account 1"
  --tranche 200.00 "first hospital stands"

== Neither the beneficiary nor the party decides who stays out
{asker}/representative: decision table "Who stays out" --name-party 1:{party}
  refused by D21
{second}/representative: decision table "Who stays out" --name-party 1:{asker}
  refused by D21
{second}/representative: decision table "Who stays out" --name-party 1:{party}
{second}/representative: decision open 1
{party}/representative: decision vote 1 against
  refused by D6
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
wait 72h
{fourth}/representative: decision execute 1
{third}/representative: decision table "Who stays out" --name-party 1:{party}
  refused by D22

== It takes part in no decision on the case, and not so many are named that none could be taken
{second}/representative: decision table "Help for {asker}" --assist 1
{second}/representative: decision open 2
{party}/representative: decision vote 2 against
  refused by D6
{third}/representative: decision table "Who stays out too" --name-party 1:{fourth}
  refused by D4
{second}/representative: decision vote 2 in-favour
{third}/representative: decision vote 2 in-favour
wait 72h
expect decisions 2 stage: adopted

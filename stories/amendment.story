# A text is adopted, accepted, and binds those that accept it: the last one is asked for nothing new.
story: A text is amended, and binds those that accept it
charter: ../charters/partnership.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, treasurer for 730d

== The text is adopted
{fourth}/root: fund sign-agreement --paid-in 0.00 --callable 100.00
{second}/root: fund sign-agreement --paid-in 0.00 --callable 100.00
# What an amendment cannot do: here, take the articles on amendment and withdrawal away.
{asker}/representative: decision table "Another charter" --amend ../charters/plain-55-65.toml
  refused by M23
{asker}/representative: decision table "Two can decide, and notice is shorter" --amend amended.toml
{asker}/representative: decision open 1
{asker}/representative: decision vote 1 in-favour
{second}/representative: decision vote 1 in-favour
{third}/representative: decision vote 1 in-favour
wait 240h
expect decisions 1 stage: adopted
{asker}/representative: decision execute 1

== Enough accept it
{asker}/root: member accept-amendment 2
{asker}/root: member accept-amendment 2
  refused by M25
{second}/root: member accept-amendment 2
expect membership {second} standing: in force
{third}/root: member accept-amendment 2
# It is in force for three. {fourth} is bound by the text that it accepted, and takes no part until it accepts this one.
expect membership {fourth} standing: bound by an older text
{fourth}/representative: decision table "A draft" --call 1.00
  refused by M9
{second}/representative: decision table "A call" --call 100.01
  refused by F13
{second}/representative: decision table "A call" --call 100.00
{second}/representative: decision open 2
{fourth}/representative: decision vote 2 against
  refused by D6
{asker}/representative: decision vote 2 in-favour
{second}/representative: decision vote 2 in-favour
wait 240h
expect decisions 2 stage: adopted
{third}/representative: decision execute 2
expect agreements {fourth} called: 0.00
expect agreements {second} called: 100.00

== The last one accepts
{fourth}/root: member accept-amendment 2
expect membership {fourth} standing: in force
{fourth}/representative: decision table "A draft" --call 1.00
# It leaves by the notice of the text that it accepted last.
{fourth}/root: member withdraw
wait 180d
expect membership {fourth} standing: left

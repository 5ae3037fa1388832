# Any member calls consultations, about the security of any member; nobody else closes, refuses or delays them.
story: Consultations that nobody stops
charter: consultations.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second, third, fourth

== Representatives
every member accredits representative, treasurer, case-officer for 365d

== Several at once, one of them about the security of another
{asker}/representative: consultation call --threatened {asker} --en "Troops at the border" --fr "Troupes à la frontière" --audience public
{second}/representative: consultation call --threatened {third} --en "A cable was cut"
{asker}/treasurer: consultation call --threatened {asker} --en "The same"
  refused by O1
expect consultations 1 called_by: {asker}
expect consultations 1 audience: public
expect consultations 2 threatened: {third}
expect consultations 2 stage: open

== Who has acknowledged, and who has not, for how long
{third}/representative: consultation acknowledge 1
{third}/representative: consultation acknowledge 1
  refused by K5
wait 20h
{second}/representative: consultation acknowledge 1
expect acknowledgements 1 {third} hours: 0
expect acknowledgements 1 {second} hours: 20
expect acknowledgements 1 {fourth} stage: missing
expect acknowledgements 1 {fourth} hours: 20

== Only the caller closes, or the rule
{fourth}/representative: consultation close 1
  refused by K6
{asker}/representative: consultation close 1
{third}/representative: consultation acknowledge 1
  refused by K2
wait 90d
expect consultations 2 closed_by: the rule
expect consultations 2 stage: closed

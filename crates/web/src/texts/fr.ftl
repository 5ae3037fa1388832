# Ce que disent les pages en français. Chaque texte est aussi dans en.ftl, sous le même nom.

skip = Aller à la page
exercise = EXERCICE.
exercise-says = Scénario construit d'après un article de presse dont les affirmations n'ont pas pu être confirmées ; la conduite des pays est une donnée d'essai, et non un compte rendu ou une attente.
node-of = Vu du nœud de
node-alone = Vu d'un seul nœud, qui tient le registre à lui seul
chapters = Chapitres
as-of = État au
height = Hauteur
record-id = Registre
foot-says = Tout ce qui figure ici est lu dans le registre, que ce nœud a parcouru lui-même.
foot-assumed = Ce qui figure ci-dessus suit d’hypothèses dans un texte, et n’est pas lu dans le registre, que ce nœud a parcouru lui-même.
foot-record = Le lire, y chercher, l'emporter et le vérifier

chapter-front = Accueil
chapter-today = Aujourd'hui
chapter-decisions = Décisions
chapter-fund = Fonds
chapter-cases = Dossiers
chapter-consultations = Consultations
chapter-frameworks = Cadres
chapter-continuity = Continuité
chapter-positions = Positions
chapter-capabilities = Capacités
chapter-charter = Charte
chapter-members = Membres
chapter-network = Réseau
chapter-representatives = Représentants
chapter-record = Registre
chapter-public = Public

unknown = inconnu
all-rows = toutes les lignes
all-findings = tous les constats
no-rows = Aucune ligne.
rows = Lignes
rows-before = Lignes précédentes
rows-after = Lignes suivantes
rows-of = Lignes { $from } à { $until } sur { $all }
search = Trouver les lignes qui contiennent
search-ask = Trouver
take-away = Emporter toutes les lignes en

front-title = Pouvoir agir quand l'un dit non
front-lead = L'aide à un membre menacé, décidée à la majorité qualifiée et versée sans veto de personne. Où en est le plan, qui pourrait arrêter qui, et ce qui est promis.
front-plan = Le plan
front-promises = Ce qui est promis, et ce qui en a été constaté
plan-says = Sur un objectif de { $target } { $currency }, { $paid } sont versés.
plan-paid = versés
plan-announced = annoncés ou signés au-delà
plan-open = non annoncés
plan-target = Objectif
plan-binds = Ce qui est annoncé n'engage personne ; ce qui est signé engage qui l'a signé, à hauteur de ce qu'il a signé.

question = Un membre demande de l'aide. Un seul autre membre pourrait-il l'arrêter ?
question-says = Qui demande (en lignes), qui refuse seul (en colonnes), tous les autres étant pour, quelle que soit la manière de refuser.
question-switch = Selon quel texte
question-none = Ce texte n'a pas de règle sur l'aide que l'on puisse interroger.
question-no = Non : personne ne le pourrait, dans aucun des { $pairs } couples de qui demande et qui refuse.
question-yes = Oui, de la part de { $members } : dans { $blocked } des { $pairs } couples de qui demande et qui refuse.
charter-in-force = Le texte en vigueur
charter-plain = 55 % des membres et 65 % de la population
charter-contributions = Selon les contributions
charter-consensus = Par consensus
grid-asks = Demande
grid-refuses = { $member } refuse
grid-itself = –
grid-adopted = adoptée
grid-clause = par la clause
grid-blocked = BLOQUÉE

promises-wait = Le texte en vigueur est en cours d'examen ; revenez dans un instant.
promise-block = Bloquer
promise-block-says = Aucun membre n'arrête seul une décision.
promise-impose = Imposer
promise-impose-says = Aucun membre seul, ni deux groupes opposés à la fois, n'en adopte une.
promise-majority = Majorité
promise-majority-says = Personne ne change qui participe jusqu'à obtenir une majorité qu'il n'a pas.
promise-procedure = Procédure
promise-procedure-says = De la demande au versement, les autres parviennent au versement quoi que fasse un membre.
promise-delay = Délai
promise-delay-says = Un membre ne retarde pas un versement au-delà de ce que dit le texte.
promise-entry = Entrée en vigueur
promise-entry-says = Aucun signataire et aucun dépositaire ne retient l'entrée en vigueur.
promise-consultations = Consultations
promise-consultations-says = Personne n'arrête, ne clôt, n'asphyxie ni ne retarde les consultations d'un autre au-delà des heures du texte.
promise-offices = Fonctions
promise-offices-says = Chaque fonction a assez de titulaires quand l'un d'eux ne coopère pas.
promise-money = Argent
promise-money-says = Ce qui est approuvé reste payable quand un membre ne paie pas.
promise-nodes = Nœuds
promise-nodes-says = Les nœuds continuent quand l'un est éteint.
promise-independence = Indépendance
promise-independence-says = Rien ne repose sur un État désigné.
promise-compatibility = Compatibilité
promise-compatibility-says = Ce que dit le texte d'un autre organe à côté de celui-ci.
proven = prouvé
fails = échoue
condition = sous condition
not-declared = non déclaré
not-promised = non promis
undecided = indécis
cases-of = Dans { $fails } cas sur { $of }.
found-how = Constaté

charter-lead = Le texte en vigueur : comment on décide, et ce qui a été constaté de ses promesses. Chaque constat ouvre sa preuve, ou les étapes par lesquelles il échoue.
charter-rules = Règles de décision
instruments = L'instrument et ses textes

decisions-lead = Projets, votes et résultats, les plus récents d'abord.
decision-title = Décision { $number }
decision-stage = État
decision-does = Effet
decision-mover = Auteur
decision-rule = Règle
decision-procedure = Procédure
decision-closes = Clôture
decision-latest = au plus tard
decision-unopened = Aucun vote n'a été ouvert à son sujet.
tally = Le vote face à chaque seuil
tally-if = Si au contraire :
tally-as-it-stands = Revenir à l'état présent
bar-needed = requis
bar-at-most = au plus
bar-members = membres
bar-not-in-favour = non favorables
bar-met = atteint
bar-not-met = non atteint
votes = Votes
in-favour = pour
against = contre
abstain = abstention
changes = Qui pourrait encore changer l'issue
changes-adopted = Close maintenant, elle serait adoptée. Chacun de ces groupes pourrait à lui seul changer cela en étant contre :
changes-not-adopted = Close maintenant, elle ne serait pas adoptée. Chacun de ces groupes pourrait à lui seul changer cela en étant pour :
changes-nobody = Personne.
changes-more = Il y a d'autres groupes de cette taille.
what-if = Et si des membres votaient autrement ?
what-if-says = La règle elle-même est interrogée, et rien n'est changé.
what-if-as-is = inchangé
what-if-ask = Demander

fund-none = Cette charte n'a pas de fonds.
fund-lead = Ce que les membres ont signé et versé, ce qui peut être promis, et ce qui est dans les livres.
books-balanced = Dans chaque livre, les débits égalent les crédits.
books-not-balanced = Dans un livre, les débits n'égalent pas les crédits.
contributions = Contributions
pledges = Annonces
calls = Appels de fonds
arrears = Arriérés
accounts = Comptes
bank-lines = Relevé de la banque
journal = Journal

cases = Dossiers
cases-lead = L'aide qui a été demandée, ce qui a été décidé, et ce qui a été versé.
case-title = Dossier { $number }
tranches = Tranches
payments = Versements
loans = Prêts
needs = Besoins
offers = Offres en nature
agreements = Accords de financement
elsewhere = Donné ailleurs

consultations = Consultations
consultations-lead = Convoquées par tout membre quand, de l'avis de celui-ci, la sécurité d'un membre est menacée ; en vigueur aussitôt, et personne ne refuse.
consultation-title = Consultations { $number }
acknowledgements = Accusés de réception
sessions = Séances
minutes = Comptes rendus
texts = Textes
statements = Déclarations
proceedings = Dans d'autres organes, selon ce qui en est rapporté

frameworks = Cadres entre deux membres ou plus
frameworks-lead = Ce que des membres ont convenu entre eux pour autant qu'ils le disent aux autres, ce qui existe avec d'autres États, et ce que chacun peut faire selon lui-même.
arrangements = Arrangements existants avec d'autres États
gaps = Lacunes, et qui pourrait les combler
procurements = Acquisitions conjointes

continuity-lead = Les lignes entre militaires qui continuent pendant un différend : leur état tel que chaque côté le confirme.
lines = Lignes
line-tests = Essais
outages = Pannes

positions-lead = Ce que les membres disent penser, et qui n'engage personne.
soundings = Sondages
explanations = Explications de position
reported-positions = Rapporté d'autres États
groupings = Groupements
briefings = Communications préalables

capabilities-lead = Ce dont chaque membre est capable, de quoi c'est fait et qui tient chaque partie, comme il le déclare de lui-même ; nul ne l'a vérifié. Ce qui n'est pas publié reste inconnu.
capabilities = Capacités, et ce qu'elles requièrent

representatives-lead = Qui peut agir pour quel membre, dans quelle fonction, et jusqu'à quand. Les clés sont désignées par leurs identifiants ; aucun nom ne figure au registre.
credentials = Pouvoirs

members-lead = Les États que ce partenariat engage. Chacun est engagé par ce qu'il a signé, et par rien d'autre.
membership = Situation
member-lead = Ce que { $member } a signé, versé et peut recevoir, et ce qu'aucune majorité ne peut lui faire.
member-cannot = Ce qu'une majorité ne peut pas lui faire
cannot-call = Lui appeler plus qu'il n'a signé : le compte de ce qui reste appelable a cette limite dans les livres mêmes.
cannot-amend = Le lier à un texte modifié : un amendement ne lie un membre qu'une fois accepté par lui.
cannot-node = Lui prendre son nœud : une suspension lui prend sa voix, jamais sa place dans l'accord des nœuds.
cannot-expel = L'exclure : un État part par sa propre notification, qu'il peut reprendre, et par rien d'autre.
cannot-silence = L'empêcher de convoquer des consultations, ou clore celles qu'il a convoquées.
cannot-sign = Agir en son nom : chaque acte est signé d'une clé que le membre lui-même a habilitée. De nouvelles clés pour un membre qui a perdu les siennes attendent, et ses anciennes clés peuvent s'y opposer.

network-lead = Les nœuds des membres, vus de celui-ci. Ils s'accordent sur un seul registre ; chacun le garde en entier.
network-alone = Un seul nœud tient ce registre : s'il s'arrête, le partenariat s'arrête.
network-few = Moins de quatre nœuds ne survivent pas à la perte d'un seul : ce qui est promis de l'arrêt ne tient pas ici.
node = Nœud de
node-this = (celui-ci)
node-heard = Entendu
node-is-heard = récemment
node-is-silent = silencieux
node-named = Mis en cause pour
node-named-never = rien

record-lead = Tous les registres, en entier. Chacun se cherche et s'emporte en CSV ou en JSON.
public-lead = Ce qui est public : à lire sans se connecter.

today-lead = Ce qui attend cette délégation, le plus proche d'abord, et ce qui arrive si elle ne fait rien.
today-nothing = Rien n'attend.
until = Jusqu'au
if-nothing = Si rien n'est fait :
waits-vote = Voter sur la décision { $number } : { $title }
waits-acknowledgement = Accuser réception des consultations { $number }
otherwise-adopted = elle est adoptée, en l'état des votes.
otherwise-not-adopted = elle n'est pas adoptée, en l'état des votes.
otherwise-missing = l'accusé manquant est affiché avec son âge ; les consultations continuent.

# Se connecter, préparer, signer
chapter-acts = Agir
sign-in = Se connecter
sign-out = Se déconnecter
sign-in-first = Connectez-vous pour donner ceci.
sign-in-says = Votre agent, qui garde votre clé sur votre propre machine, signe un défi établi pour cette adresse et utilisé une seule fois. Ni clé ni mot de passe ne vient ici.
sign-in-go = Demander à mon agent
sign-in-agent = L'agent est cherché à { $agent }, sur votre propre machine : lancez-le par `quorate agent`.
sign-in-none = Aucun agent n'est défini pour ces pages : `quorate pages --agent`.
sign-in-exercise = EXERCICE : l'agent de cette démonstration a toutes les clés et connecte n'importe qui d'un clic. Rien de tel n'existe pour un partenariat réel.
sign-in-as = Se connecter comme { $post }
signed-in-as = Connecté comme { $post }.
acts-lead = Tout ce qu'une délégation peut donner, chaque acte avec son formulaire. Ce qui est préparé ici devient un projet ; rien n'est au registre avant d'être signé par l'agent et donné.
drafts = Projets de cette délégation
act-page = L'explication entière
act-says = Ceci prépare un projet, montre ce que les règles en diraient maintenant, et ne change rien.
act-prepare = Préparer
field-required = (obligatoire)
field-lines = Un par ligne.
draft = Projet
draft-post = Dans la fonction
draft-id = Ce qui est signé (son empreinte)
draft-expires = Trop tard à partir du
draft-second = Seconde personne
draft-unchecked = personne d'autre ne l'a vu
draft-checked = (vu par une seconde personne)
draft-checked-by = { $post } l'a vu (clé { $key })
draft-would = Ce qui arriverait s'il était ordonné maintenant
draft-would-says = Essayé sur une copie du registre selon les mêmes règles ; ce que d'autres font avant qu'il soit ordonné peut le changer.
draft-sign = Le faire signer par mon agent
draft-check = Je l'ai vu
draft-discard = Écarter
draft-not-yours = { $post } le signe, de la clé qui l'a préparé.
given-recorded = Enregistré à la hauteur { $height }, position { $position }.
given-refused = Au registre à la hauteur { $height }, position { $position }, comme refusé :

# Les pages de l'agent lui-même
agent = Agent
agent-lead = Cet agent garde des clés sur cette machine. Il signe ce que demande la page d'un nœud, une fois que vous l'avez vu ici et que vous le dites.
agent-exercise = EXERCICE : cet agent a toutes les clés d'une démonstration et connecte n'importe qui d'un clic.
agent-encrypted = ouverte à chaque signature par une phrase secrète, ou par une clé d'accès
agent-sign-in = Se connecter ?
agent-sign = Signer ceci ?
agent-asks = La page qui demande est à
agent-command = Dans la fonction { $post }, vous signeriez, tel que cet agent le lit dans les octets :
agent-no-key = Aucune clé d'ici ne signe ceci.
agent-wrong = Ceci n'a pas été signé : la phrase secrète n'ouvre pas la clé, ou la clé n'est pas utilisable.
agent-passphrase = Phrase secrète de la clé
agent-yes = Oui, signer comme { $post }
agent-no = Si vous n'avez pas demandé ceci, fermez la page : rien n'est signé.
agent-signed = Signé. Cela compte une fois donné au nœud qui l'a demandé.
agent-give = Le donner à { $origin }
agent-too-long = Ce qui a été envoyé est plus long que tout formulaire de ces pages. Rien n'a été fait. Un message a au plus 65 536 octets ; les textes plus longs se partagent comme produits.
agent-no-form = Ce qui a été envoyé n'est pas un formulaire de ces pages. Rien n'a été fait : envoyez-le depuis la page elle-même.
agent-no-way = Cette adresse n'est pas faite pour cela : rien n'a été fait. Ouvrez la page, et continuez de là.
agent-back = À la première page de l'agent
agent-whole = L'acte entier, champ par champ

way-open = Ouvrir le vote
way-withdraw = Le retirer
way-vote = Voter
way-object = S'opposer
way-proxy = Donner procuration
way-execute = L'exécuter

# Coller son propre texte
try-title = Examiner un texte à vous
try-lead = Collez une charte, ou les règles d'un autre organe, et voyez ce qu'un seul membre pourrait y faire, à côté du texte en vigueur. Rien n'est conservé.
try-text = Le texte (selon docs/formats.md)
try-independent = Demander aussi s'il est indépendant de cet État (trois capitales)
try-ask = L'examiner
try-faults = Ce texte ne se lit pas encore :
try-long = Un texte a ici 64 ko au plus : examinez-en un plus long depuis le terminal.
try-busy = Un autre texte est à l'examen : réessayez dans un instant.
try-beside = Promesse par promesse
try-this = Ce texte
# The fund in depth.

fund-pages = Pages du fonds
fund-overview = Vue d'ensemble
fund-liquidity = Liquidité
fund-statements = Relevés
fund-books = Livres
fund-bank = Banque
fund-target = Situation par rapport à l'objectif
fund-target-says = Sur un objectif de { $target }, { $signed } sont signés, dont { $paid } encaissés.
fund-signed = Signé, libéré et appelable
fund-received = Encaissé
fund-announced-beyond = Annoncé au-delà de ce qui est signé
fund-neither = Ni signé ni annoncé
nobody = personne
contributions-says = Ce qu'un membre a signé l'engage à hauteur de ce qu'il a signé. Les barres sont à la même échelle.
bar-heading = Encaissé, appelé, appelable
bar-received = encaissé
bar-called = appelé ou exigible, non encaissé
bar-callable = encore appelable
chart-table = Les mêmes chiffres en
flows = D'où est venu l'argent, et où il est allé
flows-says = D'après les lignes du relevé bancaire saisies et contresignées par deux trésoriers. Ce qui est reparti est retranché de sa source.
flows-told = Entrées : { $from }. Sorties ou restes : { $to }.
flows-none = Aucun fonds n'est encore arrivé.
flows-back = Retour du dossier { $number }
flows-way = Provenance ou emploi
flows-came = Entrées
flows-went = Sorties ou restes
flows-solid = entré ou sorti
flows-hatched = en banque, réservé à ce qui est approuvé
flows-empty = en banque, détenu pour autrui ou libre
flows-held = En banque : détenu pour autrui
flows-aside = En banque : réservé
flows-free = En banque : libre
authority = Capacité d'engagement
authority-says = Ce qui peut être promis repose sur ce qui est libéré, jamais sur ce qui pourrait être appelé.
authority-share = Part de ce qui a été accordé
authority-none = Aucune : rien n'a encore été libéré.
books-ledgers = Les livres
books-position = Ce que le fonds possède, doit recevoir et doit
books-income = Produits et charges à ce jour
books-nothing = Rien n'y figure.
bank-lead = Le relevé bancaire saisi et contresigné par les trésoriers de deux membres, et ce qui s'y trouve d'anormal.
bank-alarms = Débits sans instruction
bank-suspense = Sommes non encore identifiées
bank-currencies = Autres monnaies
bank-investments = Placements
bank-losses = Pertes, et ce qui les a supportées
journal-lead = Toutes les écritures des livres, une ligne par mouvement. Rien n'est jamais modifié : une erreur est contre-passée par une autre écriture.
calls-lead = Un appel de fonds demande à chaque membre sa part de ce qu'il a signé comme appelable, et rien de plus.
calls-none = Rien n'a été appelé.
calls-one = Appel { $number }
calls-bar = Payé sur sa part
calls-unpaid = non payé
calls-sum = Appelé
calls-paid = payé
calls-emergency = Appels d'urgence
calls-instalments = Ce qui deviendra exigible par le seul effet du temps
statements-lead = Ce que chaque membre doit, devra et peut encore se voir demander ; chaque chiffre avec le registre dont il provient.
statement-of = Relevé de { $member }
since = depuis le
falls-due = exigible le
liquidity-lead = Si toute l'assistance approuvée peut être payée, jour par jour, et de quels membres cela dépend. Ce qui n'est pas au registre n'est compté nulle part.
liquidity-today = Aujourd'hui
liquidity-in = Dans { $days } jours
liquidity-not-payable = NON payable, même si tous paient ce qu'ils doivent.
liquidity-there = payable, même si personne ne paie plus rien : l'argent est là.
liquidity-hangs = payable, sauf si { $members } ne payait plus rien.
liquidity-more = payable, sauf si { $count } membres ne payaient plus rien.
liquidity-ladder = L'échéancier
liquidity-ladder-says = Les fonds propres sont les avoirs en banque, hors sommes détenues pour autrui, avec les placements revenus d'ici là. Ce que les membres ont signé comme appelable n'est jamais compté.
liquidity-when = Échéance
liquidity-bar = Présent, et dû
liquidity-cash = Fonds propres
liquidity-owed = Dû d'ici là
liquidity-approved = Approuvé et non payé
liquidity-left = Reste
liquidity-one = Reste sans le membre le plus lourd
liquidity-two = Reste sans les deux plus lourds
liquidity-alone = Reste si personne ne paie
capacity = Ce qui pourrait être nouvellement approuvé
capacity-says = Le plus qui pourrait être approuvé maintenant et encore payé chaque jour à partir d'aujourd'hui, si les membres qui comptent le plus ne payaient plus rien.
capacity-if = Si
capacity-worst = Les plus lourds
capacity-authority = Capacité d'engagement
capacity-could = Pourrait être approuvé
capacity-nobody = nul ne fait défaut
capacity-one = le plus lourd fait défaut (N-1)
capacity-two = les deux plus lourds font défaut
owed = Dû
owed-what = Nature
owed-when = Échéance
owed-now = maintenant
owed-nobody = Personne ne doit rien.
beside = Compté nulle part ci-dessus
beside-callable = Ce qu'apporterait un appel décidé maintenant : signé, mais pas présent
beside-callable-less = Le même sans le membre à qui il reste le plus
beside-held = Détenu pour d'autres que les membres
beside-prepaid = Payé d'avance par des membres : sert à leurs échéances
beside-undated = Dû à des dates qui ne sont pas au registre
beside-flight = De ce qui est approuvé, à la banque
beside-abroad = Détenu dans une autre monnaie
flows-picture = Bandes de l'origine à l'emploi de l'argent

# The brief, and what comes by time alone.

brief = Note pour le ministre
brief-link = Note pour le ministre, sur une page
brief-lead = Au { $at } : où en est le plan, ce qui attend cette délégation, et ce que le temps seul apportera.
brief-plan-says = Sur un objectif de { $target }, { $announced } sont annoncés ou signés ; { $signed } sont signés, et { $paid } sont libérés.
brief-waits = Ce qui attend cette délégation
brief-until = jusqu'au
brief-more = { $count } de plus
brief-decisions = Décisions ouvertes
brief-decisions-none = Aucune décision n'est ouverte.
brief-adopted = En l'état des votes, elle serait adoptée.
brief-not-adopted = En l'état des votes, elle ne serait pas adoptée.
brief-cases-none = Aucun dossier n'est ouvert.
brief-case-paid = { $paid } payés sur { $total }.
brief-next = Ce que le temps seul apportera
brief-next-none = Rien au registre que le temps seul apporterait.
brief-promises = Ce qui est promis
ahead-decision = clôture du vote sur la décision { $number }, déposée par { $of }
ahead-payment = le paiement { $number } du dossier { $of } devient caduc si les trésoriers ne l'ont pas signé
ahead-instalment = { $number } deviennent exigibles de { $of }
ahead-session = ouverture de la séance { $number } des consultations { $of }
ahead-text = le texte { $number } des consultations { $of } est convenu si personne ne rompt le silence
ahead-line = ce que { $of } a confirmé de la ligne { $number } devient trop ancien
ahead-test = la ligne { $number } ({ $of }) est à éprouver
ahead-pledge = l'annonce de { $of }, { $number }, devient caduque
ahead-loan = { $of } doit payer sur le prêt du dossier { $number }
ahead-emergency = l'appel d'urgence { $number }, demandé par { $of }, devient caduc si nul autre membre ne signe
ahead-membership = { $of } : fin de la situation « { $number } »

# One by one: consultations, cases, lines, and members by items.

acknowledged-not = PAS d'accusé de réception
acknowledged-missing = Manquent : { $members }. Les consultations continuent sans eux.
timeline = Ce qui s'est passé, dans l'ordre
time-called = { $member } a convoqué les consultations.
time-closed = Closes par { $member }.
time-acknowledged = { $member } a accusé réception de la convocation.
time-session = Ouverture de la séance { $number }
time-stated = Déclaration de { $member }
time-tabled = { $member } a déposé le texte { $number } ; le silence vaut accord.
time-recorded = Texte { $number } : { $stage }.
agenda = Ordre du jour
attended-nobody = personne, au registre
minutes-by = Procès-verbal de { $member }, version { $version },
text-title = Texte { $number }
reported-by = D'après { $member }
case-reports = Rapports d'emploi
case-money = Ce qui est payé, et ce qui reste
case-paid-says = { $paid } sur { $total } sont payés.
case-left = Reste à payer
case-decision = La décision
case-undecided = Aucune décision à ce sujet n'est au registre.
case-signed = signé par les trésoriers de { $members } ; { $able } pouvaient signer
lines-none = Aucune ligne n'est ouverte.
lines-all = Toutes les lignes, même closes
line-title = Ligne { $number }
line-sides-of = Côtés de la ligne { $number }
what-falls = Ce qui tombe avec les arrangements qui prennent fin
matrices = Ce que chaque membre dit pouvoir faire
matrices-say = Chaque membre parle pour lui-même et pour nul autre ; ce qu'il n'a pas dit n'est pas connu. Un nombre de jours est le délai nécessaire.
matrices-switch = Sans quel État
matrices-with = Tel que déclaré
matrices-without = Sans { $state }

# What no majority can do to a member; the charter in articles.

cannot-rules = Derrière chaque point figurent les règles qui le garantissent, selon docs/rules.md, et les invariants éprouvés (I).
cannot-text = Il a accepté le texte { $accepted } ; le texte { $force } est en vigueur.
cannot-called = Il a convoqué { $all } consultations, dont { $open } ouvertes.
cannot-keys = Clés qui exercent une fonction pour lui, outre ses clés racine et de secours : { $count }.
articles = Le texte par articles
articles-say = Tel qu'il a été convenu, dans la forme où il est conservé. Les noms des tables sont les mêmes dans toutes les langues.
articles-head = En-tête du texte
articles-whole = Le texte entier
article-number = Article { $number }
# Long lists.

newest-rows = Des longues listes, les plus récentes lignes figurent ici ; toutes figurent dans les registres.
# The API
in-the-api = dans l'API
decision-in-the-api = Cette décision en JSON, dans l'API
waiting-more = { $count ->
    [one] Une autre chose attend après celles-ci.
   *[other] { $count } autres choses attendent après celles-ci.
 }
register-title = Registre « { $name } »
changes-many = Aucun petit groupe ; les plus grands sont trop nombreux pour être essayés.

# Other systems
systems = Autres systèmes
systems-lead = Les programmes de la délégation lisent l’interface avec un jeton, comme ses membres lisent les pages lorsqu’ils sont connectés. Un jeton lit, et rien d’autre : tout ce qui est remis est signé d’une clé habilitée. Il prend fin à son terme, avec le poste de celui qui l’a créé, et ici.
systems-link = Jetons des autres systèmes
systems-none = Il n’y a aucun jeton.
systems-unread = Les jetons conservés ne peuvent être lus : aucun n’est accepté ni ne peut être créé tant que l’exploitant du nœud n’y a pas regardé.
systems-name = Nom
systems-by = Créé par
systems-made = Créé le
systems-ends = Valable jusqu’au
systems-end = Y mettre fin
systems-end-one = Mettre fin au jeton « { $name } »
systems-make = Créer un jeton
systems-days = Jours de validité, { $most } au plus
systems-shown-once = Voici le jeton. Il est montré une seule fois et n’est pas conservé ici : placez-le où le programme le trouve.
systems-ended = Le jeton a pris fin.
systems-bad-name = Un jeton a un nom, de { $characters } caractères au plus.
systems-bad-days = Un jeton est valable de 1 à { $most } jours.
systems-too-many = Il y a autant de jetons qu’un nœud en conserve : mettez d’abord fin à l’un d’eux.
systems-not-kept = Le nœud n’a pas pu le conserver : rien n’a changé. Prévenez l’exploitant du nœud.
# L'historique et le certificat d'une décision ; les points de contrôle.

history = Historique
history-says = Ce qui lui est arrivé, dans l’ordre du registre. Chaque événement a sa hauteur et son rang parmi tous les événements du registre, compté à partir de 0.
history-place = hauteur { $height }, événement { $event }
history-left-out = { $count } événements intermédiaires ne sont pas repris ici ; chaque vote figure dans son registre.
history-time = le temps
history-tabled = { $who } a déposé le projet, à décider selon la règle { $rule } :
history-amended = { $who } a modifié le projet, désormais version { $version }, à décider selon la règle { $rule } :
history-would = Effet : { $does }.
history-withdrawn = { $who } a retiré le projet.
history-opened = { $who } a ouvert le vote sur la version { $version }. Participent : { $members }. Le vote est clos le { $until }.
history-out = Ne prennent pas part au vote, comme parties intéressées : { $members }.
history-in-favour = { $member } a voté pour.
history-against = { $member } a voté contre.
history-abstains = { $member } s’est abstenu.
history-replaces = Ce vote remplace son vote antérieur.
history-ad-referendum = Ad referendum : à confirmer.
history-parliamentary = Sous réserve parlementaire : à confirmer.
history-explained = Dans ses propres termes :
history-objected = { $member } a fait objection.
history-converted = Le silence ne l’a pas adoptée. Les membres votent jusqu’au { $until }.
history-extended = L’issue a changé tardivement. Le vote est désormais clos le { $until }.
history-unconfirmed = L’issue dépend des votes de { $members }, à confirmer avant le { $until }. Ce qui n’est pas confirmé alors compte comme absent.
history-proxy = { $member } a donné sa voix à { $holder }.
history-proxy-ended = La procuration de { $member }, détenue par { $holder }, a pris fin.
history-closed = Le vote a été clos :
history-silent = Pour, par leur silence : { $members }.
history-executable = Elle peut être exécutée jusqu’au { $until }.
history-lapsed = Elle n’a pas été exécutée à temps et est devenue caduque.
history-executed = { $who } l’a exécutée.
certificate = Certificat
certificate-says = Ce que la clôture du vote a compté, et où cela figure dans le registre. L’issue est définitive.
certificate-counted = Votes comptés à la clôture
certificate-member = Membre
certificate-vote = Vote
certificate-command = Commande signée
certificate-proxy = par procuration, exercée par { $holder }
certificate-silent = pour, par son silence
certificate-absent = Qui prend part au vote et ne figure pas dans ce tableau a été compté comme absent. Chaque seuil est montré plus haut :
certificate-closed = Clôture
certificate-place = Dans le registre
certificate-signed = Signé par les nœuds
certificate-unsigned = Aucun point de contrôle signé par assez de nœuds de membres ne la couvre encore.
certificate-download = Télécharger { $file }
certificate-verify = Le fichier la prouve par ses seuls octets, sans ce nœud et sans réseau :
certificate-upload = Ou faites-le vérifier par un nœud :
certificate-none = Pas de fichier de preuve pour l’instant
checkpoint-signed = Le point de contrôle de hauteur { $height }, sur { $size } événements, est signé par les nœuds de { $members } ({ $signed } sur { $nodes }).
checkpoint-root = Sa racine, en chiffres et en mots
proof-busy = Un autre fichier est en préparation. Redemandez dans un instant.
proof-away = Le nœud qui tient le registre ne répond pas. Redemandez quand il tournera.
proof-too-much = Il faudrait parcourir plus de { $most } blocs. Qui exploite le nœud le produit par « quorate record export ».
proof-none = Il n’y a rien à montrer : { $what }
checkpoint = Dernier point de contrôle
checkpoint-says = Ce à quoi le registre est parvenu, signé par des nœuds de membres. Gardez-le : qui en détient un peut dire plus tard si le registre a été changé derrière lui.
checkpoint-take = Le point de contrôle signé, en texte
checkpoint-check = On y confronte un fichier du registre par :
checkpoint-form = Sa forme est une note signée avec un point de contrôle (C2SP signed-note, tlog-checkpoint), que lisent les outils d’autrui ; chaque signature est Ed25519, sous la clé du nœud d’un membre.
checkpoint-none = Aucun point de contrôle n’est encore signé par assez de nœuds de membres.
record-registers = Registres

# Vérifier un fichier envoyé.

verify-title = Vérifier un fichier
verify-says = Un fichier du registre, une comparaison de deux points de contrôle ou un point de contrôle que vous détenez est vérifié ici par le code de « quorate verify ». Rien n’en est conservé.
verify-go = Choisir un fichier
verify-file = Le fichier
verify-limits = Un fichier de « quorate record export » ou « record consistency », ou un point de contrôle en texte ; 16 Mo au plus.
verify-ask = Vérifier
verify-another = Un autre fichier
verify-offline = Qui ne se fie pas à ce nœud vérifie la même chose sur sa propre machine, sans réseau :
verify-busy = D’autres fichiers sont en cours de vérification. Renvoyez-le dans un instant.
verify-empty = Aucun fichier n’est arrivé. Choisissez-en un et renvoyez-le.
verify-too-long = Le fichier dépasse 16 Mo, ce qu’aucun fichier du registre ne fait. Voyez si c’est le bon.
verify-no-form = Ce qui est arrivé n’est pas un formulaire avec un fichier, ou n’est pas arrivé entier. Choisissez le fichier sur cette page et renvoyez-le.
verified-decision = Le fichier prouve la décision { $number } : chaque vérification réussit, sur { $events } événements et { $commands } commandes signées.
verified-verdict = Verdict, recompté
verified-told = Ce qu’en dit le registre
verified-keys-apart = Que plusieurs nœuds aient signé ne dit plus qu’un seul que si chaque membre garde pour lui la clé de son nœud.
verified-checkpoint = Le point de contrôle du fichier
verified-checkpoints = Les deux points de contrôle
verified-changes = Les nœuds depuis la genèse, chaque changement signé par ceux d’avant
verified-not = Un fichier est une partie du registre : il ne prouve ni que rien d’autre n’a été décidé, ni ce qui est arrivé après son dernier événement.
verified-records = Le registre de hauteur { $first } est le début de celui de hauteur { $second } : rien d’antérieur n’a été changé.
verified-fork = Il y a deux registres : des nœuds de membres ont signé deux points de contrôle qui ne peuvent être vrais tous les deux.
verified-none-both = Aucun nœud n’a signé les deux : ou bien tous ceux qui ont signé l’un sont faux, ou bien tous ceux qui ont signé l’autre.
verified-both = Ces nœuds ont signé les deux, ce qu’aucun nœud honnête ne fait :
verified-signed = Le point de contrôle de hauteur { $height }, sur { $size } événements, est signé par les nœuds de { $members }.
verified-node-key = Clé de son nœud au début
verified-genesis = Ce qu’il faut croire
verified-genesis-own = Le fichier commence par la genèse du registre que tient ce nœud.
verified-genesis-other = Le fichier commence par la genèse d’un autre partenariat que celui que tient ce nœud. Demandez-en l’empreinte à un membre de celui-là.
verified-genesis-says = L’empreinte de la genèse : tout ce qui a été vérifié en découle, ainsi que des clés qu’il contient. Comparez-la à ce qu’un membre vous a dit par une autre voie.
verified-rehearsal = C’est une répétition : rien n’y est réel.
verified-keys = Les premières clés des nœuds des membres
verified-wrong = Le fichier ne prouve rien : la vérification « { $check } » échoue.
verified-wrong-at = À l’événement { $event } du registre.
verified-wrong-says = Il peut être endommagé, d’une autre sorte, ou altéré. Demandez à qui vous l’a donné de le refaire.

# Instructions de la capitale, et ce qui est gardé sur le disque du nœud.

instructions = Instruction de la capitale
instructions-say = Gardée au nœud de cette délégation. Elle n’est pas dans le registre, aucun autre nœud ne la reçoit, et seules les personnes de cette délégation qui sont connectées la voient.
instructions-before = Instructions antérieures
instructions-unreadable = Les instructions gardées à ce nœud ne peuvent être lues, et aucune ne peut être écrite. Qui exploite le nœud doit examiner le fichier « instructions » du dossier « desk » de son répertoire ; rien n’y a été changé.
instructions-failed = L’instruction n’est pas gardée : le disque du nœud ne l’a pas prise. Ce qui était gardé l’est toujours.
instructed = Instruction de la capitale :
instructed-none = Aucune instruction de la capitale n’est gardée à son sujet.
instructed-by = écrite par { $post } le { $at }
instruct = Écrire une instruction
instruct-vote = Vote
instruct-in-favour = voter pour
instruct-against = voter contre
instruct-abstain = s’abstenir
instruct-discretion = voter à l’appréciation de la délégation
instruct-text = Texte (4 000 octets au plus)
instruct-keep = La garder à ce nœud
instruct-no-vote = Dites s’il faut voter pour, contre, ou s’abstenir.
instruct-too-long = Le texte dépasse 4 000 octets. Raccourcissez-le.
instruct-too-many = Il y a 50 instructions sur cette décision, ou 10 000 en tout : on n’en garde pas davantage.
draft-as-instructed = Ce vote est conforme à l’instruction de la capitale.
draft-not-as-instructed = Ce vote n’est pas conforme à l’instruction. Le projet : { $draft }. La capitale : { $instructed }.
drafts-unreadable = Les projets gardés à ce nœud ne peuvent être lus, et aucun ne peut être gardé. Qui exploite le nœud doit examiner le fichier « drafts » du dossier « desk » de son répertoire ; rien n’y a été changé.
drafts-failed = Rien n’a été changé : le disque du nœud ne prend pas de projets, ou ceux qui s’y trouvent ne peuvent être lus. Ce qui était gardé l’est toujours.
disk-failed = Non gardé

# Temps restant, et le calendrier.

left = reste { $time }
left-both = { $first } et { $second }
left-days = { $count ->
    [one] 1 jour
   *[other] { $count } jours
 }
left-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
 }
left-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
 }
left-moments = reste moins d’une minute
left-none = plus de temps : clôture avec les prochains blocs
today-waits = Ce qui attend
calendar = Calendrier
calendar-name = Quorate : échéances de la délégation
calendar-says = Un logiciel de calendrier peut montrer les échéances qui attendent cette délégation, tant qu’elles l’attendent.
calendar-address = Son adresse
calendar-secret = Il n’a pas de session : il lit à une adresse qui porte un secret à vous. Elle prend fin quand vous y mettez fin, en faites une autre, ou que votre clé perd son poste.
calendar-has = Une adresse à vous est en usage.
calendar-make = Créer une adresse
calendar-again = Créer une autre adresse et mettre fin à celle-ci
calendar-end = Y mettre fin
calendar-made = Voici l’adresse. Elle n’est montrée qu’une fois : le nœud ne garde qu’un condensé de son secret.
calendar-made-says = Qui a l’adresse lit quels votes attendent la délégation et jusqu’à quand. Traitez-la comme un mot de passe.
calendar-failed = Rien n’a été changé : le disque du nœud ne prend pas d’adresses de calendrier, ou celles qui s’y trouvent ne peuvent être lues. Qui exploite le nœud doit examiner le fichier « calendars » du dossier « desk » de son répertoire.
# Qui, de la délégation, est connecté.

desk-sessions = Qui est connecté
desk-sessions-link = Qui, de cette délégation, est connecté en ce moment
desk-sessions-lead = Les sessions de votre délégation sur ce nœud. Elles appartiennent au nœud et ne figurent dans aucun registre.
desk-sessions-first = Connectez-vous pour voir qui, de votre délégation, est connecté.
desk-sessions-says = Une session prend fin après une demi-heure sans visite, après huit heures, et dès que sa clé perd sa fonction au registre. Quiconque est connecté pour un membre peut mettre fin à toute session de ce membre : la personne concernée se reconnecte.
desk-session-post = Fonction
desk-session-key = Clé
desk-session-way = Connecté par
desk-session-began = Depuis
desk-session-seen = Dernière visite
desk-session-end = Mettre fin
desk-session-end-of = Mettre fin à la session de { $post }, clé { $key }
desk-session-this = (celle-ci)
desk-sessions-end-others = { $count ->
    [one] Mettre fin à l'autre session de ma clé
   *[other] Mettre fin aux { $count } autres sessions de ma clé
 }
desk-way-key = la clé, par son agent
desk-way-passkey = une clé d'accès liée à la clé
desk-way-openid = le compte du ministère
desk-by-key-alone = Vous vous êtes connecté par le compte de votre ministère, qui ne montre pas votre clé : connectez-vous pour cela avec votre clé.
desk-second-by-key = Vous êtes connecté par le compte de votre ministère, qui ne montre pas votre clé : pour viser ceci comme seconde personne, connectez-vous par votre clé.
# Se connecter par le fournisseur d'identité du ministère.

openid = Par le compte de votre ministère
openid-go = Se connecter auprès de { $provider }
openid-says = Le fournisseur d'identité de votre ministère dit qui vous êtes ; la table de votre nœud dit de quelle fonction et de quelle clé il s'agit. Vous pouvez ainsi lire et préparer. Pour signer, et pour viser un projet comme seconde personne, votre clé est demandée par son agent dans tous les cas.
openid-not = Pas connecté
openid-not-begun = Ce navigateur n'a pas commencé de connexion, l'a commencée il y a plus de cinq minutes, ou l'a déjà terminée. Recommencez.
openid-no = { $provider } ne vous a pas connecté.
openid-busy = Beaucoup de personnes se connectent en ce moment. Recommencez dans une minute.
openid-no-post = { $provider } vous connaît, et la table de votre nœud indique une fonction et une clé pour vous ; mais cette clé ne détient pas en ce moment cette fonction du membre de ce nœud.
openid-away = { $provider } n'a pas pu être interrogé. La connexion par la clé et son agent fonctionne sans lui.
openid-unsound = Ce qu'a dit { $provider } n'est pas valable ici et maintenant. Si cela continue, la personne qui exploite votre nœud devrait lire ce qui est dit ci-dessous.
openid-nobody = { $provider } vous connaît, mais la table de votre nœud ne désigne personne par ce qu'il dit de vous. Donnez ceci à la personne qui exploite votre nœud :
openid-again = Vers la page de connexion
# Clés d'accès (passkeys)
passkeys = Clés d'accès
passkeys-lead = Une clé d'accès tient lieu de la clé avec laquelle vous vous êtes connecté comme { $post } ; elle vous connecte tant que cette clé détient la fonction. Elle ne signe rien de ce qui va au registre.
passkeys-none = Il n'y en a pas encore pour cette clé.
passkeys-unread = Ce qui est gardé des clés d'accès ne peut être lu ou écrit pour l'instant. La personne qui exploite ce nœud doit s'en occuper.
passkey-since = enregistrée le
passkey-remove = Retirer
passkey-remove-named = Retirer { $name }
passkey-register = Enregistrer une clé d'accès
passkey-name = Le nom que vous lui donnez, par exemple celui de l'appareil où elle se trouve
passkey-sign-in = Se connecter par clé d'accès
passkey-sign-in-says = Si vous avez enregistré ici une clé d'accès pour votre clé : votre appareil demande chaque fois votre doigt, votre visage ou votre code.
passkey-by-key-alone = Pour enregistrer une clé d'accès, connectez-vous avec la clé elle-même, par l'agent : une clé d'accès tient lieu de la clé et n'en crée pas d'autre.
passkey-script = Il faut pour cela un navigateur qui connaît les clés d'accès, et que les scripts de cette page soient autorisés.
passkey-failed = Votre appareil n'a pas répondu, ne peut pas vous vérifier, ou la clé d'accès existe déjà. Rien n'a été envoyé.
passkey-nowhere = Pas de clés d'accès ici : les navigateurs lient une clé d'accès à un nom servi en HTTPS, ou à localhost sur votre propre machine, et cette page est à { $origin }.
passkey-not-signed-in = Vous n'avez pas été connecté : la clé d'accès n'est pas connue ici, elle ne vous a pas vérifié, la page avait attendu plus de cinq minutes, ou sa clé ne détient pas la fonction maintenant.
passkey-not-made = Elle n'a pas été enregistrée : elle ne vous a pas vérifié, la page n'était pas faite pour vous, ou elle avait attendu plus de cinq minutes. Recommencez depuis cette page.
passkey-unnamed = Donnez-lui un nom de 1 à 60 lettres, sur une ligne.
passkey-too-many = Elle n'a pas été enregistrée : il y a autant de clés d'accès pour cette clé qu'il peut y en avoir, ou celle-ci existe déjà. Retirez-en une d'abord.
agent-passkeys-of = Clés d'accès de { $post }, clé { $key }
agent-passkeys-lead = Une clé d'accès approuve une signature à la fois de cette clé, après que votre appareil vous a vérifié de nouveau, à la place de la phrase secrète.
agent-passkeys-unread = Ce qui est gardé des clés d'accès ne peut être lu ou écrit pour l'instant : voyez le dossier `agent` à côté des clés.
agent-passphrase-once = Nécessaire cette seule fois : elle est gardée chiffrée par un secret que seul votre appareil donne, après vous avoir vérifié.
agent-passkey-no-secret = Elle n'a pas été enregistrée : cet appareil ou ce navigateur ne donne aucun secret par lequel garder une phrase secrète (extension `prf` de WebAuthn). La phrase secrète continue d'ouvrir la clé.
agent-passkey-locked = Elle n'a pas été enregistrée : la phrase secrète n'ouvre pas la clé.
agent-approve = Approuver par clé d'accès
agent-not-approved = Ceci n'a pas été signé : la clé d'accès ne l'a pas approuvé, ou pas cette fois. On peut lui redemander.
agent-approved-in-vain = Ceci n'a pas été signé : ce que la clé d'accès libère n'ouvre plus la clé. Donnez la phrase secrète, et enregistrez la clé d'accès de nouveau.
# Ce que fait un projet de décision
effect-which = Que doit faire la décision ? Elle fait une seule chose.
effect-go = Continuer
effect-other = Choisir autre chose
effect-kept = Ce qu'elle fait demeure
effect-kept-says = Seul son intitulé change.
effect-several = Une décision fait une seule chose, et plusieurs ont été données : { $what }.
effect-stray = Ceci ne va pas avec ce que fait la décision : { $what }.
effect-missing = Ceci est aussi à indiquer : { $what }.
effect-none = Il n'est pas dit ce que fait la décision. { $what }
effect-choose-one = Choisissez un seul effet et remplissez ce qui est demandé pour lui
effect-name-en = Le nom en anglais.
effect-name-fr = Le nom en français.
effect-weight = Un poids pour chaque critère de la charte, comme `population=5000000`.
effect-root = La clé racine publique que l'État apporte : 64 chiffres hexadécimaux. Aucune page ne crée de clé.
effect-recovery = La clé de secours publique que l'État apporte : 64 chiffres hexadécimaux. Aucune page ne crée de clé.
effect-count = Compter au moins ce montant comme donné ailleurs pour un dossier, comme `1:250.00`.
field-pairs = Une par ligne : la première partie, un espace, puis le reste.
# Les compartiments, chez l'agent
comp = Compartiments
comp-one = Compartiment
comp-colon = {" "}:
comp-and = et
comp-lead = Des cercles de membres qui ont leurs propres clés. Les clés sont dans cet agent : aucun nœud n'en a, pas même le vôtre.
comp-not-accredited = Non homologué pour des informations classifiées : aucune autorité ne l'a examiné.
comp-none = Cet agent n'est dans aucun compartiment.
comp-open-says = Ces pages montrent ce que seul l'agent de cette délégation lit. Ouvrez-les par la phrase secrète de l'agent ; elles se ferment après une demi-heure sans visite, et quand vous les fermez.
comp-passphrase = Phrase secrète de l'agent
comp-open = Ouvrir
comp-close = Fermer
comp-wrong = Ce n'est pas la phrase secrète de l'agent.
comp-busy = Des phrases secrètes sont déjà essayées ici : attendez un instant et recommencez.
comp-back = Revenir aux compartiments
comp-back-one = Revenir au compartiment
comp-not-done = Rien n'a été fait
comp-epoch = époque { $epoch }
comp-bytes = { $count ->
        [one] { $count } octet
       *[other] { $count } octets
    }
comp-waiting = { $count ->
        [one] Un changement attend des acceptations.
       *[other] { $count } changements attendent des acceptations.
    }
comp-questions = { $count ->
        [one] Une question attend votre réponse.
       *[other] { $count } questions attendent votre réponse.
    }
comp-roster = Qui est dedans
comp-post = Fonction
comp-agent = Agent
comp-until = Accréditation valable jusqu'au
comp-this = cet agent
comp-stands-not = elle n'est plus valable : retirez cet agent
comp-compare = À comparer de vive voix
comp-compare-says = Lisez-vous ces chiffres de vive voix ou au téléphone : ils sont les mêmes pour tous ceux qui voient la même liste. L'identifiant est sur chaque colis, visible de qui le porte.
comp-id = Identifiant
comp-waits = Changements en attente
comp-change-by = { $by } :
comp-change-keys = se donne de nouvelles clés.
comp-change-in = fait entrer { $posts }.
comp-change-out = retire { $posts }.
comp-change-accepted = Accepté par { $members } ; en vigueur à { $needed }.
comp-waits-says = Un changement s'accepte en ligne de commande, après lecture de la liste :
comp-said = Messages
comp-said-none = Rien n'a encore été dit ici.
comp-said-older = { $count ->
        [one] Un message plus ancien n'est pas montré ; ceci le montre :
       *[other] { $count } messages plus anciens ne sont pas montrés ; ceci les montre :
    }
comp-release = Communicable à partir du
say = Dire quelque chose à tous ceux qui sont dedans
say-says = Personne d'autre ne le lit, ni aucun nœud. Les textes plus longs se partagent comme produits.
say-go = Sceller
# Ce qui a été partagé et demandé
products = Produits
products-none = Rien n'a encore été partagé ici.
product-from = De
product-length = Longueur
product-tear-line-of = Version communicable plus largement de
product-tear-line = Sa version communicable plus largement
product-tear-line-elsewhere = Non communiquée là où se trouve cet agent
product-held-back = Une moitié de sa clé est retenue par son auteur
product-acknowledged = Accusé de réception de
product-id = Produit
acknowledge = Accuser réception
acknowledge-says = Dit à son seul auteur que vous l'avez.
acknowledge-go = Accuser réception
questions = Questions : un produit peut-il être transmis, ou peut-on y donner suite ?
question-by = { $by } demande à { $originator } s'il peut être transmis à { $whom }, parce que :
question-act = { $by } demande à { $originator } son consentement pour y donner suite ainsi :
question-waits = Pas encore de réponse.
question-allowed = Autorisé,
question-refused = Refusé,
question-not-now = Ce n'est pas à faire maintenant :
question-differ = Un autre agent de la même délégation a répondu autrement. Rien n'est autorisé tant que les deux diffèrent : parlez-leur par une autre voie, puis demandez de nouveau.
refuse = Refuser
refuse-why = Pourquoi c'est refusé
refuse-go = Refuser
allow = Autoriser
allow-says = Le verront alors, en plus de ceux qui le voient : { $whom }. Personne d'autre, ni aucun nœud.
allow-file = Le fichier scellé du produit, dont la clé s'ouvre par lui
allow-go = Autoriser
consent = Consentir
consent-says = { $by } peut alors faire ce qui a été demandé, et rien d'autre. Aucun moyen technique ne retient qui l'a lu.
consent-conditions = À quelles conditions, s'il y en a
consent-go = Consentir
comp-accounts = Comptes avec chaque membre
comp-accounts-says = Ce que les deux ont fait l'un pour l'autre. Personne d'autre qu'eux ne le voit.
account-shared = { $by } a partagé { $count ->
        [one] { $count } produit
       *[other] { $count } produits
    }, dont { $other } a accusé réception de { $had }.
account-asked = { $other } a demandé { $count ->
        [0] 0 fois
        [one] une fois
       *[other] { $count } fois
    } à { $by } d'en transmettre un : { $answered } avec réponse, { $allowed } avec autorisation.
account-acts = { $other } a demandé { $count ->
        [0] 0 fois
        [one] une fois
       *[other] { $count } fois
    } à { $by } d'y donner suite : { $answered } avec réponse, { $allowed } avec consentement.
# Partager, et qui le voit
share = Partager un produit
share-lead = Partagé dans { $name }. Avant que rien ne soit scellé, une page dit qui le verra et qui ne le verra pas, et c'est là que vous dites oui.
share-file = Fichier
share-file-says = Au plus 1 Gio, de toute forme. Il attend sur cette machine, chiffré par une clé qui n'est que dans la mémoire de l'agent, jusqu'à ce qu'il soit scellé ou qu'une demi-heure soit passée.
share-file-waits = Ce fichier attend déjà :
share-file-other = Un autre fichier à sa place
share-title = Titre
share-title-says = Une ligne. Il est scellé lui aussi : seul le lit qui ouvre le produit ou est dans le compartiment.
share-level = Niveau
share-choose = Choisissez
share-policy = De qui est la politique de ce niveau
share-policy-says = Par exemple OTAN, UE, ou la vôtre.
share-class = Conservé
class-year = un an
class-decade = dix ans
class-lasting = aussi longtemps que les membres le gardent
share-when = Quand il est lu
share-held-back = Retenir une moitié de sa clé : personne ne l'ouvre avant que vous ne le lui communiquiez nommément
share-release = Communicable à partir de, en UTC
share-release-says = Seulement avec une moitié retenue. Laissez vide s'il n'y en a pas.
share-contains-ask = Il contient des éléments d'autres États
share-contains-says = Rien de ce qui vient d'un État n'est transmis sans son accord, qu'il soit membre ou non. L'accord est donné par un document, envers des États qu'il nomme.
share-contains = Éléments de
share-contains-state = L'État, par son code
share-contains-document = SHA-256 du document par lequel il donne son accord
share-contains-to = Envers qui, par codes
share-go = Montrer qui le verra
share-go-says = Ceci ne scelle rien.
pick = Communicable à
pick-says = Chaque État est nommé ou ne l'est pas. Ne nommer personne veut dire personne. Seul le voit qui est dans { $name } et nommé.
pick-own = Le voit en tout cas : c'est le sien.
pick-in = dans { $name } : { $posts }
pick-out = hors de { $name }
pick-if = Nommé :
pick-unless = Non nommé :
pick-in-chosen = il le verra.
pick-in-not = rien n'est scellé, car il est dans { $name } et l'ouvrirait.
pick-out-chosen = il ne reçoit aucune clé ici, car il n'est pas dans { $name } ; le produit pourra lui être transmis plus tard, par qui en sera prié.
pick-out-not = il ne le verra pas.
pick-others = D'autres États, par leurs codes
pick-others-says = Par exemple NOR, SWE. Ils n'en reçoivent aucune clé de { $name }.
words = Qui le verra, et qui ne le verra pas
words-lead = Rien n'est encore scellé. Lisez ceci avant de dire oui : c'est exactement ceci qui sera scellé.
words-see = Le verront : { $states }. Personne d'autre.
words-see-later = Pourront le voir, chacun une fois que vous l'aurez communiqué à ses agents : { $states }. Personne d'autre.
words-nobody = En l'état rien n'est scellé, et personne ne le voit.
words-not = Ne le verront pas : { $states } ; aucun nœud, pas même le vôtre.
words-not-node = Ne le verra pas : aucun nœud, pas même le vôtre.
words-who = Le verront
words-who-later = Pourront le voir
words-who-not = Ne le verront pas
words-own = parce que le produit est le sien.
words-in-and-chosen = parce qu'il est dans { $name } et nommé.
words-agents = Par ses agents là-bas : { $posts }.
words-bound = Sera refusé à { $member } : il est tenu de le transmettre à { $to }, qui n'a pas été choisi, par le document
words-bound-says = Son propre agent le refuse et a la clé : la moitié de clé retenue l'en prive. En ligne de commande, --despite-obligation y consent.
words-held-back = Une moitié de la clé reste chez cet agent. Personne d'autre ne l'ouvre avant que vous ne le lui communiquiez nommément.
words-out = parce qu'il n'est ni dans { $name } ni nommé.
words-chosen-and-out = parce qu'il n'est pas dans { $name }. Il est nommé : le produit pourra lui être transmis.
words-nodes = Aucun nœud, pas même le vôtre
words-nodes-why = parce qu'aucun nœud n'en a de clé, et que rien n'en est au registre.
words-what = Ce qui est à sceller
words-marking = Marquage
words-to = Communicable à
words-to-nobody = personne
words-where = Où
words-where-is = { $name }, époque { $epoch }
words-consent = donne son accord envers { $to } par le document
seal-this = Oui, sceller exactement ceci
seal-change = Changer quelque chose
seal-not-yet = Si vous quittez cette page rien n'est scellé ; ce qui a été envoyé disparaît après une demi-heure.
seal-waits = Ce que vous avez écrit et le fichier attendent une demi-heure.
seal-waits-bare = Ce que vous avez écrit attend une demi-heure ; le fichier est à choisir de nouveau.
seal-changed = Rien n'a été scellé : quelque chose a changé depuis que ceci a été montré. Voici ce qu'il en est maintenant ; relisez.
seal-gone = Rien n'a été scellé : ceci n'attend plus. Envoyez-le de nouveau.
seal-done = Scellé tel que montré.
seal-sealed = Scellé
# Comment cela part
carry = Porté
carry-by-hand = à la main : c'est offert comme fichiers
carry-to = par le porteur, à
carry-ask = Porté par le porteur à
carry-says = Qui n'est pas membre du compartiment ne peut l'ouvrir, et voit qu'il y a quelque chose. Si aucun n'est coché, c'est offert comme fichier.
made = À porter à la main
made-says = Scellé, et pas encore en route. Téléchargez chacun et portez-le à tous ceux qui sont dedans, ou à qui il est destiné ; puis retirez-le d'ici.
made-remove = Retirer
made-remove-named = Retirer { $name }
made-sent = Attend dans la boîte de départ pour
made-files = À porter à qui c'est destiné :
take = Prendre ce qui est arrivé
take-says = Messages, produits, questions et réponses. Un changement de qui est dedans est montré, et n'est pas accepté par là.
take-inbox = Prendre toute la boîte d'arrivée
take-parcel = Ou un colis apporté à la main
take-go = Le prendre
took = Ce qui est arrivé
took-nothing = Rien de nouveau dans la boîte d'arrivée.
took-from = De
came-change = { $by } propose un changement de qui est dedans : il attend des acceptations.
came-accepted = { $by } accepte un changement.
came-in-force = Un changement est en vigueur : l'époque { $epoch } a commencé.
came-said = Un message de { $by }.
came-granted = Des clés d'archive d'époques antérieures ont été données.
came-shared = { $by } a partagé un produit.
came-obliged = { $by } a dit ce qu'il est tenu de transmettre.
came-tear-line = { $by } a fait une version communicable plus largement d'un produit.
came-asked = { $by } demande si un produit peut être transmis.
came-answered = { $by } a répondu à une question.
came-acknowledged = { $by } a un produit.
came-letter = Une lettre de { $by } à { $to }, que vous ne lisez pas.
came-committed = { $by } a ouvert un point de contrôle de ses journaux.
came-known = Déjà connu.
came-stays = Un changement de qui est dedans reste dans la boîte d'arrivée jusqu'à ce qu'il soit accepté en ligne de commande.
came-refused = Refusé :
# Pourquoi quelque chose n'est pas fait
stop-nobody = Personne n'est nommé : personne veut dire personne, jamais tout le monde. Nommez au moins un État.
stop-not-chosen = { $state } est dans ce compartiment et n'est pas nommé : il ouvrirait ce qui est scellé ici. Nommez-le, ou partagez dans un autre compartiment.
stop-still-in = { $post } est encore dedans, et son accréditation n'est plus valable : retirez-le d'abord.
stop-no-consent = Il contient des éléments de { $state }, dont l'accord n'est pas donné.
stop-narrower = { $state } donne son accord envers moins d'États : pas envers { $to }.
stop-release-needs-hold = Un moment de communication ne vaut que si une moitié de la clé est retenue.
stop-release-is-over = Le moment de communication est passé.
stop-removed = Cet agent a été retiré du compartiment : il n'y lit et n'y fait plus rien de nouveau.
stop-no-partner = Le porteur n'a pas de partenaire { $name } : choisissez de nouveau par quoi cela part.
stop-no-such = Il n'y a rien de tel ici.
stop-answered = Cette question a déjà sa réponse.
stop-other-file = Ce n'est pas le fichier scellé du produit, ou il ne s'ouvre pas ici. Rien n'a été répondu.
stop-no-reason = Dites pourquoi en une ligne de 1 à 400 octets, sans caractères que personne ne voit.
stop-message = Un message a de 1 à 65 536 octets. Les textes plus longs se partagent comme produits.
stop-no-parcel = Ce n'est pas le colis d'un compartiment. Rien n'a été pris.
stop-elsewhere = Il n'est d'aucun compartiment où est cet agent.
stop-ahead = Il vient après quelque chose qui n'est pas encore arrivé : prenez cela d'abord.
stop-before = Il a déjà été pris, ou il est d'une époque passée.
stop-no-record = Le registre est tenu par un autre processus en ce moment : recommencez dans un instant, ou faites tourner le nœud du partenariat.
alarm-twice = Alarme de bifurcation : { $member } a accepté deux changements de l'époque { $epoch }.
alarm-forked = Alarme de bifurcation : deux changements de l'époque { $epoch } sont en vigueur, chacun pour certains membres.
alarm-differs = Alarme de bifurcation : { $member } est parvenu à un autre état par le changement de l'époque { $epoch }.
alarm-log = Alarme de bifurcation : { $member } a signé deux journaux de ce qu'il a scellé, qui se séparent au numéro { $epoch }.
alarm-do = Rien n'est plus scellé ni changé ici : comparez les listes de vive voix, et ouvrez un nouveau compartiment.
# Ce qui ne va pas dans un formulaire
wrong-title = Le titre est une ligne de 1 à 400 octets, sans caractères que personne ne voit.
wrong-policy = Dites de qui est la politique de ce niveau, en une ligne.
wrong-level = Choisissez un niveau.
wrong-class = Choisissez pour combien de temps il est conservé.
wrong-to = Un État se nomme par trois lettres capitales, comme CAN.
wrong-others = Les autres États se nomment par trois lettres capitales chacun, séparés par des virgules, comme NOR, SWE.
wrong-release = Le moment de communication est un jour et une minute en UTC.
wrong-contains = De chaque État dont il contient des éléments : trois lettres capitales ; le document de l'accord par 64 chiffres hexadécimaux ; et envers qui, par codes. Un accord envers personne n'en est pas un.
wrong-file = Choisissez un fichier qui n'est pas vide.
wrong-form = Le formulaire n'est pas arrivé entier. Envoyez-le de nouveau.
wrong-too-long = C'est trop long pour une page : au plus 1 Gio. Les plus longs se partagent par la commande `quorate product share`.
wrong-disk = Le fichier ne peut être gardé ici : voyez si le disque de l'agent est plein.

# Instructions of a capital, sealed among its own agents.

sealed-instructions = Instructions de la capitale
sealed-instructions-say = Scellées entre les agents de cette délégation : aucun nœud ne les lit, pas même le vôtre, ni qui les transporte. Une nouvelle remplace celle du même agent, et aucune autre.
sealed-none = Rien n’a encore été donné comme instruction ici.
sealed-none-on-it = Aucune instruction de la capitale à son sujet n’est en vigueur chez cet agent.
sealed-agent = agent { $agent }
sealed-stands = En vigueur.
sealed-replaced = Remplacée par une instruction ultérieure du même agent.
sealed-expired = Échue.
sealed-agent-gone = N’est plus en vigueur : son agent, ou celui-ci, a été retiré du compartiment depuis.
sealed-until = Jusqu’au { $until }.
sealed-differ = Deux agents donnent des instructions différentes sur cette décision, et les deux sont en vigueur. Demandez à la capitale par une autre voie laquelle compte. Cela cesse quand les deux disent la même chose, ou que l’un d’eux est retiré.
sealed-decision = Numéro de la décision
sealed-until-ask = Jusqu’à, en UTC (vide : jusqu’à la suivante)
sealed-closed = Ce vote n’a pas été comparé aux instructions scellées de la capitale : elles sont lues une fois les compartiments ouverts dans ce navigateur.
sealed-open-says = Laissez-la vide si les compartiments sont déjà ouverts dans ce navigateur.
sealed-compare = Comparer aux instructions
sealed-not-open = Les compartiments ne sont pas ouverts dans ce navigateur : donnez la phrase secrète.
sealed-unread = Les instructions scellées ne peuvent être consultées maintenant.
sealed-missing = Quelque chose qui y a été scellé n’est pas arrivé ici ; une instruction ultérieure peut en être. Redemandez-le.
sealed-removed = Cet agent a été retiré de ce compartiment : les instructions ultérieures ne lui parviennent pas.
sealed-waits = { $count ->
    [one] Un colis est arrivé par le porteur et n’a pas été pris ; une instruction ultérieure peut s’y trouver. Prenez-le d’abord :
   *[other] { $count } colis sont arrivés par le porteur et n’ont pas été pris ; une instruction ultérieure peut s’y trouver. Prenez-les d’abord :
 }
came-instructed = Une instruction par { $by }.
stop-no-instruction = Une instruction nomme une décision par son numéro et dit comment voter ; jusqu’à quand est un jour et une heure, ou vide.
stop-instruction-is-over = Cette instruction serait déjà échue. Nommez un moment ultérieur.
stop-others-in = Une instruction est pour les agents d’un seul membre, et { $others } est aussi dans ce compartiment. Ouvrez-en un pour ces agents seuls.

chart-numbers = Les chiffres
chart-quarter = trimestre
chart-runs = simulations
chart-share = part des simulations
chart-nothing = Il n'y a rien à tracer : cela ne s'est trouvé dans aucune simulation.
chart-of-runs = des simulations
chart-in-runs = dans tant de simulations
chart-fan-says = Ce que 5, 25, 50, 75 et 95 pour cent des simulations ne dépassent pas, trimestre par trimestre. La ligne est le milieu.
chart-capacity-title = Capacité et arriérés
chart-capacity-says = À la fin de chaque trimestre : la moitié centrale des simulations, et leur milieu, de ce qui peut encore être promis et de ce qui est dû et impayé.
chart-capacity = capacité
chart-arrears = arriérés
chart-days = jours
chart-requests = demandes payées
chart-of-paid = des demandes payées
chart-days-title = Jours de la demande au paiement
chart-days-says = De toutes les demandes payées dans une simulation : combien ont pris ce temps. Les demandes qui n'ont pas été payées n'y sont pas.
chart-summed-title = Payées en tant de jours
chart-summed-says = De toutes les demandes payées dans une simulation : quelle part a été payée après tant de jours au plus tard.
chart-shares-title = Parts des simulations où quelque chose fut ainsi
chart-shares-says = Sous ces hypothèses. Une simulation compte pour chaque chose qui y fut ainsi, quel que soit le nombre de fois.
chart-left-title = Dans combien de simulations chaque membre est parti
chart-left-says = Par code. Entre membres que le scénario et la charte traitent de même, une différence est celle du tirage.
chart-gravity-title = La part de chaque membre à la fin
chart-gravity-says = Des votes, selon la première mesure de la charte, de l'argent versé et des capacités supposées, de ceux qui sont encore liés. Trait fin : neuf dixièmes des simulations ; barre : la moitié centrale ; repère : le milieu. Qui est parti n'a rien.
chart-of-bound = de ceux qui sont liés à la fin
chart-votes = Votes
chart-capability = Capacités
chart-blocs-title = Combien de fois chaque paire se tient ensemble
chart-blocs-says = Dans combien de simulations sur cent où les deux étaient liés deux membres se tenaient dans un même bloc à la fin du trimestre, selon ce que les membres pensent les uns des autres.
chart-pivotal-title = Combien de fois chaque membre est pivot
chart-pivotal-says = Dans combien de simulations sur cent où il était lié un membre était seul le moins retenu dans son bloc à la fin du trimestre.
chart-money = Argent

measure-requests = Demandes d'aide
measure-paid = Demandes payées
measure-blocked = Demandes bloquées
measure-in-favour = Votes pour
measure-withheld = Membres qui n'ont pas payé ce qui était dû
measure-bound = Membres liés à la fin
measure-capacity = Ce qui peut encore être promis
measure-arrears = Ce qui est dû et impayé
measure-affinity = Affinité moyenne
measure-blocs = Blocs : un, ou deux
measure-greatest-bloc = Le plus grand bloc
measure-cohesion = Affinité moyenne au sein d'un bloc
measure-least-held = Ce qui retient qui est le moins retenu
measured-blocs = blocs
measured-capability = de la capacité de tous ceux qui sont liés
measured-requests = demandes dans le trimestre
measured-votes = des votes comptés dans le trimestre
measured-members = membres
measured-signed = de tout ce qui a été signé
measured-thousandths = millièmes, de −1000 à 1000

happened-left = un membre est parti
happened-blocked = une demande a été bloquée
happened-default = un membre a été en défaut
happened-arrears = quelque chose était dû et impayé à la fin
happened-nothing-left = rien ne pouvait plus être promis à la fin

report-line = Parts des simulations sous ces hypothèses, et non une prévision.
report-says = La conduite des membres est supposée, plus bas ; ce qui en résulte a été décidé par la charte, les règles et les livres réels, dans une répétition, maintes fois avec d'autres tirages du hasard. Une part des simulations dit combien de fois quelque chose a résulté de ces hypothèses, et rien sur les chances de quoi que ce soit.
report-runs = Simulations
report-runs-whole = { $runs } simulations de { $quarters } trimestres
report-runs-part = simulations { $first } à { $last } de { $all }, de { $quarters } trimestres : une partie d'une étude
report-seed = Graine
report-charter = Charte
report-scenario = Scénario
report-model = Modèle
report-happens = Ce qui est supposé arriver
report-nothing-happens = Rien de nouveau.
report-sources = Les nombres viennent de :
report-shares = Parts des simulations
report-in-none = Dans aucune de ces simulations : { $what }.
report-in-all = Dans toutes les simulations, { $what }.
report-in-share = Dans { $share } des simulations, { $what }.
report-paid-within = Des { $paid } demandes payées, la moitié l'a été en { $half } jours, et 95 sur cent en { $most } jours.
report-none-paid = Aucune demande n'a été payée dans aucune simulation.
report-days = De la demande au paiement
report-money = Argent
report-quarters = Trimestre par trimestre
report-blocs = Qui se tient avec qui
report-gravity = Où sont les votes, l'argent et les capacités
report-left = Qui est parti
report-refused = Ce que des règles ont refusé
report-refused-says = Des règles ont refusé { $refused } commandes sur { $commands }.
report-assumed = Ce qui est supposé
report-assumed-says = Chaque nombre du scénario, tel que son fichier le donne ; les parts et les niveaux sont en millièmes. Ce que fait chacun est dit dans docs/foresight.md.
report-again = Pour recommencer
report-again-says = Dans ce répertoire. Les mêmes scénario, charte et graine donnent les mêmes octets.

refused-rule = Règle
refused-says = Ce qu'elle dit
refused-commands = Commandes refusées

assumed-name = Nombre
assumed-value = Valeur
assumed-whom = De qui
assumed-source = D'où il vient
assumed-of-run = chaque simulation
assumed-of-every = chaque membre dont rien d'autre n'est dit
assumed-of-outside = la puissance extérieure
assumed-of-model = de tous, de même
assumed-of-all = tous
assumed-towards = { $member } envers { $other }
assumed-in = au trimestre { $from }
assumed-from = à partir du trimestre { $from }
assumed-between = aux trimestres { $from } à { $until }
assumed-change = un changement, pour quelques trimestres
assumed-quarters = combien de trimestres a une simulation
assumed-affinity = envers un autre membre, de −1000 à 1000
assumed-cost = ce que donner lui coûte chez lui
assumed-threat = la menace sous laquelle il est
assumed-need = sa chance de demander de l'aide dans un trimestre
assumed-reliance = jusqu'où la puissance extérieure l'atteint
assumed-delay = il paie au plus tant de jours en retard
assumed-hazard = sa chance de ne rien payer dans un trimestre
assumed-leaves-below = il veut partir là où son attachement est en dessous
assumed-paid-in = ce qu'il verse au début
assumed-callable = ce pour quoi il peut être appelé
assumed-capability = combien il compte par ce qu'il peut faire
assumed-pressure = la pression sur les membres pour qu'ils n'aident pas
assumed-withholding = ce qu'elle retient de ce dont les membres dépendent
assumed-moderation = jusqu'où elle modère la menace
assumed-noise = ce dont le hasard relève ou abaisse tout soutien, au plus
assumed-margin = un soutien à peine au-dessous de zéro est une abstention
assumed-learns = ce qu'un vote, ou un défaut, change à l'affinité
assumed-need-by-threat = ce qui, de la menace, s'ajoute à la chance de demander
assumed-hazard-by-strain = ce qui, du coût et de la pression, s'ajoute à la chance de ne rien payer
assumed-leaves-after = le préavis vient après tant de trimestres de suite
assumed-answer-days = les membres votent au plus tant de jours après l'ouverture
assumed-bank-days = la banque exécute un paiement après tant de jours
assumed-request = ce qui est demandé à la fois
assumed-keep = un appel est proposé là où moins que cela peut être promis
assumed-call = ce qui est appelé à la fois

chart-overlaid-says = La moitié centrale des simulations de chaque étude, et leur milieu, trimestre par trimestre.

apart-title = Quels faits distinguent ces hypothèses
apart-says = Un repère est un fait que chacun peut lire au registre, avec un seuil : ce qui est d'un côté est venu des hypothèses de l'une des études dans tant de simulations sur cent. Il distingue ces hypothèses, et ne dit rien de ce qu'il pourrait y avoir d'autre, ni de celle qui vaut.
apart-study = { $runs } simulations, sous « { $charter } »
apart-level = Repères qui mettent au moins { $level } simulations sur cent du bon côté, à chaque trimestre de celui qui est nommé jusqu'au dernier ; les plus précoces d'abord.
apart-from = { $one }, distingué de { $others }
apart-fact = Fait, au premier de ces trimestres
apart-for = Parle pour
apart-since = Dès le trimestre
apart-right = Simulations du bon côté alors
apart-least = Le moins depuis
apart-at-least = { $fact } : au moins { $value }
apart-at-most = { $fact } : au plus { $value }
apart-none = Il n'y en a pas : aucun fait à un seuil ne met autant de simulations du bon côté jusqu'au dernier trimestre.
apart-how = Comment cela est calculé
apart-how-says = De chaque fait et trimestre, le meilleur seuil est pris. La part des simulations du bon côté est la moyenne des deux côtés : des simulations de l'étude qui sont de son côté, et de celles des autres qui n'en sont pas ; chacune des autres compte autant. Une pièce atteindrait 50 sur cent. Une simulation où le fait n'a pas été mesuré n'est d'aucun bon côté. Ce que les membres pensent les uns des autres, et les blocs, qui en suivent, sont laissés de côté : aucun registre ne les contient.
apart-flattered = Le seuil est choisi et jugé sur les mêmes simulations : de peu de simulations, il dit trop.
apart-charts = Les études l'une sur l'autre

compared-title = Deux chartes sous le même hasard : { $title }
compared-says = { $runs } simulations (graine { $seed }), chacune faite sous les deux chartes avec les mêmes membres, besoins et hasard.
compared-first = Première
compared-second = Seconde
compared-sides = Laquelle a eu plus
compared-sides-title = Parts des simulations où l'une ou l'autre a eu plus
compared-sides-says = Simulation par simulation, sous ces hypothèses. Ce qui est vide est des simulations où les deux ont eu autant.
compared-first-more = première plus
compared-same = autant
compared-second-more = seconde plus
compared-means = Moyennes
compared-table = Moyennes des deux
compared-measure = D'une simulation
compared-runs = Simulations
compared-differences = De combien
compared-none = Les deux ont eu autant de tout dans chaque simulation.
compared-difference = seconde moins première
compared-difference-says = Ce que la seconde a eu moins ce que la première a eu, simulation par simulation : à droite de zéro, la seconde a eu plus.
compared-no-mean = aucune

run-open = Demandes en attente à la fin
run-blocked-share = Demandes bloquées, pour mille des demandes
run-paid-share = Demandes payées, pour mille des demandes
run-hours-both = Heures jusqu'au paiement, où les deux ont payé
run-hours = Heures moyennes de la demande au paiement
run-hours-longest = Heures au plus de la demande au paiement
run-calls = Appels de fonds
run-payments = Paiements des membres après le début
run-withheld = Trimestres où un membre n'a pas payé son dû
run-defaults = Défauts
run-left = Membres partis
run-capacity = Ce qui peut encore être promis à la fin, pour mille de ce qui est signé
run-arrears = Dû et non payé à la fin, pour mille de ce qui est signé
run-affinity = Affinité moyenne à la fin, pour mille
run-greatest-votes = Plus grande part des voix à la fin, pour mille
run-greatest-money = Plus grande part de l'argent à la fin, pour mille
run-greatest-capability = Plus grande part des capacités à la fin, pour mille
run-bloc-votes = Voix du bloc aux plus grandes capacités à la fin, pour mille
run-bloc-money = Argent du bloc aux plus grandes capacités à la fin, pour mille
run-bloc-capability = Capacités du bloc qui en a le plus à la fin, pour mille
run-refused = Commandes qu'une règle a refusées
# Dépendances : qui compte sur qui, dans un fichier que le lecteur modifie.

chapter-dependencies = Dépendances
depend-lead = Qui compte sur qui, et ce qui défaille quand quelqu’un retient quelque chose. Modifiez le fichier, choisissez qui retient, et regardez. Rien n’est conservé.
depend-begin-with = Partir :
depend-made-up = d’un fichier inventé, chiffré
depend-published = de faits publiés, sans ce qui n’est pas public
depend-who = Qui retient, à partir du jour 0
depend-others = Tout autre fournisseur ou élément du fichier, par son nom ; plusieurs, séparés par des espaces
depend-of = Les capacités de qui
depend-of-all = de tous
depend-by = Coupes formées
depend-by-states = d’États
depend-by-suppliers = de fournisseurs
depend-by-things = d’éléments
depend-around = Dessin autour de
depend-file = Le fichier : le lire et le modifier, ou en donner un autre
depend-text = Le texte (selon docs/dependencies.md)
depend-upload = Ou un fichier, qui prend alors la place du texte
depend-ask = Regarder
depend-busy = Autre chose est à l’examen : réessayez dans un instant.
depend-long = Un fichier a ici 64 ko au plus : quorate depends FICHIER en prend de plus grands.
depend-no-text = Ce qui est arrivé n’est pas un texte en UTF-8.
depend-no-form = Ce qui est arrivé n’est pas un formulaire avec un texte ou un fichier.
depend-faults = Ce fichier ne se lit pas encore :
depend-found = Ce qui en ressort
depend-unknown = Le fichier n’a ni État, ni fournisseur, ni élément { $name }.
depend-nobody = Personne n’est choisi qui retienne : ce dont dépend chaque capacité est dit plus bas.
depend-withheld = Retenu à partir du jour 0 : { $who }
depend-untouched = Pas touchées :
depend-more = Et { $count } de plus, que dit quorate depends.
depend-by-itself = D’elle-même : c’est elle qui est retenue.
depend-by-what = Par quoi : { $way }
depend-thing = Élément
depend-lasts = Tient encore
depend-otherwise = Remplacé au bout de
depend-cost = Pour
depend-confidence = Confiance
depend-source = Où cela est dit
depend-low = faible
depend-moderate = moyenne
depend-high = élevée
depend-lowest = Confiance : { $confidence } au plus bas, pour { $name }
depend-not-public = Pas public, et cela pourrait faire la différence :
depend-unsaid-lasts = combien de temps tient { $name }
depend-unsaid-otherwise = quand { $name } peut être remplacé
depend-unsaid-declared = de quoi dépend { $name }, que personne ne déclare
depend-fails = défaille { $when }
depend-may-fail = non connu : au mieux elle tient, au pire elle défaille { $when }
depend-fails-between = défaille { $least } au mieux, { $most } au pire
depend-span = du jour { $from } au jour { $until } ({ $days } jours sans)
depend-span-open = à partir du jour { $from }, sans rien pour la remplacer
depend-and = , et{" "}
depend-with = { " " }et{" "}
depend-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
 }
depend-never = jamais
depend-without-end = sans fin
depend-unknown-figure = pas public
depend-cuts-states = Coupes minimales d’États, jusqu’à trois
depend-cuts-suppliers = Coupes minimales de fournisseurs, jusqu’à trois
depend-cuts-things = Coupes minimales d’éléments, jusqu’à trois
depend-cuts-says = Sans aucun de ceux d’une coupe, la capacité défaille ; s’il en reste un, elle tient. L’État d’un membre n’est dans aucune des siennes.
depend-capability = Capacité
depend-how-many = Combien
depend-without-all-of = Sans aucun de
depend-single = { $count ->
    [one] { $count } point unique de défaillance
   *[other] { $count } points uniques de défaillance
 }
depend-pairs = { $count ->
    [one] { $count } paire
   *[other] { $count } paires
 }
depend-threes = { $count ->
    [one] { $count } coupe de trois
   *[other] { $count } coupes de trois
 }
depend-none = aucune
depend-too-many = Pas cherchées : même celles d’un seul sont trop nombreuses pour cette page.
depend-only-to = Cherchées seulement jusqu’à la taille { $size } : au-delà, elles sont trop nombreuses pour cette page.
depend-relied = Sur qui comptent les membres, et quand tout ce qu’il détient peut être remplacé
depend-on-whom = Sur qui
depend-members = Membres
depend-capabilities = Capacités
depend-things = Éléments
depend-cost-known = Coût connu
depend-cost-more = { $count ->
    [one] et { $count } qui n’est pas public
   *[other] et { $count } qui ne sont pas publics
 }
depend-too-large = plus de { $currency } qu’on ne peut en additionner
depend-shared = Fournisseurs que plusieurs membres partagent
depend-supplies = { $name } fournit { $members }
depend-not-searched = Ce qui n’est pas cherché
depend-not-searched-says = Les coupes de quatre et plus ; les stocks et les remplacements dans les coupes, dont les jours sont dits avec chaque retenue ; les retenues qui commencent à des jours différents. D’un élément qui a plus de 2 000 coupes, et d’un fichier dont il faudrait en regarder plus de 1 000 000, seules de plus petites sont cherchées ici : quorate depends en tient 100 000. Ce que le fichier ne nomme pas n’existe pas.
around-title = Le voisinage de { $name }
around-legend = Ce qui compte sur d’autres est à gauche, ce sur quoi il compte à droite. Un trait interrompu : un autre ferait l’affaire. Hachuré : retenu.
around-things = { $count ->
    [one] { $count } élément
   *[other] { $count } éléments
 }
around-more = et { $count } de plus
around-withheld = retenu
around-is-withheld = { $name } est retenu
around-relies = { $one } compte sur { $other }
around-relies-among = { $one } compte sur { $other } parmi d’autres

# Trajectoires : un scénario que le lecteur modifie, joué de nombreuses fois.

chapter-trajectories = Trajectoires
traj-assumed = Parts des simulations sous les hypothèses du scénario, selon les vraies règles : aucune prévision.
traj-lead = Un scénario dit comment les membres sont supposés se conduire, ce que fait une puissance extérieure et ce qui arrive. Chaque demande, vote, appel et paiement est une commande que les règles de la charte acceptent ou refusent, dans une répétition. Modifiez-le, lancez-le, regardez ce qui arrive, et mettez-le à côté du même sous une autre charte.
traj-new = Une nouvelle étude
traj-begin-with = Partir de :
traj-baseline = Rien de nouveau n’arrive
traj-de-escalation = Désescalade
traj-deepening-core = Un noyau qui s’approfondit
traj-fracture = Fracture
traj-scenario = Le scénario (selon docs/foresight.md)
traj-charter = Sous quelle charte
traj-under-exercise = l’exercice, à la majorité qualifiée
traj-under-consensus = l’exercice, par consensus
traj-under-own = la charte en vigueur ici
traj-how-many = Simulations (10 à 2 000)
traj-seed = Graine, dont suit tout le hasard
traj-begin = Lancer
traj-limits = Une étude à la fois pour vous, cinq minutes au plus. Elle prend le quart d’un processeur, pour que le nœud ne soit pas gêné dans son travail ; quorate explore les prend tous, et autant de simulations qu’on veut.
traj-long = Un scénario a ici 64 ko au plus : quorate explore en prend de plus grands.
traj-runs-wrong = Le nombre de simulations va de 10 à 2 000.
traj-seed-wrong = La graine est un nombre entier de 0 à 18 446 744 073 709 551 615.
traj-own-not = La charte en vigueur ici ne peut pas être jouée sur cette page : elle n’a pas de fonds, ou a plus de 12 membres.
traj-faults = Ce scénario ne peut pas encore être joué :
traj-yours-runs = Une autre étude à vous, ou de votre adresse, attend ou est en cours : arrêtez-la, ou attendez sa fin.
traj-many = Trop d’études attendent à ce nœud : réessayez dans un instant.
traj-machine = Cette machine n’a pas pu la commencer.
traj-yours = Vos études
traj-kept = Elles sont dans la mémoire de ce nœud et nulle part ailleurs : vos six dernières, tant que d’autres n’ont pas besoin de la place et que les pages ne s’arrêtent pas.
traj-name = Sous { $charter } : { $title } ({ $runs } simulations, graine { $seed })
traj-waits = attend son tour
traj-runs = { $runs } simulations sur { $all } jusqu’ici
traj-whole = toutes les { $all } simulations
traj-stopped = arrêtée après { $runs } simulations sur { $all }
traj-late = son temps était écoulé après { $runs } simulations sur { $all }
traj-broken = une simulation n’a pas pu se faire après { $runs } sur { $all }, ce qui est un défaut de ce logiciel
traj-first = Première
traj-second = Seconde
traj-compare = Mettre côte à côte
traj-compare-how = Dès que deux études sont complètes, elles peuvent être mises côte à côte : un scénario, un nombre de simulations et une graine sous deux chartes.
traj-title = Une étude
traj-progress = Simulations jusqu’ici
traj-stop = L’arrêter ici
traj-renews = Cette page se redemande elle-même toutes les cinq secondes.
traj-hold = La tenir immobile
traj-still = Cette page est immobile.
traj-renew = Regarder de nouveau, et continuer
traj-again = La relancer sous une autre charte, avec le même hasard
traj-all = Toutes vos études
traj-files = À emporter
traj-file-report = tout cela en une seule page, à garder et à imprimer
traj-file-runs = chaque simulation jusqu’ici, avec sa graine
traj-file-quarters = les quantiles, trimestre par trimestre
traj-file-scenario = le scénario tel qu’il a été joué
traj-file-charter = la charte telle qu’elle a été jouée
traj-compare-title = Deux études côte à côte
traj-not-beside = Ces deux-là ne peuvent pas être comparées : toutes deux doivent être complètes, du même scénario, du même nombre de simulations et de la même graine, sous des chartes aux mêmes membres.

sensed-says = À quel point les hypothèses déplacent ce qui en résulte : chaque nombre seul, et tous ensemble. Cela dit quelles hypothèses comptent dans ce modèle, et rien de la probabilité d'aucune.
sensed-scenario = Scénario
sensed-charters = Chartes
sensed-alone-runs = Simulations à chaque extrémité d'un nombre
sensed-samples = Échantillons
sensed-each = Simulations à chaque point d'un échantillon
sensed-seed = Graine
sensed-varied = Ce qui varie, et jusqu'où
sensed-parameter = Nombre
sensed-low = au plus bas
sensed-high = au plus haut
sensed-source = Source
sensed-alone = Chaque nombre seul
sensed-alone-says = Un nombre est au plus bas ou au plus haut, tous les autres restent au milieu ; les deux extrémités rencontrent le même hasard. Le trait est ce qui résulte quand tous sont au milieu.
sensed-chart-says = Hachuré : le nombre au plus bas. Plein : au plus haut. Celui qui déplace le plus est en haut.
sensed-no-middle = { $what } : mesuré dans aucune simulation où tous les nombres sont au milieu, de sorte que rien n'est dessiné.
sensed-no-end = { $what } : non mesuré à une extrémité de { $names }, qui n'est pas dessiné.
sensed-mean = moyenne des simulations
sensed-from-to = { $what } : { $from } à { $to }
sensed-under = { $what }, charte { $charter }
sensed-together = Tous ensemble
sensed-together-says = Quelle part de la variance un nombre fait seul (premier ordre), et avec tous les autres (total) : indices de Sobol', avec l'intervalle où sont 95 échantillons tirés à nouveau sur 100. Le hasard est parmi les nombres.
sensed-first = Premier ordre
sensed-total = Total
sensed-interval = 95 %
sensed-within = { $low } à { $high }
sensed-chance = hasard
sensed-spread = Moyenne { $mean }, écart type { $deviation } ; mesuré à chaque point dans { $used } échantillons sur { $samples }.
sensed-still = Cela n'a pas varié.

gridded-says = Ce qui résulte à chaque point de la grille : chaque valeur d'un nombre avec chaque valeur des autres, sous les vraies règles. Cela dit comment les nombres agissent ensemble dans ce modèle, et rien de la probabilité d'aucun.
gridded-points = Points en tout
gridded-runs = Simulations à chaque point
gridded-values = valeurs
gridded-comes = Ce qui en résulte
gridded-heat-says = Chaque case est un point, avec la moyenne de ses simulations : plus elle est foncée, plus il y en a. Les cartes d'une mesure ont une échelle, de la plus petite à la plus grande moyenne sous une charte.
gridded-line-says = À chaque valeur du nombre : la moitié médiane des simulations, et le milieu, sous chaque charte.
gridded-large = Cette grille a trop de points pour être dessinée : tous sont dans points.csv.
gridded-many = Une grille de trois nombres ou plus n'est pas dessinée : ses points sont ci-dessous.
gridded-mean = Moyennes des simulations à chaque point.
gridded-line = La moitié médiane des simulations, et le milieu.
gridded-of-runs = dans une simulation
gridded-charter = charte { $number }
gridded-millions = { $name }, en millions de { $currency }
gridded-units = { $name }, en { $currency }
gridded-table = Chaque point
gridded-table-says = La moyenne des simulations, et au-dessous entre quoi sont neuf dixièmes d'entre elles.
gridded-point = Point
gridded-more = Et { $count } de plus, qui sont dans points.csv.
gridded-of = dans { $runs } simulations
gridded-not = non mesuré
gridded-assumed-says = Ce qui varie prend la place de ce qui figure ici.
gridded-still = { $what } : { $value } à chaque point sous chaque charte, donc non dessiné.

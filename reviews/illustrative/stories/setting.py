"""What reviews tell besides the event: the home, the services, what followed, the method."""

SETTING = """
== household
default: $Name lived with $their [mother|mother, grandmother|mother, great-aunt] and [an older
  brother|two older sisters|a younger sister|three other children], in [a rented house|a council
  flat|a terraced house|a maisonette above a shop|a bungalow at the edge of a village|a tower
  block|a caravan on a relative's land|a converted mill|a flat over a betting shop|barracks
  housing|a flat beside the docks].
default: At the time $name lived [with $their family|at home], [near relatives who helped|with no
  relatives close by|in a small house that they shared with an uncle|in a new estate where they
  knew nobody|in a seaside town that emptied each winter|on a farm three miles from a bus].
default: The household was made up of [three generations|a mother and her children|the family and
  a lodger|two families who shared the rent], [and friends often stayed|and there was little
  money|and was known as a lively one|with two cats, a piano and much noise].
default: $Name had [three older siblings|a much older sister|a half-brother abroad|a brother at
  university], and [an aunt|a godmother] who visited often.
default-6: $Name had [two younger siblings|a cousin in the same class|a twin sister in good
  health|a baby brother], and $was close to [a grandmother|an aunt|a neighbour|a godmother].
default: $Their mother worked [in a warehouse|in a care home|in a bakery|as a cleaner|as a
  hairdresser|in a laundry|at the checkout|driving deliveries|in a call centre|in a pharmacy|at an
  airport|in a cannery|as a seamstress|as a dinner lady], and [an aunt|a neighbour|an older
  child|grandparents|a lodger] helped with the children.
default: $Their father [drove a taxi|laid bricks when there was work|was a chef|had been made
  redundant|served in the army|mended bicycles|studied at night|repaired lifts|fitted
  carpets|drove a forklift|trained as a welder|sold fruit from a stall|tuned engines], and the
  family [had come to the area for his job|lived quietly|were well liked|kept to themselves].
default: Relatives describe [a tidy, anxious home|long evenings of cards and television|a house
  full of cousins|Sunday dinners|a garden with hens|a family who sang|allotment vegetables and
  card games|crowded weddings and loud quizzes], [and much affection|and a winter of worry about
  money|before things began to slip|that outsiders seldom saw].
care: $Name $was in the care of the local authority, living [with foster carers|in a children's
  home|in supported lodgings], after [years of worry at home|the death of a parent|several moves
  between relatives].
care: $Name lived [in a residential home|with the third set of carers|in a placement with two
  other young people|with carers by the sea], and [kept in touch with a brother|went home on some
  weekends|had lately begun at a new college].
care: At the time $name lived [in a children's home with three others|with a foster family|in a
  flat with staff day and night], and [saw a grandmother each month|spoke to a sister by phone|had
  asked to live nearer to friends].
separated: $Their parents had separated, and $name lived mainly with [$their mother|$their
  father], [and saw the other parent at weekends|with contact that was in dispute|with a second
  home across the city].
separated: $Name spent [weekdays|most of the week] with [$their mother|$their father] and
  [weekends|the rest] in the other parent's home, [where a new partner had moved in|an hour away
  by bus].
partner: $Name lived with $their mother and her partner, who had [joined the household that
  year|moved in some weeks before], [and two older children|and whose own children visited].
partner: $Their mother had a new partner; he was [at the home on most days|said to be a friend|not
  named in any plan], and $name $was often in his care.
relatives: $Name lived with [$their grandparents|an aunt and uncle|an older sister] [under an
  informal arrangement|after a family meeting|while $their mother was unwell], and saw $their
  parents [most weeks|now and then].
young: $Their parents were [both in their teens|eighteen and nineteen], living [with a
  grandmother|in one room of a shared house|in supported housing], and [proud of the baby|in need
  of sleep and money|helped by an older sister].

== known
default: The family [had been known to|had contact with]
  {childrens-social-care|health-visiting|early-help-services},
  {police|schools-and-colleges|general-practice} and
  {housing|adult-mental-health|hospital-services} [over several years|since the birth of the
  eldest child|from the first weeks], [though no plan was in force|with help that came and went].
default: There had been [three assessments|a child in need plan|two referrals|a child protection
  plan] [in the two years before|when $name $was younger|under another surname], [each closed
  within weeks|and the last had ended in the spring].
default: {health-visiting|general-practice|hospital-services} had seen [nothing out of the
  ordinary|a family who coped|a family like many others], and [worries came to light afterwards|it
  was relatives who had seen more].
default: {schools-and-colleges|general-practice|health-visiting} had [raised worries|kept a record
  of small concerns|asked for a meeting], and {childrens-social-care} [had begun an
  assessment|were visiting each fortnight|had closed the case that month].
default: At the time of the incident the case was [open to|waiting to be allocated by|newly closed
  by] the local authority, [one of several services involved|for the third time in a year].
default: Universal services [gave good care|kept in touch through a hard year], and
  {midwifery|general-practice|hospital-services} made [two referrals|one referral], [which did not
  lead to an assessment|each treated by itself].
care: Many people worked with $name: {placement-providers}, {childrens-social-care},
  {child-mental-health|youth-justice} and {schools-and-colleges|police}, [not all of whom had met
  one another|with a meeting every six weeks].
default: The family were also known, [slightly|in passing|by sight], to [a credit union|an
  allotment society|a launderette|a mother and toddler group|a boxing club|a mosque kitchen|a
  Polish Saturday school|a Methodist pantry|a gurdwara kitchen|a choir|an angling club|a samba
  band|a synagogue nursery|a Pentecostal crèche|a karate class], [whose volunteers were never
  asked|which gave more help than any record shows|where troubles were sometimes shared].
default: [Debts, damp and a broken lift|A custody hearing, an eczema flare and a redundancy|Night
  shifts, teething and an overdue gas bill|A flooded kitchen, a bereavement and exams|An
  operation, a burglary and a lapsed visa|A twisted ankle, a cancelled wedding and mice] came
  together in [that season|the same quarter], [as no single chart reveals|and strained everyone].
care: Plans were reviewed [on time|often], and $name [$was offered much|had asked for fewer
  adults].
care: [Carers|Key workers] [came and went|stayed], while [meetings multiplied|paperwork grew|the
  list of professionals reached seventeen], and $name [trusted one of them above all|chose whom to
  talk to|grew tired of repeating the story].
care: The local authority had [looked for a nearer home|weighed a secure placement|hoped for a
  return to family], and [no plan lasted beyond a term|options were few|each move was meant to be
  the last].
care: [A guardian, a mentor and a nurse|An advocate and a youth worker] [visited|wrote|rang]
  regularly, [and knew more than the reviews recorded|and none was asked to the final planning
  meeting].
default: Records hold [traces of the family|a scatter of entries] over [nine|eleven|six] years: [a
  fall, a burst pipe, a late immunisation|a playground quarrel, a sprained wrist|two moves and a
  bereavement|a swallowed coin, a parking dispute, a lost school place|chickenpox, a stolen
  pushchair, a broken boiler|a wasp sting, an unpaid fine, a changed surname], [none remarkable in
  itself|each dealt with and put away].
default: Nothing in [the nursery register|the dental notes|the school reports|the tenancy file]
  [stood out|caused alarm]; [an attentive receptionist|a librarian|a swimming teacher|a lollipop
  man] was [the first to wonder|almost alone in wondering].

== after
injury: [A police inquiry began|Both carers were arrested], and [no one has been charged|a parent
  was later convicted|a trial was awaited|the evidence did not allow a charge].
injury: [A family court|The court] later found that [one of two adults had caused the harm, and
  could not say which|the injuries were inflicted|an accident could not be excluded].
injury: Criminal proceedings [had not ended when the review was written|ended in a conviction for
  cruelty|ended in an acquittal].
unexplained: [$Coroner recorded|The $inquest gave] [an open conclusion|natural causes, with a
  comment on the care given|the cause as unascertained].
unexplained: No one has been [charged|found responsible], and [the cause remains uncertain|the
  family have been offered support].
heard: [A report was sent|$Coroner wrote] to [two services|the health authorities|the local
  authority] about [waiting times|the handover of care|cover at night].
heard: Schools and clubs nearby were helped to support [friends|classmates|team-mates] in the
  weeks that followed.
heard: [The family have been offered support|The family have met other families|Friends have
  raised money for a helpline].
died: The $inquest [had not ended when the review was written|heard evidence from four services].
died: [A criminal inquiry had not ended when the review was written|A criminal inquiry was opened,
  and no charge followed].
died: [Brothers and sisters|Relatives] have been offered support, [which continues|and some have
  taken it up].
conviction: [Two men were|One adult was|A relative was] later convicted; [other inquiries went
  on|others could not be traced|there was not enough evidence in respect of another].
conviction: The police inquiry [led to no charge|was still under way when the review was
  published|ended without a trial], and [support went on|the family court made its own findings].
violence: [A young person was|An adult was|Two teenagers were] later sentenced; [the review does
  not describe the attack|no one else was charged].
violence: Criminal proceedings limited [what the review could publish|whom it could speak to], and
  [the family asked that $name be remembered for more than this|two inquiries ran side by side].
killing: A court [accepted a plea of manslaughter by reason of diminished responsibility|heard
  psychiatric evidence|passed sentence in the following year].
killing: A separate review considered [the care of the adult|what was known about the person
  responsible], and [its findings are not repeated here|the two panels shared their learning].
court: The family court [made care orders|agreed to a placement with relatives|was still
  considering the case], and [the children have settled|therapy has begun|contact is supervised].
court: [No criminal charge followed|Charges were considered and not brought]; the future of the
  family was decided [in care proceedings|by the family court].
accident: The $inquest [found an accident|recorded misadventure|recorded an accident and remarked
  on supervision].
accident: [No prosecution followed|A parent was cautioned|A charge of cruelty was brought and
  later dropped].
dog: [The owner was prosecuted|The dog was destroyed and its owner banned from keeping another|No
  prosecution was brought].
none: [The family have been offered support|Support has continued|Those involved were told of the
  review's findings before it was published].

== scope
all: The review covers [the eighteen months|the two years|the year|the period from booking|the
  three years] before [the incident|these events], [with earlier history where it matters|and sets
  aside what only hindsight shows].
all: [Practitioners met twice|A day was held with practitioners|Those who had worked with the
  family came together] to [say how it had looked at the time|test the findings|explain the
  pressures they worked under].
all: The reviewers read [the records of nine agencies|a joint chronology|reports from each
  service] and spoke with [those who knew $name|eleven practitioners|managers and front-line
  staff].
all: It [follows a systems approach|uses a systems method], asking [why things made sense at the
  time|how usual this is|what helped as well as what hindered].
all: [Two independent reviewers|An independent author|A lead reviewer from outside the area] led
  the work, and [a panel of senior staff|practitioners] [met five times|commented on drafts].
all: [Genograms, timelines and maps|Walls of sticky notes|A single thread of letters] [were
  used|helped] to [reconstruct the weeks in question|show who knew whom|set one record against
  another].
all: The terms of reference asked [seven|five|four] questions, [trimmed from an original
  nineteen|agreed with the family], and the author [answers them in plain prose|declines to guess
  where evidence is thin|separates fact, inference and opinion].
all: Interviews took place [in surgeries, classrooms and a church hall|by telephone and in
  person|over a fortnight in spring], [some of them painful|all of them candid].
all: The work was [paused during criminal proceedings|completed in seven months|delayed by
  illness|carried out jointly with a neighbouring area|overseen by an independent chair].
all: The author [walked the route from home to clinic|sat in a waiting room for a
  morning|telephoned the helpline as a caller would|timed the bus|climbed the stairs with shopping
  and a pram|queued at the pharmacy hatch], [to understand what had been asked of the family|and
  draws sober conclusions from it].
all: Comparisons are made with [four earlier reviews|national research|inspection reports|audits
  in two counties], [cautiously|in a brief appendix], and [hindsight is named wherever it
  intrudes|coincidence is not dressed up as cause].

== voice
all: $Their [mother|father|grandmother|older sister|parents] [spoke to the reviewer|wrote to the
  panel|took part], and said that [help had come too late|one worker had made all the
  difference|nobody had asked what they needed|they wished others to learn from it].
all: The family [were invited to contribute and chose not to|asked for the name used in this
  review|read the report before it was published].
all: The reviewer met $their [father, who had not been heard before|mother twice|grandparents],
  whose [account differs from the records|view of services is set out in full].
all-11: Friends of $name [told the reviewer what adults had not known|asked that schools talk
  about such things], and [a teacher|a youth worker] spoke of [warmth and wit|a young person who
  noticed others].
all-11: The report uses [$their own words, from a letter|words that $name wrote in an assessment],
  [with the family's consent|to show what systems felt like from inside].
all-6: [A photograph|A favourite song|A school poem|A drawing of a boat|A list of jokes|A football
  scarf|A recipe for dumplings] chosen by the family [opens the report|closes the report], [to
  remind the reader who it is about|at their request].
all-1: $Their grandmother [described first steps, stubbornness and laughter|spoke of pancakes,
  puddles and dinosaurs|remembered a gentle, watchful child|told of bedtime stories and
  impersonations|recalled a toddler who waved at buses|laughed about wellingtons worn to bed], and
  [the author begins with that|asked that this not be lost among the findings].
all-6: Those who loved $name speak of [skateboards, mangoes and stubborn kindness|goldfish,
  marbles and elaborate excuses|a chess champion who hated losing|drumming on every
  table|freckles, mischief and loyalty|a fierce goalkeeper|plaits, ribbons and arithmetic|a
  collector of fossils and bus tickets|magic tricks and dreadful puns|a gentle giant who adored
  rabbits|violin practice, ketchup and comics].
all: [An aunt|A godparent|A former childminder|A great-uncle] [brought an album|lent a
  diary|recorded a message|translated letters] for the reviewer, and [corrected three
  dates|supplied names missing from every file|described the week as it had felt indoors].
all: Relatives asked [that jargon be struck out|for a glossary|for the findings to be read aloud
  to them|that nobody be vilified|for candour rather than condolences], and the final draft
  [honours that|was altered accordingly].

== focus
all: The review [looks at|considers|examines|is about] $first, $second and $third.
all: Three matters run through the report: $first, $second and $third.
all: Its findings concern $first and $second; it also [touches on|says something about] $third.
all: [Above all|Chiefly] it asks about $first, [and goes on to|and then turns to] $second.
all: The questions it sets itself are about $first, $second and, [more briefly|to a lesser
  extent], $third.
all: Learning is drawn out on $first and on $second, [with shorter sections on|and also on]
  $third.
two: The review [looks at|considers|examines] $first and $second.
two: Its findings concern $first and $second.

== strength
all: [Good practice|Much good practice] is [noted|described too]: [a nurse who rang until someone
  answered|a teacher's careful notes|a caretaker who mentioned a broken bolt|a pharmacist who
  telephoned twice|a probation officer who insisted on a visit|an interpreter who explained a
  silence|a dentist who wrote without being asked|a locum who reopened a dusty folder|a trainee
  who admitted confusion|a sergeant who knelt to talk to a toddler|a clerk who spotted matching
  postcodes|a ward sister who postponed a discharge|a paramedic who noticed an empty fridge|a duty
  worker who read the old file|a midwife who stayed past her shift].
all: [Several practitioners|One team] [went well beyond what was asked|kept in touch through leave
  and sickness], and the review [says so|thanks them by role].
all: It found [no single cause|no one act that would surely have changed the outcome], [and many
  small chances|but a pattern that other families will know].
all: Changes [already made|made since] include [a new protocol|joint training|a shared form],
  which the review [welcomes|asks to see tested].

== pandemic
all: [Much of the contact took place|Some visits were made] [by video call|on the doorstep|by
  telephone] during the restrictions of the pandemic, [when schools were closed to most pupils|and
  groups had stopped|so that fewer people saw the children].
all: [The lockdown|The second lockdown] [shut the nursery|ended the baby clinic|kept relatives
  away], and [isolation|strain at home] grew, [as $their mother described|though this was hard for
  anyone to see].
"""

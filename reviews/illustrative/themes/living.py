"""What reviews say about how children live: homes, money, caring, pets, life online."""

LIVING = """
== housing-and-homelessness | who: housing childrens-social-care health-visiting
  schools-and-colleges
learn: The family moved [four times in a year|between a hostel, a hotel and a cousin's floor|out
  of the borough at a day's notice]. With each move [a health visitor, a nursery and a neighbour
  were lost|records arrived late|the child's cot was left behind], and {housing} [did not know
  whom to tell|were not asked to tell anyone].
learn: Overcrowding [meant that a baby slept wherever there was room|left no place to quarrel or
  cry|put six people in two rooms]. {health-visiting|housing|childrens-social-care} should look at
  [where each person sleeps|the cooker, the stairs and the windows|how a night goes], and treat [a
  cot, a stair gate or a transfer|a better room] as [protection|urgent].
learn: {housing} and repairs staff [see inside homes when no one else does|were in the flat that
  month|are let in by families who turn others away]. They [noticed bare mattresses and a silent
  child|had concerns] but [did not know how to raise them|thought that someone else surely had].
  Train them and [give them a number to ring|tell them what came of it].
learn: Threat of [eviction|arrears|a benefit cap] drove decisions that [looked like choice|puzzled
  professionals]: [returning to a violent partner|sharing with an acquaintance|hiding a visitor].
  {childrens-social-care|domestic-abuse-services|housing} need to ask [what would have to change
  for a parent to leave|where else the family could go tonight] before [judging|closing].
learn: Temporary accommodation [was outside the area of every plan|had shared kitchens and
  strangers on the landing|lasted three years]. Placing authorities should [tell the receiving
  health visitors and schools|check that it is safe for a baby], and
  {childrens-social-care|housing} should say [who is responsible while a family is between
  places|which council acts].
learn: A poor home is not [a neglectful one|proof of poor care], and a clean one is not [proof of
  safety|the whole story]. {health-visiting|childrens-social-care|early-help-services} should
  separate [what a landlord could mend|what money could mend] from [what care would need to
  change|how the children are looked after], and act on both.
past: The family lived in [one room of a shared house|a hostel|temporary accommodation outside the
  area|a damp second-floor flat], [the third address that year|where the kitchen was shared with
  strangers|with steep stairs and no gate].
past: Arrears had led to [a notice to quit|an eviction in the autumn], and [$name $was staying
  with one relative after another|the school learned of the move from another parent].
past: [A housing officer|A surveyor|A caretaker] had seen [bare mattresses|mould and broken
  glass|a cot used for storage] and [reported the repairs only|did not know that she could make a
  referral].
topic: families in temporary or overcrowded [accommodation|homes]
topic: what housing staff see and [whom they tell|how they can pass it on]
topic: moves and evictions
aim: {housing} know how to raise a worry about a child, and hear what came of it
aim: a receiving area is told [before a family with a child under five is placed there|on the day
  a family moves]
aim: sleeping space for each baby is checked in [every temporary home|hostels and hotels]
do: train [repairs staff and caretakers|housing officers and contractors] to notice and report
do: stop placing families with babies in [hotels|accommodation with shared kitchens] for more than
  [two|six] weeks
do: add the names of children to [the allocations system|eviction panels' papers]

== poverty | who: early-help-services schools-and-colleges health-visiting childrens-social-care
learn: Money was [the subject nobody raised|left to the family]. Asking [what is hard to pay for
  this week|about meters, debt and the price of the bus|who lends to them] is [ordinary,
  respectful work|assessment], and lets {health-visiting|schools-and-colleges|early-help-services}
  [mend what can be mended|see which worries are about money and which are not].
learn: Appointments were missed because of [a bus fare|an unpaid phone bill|a shift that could not
  be swapped], and recorded as [did not attend|lack of commitment].
  {hospital-services|childrens-social-care|general-practice} should find out [what stands in the
  way|what it costs to come] before [concluding anything|writing it down as refusal].
learn: Poverty [wears down|narrows the choices of] parents without making them [bad
  ones|neglectful]. {childrens-social-care|health-visiting} need language that tells
  [hardship|strain] apart from [harm|lack of care], and the confidence to say when [both are
  present|a child is not fed although there is food].
learn: Debt to [a lender on the estate|relatives|a dealer] exposed the family to [threats|callers
  at night|pressure to store things], which {police|housing|schools-and-colleges} [saw as separate
  matters|met one at a time]. Ask [who is owed|what happens if they cannot pay].
learn: [A uniform|A bed|A washing machine|A school coat] may do more than [a sixth
  assessment|another referral]. {childrens-social-care|schools-and-colleges|voluntary-sector} with
  [a small fund|leave to spend fifty pounds] can [act the same day|begin with something useful],
  which also [earns trust|opens the door].
learn: When benefits [stopped|were reassessed|went to one partner], the whole house felt it.
  {early-help-services|housing|general-practice} who [know welfare rights|can make one call]
  [prevent the slide|give a parent room to think], and should be [in the plan|on the team].
past: The household was in debt, and [the gas had been capped|food ran short before each payday|a
  loan was being repaid at the door], [which the children's school had begun to guess|though no
  assessment asked about money].
past: $Their mother worked [nights as a cleaner|two jobs|shifts that changed weekly], and [relied
  on an older child in the mornings|could not keep daytime appointments].
past: A [benefit sanction|cut in hours|failed claim] left the family with [very little|no income
  for seven weeks], and [help came from a food bank|neighbours fed the children].
topic: the strain of [debt and low income|poverty] on families
topic: small sums and practical help
topic: how hardship and neglect are told apart
aim: money, food and heating are asked about at [every first visit|each assessment]
aim: practitioners can [spend small sums on the day|offer welfare advice within a week]
aim: records explain why an appointment was missed, not only that it was
do: set up a [hardship|same-day] fund that [any practitioner may use|front-line staff can draw on]
do: bring a welfare rights adviser into [each family hub|$its health centres]
do: pay fares to [hospital appointments|conferences and contact] in advance

== young-carers | who: schools-and-colleges early-help-services adult-social-care school-nursing
learn: A child who [cooks, gives medicine and puts others to bed|translates at the surgery|stays
  awake to listen] is [caring|doing an adult's work], whether or not anyone [calls it so|has
  filled in the form]. {schools-and-colleges|school-nursing|general-practice} see [the late
  marks|the tiredness|the grown-up manner] and should [ask what happens before school|offer an
  assessment].
learn: {adult-mental-health|adult-social-care|substance-misuse-services} wrote that the patient
  had [good family support|a supportive home], and the support was [eleven years old|a child].
  Adult services should ask [who does what|who is there at night], and [refer to
  {early-help-services}|count the children].
learn: Praise for being [grown-up|a little helper|so good with the baby] can [fix the role|close
  the mouth]. Ask a young carer [what they would do with a free Saturday|what they worry about in
  lessons|what would go wrong if they stopped], and [hear the answer|do one thing about it].
learn: Young carers [feared being taken away|kept the secret to protect a parent|did not know
  there was help]. {schools-and-colleges|voluntary-sector|early-help-services} won trust by
  [explaining what they would not do|helping the parent first|running a lunchtime group].
learn: An assessment of a young carer led to [a pass to leave class|a trip to the coast|vouchers],
  welcome in themselves, while [the caring went on unchanged|nobody asked adult services to do the
  lifting]. {adult-social-care|childrens-social-care} should [reduce the caring|replace what the
  child does], not only [soften it|reward it].
learn: Brothers and sisters share caring [unequally|along lines nobody chose]. Where one child [is
  ill|is disabled|has been hurt], {hospital-services|schools-and-colleges|childrens-social-care}
  should [see the others alone|find out who has stopped going out].
past: $Name [cooked and cleaned for the household|collected younger children from school|gave a
  parent medicine at night], which [teachers praised|was known at school and nowhere else].
past: [An older sister|An older brother] did much of the caring at home and [missed one day of
  school in four|was described in records as mature].
past-11: $Name [interpreted for $their mother at appointments|slept lightly in case a parent
  fell|did the shopping from the age of eight], [and had never been offered an assessment|and
  asked for no help].
topic: children who care for [a parent|others in the family]
topic: what adult services know about children who [care|carry the load at home]
topic: help that lessens a child's caring
aim: adult services ask who gives care at home, and [refer every child who does|record the
  children's names]
aim: each school has a named lead for young carers
aim: an assessment of a young carer [reduces what the child has to do|is shared with those who
  treat the parent]
do: count young carers among [the patients' families on each adult ward|$its pupils] once a year
do: fund [home help|respite] where a child has been giving personal care
do: ask young carers to [rewrite $its leaflet|teach one session of $its training]

== dogs-in-the-home | who: police health-visiting housing childrens-social-care
learn: A dog was [in the yard during each visit|shut away for the worker's sake|known to
  neighbours]. {health-visiting|housing|childrens-social-care|police} should ask [its name, breed
  and where it sleeps|who is in charge of it|what it does when the baby cries], and [see child and
  dog in the same room|not rely on its being friendly].
learn: Warnings about the animal reached [the dog warden|the housing office|a vet], and [no one
  asked about children|stopped there]. {housing|police} should [send on any report that names an
  address with a child|check who lives there].
learn: A [large|powerful|newly acquired|recently moved] dog and a [small child|baby on the floor]
  should [never be left together|be treated as a hazard like water].
  {health-visiting|early-help-services|midwifery} can [say so early|fit a gate] and [ask again
  when a dog arrives|include grandparents' dogs].
learn: The dog [was a guard|was trained on the landing|brought in money from litters]. That tells
  {police|childrens-social-care|probation} something about [the adults|visitors to the house], and
  should be [written in the assessment|asked about aloud].
learn: Staff who [were afraid of the dog|rang from the gate] [cut visits short|saw the children on
  the step]. Fear of an animal is [information|a reason to plan], and
  {childrens-social-care|health-visiting|housing} should [arrange for it to be elsewhere|return
  with a colleague].
learn: Hunger, [boredom and beating|chains and noise] in a pet may [sit beside neglect of a
  child|be noticed first]. {voluntary-sector|police|housing} dealing with animals should [know how
  to refer|look up from the kennel], and {childrens-social-care} should [welcome the call|ask them
  what they saw].
past: The dog had [been reported to the council twice|bitten a visitor that summer|come to the
  home six weeks earlier], [and the report was not linked to the children|and was shut in the
  kitchen when professionals called].
past: Relatives had warned that the dog [was not used to children|was left alone with the
  children], and [one had offered to take it|their message was noted].
past: A worker who was wary of the dog [met the family at the door|saw $name at nursery instead],
  [for some months|with a manager's knowledge].
topic: dogs in homes with [babies and small children|children]
topic: reports about animals at an address where a child lives
topic: asking about pets on home visits
aim: dogs are asked about and seen with the child at [first visits|each assessment]
aim: reports to the dog warden are checked against [addresses of children on plans|children's
  records]
aim: staff who are wary of a dog tell a manager, and the visit still happens
do: agree with the dog warden and [vets|rescue centres] how a worry about a child is passed on
do: include dogs in the home safety checklist used by [midwives, health visitors and housing|every
  visitor]
do: give families [a stair gate and a leaflet|free sessions with a trainer] where a dog and a
  small child live together

== online-safety | who: schools-and-colleges police child-mental-health placement-providers
learn: Online life was [asked about as screen time|left to the school assembly].
  {schools-and-colleges|child-mental-health|childrens-social-care} should ask [who makes you laugh
  there|what they would hide|who has asked for pictures], and [be hard to shock|know the names of
  the places].
learn: A stranger became [a confidant in four days|the only one who understood], and moved the
  child to [a private channel|a hidden app]. {police|schools-and-colleges|placement-providers}
  should tell children [that they did nothing wrong|what blackmail sounds like], and act [that
  day|before the pictures travel].
learn: Searches for [ways to die|thinness|pills] were [found later|seen by a parent who did not
  know whom to tell]. {child-mental-health|schools-and-colleges|general-practice} should [ask what
  they look at when things are bad|include it in a safety plan|give families words], rather than
  [seize the phone and leave the child alone with it|forbid].
learn: Taking the phone away [cut off the group that hurt and the friend who helped|sent it
  underground]. {placement-providers|schools-and-colleges} should [agree rules with the
  child|leave one safe line|look together], and [explain what the adults are afraid of|keep
  talking].
learn: Police [seized devices|waited eleven months for results], and plans [waited too|assumed
  that all was known]. {police|childrens-social-care} should [triage for children at risk
  now|share what is found in stages], and {schools-and-colleges} should [be told whom to watch|not
  learn it from gossip].
learn: For some children [with few friends|in care|who are questioning who they are] the internet
  was [shelter|where they were believed].
  {voluntary-sector|child-mental-health|schools-and-colleges} should [respect that|build on the
  good in it], and [stay curious about the rest|teach with them, not at them].
past: $Name spent [much of each night online|hours in one chat group], [where friends were
  kind|with people whom no adult knew], and [$their parents had set rules that were easily
  passed|$their carers were unsure what to ask].
past: Pictures of $name had been [shared at school|asked for by a stranger], [a matter dealt with
  as discipline|and threats followed within hours].
past: A device was [taken by police and examined nine months later|replaced by a friend's old
  phone], [and nobody asked $them what it held|so contact continued].
topic: children's lives online
topic: blackmail and the sharing of pictures
topic: what children look at when they are in distress
aim: online life is part of every assessment of a child over [nine|ten], asked about with interest
aim: children threatened with pictures get help on the same day and are not blamed
aim: information from devices reaches those who protect the child in stages
do: teach staff the places where children spend time, with [young people as the teachers|an update
  every term]
do: shorten the wait for device results where a child may be at risk
do: give parents and carers a sheet on [blackmail|searches about dying] that says what to do in
  the first hour
"""

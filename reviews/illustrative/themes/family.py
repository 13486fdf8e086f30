"""What reviews say about families: who is in them and how they hold together."""

FAMILY = """
== unseen-men | who: health-visiting midwifery childrens-social-care general-practice
learn: Fathers and partners were [in the house but not in the record|known by a first name
  only|described by others and never met]. {health-visiting|midwifery|childrens-social-care}
  should ask [who sleeps here|who feeds and changes the baby|who else has a key], [write the names
  down|offer a visit when he is home], and [check what other agencies know of him|speak to him
  himself].
learn: Men were seen [as a risk or as a help, seldom as a parent|through the mother's account|only
  when something had gone wrong]. Asking a father [how he sleeps|what he finds hard|who showed him
  how to be a dad] [brings out strengths|brings worries to light] that [no check will show|a form
  never holds].
learn: When [a new partner appears|a mother's boyfriend moves in|a man begins to look after the
  children], the assessment [starts again|is out of date].
  {childrens-social-care|schools-and-colleges|early-years|housing} who notice [a new name at the
  school gate|a second toothbrush|a different car] should [say so|pass it on the same week].
learn: Health records [had no field for the father|listed the mother as the only parent|held the
  father's notes under another surname]. {general-practice|health-visiting|midwifery} cannot
  [think about a man they cannot find|join up what is known], so a father's [name, date of birth
  and practice|place in the household] should be asked for [at booking|at the first contact].
learn: A father living elsewhere had [parental responsibility|worries of his own|relatives who
  wanted to help], and [no one rang him|letters went to an old address|his calls were taken as
  quarrelsome]. {childrens-social-care|schools-and-colleges|cafcass} should [find, tell and
  hear|include] every parent unless there is [a reason, written down, not to|a risk in doing so].
learn: Services are built around [weekday visits to mothers|daytime clinics], and then record that
  fathers [do not engage|were at work]. [An evening visit|A text to his own number|A group for
  dads] from {early-help-services|health-visiting|voluntary-sector} [costs little|worked where it
  was tried] and [shows that he counts|lets somebody know him].
past: $Their father [was named in no health record|was seen once, asleep on the sofa|worked nights
  and was never at home for visits], [and his own history in another area was not known|though he
  did most of the care].
past: A new partner of $their mother had [moved in some weeks before|been looking after $name in
  the evenings], [a fact that the school knew from the register of who collects|which came out
  only later|and nobody had asked his full name].
past: Professionals spoke of $their father as [not involved|supportive|hard to reach]; [he told
  the review that no one had ever rung him|he had in fact been living there throughout].
topic: fathers, partners and other men in the [home|household]
topic: [how men are asked about, met and included|the engagement of fathers] from pregnancy
  onwards
topic: new partners who take up the care of a child
aim: the name, date of birth and history of each [man|adult] in the household are known and
  checked
aim: {midwifery|health-visiting} meet the father or partner at least once before the baby is [six
  weeks|three months] old
aim: assessments include fathers who live elsewhere and their families
do: add the father's details to [the maternity booking form|each child's health record]
do: run [evening and weekend visits|a service for new fathers] in [two pilot districts|each
  locality]
do: audit assessments for the men who are [missing from them|named and never met]

== young-parents | who: midwifery health-visiting early-help-services housing
learn: A parent of [sixteen|seventeen|eighteen] is [a young person too|still growing].
  {midwifery|health-visiting|schools-and-colleges} should hold [two sets of needs|both futures],
  and ask [who looks after her|where he will sleep next month|what has become of school], as well
  as [how the baby feeds|about the pram].
learn: Young fathers were [left in the corridor|not invited|described as boyfriends]. Including
  them [by name|in the antenatal class|in the plan] gives a child [a second parent who knows what
  to do|another pair of hands], and gives {health-visiting|early-help-services} [a chance to see
  how he copes|a view of risk and of warmth].
learn: Living with [her own mother|his parents|friends] was assumed to be [support|a safe
  arrangement]. {childrens-social-care|midwifery|housing} should look at [who is really doing the
  nights|old quarrels under the same roof|whether grandparents agree with each other], rather than
  count [heads|adults].
learn: Intensive programmes for young parents [helped while they lasted|were valued] and ended [at
  a birthday|when the grant did|on a move across the boundary]. The weeks after [a programme
  closes|a favourite worker leaves] are [thin|when things slip], and
  {health-visiting|early-help-services} should plan [an overlap|a warm handover].
learn: Being judged [in waiting rooms|on the bus|by relatives] makes young parents [say that all
  is fine|slow to ask]. {general-practice|health-visiting|voluntary-sector} who [began with what
  was going well|saw parent and baby enjoy each other|kept the same time each week] were told
  [much more|about the bad nights].
learn: Help with [rent|a first tenancy|benefits|furniture] arrived [after the crisis|in pieces],
  although {housing|early-help-services} knew [the due date|that the room was damp]. A home is [a
  safety measure|part of the plan] for a baby of parents [with nothing behind them|who left care
  last year].
past: $Their mother was [sixteen|seventeen|eighteen] and [had left school in the spring|lived in
  supported lodgings|was staying on a friend's sofa] when $name $was born.
past: Both parents were under [nineteen|twenty]; [they were keen and tired|relatives on each side
  disagreed about what they needed|a family nurse visited each week until the programme closed].
past: $Their father, [himself a child in need until the year before|still at college|seventeen at
  the time], [was not asked to any meeting|did most of the nights], and [told a youth worker that
  he was out of his depth|wanted to learn].
topic: support for [very young parents|parents who are still in their teens]
topic: young fathers
topic: housing and money for young families
aim: a parent under [eighteen|twenty] is assessed as a young person as well as a parent
aim: young fathers are invited by name to [antenatal care|classes, checks and meetings]
aim: no young family leaves [hospital|a placement] without a suitable home
do: extend $its young parents' programme to [fathers|parents under twenty-one]
do: plan a handover of at least [six weeks|two months] whenever intensive support ends
do: set aside [supported tenancies|flats] for parents who have left care

== parental-separation | who: childrens-social-care schools-and-colleges cafcass police
learn: A dispute over [contact|where the children should live|holidays and handovers] made each
  parent's worry sound like [a weapon|point-scoring]. {childrens-social-care|cafcass|police}
  should test [what is alleged|each account] on its merits, ask [the child away from both|what the
  child does on Sunday night], and be wary of the word [acrimonious|tit-for-tat].
learn: After a separation children live in [two homes|two sets of rules], and
  {schools-and-colleges|health-visiting|general-practice} often know [one|only the first]. Ask
  about [the second bedroom|who else is there|who has the medicine], and [record both
  addresses|visit both].
learn: [Threats to take the children|Talk of having nothing left|A parent's sudden calm|A plea not
  to be kept from them] at the time of [a hearing|a new relationship|the sale of the house] should
  be [taken seriously|shared at once] by {police|family-courts|general-practice}, for [despair and
  control may meet there|the risk is then at its highest].
learn: Handing a child from one parent to another [in a car park|on the doorstep|through a
  grandparent] was [the point at which quarrels broke out|where fear showed].
  {cafcass|family-courts|voluntary-sector} can offer [supervised places|a third person|a neutral
  time], and {schools-and-colleges} can [see how the child arrives|say what Mondays are like].
learn: Court papers held [findings of fact|warnings|an expert's view] that
  {childrens-social-care|health-visiting|schools-and-colleges} [had never seen|learned about from
  a parent]. Somebody should have the task of [asking for the order|bringing the order into the
  child's record] and of [saying what it means in practice|telling others].
learn: Loyalty to both parents [silences children|makes children careful]. Give them [several
  short meetings|drawing, walking and time|a person who does not report back to either side], and
  treat [a change of mind|tummy pains before a visit|sudden dislike] as [something to be
  understood|a beginning].
past: $Their parents had separated [two years before|in the spring], and [contact was before the
  court|each had reported the other to the police|handovers took place at a relative's house].
past: $Their father [had weekend contact|saw $them on alternate weekends|was asking the court for
  more time], [and his new address had not been visited|while $their mother spoke of being
  afraid].
past: [A dispute about residence|The sale of the family home|A final hearing] was [weeks
  away|expected that month], and [both parents were under strain|professionals took care not to be
  drawn in].
topic: children whose parents [separate|are in dispute]
topic: risk at the time of separation and [court hearings|new relationships]
topic: contact and the handing over of children
aim: allegations made during a dispute are [looked into on their merits|never set aside because of
  the dispute]
aim: both homes are [visited|known and assessed] when a child's parents live apart
aim: schools hold a copy of each order that affects a child
do: draw up guidance on [threats made during separation|worries raised by separated parents]
do: ask Cafcass to share safeguarding letters with [the allocated worker|those who see the child
  weekly]
do: extend supervised contact to [weekends|families who cannot pay]

== wider-family | who: childrens-social-care schools-and-colleges health-visiting voluntary-sector
learn: Grandparents [saw what was happening|had tried to tell someone|were told that it was
  confidential]. {childrens-social-care|health-visiting|police} should treat a relative's worry as
  [knowledge|evidence to be weighed], say [what will be done with it|who they may ring again], and
  not assume [a family feud|interference].
learn: Relatives were asked to [supervise|take turns|keep a parent away] without [being asked
  whether they could|knowing why|anyone checking]. A plan that leans on relatives should say [what
  to watch for|what to do at midnight|when they may stop], and {childrens-social-care} should
  [visit the one who carries it|ring on the hard days].
learn: A family meeting held [early|before things broke] [found an aunt with a spare room|brought
  out a secret everyone knew|let a grandfather say no]. Held late, it [ratified what had been
  decided|was one more room of strangers]. {early-help-services|childrens-social-care} should
  [offer it first|not wait for court].
learn: Placement with [an older sister|an uncle|grandparents] was treated as [family business|the
  cheap answer]. Such carers need [checks that look at them as they are|money, training and
  someone to ring|the same scrutiny and more help], and the child needs [to be asked|regular
  visits].
learn: Drawing [a family tree|a map of who matters] with the [child|parents] [took half an
  hour|changed the picture]: it showed [a half-sister two streets away|that the helpful friend was
  a former partner|three generations in one house].
  {childrens-social-care|health-visiting|school-nursing} should do it [at the start|again after a
  year].
learn: Family can [shelter|silence]. {police|childrens-social-care|schools-and-colleges} should
  ask [who in the family would be angry with a child who spoke|whose side each of them takes] and
  find [one adult the child trusts|someone outside the house], [before relying on any of them|in
  case home is not safe].
past: $Their grandmother [looked after $name on most days|had twice rung children's social
  care|asked for help with the rent], and [was thanked and not called back|felt that she was seen
  as a nuisance].
past-6: $Name [spent long periods with an aunt|had an older half-brother nearby|stayed with
  relatives in another town], [which no assessment had recorded|and said that it was calm there].
past: Relatives had agreed to [be present at all times|keep watch at weekends], [under a plan that
  they signed in a hurry|although one of them worked nights].
topic: grandparents and other relatives who [help|carry part of the care]
topic: family meetings held early
topic: support and checks for relatives who take in a child
aim: relatives who raise a worry are [called back|told what was done]
aim: plans that rely on relatives have been [agreed with them and tested|checked for what happens
  at night]
aim: a family meeting is offered [within six weeks|before any child enters care]
do: give relatives who care for children [the same training as foster carers|a named worker]
do: record a family tree within [ten days|the first month] of each referral
do: tell grandparents, in a short leaflet, whom to ring and [what happens next|what can be shared]

== family-engagement | who: childrens-social-care early-help-services health-visiting
  schools-and-colleges
learn: The family [declined|withdrew from|asked for less] help, and [the case was closed|the
  letter said no further action]. Saying no [is a beginning|may have many reasons]:
  {early-help-services|childrens-social-care|health-visiting} should ask [what was on offer and
  when|what had gone before|what this leaves the child with], and [come back with something
  else|tell others who remain].
learn: Parents [felt talked about|met fourteen workers in a year|were given targets they had no
  part in]. Work moved when {childrens-social-care|early-help-services|voluntary-sector} [asked
  what they wanted for their child|did one useful thing first|said sorry for an earlier failure].
learn: Refusal was written as [hostile|non-compliant|chaotic], words that [end thought|follow a
  family for years]. Describe [what was said|what happened at the door], consider [fear, shame and
  exhaustion|past removals], and let {childrens-social-care|health-visiting} [try a different
  person|change the time and place].
learn: A family that was [frightening to visit|skilled at keeping people out] [saw fewer
  professionals, less often|received shorter visits]. If
  {childrens-social-care|housing|health-visiting} are afraid, [so may a child be|that is
  evidence]. Visit [in pairs|with police at hand], and [say it in the record|raise it the same
  day].
learn: Trust had been built with [a nursery nurse|one outreach worker|the school cook] and [was
  not used|counted for nothing in the plan]. Whoever the family [lets in|tells things to] can
  [introduce others|carry a message], if {childrens-social-care|early-help-services} [ask|share
  what they may].
learn: Consent was [treated as all or nothing|sought on a doorstep|taken as lasting for ever].
  {early-help-services|schools-and-colleges|childrens-social-care} should explain [what is
  offered, and what will happen without it|how information will travel], and recognise the point
  at which [asking must give way to telling|a child's need no longer depends on agreement].
past: $Their parents [turned down family support twice|said that they had been let down
  before|agreed to visits and were often out], and [each refusal was recorded as the end of the
  matter|the offer was not changed].
past: One worker, from [a children's centre|the nursery|a local charity], [was always let in|was
  trusted by $their mother], and [was not part of the planning|left that winter].
past: The family [spoke of having too many people in their lives|asked for help with the garden
  and the boiler before anything else|had made a complaint that was not answered].
topic: [work with families who say no|families who find help hard to accept]
topic: offers of help that fit [what parents want|the family]
topic: what to do when consent is refused
aim: a refusal of help is [reviewed with a manager before a case is closed|weighed for what it
  leaves the child with]
aim: parents can say, in their own words, what the help is for
aim: visits that feel unsafe are reported and [planned jointly|never quietly dropped]
do: test $its refusals by [reading twenty closed cases|ringing families three months later]
do: involve parents who once refused help in [training|the design of $its offer]
do: let one trusted worker [stay on|be the bridge] when a case moves between teams

== disguised-compliance | who: childrens-social-care schools-and-colleges health-visiting police
learn: Appointments were kept [just before each conference|when a closing was near], and [lapsed
  straight after|nothing changed at home].
  {childrens-social-care|health-visiting|schools-and-colleges} should ask [what is different for
  the child|what the child can do now that they could not in March], rather than [who turned
  up|how pleasant the visit was].
learn: Parents said [what professionals hoped to hear|the right thing in the right words].
  Agreement needs [a test|to be seen on an unplanned visit|to be matched with what others see],
  and {childrens-social-care|early-help-services} should note [what was observed|what the child
  showed], separately from [what was said|intentions].
learn: Each agency had [a different account|part of the excuse]: [the school was told of a
  hospital stay|the clinic was told of a holiday|the worker was told that the school knew]. Only
  [one chronology|a ten-minute call between them] lets
  {schools-and-colleges|hospital-services|childrens-social-care} [see the gaps|compare].
learn: The label of false co-operation can [be unfair|blame the fearful]. Before using it,
  {childrens-social-care|health-visiting} should consider whether [the plan was understood|shame,
  threat or tiredness would explain it|help was of any use], and then [say exactly what was
  promised and what was done|describe conduct, not character].
learn: Attention was drawn to [a housing complaint|one professional's manners|a new kitchen], and
  away from [the child who was not seen|the question asked].
  {childrens-social-care|police|schools-and-colleges} should [return to the question|finish the
  visit they came for] and [see the child in their bedroom|ask to see upstairs].
learn: Optimism was [warm and sincere|a way to keep the door open]: every small gain was
  [praised|taken as a turning point]. A second reader of the file, [from another team|in group
  supervision], can ask [how often this has been written before|what happened after the last
  time].
past: Visits were [always expected|kept when a review was due], [the children neat and quiet|the
  sitting room freshly tidied], and [no one had been upstairs for some months|the youngest was
  often said to be asleep].
past: Different explanations for [missed school|the same injury|a cancelled visit] were given to
  [the school, the surgery and the social worker|each service], [and were compared only
  afterwards].
past: Progress was reported at [three reviews in a row|each meeting], though [attendance fell
  again between them|a teacher felt uneasy without being able to say why].
topic: co-operation that [is not followed by change|may be only on the surface]
topic: how change for the child is [measured|tested]
topic: unplanned visits and who is seen in them
aim: plans measure change in the child's daily life and not attendance by adults
aim: explanations given to different agencies are compared [at each core group|in one chronology]
aim: [unplanned visits take place, and every room in which a child sleeps is seen|a file is read
  by someone new before it is closed]
do: bring in a fresh pair of eyes on every plan that has lasted [fifteen months|more than a year]
do: stop using the phrase ‘disguised compliance’ in records, and [describe what was seen|write
  what was promised and done]
do: teach unplanned visiting as a skill in [$its induction|the first year of practice]
"""

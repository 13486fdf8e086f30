"""What reviews say about children in care, out of school and out of sight."""

CARE = """
== looked-after-children | who: childrens-social-care placement-providers schools-and-colleges
  school-nursing
learn: A child in care had [six placements in eighteen months|moved at a day's notice|left one
  home with bin bags]. With each move went [a school, a friend, a football team|the person who
  knew the bad dates]. {childrens-social-care|placement-providers} should [count what is lost|pay
  to keep a placement steady] before [ending it|moving the child again].
learn: Reviews [came round on time|recorded that the plan was on track], and the child [did not
  know why they were in care|had not met the chair alone|had stopped attending].
  {childrens-social-care|placement-providers} should [shorten the form|ask them to choose the
  place and the people] and [answer their questions|tell them their story].
learn: Carers [wrote daily notes that nobody read|asked for help and were sent a course|knew the
  child best and were not at the meeting]. {placement-providers} who [see the signs before
  dawn|hear the phone calls] should be [treated as colleagues|in the room], and
  {childrens-social-care|child-mental-health} should [ring back|explain what the behaviour may
  mean].
learn: Contact with family was [fixed by timetable|stopped without a goodbye|left to the phone].
  It can [steady|unsettle] a child; {childrens-social-care|placement-providers|family-courts}
  should [watch before and after|ask brothers and sisters too|change it with care].
learn: Health [assessments were late by months|history stayed with the first surgery], so [a
  scar|a missed operation|a family illness] was unknown to
  {placement-providers|general-practice|school-nursing}. A health passport [that travels|held by
  the child] would [avoid repetition|save a life].
learn: Unregulated [caravans|flats with agency staff|holiday lets] were used [for want of anything
  else|over a bank holiday that became a term]. {childrens-social-care|placement-providers} should
  say at once [who is watching|what the child was told], [bring it to the most senior person|count
  the nights].
past-11: $Name came into care [at the age of seven|two years before|after a neighbour's call], and
  [lived in five homes|settled well with a foster carer until illness in the family|was separated
  from a sister].
past-11: $Their carers [kept careful notes|asked twice for advice on self-harm|gave notice that
  spring], [and the next home was chosen in an afternoon|which were read after the event].
past: $Name [kept a box of photographs|telephoned a former carer each Sunday|asked at every review
  to see a brother], [as the carers understood|and the request was passed from worker to worker].
topic: stability for children in care
topic: the knowledge of [foster carers and residential staff|those who care for a child day by
  day]
topic: contact between children in care and their families
aim: no child in care moves without a meeting that [includes the carer and the child|counts what
  would be lost]
aim: carers' notes are read and answered [each month|before every review]
aim: health history goes with a child to [each placement|the new surgery within a week]
do: create a support team that can be in a placement [within a day|at weekends] when it begins to
  shake
do: let children choose the place, time and guests of their reviews
do: report to members each quarter on [moves at short notice|children in unregistered settings]

== placed-out-of-area | who: childrens-social-care placement-providers police schools-and-colleges
learn: The placing authority was [two hundred miles away|three counties away], and [visits fell
  when trains did|local police had not been told that the child was there|no one on the spot held
  the whole plan]. {childrens-social-care|placement-providers|police} should agree [before the
  move|on day one] [who does what at ten at night|who leads when the child goes missing].
learn: Distance [broke ties|was meant to protect]. Some ties, to a [former carer|youth
  worker|grandmother|teacher], are [worth a rail fare|a child's anchor].
  {childrens-social-care|voluntary-sector} should [name three people and keep them|pay for the
  visits], and [not mistake a clean break for safety|ask the child who].
learn: School was [found after eleven weeks|two hours of tutoring in a kitchen], and CAMHS
  [refused until an address was settled|began a new waiting list]. Placing and receiving
  {child-mental-health|schools-and-colleges|integrated-care-board} should [settle it before the
  child travels|hold the place in the old list].
learn: A home [opened in a street where men were known to wait|near an older group who sold drugs]
  took children [moved away from that very risk|without asking {police}]. A locality check should
  [be asked for by placing authorities|be read by someone who knows the child].
learn: Meetings by telephone left [each side guessing|half of it unsaid]. [Travelling once a
  month|Meeting in person], {childrens-social-care|placement-providers|police} [told each other
  more|heard the tone as well as the facts|settled in a morning what letters had not].
learn: Two sets of [procedures|thresholds|computer systems] met over one child, and each authority
  [deferred to the other|read its duty narrowly]. The child's home authority [keeps its
  responsibility|remains the parent], and {childrens-social-care} on the spot [must still act in
  an emergency|should say when they are worried].
past: $Name lived [a long way from home|in another region|in a children's home on the coast],
  [moved there to break ties with older men|because no nearer place could be found], and [saw less
  of the people $they trusted|knew nobody].
past: The receiving area was [told of the placement a month late|unaware of the plan], [so that
  when $they went missing the police had no photograph|and no school place was held].
past: $Their social worker [travelled four hours to each visit|changed twice in a year|kept in
  touch by phone], and [meetings were held without those who saw $them daily|local staff felt that
  they were keeping watch alone].
topic: children placed far from home
topic: what the receiving area is told [and when|before a child arrives]
topic: keeping up the ties that matter to a child
aim: receiving police, health and education services hold a plan before a child arrives
aim: face-to-face meetings are held at least [every month|twice a term] for a child placed at a
  distance
aim: each child placed away keeps at least [two|three] people they trust, with the cost met
do: refuse to confirm a distant placement until [school, health and missing plans are in place|a
  locality check has been read]
do: agree a regional protocol on [notice of placements|who leads when a placed child is at risk]
do: visit, with the child, the area to which they are [to move|being asked to go]

== care-leavers | who: childrens-social-care housing adult-mental-health voluntary-sector
learn: Eighteen [came as a cliff|closed five services in one month].
  {childrens-social-care|child-mental-health|housing} should [plan from sixteen|let the young
  person try and return], and leave [at least one trusted adult in place|a door that opens from
  outside].
learn: A flat [with no curtains|on the eleventh floor|in the town of the old trouble] was called
  [independence|a positive move]. {housing|childrens-social-care} should ask [who will be there to
  eat with|what the first Sunday will be like], and [visit in that week|not end support with a
  key].
learn: Personal advisers [carried forty young people|changed three times], and kept in touch [by
  text|when there was trouble]. One who [turns up|remembers the birthday|goes along to the
  jobcentre] may be [the only family there is|what holds], and {childrens-social-care} should
  [protect that time|count contact in minutes together].
learn: Death by misadventure, [an overdose|a fall|a fire] in [a hostel|a first tenancy] followed
  [weeks of signs|a breakdown in plain sight] that {housing|police|substance-misuse-services}
  [held separately|met one by one]. Each should know [who the adviser is|that this is a child of
  the council].
learn: A care leaver who is [expecting a baby|already a father] meets [suspicion before help|the
  same building as a parent]. {midwifery|childrens-social-care|voluntary-sector} should [separate
  the roles|give them someone on their side].
learn: Loneliness [was in each file|is not a service's remit].
  {voluntary-sector|housing|childrens-social-care} can [bring people together to cook|restore an
  old foster carer as a friend|find the brother], and [ask about evenings|treat it as risk].
past: $Name had left care [at eighteen|the previous summer], and [lived alone in a flat across the
  city|lost a place in supported lodgings|was between hostels], [in touch with a former carer|with
  an adviser who had just changed].
past: Support from [CAMHS|the children's home|a mentor] ended at $their birthday, and [the adult
  service's letter went to an old address|nothing took its place].
past: In the last weeks [neighbours heard shouting|$they missed rent and appointments|$they spoke
  of being tired of starting again], and [each service knew one part|the adviser had asked for a
  meeting].
topic: young people leaving care
topic: the [first months|first year] of living alone
topic: lasting ties for care leavers
aim: planning with a young person in care begins at sixteen and names who will still be there at
  twenty
aim: housing, police and health services know who is a care leaver and whom to ring
aim: support steps down [over months, and can step up again|at the young person's own pace]
do: guarantee each care leaver [a visit in the first week of a tenancy|a spare set of household
  goods and company on moving day]
do: let former carers stay involved, with [expenses paid|a small allowance]
do: review the deaths and [serious injuries|near misses] of care leavers together each year

== care-orders-at-home | who: childrens-social-care family-courts schools-and-colleges
  health-visiting
learn: A child under a care order who lives [with a parent|at home] is [a child in care|the
  council's child as well as the family's]. {schools-and-colleges|health-visiting|police} [did not
  know|thought the order had been discharged], so [calls were made to the parent alone|the usual
  alarms did not ring].
learn: A child protection plan [ended when the order was made|was thought unnecessary], and with
  it went [core groups|monthly meetings|the shared list of worries]. {childrens-social-care}
  should [keep a meeting that does the same work|tell each agency what replaces it].
learn: Parents were [asked to act as parents and be inspected as a placement|unsure what they
  could decide]. {childrens-social-care|cafcass} should write [in one page what each may do|who
  signs for a school trip], and [check that it is understood|go through it with schools].
learn: The order [stayed for years without being used|gave everyone comfort]. Ask at each review
  [what it makes possible|what would make us remove the child|why it should not be discharged],
  and let {childrens-social-care|family-courts} [act on the answer|put the reasons in writing].
learn: Computer systems showed [looked after, or at home, but not both|no flag].
  {police|general-practice|schools-and-colleges|hospital-services} need [a marker that means
  something|to be told in words], and {childrens-social-care} need [to send it the same day|to
  check that it arrived].
learn: Return home was [hurried by a lack of placements|agreed on the strength of one good
  summer]. {childrens-social-care|family-courts|cafcass} should [test it in stages|list what
  support follows and for how long], and [say who watches when the lawyers have gone|set the first
  review within weeks].
past: $Name $was subject to a care order and living [at home|with $their father], [an arrangement
  that the school understood as a closed case|and had been for two years|which not all agencies
  knew].
past: Visits under the order were [monthly|made by four workers in turn], [with less known of the
  home than under the former plan|and the placement agreement was unsigned].
past: The court had approved [a return home|the plan] with [support that was not in the end
  provided|weekly visits, which slipped], [and no one told the court|while everyone believed that
  another was visiting].
topic: children subject to care orders who live [at home|with their parents]
topic: how agencies are told of a care order
topic: plans for children who return home
aim: every agency knows which children in its care are subject to an order, and what this means
aim: children at home under an order have multi-agency meetings [as often as on a protection
  plan|each month]
aim: a return home is tested in stages, with named support
do: send a one-page notice to school, GP, health visitor and police whenever [an order is made|a
  child returns home]
do: add a field for orders at home to [$its records|every agency's system]
do: review all [thirty|forty-one|fifty-six] children at present subject to an order and at home

== children-not-in-school | who: schools-and-colleges childrens-social-care school-nursing police
learn: Absence was [coded with care|authorised]: [illness, medical, holiday|forty mornings]. Codes
  do not tell [who has seen the child|where they are today], and
  {schools-and-colleges|school-nursing} should [visit|speak to the child, not only the parent]
  before [the tenth day|removing a name].
learn: Education at home [suited the family|is a lawful choice], and here it [followed a
  referral|began the week that a teacher asked questions].
  {schools-and-colleges|childrens-social-care} should [notice the timing|share what they knew],
  and see the child [soon|with their own work in hand].
learn: A permanent exclusion [took away the safest place|was the day others moved in]. Before it,
  {schools-and-colleges|youth-justice|childrens-social-care} should ask [what the child will do at
  eleven on Monday|who profits from an empty day], and [hold the place until another is real|meet
  within the week].
learn: A part-time timetable [meant as a bridge|of an hour a day] lasted [two terms|a year].
  {schools-and-colleges} should [set its end at the start|report it], since the rest of the day
  [belongs to whoever is waiting|is spent alone].
learn: No school meant [no hot meal|no one to see a bruise|no adult outside the family].
  {general-practice|health-visiting|housing|police} who meet a child in the daytime should [ask
  which school|wonder], and {childrens-social-care} should [have someone to tell|act as though it
  were a sign, for it is].
learn: A name fell off one roll and [did not appear on another|was said to be abroad].
  {schools-and-colleges|childrens-social-care|housing} should [track until seen|not rest on a
  relative's word], with [one officer who owns the list|checks against health and benefits].
past: $Name had missed [more than half of a school year|eleven weeks of school|most Mondays],
  [with letters from home for each absence|while a younger child attended every day].
past-11: $Name $was [educated at home from the age of nine|permanently excluded that autumn|on a
  timetable of six hours a week], and [was seen by no professional for fourteen months|spent the
  days with older people].
past: The family moved, and [no new school received a transfer form|a place was refused and not
  chased], so that [$name $was on nobody's list|the loss was noticed by a cousin's teacher].
topic: children who are missing from school or [educated at home|on part-time timetables]
topic: the safety that school provides
topic: exclusions and what follows
aim: a child who leaves a school roll is tracked until seen at another
aim: part-time timetables are [reported, reviewed and ended within six weeks|known to the local
  authority]
aim: no child known to social care is excluded before a meeting has considered the risk
do: match lists of children out of school with [health and housing records|those on plans] each
  [month|half-term]
do: offer a visit, with the child present, within [ten days|a month] of notice of home education
do: ask schools to ring before they exclude [a child with a social worker|any child in care]

== missing-children | who: police placement-providers childrens-social-care youth-justice
learn: Going missing was [so frequent that it became ordinary|coded as absent|called unauthorised
  leave]. Each time should prompt [what is pulling, what is pushing|who has a car], and
  {police|placement-providers|childrens-social-care} should [react to the tenth as to the
  first|look at the pattern by day and place].
learn: Talks after a return were [offered by a stranger|held in the kitchen|declined nine times of
  ten]. Where {voluntary-sector|youth-justice|police} [went out for chips with the young
  person|met them at school|kept coming], [names and addresses came out|there was an answer to
  why], and [that knowledge should go on a map|it ought to reach those who plan].
learn: Children who are missing for [an hour|a lunch break|twenty minutes] can be [taken a long
  way|harmed]. {schools-and-colleges|placement-providers} should [ring when it feels wrong|record
  short absences], and {police} should [log those too|join them up].
learn: A plan for being missing [named the last address|had no photograph of recent date]. A good
  one lists [friends, haunts and tags|what the child likes to be told when found], and
  {placement-providers|police} should [write it with the child|read it before the first night].
learn: The welcome back was [a telling-off|a cold meal and paperwork].
  {placement-providers|police|childrens-social-care} who begin with [are you all right|something
  hot|a bath and no questions] are [told more|worth returning to].
learn: Parents [rang every hour|searched by car|were told to wait], and felt [blamed|like a
  nuisance]. They [hold numbers, nicknames and passwords|know when this time is different];
  {police|childrens-social-care} should [ask them first|give them one name].
past: $Name $was reported missing [on twenty-three occasions|eight times that spring], [most often
  from a Friday|usually overnight], and [came back with new trainers|$was found twice in the same
  flat|said little on return].
past: Interviews after each return were [refused|recorded as not completed|passed to an agency in
  another town], [until a youth worker took $them out for food|so the pattern of places went
  unnoticed].
past: $Their [mother|carer|grandmother] [kept a diary of car numbers|searched parks at night],
  [which she handed to police|and asked that someone read it].
topic: children who go missing
topic: what is learned when a missing child returns
topic: short and repeated absences
aim: each return is followed by a talk with someone the child would choose, and its content
  reaches the plan
aim: patterns of place, day and company are mapped across [all missing children|agencies] every
  month
aim: parents and carers of a missing child have one named contact
do: end the use of absent as a lower category for [children in care|any child at risk of
  exploitation]
do: hold a weekly call between {police}, {placement-providers} and social care about [children
  missing more than twice|every episode]
do: commission talks after return from [a charity that stays with the child|youth workers]
"""

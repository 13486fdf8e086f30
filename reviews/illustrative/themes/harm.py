"""What reviews say about kinds of harm and how they gather."""

HARM = """
== sexual-abuse | who: police childrens-social-care schools-and-colleges school-nursing
learn: Sexual abuse in the family was [suspected by several and said by none|hinted at in a
  report]. {childrens-social-care|police|schools-and-colleges} need [to say the words|to ask
  openly about touch, secrets and bedtime], and not wait [for a child to tell|for proof beyond
  doubt] before [planning for safety|meeting].
learn: Signs [in a child's play|in soreness and infections|in fear of one room] were [explained
  one at a time|treated at the surgery]. {general-practice|school-nursing|early-years} should
  [list them together|ring the specialist centre|record where and when], since [one sign means
  little and five mean much|there is rarely a single clear mark].
learn: A medical at the specialist centre was [thought pointless after so long|offered to collect
  evidence]. It also [reassures a child about their body|finds other needs], and
  {police|childrens-social-care} should [discuss each case with the doctor|explain it kindly].
learn: The adult [moved away|agreed to live with a relative|was not charged], and plans
  [ended|rested on the other parent's promise]. {childrens-social-care|probation|police} should
  ask [whom that adult sees now|what the children have been told], and treat [no further
  action|the want of a charge] as [a legal result and not an all-clear|the start of their own
  assessment].
learn: The parent who had not known was [blamed|interviewed as a suspect|given a list of rules],
  when [that parent was the child's best protection|grief made everything slow].
  {childrens-social-care|voluntary-sector} should [help a parent to believe and to act|provide
  someone for the parent alone|go at the parent's pace without leaving the child].
learn: Siblings [were not spoken to|told later]. Whenever one child speaks,
  {police|childrens-social-care|schools-and-colleges} should [see each brother and sister|think
  about visits by cousins|find out whom else the adult looks after] and [keep the door open for
  years|expect more than one account].
past-6: $Name [told a friend about touching at home|drew something that worried staff|had been
  treated for repeated infections], and [the doctor and the school did not compare what they
  knew|an interview was held once and ended early].
past: A relative with [an old conviction|earlier allegations against him] was [often in the
  home|trusted to babysit], [which one agency knew|and $their mother was not told the detail].
past: An inquiry three years earlier had [ended without charge|found the account unclear], and [he
  returned to the household|the file was closed that week].
topic: sexual abuse within the family
topic: how possible signs of sexual abuse are [named and put together|recognised]
topic: support for parents who did not know
aim: staff can [name possible sexual abuse|talk about sexual abuse] and know whom to ring for
  advice
aim: each case is discussed with a doctor from the specialist centre
aim: brothers and sisters are spoken to when one child tells
do: train [staff in each team|supervisors] with the specialist centre, using [this review|cases of
  their own]
do: find out how many concerns of sexual abuse ended without charge, and what was then done for
  each child
do: commission help for [children after abuse|parents who did not know] that starts before any
  trial

== sexual-exploitation | who: police sexual-health childrens-social-care schools-and-colleges
learn: A child was written about as [a girlfriend|promiscuous|making choices|streetwise]. A child
  cannot [consent to exploitation|choose it], and
  {police|sexual-health|schools-and-colleges|childrens-social-care} should [read old entries
  aloud|change the words] and [look at the adults|ask what was given and what was owed].
learn: [Gifts and lifts|A new phone|Pills|A place to sleep] came before
  [threats|debts|photographs]. {schools-and-colleges|placement-providers|sexual-health} who
  [notice early|ask where it came from, gently] can [reach a child while there is still a choice
  of friends|act before loyalty sets in].
learn: Sixteen and seventeen year-olds [were assumed to be outside the law's protection|fell
  between offences]. {police|sexual-health|childrens-social-care} need [a clear account of what
  the law covers|advice from a lawyer], and to ask about [power, age and debt|who arranged the
  meeting] rather than [whether there was agreement|a birthday].
learn: Boys were [seen as offenders first|hardly asked].
  {youth-justice|sexual-health|schools-and-colleges} should [ask the same questions of boys|offer
  a male or a female worker], for shame [has other shapes|keeps them silent], and [theft and anger
  may be its signs|they too are driven to flats].
learn: Attention was fixed on [changing the child's behaviour|curfews and contracts] and not on
  [the men|the takeaway, the taxi rank and the flat]. {police|housing|safeguarding-partnership}
  have [licences, orders and patrols|powers over places], and should [use them first|disrupt
  before there is a statement].
learn: Clinics [saw a child seven times|gave treatment and asked age].
  {sexual-health|general-practice} can [offer the same nurse|see them without the friend who
  waits|ask about force, gifts and fear], and [share when the pattern is plain|tell them first
  what must be shared].
past: $Name $was [met from school by older men|given phones and clothes|seen at a clinic with the
  same companion], and [spoke of a boyfriend whom no one had met|described it as nobody's
  business].
past: Earlier records called $name [streetwise|a risk to younger girls|hard to help], [words that
  a manager later struck out|and treated $their absences as choice].
past: Police had [warned two men|information about a flat above a shop], [but not shared it with
  school or carers|and was waiting for a statement that $they would not give].
topic: the sexual exploitation of [children|young people of sixteen and seventeen]
topic: the people and places that exploit
topic: words used about exploited children
aim: disruption of adults begins without waiting for a child's statement
aim: {sexual-health} and {schools-and-colleges} know how to share a pattern and tell the child
  first
aim: law and policy on the exploitation of sixteen and seventeen year-olds is understood by all
  who assess them
do: use [licensing, orders and patrols|civil orders] against the addresses named in [this
  review|missing reports]
do: rewrite entries that blame children, and check again in [six months|a year]
do: provide a worker who stays with an exploited child through [interviews, court and
  after|placement moves]

== criminal-exploitation | who: police youth-justice schools-and-colleges childrens-social-care
learn: A child found with drugs [in a strange town|on a train|in a stranger's flat] was [arrested,
  charged and sent home|seen as a dealer]. {police|youth-justice|childrens-social-care} should ask
  [who bought the ticket|what debt is owed|who is frightened at home], and [refer as a victim the
  same day|hold both ideas at once].
learn: [A knife in a school bag|A moped|Unexplained money|A broken jaw that was never explained]
  [marked a change|was dealt with alone]. {schools-and-colleges|emergency-department|housing} need
  [one place to send small facts|to hear what came of it], and {police} need [to read them as a
  pattern|to look at groups, not only at names].
learn: Exclusion, [a move to another town|a move in with an aunt], [did not end the debt|left the
  child to the very people who were owed]. {childrens-social-care|housing|youth-justice} should
  treat a move as [a plan with a day after|one tool among several], and ask [what reaches the
  child by phone|who meets the child there].
learn: Parents [asked for help early|handed in what they found|were threatened on their own step],
  and were offered [a parenting course|an assessment of their own care].
  {childrens-social-care|police|voluntary-sector} should [see them as partners|protect the whole
  house|ring them back].
learn: A moment came when [a boy was stabbed|a friend died|a girl sat in the cells and cried], and
  [no one was there who could use it|the appointment was a fortnight later].
  {emergency-department|police|youth-justice} should have [a youth worker at the bedside|someone
  on call], for [hope is brief|such hours are rare].
learn: Panels [discussed forty names|graded risk and moved on].
  {police|childrens-social-care|youth-justice} should leave with [one adult for each child|an act
  for this week], look at [the park, the stairwell, the chat group|places as well as children],
  and [ask who is not on the list|count what changed].
past: $Name had been found [in another county with drugs|in a flat with adults|carrying a knife],
  and [was charged and returned home|gave no comment|said that $they owed money].
past: $Their mother [handed a phone to the police|asked to be moved|reported threats at the door],
  and [was told that nothing could be done without names|was offered a parenting course].
past: School had excluded $name [that term|for a knife], [the days grew empty|and tuition was
  offered for five hours a week], and [older boys were seen waiting at the gate|home was out of
  reach by bus].
topic: children drawn into [the supply of drugs|crime] by others
topic: debts, threats and families under pressure
topic: the hours after an injury or arrest, when a child may [accept help|talk]
aim: children found with drugs away from home are treated as possible victims from the first hour
aim: families who are threatened have a plan for the whole household
aim: panels leave each meeting with one adult and one action for every child
do: put youth workers in [the emergency department|custody suites] on [Friday and Saturday
  nights|each evening]
do: write a joint response to [debt bondage|threats to families] with housing and police
do: map the places named by young people and change [lighting, patrols and shops' practice|them
  one by one]

== harmful-sexual-behaviour | who: schools-and-colleges childrens-social-care police
  child-mental-health
learn: A child who harms another sexually is [a child first|often one who has been harmed].
  {schools-and-colleges|police|childrens-social-care} should make [two plans, one for each
  child|room for both], and avoid [labels that last|words such as perpetrator].
learn: Behaviour was [laughed off as exploring|called abuse on the first day].
  {schools-and-colleges|early-years|placement-providers} need [a shared scale from ordinary to
  violent|the same tool], used [by someone trained|with the context written down], so that
  {childrens-social-care|police} [hear the same thing|respond in proportion].
learn: Both children remained [in one class|on one landing|at the same bus stop] while [the
  inquiry ran|nobody decided]. {schools-and-colleges|placement-providers|police} should settle [by
  nightfall who moves and how it is told|supervision at breaks], and not [leave it to the one who
  was hurt|send the worry home].
learn: Specialist treatment was [out of reach until a conviction|nine months away|refused while
  the case was open]. {child-mental-health|youth-justice|integrated-care-board} should [begin
  early|agree what can be done without discussing the offence], for [early work succeeds|most
  young people stop with help].
learn: What the child had seen and lived through, [violence|pornography at eight|abuse at home],
  was [in another file|not asked].
  {childrens-social-care|schools-and-colleges|child-mental-health} should [look behind the act|see
  the home], and [keep the injured child in sight while they do so|tell each family what it may
  know].
learn: Siblings and cousins [shared rooms|were left together after the first report].
  {childrens-social-care|placement-providers} should draw [the house plan|a day from waking to
  sleeping], write [who is awake|which doors], and [test it with the carers|visit at bedtime].
past: $Name had shown [sexual behaviour beyond $their years|worrying behaviour towards a younger
  child], [which the primary school had recorded|in two schools], and [a referral was returned|the
  families were told different things].
past: There had been violence and [loss|neglect] in $name's own life, [known to one team|described
  in an early report], [and not linked to the behaviour|which the panel did not see].
past: The children involved [still met at school|lived in the same home], under [a plan that staff
  did not all know|rules that no one checked at night].
topic: sexual behaviour between children that causes harm
topic: the needs of both children
topic: early treatment
aim: each child has a plan of their own within [two|three] days
aim: staff judge sexual behaviour with one shared scale and record the context
aim: treatment begins before, and does not depend on, a criminal outcome
do: adopt one scale for sexual behaviour in [schools, homes and clinics|every setting]
do: fund early treatment for [children under twelve|those who are not charged]
do: write guidance on [seating, breaks and buses|sleeping arrangements] for the first week

== neglect | who: childrens-social-care health-visiting schools-and-colleges early-help-services
learn: Neglect was [a background to other worries|seen every day and so no longer seen|described
  as chronic, as if it were weather]. {schools-and-colleges|health-visiting|childrens-social-care}
  should write [what a morning is like|what the child eats, wears and lacks], compare it with [six
  months ago|what a child of this age needs], and [say harm when it is harm|set a date for
  better].
learn: A graded profile of care was [started and not finished|filled in without the parents|never
  repeated]. Used [with the family, room by room|twice a year], it gave
  {childrens-social-care|health-visiting|early-help-services} [words in common|a way to see
  drift], and gave parents [something to aim at|credit for what went well].
learn: Teeth, [nappy rash|head lice|untreated squints], weight and missed jabs tell [of days
  without care|a story in small print]. {school-nursing|general-practice|hospital-services} should
  [add them up|ask who brings the child], and say to {childrens-social-care} [what they mean for
  the child's health|that together they amount to neglect].
learn: Help came [in bursts, with a clear-up and a skip|as goods rather than care], and conditions
  [slid back within weeks|returned each winter]. Plans should ask [what keeps going wrong|what the
  parents can sustain], provide [years, if need be|someone at breakfast], and let
  {childrens-social-care} [decide when long enough is long enough|bring in a lawyer early].
learn: Older children [hid it well|fed the others|were called dirty by classmates]. Neglect in
  adolescence is [often read as lifestyle|missed since they seem able];
  {schools-and-colleges|youth-justice|childrens-social-care} should ask [when they last had dinner
  with someone|who washes their clothes|who notices if they stay out].
learn: Several warm, hard-working people [shielded the family from worse|brought meals and coats],
  and [the gap they filled went unrecorded|no one counted it].
  {schools-and-colleges|voluntary-sector|early-years} should [write down what they supply|tell the
  plan what would be missing on a Saturday].
past: The home was [cold and bare|cluttered and unheated|often without food by midweek], and
  [improved for visits|teachers kept spare clothes and breakfast in a cupboard|help with cleaning
  was arranged three times].
past-6: $Name [had untreated tooth decay|$was often hungry at school|wore the same clothes all
  week|missed most immunisations], [noted in turn by a dentist, a teacher and a nurse|which each
  agency mentioned and none drew together].
past: A profile of the care given was begun [in the spring|by a former worker], [and not
  completed|with low scores that no one compared a year later].
topic: [neglect|long-lasting neglect] and what it does to children
topic: tools that show whether care is improving
topic: neglect in [adolescence|large families]
aim: the same profile of care is used by every agency and repeated every six months
aim: records of neglect describe the child's day and not only the house
aim: plans for neglect say what must change, by when, and what will follow if it does not
do: bring cases of neglect open for more than [a year|eighteen months] to a panel with a lawyer
do: train [dental, school and nursery staff|all who see children weekly] to describe neglect in
  plain detail
do: revise $its neglect strategy with [parents who have come through|children's accounts at the
  front]

== cumulative-harm | who: childrens-social-care police health-visiting schools-and-colleges
learn: Each referral was [judged on its day|below the line by itself|closed by a different
  person]. Read together, [nine contacts in fourteen months|the calls] [told of a child worn
  down|made a pattern], and {childrens-social-care|police|health-visiting} should [open the list
  before deciding|count, not only weigh].
learn: A chronology [existed in five versions|stopped two years earlier|was a list of visits]. A
  useful one says [what it meant for the child|what was learned each time], and is [shared by
  {schools-and-colleges} and {health-visiting}|kept up monthly|read at the start of supervision].
learn: New workers [began with a clean page|were told to look forward]. Starting again [erased the
  parents' promises|favoured the latest crisis]; {childrens-social-care} should [read from the
  beginning|spend the first afternoon with the file] and [write three lines on what it says|ask
  the last worker].
learn: Harm [adds up in a child's body and schooling|gathers], even where no event is grave.
  {schools-and-colleges|school-nursing|general-practice} can show [the falling curve|lost words,
  lost weight, lost friends], and {childrens-social-care} should [let that be enough|not wait for
  an incident].
learn: A threshold was applied to [the last event|what could be proved], [not to the sum|and a
  family could have nine events below it]. {childrens-social-care|police|early-help-services} need
  [a rule that the third contact is read with the others|leave to act on a pattern], and [someone
  senior to look|an alarm in the system].
learn: Police notices [arrived by the hundred|were scanned and stored].
  {police|childrens-social-care} should [join those about one address|say how many came before],
  and pass to {schools-and-colleges|health-visiting} [what they can use|the sum and not the
  sheet].
past: [Eleven|Nine|Fourteen] contacts had been received in [two years|fourteen months], [each
  closed by a different duty worker|none of them grave alone], and [no chronology was made|the
  list ran to four screens that were not opened].
past: Concerns about [supervision, food and quarrels|missed health care] went back [to the birth
  of an older child|five years], [through three teams|and were summarised in one line when the
  case moved].
past: [A teacher|A nurse] kept a list of small worries [in a notebook|on the school's system], and
  [offered it to two social workers|read from it at a meeting where time had run out].
topic: harm that builds up over [time|years]
topic: chronologies that are kept, shared and used
topic: repeated contacts about the same family
aim: a third contact in a year is read together with those before it by someone senior
aim: each child on a plan has one chronology, shared and up to date, that says what events meant
aim: new workers read the file before the first visit
do: build an alert for the third contact about [a child|an address] in twelve months
do: make one chronology across agencies for [children on plans for neglect|all children on plans]
do: test whether decisions at $its front door [quote earlier contacts|refer to history]
"""

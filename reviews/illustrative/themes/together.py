"""What reviews say about agencies working together."""

TOGETHER = """
== information-sharing | who: all-agencies police general-practice childrens-social-care
learn: What was known [lay in five places|was held by those who were not invited|arrived after the
  decision]. {general-practice|police|adult-mental-health|schools-and-colleges} should [ask what
  the others are missing|send it without being asked], and {childrens-social-care} should [say why
  they need it|ask for facts and for opinion].
learn: Data protection was [given as a reason|misremembered|feared]. The law [allows sharing to
  keep a child safe|has never required silence about danger], and
  {general-practice|hospital-services|housing|voluntary-sector} should [decide, note the reason
  and ring|have someone to ask the same day].
learn: News about adults, [a relapse|a release|a new address|a threat], [changes a child's week|is
  news about children]. {probation|adult-mental-health|substance-misuse-services|housing} should
  know [which worker to tell|that a child is there], and {health-visiting|schools-and-colleges}
  should [be on the list|be told in words they can use].
learn: A letter was [copied to eight people|eleven pages long], and [its one important line was on
  page six|each reader left it to another].
  {hospital-services|adult-mental-health|child-mental-health} should put [the worry and the
  request first|a name against the next step], and [telephone when it matters|ask for a reply].
learn: Information went [in one direction|between managers only].
  {schools-and-colleges|early-years|health-visiting|placement-providers} gave [daily
  accounts|notice] and [learned of decisions from the parents|heard nothing for weeks]. Those who
  see the child most should be [told what to look for|answered].
learn: Checks with [the last area|a hospital in another county|the armed forces|relatives abroad]
  were [not made|thought to take too long]. {childrens-social-care|general-practice|police} should
  [ask before the picture sets|pick up the telephone], since [the worst of it may be somewhere
  else|families carry their history, files do not].
learn: A meeting heard [facts without sources|headlines], and [what was said by the parents became
  what was known|doubts were left in the corridor].
  {police|hospital-services|childrens-social-care} should say [who saw it, and when|how sure they
  are], and [bring the person who was there|read the original].
learn: Midwife, [health visitor and surgery|ward and community] used [four systems|a shared folder
  that none opened], so [the baby's condition|an earlier injury|the mother's illness] was [unknown
  at the first visit|new to each].
  {midwifery|health-visiting|general-practice|neonatal-and-intensive-care} should [speak at each
  handover|agree what always goes across].
past: What the [surgery|nursery|police|hostel] knew about [a new partner|the drinking|earlier
  injuries|the debts] [did not reach those who made the plan|was shared a day too late|stayed in a
  letter], [as each thought that others had it|since no one was certain that it might be shared].
past: Records from [another county|the family's last address|a hospital abroad] were [requested
  once|not asked for], [and came after the review had begun|though they held the account of an
  earlier child].
past: [The school|The health visitor|A youth club] was not told [that the plan had changed|of the
  bail conditions|why a child had moved], [and went on as before|and learned it from a parent at
  the gate].
topic: sharing information [before a decision|early] and saying why it matters
topic: information about adults that bears on a child
topic: what those who see a child daily need to be told
aim: staff know when they may share without consent and whom to ask the same day
aim: letters about children put the worry and the request in the first lines
aim: those who see a child every day are told of decisions within [a day|two days]
do: agree a short list of events that are always passed on, such as [a release, a relapse or a
  move|a new adult in the home]
do: test the route of a piece of information, from [the surgery to the school|ward to home], by
  following [five|ten] real examples
do: replace $its long guidance on sharing with one page and a telephone number

== escalation-and-challenge | who: all-agencies schools-and-colleges health-visiting
  childrens-social-care
learn: People disagreed [in the car park|by email tone|and then gave way].
  {schools-and-colleges|health-visiting|early-years} should [say ‘I do not agree’, and have it
  minuted|use the procedure the same day], and {childrens-social-care} should treat it as [help|a
  second pair of eyes], not [an insult|a matter of turf].
learn: The escalation policy was [known by name|twelve pages|thought to be for managers]. It works
  when [a first step can be taken by anyone|there are days and names], and
  {safeguarding-partnership|childrens-social-care|police} should [count its use and praise it|ask
  why a year went by without one].
learn: Rank [silenced a nurse|settled the diagnosis].
  {hospital-services|police|childrens-social-care} should ask [what worries the most junior person
  here|whom have we not heard], and make [doubting a consultant|stopping a discharge]
  [ordinary|safe to do].
learn: Challenge was made [once, politely|in writing], and the reply, [a form of words|we are
  managing it], was [taken as an end|filed].
  {schools-and-colleges|general-practice|voluntary-sector} should ask [what will be different
  tomorrow|for a meeting], and [go up a step without apology|go on until the child is safe].
learn: Workers had been [rebuffed before|labelled anxious], so they [softened their words|waited
  for something worse]. {childrens-social-care|safeguarding-partnership} should [thank those who
  were wrong as well as those who were right|look for agencies that have stopped asking].
learn: Disagreement about [the medical cause|removal|the level of risk] was [papered over to keep
  the peace|left to the court]. {police|hospital-services|childrens-social-care|cafcass} should
  [write both views side by side|ask for a second opinion], and [protect the child while it is
  settled|set the date by which it will be].
past: The school [disagreed with the decision|asked three times for a meeting], [by telephone and
  not through the procedure|and was told that the threshold was not met], [and afterwards raised
  it no more|and kept its own watch].
past: A nurse was [uneasy about the discharge|of another opinion], [and did not feel able to say
  so to a consultant|as notes show, and the meeting was over].
past: Two agencies held [opposite views of the risk|different opinions on the injury] for [some
  weeks|the whole of the plan], [and no one brought them together|each unaware that the other
  could escalate].
topic: professional disagreement and how it is [voiced|settled]
topic: the use of escalation by [those who see most|junior staff]
topic: challenge between agencies
aim: anyone can begin an escalation, and it is settled within days
aim: disagreements are minuted and the child is kept safe meanwhile
aim: leaders ask why some agencies never escalate, and thank those who do
do: cut the escalation procedure to one page with [steps, names and days|four steps]
do: report each quarter on how often it was used and [what changed|how long it took]
do: practise disagreement in training, with [a nurse and a consultant|a teacher and a duty
  manager] in each other's roles

== multi-agency-working | who: safeguarding-partnership all-agencies childrens-social-care police
learn: [Everyone worked hard|Each agency met its own standard], and no one [saw the whole|held the
  lead]. {childrens-social-care|police|health-visiting} should agree [who leads this week|what
  each will do by Friday], and [meet round the child rather than the process|draw the network on
  one sheet].
learn: Meetings were [large, polite and long|held at times when teachers teach|chaired by whoever
  was free]. {childrens-social-care|schools-and-colleges|police} could [shorten them|dial in the
  surgery for ten minutes|start with the child], and close with [three acts and three names|what
  will happen if nothing changes].
learn: The strategy discussion [was two people on the telephone|left out health|came after the
  interview]. {police|childrens-social-care|hospital-services} should [hold it before acting, save
  in an emergency|include the doctor who saw the child], and [meet again when facts arrive|decide
  who speaks to the parents].
learn: Roles were [assumed|unknown]: {police|schools-and-colleges|midwifery} thought that
  {childrens-social-care} [had a power they do not have|were visiting daily]. [Shadowing for a
  day|Joint training on one real case|A lunch] [shows what each can and cannot do|cures it].
learn: The surgery was [copied in and never consulted|the only constant], the dentist [unheard
  of|full of news], and the {voluntary-sector} [not thought of as a partner|seeing them weekly].
  Ask [who else knows this child|who is missing from the table] at [each review|the start].
learn: Services changed [their teams, names and boundaries in the same year|at once], and
  [contacts lapsed|goodwill had to do the work of structure].
  {safeguarding-partnership|childrens-social-care|integrated-care-board} should [tell others
  before it happens|keep a number that works], and watch for [cases between two teams|silence].
past: [Nine|Eleven|Fourteen] agencies were involved, [each with a part|most by letter], [and no
  one was sure who led|and two meetings were held in the year].
past: A strategy discussion took place [by telephone between two people|without a doctor], [and
  the plan that followed was not known to the ward|and others learned of it days later].
past: A group of practitioners [met each fortnight and trusted one another|shared what they knew
  freely], [until two of them changed post|which the review thought the best protection $name
  had].
topic: working together around one child
topic: strategy discussions and who takes part
topic: knowing what other agencies can and cannot do
aim: every child with several services has one named lead and one plan
aim: strategy discussions include police, social care and health, and are held again when facts
  change
aim: meetings end with actions, names and dates that are sent out the same day
do: run joint training on [this review|one real case], with [police, health, schools and social
  care|the whole network] in the same room
do: publish a directory of who does what, with [direct lines|names that are kept up to date]
do: observe [ten|a dozen] meetings a year and tell the chairs what it was like to be there

== anonymous-concerns | who: childrens-social-care police schools-and-colleges housing
learn: A caller who would not [give a name|say more] was [given less weight|logged as malicious].
  Fear, or [shame|kinship|a shared landing], may be why. {childrens-social-care|police|housing}
  should [judge what was said, not who said it|ask what the caller has seen and heard at first
  hand], and [check it like any other contact|keep them talking].
learn: Four calls, [each from nowhere|all about crying at night], [were closed apart|might have
  been one neighbour or four]. {childrens-social-care|police} should [read them together|look for
  detail that only an onlooker would have], and [visit at the hour described|speak to
  {schools-and-colleges} and {health-visiting}].
learn: Parents were told [that someone had rung|the gist], and [spent the visit on who it
  was|blamed a relative]. {childrens-social-care|police} should [prepare what to say|protect the
  source], and [bring the talk back to the child|see the children first].
learn: Past calls that [came to nothing|followed a quarrel] do not [cancel the next|make it
  false]. {childrens-social-care|housing|police} should ask [what in this one could be checked
  today|what if it is true], [each time|before the word malicious is used].
learn: People who [saw|heard] most, [a cleaner|a boy next door|a delivery driver], did not know
  [whom to ring|that they could do so unnamed].
  {safeguarding-partnership|housing|voluntary-sector} should [put the number on the bins and
  buses|say what happens after a call].
learn: Information came [through a crime line|to a councillor's surgery|by an unsigned letter],
  and [its route decided what became of it|stopped at the first desk].
  {police|schools-and-colleges|housing} should [send it on the same day|record the words as
  written].
past: Two callers who did not give their names had [reported shouting and a child's crying|said
  that the children were left alone|named a man in the home], [and each report was closed after a
  call to $their mother|which was put down to a feud].
past: An unsigned letter [to the school|to the council] [described bruises|spoke of parties and
  strangers], [and was kept in a drawer|was discussed with $their parents before $name $was seen].
past: Neighbours [later said that they had rung|had tried a crime line], [and could not tell
  whether anything had been done|which records confirm].
topic: concerns from people who do not give their names
topic: how neighbours and relatives raise a worry
topic: repeated anonymous calls
aim: an anonymous concern is looked into with the same care as any other
aim: anonymous contacts about one address are read together
aim: the public know how to raise a worry without giving a name
do: examine [thirty|twenty-five] anonymous contacts of the last year and what was done about each
do: coach call-takers in drawing out what a frightened caller has seen
do: run a plain campaign on [how to worry out loud|ringing about a child next door]

== missed-appointments | who: hospital-services general-practice health-visiting
  child-mental-health
learn: Children do not miss appointments; they are [not brought|not able to come alone].
  {hospital-services|general-practice|child-mental-health} should ask [what the child goes
  without|what stopped them], [ring the same day|tell {health-visiting}], and not [discharge by
  post|count it as the family's choice].
learn: Five clinics each [sent a standard letter|closed the episode], and [no one saw that it was
  five|the sum was found afterwards]. {general-practice|school-nursing|hospital-services} should
  [keep one list|raise it at the practice meeting], and [tell {childrens-social-care} when health
  is at risk|write what was missed and why it matters].
learn: Letters went to [an old address|a parent who could not read them|the person who stopped the
  visits]. {hospital-services|child-mental-health} should [check by telephone|send a text in the
  right language], and [ask the school where they live now|try the other parent].
learn: Cancelling and [rebooking|late arrival] [kept the case open and the child unseen|looked
  like effort]. {hospital-services|health-visiting|early-help-services} should record [each change
  and its reason|the number of weeks since anyone saw the child], and [go to the home|set a
  limit].
learn: Home visits with no answer were [repeated at the same hour|followed by a card].
  {health-visiting|childrens-social-care|midwifery} should [go at another time|ring the other
  parent|ask neighbours with care], and after [two|three] [speak to a manager|meet with others],
  sooner for [a baby|a child on a plan].
learn: Some families needed [a lift|childcare|a clinic after work|a friendly voice]; some [hid a
  child|were told not to come]. {general-practice|hospital-services|early-help-services} should
  [find out which|offer the first and watch for the second] before [closing the file|sending the
  final letter].
past: $Name $was not brought to [four|six|five] appointments in the year, [with the eye clinic,
  the dentist and the paediatrician|at three hospitals], [each of which wrote and discharged|and
  the surgery had the letters but not the pattern].
past: The health visitor called [and left cards|at four agreed times] without an answer, [then was
  told that the family were away|and the next visit was set for a month later].
past: Appointments were [changed at the last minute|rebooked each time], [politely, with
  reasons|by text], [so that $name had not been seen for eleven weeks|which kept services involved
  and apart].
topic: children who are not brought to appointments
topic: visits without an answer
topic: what stands between families and clinics
aim: a missed appointment leads to a call and a thought about what the child goes without
aim: general practice gathers missed appointments from every clinic in one place
aim: no child is discharged by letter alone after not being brought
do: turn ‘was not brought’ from a code into a conversation, with [one person in each clinic|a
  script and a reason]
do: follow [twenty|thirty] children who were discharged unseen to learn what became of them
do: offer [evening clinics|transport and sibling care] in the two districts where most are missed
"""

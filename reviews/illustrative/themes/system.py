"""What reviews say about change, law, organisations and their staff."""

SYSTEM = """
== continuity-of-workers | who: childrens-social-care health-visiting child-mental-health
  placement-providers
learn: The child had [seven social workers in three years|a new face at each visit]. Each [began
  with the same questions|read a summary], and [promises were lost|trust wore thin].
  {childrens-social-care|health-visiting|child-mental-health} should [keep one person through a
  change of team|tell the child who and why], and let [those who stay|a teacher or carer] [hold
  the thread|do the introducing].
learn: Agency staff [came and left within weeks|filled a third of posts], and a family's [history
  was told eight times|file was the only memory]. {childrens-social-care} should [write as though
  leaving tomorrow|keep families on plans with permanent staff], and leaders should [watch
  turnover as a risk to children|ask leavers what they knew].
learn: Handover was [a list of dates|an empty desk]. A good one takes [an hour and a visit
  together|a talk about worry as well as tasks], and
  {health-visiting|youth-justice|childrens-social-care} should [allow time for it|ask what the
  last worker would lose sleep over].
learn: One person [could tell a true smile from a brave one|knew from a walk that someone was
  low], and was [moved for the good of the service|not asked].
  {childrens-social-care|placement-providers|child-mental-health} should [count knowledge of a
  child as an asset|ask before they reorganise].
learn: Transfers took place at [the worst moment|birth|the start of court], because [the process
  said so|teams had edges]. {childrens-social-care|midwifery|health-visiting} should [delay a
  change until calm|let the worker cross the line with the family].
learn: Young people said that endings [came by text|happened while they were on holiday], and that
  they [stopped telling anyone|learned not to mind].
  {child-mental-health|youth-justice|voluntary-sector} should [say goodbye in person|mark it], and
  [say who is next|leave a way to send news].
past-6: $Name had [five|six|eight] social workers [in two years|within eighteen months], [two of
  whom $they never met|the last of them new to the area], [and things said to one were not known
  to the next].
past: Three health visitors [covered the first six months|shared the caseload], [each seeing the
  family once|so that no one could compare one visit with another].
past-6: [A mentor|A nurse at the clinic|A teaching assistant] had known $name [for four
  years|since nursery], [and was not told of the plan|and that post was cut in the spring].
topic: keeping the same workers for children and families
topic: handovers between workers and teams
topic: endings
aim: children on plans and in care keep a worker for as long as possible, and meet the next before
  the change
aim: handovers include a joint visit and a talk about worries
aim: turnover is reported to leaders as a risk to children
do: keep long-term cases with permanent staff, and report [each month|to members] where it could
  not
do: abolish the transfer between teams at [birth|court], so that one worker stays
do: ask leavers, in an interview, which children they most worry about

== moving-between-areas | who: childrens-social-care health-visiting general-practice housing
learn: The family crossed [a county line|a border between nations|three boroughs in a year], and
  the plan [became a letter|waited for a conference that took ten weeks].
  {childrens-social-care|health-visiting|schools-and-colleges} should [speak, not post|visit
  together], and [hold on until someone else has hold|say who acts tonight].
learn: A move was [explained by work|welcomed as a fresh start] and not asked about.
  {childrens-social-care|housing|general-practice} should wonder [who is being left, and who
  followed|whether it came after a hard question], and [tell the new area why they were
  worried|ask the last area for all of it].
learn: Information sent was [the plan without the history|a closing summary full of progress].
  {childrens-social-care|health-visiting} should send [the chronology|what we would worry about
  still], and the receiving {childrens-social-care|general-practice} should [ring the last
  worker|read it before a first visit].
learn: Thresholds differ: a child [on a plan in one place|known weekly] was [signposted in the
  next|new]. {childrens-social-care} should [honour the former level until they have assessed for
  themselves|not close on paper].
learn: [Travelling|Seasonal work|A refuge|The armed forces] took children over boundaries [each
  quarter|with no notice], and services [stopped at the line|counted them out].
  {health-visiting|schools-and-colleges|housing} can [hold the record for the child|keep a mobile
  number and use it], and [agree who is the constant|welcome them back without a new form].
learn: Hospital in one area, [home in another, school in a third|surgery across the river], so
  [alerts went to the wrong council|each read a different policy].
  {hospital-services|schools-and-colleges|childrens-social-care} should [follow the child, not the
  map|check the address at every visit], and [send to both|agree one policy for the boundary].
past: The family had [moved from another county while a plan was in force|lived in four areas in
  three years], [and the transfer conference was late|and records followed in the wrong order|and
  a summary said little of what had worried people].
past: $Name $was seen by [a hospital over the boundary|two health visiting teams], [and neither
  was sure which council to tell|each thinking the other had the lead].
past: After [a move to be near relatives|an exchange of tenancies], [the new surgery was not told
  of earlier worries|the case was closed on the day they left], [and it was eleven weeks before
  anyone called].
topic: families who move between areas
topic: transfers of [plans and records|responsibility]
topic: children whose home, school and hospital are in different areas
aim: a plan stays alive until the receiving area has accepted it by name
aim: history as well as the present plan goes with a child, and is talked through
aim: hospitals and schools near a boundary know which council to tell
do: agree with neighbouring areas a transfer standard of [ten working days|two weeks], and report
  on it
do: telephone the former worker for each child who [arrives on a plan|was known elsewhere]
do: give one officer the task of following children who [move without a forwarding address|leave
  during an inquiry]

== transition-to-adult-services | who: child-mental-health adult-mental-health adult-social-care
  childrens-social-care
learn: [CAMHS|The paediatric clinic|The short-break service] closed at [sixteen|eighteen], and the
  adult service [did not recognise the need|began with a letter and a waiting list|discharged
  after two missed visits]. {child-mental-health|adult-mental-health|adult-social-care} should
  [overlap for six months|meet the young person together].
learn: Criteria changed overnight: a [child at risk|young person with complex needs] became an
  adult who [makes unwise choices|does not meet the threshold].
  {adult-social-care|adult-mental-health|police} should ask [what has changed but the date|who
  will see the harm now], and [plan a year ahead|keep the risk on someone's list].
learn: Confidentiality [shut out parents who had nursed the young person for years|was explained
  to no one]. {adult-mental-health|general-practice} can [listen even when they cannot tell|ask
  for consent early, and again], and [write down whom the young person wants beside them|invite
  the family to speak].
learn: Exploitation does not [end at eighteen|look at a birth certificate].
  {police|childrens-social-care|adult-social-care|youth-justice} need [one panel for sixteen to
  twenty-five|a route that crosses the birthday], and [to keep the worker who is trusted|to pass
  on intelligence as well as the file].
learn: The plan for transition was [a form completed at seventeen and eleven months|written
  without the young person]. It should say [what will stay the same|what Tuesday will look like],
  be [begun at fourteen|rehearsed], and be [owned by one named person|led by someone with the
  power to spend].
learn: Young people [stayed away from adult wards|sat in waiting rooms with strangers twice their
  age|were asked to start again]. {adult-mental-health|hospital-services|sexual-health} could
  [meet elsewhere|begin with a familiar face|offer a clinic for young adults].
past: $Name $was on the edge of adulthood, and [$was moved to the list of an adult team|$was
  discharged by letter], [having seen the same worker for three years|without a joint meeting].
past: A transition plan [was due|had been drafted], but [funding was disputed between two
  budgets|the adult service had not been invited], [and the birthday passed|so that help stopped
  for ten weeks].
past: $Their parents [were told that they could no longer be told|went on collecting tablets],
  [although $name had always wanted them there|and nobody asked $them].
topic: the move from children's to adult services
topic: young people between sixteen and [twenty-five|twenty-one]
topic: risk that continues after an eighteenth birthday
aim: transition is planned from [fourteen|sixteen] with the young person, and services overlap
aim: no young person at risk is discharged by letter alone at eighteen
aim: adult services take account of risk known in childhood
do: set up one panel for young people from sixteen to [twenty-five|twenty-one] at risk of
  [exploitation|serious self-harm]
do: pool a budget for the year on each side of the eighteenth birthday
do: ask young adults to test [the way in to adult clinics|$its transition letters]

== workforce-and-training | who: safeguarding-partnership childrens-social-care health-visiting
  police
learn: Caseloads [stood at twice the norm|had risen by half].
  {childrens-social-care|health-visiting|probation} [did what was due and not what was needed|cut
  the visits that no one counts], and leaders should [say publicly what cannot be done|close lower
  work first|know by name who is drowning].
learn: Training was [a course online, taken at lunch|repeated yearly and forgotten]. What changed
  practice was [talking through a real case|being watched and told|learning beside police and
  nurses], and {safeguarding-partnership|schools-and-colleges|police} should [fund that|release
  people for it].
learn: Newly qualified staff [held the hardest families|worked from home].
  {childrens-social-care|health-visiting|youth-justice} need [someone to overhear|a desk next to
  experience], and [a cap|a year of learning that is kept].
learn: Vacancies in [health visiting|school nursing|CAMHS] meant that [the two-year check was a
  postcard|a worry had nowhere to go].
  {integrated-care-board|safeguarding-partnership|health-visiting} should [tell partners which
  services are thin|put first visits first], and [look at what children went without|not hide gaps
  in averages].
learn: [Holidays|Strikes|Bank holidays|Snow] and [sickness|thin rotas] [widened every gap|stopped
  visits for a fortnight], [predictably|as they do each year].
  {childrens-social-care|health-visiting|police} should [plan for the week in which nobody is
  free|say which children must be seen come what may], and [tell partners early|keep one desk
  open].
learn: Staff were [threatened on doorsteps|grieving a colleague|working in a second language of
  forms], and [nobody asked|came to work ill].
  {childrens-social-care|police|ambulance-service|placement-providers} who are [cared for|listened
  to after a hard death] [stay|see more].
learn: Receptionists, [drivers|caretakers|lunchtime supervisors], [see children at unguarded
  moments|heard the row]. They are part of the workforce:
  {general-practice|schools-and-colleges|hospital-services} should [train them with everyone
  else|give them somewhere to take a worry].
past: The team [was short of a third of its staff|covered two districts|had three managers in a
  year], [and visits were shared between whoever was free|while referrals rose], [which leaders
  knew in figures but not in detail].
past: Health visitors held [six hundred|five hundred and fifty] children each, [and saw families
  at the core contacts alone|so that a promised extra visit was not made].
past: The worker was [in the first year of practice|covering for a colleague], [with nineteen
  families|working mostly from home], [and asked for help twice].
topic: caseloads, vacancies and what they mean for children
topic: training that changes practice
topic: the welfare of staff
aim: leaders know, week by week, which work is not being done and who is overloaded
aim: training uses real cases, several agencies and practice with feedback
aim: new staff are protected from the hardest work until they are ready
do: set a ceiling on [caseloads|cases held by newly qualified staff], and say what gives way when
  it is reached
do: replace one [online course|lecture] with [half a day on this review|case talks in mixed
  groups]
do: offer staff, after a child's death, [time and a listener|support that does not wait to be
  asked for]

== leadership-and-culture | who: safeguarding-partnership integrated-care-board police
  childrens-social-care
learn: Leaders saw [green on the dashboard|timeliness], and practice was [anxious|good at
  answering to figures]. {safeguarding-partnership|childrens-social-care|police} should [sit in on
  visits|read three files a month|ask families], and count [what children gain|what was not
  measured].
learn: Staff [did not bring bad news|had learned what not to say].
  {childrens-social-care|hospital-services|police} need leaders who [thank the messenger|admit
  their own mistakes|ask what we are pretending not to know], so that worry [travels upward|is
  heard while there is time].
learn: Earlier reviews had [said the same|asked for it in almost these words].
  {safeguarding-partnership} should ask [why it did not take hold|what has to stop so that this
  can start], choose [few things|one change a season], and [go back after a year to look|test it
  on the ground].
learn: Restructuring [scattered teams that knew the streets|saved money in one budget and cost
  another]. {integrated-care-board|childrens-social-care|police} should [ask what children will
  lose|phase it], with [a date to judge it|partners told in good time].
learn: Partners met [as equals on paper|at a table where one paid]. Shared leadership means that
  {police|integrated-care-board|childrens-social-care} [each own the findings|bring money as well
  as minutes], that [schools have a voice|the chair can say no], and that [scrutiny comes from
  outside|someone asks the child's question].
learn: A culture of [rescue|optimism|thresholds|keeping out of court] [was in the air|shaped
  decisions more than policy did]. {childrens-social-care|safeguarding-partnership|family-courts}
  should name it, [ask newcomers what they notice|compare with neighbours], and [choose another on
  purpose|reward those who work otherwise].
past: Services had been [reorganised that spring|inspected and found wanting|merged across two
  councils], [and leaders were newly in post|and old contacts no longer held], [which those who
  did the work felt each day].
past: A review [four years earlier|of another child in the area] had [recommended the same
  change|found the same gap], [and its action plan was marked complete|and few staff remembered
  it].
past: Managers described [a pressure to close cases|a strong wish to keep families
  together|targets that ruled the week], [and practitioners said that doubts were unwelcome|which
  nobody had written down].
topic: leadership that knows what practice is like
topic: learning that has been recommended before
topic: a culture in which [worry|bad news] can be spoken
aim: leaders hear directly from practitioners, families and children several times a year
aim: actions from reviews are tested in practice a year later and not only marked complete
aim: the risks of a reorganisation to children are written down before it begins
do: choose [three|two] findings of this review and put all effort there
do: publish a yearly account of what changed, and what did not, after $its last [five|six] reviews
do: open $its meetings to [practitioners and care-experienced young people|a panel of parents]

== legal-literacy | who: childrens-social-care police schools-and-colleges hospital-services
learn: The law on [sixteen and seventeen year-olds|consent|a child who refuses treatment|the
  Mental Health Act] was [half known|argued over at a bedside].
  {hospital-services|police|child-mental-health|childrens-social-care} should have [a lawyer to
  ring at night|a page of cases], and [set down the ground on which they act|ask early].
learn: Voluntary care was [used for months without full consent|agreed by a parent on medication].
  {childrens-social-care} should ask [does this parent understand, and could they say no|when will
  a court look at it], and {cafcass|family-courts} should [notice how long it lasted|ask why].
learn: Evidence was thought [too thin|to need a crime].
  {childrens-social-care|police|schools-and-colleges} should learn [what a court needs in order to
  protect|how neglect is proved], [write with that in mind|take advice while facts are fresh], and
  not [let no prosecution mean no risk|wait for certainty].
learn: Powers [went unused|were feared]: to [enter|remove for a night|exclude an adult|insist on
  seeing a child]. {police|childrens-social-care} should know [each one's limits|who authorises],
  and talk through [the last three times it was considered|which is the least that would keep the
  child safe].
learn: Parental responsibility was [assumed|confused with living there|unknown for the man who
  signed]. {schools-and-colleges|hospital-services|general-practice} should [ask and record who
  holds it|see the certificate or the order], before [a treatment|a change of school|a child is
  handed over].
learn: A meeting with lawyers before proceedings [had no end date|drifted through two winters],
  and families [did not know that they could have a solicitor|heard it as a threat].
  {childrens-social-care|family-courts} should [explain it twice|set the tasks and the weeks], and
  [decide|not let it become another plan].
past: Legal advice was [sought late|given and not recorded|that the threshold might be met], [and
  a meeting before proceedings went on for eight months|and no date was set to return to it].
past-11: Staff were unsure [whether $they could refuse treatment|who held parental
  responsibility|if they might share without consent], [and waited for someone senior|and each
  gave the family a different answer].
past: $Name had been cared for [by agreement with $their parents for a year|under an arrangement
  that nobody had put in writing], [without a plan for what came next|and the law that applied was
  unclear to those involved].
topic: the law that practitioners rely on
topic: voluntary care and consent
topic: work before proceedings
aim: practitioners can get legal advice the same day and record what it was
aim: voluntary arrangements are reviewed by a lawyer within [six weeks|three months]
aim: staff know who holds parental responsibility for each child
do: hold a legal clinic [each fortnight|once a week] for those who work with children at risk
do: write short notes on the law for [sixteen and seventeen year-olds|hospital staff], with
  examples
do: set an end date for each case in pre-proceedings and report those that pass it
"""

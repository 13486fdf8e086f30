"""What reviews say about how practitioners think."""

THINKING = """
== professional-curiosity | who: all-agencies childrens-social-care health-visiting police
learn: The answer given was [accepted|reasonable|kindly meant], and the second question was [not
  asked|left for another day]. {health-visiting|police|childrens-social-care|general-practice}
  need [words that do not accuse|a question that leaves room], such as [‘help me understand how
  that happens’|‘show me where’|‘who else was there?’].
learn: Curiosity is [a habit and not a talent|hard on the fifth visit of the day]. Managers of
  {childrens-social-care|health-visiting|police} keep it alive by [asking what surprised
  people|protecting time to think|going along once a term], and tiredness [kills it|should be
  spoken of].
learn: What was not seen [told as much as what was|went unremarked]: [a shut door|a child who
  never came down|no toys|a man's boots in the hall].
  {housing|health-visiting|childrens-social-care|ambulance-service} should [look, ask and
  record|say to themselves what is missing here].
learn: Reassurance from [a colleague|a relative|a well-kept room|a parent's profession] ended the
  inquiry. {all-agencies} should [check it with one more source|say what would change our minds]
  before [closing|reporting all well].
learn: It takes [courage|support] to ask [about sex, violence or hatred|what everyone is
  avoiding], and {schools-and-colleges|health-visiting|general-practice} did so when [they had
  practised aloud|a colleague came too|they knew what they would do with the answer].
learn: A story [changed between Monday and Thursday|fitted too well|grew with each telling].
  {emergency-department|police|childrens-social-care} should [lay versions side by side|note exact
  words and times], and [hold an open mind about why|go back with an open question].
learn: Wondering was [kept private|shared in the car park]. Put it in the record as [a question
  with a date|what we do not know], so that {childrens-social-care|police|hospital-services} who
  come after [take it up|do not begin from certainty].
past: Several workers felt that [something did not fit|the children were too quiet|answers had
  been prepared], [and none wrote it down|each mentioned it to a colleague], [since there was
  nothing definite to report|and the visits were otherwise friendly].
past: The explanation for [the bruise|the absences|the smell of burning|the broken door] was [not
  followed up|accepted by three agencies], [although a neighbour could have been asked|and
  differed in each record].
past: No one asked [who slept in the back room|why the bedroom door had a bolt|what had happened
  to the cot], [although it had been noticed|on any of six visits].
topic: professional curiosity and the second question
topic: how [unease|what does not fit] is noticed, said and recorded
topic: checking what practitioners are told
aim: practitioners have time, practice and backing to ask the second question
aim: records hold what is not known, with a date for finding out
aim: explanations are checked with [a second source|someone outside the home]
do: let staff rehearse hard questions with [actors|each other] once a year
do: change $its visit form so that it asks [what surprised you|what was not seen and why]
do: pair [new and long-serving workers|staff of two agencies] for one visit a month

== professional-bias | who: all-agencies childrens-social-care police schools-and-colleges
learn: A young person who was [articulate|well dressed|older in manner] was judged [safer than
  they were|able to cope]. {childrens-social-care|police|child-mental-health} should say aloud
  [what we are assuming|whom they remind us of], and ask [what the same facts would mean in
  another child|a colleague to disagree].
learn: Parents with [a profession|a nice house|friends in high places] were [spared
  questions|believed]. {health-visiting|schools-and-colleges|hospital-services} should [use the
  same list for all|notice deference in themselves], for harm [is found in every street|keeps no
  company with income].
learn: The first view of the case, [‘a housing matter’|‘a difficult mother’|‘a boy in trouble’],
  [lasted four years|shaped all that was noticed after]. {all-agencies} should [ask at set times
  whether it still holds|invite a stranger to read the file] and [record a change of mind as good
  work|date each opinion].
learn: A mother was expected to [protect|manage|be at home], a father to [be absent|be a danger or
  a hero]. {childrens-social-care|health-visiting|police} should [reverse the parents in their
  minds|read the plan for whose name is in it], and [share the tasks|say where custom is doing the
  thinking].
learn: Liking a family [is no failing|made it hard to be plain with them].
  {early-years|health-visiting|voluntary-sector} who work closely need [a supervisor who asks
  about it|a joint visit by someone new], and [permission to be worried about people they like|a
  way to change their minds].
learn: Families known for years [were expected to fail, or to muddle through|had a surname that
  settled the question]. {police|schools-and-colleges|housing} should [read this child's
  record|ask what is new], and [keep gossip out of meetings|resist the phrase ‘typical of them’].
past-11: Professionals found $name [bright and good company|older than $their years|rude], and
  [wrote less about risk as they wrote more about that|measured need by manner].
past: $Their parents were [well regarded in the town|thought of as decent people under
  strain|described as difficult], and [worries were put to them with apology|this view passed
  unchanged from one report to the next].
past-6: An early note that [it was a dispute between adults|the mother was anxious|the boy told
  tales] was [repeated in eleven documents|never tested].
topic: assumptions about [families|young people] and what they hide
topic: how first impressions are [tested|kept from hardening]
topic: bias in decisions about [boys and girls|who is believed]
aim: supervision asks what is being assumed and how the same facts would look in another family
aim: opinions in records carry a date and a reason
aim: each case that is open for a year is read by someone who does not know the family
do: add two questions on assumptions to $its [supervision form|conference agenda]
do: run sessions on bias with [real, anonymised files|mixed groups from every agency]
do: compare decisions about similar children by [sex, ethnicity and area|income], and publish the
  result

== critical-thinking | who: childrens-social-care police hospital-services health-visiting
learn: Information was [gathered with care and not weighed|placed in boxes].
  {childrens-social-care|hospital-services|police} should end every assessment with [what we think
  is happening and why|what else it might be], and [what would prove us wrong|how sure we are].
learn: The meeting [agreed early and added reasons after|followed its most senior voice|ran out of
  time for doubt]. A chair can [ask the quietest first|give someone the task of disagreeing], and
  {childrens-social-care|police|hospital-services} should [minute the doubts|thank the one who
  objects].
learn: Once [a medical cause|an accident|exaggeration] had been named, new facts [were bent to fit
  it|lost their force]. {hospital-services|police|general-practice} should [list what it does not
  explain|go back to zero when a fact jars], and [be free to change their minds in public|date the
  theory].
learn: Good news [weighed more than bad|was repeated].
  {childrens-social-care|early-help-services|health-visiting} should ask [how we know|who says so,
  besides the parent|what a month of this would show], and [treat hope as a thing to test|name the
  evidence].
learn: Words such as [‘likely’|‘low risk’|‘stable’] [meant a different thing to each reader|closed
  the question]. {childrens-social-care|adult-mental-health|probation} should say [likely to do
  what, to whom, by when|what low is compared with], and [give reasons a parent could follow|show
  the working].
learn: Decisions were made [late in the day|by two people on the phone|when the unit was full].
  {hospital-services|police|childrens-social-care} should know [when they think badly|which
  choices can wait until ten in the morning], and [sleep on the ones that can|ring a fresh mind
  for those that cannot].
past: Assessments [listed strengths and worries in two columns|ran to thirty pages], [and reached
  no view|with a conclusion taken from the one before].
past: The strategy meeting [settled on an accident|agreed that no crime was shown], [before the
  scan was reported|with two agencies absent], [and a later finding did not reopen it|and the
  question did not return].
past: A paediatrician wrote that the injury was [‘unlikely to have happened as
  described’|‘possible but unusual’], [which was read as reassurance|and each agency underlined a
  different word].
topic: weighing information and [reaching a view|testing theories]
topic: doubt and disagreement in meetings
topic: clear words for likelihood and risk
aim: every assessment ends with a view, the reasons for it and what would change it
aim: chairs draw out doubt and have it minuted
aim: medical opinions are given in words that [other agencies|police and social workers] cannot
  mistake
do: teach [chairs|supervisors] to give one person the task of disagreeing
do: agree with paediatricians a short scale for how likely an explanation is
do: stop copying forward the analysis of an earlier assessment

== supervision | who: childrens-social-care health-visiting police schools-and-colleges
learn: Supervision [kept to tasks and dates|was missed for ten weeks|took place in a doorway].
  {childrens-social-care|health-visiting|schools-and-colleges} need [an hour to think about what
  the work does to them|someone who asks what the baby would say], above all for [families that
  make people afraid|cases that have grown quiet].
learn: Group supervision that mixed [police, health and social care|four agencies] [found the gap
  within an hour|let a teacher be heard|made stuck work move]. It should be [offered for every
  long case|chaired by someone outside], and {childrens-social-care|safeguarding-partnership}
  should [pay for the time|keep it going when staff are short].
learn: Managers [signed the closure without reading|knew the case by its colour on a list|covered
  three posts]. Oversight means [seeing the child through another's eyes|testing one decision a
  month in depth], and leaders of {childrens-social-care|probation|police} should [count that, not
  signatures|limit spans].
learn: A new worker [carried it alone|was given the family that no one else would take].
  {childrens-social-care|health-visiting|youth-justice} should have [a visit beside them in the
  first month|a manager who knows the file], and [leave to say ‘this is beyond me’|a lighter
  load].
learn: Those who see most, [teaching assistants|nursery staff|support workers|receptionists], had
  [no supervision at all|a chat over lunch].
  {early-years|schools-and-colleges|general-practice|housing} should [offer it each half-term|name
  someone to talk to], since [unease needs a place to go|they carry it home].
learn: The supervisor shared the worker's [hope|fear|frustration], and nobody [stood outside
  it|asked why we were both so tired]. {childrens-social-care|adult-mental-health|health-visiting}
  can [swap supervisors for one session|bring the case to peers], and [write what was
  challenged|note the feelings as data].
past: The worker's supervision was [postponed four times|brief and kept to deadlines], [as the
  team had lost its manager|while this family took up most of each week].
past: [The school's safeguarding lead|A nursery manager|A support worker] carried [serious
  worries|the case] [without anyone to talk to|for a whole year], [and thought of leaving|which
  others learned from the review].
past: A joint session between [health visitor, social worker and teacher|three agencies] was
  [suggested and not arranged|held once, to good effect].
topic: supervision that asks about the child
topic: supervision across agencies
topic: the support of staff who [see families most|carry worry]
aim: staff who work with children at risk have supervision at least [monthly|every six weeks] that
  makes room for thought
aim: long or stuck cases are discussed in a group drawn from several agencies
aim: managers test decisions in depth rather than countersign them
do: offer safeguarding supervision to [nursery, school and housing staff|each school's
  safeguarding lead]
do: set an upper limit on how many people one manager supervises
do: audit whether supervision records mention [the child|what was challenged]

== think-family | who: adult-mental-health childrens-social-care substance-misuse-services
  general-practice
learn: Adult services treated [a patient|a tenant|an offender] and children's services [a child|a
  pupil], [on one staircase|in the same week].
  {adult-mental-health|substance-misuse-services|housing|probation} should ask [who depends on
  this person|what a child hears through the wall], and {childrens-social-care} should ask [what
  treatment the adults are in|who is helping mother as herself].
learn: A grandmother with [dementia|a broken hip], a father [on dialysis|out of work] and a child
  [with eczema|sitting exams] were [five files|one household].
  {general-practice|adult-social-care|childrens-social-care} can [look up the address|draw the
  house], and ask [how one person's bad week becomes everybody's|who holds it all up].
learn: The family register at the surgery [was not linked|showed three surnames at one address].
  {general-practice} are [the only service to know all of them|well placed to join things], and
  need [ten minutes a month with the health visitor|a code that means a child lives here].
learn: Joint work [depended on two people who were friends|ended when one of them moved].
  {adult-mental-health|childrens-social-care|substance-misuse-services} need [meetings in the
  diary|a shared room|a duty to invite], so that it [survives holidays|does not hang on goodwill].
learn: Strengths [ran through the family|were in plain view]: [an uncle who cooked|faith, jokes
  and a caravan|sisters who told each other everything].
  {early-help-services|childrens-social-care|adult-social-care} should [plan with these|write them
  down with the same care as risks] and [ask the family what has worked before|let relatives share
  the load].
learn: Assessments of adults asked about children [with a tick|by number], and never [their names,
  ages and schools|what they had seen].
  {adult-mental-health|emergency-department|substance-misuse-services|police} should [write each
  name|speak to whoever is with them now], and [send it to {health-visiting}|ring the school].
past: [Six|Seven|Four] services were working with members of the household, [each with a plan of
  its own|of which two knew of the others], [and no meeting brought adult and children's workers
  together|so that a change in one life was not seen in another].
past: The adults' records mentioned [children, without names or ages|a supportive family], [and
  the children's records mentioned treatment, without saying what|so neither service could ring
  the other].
past: $Their grandfather's [illness|care] took up [most of $their mother's day|the front room],
  [and the agencies visiting him saw the children daily|which the children's plan did not
  mention].
topic: a whole-family approach across adult and children's services
topic: what adult services know of the children in a household
topic: strengths in families
aim: services for adults record the name, age and school of each child in the home
aim: adult and children's workers meet at least [every two months|once a quarter] about families
  they share
aim: one summary brings together the plans for a household
do: give adult services a place at [the front door|each conference], and expect them to take it
do: hold a short monthly meeting at each surgery with [health visitor and school nurse|midwife,
  health visitor and social worker]
do: rewrite adult assessment forms so that children are named [on page one|before risk is scored]
"""

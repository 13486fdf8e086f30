"""What reviews say about culture, faith, language and the right to stay."""

IDENTITY = """
== culture-and-ethnicity | who: all-agencies childrens-social-care schools-and-colleges
  health-visiting
learn: Ethnicity was [recorded as a code|left blank in two systems|given three different ways],
  and [what it meant to this child|family life, food, prayer and belonging] was not [asked|written
  down]. {childrens-social-care|schools-and-colleges|health-visiting} should ask [the child how
  they describe themselves|who matters in the family|what outsiders get wrong about them].
learn: Worry about [seeming prejudiced|causing offence|getting it wrong] led {all-agencies} to
  [step back|accept explanations they would have tested elsewhere|leave questions for others].
  [The same standard of care|The same curiosity] is owed to every child, and supervision is where
  [the discomfort can be said aloud|fear of offence is admitted].
learn: Racism [at school|on the estate|from neighbours|in earlier contact with services] was [part
  of daily life|known to the children and unknown to us]. {schools-and-colleges|police|housing}
  who [ask about it|believe it|record it as harm] [understand anger and silence better|earn a
  hearing for other questions].
learn: Black boys in particular may be [seen as older than they are|met with suspicion before
  sympathy]. {police|schools-and-colleges|youth-justice} should [state the child's age in every
  entry|ask how a younger-looking child would have been treated|look at exclusions and stops by
  ethnicity] and [put right what they find|talk about it as a team].
learn: No community is [one thing|of one mind]. [An elder|A leader|A relative] cannot speak for [a
  girl who disagrees|a child|every household], so {childrens-social-care|police|voluntary-sector}
  should [hear individuals|ask more than one person|keep the child at the centre] and [avoid
  general statements|write what this family says].
learn: Families who had [come from elsewhere|lived here for generations and still felt watched]
  [compared us with officials they had fled|expected to be blamed|did not know what a health
  visitor was for]. [Explaining the role|Naming the difference in power|Matching the pace] is [the
  first piece of help|not a courtesy but a safeguard].
past: $Their family's heritage was [recorded differently by each agency|noted on the first page
  and never mentioned again], and [the children told a teacher about name-calling on the way
  home|relatives said that they had felt judged from the outset].
past: Professionals [had not worked with a family of this background before|were unsure what to
  ask about daily life], and [took advice late|relied on what they had read|did not say so in
  supervision].
past: The family had [faced racist abuse from neighbours|moved once because of racist damage to
  the home], [reported to housing and not passed on|which $their mother linked to her low mood].
topic: children's [identity, culture and heritage|ethnicity and daily experience]
topic: racism in the lives of [families|children]
topic: the confidence of staff to ask about [culture|difference]
aim: records say what a child's [heritage and identity mean to them|culture means in daily life]
aim: [data on stops, exclusions and plans|decisions about children] are examined by ethnicity
  [every six months|each year] and acted on
aim: staff can [talk about race and culture in supervision|say when they are unsure and whom they
  ask]
do: hold reflective sessions on [race, culture and power|adultification] for [managers|every
  team], led by people with experience of both sides
do: ask local [community organisations|families] how $its first letters and visits are
  [heard|received]
do: publish what it finds when outcomes are compared by ethnicity, and what it will change

== faith-and-belief | who: voluntary-sector childrens-social-care schools-and-colleges police
learn: Faith [was a comfort to the family|gave the family friends and food|shaped the week], and
  was [missing from the assessment|known only from a form].
  {childrens-social-care|health-visiting|hospital-services} who ask [what helps in hard times|who
  prays with them|whom they would call first] find [support that already exists|people who could
  be part of the plan].
learn: Places of worship [run clubs, teach children and hear troubles|meet families every week].
  They need [a trained lead|safer recruitment|a number to ring] like any other setting, and
  {police|childrens-social-care|safeguarding-partnership} should [visit|know who they are|treat
  their worries as seriously as a school's].
learn: When a belief is offered as the reason for [refusing treatment|a fast|keeping a child at
  home|a punishment], the questions are about [the child's pain, growth and freedom|what is done,
  how often and by whom]. {hospital-services|childrens-social-care|police} can [respect the belief
  and test the effect|ask a knowledgeable adviser the same day].
learn: A claim that a child is [possessed|a bringer of bad luck] is [rare, and found among people
  of many faiths and none|a sign of danger to that child, whoever makes it].
  {schools-and-colleges|childrens-social-care|police} should [act on the words|not debate the
  creed], and ask [what has been done to drive it out|who believes it].
learn: Tuition outside school [at a centre|in a private house|online] [was not known to
  anyone|left children tired and content|had no safeguarding lead].
  {schools-and-colleges|voluntary-sector} could [ask where children go after four o'clock|share
  training], without [suspicion|treating one kind of setting as a risk].
learn: A respected person in a congregation was [trusted without checks|spoken for by those who
  admired him]. Standing in [a faith|a community] is no [evidence either way|answer to an
  allegation], and {police|voluntary-sector|childrens-social-care} should [apply the usual
  process|keep the child away from pressure to forgive].
past: The family's [church|mosque|temple|congregation] had [helped with food and lifts|visited
  weekly], and [its safeguarding lead was not contacted|its members had noticed that $name $was no
  longer brought].
past: A relative believed that [prayer would be enough to heal $them|treatment showed a want of
  trust], [and told a nurse so|and others in the family disagreed].
past: $Their parents found [comfort in their faith|friends through worship] [after the birth|in a
  new town], [a strength that the assessment left out|which staff thought it impolite to ask
  about].
topic: faith as part of [a child's life|family support]
topic: links with places of worship and the groups that meet there
topic: beliefs that are given as reasons for [treatment being refused|harm]
aim: faith groups that work with children have a trained safeguarding lead and know whom to ring
aim: assessments ask what a family believes and what this means for [this child|the child's care]
aim: advice on belief and treatment can be had [the same day|out of hours]
do: invite a faith forum to [shape $its training|sit on $its learning group]
do: map the clubs, classes and places of worship that serve children [in the area|out of school
  hours]
do: produce, with local congregations, a short guide to [raising a worry|safer recruitment]

== interpreters-and-language | who: hospital-services health-visiting childrens-social-care police
learn: [An uncle|A child of nine|The husband|A neighbour] interpreted, so nobody could know [what
  was asked|what was left out|whether she dared to answer].
  {hospital-services|midwifery|police|childrens-social-care} should [book a trained interpreter
  for every planned contact|wait an hour rather than guess] and [speak to her alone|say in the
  notes who interpreted].
learn: A parent who manages in English [at the shop|in small talk] may not follow [a
  diagnosis|legal advice|the words safeguarding and threshold].
  {hospital-services|childrens-social-care|health-visiting} can [ask them to explain it back|offer
  an interpreter even so|put it in writing in their language].
learn: The same interpreter [throughout|from ward to home] gave [parents someone they
  trusted|words for what had happened]; a new voice [each time|on the telephone] [brought
  shame|lost the thread]. {hospital-services|adult-mental-health} should [book ahead by name|ask
  whom the family prefers].
learn: Written plans [came in English only|were translated by machine|reached the family after the
  date in them]. If parents are to be [bound by|judged against] a plan,
  {childrens-social-care|family-courts} must see that they [can read it|have heard it in a
  language they think in].
learn: Interpreters [are not neutral furniture|may know the family|come from one side of a
  conflict]. Ask [about dialect, sex and town|privately whether they are at ease], brief them
  [before they go in|about hard words], and [listen to what strikes them|debrief them], a habit
  that {police|domestic-abuse-services|hospital-services} had [lost|never formed].
learn: British Sign Language is a language too. [Deaf parents|A deaf child] [lip-read through a
  crisis|relied on a hearing sibling|waited three weeks for a signer], and
  {emergency-department|police|schools-and-colleges} had [no contract for evenings|not thought to
  look at the flag on the file].
past: $Their mother spoke [little English|a dialect for which no interpreter was booked], and
  [$their father answered for her|an older child was asked to translate|appointments were
  shortened].
past: [Letters, plans and leaflets|Discharge advice and a safety plan] were given in English; [she
  kept them all, unread|a neighbour read out what she could].
past: An interpreter was used at [two visits of nine|the first meeting only], [by telephone|with
  $their father in the room], [and what was said about home came out differently later|so that
  questions about fear were not put].
topic: [the use of trained interpreters|interpreting] in planned and urgent work
topic: written information in the languages that families read
topic: parents and children who are deaf
aim: a trained interpreter, never a relative, is used at [each planned contact|every assessment
  and conference]
aim: {hospital-services} record the language spoken, the interpreter's name and who else was in
  the room
aim: parents receive plans in [a language they read|recorded or translated form] before they are
  asked to agree to them
do: widen $its contract for interpreters to [nights and weekends|sign language and less common
  dialects]
do: test, with a sample of [thirty|fifty] records, how often a relative interpreted
do: keep one interpreter with a family through [a long hospital stay|care proceedings]

== immigration-status | who: childrens-social-care housing hospital-services voluntary-sector
learn: Fear of [being reported|removal|a bill] kept the family away from [the surgery|the
  maternity unit|any office]. {midwifery|general-practice|schools-and-colleges} who [say plainly
  what they will not share|explain what is free] [see mothers earlier|hear about danger], and a
  child's right to safety does not [wait on a visa|depend on papers].
learn: A partner held [the passports|the threat of a sponsor withdrawn] over [a wife|a young
  mother]. {police|domestic-abuse-services|childrens-social-care} should know that [status is used
  as a means of control|there are routes to stay for those who are abused] and [get legal advice
  within days|not make help wait].
learn: Families with no recourse to public funds [moved between agencies that each lacked a
  budget|lived on what one church could spare]. {childrens-social-care|housing} should [assess the
  child's needs first|agree a rate that covers food and nappies], and record [who decided|why help
  ended].
learn: A young person who arrived alone was [believed to be older|placed with adults|moved twice
  before an interpreter was found]. {childrens-social-care|police|placement-providers} should
  [give the benefit of the doubt while age is assessed|ask about the journey in small steps|plan
  from the first day for going missing].
learn: [Dispersal|A move by the asylum contractor|A change of hotel] happened [overnight|on a
  Friday], and [the antenatal notes|a child's inhaler and records|the plan] did not follow.
  Receiving {health-visiting|schools-and-colleges|general-practice} should be told [by name|in
  advance], and {childrens-social-care} should [agree who holds the case|chase until someone has
  it].
learn: Waiting [three years for a decision|without the right to work] [wears at parents|shrinks a
  family's world]. {general-practice|voluntary-sector|schools-and-colleges} should treat
  [hopelessness|sleeplessness|a parent who stops coming] as [a sign about the children too|worth a
  visit].
past: The family were waiting for [a decision on asylum|papers that depended on $their father],
  and [had been moved at short notice|could not work|feared any contact with officials].
past: $Their mother [had come to join her husband|had no recourse to public funds], and [was told
  that she would lose her child if she left|did not know that she could ask for help].
past: [Notes from the last placement|Health records] did not follow the family's move [between
  hotels|to a third town], and [the new school learned of their history by chance].
topic: families whose right to stay is [uncertain|in dispute]
topic: children who arrive alone
topic: moves made by asylum accommodation providers
aim: help for a child is decided on need and never delayed by immigration status
aim: {general-practice|midwifery} register families without asking for documents they do not need
aim: a receiving area is told of each placed family [before arrival|within a day]
do: agree with the accommodation provider how [moves are notified|records follow a family]
do: set up a legal advice session in [two family hubs|the refugee centre]
do: write guidance on parents with no recourse to public funds that names [who pays and how
  quickly|a decision-maker]
"""

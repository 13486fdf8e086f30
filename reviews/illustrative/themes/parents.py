"""What reviews say about parents: their health, habits and history."""

PARENTS = """
== parental-mental-health | who: adult-mental-health general-practice health-visiting
  childrens-social-care
learn: When a parent is [mentally unwell|living with a long illness of mind|being treated for
  depression|under a crisis team], {adult-mental-health|general-practice} need to ask [who looks
  after the children on a bad day|what a relapse looks like from a child's height|how the children
  are fed, dressed and taken to school], and [to write the answer down|to pass the answer to
  {health-visiting|childrens-social-care}|to ask it again at each review].
learn: A parent's [diagnosis|prescription|discharge letter] says little about daily life. What
  matters for a child is [how a symptom shows itself at teatime|whether delusions include the
  child|who notices when tablets are left in the packet|how long the low spells last], and
  {childrens-social-care|health-visiting|schools-and-colleges} can only [weigh|plan for|act on]
  that if somebody tells them.
learn: [Discharge from|A missed review with|A change of medication by|Refusal of help from] a
  mental health team is [a change in a child's circumstances as well|news for those who know the
  child|a reason to look again at the home]. [Letters should go|Word should go|A call should go]
  to {health-visiting|schools-and-colleges|childrens-social-care} [the same week|on the same
  day|before the case is closed].
learn: [Suicidal thoughts|Plans to die|Voices and fixed beliefs] in a parent of young children
  call for two questions rather than one: [is the adult safe|what does the adult need tonight],
  and [are the children part of the plan|who is with the children now|could a child be harmed by
  love turned to despair]. {adult-mental-health|ambulance-service|emergency-department} [asked
  only the first|were trained for the first alone|recorded the first and left the second blank].
learn: Parents [hid|played down|managed around] their illness because they [feared losing their
  children|had been judged before|did not want to be a burden]. [Plain, repeated reassurance|A
  worker who stayed the same|An offer of practical help first] made it [easier to speak|possible
  to admit how bad the nights were|safer to say that things had slipped].
learn: Recovery is [rarely a straight line|uneven]. {childrens-social-care|early-help-services}
  should plan with the parent, while [that parent is well|times are good], for [the week in which
  things slip|the anniversary that is always hard|the nights without sleep], and name [the
  neighbour who can be rung|the grandparent who will step in|the sign that means it is time to
  call].
learn: {adult-mental-health} and {childrens-social-care} [used the same words for different
  things|worked from separate plans|each believed the other was visiting]. A joint visit [early
  on|within the first month|before any plan is closed] lets [both see the same kitchen and the
  same child|risk be weighed once, together|each hear what the other has been told].
past: $Their mother had been treated for [depression|anxiety and panic|bipolar disorder|a
  psychotic illness] [since her teens|for some years|after a bereavement], and [her care had moved
  twice between teams|appointments had begun to be missed|she had lately stopped taking her
  tablets].
past: $Their father had [told his GP that he was not sleeping|spoken of wanting to die|been seen
  twice in crisis], [though nobody asked about the children|and was waiting for talking
  therapy|and had been discharged when he did not answer a letter].
past: [A community nurse|A psychiatrist|A crisis worker] saw $their mother [every fortnight|at the
  clinic rather than at home|by telephone], and [no record mentions $name|the children were
  recorded as well cared for|did not know that there were children in the home].
topic: [the effect on children of|children who live with] a parent's mental illness
topic: what changes for a child when a parent [relapses|is discharged from a mental health
  team|goes into hospital]
topic: joint work between adult mental health and children's services
aim: every assessment of an adult's mental health records [the names and ages of the children in
  the home|who cares for the children when the adult is unwell]
aim: {adult-mental-health} are invited to, and attend, the meetings that plan for a child whose
  parent they treat
aim: [a relapse plan agreed with the parent says who will look after the children|news of a
  parent's discharge reaches those who know the children]
do: write, with parents who have used $its services, a one-page relapse plan that names the
  children
do: agree with adult mental health services how and when [a parent's discharge|a crisis contact]
  is shared with those who see the child
do: place a mental health practitioner in [the duty team|the family hubs|the early help service]
  for [a trial year|two days a week]

== perinatal-mental-health | who: midwifery health-visiting general-practice adult-mental-health
learn: Asking about mood [once, at booking|with a partner in the room|from a checklist] is not
  enough. {midwifery|health-visiting|general-practice} should ask [alone|again after the birth|at
  every contact until the first birthday], in words that [leave room for a frightening answer|name
  the thoughts women are ashamed of|do not assume that the baby brings joy].
learn: Intrusive thoughts about a baby are [common|often harmless|usually distressing to the
  parent who has them] and [seldom mean danger|need a calm, informed reply]; a belief that the
  baby is [evil, ill or not one's own|suffering|better off elsewhere] is [an emergency|a reason
  for same-day assessment|another matter]. {health-visiting|midwifery|general-practice} need [to
  know the difference|training that tells the two apart|someone to ring who can tell].
learn: A woman who has [been unwell after an earlier birth|had a psychosis before|stopped
  treatment when she learned she was pregnant] needs a plan [by the thirty-second week|before she
  leaves the maternity ward|shared with her partner], and {general-practice|midwifery} need [to
  have read it|to hold a copy|to know whose task it is].
learn: Fathers become [low, anxious or frightened|unwell] after a birth too.
  {health-visiting|general-practice|midwifery} [rarely asked|had no place on the form for it|spoke
  past the man in the room], although [he was the one up at night|he had said that he was not
  coping|his own history was known].
learn: [A hard birth|Time in special care|A loss in an earlier pregnancy|Feeding that hurt] left
  its mark, and visits that [looked only at weight gain|were kept short|praised how well she was
  doing] made it [harder to say so|easy to put on a good face|lonelier].
learn: Waiting lists for [perinatal care|talking therapy|a mother and baby bed] are a fact; the
  waiting is [part of the risk|a time in which somebody must hold the worry].
  {general-practice|health-visiting} should agree [who rings, and how often|what will be done if
  she worsens|what help the family gets meanwhile].
past: $Their mother [scored high on a questionnaire about mood|told a health visitor that she felt
  nothing for the baby|had been tearful at two checks], and [a referral was made but not taken
  up|a review was planned for six weeks later|the result was filed without a call].
past: After a [difficult birth|stay on the neonatal unit|previous loss], $their mother [described
  dread at night|asked to be seen and was put on a waiting list|stopped going out], [which her own
  mother noticed first|though each visitor found the house in good order].
past: Medication for $their mother's mental health was [stopped early in pregnancy|changed in the
  weeks before the birth], and [no one was named to watch for a relapse|the midwife was not told].
topic: mental health in pregnancy and the first year after birth
topic: [how mood is asked about|the support of parents] after a difficult birth
topic: fathers' mental health after the arrival of a baby
aim: each parent is asked about mood, alone, at [every core contact|booking, at birth and at six
  weeks]
aim: women with an earlier severe illness have a written plan before [the birth|discharge from the
  ward]
aim: {health-visiting} can reach specialist perinatal advice on the same day
do: put a question about fathers' mood into the [new-birth visit|six-week review]
do: set out a same-day route from {midwifery|health-visiting} to specialist perinatal advice
do: audit how often mood was asked about with nobody else in the room

== parental-substance-misuse | who: substance-misuse-services childrens-social-care
  health-visiting general-practice
learn: [Drink|Cannabis|Heroin|Cocaine|Prescribed opiates] may be [described by adults as under
  control|recorded as occasional|talked about as the parent's own affair].
  {childrens-social-care|health-visiting|schools-and-colleges} should ask what it means for
  [bedtime|the school run|money for food|who comes to the house] and [check the answer with
  someone else|return to it when the story shifts|ask the child].
learn: Methadone and other take-home medicines need [a locked box that is seen, not assumed|a talk
  about where they are kept|a home visit by the prescriber's team]. {substance-misuse-services}
  and {health-visiting} [each thought the other had checked|had not met|can do this together in
  one visit].
learn: Clean tests and kept appointments show [effort|progress with treatment]; they do not show
  [who is sober at three in the morning|what a toddler eats|how a hangover feels to a child].
  {substance-misuse-services|childrens-social-care} need the other half of the picture [before a
  plan is closed|at each review|whenever the dose changes].
learn: Relapse is [part of many recoveries|to be expected]. A parent who can say so [without being
  punished for honesty|and keep the same worker] is safer than one who [hides it|stays away], so
  plans should state [what will happen for the children when it comes|who takes over for a
  weekend|which signs mean act today].
learn: {substance-misuse-services} knew [that the children were in the home|about a new partner
  who was using|that bottles were being hidden] and {childrens-social-care} did not, because
  [consent had been asked once and refused|nobody had been invited to the meeting|the two systems
  do not speak]. Consent to treatment is not the only ground on which [worry about a child|risk]
  can be shared.
learn: Alcohol is [so ordinary that it escapes notice|legal, and easily missed]. Ask [how much,
  how early and who else is awake|about weekends as well as weekdays|what a usual evening is], and
  do not let [a clean kitchen|a parent's good job|a partner's reassurance] answer for [it|the
  child].
past: $Their [mother|father|parents] had a long history of [drinking|heroin use|cannabis and
  cocaine use], with [spells of recovery|three courses of treatment|support from a local service],
  and [the children had twice stayed with relatives|police had been called to the home|neighbours
  spoke of parties that lasted for days].
past: Methadone was [collected weekly and kept at home|prescribed to $their father|stored in a
  kitchen cupboard], [a fact known to the pharmacist and the drug service only|which the health
  visitor had not been told].
past: $Their mother [cut down during pregnancy|said that she drank only when the children were
  asleep|had been sober for a year], and [professionals took heart from that|little was asked
  about the months that followed|the plan was closed soon after].
topic: children who live with a parent's [drinking|drug use|dependence on alcohol or drugs]
topic: safe storage of [methadone and other medicines|medicines in family homes]
topic: what a parent's [relapse|recovery] means day to day for a child
aim: drug and alcohol workers see, or have news of, every child who lives with an adult in
  treatment
aim: the storage of medicines is checked at home [before the first take-home dose|twice a year]
  and written down
aim: plans for children set out what will happen [if a parent relapses|on the days when a parent
  is not sober]
do: provide [lockable boxes|a lockable box and a visit] to every household with a child in which
  methadone is kept
do: invite {substance-misuse-services} to each conference about a child whose parent they treat
do: publish a short guide to asking about alcohol that [uses ordinary measures|practitioners can
  keep on their phones]

== parental-learning-disability | who: adult-social-care childrens-social-care midwifery
  health-visiting
learn: Parents with a learning disability were given [leaflets they could not read|plans full of
  abstract words|six weeks of classes and then a test].
  {childrens-social-care|health-visiting|midwifery} should [show, repeat and return|use pictures,
  clocks and the family's own kitchen|check by asking the parent to show it], and keep going [for
  as long as children keep growing|beyond the first success].
learn: Not understanding can look like [not caring|refusal|hostility|agreement]. Before a plan is
  said to have failed, [ask whether it was understood|have a parent's learning needs
  assessed|bring in {adult-social-care}] and [change the method|try one task at a time|write it
  again in plain words].
learn: A suspected learning difficulty that is [mentioned in passing|passed on as hearsay|known
  since school] and never assessed leaves [the parent without help|the court without
  evidence|everyone guessing]. {general-practice|adult-social-care} can [arrange an assessment|say
  what is already known] and should be asked [at the first meeting|early in pregnancy].
learn: Advocacy [came late|was offered once|was thought to be for court only]. A parent who has
  someone beside them [follows more of what is said|can say that they did not follow|disagrees
  aloud rather than with their feet], and {childrens-social-care} [get truer answers|can see
  capacity as it is].
learn: Support from {adult-social-care} ended because [the parent did not meet a threshold|the
  file said coping|a birthday moved the case], while {childrens-social-care} judged the care of
  the child [by the same hours|as if that help were still there]. The two services need [one plan
  and one purse|to agree who provides what until the child is grown].
learn: Kindness to parents must not [lower the bar for a child|blur what the child lives with]. It
  is possible to [respect a parent's effort and say that it is not enough|adapt the help and keep
  the standard], and {health-visiting|childrens-social-care} need supervision that [keeps both in
  view|says both aloud].
past: $Their mother [had attended a special school|had a mild learning disability|found reading
  hard], and [this was known to her GP only|letters kept arriving that she could not read|no one
  had asked how she learned best].
past: Both parents were thought to have learning difficulties; [neither had been assessed|an
  assessment was asked for and not done|an advocate was found only for the court hearing].
past: A [family aide|support worker] showed $their parents how to [make up feeds|keep a
  bedtime|bath the baby safely], and [things improved until the visits stopped|the gains faded
  within weeks|they asked for the visits to go on].
topic: parents who have, or may have, a learning disability
topic: plain, repeated and practical support for parents who learn [slowly|in other ways]
topic: assessment of a parent's learning needs
aim: a parent's way of learning is [asked about at the first visit|assessed early] and plans are
  adapted to it
aim: every written plan can be understood by the parent whom it concerns
aim: {adult-social-care} and {childrens-social-care} agree one plan for a parent with a learning
  disability
do: offer an independent advocate to every parent with a learning disability [from the first
  conference|before any plan is signed]
do: produce $its most used letters and plans in easy-read form
do: agree with adult social care who pays for long-term parenting support

== parents-own-childhood | who: childrens-social-care midwifery adult-mental-health
  health-visiting
learn: What happened to a parent as a child is [no forecast|not destiny], yet it shapes [how help
  is received|what a crying baby stirs up|whom they dare to trust].
  {midwifery|childrens-social-care|health-visiting} should [ask with care|read the old file|listen
  for it] and use it to [understand and plan|choose the kind of help], never to [condemn|predict].
learn: Several parents had [grown up in care|been hurt as children|lost a parent early|moved
  through a dozen homes]. Their records [existed in the same building|were in an archive nobody
  opened|named losses they never spoke of], and [reading them|an hour with them] would have
  changed [the questions asked|the pace of the work|who was chosen to visit].
learn: A parent may [promise that their child will have better|reject every offer from the agency
  that raised them|seem older than they are]. {childrens-social-care|voluntary-sector} who [name
  the history openly|ask what help felt like then|offer a worker from elsewhere] stand a better
  chance of [being let in|hearing when it is too much].
learn: Therapy for [old trauma|a parent's past|childhood abuse] was [recommended in every plan and
  available in none|offered after a wait of a year|ended after six sessions]. If it matters enough
  to write down, {adult-mental-health|integrated-care-board} need [a route to it|to fund it|to say
  honestly that it cannot be had].
learn: Becoming a parent [brings back|reopens] what was never settled: [nights|anniversaries|a
  baby of the age at which one was hurt]. {midwifery|health-visiting} can [ask what the parent
  remembers of being small|ask who cared for them well|ask what they want to do differently] as an
  ordinary part of [booking|the antenatal visit].
learn: A history of harm was [repeated in each report|copied from form to form] without [any
  sentence saying what it meant for the child now|being understood]. Analysis means [linking then
  and now|saying how the one bears on the other], and {childrens-social-care} need [time and
  supervision|a hypothesis and a way to test it] to do so.
past: $Their mother had [spent most of her childhood in care|been looked after from the age of
  nine|lived in seven placements before she was sixteen], and [hoped that her own child would have
  something steadier|was wary of social workers|had no relative to turn to].
past: Both parents had [known violence and neglect as children|been abused when young|lost a
  parent before they were grown], which [was listed in each assessment but not explored|they spoke
  of only once].
past: $Their father [had been moved between relatives as a boy|had not seen his own father since
  he was four|described a childhood of beatings], and [no service had offered him help with it|he
  asked for counselling and was told to refer himself].
topic: the bearing of parents' own childhoods on the care they give
topic: support for parents who [grew up in care|were harmed as children]
topic: how a family's history is read and [used|understood]
aim: an assessment says what a parent's history means for this child, not only what it was
aim: parents who were in care are offered [a named supporter|help of their own choosing] before
  their child is born
aim: earlier files are read before [the first visit|an assessment begins]
do: offer care-experienced parents [a peer supporter|a worker outside the locality team] in
  pregnancy
do: fund therapeutic help for parents that [does not depend on a diagnosis|begins within three
  months]
do: build time for reading old files into [the assessment timetable|caseload planning]
"""

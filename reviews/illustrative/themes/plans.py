"""What reviews say about assessments, thresholds and plans."""

PLANS = """
== assessment | who: childrens-social-care health-visiting early-help-services
  schools-and-colleges
learn: The assessment described [the referral, not the child|the adults' quarrel|conditions on one
  afternoon]. A fuller one asks [what it is like to be this child|what each adult brings|what has
  been tried], and {childrens-social-care|health-visiting|early-help-services} should [return to
  it when life changes|share it with those who gave information].
learn: Only what was [volunteered|asked for on the form] was considered. {childrens-social-care}
  should speak to [the other parent, the school and the surgery|someone who sees the child
  daily|relatives on both sides], and [check history in every place the family has lived|say who
  did not reply].
learn: The time limit [ruled the work|was met]. {childrens-social-care|early-help-services} need
  leave to say [‘we do not know yet’|‘three more visits are needed’], and a manager who [prefers a
  true answer late|reads for gaps].
learn: Parenting was assessed [in a contact centre|during a good week|by self-report], and
  [nights, illness and money|life at home] were not.
  {childrens-social-care|health-visiting|cafcass} should see [a mealtime|the hour before
  school|each parent alone with the child], [more than once|without an audience].
learn: The second, third and fourth assessments [copied the first|began from its conclusion], each
  [thinner|more hopeful] than the last. {childrens-social-care|early-help-services} should say at
  the top [what is new|what the last one promised], and [date every fact|delete what is stale].
learn: Specialist reports, [by a psychologist|on drugs|on parenting], were [summarised in a
  sentence|requested and not awaited|quoted for their kinder half].
  {childrens-social-care|family-courts|health-visiting} should [read the whole|ask the author what
  worries them most|bring it to the core group].
learn: Each brother and sister [had the same paragraph|was a line in the eldest's file].
  {childrens-social-care|schools-and-colleges|health-visiting} should write [a page for each
  child|how each one differs], with [their own sleep, friends and fears|what each knows].
past: An assessment found [good care and close bonds|no role for social care|a need for advice on
  housing], [after one visit at which $name slept|without speaking to $their father|from
  information given by the parents alone].
past: Assessments in [three successive years|two districts] [reached the same view in the same
  words|did not refer to one another].
past: A parenting assessment [went well at a centre|was carried out over five sessions], [with no
  visit in the evening|and was relied on after life at home had changed].
topic: assessments that show the life of each child
topic: the sources on which an assessment rests
topic: re-assessment when circumstances change
aim: assessments draw on everyone who knows the child, both parents and the file
aim: each child in a family has their own analysis
aim: an assessment is looked at again when a household changes
do: remove the pressure of dates from assessments that need longer, with a manager's reasons
do: sample [thirty|forty-five] assessments for [fathers, history and the child's day|copied text]
do: return to families [three months|half a year] after an assessment closed with no further
  action

== early-help | who: early-help-services schools-and-colleges health-visiting early-years
learn: Early help was [offered as a leaflet|led by whoever drew the short straw|one meeting in a
  cold hall]. Families took it up where {schools-and-colleges|early-years|health-visiting}
  [brought the person in|stayed alongside|offered something for this week], and [kept a lead who
  had time|met at their table].
learn: Repeated contacts that [fell short of social care|ended in signposting] were [the need
  itself|a queue of unmet worries]. {early-help-services|childrens-social-care} should ask after
  the second [what has stopped help from working|who will walk with them there], and [keep the
  case until someone has it|look for the pattern].
learn: When parents say no, {early-help-services|schools-and-colleges} should record [what the
  child is left without|what would make us ask again], go on [watching in ordinary ways|offering],
  and [step up if it grows worse|tell {health-visiting}].
learn: Children's centres, [youth clubs|family link workers|breakfast clubs] had [closed|shrunk to
  one day], and [what they noticed was no longer noticed|thresholds rose to meet the gap].
  {safeguarding-partnership|early-help-services} should [say what has been lost|map who sees
  families now].
learn: Plans at this level had [no dates|ten goals|no child in them].
  {early-help-services|schools-and-colleges} should choose [two things the family wants|what the
  child would notice first], review [in six weeks|with them], and [say what good enough is|end
  well].
learn: Family support [did the parents' tasks for them|became a friend of the family|saw a great
  deal]. {early-help-services|voluntary-sector} need [safeguarding supervision|a way to raise the
  alarm without losing trust], and {childrens-social-care} should [take their word seriously|ask
  them before closing].
past: Early help was [offered and refused on two occasions|led by the school, which struggled to
  bring others in|closed when $their mother stopped replying], [and new contacts were sent back to
  it|and no one asked what $name had lost].
past: A family support worker [visited weekly for five months|helped with routines and forms],
  [until the service was cut|and left notes that no one else read].
past: The nursery's request for a meeting about early help [brought two of seven agencies|led to
  an offer of a course], [and the plan had no actions for the children|and stopped over the
  summer].
topic: help that comes early and fits the family
topic: families who are referred again and again without meeting a threshold
topic: refusals of early help and what follows
aim: families are introduced in person to the help they have been offered
aim: a second refusal, or a third contact, leads to a fresh look at the child's needs
aim: early help plans have few goals, dates and the child's view
do: give each cluster of schools a family worker who [can visit at home|stays through the summer]
do: find out what became of [fifty|sixty] families who turned early help down
do: publish which open-door services remain in each [ward|district], and what has closed

== thresholds-and-referrals | who: childrens-social-care schools-and-colleges health-visiting
  police
learn: Referrals were [returned for want of consent|closed by a standard letter|downgraded by
  someone who had not spoken to the referrer]. {childrens-social-care} should [ring the person who
  wrote|say why in words|ask what worries them most], and
  {schools-and-colleges|health-visiting|police} should [expect an answer|not let silence settle
  it].
learn: A form [asked forty questions and hid the worry|was filled in by a person who had not met
  the child]. {schools-and-colleges|general-practice|police} should begin with [‘what I saw’|‘what
  I fear will happen’|‘what I think the child needs’], in [three sentences|plain words].
learn: Threshold guidance was [used as a wall|learned by heart|read differently on each side]. It
  is [an aid to conversation|not a lock]:
  {childrens-social-care|schools-and-colleges|early-help-services} should [talk it through|look at
  the child as well as the grid|allow for doubt].
learn: Calls after five, [on Christmas Eve|in August], met [another team|a thinner service], and
  the daytime team [read a line of it|assumed that it was in hand].
  {childrens-social-care|police|emergency-department} should [hand over by voice|treat each
  out-of-hours contact as unfinished].
learn: The front door [checked one database|took a parent's account over the phone|was measured by
  speed]. {childrens-social-care|police} should [speak to the school before the parent when there
  is risk|look for brothers and sisters], and leaders should [value the decision and not the
  minute|sit with the team].
learn: Someone rang [for advice|without giving the name], and [nothing was written|thought that a
  referral had been made]. {childrens-social-care} should [ask directly whether this is a
  referral|log each enquiry], and {hospital-services|early-years|voluntary-sector} should [say ‘I
  am referring’|follow with paper].
past: A referral by [the school|a midwife|the surgery|the ambulance crew] was [closed with
  advice|returned because consent had not been given|passed to early help without a call], [and
  the sender heard nothing|the third in a year].
past: A consultation by telephone was understood [as a referral by one side and as advice by the
  other|differently at each end], [and nobody visited|which came out a month later].
past: Police sent [a notice about the children|two notices in one week], [graded as
  standard|received on a bank holiday], and [a letter was posted to the parents|it was filed for
  information].
topic: referrals, and what comes back to those who make them
topic: decisions at the front door
topic: thresholds as they are read by different agencies
aim: everyone who refers a child hears the decision and the reason within [two|three] working days
aim: decisions to take no further action are made after speaking to the referrer
aim: contacts out of hours are handed over by voice the next morning
do: rewrite the referral form with [schools, GPs and officers|those who use it], beginning with
  the worry
do: bring [a teacher|a health visitor|an experienced officer] into the front door team
do: test each month [ten|twenty] closed contacts with the people who made them

== child-protection-plans | who: childrens-social-care schools-and-colleges health-visiting police
learn: The plan was a list of [courses for parents|visits by professionals|things not to do]. A
  plan protects when it says [what must be different for the child|who will check and how|what we
  do if it is not], and {childrens-social-care|schools-and-colleges|health-visiting} can [explain
  it in a minute|each name their part].
learn: Core groups met [without the police, the surgery or the father|to exchange news], and
  [dates slipped|no one measured]. {childrens-social-care|health-visiting|schools-and-colleges}
  should [begin with what has changed for the child|share the chair], and send [someone who can
  decide|a substitute who has read the plan].
learn: A plan for [emotional harm|neglect] covered [sexual risk and drugs in a line|what had been
  easiest to prove], and the label [steered what was asked|comforted everyone].
  {childrens-social-care|police} should [ask what else is here|change the category when the facts
  do].
learn: After [two years|the second plan], [everyone was tired|the plan was a way of life]. Ask
  [what this adds|whether the child is safer than at the start], and take
  {childrens-social-care|family-courts} [to legal advice|to a panel] [by a fixed month|before
  habit sets in].
learn: Conference reports [reached the parents in the waiting room|were in a language of their
  own], and the children were [elsewhere|a box to tick].
  {childrens-social-care|schools-and-colleges} should [go through it beforehand|bring the child's
  words, or the child with a friend], and ask the chair to [slow down|stop for questions].
learn: Visits were [counted, ten working days apart|on the same afternoon each time].
  {childrens-social-care|health-visiting|early-years} could [share them out through the week|go at
  breakfast and at bedtime|each look for one thing], and say [what was seen of the child|when the
  child was last seen awake].
past: $Name had been the subject of a child protection plan for [neglect|emotional harm|fourteen
  months], [and the core group met without the police|with a long list of courses for $their
  parents|for the second time].
past: The plan required [unannounced visits and tests|supervised care], [which were made on the
  same weekday|and no one was sure who was to check], [and it was thought to be going well|though
  the school said that little had changed].
past: An initial conference [split evenly|agreed on a plan under one category], [with a dissent
  that was not minuted|and the worries about sexual risk were left to police].
topic: child protection plans that change daily life for the child
topic: core groups and who takes part in them
topic: plans that have gone on too long
aim: each plan says what must be different for the child, how it will be checked and what follows
  if it is not
aim: police, GP and adult services take part in core groups, in person or by a report on time
aim: plans that last [fifteen|twelve] months are reviewed by someone senior, with legal advice
do: rewrite $its plan on a single page with [parents and children|core group members]
do: monitor who attends core groups, and act when the same chair is empty [twice|three times]
do: spread visits through the week and [the day|weekends], under the lead of the core group

== stepping-down-a-plan | who: childrens-social-care early-help-services schools-and-colleges
  health-visiting
learn: The plan ended because [its list was done|nobody had a reason to go on|a year had passed].
  Before stepping down, {childrens-social-care|early-help-services|schools-and-colleges} should
  ask [what keeps it going when we leave|what the child thinks|which old worry could return], and
  [test a month with less|name the person to ring].
learn: [Child in need|Early help] work after a plan was [a meeting or two|voluntary and soon
  refused], and [six agencies became one|the list of visitors fell from nine to none].
  {childrens-social-care|health-visiting|early-help-services} should agree [who stays|what would
  bring us back], [before the vote|in writing].
learn: The handover was [a form in a tray|done on the last day by someone leaving].
  {childrens-social-care} should [introduce the next worker at home|tell the story of the case],
  and {early-help-services|schools-and-colleges} should [be able to say not yet|ask for the
  history].
learn: Children known to services for years [remain vulnerable after the label has gone|carry what
  they lived]. {schools-and-colleges|health-visiting|general-practice} should [be told that the
  plan has ended and why it began|keep watch for a year], and treat [a new contact|a small slip]
  as [part of the old story|more than new].
learn: Stepping down happened while [a new partner was moving in|a trial was pending|treatment had
  barely started]. {childrens-social-care|probation|substance-misuse-services} should look at
  [what is about to change|the next three months], and [wait|make the plan fit the risk that is
  coming].
learn: The case was closed [after one missed call|when the family moved|to meet a target], and the
  letter [listed strengths|went to agencies that had left]. {childrens-social-care} should [see
  the child last|ask each agency by voice], and {schools-and-colleges} should [object if it is too
  soon|know how to reopen it].
past: The plan had ended [four months before|that summer], [when $their parents had finished a
  course|because visits were being kept], and [support was offered and declined|the child in need
  plan met once].
past: At closing [the health visitor had doubts but was not present|the school asked for
  longer|all agreed that things had improved], [and a new partner was not known of|and no one set
  out what to look for].
past: Work passed from [social care to early help|one team to the next] [by email|in the week
  before Christmas], [and the history did not go with it|and the first visit came seven weeks
  later].
topic: the end of a plan and the support that follows
topic: handing over between social care and early help
topic: what is watched after a case is closed
aim: a plan ends only when someone can say what will keep the child safe afterwards, and who will
  notice if it does not
aim: handovers between levels of help take place in person, with the history
aim: schools, health visitors and GPs know when a plan has ended and why it was made
do: require a joint visit whenever a case moves [down a level|between teams]
do: follow up each child [three|six] months after a plan, by speaking to the school or nursery
do: write a step-down agreement that names [who stays, what to look for and whom to ring|the signs
  for coming back]

== safety-planning | who: childrens-social-care domestic-abuse-services police child-mental-health
learn: The agreement was [signed at the kitchen table at nine in the evening|a list of promises by
  the person at risk]. A safety plan says [what each adult will do|where the child will be on
  Friday night|who checks and how], is [understood by the child|held by everyone named], and
  {childrens-social-care|police} should [test it within days|not rest on signatures].
learn: Relatives [were named without a visit|did not know what they were guarding against].
  {childrens-social-care|hospital-services} should [tell them the reason|see where they live|agree
  what they will do if they are shouted at], and [give them a number that is answered|ask after
  the third night].
learn: A plan made for one weekend [lasted five months|was never withdrawn].
  {childrens-social-care|domestic-abuse-services} should put [an end date|a review] on the first
  page, and decide [with a lawyer|in a meeting] [what comes next|whether it is safe without an
  order].
learn: Every agency had [a plan of its own|a different copy]. One safety plan, [in words that the
  parents chose|on a single page], shared with
  {schools-and-colleges|police|general-practice|health-visiting}, would have told [the teacher at
  the gate|the officer at the door] [what to do|who may collect].
learn: Plans for young people who [may hurt themselves|go missing] worked when they [began with
  what helps|named a song, a place and a person], and when
  {child-mental-health|schools-and-colleges|placement-providers} [had practised it
  together|removed what could harm].
learn: Safety was measured by [whether the other adult had been seen|the absence of calls].
  {police|domestic-abuse-services|childrens-social-care} should ask [whether anyone would dare to
  ring|what the child has noticed], and [visit|look for messages, neighbours and second phones].
past: A safety plan [asked $their mother to keep him away|named grandparents as supervisors|was
  agreed by telephone], [and was not written down for those who had to follow it|and had no date
  for review].
past: $Their parents [signed an agreement that neither could explain later|agreed to everything],
  [and the school was not given a copy|on the day after the birth].
past-11: A plan for $name's safety [listed eleven numbers|was held by the hospital], [few of which
  $they had chosen|and those at home had not seen it].
topic: safety plans that everyone in them understands
topic: relatives who are asked to keep a child safe
topic: written agreements and their limits
aim: each safety plan says who does what, is held by all whom it names and has a date for review
aim: relatives in a safety plan have been visited and can say what they are to watch for
aim: children, where they are old enough, have helped to write their own plan
do: adopt one form for safety plans across [all agencies|hospital, police and social care], on one
  page
do: stop the use of agreements that make [a victim of abuse|one parent] answerable for another's
  conduct
do: telephone [a sample of relatives|ten supervisors] each month to ask how the plan is going
"""

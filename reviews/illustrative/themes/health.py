"""What reviews say about children's health of body and mind."""

HEALTH = """
== child-mental-health | who: child-mental-health schools-and-colleges general-practice
  childrens-social-care
learn: [Self-harm|Talk of not wanting to be here|Not eating|Sleeplessness] was [treated as
  attention-seeking|met with a waiting list|known to friends first].
  {schools-and-colleges|general-practice|child-mental-health} should ask [what has happened|when
  the thoughts are worst|who already knows], [take it as it is said|not promise secrecy], and
  agree [who will ring tomorrow|what is kept out of reach].
learn: A referral was [returned because the form was wrong|declined as not meeting
  criteria|accepted and never begun]. While a young person waits,
  {general-practice|schools-and-colleges|child-mental-health} need [one person who holds the
  risk|a review date|words to say to the family] and a way to [raise the urgency|go back without
  starting again].
learn: Safety plans were [written for the file|left in a bag at the end of an assessment|known to
  the hospital only]. One that works [is in the young person's words|names three people|is held by
  home and school], and {child-mental-health|emergency-department} should [go through it with the
  carers|send it the same night].
learn: A bed [far from home|on an adult ward|for seventy-two hours] kept the young person [alive
  and alone|safe for the moment]. Before discharge,
  {child-mental-health|childrens-social-care|schools-and-colleges} should meet and settle [who
  sees them in the first two days|where the medicines are|how school will start again].
learn: Behaviour was [punished|described as choice] and its causes, [loss|bullying|fear at
  home|hunger], were not [looked for|put together].
  {schools-and-colleges|youth-justice|child-mental-health} should ask [what has happened to the
  child|what the behaviour is for], and [share the answer|build it into the plan].
learn: Being [bright and polite|quick and funny|good at everything] hid [how bad things were|a
  plan to die]. {schools-and-colleges|child-mental-health|placement-providers} should not [measure
  risk by marks and manners|take a good week as recovery]; a sudden calm may [mean relief at a
  decision|be the worst sign].
past: $Name had been [referred to CAMHS three times|seen after an overdose the year before|on a
  waiting list for eight months], and [school staff met every week to think of ways to help|the
  referral was returned for more detail].
past: $Name told [a friend|a form tutor|a helpline] about wanting to die, [some weeks earlier|in
  writing], and [the message reached the family but no service|a plan was made and put in a
  drawer].
past: $Their parents [slept in shifts|locked away knives and tablets], [asked for help on seven
  occasions|felt that they were being managed rather than heard].
topic: children and young people who harm themselves or [think of dying|wish to die]
topic: care while a young person waits for [treatment|CAMHS]
topic: discharge from [hospital|a mental health bed]
aim: each young person who is waiting has a named person, a review date and a safety plan shared
  with home and school
aim: [no referral about self-harm is returned without a call|a follow-up takes place within two
  days of discharge]
aim: {schools-and-colleges} can reach a mental health practitioner for advice [on the same day|by
  telephone]
do: end the return of referrals on grounds of [form|missing detail] alone
do: put mental health practitioners into [secondary schools|the front door]
do: write safety plans with young people, and [test whether those named in them hold a copy|give
  them to the carers who need them]

== child-disability | who: childrens-social-care schools-and-colleges hospital-services
  health-visiting
learn: [Bruising|Weight loss|Distress|A change in behaviour] was put down to [the disability|the
  condition] by {schools-and-colleges|hospital-services|childrens-social-care}. The first question
  should be [how would this be understood in another child|what else could explain it], and the
  child should be [seen undressed by a doctor if need be|asked in the way they communicate].
learn: A child who does not speak [has a voice|tells us by sleep, appetite and touch].
  {schools-and-colleges|childrens-social-care} should [bring the person who understands the
  signs|use symbols, switches or play|allow three visits], and not record [unable to give
  views|too disabled to ask].
learn: The parents were [tireless|exhausted|praised as saints], and sympathy made it [hard to say
  that care was slipping|awkward to look closely].
  {childrens-social-care|hospital-services|health-visiting} can [offer more help and still
  ask|admire and check].
learn: [Equipment|Short breaks|A bathroom adaptation] had been [agreed in principle|pending for
  two years], and [lifting a growing child|broken nights] took its toll. Delay by
  {childrens-social-care|housing|integrated-care-board} is [a risk to be recorded|part of the
  story], not [background|an inconvenience].
learn: Eleven professionals [wrote to each other|copied letters to all], and [none had the task of
  seeing the whole child|each looked at one organ or limb]. A lead professional [agreed with the
  family|with time for it] lets {hospital-services|schools-and-colleges|childrens-social-care}
  [notice drift|say no to the fourth clinic].
learn: Intimate care [by many hands|away from home overnight] calls for [more watchfulness|clear
  plans], since a child may be [used to being handled|unable to move away|believed less].
  {placement-providers|schools-and-colleges} should [write who does what|review it as the child
  grows] and [listen to reluctance|teach every child the words for their body].
past: $Name had [a learning disability and epilepsy|cerebral palsy|complex health needs|little
  speech], and [was seen by nine different services|relied on others for every meal and move],
  [each with its own plan|with one parent doing most of the nights].
past: Short breaks [had been reduced|were agreed and not provided], and [$their mother said that
  she could not go on|a ramp and hoist were awaited for eighteen months].
past: Changes in $name's mood were [thought to be part of the condition|noted by the school's
  assistants], [and no one who understood $their signs was asked|and were put down to growing up].
topic: [the safety of disabled children|disabled children and how they are heard]
topic: signs of harm that are mistaken for [disability|a condition]
topic: short breaks, equipment and tired parents
aim: disabled children are seen [alone|with someone who knows how they communicate] at each
  assessment
aim: a lead professional is named for every child with more than [three|four] services
aim: delays in [equipment|short breaks|adaptations] are reported as risks
do: train {childrens-social-care} and {schools-and-colleges} together in communication without
  speech
do: review each disabled child on a plan whose [views are missing from the record|package was cut]
do: give child protection conferences [a specialist adviser on disability|access to a speech and
  language therapist]

== neurodivergence | who: schools-and-colleges child-mental-health childrens-social-care
  general-practice
learn: A child waited [two years|four years|through three school moves] for an autism assessment,
  and [everything was put off until it came|each difficulty was filed under it]. Help should
  follow [need, not a diagnosis|what the child finds hard today];
  {schools-and-colleges|child-mental-health|early-help-services} can [change the room, the
  timetable and the words now|start before the letter].
learn: [Rigid routines|Flat replies|Literal answers|Running off] were read as [guilt|defiance|not
  caring] by {police|schools-and-colleges|childrens-social-care}. Ask [someone who knows the child
  what this means|what the noise and light are like], and [slow the interview|write questions
  down].
learn: Autistic girls [copied others|held it together until the front door|collapsed at home], so
  [school and family described two children|parents were doubted].
  {schools-and-colleges|child-mental-health} should [believe both accounts|ask what it costs].
learn: Medicines for ADHD [ran out|were sold on|were stopped in the holidays] and [no one joined
  this to exclusions|the police met the results].
  {general-practice|youth-justice|schools-and-colleges} should [know who prescribes|ask at each
  contact].
learn: Risk from others grows where a young person [longs for a friend|takes people at their
  word|is glad to be useful]. {schools-and-colleges|police|voluntary-sector} should teach [with
  real examples|who is not a friend] and [check understanding later|involve someone they like].
learn: A diagnosis [explained much|was a relief], and could also [hide sadness|stop us asking what
  was happening at home]. {child-mental-health|childrens-social-care|general-practice} should keep
  [two ideas in mind|room for harm as well as difference].
past: $Name had been [waiting for an autism assessment since primary school|diagnosed with
  ADHD|described as autistic by family and as rude by others], and [managed half-days at
  school|found change very hard].
past: Meltdowns at home [were not believed|brought police to the door], since [at school $they
  $were quiet and hard-working|no professional had seen one].
past: A report [by an educational psychologist|from a private clinic] set out [what helped|how to
  speak to $them], and [was not read beyond the school|lay in one agency's file].
topic: [autistic children and those with ADHD|children who are, or may be, neurodivergent]
topic: support while an assessment is awaited
topic: interviews and plans that suit [autistic young people|the way a child thinks]
aim: adjustments at school begin when a difficulty is seen, not when a diagnosis is given
aim: {police} ask for, and act on, advice about how a neurodivergent child communicates
aim: records separate what belongs to [a condition from what may be harm|difference from signs of
  distress]
do: publish waiting times for assessment and the help that may be had meanwhile
do: appoint a link between {child-mental-health} and {youth-justice} for young people with ADHD
do: ask autistic young people to [walk through $its buildings and letters|advise on interview
  rooms]

== child-health-conditions | who: hospital-services general-practice schools-and-colleges
  school-nursing
learn: [Asthma|Diabetes|Epilepsy|Severe eczema|Obesity] in childhood can be [deadly when care at
  home falters|a window on care at home]. {hospital-services|general-practice|school-nursing}
  should count [inhalers collected|blood tests that tell the truth|admissions by season], and ask
  [what gets in the way|who gives the medicine] early.
learn: A care plan for school [had not been updated|was signed by no one|stood in a cupboard].
  {schools-and-colleges|school-nursing|hospital-services} need one that says [what an attack looks
  like|when to ring 999|who is trained], and [rehearse it|send it on when the child moves].
learn: Admissions were [good care given over and over|treated one at a time]: the child [improved
  on the ward and worsened at home|was known to every registrar]. A pattern like that is
  [information|a question for a strategy meeting], and {hospital-services|childrens-social-care}
  should [meet before the next one|name it to the parents].
learn: Responsibility was handed to a child of [ten|twelve|thirteen] [because they seemed able|to
  ease the strain at home]. Growing independence needs [years|watching], and
  {hospital-services|general-practice} should ask [who checks|what happens at weekends] and [talk
  to the child alone|tell the school].
learn: Weight, [up or down|at either end of the chart], was [mentioned kindly and left|seen as
  private]. {school-nursing|general-practice|schools-and-colleges} should [plot it|offer help
  without shame] and say together when [health is being harmed|kindness is not enough].
learn: The hospital wrote [to the practice|letters full of numbers]; [nobody wrote to the
  school|the social worker could not tell what they meant]. {hospital-services} should add one
  plain sentence: [what will happen if treatment is missed|how worried we are|what we need you to
  do].
past-6: $Name had [asthma|type 1 diabetes|epilepsy|a serious allergy], with [six admissions in two
  years|blood results that alarmed the clinic|prescriptions often uncollected], and [the school
  held an old care plan|no meeting brought those who knew this together].
past: Clinic letters [spoke of concern|used stronger words each time], [were copied to the
  GP|reached an address the family had left], and [did not say what would follow if treatment was
  missed].
past-11: $Name [managed $their own medicine from the age of eleven|$was often sent to school
  without an inhaler], [which staff took for independence|as the school nurse had noted].
topic: children with [asthma, diabetes or epilepsy|long-term illness] whose treatment is not kept
  up
topic: health care plans in school
topic: repeated admissions
aim: missed treatment for a serious condition leads to a [joint meeting|conversation between the
  clinic and children's social care] within [two weeks|a month]
aim: letters about a child say in plain words what will happen without treatment
aim: each school holds a current health care plan for every child who needs one
do: set a number of [missed prescriptions|admissions] after which a case is always discussed
do: add a safeguarding line to the template of [$its clinic letters|discharge summaries]
do: train one adult in each school to [recognise an asthma attack|give emergency medicines]

== unexpected-diagnosis | who: neonatal-and-intensive-care midwifery health-visiting
  hospital-services
learn: News of a [heart condition|syndrome|brain injury|serious illness] was given [in a
  corridor|to one parent alone|on the day of birth], and [the family heard nothing after the first
  words|questions came at midnight]. {neonatal-and-intensive-care|hospital-services|midwifery}
  should [say it twice and write it down|come back the next day], and [stay|ask who should be with
  them].
learn: Parents [grieved for the child they had expected|looked calm|threw themselves into
  procedures]. {health-visiting|midwifery|neonatal-and-intensive-care} should ask [how each of
  them is|what they tell their relatives|about sleep and dread] in the weeks after, since [love
  and anger come together|strain shows late].
learn: {health-visiting} were told [the weight|that the baby was home] and not [the diagnosis|what
  it would mean at two in the morning]. A call from {neonatal-and-intensive-care} before discharge
  lets [the first visit be the right one|someone ask about the parents, knowing why].
learn: What a diagnosis means differs [between families|from one grandparent to the next]: [a
  test|a burden|a punishment|a gift]. {hospital-services|health-visiting} should [ask each of them
  what it means|offer to speak to relatives] and not [guess from background|assume shared views].
learn: Nothing in the plan covered [tube feeds at home|who would mind the older children|loss of a
  wage]. {neonatal-and-intensive-care|childrens-social-care|early-help-services} should settle
  [practical help|a night's respite|benefits] [before the cot is packed|with the family in the
  room].
learn: Other parents who had [been there|a child with the same condition] helped more than
  [leaflets|a website]. {voluntary-sector|neonatal-and-intensive-care} can [make the
  introduction|arrange it within days], for mothers and fathers [alike|separately].
past: Soon after birth $name $was found to have [a heart condition|a rare syndrome|a serious
  illness], and [$their parents were told separately|the news came on a busy ward], [with little
  time for questions|and a leaflet to take home].
past: $Their parents learned [to feed $them by tube|six medicines and an alarm] in [nine days|a
  week], and [went home without a night's practice|the health visitor did not know what they were
  managing].
past: $Their father [never spoke of the diagnosis|asked the same question at each visit], and [no
  one asked how he was|returned to work within days].
topic: parents who learn that their [baby|child] has a serious condition
topic: going home with a baby who needs [nursing care|treatment]
topic: emotional support after [a diagnosis|difficult news]
aim: {health-visiting} know a baby's diagnosis, and what the parents were told, before the first
  visit home
aim: both parents are offered support [within two weeks|before discharge] of a serious diagnosis
aim: practical help is settled before a baby with complex needs goes home
do: design a pathway for breaking news that includes [a second meeting and written notes|fathers
  and grandparents]
do: hold a discharge meeting for each baby with [a new diagnosis|equipment at home], with health
  visitor and GP invited
do: link families to [others with the same condition|a trained parent volunteer]

== hospital-stays | who: hospital-services neonatal-and-intensive-care health-visiting
  childrens-social-care
learn: Long weeks on a ward [cost fares, wages and sleep|split a family in two|left siblings with
  whoever was free]. {hospital-services|neonatal-and-intensive-care} should ask [who is at
  home|how they are paying for this|when they last slept], and [know the funds there are|ring
  {childrens-social-care} before the third month].
learn: Visiting was [sparse|watched|recorded as poor] without [anyone asking why|a record of the
  bus times]. {neonatal-and-intensive-care|hospital-services} should note [who came, how they held
  the baby and what they said|strengths and gaps alike], and [tell {health-visiting}|share it
  before discharge].
learn: Discharge was [brought forward for a bed|set for a Friday evening]. A child about whom
  {hospital-services|emergency-department} are worried should [stay until a meeting has been
  held|leave with an agreed plan], and [the most senior doctor should sign|no one should be afraid
  to say stop].
learn: Different consultants [saw the child by rota|each found one cause]. Somebody should [read
  the notes from the beginning|put the admissions on one page], and {hospital-services} should be
  able to say [what the story does not explain|who has spoken to the child].
learn: Nurses [heard what was said at night|saw fear when the curtain was drawn], and [their notes
  were not read|the round went by]. {hospital-services} should [bring the nurse to the
  meeting|write observations, not impressions] and [trust unease|pass it to the named nurse].
learn: A child who spends three months in hospital is [entitled to be assessed|still part of a
  community]. {hospital-services|schools-and-colleges|childrens-social-care} should [notify|keep
  lessons going|visit], so that going home is [a step rather than a cliff|planned from the first
  week].
past: $Name spent [eleven weeks on a neonatal unit|much of the first year in hospital|a month in a
  hospital sixty miles away], and [$their parents travelled by bus|brothers and sisters were cared
  for by a neighbour].
past: Nursing notes recorded [few visits|quarrels at the bedside|how gently $their father handled
  $them], [and were not seen by those who planned the discharge|and nobody drew them together].
past: $Name went home [on a Friday evening|at two hours' notice], [before a planned meeting|with a
  letter that reached the surgery ten days later].
topic: [families of children who are long in hospital|long stays in hospital]
topic: discharge when there are worries about [a child|home]
topic: what nurses and ward staff notice
aim: no child about whom there is a safeguarding worry leaves hospital without an agreed plan
aim: families are asked about [fares, siblings and money|the cost of visiting] in the first week
  of a long stay
aim: the local authority is told of each child who will be in hospital for three months
do: give senior nurses authority to pause [an unsafe discharge|a discharge] until a meeting has
  been held
do: assemble a one-page history for each child with [four|three] or more admissions
do: publicise $its fund for [fares and food|parents who stay by the bed]
"""

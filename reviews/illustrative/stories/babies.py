"""How reviews begin when the child is a baby or small."""

BABIES = """
== abusive-head-trauma | harm: abusive-head-trauma | also: non-accidental-injury domestic-abuse
  neglect | themes: safe-handling vulnerability-of-babies unseen-men bruising-in-babies
  parental-substance-misuse perinatal-mental-health domestic-abuse young-parents | people:
  health-visiting midwifery general-practice hospital-services | after: injury | deaths: 48 |
  several: 3
death: $Desc died$when from a head injury [that doctors believed had been inflicted|thought to
  have been caused by shaking|which the medical evidence suggested was not accidental].
death: $WhenDesc $was brought to hospital [limp and pale|having stopped breathing|after a call for
  an ambulance] and died [the next day|two days later|within the week]. [Scans showed|Specialists
  found] injuries to the head [consistent with shaking|for which no accident had been
  described|that were thought to be non-accidental].
death: $Desc died$when. The cause was [given as|found to be] an injury to the brain, [which is
  thought to have been inflicted|suspected to result from shaking], [while in the care of one
  parent|at home in the evening].
harm: $WhenDesc suffered a [serious|life-changing] head injury, [thought to have been
  inflicted|suspected to be abusive|which the explanation given did not account for].
harm: $Desc $was admitted to hospital$when with [bleeding around the brain|seizures and a drop in
  consciousness|difficulty in breathing]; [doctors suspected that $they had been shaken|abusive
  head trauma was thought the likeliest cause].
harm: Suspected abusive head trauma in $desc$when, [with lasting effects on sight and
  movement|from which recovery was better than first feared|found after a call to the out-of-hours
  doctor].
next: [An older fracture|A healing rib fracture] was found [on the same day|in further tests],
  [which no one had suspected|and its cause is not known].
next: $Their [father|mother's partner] [had been alone with $them for an hour|rang for an
  ambulance and gave three accounts|said that $they had rolled from a sofa].
next: $Name had been [crying for much of the week|seen by a doctor four days earlier|home from
  hospital for nineteen days].
note-death: died from a head injury believed to be inflicted
note-death: died from injuries thought to have been caused by shaking
note-harm: suffered a head injury thought to be inflicted
note-harm: survived suspected abusive head trauma with lasting effects
warn: [a fatal injury|a serious head injury] to a baby

== non-accidental-injury | harm: non-accidental-injury | also: physical-abuse domestic-abuse
  neglect | themes: bruising-in-babies unseen-men domestic-abuse professional-curiosity
  vulnerability-of-babies critical-thinking parental-substance-misuse safe-handling | people:
  hospital-services health-visiting general-practice early-years | after: injury | deaths: 30 |
  several: 8
death: $Desc died$when [after an injury that was thought to be non-accidental|from injuries which
  could not be explained by an accident], [with signs of earlier harm|having been well that
  morning].
death: The death$when of $desc. The medical view was that [the injuries had been inflicted|an
  accident was unlikely|more than one injury had been caused by an adult].
harm: [Suspected non-accidental injury|Non-accidental injuries|Unexplained injuries] to
  $desc$when: [fractures of different ages|several broken bones|bruises to the face and back],
  [found on an X-ray for another reason|seen at a planned check|noticed by nursery staff].
harm: $Desc $was found$when to have [fractures to an arm and ribs|bruising in places where
  accidents are rare|fractures of the leg], [injuries suspected to be non-accidental|for which
  there was no agreed explanation].
harm: $WhenDesc $was taken to hospital with [a swollen leg|marks on both arms|a burn to the hand],
  [and the injuries are thought to have been inflicted|and doctors could not match the account
  with what they saw].
next: The parents [gave different explanations|could offer no explanation|thought that a sibling
  had done it], and [it is not known who caused the injuries|both were arrested and bailed].
next: A mark had been seen [before|three weeks before] by [a nursery worker|a midwife|an aunt],
  [and photographed|but not referred on].
next: $Name made a [full|good physical] recovery and [went to live with grandparents|$was placed
  with foster carers].
note-death: died from injuries thought to be non-accidental
note-harm: suffered several injuries suspected to be non-accidental
note-harm: suffered injuries that the explanations given did not account for
warn: injuries to [a baby|a small child]

== sudden-unexpected-death-in-infancy | harm: sudden-unexpected-death-in-infancy | also: neglect
  strangulation-or-suffocation domestic-abuse | themes: safer-sleep vulnerability-of-babies
  parental-substance-misuse housing-and-homelessness perinatal-mental-health neglect poverty
  pre-birth-assessment | people: health-visiting midwifery police housing | after: unexplained |
  deaths: 100 | several: 0
death: $Desc died suddenly$when [while asleep on a sofa with an adult|in a bed shared with $their
  parents|in a place that was not made for a baby to sleep].
death: The sudden and unexpected death$when of $desc, [who had been sleeping beside a parent|found
  in the early morning|on a night away from home]. [The cause could not be established|No cause
  was found].
death: $WhenDesc $was found not breathing [at home|in temporary accommodation|in a relative's
  flat] and could not be revived. [An adult who shared the bed had been drinking|Both adults had
  been using cannabis|The cot was in use for storage].
next: [Neglect was a known worry|There were concerns about the state of the home|The family was
  open to services], but nothing suggested that [$they had been hurt|harm was intended].
next: $They had been born [at thirty-three weeks|small for dates|early], and [had colds that
  week|was slow to gain weight].
next: The family had [moved eight days earlier|been at a celebration|been turned away from a
  hostel that evening].
note-death: died suddenly and unexpectedly while asleep
note-death: died unexpectedly in sleep; the cause was not established
warn: the sudden death of a baby

== strangulation-or-suffocation | harm: strangulation-or-suffocation | also: physical-abuse
  domestic-abuse filicide | themes: parental-mental-health perinatal-mental-health
  critical-thinking think-family domestic-abuse unseen-men voice-of-the-child hospital-stays |
  people: hospital-services emergency-department general-practice adult-mental-health | after:
  injury | deaths: 45 | several: 0
death: $Desc died$when, [and it is suspected that $their breathing had been obstructed|from what
  is believed to have been suffocation]. [An illness had first been thought likely|The finding
  came some weeks later].
death: The death$when of $desc; [a parent may have caused it by suffocation|suffocation could be
  neither shown nor ruled out].
harm: $WhenDesc suffered [repeated episodes in which breathing stopped|a life-threatening loss of
  breath], [which are now thought to have been induced|suspected to have been caused by an adult].
harm: $Desc $was seriously harmed$when when an adult [is alleged to have held $their
  throat|obstructed $their breathing]; [$they survived|a neighbour's call brought help in time].
next: Earlier episodes had been [recorded as faints|treated at three hospitals|put down to
  reflux].
next: The adult concerned was [unwell at the time|under the care of a crisis team|known for
  violence towards a former partner].
note-death: died in circumstances in which suffocation was suspected
note-harm: survived episodes in which breathing was obstructed
warn: the obstruction of a child's breathing

== concealed-birth | harm: concealed-birth | also: neglect filicide | themes: pre-birth-assessment
  young-parents perinatal-mental-health vulnerability-of-babies voice-of-the-child
  missed-appointments faith-and-belief | people: midwifery general-practice emergency-department
  schools-and-colleges | after: unexplained | deaths: 70 | several: 0 | unit: D
death: $Desc died$when after a birth [of which nobody had been told|at home, without help]. [It is
  not known whether $they drew breath for long|The cause of death could not be established].
death: The death$when of $desc, born [in secret|unattended] to a [young|frightened] mother [who
  said that she had not known she was pregnant|whose pregnancy no service had recorded].
harm: $WhenDesc $was found [soon after birth|within hours of birth], cold and in need of intensive
  care, [after a pregnancy that had been hidden|in a place where $they would be seen]. $Their
  mother [was traced|came forward the same day] and was herself in need of care.
next: $Their mother had [seen a doctor for another reason|been at school that week|missed periods
  and feared to say so], and [no one asked about pregnancy|a test had been offered and declined].
next: [A teacher|A friend|A grandmother] had wondered, [and did not know whom to ask|but the
  answer was a firm no].
note-death: died soon after a birth that had been concealed
note-harm: survived after a concealed birth without medical help
warn: the death of a newborn baby

== filicide | harm: filicide | also: domestic-abuse physical-abuse drowning
  strangulation-or-suffocation | themes: parental-mental-health parental-separation domestic-abuse
  think-family perinatal-mental-health immigration-status court-orders stepping-down-a-plan |
  people: adult-mental-health police general-practice schools-and-colleges | after: killing |
  deaths: 96 | several: 22
death: $Desc $was killed$when by [a parent|$their father|$their mother], who [was mentally unwell
  at the time|had recently separated|later admitted manslaughter].
death: The killing$when of $desc. [A parent has been convicted|A parent is believed to have been
  responsible, and was acutely unwell].
death: $WhenDesc died at the hands of [a parent|a step-parent] [during contact|in the week of a
  court hearing|at home], [without any earlier violence to the child being known|after threats
  that had been made only to adults].
harm: $Desc survived$when an attempt by [a parent|$their father|$their mother] to end [$their
  life|both their lives], [during an acute illness|soon after the parents had separated].
next: The adult had [told a friend of despair|been seen by a doctor that week|asked for help
  twice], [and the children were not mentioned|and was thought to be at risk of self-harm alone].
next: Family and school described [a devoted parent|loving care], which [made the loss harder to
  understand|all who knew them confirmed].
note-death: died at the hands of a parent or step-parent
note-harm: survived an attempt by a parent to end life
warn: the killing of a child by a parent

== drowning | harm: drowning | also: accident-or-lack-of-supervision neglect | themes:
  vulnerability-of-babies neglect parental-mental-health early-help thresholds-and-referrals
  cumulative-harm housing-and-homelessness | people: health-visiting childrens-social-care housing
  ambulance-service | after: accident | deaths: 80 | several: 0 | unit: M
death: $Desc drowned$when [in the bath, where $they had been left for some minutes|in water close
  to home].
death: The death by drowning$when of $desc, [while adults were in another room|while an adult
  slept].
death-1: $Desc drowned$when [in a garden pond|in a canal], [having left the house unseen|on the
  first warm day of the year].
harm: $WhenDesc nearly drowned [in a bath|in a pool at a relative's home] and [has lasting
  disabilities|recovered after intensive care].
next: The review does not know [how long $they had been alone|who was meant to be watching];
  [accounts differ|an older child had gone to find help].
next: A gate [had been reported as broken|was on a list for repair], and [the family were new to
  the house|a worker had mentioned it the week before].
note-death: drowned while unsupervised
note-harm: survived a near drowning with lasting effects
warn: the drowning of a child

== dog-attack | harm: dog-attack | also: accident-or-lack-of-supervision neglect | themes:
  dogs-in-the-home neglect safety-planning court-orders offender-management unseen-men
  housing-and-homelessness | people: police housing health-visiting voluntary-sector | after: dog
  | deaths: 35 | several: 0
death: $Desc died$when after being attacked by a dog [that lived in the home|belonging to a
  relative|which had come to the home a few weeks earlier].
harm: $WhenDesc $was seriously injured by a dog [belonging to $their father|in a grandparent's
  kitchen|that had been in the home for a month].
harm: $Desc suffered serious injuries$when when [the family's dog|a visitor's dog] attacked $them;
  [an adult was in the next room|$they had crawled towards its bowl].
next: The dog had [been reported to the council|growled at visitors], and [professionals had seen
  it only through a window|no one had connected the report with a child].
next: $They needed [several operations|weeks of treatment], and [recovered well|will need care for
  years].
note-death: died after an attack by a dog
note-harm: suffered serious injuries when a dog attacked
warn: an attack by a dog on a child

== ingestion | harm: overdose-or-poisoning | also: neglect accident-or-lack-of-supervision |
  themes: parental-substance-misuse neglect information-sharing think-family
  thresholds-and-referrals parental-offending wider-family | people: substance-misuse-services
  emergency-department health-visiting general-practice | after: injury | deaths: 45 | several: 0
  | unit: M
death: $Desc died$when after swallowing [methadone|a prescribed sedative|tablets] [kept in the
  home|left within reach|belonging to an adult].
death: The death$when of $desc, in whose body [drugs were found|more than one drug was found].
  [How they came to be taken is not certain|It may have been an accident|Earlier exposure was
  suspected].
harm: $WhenDesc $was admitted to hospital drowsy and hard to rouse; tests found [cocaine|an
  opiate|cannabis|a medicine prescribed to an adult].
harm: $Desc survived$when after swallowing [methadone|heart tablets|a cleaning product], [kept in
  a drinks bottle|found in a handbag|for which no one could account].
next: Tests of hair suggested [earlier exposure|exposure over some months], [which adults in the
  home denied|as did those of a sibling].
next: A lockable box had been [supplied and not used|promised|seen empty on a shelf].
note-death: died after taking in a drug meant for adults
note-harm: survived after taking in a drug meant for adults
warn: a small child's death or injury from drugs

== accident | harm: accident-or-lack-of-supervision | also: neglect | themes: neglect
  housing-and-homelessness cumulative-harm early-help poverty thresholds-and-referrals
  parental-substance-misuse young-carers | people: housing ambulance-service health-visiting
  schools-and-colleges | after: accident | deaths: 55 | several: 8 | unit: M
death: $Desc died$when [in a fire at home|after choking when nobody was near].
death-1: $Desc died$when [after a fall from a window|in a road accident while out alone].
death: The death$when of $desc in what was an accident, [though supervision had been a worry for
  years|in a home about which there had been several reports].
harm: $WhenDesc suffered serious [burns|injuries in a fall|scalds] [while left in the care of an
  older child|when no adult was in the house], [an accident that raised wider questions of
  neglect|and help was slow to be called].
harm-1: $Desc $was badly hurt$when [by a fall from an upstairs window|in a fire|by hot water],
  [with no adult nearby|during a night when the adults were not sober].
next: [Window locks|Smoke alarms|A stair gate] had been [asked for|advised on three visits], [and
  not fitted|and money was the obstacle].
next-1: Neighbours had [found the children in the street before|rung twice that summer], [and the
  calls were treated as unproven|which was known to the police].
note-death: died in an accident; supervision was a long-standing worry
note-harm: suffered serious injuries while unsupervised
warn: a fatal or serious accident to a child

== before-birth | harm: domestic-abuse | also: neglect | themes: pre-birth-assessment
  domestic-abuse parental-substance-misuse perinatal-mental-health unseen-men information-sharing
  | people: midwifery police domestic-abuse-services | after: court | deaths: 25 | several: 0
death: The loss$when of an unborn baby after [an assault on the mother|violence towards the mother
  in late pregnancy]. [A man was later convicted|A former partner was charged].
other: The review concerns plans made$when for an unborn baby whose mother was [assaulted late in
  pregnancy|living with violence|drinking heavily], [and what was known to those around her|and
  the risk after birth].
other: An unborn baby was [thought to be at risk|placed at serious risk]$when [by violence towards
  the mother|when help that had been planned was not given]; [the baby was later born
  safely|mother and baby were well].
next: The mother had [booked late|asked for help to leave], and [appointments were attended with
  her partner|her notes carried no flag].
note-death: died before birth after violence towards the mother
note-other: placed at risk before birth by violence towards the mother
warn: violence in pregnancy
"""

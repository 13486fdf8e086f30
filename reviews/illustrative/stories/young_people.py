"""How reviews begin when the child is in adolescence."""

YOUNG_PEOPLE = """
== suicide | harm: suicide | also: self-harm emotional-abuse online-harm child-sexual-abuse |
  themes: child-mental-health neurodivergence online-safety placed-out-of-area
  looked-after-children transition-to-adult-services voice-of-the-child parental-separation |
  people: child-mental-health schools-and-colleges general-practice placement-providers | after:
  heard | deaths: 100 | several: 0
death: $Desc died by suicide$when, [after several years of mental ill-health|in the weeks after
  leaving hospital|a few months after moving home].
death: The death$when of $desc. [$Coroner recorded suicide|The $inquest found that $they had meant
  to die]; [care was being handed from one team to another|the family had asked for help that
  month|recovery had seemed close].
death: $WhenDesc died by suicide, [while in the care of the local authority|on a day of leave from
  hospital|soon after a change of school], [leaving a family and many friends|as $coroner found].
next: $They had told [a friend|a teacher|an adviser on a helpline] of wanting to die, [and a plan
  was made|though adults close to $them did not know].
next: Those who knew $name remember [humour and kindness|a gift for music|a loyal friend who stood
  up for others].
next: There had been [three attendances at hospital|a referral in the spring|a safety plan], [and
  the next appointment was eight days away|and care was about to pass to an adult team].
note-death: died by suicide
warn: the death by suicide of a young person

== suspected-suicide | harm: suicide | also: self-harm emotional-abuse online-harm
  child-sexual-abuse | themes: child-mental-health neurodivergence online-safety
  placed-out-of-area looked-after-children transition-to-adult-services voice-of-the-child
  parental-separation | people: child-mental-health schools-and-colleges general-practice
  placement-providers | after: heard | deaths: 100 | several: 0
death: $Desc died$when and may have died by suicide. [The $inquest had yet to be held when the
  review was written|The $inquest was not complete].
death: The death$when of $desc, thought to be by suicide, [while waiting for an appointment|while
  in the care of the local authority|soon after a change of school].
death: $WhenDesc was found dead [at home|in a children's home|near home]. [$Coroner recorded an
  open conclusion|It is believed, though not established, that $they meant to die|Whether $they
  meant to die is not known].
next: $They had told [a friend|a teacher|an adviser on a helpline] of wanting to die, [and a plan
  was made|though adults close to $them did not know].
next: Those who knew $name remember [humour and kindness|a gift for music|a patient older cousin].
next: There had been [two attendances at hospital|a letter of referral|calls to a helpline], [and
  the next appointment was eight days away|and care was about to pass to an adult team].
note-death: may have died by suicide
warn: the suspected suicide of a young person

== self-harm | harm: self-harm | also: suicide overdose-or-poisoning emotional-abuse
  child-sexual-exploitation | themes: child-mental-health looked-after-children placed-out-of-area
  professional-bias withdrawn-allegations hospital-stays supervision transition-to-adult-services
  | people: child-mental-health placement-providers emergency-department childrens-social-care |
  after: none | deaths: 0 | several: 0
harm: $WhenDesc came close to death through self-harm and [was detained in hospital under mental
  health law|needed intensive care]. [It is not certain that $they meant to die|$They had said
  that $they meant to die].
harm: $Desc survived$when after [a serious attempt to end $their life|self-harm that put $their
  life at risk], [while living in a children's home|in the month of an anniversary|soon after
  moving to a new placement].
other: $Desc $was detained in hospital$when, having said that $they wished to die. [The review
  asks how services had worked with $them|No bed was found near home].
next: $They had been [in care for four years|seen in the emergency department nine times that
  year|moved three times since the summer], [and found goodbyes very hard|and trusted one key
  worker].
next: Staff in several services [cared a great deal|disagreed about whether $they $were ill or
  unhappy], and [felt that they were holding on alone|plans changed with each move].
note-harm: survived self-harm that put life at risk
note-other: detained in hospital after stating a wish to die
warn: self-harm and a young person's wish to die

== overdose-of-a-young-person | harm: overdose-or-poisoning | also: self-harm
  child-criminal-exploitation suicide | themes: child-mental-health care-leavers
  criminal-exploitation missing-children children-not-in-school transition-to-adult-services
  parental-substance-misuse | people: emergency-department substance-misuse-services youth-justice
  placement-providers | after: heard | deaths: 70 | several: 0
death: $Desc died$when after taking [a mixture of drugs|pills bought online|an overdose of
  medicine]; [it is not known whether $they meant to die|the $inquest found it an accident|no one
  else was thought to be to blame].
death: The death$when of $desc from the effects of drugs, [in a flat with older people|alone in a
  hostel room|at a friend's house].
harm: $WhenDesc took [an overdose|a strong drug without knowing what it was] and [was close to
  death|spent twelve days in intensive care]. [Intent was unclear|Others are thought to have
  supplied it].
next: Use had grown [over a year|after a bereavement|since a placement ended], and [help was
  offered at times and places that did not suit|the only service was for adults].
note-death: died from the effects of drugs
note-harm: survived an overdose; intent was unclear
warn: the death or injury of a young person through drugs

== child-sexual-exploitation | harm: child-sexual-exploitation | also: child-sexual-abuse
  trafficking-or-modern-slavery online-harm neglect | themes: sexual-exploitation missing-children
  language-in-records looked-after-children placed-out-of-area withdrawn-allegations
  professional-bias legal-literacy | people: police sexual-health placement-providers
  schools-and-colleges | after: conviction | deaths: 6 | several: 20
death: $Desc died$when. [For some years $they had been sexually exploited|Sexual exploitation had
  been known for two years]; the death [was from an overdose|followed a fall], [and its
  circumstances are not fully known|and intent could not be established].
harm: $Desc $was sexually exploited [by several men|by an older group|by adults met online] [over
  at least a year|from the age of thirteen], [until a police operation$when|as came to
  light$when].
harm: Sexual exploitation of $desc, [recognised$when after many missing episodes|which a youth
  worker was first to name, and which was confirmed$when].
other: The review looks at the response$when to $desc, [thought to be at risk of|who may have been
  subjected to] sexual exploitation [in two towns|while in care].
next: $They [did not see it as abuse at the time|protected others by saying nothing], and [records
  spoke of choices|adults spoke of a boyfriend].
next: A [school nurse|residential worker|grandmother] [kept a list of names and cars|went on
  asking], [which in the end was evidence|and is thanked by the review].
note-death: died after years of sexual exploitation
note-harm: subjected to sexual exploitation by several adults
note-other: thought to be at risk of sexual exploitation
warn: the sexual exploitation of children

== child-criminal-exploitation | harm: child-criminal-exploitation | also: serious-youth-violence
  trafficking-or-modern-slavery neglect | themes: criminal-exploitation children-not-in-school
  missing-children neurodivergence professional-bias placed-out-of-area multi-agency-working
  family-engagement | people: police youth-justice schools-and-colleges voluntary-sector | after:
  violence | deaths: 40 | several: 6
death: $Desc died$when from stab wounds. [$They had been exploited to carry drugs|$They $were
  believed to be in debt to adults who sold drugs], [and had been offered help that week|and the
  family had asked to move].
death: The killing$when of $desc, [who had been drawn into the supply of drugs|who was known to
  have been exploited by a group in another town].
harm: $WhenDesc $was seriously injured [by people to whom $they owed money|in an attack linked to
  drug supply], [after a year of being moved between towns|having been arrested twice and sent
  home].
harm: $Desc $was exploited to [carry and sell drugs|hold weapons and cash], [and held in a flat
  against $their will|and threatened with harm to family], as became clear$when.
next: School had ended [in an exclusion|with a part-time timetable] [five months earlier|the year
  before], [and the days had filled with other company|and nothing replaced it].
next: $Their family [had rung for help|moved twice at their own cost|searched for $them at night],
  [and felt treated as part of the trouble|and describe a funny, generous child].
note-death: died by violence linked to exploitation
note-harm: suffered serious injury in an attack linked to exploitation
warn: violence against an exploited child

== serious-youth-violence | harm: serious-youth-violence | also: homicide-outside-the-family
  child-criminal-exploitation | themes: criminal-exploitation children-not-in-school
  professional-bias missing-children online-safety multi-agency-working neurodivergence
  culture-and-ethnicity | people: police youth-justice schools-and-colleges emergency-department |
  after: violence | deaths: 62 | several: 6
death: $Desc died$when after being stabbed [by another young person|in a park|near a bus station].
  [A teenager was convicted|Two young people were convicted|A trial was pending].
death: The death$when of $desc in an attack by [young people $they knew|other teenagers], [which
  began with messages online|after a quarrel between groups].
harm: $WhenDesc suffered life-threatening wounds in [an attack by other young people|a fight after
  school], [and survived because a stranger gave first aid|and needed several operations].
other: $Desc $was convicted of [a serious assault|a killing] that took place$when. The review
  looks at [$their own childhood and what was offered|what was known of harm to $them as well as
  by $them].
next: Both [the young people|families] had been known to services, [each for being hurt as well as
  hurting|as victims before anything else].
next: [A teacher|A football coach|A detached youth worker] had [seen the change|tried to mend the
  quarrel], [and there was nowhere to take it|within a week of the event].
note-death: died in violence between young people
note-harm: survived life-threatening wounds in an attack by teenagers
note-other: convicted of serious violence after harm in early life
warn: serious violence between young people

== homicide-outside-the-family | harm: homicide-outside-the-family | also: serious-youth-violence
  child-sexual-exploitation domestic-abuse | themes: criminal-exploitation offender-management
  domestic-abuse online-safety missing-children multi-agency-working care-leavers | people: police
  probation schools-and-colleges voluntary-sector | after: killing | deaths: 100 | several: 0
death: $Desc was killed$when by [an adult outside the family|a former boyfriend|someone $they had
  met that year]. [The person was convicted of murder|The person was convicted of manslaughter].
death: The killing$when of $desc by [a person under supervision|an acquaintance|a neighbour], [of
  whom several agencies knew something|who had been seen as a risk to adults only].
next: $They had [begun to plan for college|just moved into a first flat|told friends of being
  followed].
next: Information about the person responsible was [spread over three forces|held by probation and
  a hostel], [and not connected with $name|and had been graded as low].
note-death: died at the hands of someone outside the family
warn: the killing of a young person

== harmful-sexual-behaviour | harm: harmful-sexual-behaviour | also: child-sexual-abuse neglect
  physical-abuse | themes: harmful-sexual-behaviour sexual-abuse neurodivergence online-safety
  looked-after-children voice-of-the-child critical-thinking | people: schools-and-colleges
  youth-justice police child-mental-health | after: none | deaths: 0 | several: 25
harm: $WhenDesc $was sexually harmed by [another child|an older child in the same home|a pupil at
  the same school], [and staff had seen worrying behaviour before|and both children needed help].
other: $Desc seriously harmed [a younger child|other children] through sexual behaviour$when. The
  review considers [what had happened in $their own life|the needs of all the children].
harm: Harm through sexual behaviour between children, [involving $desc|which came to light when
  one child spoke], and the help given to each of them$when.
next: Earlier signs had been [named differently by school and home|recorded as rough play], [and
  no shared scale was used|so advice was not sought].
next: Each family was [told a different story|offered support after some weeks], and the children
  [went on meeting|were kept apart by a plan that staff found workable].
note-harm: sexually harmed by another child
note-other: caused harm to other children through sexual behaviour
warn: sexual harm between children

== online-harm | harm: online-harm | also: child-sexual-exploitation self-harm suicide
  child-sexual-abuse | themes: online-safety child-mental-health neurodivergence
  sexual-exploitation voice-of-the-child professional-curiosity | people: schools-and-colleges
  police child-mental-health voluntary-sector | after: heard | deaths: 45 | several: 5
death: $Desc died$when [within hours of being threatened by a stranger online|after months in
  groups that encouraged self-harm]; [suicide is thought likely|the $inquest had not concluded].
harm: $WhenDesc $was [groomed and blackmailed online|drawn into groups that urged self-harm], [by
  people who were never traced|over a matter of weeks], with serious effects on $their health.
harm: $Desc came to serious harm$when through [contact with an adult met in a game|demands for
  pictures and money].
next: $They had [hidden it out of shame|tried to pay from birthday money], and [a friend told a
  teacher|a brother found the messages].
note-death: died after harm that began online
note-harm: seriously harmed through contact online
warn: harm that began online

== trafficking | harm: trafficking-or-modern-slavery | also: child-criminal-exploitation
  child-sexual-exploitation | themes: immigration-status missing-children criminal-exploitation
  sexual-exploitation interpreters-and-language placed-out-of-area looked-after-children | people:
  police placement-providers voluntary-sector childrens-social-care | after: conviction | deaths:
  8 | several: 8
death: $Desc died$when, [having been trafficked to work|after going missing from care]; [how $they
  died is not fully known|the $inquest was awaited].
harm: $Desc $was found$when to have been trafficked [for work in a house where cannabis was
  grown|for domestic work|between towns to sell drugs].
other: $Desc went missing$when [two days after being placed|from a hotel used for young people who
  had arrived alone], and [is thought to have been trafficked|was found four months later].
next: $They [trusted one interpreter|feared for family who owed money], and [spoke little at
  first|asked chiefly for news of a brother].
note-death: died after being trafficked
note-harm: found to have been trafficked
note-other: missing from care and thought to have been trafficked
warn: the trafficking of a child

== neglect-in-adolescence | harm: neglect | also: emotional-abuse self-harm
  child-criminal-exploitation | themes: neglect children-not-in-school parents-own-childhood
  cumulative-harm young-carers early-help housing-and-homelessness missing-children | people:
  schools-and-colleges youth-justice childrens-social-care housing | after: none | deaths: 35 |
  several: 12
death: $Desc died$when [in an accident while sleeping rough|of an untreated illness|after a fall],
  [and had long looked after $their own needs|following years in which care at home had fallen
  away].
harm: $Desc, neglected [since early childhood|over much of $their life], came to serious
  harm$when: [hungry, unwell and without a settled home|living in a tent behind a relative's
  house].
harm: $WhenDesc $was found to have been living [alone for weeks|with little food or care], [too
  proud to say so|and keeping it from school], and was admitted to hospital.
next: At school $they [slept in lessons|$were known for jokes|had stopped coming], [and it was
  taken for attitude|and one teacher brought breakfast].
note-death: died after years of neglect
note-harm: came to serious harm after long neglect
warn: the neglect of a young person
"""

"""How reviews begin when harm comes at any age of childhood."""

CHILDREN = """
== neglect-of-children | harm: neglect | also: emotional-abuse medical-neglect domestic-abuse
  accident-or-lack-of-supervision | themes: neglect cumulative-harm early-help voice-of-the-child
  disguised-compliance parental-substance-misuse poverty child-protection-plans family-engagement
  | people: schools-and-colleges health-visiting childrens-social-care early-years | after: court
  | deaths: 22 | several: 40 | unit: M
death: $Desc died$when [from an illness that treatment would have cured|weighing far less than
  $they should|of an infection], [and neglect is thought to have played a part|in a home where
  care had broken down].
death: The death$when of $desc, [to which neglect contributed|who had been ill for days before
  help was called].
harm-1: $Desc suffered [serious|long-lasting] neglect [over several years|from an early
  age|throughout the period reviewed], [which came to light$when|and came into care$when].
harm: $WhenDesc $was found in conditions that [endangered health|shocked those who came|no child
  should live in], [hungry, cold and unwell|with untreated illness|after months in which few
  outsiders had been inside].
harm: Chronic neglect of $desc, [known to many services|described in nine referrals] before action
  was taken$when.
next-1: $They had [decayed teeth, poor growth and little speech|missed most health checks|rarely
  been to school that year], and [gained weight quickly in foster care|began to speak within weeks
  of leaving].
next: A [gas engineer|health visitor|police officer on another errand] [raised the alarm|saw
  upstairs for the first time].
next: Each agency had seen [a part|improvement before reviews], and [none the whole|the change
  never lasted].
note-death: died after serious neglect
note-harm: lived with serious neglect over several years
warn: the serious neglect of children

== physical-abuse | harm: physical-abuse | also: emotional-abuse neglect domestic-abuse | themes:
  voice-of-the-child professional-curiosity unseen-men domestic-abuse wider-family
  children-not-in-school child-disability faith-and-belief | people: schools-and-colleges police
  school-nursing childrens-social-care | after: injury | deaths: 35 | several: 18
death: $Desc died$when after [an assault by an adult who cared for $them|injuries inflicted at
  home|months of cruelty by adults in the home].
death: The death$when of $desc. [A parent's partner was convicted|Two adults were convicted|A
  relative was later convicted]; there had been [earlier injuries|signs of fear|absence from
  school].
harm-6: $WhenDesc disclosed being [hit with a belt|beaten|hurt often at home] and [was found to
  have many old injuries|had marks that bore this out].
harm: $Desc suffered serious injuries$when, [which an adult in the home is believed to have
  caused|after a long period of harsh punishment].
next-6: $They told [a teacher|a school friend|a dinner lady] [more than once|after a lesson on
  safety], [and no one asked a second time|and $their words were put to the parents].
next-6: Absences from school [followed each injury|were explained by a stomach bug], [a pattern
  that showed only later|as the register records].
note-death: died after assaults by an adult carer
note-harm: suffered repeated physical abuse at home
warn: the physical abuse of a child

== fabricated-illness | harm: fabricated-or-induced-illness | also: emotional-abuse
  medical-neglect physical-abuse | themes: critical-thinking child-health-conditions
  hospital-stays information-sharing child-disability voice-of-the-child children-not-in-school
  escalation-and-challenge | people: hospital-services general-practice schools-and-colleges
  integrated-care-board | after: court | deaths: 12 | several: 12 | unit: M
death: $Desc died$when; [it is suspected that illness had been induced|a parent may have given a
  substance that caused the illness], [after many admissions|with no disease found].
harm: $Desc $was subject to suspected fabricated or induced illness, [with treatment at five
  hospitals|leading to operations that were not needed|over some years], [recognised$when|which
  came to notice$when].
harm: $WhenDesc $was found to have been [treated for conditions that could not be confirmed|using
  a feeding tube without medical need], and illness is thought to have been
  [exaggerated|induced|reported falsely].
next-6: $They had [seen twenty-six doctors|been absent from school for most of two years|come to
  believe $they $were very ill].
next: Those who doubted [were alone in it|feared a complaint|wrote it in one line of a letter],
  and [specialists did not meet until late|the surgery held the only full set of letters].
note-death: died after illness that may have been induced
note-harm: harmed by treatment for illness thought to be fabricated
warn: illness that may have been caused or invented by a parent

== medical-neglect | harm: medical-neglect | also: neglect accident-or-lack-of-supervision |
  themes: child-health-conditions missed-appointments child-disability neglect neurodivergence
  hospital-stays | people: hospital-services general-practice school-nursing schools-and-colleges
  | after: unexplained | deaths: 62 | several: 3
death: $Desc died$when [from asthma|from complications of diabetes|after a seizure|from sepsis],
  [an illness that could have been treated|after treatment at home had lapsed|having missed a
  series of reviews].
death: The death$when of $desc, who lived with [severe asthma|type 1 diabetes|epilepsy|severe
  obesity]; [care at home had long worried the clinic|medicines had not been collected for weeks].
harm: $WhenDesc became critically ill with [a complication of diabetes|an asthma attack|severe
  malnutrition|an untreated infection], [after months of missed treatment|for which help was
  sought very late].
harm: $Desc suffered lasting harm$when because [medicines were not given|treatment was not
  sought|a feeding plan was not followed], [although the clinic had warned of it|in a family under
  great strain].
next: $They had been admitted [seven times|on four occasions|each winter], [recovering on the ward
  each time|and went home to the same difficulties].
next: The clinic's letters had [asked for a meeting|grown plainer], [and reached some agencies but
  not the school|without anyone saying what would come next].
note-death: died from a treatable illness after care had lapsed
note-harm: became critically ill after treatment was missed
warn: the death or grave illness of a child whose treatment lapsed

== domestic-abuse | harm: domestic-abuse | also: emotional-abuse physical-abuse | themes:
  domestic-abuse court-orders safety-planning unseen-men parental-separation offender-management
  information-sharing housing-and-homelessness | people: police domestic-abuse-services
  schools-and-colleges probation | after: killing | deaths: 18 | several: 38
death: $Desc died$when [during an attack on $their mother|in a house fire believed to have been
  set by a former partner|when a parent's former partner came to the home].
harm-6: $WhenDesc $was in the home when $their mother was [killed by a former partner|seriously
  assaulted], [and had lived with violence for years|and called for help].
harm-6: $Desc lived with [severe|controlling and violent] abuse between adults [for years|from
  birth], and [was injured$when while trying to step in|suffered serious emotional harm that came
  to light$when].
harm: $WhenDesc $was injured during an assault on $their mother, [having been in her arms|while
  asleep in the same room], [and recovered well|by a man who was not meant to be there].
next: There had been [eleven calls to the address, each recorded apart|two orders, both broken|a
  move to a refuge and back|statements made and withdrawn].
next-6: $They now live with [grandparents|an aunt|foster carers] and [have received help for what
  happened|have asked what was known].
note-death: died through violence against a parent
note-harm: lived with serious violence between adults
warn: domestic abuse and its effect on children

== emotional-abuse | harm: emotional-abuse | also: neglect domestic-abuse physical-abuse | themes:
  voice-of-the-child children-not-in-school parental-mental-health professional-curiosity
  parental-separation critical-thinking language-in-records young-carers | people:
  schools-and-colleges child-mental-health childrens-social-care school-nursing | after: court |
  deaths: 0 | several: 22
harm: $Desc suffered serious emotional abuse [over several years|within the home], [including
  isolation and humiliation|being blamed for the family's troubles|being treated unlike other
  children in the home], which came to light$when.
harm: $WhenDesc $was found to have lived [apart from other people|under rules that governed food,
  sleep and speech], and the harm to $their [health and schooling|growth and trust] was serious.
other: The review concerns $desc, who [was cut off from school and friends|lived with hostility
  and threats], and what agencies knew of it$when.
next: $They [asked a librarian for help|told a cousin|wrote of it in class], and [it was some
  months before anyone acted|the account was thought exaggerated].
next: There were few [marks to see|visitors], and [politeness at the door was taken for
  calm|professionals disagreed about whether a threshold was met].
note-harm: lived with serious emotional abuse and isolation
note-other: lived with hostility and isolation at home
warn: the emotional abuse of a child

== child-sexual-abuse | harm: child-sexual-abuse | also: neglect emotional-abuse physical-abuse
  harmful-sexual-behaviour | themes: sexual-abuse voice-of-the-child withdrawn-allegations
  professional-curiosity offender-management wider-family legal-literacy unseen-men | people:
  police schools-and-colleges childrens-social-care school-nursing | after: conviction | deaths: 2
  | several: 30
death: $Desc died$when; [evidence of sexual abuse came to light during the inquiry|sexual abuse
  had been alleged some months before]. The cause of death was a separate matter [before
  $coroner|for the court].
harm: $Desc $was sexually abused [by a member of the family|by a family friend|by an adult in a
  position of trust] [over a period that ended$when|until one child spoke$when].
harm-6: $WhenDesc told [a teacher|a friend's mother|a foster carer] of sexual abuse [by a
  relative|within the family|by a step-parent], [which had gone on for years|to which earlier
  signs now seem to point].
harm: Sexual abuse of $desc, [made known$when|discovered through images seized$when], by [a man
  known to the family|a relative who had earlier been investigated].
next: There had been [an earlier allegation, later withdrawn|signs at school|an inquiry that ended
  without charge], [and contact had been allowed again|after which agencies stepped back].
next-6: $They [gave evidence|chose not to give evidence], and [had help from a specialist
  centre|waited a year for therapy].
note-death: died; evidence of sexual abuse came to light later
note-harm: sexually abused by someone known to the family
warn: the sexual abuse of children

== female-genital-mutilation | harm: female-genital-mutilation | also: physical-abuse
  emotional-abuse | themes: voice-of-the-child interpreters-and-language legal-literacy
  information-sharing culture-and-ethnicity child-health-conditions | people: school-nursing
  police midwifery hospital-services | after: none | deaths: 0 | several: 0 | sex: girl
harm: $Desc $was found$when to have undergone female genital mutilation, [as she told a
  nurse|during an examination for another reason]; [when it was carried out could not be known|the
  review could not tell where].
other: The review looks at what was done$when to protect $desc when there was [worry about|a
  report of] planned female genital mutilation. [A court order was made and no harm
  followed|Relatives themselves had asked for help].
next: [Several women in the family spoke against the practice|A grandmother had asked for advice],
  and [the law was unclear to some staff|a trained interpreter was booked only for the second
  meeting].
note-harm: found to have undergone female genital mutilation
note-other: protected by a court order from planned harm
warn: female genital mutilation

== abduction | harm: abduction | also: emotional-abuse domestic-abuse | themes:
  parental-separation court-orders moving-between-areas legal-literacy immigration-status
  information-sharing care-orders-at-home | people: police family-courts schools-and-colleges
  cafcass | after: court | deaths: 6 | several: 20
death: $Desc died$when while [missing with a parent|away from home with a parent against a court
  order]. A parent was found to be acutely unwell.
harm: $WhenDesc $was taken [from school|during contact|from a foster home] by a [parent|relative]
  and [was missing for nine days|could not be traced for some weeks]; [$they $were found unhurt
  and very frightened|the harm to $them was serious].
other: $Desc $was taken abroad$when by a parent [in breach of an order|while an assessment was
  under way] and [later returned|returned after a court abroad had decided].
next: The school had [noticed packed bags|been told of a holiday], [and held no copy of the
  order|and rang the number it had].
note-death: died while missing with a parent
note-harm: missing after being taken by a member of the family
note-other: taken abroad by a parent and later returned
warn: the taking of a child by a parent

== unclear | harm: not-stated | also: | themes: information-sharing multi-agency-working
  assessment voice-of-the-child record-keeping leadership-and-culture | people:
  childrens-social-care health-visiting schools-and-colleges police | after: none | deaths: 30 |
  several: 15
death: $Desc died$when. [The published summary does not say how|The report gives no detail of the
  cause].
other: The review concerns $desc and the help given [to the family|by services] in the period that
  ended$when. [What led to it is not stated|The published version is brief, to protect those
  involved].
harm: $Desc came to serious harm$when; [the nature of the harm is left out of the published
  report|details are withheld to protect the family].
next: [Only the learning has been published|A short version of the report was released], [at the
  request of the family|because of proceedings].
note-death: died in circumstances that the published report leaves out
note-harm: came to serious harm; details are withheld
note-other: affected by events that the published report does not describe
warn: the death or harm of a child
"""

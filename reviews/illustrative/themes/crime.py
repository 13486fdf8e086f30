"""What reviews say about violence, offending, courts and allegations."""

CRIME = """
== domestic-abuse | who: police domestic-abuse-services childrens-social-care health-visiting
learn: Domestic abuse was [counted in call-outs|treated as a string of incidents|described as
  arguing]. Looking for [the pattern of control|who is afraid of whom|what is not allowed in the
  house] tells {police|health-visiting|childrens-social-care} far more about [a child's days|the
  danger] than [the number of logs|the last event].
learn: [Separation|Leaving|A court date|The end of a relationship] is [the most dangerous time|not
  the end of the danger]. Plans made by {domestic-abuse-services|police|childrens-social-care}
  should cover [handover of the children|messages, tracking and cars that wait outside|the first
  six months], and should not rest on [a promise to stay away|one parent’s power to keep the other
  out].
learn: The parent who was harmed was asked to [protect, report, move and prove it|sign an
  agreement that the other would stay away], while the one who [did the harm|caused the fear] was
  [hardly spoken to|absent from every plan]. {childrens-social-care|police|probation} should
  [address that adult directly|hold that adult to account|write down what must change].
learn: Children do not [witness|overhear] abuse; they live [in it|with it].
  {schools-and-colleges|school-nursing|early-years} who [ask what home is like when people are
  cross|notice tiredness, tummy aches or a child who guards a sibling] and [share it|write it down
  in the child's words] give others [the reason to act|a true picture].
learn: Routine questions about abuse were [asked in front of the partner|asked through a
  relative|left blank on busy days].
  {midwifery|general-practice|emergency-department|health-visiting} need [a room, a moment and an
  interpreter who is not family|a way to see women alone] and should [ask again|record that it was
  not possible, and why].
learn: A conference on high-risk cases [heard about the adults at length|lasted nine minutes] and
  the [children|baby] [only in the last line|not at all].
  {police|domestic-abuse-services|childrens-social-care} should leave such a meeting knowing [who
  will see each child, and when|which action is for the child|what to do if there is another call
  tonight].
learn: Not every victim [looks afraid|is a woman|will name it]. [Anger|Drinking|Withdrawing a
  statement|Going back] can be [a way of surviving|a response to fear], and
  {police|childrens-social-care|general-practice} who [read it as choice|lost patience] [stopped
  seeing the risk|closed a door that might have been used].
past: Police had been called to the home [on five occasions|several times in two years|at three
  addresses], [most often by neighbours|usually late at night], and [statements were later
  withdrawn|the notices to children's social care were logged and closed|$name $was present each
  time].
past: $Their mother had [left $their father twice|been helped to a refuge|told a midwife that she
  was frightened], [before returning|and had been traced to the new address|though the entry was
  not read by those who followed].
past: $Their mother's partner [decided who could visit|opened her letters|controlled the money in
  the house], which [friends knew and services did not|a nursery worker had begun to notice|she
  described only after the events].
topic: the effect of domestic abuse on [children|babies and small children]
topic: how adults who use [violence|control] in the home are [spoken to and challenged|brought
  into plans]
topic: safety after parents separate
aim: [each report of domestic abuse is read against those before it|plans hold the abusing adult
  to account rather than the victim alone]
aim: women are asked about abuse alone, with an independent interpreter where one is needed
aim: every child in a household is [named, seen and spoken to|seen on their own] after a report of
  domestic abuse
do: make sure that actions for children are agreed and timed at every high-risk conference
do: commission help for [children who have lived with abuse|adults who want to stop abusing] in
  each [district|locality]
do: audit [thirty|forty|fifty] police notices to find out what each child then received

== parental-offending | who: probation police childrens-social-care
learn: A parent's [sentence|licence|arrest|release from prison] alters a child's home, and
  {probation|police} often [know the date before anyone|hold the address|are the only ones who
  do]. They should tell {childrens-social-care|schools-and-colleges|health-visiting} [in
  advance|within a day|before the visit that follows], and ask what [return|absence|a curfew at
  that address] will mean for the child.
learn: Checks on adults in the home [were done once|covered convictions only|missed the man who
  came at weekends]. {police} hold [intelligence short of conviction|call-outs and warnings|a
  pattern across addresses] that [matters to a child's safety|belongs in the assessment], and
  {childrens-social-care} need to know [how to ask for it|what may lawfully be shared].
learn: Violence towards [strangers|former partners|officers|animals] was treated as [separate from
  parenting|an adult matter|past]. {probation|childrens-social-care|police} should ask [who lives
  with this person|whether children see it|who has been afraid].
learn: Families of people in prison are [easily overlooked|often ashamed|short of money].
  {schools-and-colleges|voluntary-sector|early-help-services} can [ask a child who they miss|help
  with visits and letters|watch for the week of release] and [tell others what they see|offer
  steady company].
learn: {probation} wrote plans for [the adult|public protection] and {childrens-social-care} wrote
  plans for [the child|the family], with [different addresses|different conditions|different
  dates]. Where both are involved the plans need to be [read side by side|reviewed in one
  room|signed by both].
learn: Offending by a parent [was listed in a chronology|was known for years] without a view on
  [what it says about anger, planning or drink|whether the children were present|who else lived
  with the consequences]. A list is not an [analysis|assessment]; {childrens-social-care|police}
  need to [say what it adds up to|draw the thread].
past: $Their father [had served two short sentences|was on licence|had convictions for violence
  against a former partner], and [was not meant to live at the address|his release was not
  notified to children's social care|the conditions were known to probation alone].
past: [A search of the home|An arrest at the flat|A warrant executed at dawn] took place [with the
  children in the house|six months earlier], and [no referral followed|the children's names were
  not recorded].
past: $Their mother's partner was [awaiting trial|under supervision by probation|known to police
  in another force], [although she had not been told why|which came to light only afterwards].
topic: children whose [parent|carer] is under supervision, on licence or in prison
topic: what police and probation know about adults in the home
topic: the planning of a parent's release
aim: {probation} tell children's social care of every release to an address where a child lives
aim: checks on adults in a household cover [call-outs and intelligence as well as convictions|each
  regular visitor]
aim: children present at an arrest or a search are [named in the record and followed up|seen
  within two days]
do: agree a form of words by which police intelligence can be shared for [an assessment|a strategy
  discussion]
do: notify schools on the same day when [a parent is arrested at home|a child has witnessed an
  arrest]
do: review all current cases in which a supervised adult lives with a child under [two|five]

== court-orders | who: police family-courts childrens-social-care schools-and-colleges
learn: Non-molestation and [restraining orders|occupation orders] were [made and not known|kept in
  a kitchen drawer|thought to be the same].
  {police|schools-and-colleges|childrens-social-care|domestic-abuse-services} should know [what
  this one forbids|when it ends|whether a breach is a crime], and [ring when that person is seen
  at the gate|hold a copy].
learn: A breach was [excused as contact about the children|treated as the victim's fault for
  opening the door]. The order binds [the person named|one person, whoever does the inviting], and
  {police|probation|childrens-social-care} should [record each breach|tell the court], since
  [breaches foretell worse|one that is ignored teaches the next].
learn: Orders ran out [on a date nobody had noted|at a holiday].
  {domestic-abuse-services|childrens-social-care|police} should [put the date in the plan|ask her
  a month before], and [see what comes in its place|visit that week].
learn: Bail and licence conditions [allowed contact that the plan forbade|named an old address].
  {police|probation|family-courts} should ask {childrens-social-care} before [varying|setting]
  them, and {childrens-social-care} should [say what the children need|reply within the day].
learn: The private law hearing [knew nothing of the police file|heard allegations as new], and the
  criminal court [nothing of the children|of one household].
  {cafcass|police|childrens-social-care} should [bring papers across|ask each court what the other
  has], and [warn of clashing orders|find one person who reads both].
learn: Interim [care|supervision] orders were [a change in law with little change at home|misread
  by those who had to use them]. {childrens-social-care|health-visiting|schools-and-colleges}
  should learn from a lawyer [who now decides|what may be insisted on], and [put it in a paragraph
  for everyone|visit as often as before].
past: A non-molestation order [had expired in the autumn|forbade him to come within a street of
  the home], [and he was seen at the school twice|which the nursery had not been told|and calls
  were recorded as disputes].
past: Conditions of bail [were changed without notice|differed from the safety plan], [so that he
  could lawfully return|and $their mother learned of it from him].
past: The family court and the criminal court [sat in the same month|each heard part of the
  history], [and neither had the other's papers|and their orders did not match].
topic: court orders that protect children and adults
topic: breaches, endings and what is done
topic: passing papers between family and criminal courts
aim: those who see a child know which orders are in force and what to do if they are broken
aim: children's social care is asked before bail or licence conditions change
aim: end dates of orders are in the plan and followed by a visit
do: produce, with lawyers, a one-page guide to [protective orders|orders and breaches] for schools
  and health staff
do: set up a route by which [family court findings reach police|criminal courts hear of children's
  plans]
do: examine how [twenty|fifteen] breaches of orders were handled where children lived in the home

== offender-management | who: probation police childrens-social-care housing
learn: Integrated offender management [was unknown outside its own meetings|held detail that
  mattered to a baby]. {probation|police} should tell [children's services who is on the list and
  lives with children|what the scheme can do], and {childrens-social-care|health-visiting} should
  [ask to attend|learn whom to ring].
learn: The public protection panel discussed [the risk to partners and officers|accommodation and
  curfew], and [the children were described as the mother's|no one from their plan was there].
  {police|probation|childrens-social-care} should [name each child in the minutes|ask who may be
  met next].
learn: Supervision after release [was done by telephone|changed hands three times|counted
  appointments]. {probation} need [to see where a person lives and with whom|an unplanned visit],
  and to [tell {childrens-social-care} at once of a new relationship|check what is said with
  others].
learn: Risk was graded for [reoffending|theft], and [harm to a child|temper at home] was [another
  scale|not asked]. {probation|police|youth-justice} should say [what kind of harm, to whom, and
  when|what the grade does not cover], so that others [are not falsely calmed|read it rightly].
learn: Someone with a history of [violence|sexual offences] [moved in with a family who did not
  know|used a shortened name]. {police|probation|housing} have [schemes for telling a
  partner|power to disclose], and should [use them early|think of grandparents too], with
  {domestic-abuse-services|childrens-social-care} [ready to help when it is told|present].
learn: A treatment programme had been [completed and certificated|attended each week|waited for
  and then begun]. {probation|childrens-social-care} should ask the tutor [what was said about the
  children|what changed], and ask [the partner, safely|those at home], because [a certificate is
  not an outcome|words come easily in a group].
past: $Their father was [managed under an integrated scheme for offenders|supervised after a
  prison term], [and those at the child's meetings had not heard of it|as a risk to the public and
  not to children].
past: A risk panel had met [twice about a man in the household|in another area], [and its minutes
  did not mention $name|but disclosure to $their mother was put off].
past: He had [finished a programme on violence|kept every appointment with probation], [and was
  living at an address that no officer had visited|while a new relationship went unrecorded].
topic: the management of offenders who live with, or visit, children
topic: public protection panels and the children known to them
topic: telling a partner about a person's past
aim: panels that manage offenders name each child who may be affected and tell those who plan for
  them
aim: {probation} visit the homes of those they supervise where a child lives
aim: practitioners outside criminal justice know what offender management is and whom to ring
do: brief [health visitors and schools|social work teams] on integrated offender management, twice
  a year
do: invite children's social care to every panel on a person who has contact with children
do: audit [thirty|forty] cases under supervision for unrecorded children

== withdrawn-allegations | who: police childrens-social-care schools-and-colleges voluntary-sector
learn: A child who takes back what was said may be [afraid|sorry for someone|worn out by waiting].
  {police|childrens-social-care|schools-and-colleges} should ask [who has spoken to them
  since|what they thought would happen], and keep two questions apart: [whether there is a crime
  to pursue|whether the case can go on], and [whether this child is safe|what else protects them].
learn: The inquiry ended [when the statement was retracted|at the first no].
  {police|childrens-social-care} can still [gather what others saw|use messages, medical notes and
  patterns], and {family-courts|childrens-social-care} may [act on the balance of
  probabilities|protect without a conviction].
learn: A retraction was [filed as untrue|written as a lie], and the next disclosure [was met by
  it|was doubted]. Record [what was said each time|the setting and who was present], and let
  {schools-and-colleges|police|child-mental-health} [leave the door open|say that they would
  listen again].
learn: Delay, [ten months to a charging decision|four interviews by three officers], [wore down
  the will to go on|taught the child that it had been a mistake].
  {police|family-courts|voluntary-sector} should [give a date and keep it|offer one supporter
  throughout|explain each silence].
learn: The adult accused [was told the detail the same night|lived next door|rang every day].
  {police|childrens-social-care} should [use bail conditions and check them|think about the phone
  as well as the door], and treat [contact before a retraction|a change of heart after a visit] as
  [information|a ground for asking more].
learn: Adults withdrew too: [a mother|a grandmother|a former partner] [recanted before court|asked
  for charges to be dropped]. {police|domestic-abuse-services} should expect it, [build the case
  on other evidence|see what it cost to speak], and ask {childrens-social-care} to [look again at
  the children|reckon with what was first said].
past: $Name had [told a teacher of abuse|given an interview], and [withdrew it within the
  week|said later that it was made up], [after a weekend at home|and no further inquiries were
  made].
past: An allegation made [two years before|at primary school] was recorded as
  [retracted|unfounded], [and coloured how later words were heard|though what $they had first said
  was detailed].
past: The police decision took [nine months|over a year], [by when $name no longer wished to
  speak|and no one had rung in the meantime].
topic: children who withdraw, or do not wish to pursue, an allegation
topic: protection that does not depend on a statement
topic: support for children through an inquiry
aim: when an allegation is withdrawn, the child's safety is considered afresh
aim: records keep the first account beside the retraction, with its circumstances
aim: each child in an inquiry has one supporter and a date for the next news
do: review [twenty|thirty] withdrawn allegations for what was done to keep the child safe
do: agree with prosecutors how cases can go on without the child's evidence
do: set a limit on how long a child waits to hear from the officer in the case
"""

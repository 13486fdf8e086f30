"""What reviews say about babies, before birth and after."""

BABIES = """
== vulnerability-of-babies | who: health-visiting midwifery childrens-social-care general-practice
learn: A baby cannot [walk away|tell|wait]. Worries that might be [watched for a
  month|managed|discussed at the next meeting] for an older child [need an answer this week|call
  for a visit today], and {health-visiting|childrens-social-care|police} should [say how old the
  child is in the first line|count in days].
learn: Crying [peaks at six to eight weeks|is normal, and can be more than a tired adult can
  bear]. {midwifery|health-visiting|general-practice} should speak of it [before it starts|to
  everyone who will hold the baby], and ask [what they do when it will not stop|whom they hand
  over to] without [alarm|blame].
learn: Plans counted the needs of [the mother|older brothers and sisters|the adults' dispute] and
  [left the baby in brackets|said that the baby was too young to be affected].
  {childrens-social-care|health-visiting|police} should write [one paragraph about the baby
  alone|what this baby needs by Friday].
learn: Small things came together in the first [six|ten|twelve] weeks: [an early discharge, a
  cancelled visit and a new partner|low weight, low mood and no heating].
  {health-visiting|midwifery|general-practice} each [held one piece|saw a part], and a [ten-minute
  call|shared list of worries] would have [shown the sum|brought a visit forward].
learn: The baby was [dressed, asleep and passed round|in a seat in the corner] at each contact.
  See babies [awake and undressed|fed and changed|lying free on the floor];
  {health-visiting|general-practice|early-years} can [ask with a smile|make it routine], and note
  [movement, marks and mood|how the parent's face answers].
learn: Twins, babies born early and those who [feed slowly|have been in special care] ask more of
  parents [than one visit a month can meet|who already had little].
  {health-visiting|early-help-services|neonatal-and-intensive-care} should [offer more before it
  is asked for|plan for the hard weeks], and [keep going through the first year|weigh the parents'
  sleep as well as the babies].
past: The baby was [seen at home twice|weighed at clinic on four occasions|visited by the health
  visitor every three weeks], [always asleep|dressed warmly and in a seat], [and feeding was the
  only worry noted|with an older child taking most of the attention].
past: [Feeding was slow and weight fell across two lines|The crying was described as
  constant|Reflux had been diagnosed], and $their parents [said that they were exhausted|asked
  several people for advice|were told that it would pass].
past: In the first weeks [three visits were cancelled|the family moved|$their mother went back to
  work], [and the six-week check was late|so that the baby was seen by nobody for some time].
topic: the [particular vulnerability|safety] of babies
topic: what is known and offered in the first [weeks|hundred days] of life
topic: crying, and how parents are helped to cope
aim: worries about a baby are answered [within two days|the same week]
aim: babies are seen awake and undressed at [core contacts|each assessment]
aim: every person who cares for a baby has been spoken to about [crying and coping|safe handling]
do: adopt one message about crying, from [booking to the six-week check|the antenatal class to the
  nursery]
do: put [the child's age in weeks|a line about the baby alone] at the head of each record
do: bring forward the visit of the health visitor when [two|three] agencies share a worry about a
  baby

== pre-birth-assessment | who: midwifery childrens-social-care health-visiting adult-mental-health
learn: The assessment began [in the thirty-fourth week|after the birth|when the baby was due],
  because [each agency waited|it was thought too soon|the booking was late].
  {midwifery|childrens-social-care} should [start by twenty weeks|agree dates at the first
  meeting], since [parents can change more with time|a plan made in a hurry is a plan for adults].
learn: Concealed or late-booked pregnancy was [explained by a busy life|noted with a tick].
  {midwifery|general-practice|emergency-department} should ask [what made it hard to come|who does
  not know|what happened last time], and [share the answer early|bring others in].
learn: Earlier children had been [removed|placed with relatives|the subject of a plan], and the
  new pregnancy was treated as [a fresh start|the same story again].
  {childrens-social-care|midwifery} should ask [what is different|what has been learned], with
  [evidence for each side|the parents in the room].
learn: The plan for birth said [who may visit|what to do if labour starts early], and [no one on
  nights had it|it was in the wrong notes]. {midwifery|hospital-services} need [one page|a flag
  that opens], and {childrens-social-care} need [to be rung at any hour|to give a name].
learn: Fathers[ and grandparents|] were [missing from the assessment|checked, not met]. Before a
  birth {childrens-social-care|midwifery|probation} should [see where the baby will sleep|meet
  each adult who will be there at night] and ask [what each is looking forward to|what worries
  them].
learn: Hope rested on [a residential assessment|a parent's promise|a mother's mother]. Pre-birth
  work should test [each support on a bad day|what happens if it falls through] and [write a
  second plan|name a date for deciding], with {childrens-social-care|family-courts|midwifery}
  [ready|all in possession of it].
past: The pregnancy was [booked at twenty-six weeks|hidden from relatives], and [an assessment
  begun in the last month was not complete at the birth|a pre-birth meeting was planned and did
  not take place].
past: An older child had [been adopted|gone to live with grandparents], [and the new pregnancy was
  not linked to those files|which $their parents spoke of openly].
past: A birth plan had been agreed [with conditions|four days before the due date], [but the ward
  had an earlier version|and the baby came early, on a bank holiday].
topic: assessment and planning before a birth
topic: late booking and hidden pregnancy
topic: plans for the [maternity ward|first days]
aim: assessments before birth begin by [twenty weeks|the middle of pregnancy] and end before the
  baby is due
aim: {midwifery} on every shift can find and use the birth plan
aim: assessments before birth include [fathers and other adults in the home|the history of earlier
  children]
do: agree a timetable for work before birth, with [weeks and names|one owner for each step]
do: sample [twenty|thirty] pregnancies in which an older child was removed
do: write a protocol for late or concealed pregnancy with [ambulance crews, midwives and social
  workers|emergency departments]

== safer-sleep | who: health-visiting midwifery housing general-practice
learn: Advice on sleep was [given, ticked and signed for|a leaflet in a bag of leaflets].
  {health-visiting|midwifery} should ask to [see where the baby sleeps|hear about last night], and
  talk through [the night that goes wrong: a party, an illness, a sofa|what they will do when both
  are worn out].
learn: [Drink|Cannabis|Sedating tablets|Smoking] changes what is safe, and the
  {health-visiting|midwifery|early-help-services} giving advice [had not been told of it|knew and
  did not link the two]. {substance-misuse-services|general-practice} can [give the same
  message|share what they know about evenings].
learn: A [Moses basket|travel cot] is no use [to a family in one room|if it stands in another
  house|when it is full of washing]. {housing|early-help-services|childrens-social-care} should
  [provide one the same day|ask on moving day], and {police} attending at night can [look for
  it|mention it].
learn: Babies born [early|small|to parents who smoke] are at greater risk on [a shared surface|a
  sofa], and their parents [had been told less because they were in special care|heard it once in
  a bad week]. {neonatal-and-intensive-care|health-visiting} should [say it again at home|show
  rather than tell].
learn: The message must reach [whoever has the baby tonight|grandparents and babysitters|fathers
  too]. {health-visiting|midwifery|voluntary-sector} can [ask who else puts the baby down|leave a
  card by the cot], and [admit that nearly every parent falls asleep with a baby at some time|talk
  about real nights] so that people [answer truthfully|plan].
learn: The wider story was in view: [moves|low mood|heavy drinking|no heating] and a baby's sleep.
  {childrens-social-care|health-visiting|police} should treat [out of routine nights|where the
  baby sleeps] as [a question for every plan|a matter for all agencies], not [a health visitor's
  task alone|a leaflet].
past: Safer sleep had been [discussed at the first visit|recorded as discussed three times], [and
  the cot was in another room|though nobody asked about weekends|while the family shared one
  mattress].
past: The family had [been to a gathering that evening|moved that week and left the cot behind],
  and [$name $was sleeping on a sofa with an adult|all of them were sharing a bed].
past: $Their parents smoked, and [one of them had been drinking|both were very tired], [which
  services knew in general but had not joined to advice about sleep|after several broken nights].
topic: safer sleep in homes where [adults drink or use drugs|life is crowded and changing]
topic: how safer sleep is talked about and [seen|checked]
topic: nights out of the usual routine
aim: the place where a baby sleeps is seen, not asked about, [at the new-birth visit|on each move]
aim: advice on sleep is tailored to [drink, smoking and crowding|the risks in that home] and given
  to every carer
aim: every agency that enters homes at night can give [the same short message|a cot within a day]
do: buy a stock of [travel cots|Moses baskets] that any agency may hand out
do: work with parents to film [two real nights|their own advice], and use it [in clinics|on the
  wards]
do: add a question about sleep to [the police form for children in the home|housing sign-up
  visits]

== bruising-in-babies | who: general-practice hospital-services health-visiting
  childrens-social-care
learn: Babies who cannot [crawl|roll|pull to stand] rarely bruise. A mark on [an ear|a cheek|the
  chest] of such a baby [needs a paediatrician the same day|is a medical question before it is a
  parenting one], and {general-practice|health-visiting|early-years} should [not wait for a
  second|follow the protocol even when the family is liked].
learn: The explanation was [a dummy|a sibling with a toy|a car seat|wind], and [it sounded
  likely|no one asked to see the toy]. {hospital-services|general-practice|emergency-department}
  should set each account beside [what the baby can do|where the mark is|the time it was noticed],
  and [ask a senior colleague|write the words down].
learn: [A photograph on a phone|A mark that had faded|A tiny bleed in the eye|Blood in the mouth]
  was [seen in passing|shown to a nursery nurse|mentioned to a midwife], and [not recorded|put
  down to birth]. Such signs are [easily lost|warnings], and
  {midwifery|health-visiting|early-years} should [map them on the day|ring for advice before
  leaving].
learn: A birthmark[ or blue spot|] was [assumed, not checked|noted in one record only].
  {midwifery|neonatal-and-intensive-care|health-visiting} should [draw it at birth|share the
  drawing], for it [spares families suspicion|lets a bruise be seen for what it is].
learn: Staff [feared upsetting the parents|did not want to be wrong|thought of what a referral
  sets going]. A standing rule, [the same for every baby|known to parents from the start], [takes
  the choice off one person's shoulders|makes it ordinary], and {general-practice|health-visiting}
  should [say so kindly|explain it in pregnancy].
learn: Tests found [no bone disease|no disorder of clotting], [the meeting closed|the baby went
  home], and nobody asked [what then had caused it|who had been with the baby].
  {hospital-services|childrens-social-care|police} should end such a meeting with [a view, even an
  uncertain one|what we do not know written down].
past: A small bruise had been seen [on $name's cheek|near an ear] [three weeks earlier|at a
  clinic|by a nursery worker], and [was thought to come from a toy|a photograph was taken but no
  referral made|faded before the doctor's appointment].
past: A doctor [accepted that a sibling had caused the mark|recorded a blood vessel broken by
  crying], [without being told that $they $were not yet rolling|and asked to see $them again in a
  week].
past: Staff [followed the bruising protocol|rang for advice], [but the examination was carried out
  by a junior doctor|and were reassured by telephone].
topic: [marks and bruises on babies who are not yet mobile|bruising in babies]
topic: how explanations for an injury are weighed
topic: recording birthmarks
aim: every baby who is not mobile and has a mark is examined by a senior paediatrician the same
  day
aim: explanations for marks are checked against what the baby can do
aim: {early-years} and {general-practice} know the bruising protocol and [use it without
  exception|have used it in practice]
do: relaunch the bruising protocol for [receptionists, nursery staff and out-of-hours
  doctors|everyone who sees babies]
do: record birthmarks on a body map at [birth|the six-week check]
do: audit [each bruise|fifteen cases of bruising] seen in a baby under six months over a year

== safe-handling | who: midwifery health-visiting early-years neonatal-and-intensive-care
learn: Everyone who [holds|bathes|comforts] a baby needs to hear [why a baby must never be
  shaken|how quickly harm is done|that it is right to put the baby down and walk away].
  {midwifery|health-visiting|neonatal-and-intensive-care} told [mothers, on the ward|one parent],
  and [the person who was alone with the baby had never been told|others were out].
learn: Talk of coping works when it is [practical|repeated|about this baby and this flat].
  {health-visiting|midwifery|early-help-services} can ask [which room they will go to|who picks up
  the phone at two|what they will say to each other], and [rehearse it|write it on the fridge].
learn: Messages differed: [one leaflet said soothe, another said leave|hospital and community used
  other words]. {midwifery|health-visiting|general-practice|early-years} should [agree one
  text|say the same four things], [grounded in research|tested with fathers], at each routine
  contact.
learn: [Tight swaddling|Rough play|A bounce too high|An arm pulled through a sleeve] was [seen and
  smiled at|mentioned gently]. {health-visiting|early-years|neonatal-and-intensive-care} should
  [show another way on the spot|note it and tell], since [how a baby is handled in company is at
  its best|small signs are all there may be].
learn: Raising the danger of shaking [was feared to offend|was left to posters]. Parents in the
  review [were glad to be told|asked why no one had said it to the men|said that honesty helped].
  {midwifery|health-visiting} can [begin with their own hard night|make it part of going home].
learn: Carers with [a quick temper|little sleep|untreated pain|a screen in hand] [were known to
  one service|had asked for help]. {general-practice|adult-mental-health|probation} who meet a new
  father should [ask about the crying|pass on the worry], and {health-visiting} should [follow it
  up in person|see them together].
past: $Their mother had been given [a leaflet on crying|advice on the ward], [and $their father
  had not|in the hours after a long labour].
past: A visitor noticed that $name $was [held awkwardly|swung playfully by one arm|put down hard],
  [and spoke of it to a colleague|and showed $their father another way].
past: $Their father told [his doctor|a friend|the drug service] that the crying [went through
  him|made him feel useless], [and was advised to get more rest|and it was not passed to the
  health visitor].
topic: safe handling of babies and the prevention of [abusive head trauma|shaking]
topic: the same message to [mothers, fathers and every other carer|each person who holds the baby]
topic: coping with crying
aim: safe handling is talked about at each routine contact with everyone who cares for the baby
aim: records show who was told about crying and coping, by name
aim: fathers and partners hear the message about [shaking|coping] in person [before the baby is a
  month old|on the ward]
do: replace $its several leaflets with one, [agreed by midwives, health visitors and GPs|tested
  with new fathers]
do: put a short film about crying [on the ward|into the antenatal class] and talk about it
  afterwards
do: check each year how staff in contact with babies [keep abusive head trauma in mind|are
  trained]
"""

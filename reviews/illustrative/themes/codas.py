"""Second sentences that may follow a learning point, by the group of themes they suit."""

CODAS = """
== general
learn: Ask [again|later|another day], and [differently|in other words|with someone else present].
  +professional-curiosity
learn: [The first answer|A calm answer] is where [the conversation|inquiry] starts.
  +professional-curiosity
learn: [A second question|One more question], [kindly put|asked without hurry], is [never an
  accusation|part of good care]. +professional-curiosity
learn: Supervision is the place to ask [what has been left out|what we would rather not see|whose
  voice is missing]. +supervision
learn: [Bring it|Take it] to [group|joint] supervision [before the next visit|when it has gone
  quiet|within the month]. +supervision
learn: A [supervisor|manager] who [reads the file|comes along once] will [see it sooner|ask a
  different question]. +supervision
learn: [Write down|Record] who was [told|asked], [when|on what day] and [what they said|what they
  will do]. +record-keeping
learn: An entry made [the same day|within hours] is worth [a page of memory|three written later].
  +record-keeping
learn: [Tell|Let] {health-visiting|schools-and-colleges|general-practice} know [the same day|by
  telephone|before the weekend]. +information-sharing
learn: If in doubt, [ring|share it and note why|ask the named nurse or lead]. +information-sharing
learn: Somebody [who sees the child daily|else] may [hold the missing part|know already]; ask
  [them|who]. +information-sharing
learn: Then ask what it [means for|looks like to] [the child|each child in the home|the youngest].
  +voice-of-the-child
learn: The test is [what a child would notice|whether the child's day is any different|what the
  child says a month later]. +voice-of-the-child
learn: Children [in the review|who were asked] [said as much|noticed this before the adults did].
  +voice-of-the-child
learn: [Where agencies disagree|If the answer is no], [say so in the meeting|use the escalation
  steps|go up a level the same day]. +escalation-and-challenge
learn: Staff [are entitled|should feel able] to [press the point|ask for the decision to be looked
  at again]. +escalation-and-challenge
learn: [Put it beside what is already known|Read it with the earlier contacts], [not by itself|as
  one more part of a pattern]. +cumulative-harm
learn: Each sign was [small|explained]; [together|over a year] they [were not|made a pattern].
  +cumulative-harm
learn: Say what else it [could|might] be, and what would [change your mind|settle it].
  +critical-thinking
learn: A good [spell|report] is [welcome|encouraging] and [must be tested|is not evidence by
  itself]. +critical-thinking
learn: [No single agency|No one alone] could have [seen|known] this; [two together|a conversation]
  might have. +multi-agency-working
learn: [Agree|Decide] who [leads|acts first], and [by which day|what happens if they cannot].
  +multi-agency-working
learn: [Use words|Choose words] that [the family|the child, grown up,] could read [without
  flinching|and recognise]. +language-in-records
learn: This takes [time|practice|a calm head], and [managers must protect it|training alone will
  not give it]. +workforce-and-training
learn: Leaders should [know how often this happens|ask to see it done|look for it on a visit].
  +leadership-and-culture
learn: [Assessment|An assessment] that [passes over this|leaves it out] is [half done|a
  description, not an assessment]. +assessment
learn: Other reviews have [found the same|said as much]; the question is [what gets in the way|why
  it is hard].
learn: [Practitioners|Staff] told the review that they had [wanted to|meant to], and that [time
  ran out|nobody had asked].
learn: In this case [two months passed|a summer went by|nine weeks went by] before [anyone did|it
  was noticed].
learn: Where this [was done|happened], [even late|if only once], [it helped|the family
  noticed|others followed].
learn: [It need not take long|Ten minutes may do]; it does need [someone whose task it is|to be
  done].
learn: [Policies|Good intentions] existed; [habit|want of time] counted for more.
learn: A [checklist|template|flowchart] can [prompt this|jog the memory]; it cannot [replace
  judgement|notice a flinch|hear hesitation]. +critical-thinking
learn: [Courtesy|Warmth|Deference] should not [blunt the question|postpone it].
  +professional-curiosity
learn: [Silence|Haste|Fatigue|Embarrassment] [is contagious|spreads through a team]; [somebody
  must break it|a good chair notices]. +supervision
learn: A [sketch|chart|timeline] on one sheet [often reveals|may show] what [twelve letters|a
  bundle of minutes] obscured. +record-keeping
learn: [Rehearse|Practise] the [awkward|delicate] sentence [aloud|with a colleague] beforehand.
  +workforce-and-training
learn: What is [urgent|noisy] can [crowd out|eclipse] what is [grave|quiet], and [diaries should
  allow for that|leaders can redress it]. +leadership-and-culture
learn: A [lone voice|dissenting note] deserves [an acknowledgement|gratitude and a reply], [even
  if mistaken|whoever is right]. +escalation-and-challenge
learn: [Brothers and sisters|Other children nearby|Cousins and grandchildren] may be [affected
  too|living the same days]. +think-family

== parents
learn: Parents [said|told the review] that [being asked would have helped|they would have
  answered].
learn: [Respect|Plain speech] and [persistence|worry for the child] [can go together|do not
  conflict]. +family-engagement
learn: Ask [the father|the other parent|both parents] as well, [at a time that suits|separately].
  +unseen-men
learn: [Think of|Look at] the whole household, [adults and children alike|not the patient alone].
  +think-family
learn: [A grandparent|A relative|A neighbour] [may|often will] know, and [may be glad to be
  asked|should be called back]. +wider-family
learn: What [is offered|helps] must [fit the family's week|be something they can use].
  +family-engagement
learn: [Practical help|Something useful this week] [opens doors|earns a hearing] that
  [advice|assessment alone] does not. +early-help

== babies
learn: With a baby, [days matter|count in days and not weeks|waiting is a decision].
  +vulnerability-of-babies
learn: Include [whoever has the baby at night|fathers and partners|each person who holds the
  baby]. +unseen-men
learn: [See|Look at] the baby [awake|undressed|in a parent's arms], and [describe it|write what
  you see]. +vulnerability-of-babies
learn: A baby's face [is|may be] the [plainest|only] account there is. +voice-of-the-child

== young
learn: Keep [one trusted adult|the worker they talk to] [in place|through every change].
  +continuity-of-workers
learn: [Seventeen|Sixteen] is [still childhood|young], [in law and in need|whatever the manner].
  +legal-literacy
learn: [Ask|Find out] what [school|a day with nothing in it] [offers|means] to [them|a young
  person at risk]. +children-not-in-school
learn: [Assume nothing from|Look past] [confidence|a hard manner|silence]. +professional-bias
learn: [Friends|A friend] often [knew first|knew more than any service].
learn: Ask about [nights|the phone|friends met online], [without alarm|as a matter of course].
  +online-safety
"""

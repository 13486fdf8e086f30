"""What reviews say about what is said, heard and written."""

WORDS = """
== voice-of-the-child | who: childrens-social-care schools-and-colleges police school-nursing
learn: [The child|The youngest|A sister] was seen [often and heard little|in the sitting room,
  with adults present|by eleven people once each].
  {childrens-social-care|schools-and-colleges|police} should [meet alone|go for a walk|use drawing
  and play], [several times|with the same person], and write down [the words used|what was not
  said].
learn: Babies and toddlers speak [in weight, sleep and gaze|by stiffness or stillness|through who
  they reach for]. {health-visiting|early-years|midwifery} can [describe a day from the cot|record
  what the baby does when a parent comes near], and such a note is [evidence|the child's own
  account].
learn: Children [told in pieces|told a dinner lady|tried it out as a joke|wrote it in a story].
  The first adult should [listen, not lead|thank them|say what happens next], and
  {schools-and-colleges|school-nursing|voluntary-sector} should [pass on the exact words|not wait
  for more].
learn: Views were collected on [a form with smiling faces|the morning of the conference], and
  [changed nothing|did not reach the chair]. A child who has spoken should be told [what was
  decided and why|what could not be done], by someone [they know|they chose], or
  {childrens-social-care} [teach them not to bother|lose the next confidence].
learn: When a child says that [all is fine|they want to go home|they made it up], ask [who was
  within earshot|what would happen if they said otherwise]. {childrens-social-care|police|cafcass}
  should set words beside [drawings and nightmares|behaviour at school|what brothers and sisters
  show].
learn: [Quiet children|Boys who fight|Teenagers with a temper|Children in large families] were
  [easier to overlook|harder to hear]. {schools-and-colleges|youth-justice|childrens-social-care}
  should notice [whose name is missing from the record|whom nobody has seen alone], and [start
  there|ask again].
learn: [A text|A diary|Something said to a friend] held [what the adults needed to know|the
  plainest account], and [no one had asked to see it|it was found afterwards]. Ask children [how
  they like to be reached|who they tell], and let
  {schools-and-colleges|school-nursing|voluntary-sector} [be that person|open the door for
  others].
past-6: $Name [$was seen by nine professionals, seldom alone|told a teaching assistant about being
  scared at night|said little and watched the door], and [the words were summarised rather than
  written down|nothing in the file is in $their own words].
past-6: [A drawing|A story written in class|A remark to a dinner lady] [was kept by the
  school|troubled a teacher], [though no one asked $them about it|and was mentioned at the end of
  a meeting].
past-6: $Name asked [to stay with a grandparent|not to be sent home|for a different worker], and
  [the reasons were not explored|was told that it would be looked into].
topic: how children are [seen, heard and answered|listened to]
topic: what babies and small children show us
topic: children's own words in [records and reports|meetings]
aim: children are seen alone by someone they know, and their words are written as they were said
aim: each child is told what was decided and [why|what their words changed]
aim: records of babies describe what the baby [does and shows|is like with each parent]
do: use the words of [$name|children in this review] in [$its training|supervision], with
  permission
do: read [forty|thirty|fifty] records to see how many hold a sentence spoken by the child
do: ask a group of young people to judge [whether meetings hear them|how $its workers listen]

== language-in-records | who: all-agencies childrens-social-care police schools-and-colleges
learn: [‘Doing well’|‘No concerns’|‘Settled’|‘Appropriate’] [told the reader nothing|was written
  on nine pages]. {health-visiting|schools-and-colleges|childrens-social-care} should put [what
  was seen and heard|the child's words|a detail a stranger could picture] in its place, and [say
  compared with what|leave praise for what is known].
learn: Letters said that [a child ‘failed to attend’|a mother ‘disengaged’|a father was
  ‘uncooperative’], and the reader [learned whose fault it was before what happened|pictured an
  adult]. {hospital-services|schools-and-colleges|child-mental-health} should write [who did
  what|what got in the way], in words [a child could read at twenty|they would use to the family's
  face].
learn: Phrases that blamed a child, such as [‘puts herself at risk’|‘attention-seeking’|‘sexually
  active’|‘beyond control’], [moved from log to log|shaped the plan].
  {police|placement-providers|schools-and-colleges} should [stop and rewrite|say what was done to
  the child and by whom], and managers should [send such entries back|keep a list of better
  words].
learn: Euphemism [spared the writer|kept meetings polite]. [‘Rough handling’|‘Inappropriate
  contact’|‘Volatile relationship’|‘Historic issues’] might mean [a blow|abuse|fear], and
  {childrens-social-care|police|general-practice} should [use the plain word|quote and explain].
learn: Acronyms and [shorthand|slang] left [parents lost|a new worker guessing], and two agencies
  used one set of letters for [different plans|two meetings]. {all-agencies} should [write it out
  once|read a page aloud], and expect that [the child will ask for the file one day|someone
  outside must understand it].
learn: A sentence from an old report, [half remembered|copied without its date], [became a
  fact|was read in court]. {childrens-social-care|cafcass|police} should give [source, date and
  who said it|the doubt along with the claim], and [correct in every copy|ring the author].
past-6: Records described $name as [‘doing well’|‘resilient’|‘hard to engage’], [without saying
  how anyone knew|in the weeks before the incident], [and the phrase was copied into three
  reports|where a description was needed].
past: The home was called [‘chaotic’|‘lively’|‘adequate’], [a word that meant different things to
  the nurse and the officer|and no entry said what was there].
past-11: Entries about $name spoke of [‘choices’|‘lifestyle’|‘risk-taking’], [and seldom of the
  adults involved|which staff found painful to read again].
topic: words in records that describe rather than judge
topic: language about children who are [harmed|exploited]
topic: plain writing
aim: records describe what was seen, said and done, in words that the child could later read
aim: language that blames a child is sent back for rewriting
aim: letters to families avoid abbreviations and say what happens next
do: publish a page of words to avoid and [words to use in their place|plain alternatives], written
  with young people
do: sample [forty|sixty] entries a quarter for words such as ‘appropriate’, ‘settled’ and ‘fine’
do: ask [care leavers|parents] to read anonymised records and say how they sound

== record-keeping | who: hospital-services police childrens-social-care schools-and-colleges
learn: The call was [made and not logged|written up nine days later|in a notebook], so that
  [nobody could show that the warning was given|the night shift began without it].
  {police|hospital-services|schools-and-colleges} should [record on the day|write who was told and
  what they said].
learn: Records were kept [in three systems|on paper at the clinic and on screen at the
  hospital|under two spellings of the name].
  {hospital-services|general-practice|childrens-social-care} should [check spellings and former
  names|link brothers and sisters], and not assume that [no record means no history|someone else
  has looked].
learn: [Minutes|Plans|A decision not to act] came [after six weeks|without names against tasks|to
  last year's address]. {childrens-social-care|police|safeguarding-partnership} should send [the
  actions the same day|three lines by nightfall], and let [the full minutes follow|each person
  reply if it is wrong].
learn: A decision was recorded, [its reasons were not|in one word]. [Why|What else was
  considered|Who disagreed] is what {childrens-social-care|police|hospital-services} will need [at
  the next crisis|in a year], and what [a family is owed|review depends on].
learn: [Nicknames|Misspellings|Maiden names|Stale addresses] and [duplicate files|missing dates]
  [hid the connection between two children|split one history into three].
  {general-practice|police|hospital-services|schools-and-colleges} should [ask for every name that
  has been used|confirm details aloud], and [merge what belongs together|flag what cannot be
  merged].
learn: A flag on the system [meant a closed case|had been set in error|was invisible to the ward].
  {emergency-department|police|general-practice} should know [what each flag asks of them|who
  removes it], and [test them twice a year|look past the coloured square].
learn: Observations of [the parents together|a child on waking|the state of the stairs] were
  [spoken at handover|thought too small]. {early-years|hospital-services|health-visiting|housing}
  should [write them in ordinary words|keep opinion apart], for [small things make the pattern|a
  reader months later may need them].
past: A telephone call between [the surgery and the social worker|a nurse and the duty team] was
  [remembered differently by each|not recorded by either], [so the worry it carried was lost|and
  nothing followed].
past: $Name appeared [under two surnames|with three dates of birth] in local systems, [and earlier
  visits to hospital were not linked|so checks came back clear].
past: Minutes of the meeting reached [some of those present|the school] [two months later|after
  the next meeting], [and tasks had not been done|with one action missing].
topic: records that are made on the day and can be [found|understood by others]
topic: decisions and their reasons
topic: flags, names and linked files
aim: warnings and decisions are recorded the same day, with reasons and the name of whoever was
  told
aim: actions from a meeting reach every member [within a day|before nightfall]
aim: siblings, former names and addresses are linked across each agency's system
do: check [fifty|eighty] records against the calls that other agencies say they made
do: agree across agencies what each flag means, who sets it and who takes it off
do: send action lists on the day of every [conference|strategy discussion], minutes to follow
"""

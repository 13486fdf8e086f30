"""Words around a name that say whose it is: a family's, an author's, a body's, a law's."""

import re

from reviews.editing.checks.wordlists import one_of

_KIN = (
    "mother|father|mum|mam|dad|parents?|step-?father|step-?mother|step-?dad|step-?mum|grandmother"
    "|grandfather"
    "|grandparents?|nan|gran|aunt|aunty|auntie|uncle|brothers?|sisters?|siblings?|half-?brother"
    "|half-?sister|sons?"
    "|daughters?|child|children|boy|girl|baby|toddler|infant|partner|husband|wife|boyfriend"
    "|girlfriend|fianc[ée]e?"
    "|ex-?partner|cousin|twins?|carers?|foster (?:carer|mother|father)|childminder|man|woman|men"
    "|perpetrator"
    "|defendant|victim|deceased|lodger|neighbour|friend|pupil|teenager|half-?sibling|step-?son"
    "|step-?daughter"
    "|young person|young people|young man|young woman|patient|murderer|offender|stranger"
)
# The end of what stands before a name: "her mother, ", "a boy called ", "whose real name is ".
KIN = re.compile(
    rf"(?i:\b(?:{_KIN})(?:['’]s)?(?: ?\((?:[^()]{{1,12}})\))?)(?:(?i: (?:was|is|were|then|also"
    rf"|later|aged [0-9]+|age [0-9]+))"
    r"{0,2})[\s,:(–—\-\"'“‘]{1,4}$"
)
CALLED = re.compile(
    r"(?i:\b(?:called|named|known (?:to \w+ )?as|aka|a\.k\.a\.|née|nee|alias|name (?:is|was|of|:)"
    r"|names (?:are|were|of)"
    r"|formerly|birth name|maiden name|re|murder of|killing of|manslaughter of|death of|abuse of"
    r"|funeral of|married|arrested|convicted|lived with"
    r"|living with|cared for by|placed with|murdered by|killed by|abused by|assaulted by"
    r"|relationship with|stayed with"
    r"|staying with|son of|daughter of|mother of|father of|parents of))[\s,:(\"'“‘]{1,3}$"
)
OWN_NAME = re.compile(
    r"(?i:\b(?:real|full|birth|legal|actual|true|first|given|sur|last|family|maiden)[ \-]?names?"
    r"(?: (?:is|was|being|of))?|\bnée|\bname ?:)[\s,:(\"'“‘]{1,3}$"
)
TITLE = one_of("""
    mr mrs ms miss master mx
""")
HONOUR = one_of("""
    lord lady sir dame baroness baron professor prof justice judge hhj king queen prince
    princess pope president minister mp councillor cllr reverend rev bishop archbishop canon
    rabbi imam st saint ss santa secretary commissioner ombudsman chancellor author chair
    reviewer director scrutineer adviser editor chief executive constable sergeant sgt inspector
    superintendent detective dc ds di dci dsu dcs pc ps commander captain major colonel sister
    nurse matron mayor sheriff ambassador senator the dr doctor gp coroner
""")
# One of these stands near where KIN or CALLED find something: quicker to see.
CUES = one_of("""
    mother father mum mam dad parent parents stepfather step-father stepmother step-mother
    stepdad step-dad stepmum step-mum grandmother grandfather grandparent grandparents nan gran
    aunt aunty auntie uncle brother brothers sister sisters sibling siblings half-brother
    halfbrother half-sister halfsister son sons daughter daughters child children boy girl baby
    toddler infant partner husband wife boyfriend girlfriend fiance fiancee ex-partner expartner
    cousin twin twins carer carers childminder man woman men perpetrator defendant victim
    deceased lodger neighbour friend pupil teenager half-sibling step-son stepson step-daughter
    stepdaughter person people patient murderer offender stranger called named known aka a nee
    alias name names formerly re of married arrested convicted with for by
""")
# What is named after somebody, and is nobody.
NAMED_AFTER = one_of("""
    hospital hospice infirmary school academy college university nursery centre center church
    chapel cathedral mosque street road avenue lane close drive crescent terrace grove gardens
    way place square house court park hall lodge building ward wing unit clinic surgery practice
    trust foundation charity institute institution society association inquiry law laws act rule
    rules protocol award awards fund scheme programme project model scale index test
    questionnaire profile framework guidelines guideline competence competency judgment ruling
    principle principles syndrome disease method theory campaign training group services service
    limited ltd llp plc press publishers publishing report commission council partnership
    library museum theatre club team tool inventory checklist convention declaration memorial
    prize lecture fellowship bank stores supermarket airport station bridge river hotel pub inn
    estate assessment technique approach pathway tables clause amendment legacy plan standards
    charter panel report's
""")
_ROLES = (
    "chair|chairs|chairman|chairperson|chairwoman|author|authors|co-author|reviewer|reviewers"
    "|director|commissioner|minister"
    "|secretary of state|inspector|professor|judge|coroner|ombudsman|scrutineer|consultant"
    "|executive|editor|researcher|mp"
    "|qc|kc|obe|mbe|cbe|lecturer|solicitor|barrister|recorder|manager|head of|superintendent"
    "|constable|facilitator|advis[eo]r"
    "|trustee|founder|president|lead|registrar|academic|psychologist|fellow|deputy|counsel"
    "|politician|philosopher|campaigner"
    "|officer|councillor|sociologist|psychiatrist|paediatrician|author’s|journalist|historian"
    "|nurse|representative"
)
# Roles that nobody in a family has in a review, while a mother may be a nurse.
_WRITERS = (
    "chair|chairman|chairperson|chairwoman|author|authors|co-author|reviewer|reviewers|scrutineer"
    "|facilitator|minister|commissioner|coroner|judge|ombudsman|professor|consultant|academic|researcher"
)
# "led by Jane Smith", "Report author: Jane Smith", "Smith and Jones in their study".
ROLE_BEFORE = re.compile(
    rf"(?i:\b(?:(?:written|prepared|produced|compiled|conducted|undertaken|commissioned|edited|led"
    rf"|chaired|authored|facilitated"
    r"|published|developed|designed|proposed|coined|carried out|completed|reviewed|foreword"
    r"|research|study|paper|article"
    r"|book|report|theory|briefing|guidance|training|analysis|evaluation|lecture|speech|model"
    r"|statement) (?:independently )?by"
    rf"|(?:{_ROLES})|according to|cited (?:in|by)|quoted in|quoting|see also|research (?:of|from)"
    rf"|work of|writings? of|theor(?:y|ies) of"
    r"|signed|thanks?(?: to)?)[\s,:(–—\-]{1,3}(?:(?:the|an?|then|now) ){0,2}$)"
    rf"|(?i:\b(?:{_ROLES}) (?:of|for)(?: [\w’'&]+){{1,6}} ?[,:(–—\-] ?$)"
    r"|\b(?:Director|Head|Minister|Secretary|Commissioner) (?:of|for)"
    r"(?: (?:[A-Z][\w’']+|and|of|the|for)){1,6} $"
)
ROLE_AFTER = re.compile(
    rf"^['’]?s? ?[,(–—\-] ?(?:(?i:(?:the|our|former|then|its|who (?:is|was)|as) ){{0,2}}"
    rf"(?:[\w’']+[ \-]){{0,5}}?(?<!\ba )(?<!\ban )(?i:{_ROLES})\b"
    rf"|(?i:an? )(?:[\w’']+[ \-]){{0,4}}?(?i:{_WRITERS})\b)"
)
# "Munro (2011)", "Brandon et al", "Smith, 2014, p. 3", "Smith & Jones".
CITED_AFTER = re.compile(
    r"^(?:['’]s)?,? ?(?:[(\[]?(?:19|20)[0-9]{2}[a-z]?\b|et al\b|and colleagues|and others\b"
    r"|& [A-Z]|\[[0-9]{1,3}\]|,? eds?\b|\(eds?\b"
    r"|(?:and|&) (?:[A-Z][\w'’\-]+ ?){1,3}[,(] ?\(?(?:19|20)[0-9]{2}|,? ?(?:MP|QC|KC|OBE|MBE|CBE"
    r"|MSP|MS|MEP)\b)"
)
# "was commissioned as lead reviewer", "has chaired", "’s model of neglect".
LED_AFTER = re.compile(
    rf"^(?: and (?:[A-Z][\w'’\-]+ ?){{2,3}})? ?(?:(?i:(?:was|were|is|are|has been|have been"
    rf"|had been)(?: then)? (?:commissioned"
    rf"|appointed|engaged|instructed|invited|asked to (?:lead|chair|write|review)"
    rf"|(?:an?|the|our) (?:\w+ ){{0,4}}(?:{_WRITERS}))\b)"
    rf"|(?i:(?:an?|the|our) (?:\w+ ){{0,2}}(?:{_WRITERS})\b)"
    rf"|(?i:as (?:an? |the )?(?:\w+ ){{0,2}}(?:{_WRITERS})\b)"
    r"|(?i:(?:has|have|had) (?:chaired|written|authored|led|undertaken|conducted|completed)\b)"
    r"|(?i:(?:chaired|authored) )"
    r"|(?i:,? ?who (?:chaired|led|wrote|authored|undertook|conducted)\b))"
)
WROTE_AFTER = re.compile(
    r"^['’](?:s )?(?: ?\w+){0,2}? ?(?:review of|report|study|model|approach|theory|work on"
    r"|framework|concept|research"
    r"|inquiry|book|paper|audit|continuum|hierarchy|cycle|stages|typology)\b",
    re.IGNORECASE,
)
REFERENCE = re.compile(
    r"\((?:19|20)[0-9]{2}[a-z]?\)|\b(?:press|publications|publishing|routledge|london: |doi\b"
    r"|vol\b|pp?\. ?[0-9])",
    re.IGNORECASE,
)
QUOTED = re.compile(r"['‘“\"]([A-Z]\w{1,20})['’”\"](?!\w)")
BORN_AFTER = re.compile(r"^ ?[(,\-–]? ?(?i:dob\b|d\.o\.b|born\b|b\. ?[0-9]|aged? [0-9])")
PSEUDONYM = re.compile(
    r"(?i:\bpseudonyms?\b|\bnot (?:his|her|their|the child['’]s|a|the) (?:real|actual|own) names?"
    r"|names? (?:have|has|had) been (?:changed|chosen)"
    r"|\b(?:is|are|was|were|be) (?:called|referred to(?: in this (?:review|report))? as"
    r"|known(?: in this (?:review|report))? as)\b[^.]{0,60}"
    r"\b(?:in this|for the purposes? of|throughout)|\bwill be (?:called|known as|referred to as)"
    r"|(?:name|names) chosen by|chosen (?:the )?name)"
)
# "Baby Jane", "Child Sam": names that a review has chosen.
CHOSEN_HEADS = one_of("baby child adult person boy girl infant twin")
ALIAS_HEADS = one_of("""
    child baby family young mother father sibling adult person boy girl infant twin brother
    sister parent mr ms mrs miss aunt uncle grandmother grandfather carer partner professional
    practitioner worker subject case children siblings adults people families woman man male
    female student pupil
""")
# A person is meant where this follows a given name.
DOING = re.compile(
    r"^,? \(?aged? [0-9]|^ \([0-9]{1,2}\)|"
    r"^(?:['’]s (?!law\b|law,|rule\b|[A-Z])| (?:was|had|told|said|lived|attended|died|did|went"
    r"|made|felt|wanted|could|would|is|has|and (?:his|her|their)"
    r"|moved|began|started|returned|disclosed|reported|presented|stopped|never|often|spent|came"
    r"|saw|knew|loved|spoke|described)\b)"
)

"""What happened, by the words of an account: outcome, how certain, who harmed, kinds of harm."""

import re
from dataclasses import dataclass, field, replace

from reviews.intake import harms_in
from reviews.intake.harms_in import PARENT
from reviews.intake.lexicon import Lexicon
from reviews.intake.proposal import Read, Span, Warning

DEATH, HARM, OTHER, NOT_STATED = "death", "serious-harm", "other", "not-stated"
_DEATH = re.compile(
    r"\b(?:deaths?|died|dies|dead|deceased|murder(?:s|ed)?|homicides?|manslaughter|killed|killings?"
    r"|kills|infanticide|filicide|drowned|drowning of|suicides?|stillb(?:orn|irths?)"
    r"|fatal(?:ly|ity|ities)?"
    r"|(?:took|taking|taken|ended|ending) (?:his|her|their) own li(?:fe|ves)|SIDS|SUDI"
    r"|sudden infant death|hanged (?:himself|herself)|found (?:hanged|hanging)"
    r"|lost (?:his|her|their) li(?:fe|ves)|passed away"
    r"|stabbed to death|beaten to death)\b",
    re.IGNORECASE,
)
# In front of, or behind, words of death that are about no death, or not the child's.
_NOT_DEATH_BEFORE = re.compile(
    r"\b(?:attempt(?:ed|s|ing)?(?:\s+to)?(?:\s+\w+)?|(?:near|non)[- ](?:fatal\s+)?|almost"
    r"|nearly|threat(?:s|ened|ening)?\s+(?:of|to)(?:\s+\w+)?"
    r"|intend(?:ed|s|ing)?\s+to|wish(?:ed|es)?\s+to|want(?:ed|s|ing)?\s+to|plan(?:ned|s)?\s+to"
    r"|thoughts?\s+of"
    r"|talk(?:ed|ing)?\s+(?:of|about)|risk\s+of|conspiracy\s+to|not)\s*$",
    re.IGNORECASE,
)
_NOT_DEATH_BEHIND = re.compile(
    r"\s+(?:attempts?|threats?|ideation|risk|thoughts?|pact)\b", re.IGNORECASE
)
_OF_ANOTHER = re.compile(
    r"\s+of\s+(?:(?:his|her|their|the|a|an)\s+)?(?:(?:child|baby|boy|girl|infant)(?:['’]s)\s+)?"
    r"(?:\w+[- ]){0,2}?(?:mother|father|parents?|grand\w+|partner|uncle|aunt|carer|sibling|brother"
    r"|sister|woman|man|friend|boyfriend|girlfriend|adult)\b(?! and (?:her|his"
    r"|their) )(?![’']s (?:\w+ )?(?:child|baby|son"
    r"|daughter))",
    re.IGNORECASE,
)
_ANOTHER_DID = re.compile(
    r"\b(?:mother|father|parents?|partner|uncle|aunt|stepfather|brother|sister|friend|boyfriend"
    r"|(?:grand|god)(?:mother|father))\s+(?:had\s+|have\s+|also\s+|then\s+|later\s+|was\s+"
    r"|were\s+)*$",
    re.IGNORECASE,
)
_SERIOUS = re.compile(
    r"\b(?:(?:life[- ](?:threatening|changing|limiting|altering)|serious(?:ly)?|severe(?:ly)?"
    r"|significant(?:ly)?"
    r"|critical(?:ly)?|catastrophic|grave|multiple|major|extensive"
    r"|permanent)\s+(?:\w+[\s,-]+){0,3}?"
    r"(?:injur\w+|harm(?:ed)?|brain|head|burns?|scalds?|assault\w*|fractures?|trauma|abuse"
    r"|neglect|condition|ill\w*)"
    r"|non-?\s?accidental(?:ly)?|inflicted|unexplained\s+(?:\w+\s+)?(?:injur\w+|fractures?"
    r"|bruis\w+)|injur(?:y|ies|ed)|fractur\w+|shak(?:en|ing)|near[- ]fatal"
    r"|brain (?:injury|damage)|strangl\w+|strangulation|suffocat\w+|stab(?:bed|bing| wounds?)"
    r"|shot|shooting|burns|scalds?|scalded"
    r"|head (?:injur\w+|trauma)|assault(?:ed|s)?|attempted (?:murder|suicide|hanging|homicide)"
    r"|overdos\w+|poison\w+|swallow\w+|ingest\w+|hospitalis\w+|admission to hospital"
    r"|admitted to hospital|collapse[d]?|harmed)\b",
    re.IGNORECASE,
)
_ABUSE = re.compile(
    r"\b(?:abus(?:e|ed|ive)|neglect(?:ed)?|sexual(?:ly)? (?:offences?|exploit\w+|assault\w*"
    r"|abus\w+)|exploit(?:ed|ation)|rap(?:e|ed)"
    r"|fabricat\w+|induced illness|FII|traffick\w+|cruelty|starv\w+|malnutrition|malnourished"
    r"|self-harm\w*|obes\w+|abduct\w+"
    r"|harm|ill-treatment|maltreatment|genital)\b",
    re.IGNORECASE,
)
_NEITHER = re.compile(
    r"\b(?:detained|detention|sectioned|suicidal|(?:intended|wanted"
    r"|threat\w+) to (?:\w+ ){0,3}(?:life|kill|die)|went missing|absconded"
    r"|convicted of|arrest(?:ed)?|harmful sexual behaviour|radicalis\w+|excluded|near miss)\b",
    re.IGNORECASE,
)
_SUSPECTED = re.compile(
    r"\b(?:suspect(?:ed|s|ing)?|suspicion\w*|suspicious|may (?:have|be)|might (?:have|be)"
    r"|could have|alleg(?:ed(?:ly)?|ation|ations|es)|possib(?:le|ly)"
    r"|thought (?:to|that)|believed (?:to|that)|considered (?:to|that)|presumed|appear(?:s"
    r"|ed)? to|apparent(?:ly)?|potential(?:ly)?|probabl[ey]|likely|unexplained|unascertained"
    r"|undetermined|(?:concern|belief|suspicion)s? that|query|under investigation|unclear"
    r"|not (?:known|clear|certain)|cannot be ruled out|seems? to|seemingly)\b",
    re.IGNORECASE,
)
_SUSPECTED_CAUSE = re.compile(
    r"\b(?:it (?:is|was)|they (?:are|were)|(?:the )?(?:injur\w+|death|harm)(?: (?:is|are|was"
    r"|were))?)\s+"
    r"(?:thought|believed|suspected|considered|alleged|likely|possible)\b",
    re.IGNORECASE,
)
# Not in the passive: "a boy killed by", "a boy, stabbed in a park".
_DID = (
    r"(?:(?:murdered|killed|stabbed|raped|(?:seriously\s+|sexually\s+|violently\s+)?(?:abused"
    r"|assaulted|attacked)|harmed"
    r"|set fire)(?!\s+(?:by|in|at|on|near|outside|during|while|when|after|over|to death)\b)"
    r"|(?:was|were|is|are|being)\s+(?:\w+\s+)?(?:convicted|charged|remanded|accused"
    r"|prosecuted|tried|found guilty"
    r"|arrested|responsible|sentenced|involved in the (?:murder|killing|death)))"
)
# The subject is the one who did it: "a 17-year-old boy who killed".
_SUBJECT_DID = re.compile(
    rf"\b(?:boys?|girls?|brothers?|sisters?|young\s+(?:person|people|m[ae]n|wom[ae]n)|teenagers?"
    rf"|child(?:ren)?|year-?\s?olds?)\b"
    rf"(?:,?\s+aged\s(?:(?!who\b|were\b|was\b)[^,.]){{1,30}})?(?:,(?=\s+(?:who|was|were)\b))?"
    rf"\s+(?:who\s+)?(?:had\s+|have\s+|then\s+)?{_DID}(?!\s+by\b)"
    r"|\b(?:arrest|conviction|sentencing|trial|imprisonment|prosecution) of (?:[\w-]+\s+){0,4}?"
    r"(?:boys?|girls?|young (?:person|people|m[ae]n|wom[ae]n)|child(?:ren)?|teenagers?"
    r"|[\w-]*year-olds?)\b"
    r"|\b(?:his|her|their) (?:involvement|part|role) in (?:the|a) (?:murder|killing|death|rape"
    r"|assault|attack)"
    r"|\bconvicted of (?:the )?(?:murder|manslaughter|rape)\b(?<!mother )",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:harmed|injured|hurt|victims?)\b[^.]{0,20}\b(?:or|and)\b[^.]{0,20}\b(?:harmed|injured"
    r"|hurt|perpetrators?|abused|assaulted)(?: others?| another)?\b"
    r"|\bas (?:well as|both) (?:victim|perpetrator)",
    re.IGNORECASE,
)
_OTHER_CHILD_DID = re.compile(
    r"\bby (?:a|an|another|two|three|other|his|her|their|older|fellow"
    r"|a group of)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:boys?|girls?|young (?:person|people|m[ae]n)|child(?:ren)?|teenagers?|peers?|pupils?"
    r"|students?|brothers?|sisters?|siblings?)\b"
    r"|\bpeer[- ]on[- ]peer\b|\bchild[- ]on[- ]child\b|\bharmful sexual(?:ised)? behaviours?\b"
    r"|\bsexually harmful behaviours?\b",
    re.IGNORECASE,
)


_INQUEST = re.compile(r"\b(?:coroner|inquest|post[- ]mortem|autopsy)", re.IGNORECASE)
_AND_HARM = re.compile(
    r"\band (?:the )?(?:serious|severe|significant|life-\w+|non-accidental|injur\w+)[^.]{0,40}?"
    r"\b(?:injur\w+|harm)\b[^.]{0,10}\b(?:to|of)\b"
    r"|\binjur\w+\b[^.]{0,60}\band (?:the )?deaths? of\b",
    re.IGNORECASE,
)
# What can end in death as well as in injury.
_MAY_KILL = re.compile(
    r"(?:shak|strang|suffoc|stab|shot|shoot|overdos|poison|swallow|ingest|hospital|admi|collapse"
    r"|head|assault"
    r"|burns|scald|life)",
    re.IGNORECASE,
)
_INJURED = re.compile(
    r"\b(?:injur\w+|harm(?:ed)?|surviv\w+|non-?\s?accidental\w*|brain damage|life-\w+)\b",
    re.IGNORECASE,
)

_A_PARENT = re.compile(rf"\b{PARENT}\b", re.IGNORECASE)


@dataclass(slots=True)
class Event:
    """What an account says happened."""

    outcome: Read[str]
    certainty: str = "stated"
    role: str | None = None
    harms: list[Read[str]] = field(default_factory=list)
    words: list[list[str]] = field(default_factory=list)  # that led to each harm
    warnings: list[Warning] = field(default_factory=list)

    def warn(self, name: str, code: str, text: str) -> None:
        self.warnings.append(Warning(name, code, text))


def read(text: str, sentences: list[Span], lexicon: Lexicon, *, harmed_others: bool) -> Event:
    """Outcome, certainty, role and harms from the first sentences of an account."""
    if not sentences:
        nothing = Event(Read(NOT_STATED, Span(0, 0), 0.0))
        nothing.warn(
            "outcome", "outcome-missing", "What happened was not found. Choose an outcome."
        )
        return nothing
    event = _outcome(text, sentences)
    first = sentences[0].of(text)
    if _SUSPECTED.search(first) or any(
        _SUSPECTED_CAUSE.search(one.of(text)) for one in sentences[1:3]
    ):
        event.certainty = "suspected"
    event.role = "harmed" if event.outcome.value in (DEATH, HARM) else None
    _look_who_harmed(event, first, is_agent=harmed_others)
    _put_harms(event, text, sentences[:3], lexicon)
    if event.role is None and event.harms and not _NEITHER.search(first):
        event.role = "harmed"
    return event


def _look_who_harmed(event: Event, first: str, *, is_agent: bool) -> None:
    """The subject may be the one who harmed; or another child was. Either is for an editor."""
    if _BOTH.search(first):
        event.role = "both"
        event.warn(
            "outcome", "harmed-others", "Some seem to have harmed others. Check the outcome."
        )
        return
    did = _SUBJECT_DID.search(first)
    by_grown = did and re.search(PARENT, first[: did.start() + 1], re.IGNORECASE)
    if is_agent or (did and not by_grown):
        event.role = "harmed-others"
        event.outcome = replace(event.outcome, value=OTHER, confidence=0.5)
        event.warn(
            "outcome",
            "harmed-others",
            "The review seems to be about a child or young person who harmed somebody. Check it.",
        )
    elif _OTHER_CHILD_DID.search(first):
        event.warn(
            "outcome",
            "harmed-by-child",
            "Another child or young person seems to have done the harm. Check who is meant.",
        )


def _outcome(text: str, sentences: list[Span]) -> Event:
    """Death in the first sentence counts before all else, then a death told behind it."""
    first = sentences[0]
    if death := _death_in(text, first):
        event = Event(Read(DEATH, death, 0.95))
        if _AND_HARM.search(first.of(text)):
            words = "Death and other harm stand beside each other. Check the outcome."
            event.warn("outcome", "outcome-two", words)
        return event
    return _later_death(text, sentences) or _outcome_of(text, first)


def _later_death(text: str, sentences: list[Span]) -> Event | None:
    for place, one in enumerate(sentences[1:5], start=2):
        death = _death_in(text, one) or _inquest(text, one)
        if death and not _A_PARENT.search(text, one.start, death.start):
            event = Event(Read(DEATH, death, 0.7))
            words = f"That the child died stands in sentence {place}. Check it."
            event.warn("outcome", "outcome-later", words)
            return event
    return None


def _inquest(text: str, sentence: Span) -> Span | None:
    found = _INQUEST.search(text, sentence.start, sentence.end)
    return Span(*found.span()) if found else None


def _outcome_of(text: str, first: Span) -> Event:
    """What a sentence that tells of no death says came of it."""
    if found := _SERIOUS.search(text, first.start, first.end):
        is_open = _MAY_KILL.match(found[0]) and not _INJURED.search(first.of(text))
        return _inferred(HARM, found) if is_open else Event(Read(HARM, Span(*found.span()), 0.9))
    if found := _NEITHER.search(text, first.start, first.end):
        return _inferred(OTHER, found)
    if found := _ABUSE.search(text, first.start, first.end):
        return _inferred(HARM, found)
    event = Event(Read(NOT_STATED, Span(first.start, first.start), 0.0))
    words = "The text does not say what came of it. Choose an outcome."
    event.warn("outcome", "outcome-missing", words)
    return event


def _inferred(outcome: str, found: re.Match[str]) -> Event:
    event = Event(Read(outcome, Span(*found.span()), 0.6))
    meant = "serious harm" if outcome == HARM else "other"
    event.warn("outcome", "outcome-inferred", f"Taken as {meant}, from “{found[0]}”. Check it.")
    return event


def _death_in(text: str, sentence: Span) -> Span | None:
    """The words that say that the child died; not those of another's death, or of none."""
    for found in _DEATH.finditer(text, sentence.start, sentence.end):
        before, after = text[sentence.start : found.start()], text[found.end() : sentence.end]
        if _NOT_DEATH_BEFORE.search(before[-50:]) or _NOT_DEATH_BEHIND.match(after):
            continue
        if _OF_ANOTHER.match(after) or _ANOTHER_DID.search(before[-60:]):
            continue
        if re.search(
            r"\b(?:following|after|since|before) (?:the|his|her|their) $", before, re.IGNORECASE
        ) and not re.match(
            r"\s+of (?:a|an|the|two|three|child|baby|twin|infant)\b", after, re.IGNORECASE
        ):
            continue
        return Span(*found.span())
    return None


def _put_harms(event: Event, text: str, sentences: list[Span], lexicon: Lexicon) -> None:
    died, did = event.outcome.value == DEATH, event.role == "harmed-others"
    found = harms_in.find(text, sentences, lexicon, died=died, harmed_others=did)
    event.harms = [harm.found for harm in found]
    event.words = [harm.words for harm in found]
    if not found:
        event.warn(
            "harms", "harms-missing", "No kind of harm was found. Choose one, or “Not stated”."
        )
    elif min(harm.confidence for harm in event.harms) < 0.7 or len(found) > 1:
        event.warn(
            "harms", "harms-proposed", "Kinds of harm are proposed from single words. Check them."
        )

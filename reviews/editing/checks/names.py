"""Names of people who are no professionals.

Never certain, so never blocking: reviews are named, at times, by the family's own wish, and an
editor says so.

A given name that is nothing else makes a name with whatever capital follows that is no ordinary
word. Any other needs a family name that is known, or words beside it that say who it is. Names of
authors, of who chaired or wrote, of laws, inquiries and bodies are no alarm.
"""

from collections.abc import Iterator
from functools import cached_property

from reviews.editing.checks import naming
from reviews.editing.checks.finding import Severity
from reviews.editing.checks.name_words import NEITHER, SURE, family_sureness, is_sure
from reviews.editing.checks.passage import Hit, Passage, Word, key
from reviews.editing.checks.wordlists import listed, one_of, ordinary, phrases, sure_names

_ASKS = Severity.ACKNOWLEDGE
_LONGEST = 5  # words of a name
_BEFORE = 70
_PARTICLES = one_of("""
    de da di du dos das del della la le van von der den bin ibn bint ben al el ap ab ul ur uz y
""")


def find(passage: Passage) -> Iterator[Hit]:
    """Every name in a passage, once for each place."""
    return _Names(passage).find()


class _Names:
    """Walks through the words of a passage."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.words = passage.words
        self.own = {key(word) for word in passage.context.title.replace("-", " ").split()}
        self.own |= {part.strip("'‘’“”\".,():") for part in self.own}
        self.own |= passage.context.chosen

    def find(self) -> Iterator[Hit]:
        place = 0
        while place < len(self.words):
            if not self.words[place].is_capital:
                place += 1
                continue
            end, is_alarm = self._name_from(place)
            if end == place and self._is_turned(place):
                end, is_alarm = place + 2, True
            if is_alarm:
                yield self._hit("name", place, end)
            elif end > place:
                pass  # somebody's name, and no alarm
            elif self._is_titled(place):
                end = place + 2
                yield self._hit("surname", place + 1, end)
            elif self._is_family(place):
                end = place + 1
                yield self._hit("surname", place, end)
            elif self._is_given_alone(place):
                end = place + 1
                yield self._hit("given-name", place, end)
            place = max(end, place + 1)

    def _hit(self, code: str, first: int, end: int) -> Hit:
        last = self.words[end - 1]
        stop = last.end - 2 if last.is_owner else last.end
        return Hit(code, self.words[first].start, stop, _ASKS)

    def _name_from(self, first: int) -> tuple[int, bool]:
        """Where a full name ends that begins here (here, if none does), and if it is an alarm."""
        end, family = self._run(first)
        if end - first < 2 or self._is_alias(first):
            return first, False
        if self._is_honoured(first):
            return (end if is_sure(self.words[first].key) else first), False
        is_kin = self._is_of_kin(first)
        if not self._is_believable(first, end, family, is_kin):
            return first, False
        if self._is_named_after(end) and not is_kin:
            return first, False
        return end, not (self._is_known(first, end) or self._is_cited(first, end, is_kin))

    def _run(self, first: int) -> tuple[int, int]:
        """Where the capitals that can be one name end, and how sure the family name is."""
        words, family, end, place = self.words, NEITHER, first + 1, first + 1
        while place < len(words) and place - first < _LONGEST:
            word = words[place]
            if not self.passage.follows(words[place - 1], word) or words[place - 1].is_owner:
                break
            if word.key in _PARTICLES and not word.is_shouted:
                place += 1
                continue
            sure = family_sureness(word)
            if word.is_shouted and not words[first].is_shouted and len(word.text) < 5:
                break  # an acronym
            if not word.is_capital or (sure == NEITHER and len(word.text) > 1):
                break
            if len(word.text) > 1:
                family, end = max(family, sure), place + 1
            place += 1
        return end, family

    def _is_believable(self, first: int, end: int, family: int, is_kin: bool) -> bool:
        """Whether the words from here are somebody's name rather than a title or a heading."""
        word, second = self.words[first], self.words[first + 1]
        if is_sure(word.key):
            return family > NEITHER and (not self._is_shouting(first) or family == SURE)
        if word.key in listed("uncertain_names"):
            return is_kin or (family == SURE and not self._is_shouting(first))
        if word.key in ordinary() or (word.key,) in phrases("places") or len(word.text) < 2:
            return False
        if is_kin:
            return second.key not in ordinary() or family > NEITHER
        if self._is_family_first(first, end):
            return True
        opens = self.passage.opens_sentence(word)
        both = family == SURE and family_sureness(self.words[end - 1]) == SURE
        return both and not opens and not word.is_shouted and not self._after_capital(first)

    def _after_capital(self, first: int) -> bool:
        if first == 0:
            return False
        before = self.words[first - 1]
        return before.key == "the" or (
            before.is_capital and self.passage.follows(before, self.words[first])
        )

    def _is_shouting(self, first: int) -> bool:
        """Whether whole lines are in capitals here, which then say nothing."""
        around = self.words[max(0, first - 2) : first + 4]
        return sum(word.is_shouted for word in around) > 3

    def _is_family_first(self, first: int, end: int) -> bool:
        """ "Tran Van Minh": the family name before the given ones."""
        word, last = self.words[first], self.words[end - 1]
        if family_sureness(word) != SURE or word.key in listed("given_names") or word.is_shouted:
            return False
        return last.key in listed("given_names") and not is_sure(self.words[first + 1].key)

    def _is_turned(self, first: int) -> bool:
        """ "SMITH, John", or "Smith, John (DOB ...": as lists and files have it."""
        if first + 1 >= len(self.words):
            return False
        word, given = self.words[first], self.words[first + 1]
        if self.passage.text[word.end : given.start] != ", " or not is_sure(given.key):
            return False
        if not given.is_capital or family_sureness(word) != SURE:
            return False
        after = self.passage.after(given.end, 30)
        if naming.REFERENCE.search(after) or naming.CITED_AFTER.search(after):
            return False
        return word.is_shouted or bool(naming.BORN_AFTER.search(after))

    def _is_of_kin(self, first: int) -> bool:
        """Whether the words before say that somebody is named: "her mother, ", "a boy called "."""
        if all(word.key not in naming.CUES for word in self.words[max(0, first - 5) : first]):
            return False
        before = self.passage.before(self.words[first].start, _BEFORE)
        return bool(naming.KIN.search(before) or naming.CALLED.search(before))

    def _is_alias(self, first: int) -> bool:
        """ "Child Jay", "Mr Khan": the word is no part of the name."""
        return self.words[first].key in naming.ALIAS_HEADS | naming.TITLE

    def _is_honoured(self, first: int) -> bool:
        """Whether a rank or an office stands before a name: "Lady Smith", "St John", "DC Jones"."""
        for back in (1, 2):
            if first < back or not self.passage.follows(
                self.words[first - back], self._at(first - back + 1)
            ):
                return False
            before = self.words[first - back]
            if before.is_capital and before.key in naming.HONOUR - {"the"}:
                return True
        return False

    def _at(self, place: int) -> Word:
        return self.words[place]

    def _is_named_after(self, end: int) -> bool:
        """Whether a name goes on as that of a body, a place or a law."""
        if self.words[end - 1].is_owner and end < len(self.words):
            return self.words[end].is_capital
        following = self.words[end : end + 3]
        for word in following:
            previous = self.words[end - 1]
            if not self.passage.follows(previous, word):
                return False
            if word.key in naming.NAMED_AFTER and (word.is_capital or word.key == "inquiry"):
                return True
            if not word.is_capital:
                return False
            end += 1
        return False

    def _is_known(self, first: int, end: int) -> bool:
        """Whether a name is that of a public case, or of somebody who is cited."""
        known = phrases("public_names")
        keys = tuple(word.key for word in self.words[first:end])
        return any(keys[:length] in known for length in range(2, len(keys) + 1))

    def _is_cited(self, first: int, end: int, is_kin: bool) -> bool:
        """Whether somebody is named for what they wrote, led or decided."""
        start, stop = self.words[first].start, self.words[end - 1].end
        before, after = self.passage.before(start, _BEFORE), self.passage.after(stop, _BEFORE)
        if is_kin:
            return False
        written = (naming.CITED_AFTER, naming.ROLE_AFTER, naming.LED_AFTER, naming.WROTE_AFTER)
        if any(pattern.search(after) for pattern in written):
            return True
        if naming.ROLE_BEFORE.search(before):
            return True
        opens = self.passage.opens_sentence(self.words[first])
        return opens and bool(naming.REFERENCE.search(after))

    def _is_titled(self, first: int) -> bool:
        """ "Mrs Khan", not "Mr A" nor "Mr Justice Hayden"."""
        word = self.words[first]
        if word.key not in naming.TITLE or first + 1 >= len(self.words):
            return False
        name = self.words[first + 1]
        if is_sure(name.key) and self._name_from(first + 1)[1]:
            return False  # found as a whole name
        if (
            not self.passage.follows(word, name)
            and self.passage.text[word.end : name.start] != ". "
        ):
            return False
        after = self.passage.after(name.end, _BEFORE)
        if len(name.text) < 3 or not name.is_capital or name.is_shouted or name.key in self.own:
            return False
        if (
            name.key in naming.HONOUR
            or naming.CITED_AFTER.search(after)
            or naming.ROLE_AFTER.search(after)
        ):
            return False
        return family_sureness(name) > NEITHER or name.key in sure_names()

    def _is_family(self, first: int) -> bool:
        """ "the Okafor family"."""
        word, after = self.words[first], self.passage.after(self.words[first].end, 12)
        if (
            first == 0
            or self.words[first - 1].key not in ("the", "whole", "entire")
            or word.key in self.own
        ):
            return False
        return (
            after.startswith((" family", " household", " children"))
            and family_sureness(word) == SURE
        )

    def _is_given_alone(self, first: int) -> bool:
        """A first name that is not the review's own, where somebody is spoken of."""
        word = self.words[first]
        if not is_sure(word.key) or word.key in self.own or len(word.text) < 3:
            return False
        if self._is_honoured(first) or self._is_quoted(word) or self._goes_on(first):
            return False
        before = self.passage.before(word.start, _BEFORE)
        if naming.OWN_NAME.search(before):
            return True
        if not self.passage.context.title or self.passage.context.is_renamed:
            return False
        if naming.KIN.search(before) or naming.CALLED.search(before):
            return True
        end = word.end - 2 if word.is_owner else word.end
        return self._names_nobody and bool(naming.DOING.match(self.passage.after(end, 20)))

    def _is_quoted(self, word: Word) -> bool:
        """Names in quotation marks are chosen ones."""
        return self.passage.text[max(0, word.start - 1) : word.start] in ("'", "‘", "“", '"')

    def _goes_on(self, first: int) -> bool:
        """Whether another capital follows or comes before: "Herbert Protocol", "Operation Ivy"."""
        word = self.words[first]
        if (
            first
            and self.words[first - 1].is_capital
            and self.passage.follows(self.words[first - 1], word)
        ):
            before = self.words[first - 1]
            if before.key in naming.CHOSEN_HEADS:
                return True
            if before.key not in naming.ALIAS_HEADS and not self.passage.opens_sentence(before):
                return True
        following = self.words[first + 1 : first + 2]
        return (
            bool(following) and following[0].is_capital and self.passage.follows(word, following[0])
        )

    @cached_property
    def _names_nobody(self) -> bool:
        """Whether the review's title is no name: "Child A"."""
        return not self.own & (sure_names() | listed("uncertain_names"))

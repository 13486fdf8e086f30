"""Two people typed at the same time: what both wrote goes together, as far as it can."""

from reviews.editing.form_texts import FormTexts

type Texts = list[str]


def merge[T: FormTexts](base: T, theirs: T, mine: T) -> tuple[T, list[str]]:
    """What both made of `base`, and the fields that both changed in different ways.

    Those are mine in the result: somebody has to look at them. A row that one has removed and
    the other has changed stays, and its list is among these fields. New rows of both stay both.
    """
    mine = _apart(base, theirs, mine)
    merged, conflicts = type(mine)(), []
    for name in dict.fromkeys([*base.names(), *theirs.names(), *mine.names()]):
        was, them, me = (one.all(name) for one in (base, theirs, mine))
        if name in mine.ROWS:
            texts, is_conflict = _rows(name, base, theirs, mine)
        elif mine.is_set(name):
            texts, is_conflict = _both(was, them, me), False
        else:
            texts = them if me == was else me
            is_conflict = them != was and me != was and them != me
        merged.set(name, *texts)
        if is_conflict:
            conflicts.append(name)
    return merged, conflicts


def _apart[T: FormTexts](base: T, theirs: T, mine: T) -> T:
    """Mine, with other keys for the rows that both have added under the same key."""
    found = mine.copy()
    for rows, names in mine.ROWS.items():
        both = [key for key in mine.rows(rows) if key in theirs.rows(rows)]
        for key in both:
            fields = [f"{rows}-{key}-{name}" for name in names]
            is_same = all(theirs.all(name) == mine.all(name) for name in fields)
            if key in base.rows(rows) or is_same:
                continue
            other = _united(theirs, found, rows).add_row(rows)
            found.values[rows] = [other if k == key else k for k in found.rows(rows)]
            for name, old in zip(names, fields, strict=True):
                found.set(f"{rows}-{other}-{name}", *found.values.pop(old, []))
    return found


def _united[T: FormTexts](theirs: T, mine: T, rows: str) -> T:
    """The rows of both and what both have chosen, so that a new key is new to either."""
    names = [rows, *filter(mine.is_set, {*theirs.names(), *mine.names()})]
    return type(mine)({name: [*theirs.all(name), *mine.all(name)] for name in names})


def _both(was: Texts, them: Texts, me: Texts) -> Texts:
    """Without what either has taken away, with what either has added; in my order."""
    gone = {text for text in was if text not in them or text not in me}
    return [text for text in dict.fromkeys([*me, *them]) if text not in gone]


def _rows[T: FormTexts](name: str, base: T, theirs: T, mine: T) -> tuple[Texts, bool]:
    was, them, me = (one.rows(name) for one in (base, theirs, mine))
    gone = [key for key in was if key not in them or key not in me]
    kept = [
        key
        for key in gone
        if (key in me and _differs(name, key, base, mine))
        or (key in them and _differs(name, key, base, theirs))
    ]
    first, second = (them, me) if me == was else (me, them)
    order = list(dict.fromkeys([*first, *second]))
    return [key for key in order if key not in gone or key in kept], bool(kept)


def _differs(rows: str, key: str, base: FormTexts, other: FormTexts) -> bool:
    names = [f"{rows}-{key}-{name}" for name in base.ROWS[rows]]
    return any(base.all(name) != other.all(name) for name in names)

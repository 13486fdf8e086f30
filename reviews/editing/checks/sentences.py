"""What each finding says to an editor: what was found, and what to do. All of it stands here."""

from typing import NamedTuple


class Sentences(NamedTuple):
    """What was found, as one sentence, and what to do about it, as another."""

    found: str
    to_do: str


_DESCRIBE = "Describe the person instead, or say why the name may stand."
_WHO_REACHES = "Remove it. If it is an office that anyone may contact, say so."

SENTENCES = {
    "postcode": Sentences("This is a whole postcode.", "Remove it, or name the wider area."),
    "postcode-area": Sentences(
        "This is part of a postcode.", "Name the wider area instead, or say why it may stand."
    ),
    "phone": Sentences("This looks like a telephone number.", _WHO_REACHES),
    "email": Sentences("This is an e-mail address of a person or a school.", _WHO_REACHES),
    "account": Sentences("This looks like somebody’s account on a website or app.", "Remove it."),
    "nhs-number": Sentences("This looks like an NHS, CHI or H&C number.", "Remove it."),
    "insurance-number": Sentences("This looks like a National Insurance number.", "Remove it."),
    "case-number": Sentences(
        "This looks like the number of a case, a file or a pupil.",
        "Remove it, or say why it identifies nobody.",
    ),
    "birth-date": Sentences(
        "This looks like the day of a birth.", "Give the age, or the month at most."
    ),
    "death-date": Sentences("This looks like the day of a death.", "Give the month, or the year."),
    "incident-date": Sentences(
        "This looks like the exact day of something that happened to a child.",
        "Give the month, or say why the day may stand.",
    ),
    "incident-day": Sentences(
        "The incident has an exact day.", "Give the month, or say why the day may stand."
    ),
    "death-day": Sentences(
        "The child died, and the incident has an exact day.",
        "Give the month, or say why the day may stand.",
    ),
    "address": Sentences("This looks like an address.", "Remove it, or name the wider area."),
    "street": Sentences(
        "This looks like a street.", "Name the wider area instead, or say why it may stand."
    ),
    "school": Sentences(
        "This looks like a school, nursery or college by name.",
        "Write “primary school” or the like, or say why the name may stand.",
    ),
    "hospital": Sentences(
        "This looks like a hospital or surgery by name.",
        "Write “hospital” or “GP practice”, or say why the name may stand.",
    ),
    "small-place": Sentences(
        "This looks like a small place by name.",
        "Name the wider area instead, or say why it may stand.",
    ),
    "name": Sentences("This looks like somebody’s full name.", _DESCRIBE),
    "surname": Sentences("This looks like a family name.", _DESCRIBE),
    "given-name": Sentences(
        "This looks like a first name that is not the one the review has chosen.",
        "Use the name that the review gives, or say that this one was chosen for it.",
    ),
    "combination": Sentences(
        "The age in days or weeks, the date and the area together can tell which child this is.",
        "Make one of them less exact, or say why they may stand.",
    ),
    "anonymous-area": Sentences(
        "This review was published anonymously, and this names an area.",
        "Remove it, or say why it does not tell where the review was held.",
    ),
    "duplicate": Sentences(
        "This may be a review that is here already.",
        "Compare the two. Say why this one is another.",
    ),
    "no-title": Sentences("The review has no title.", "Write the name it uses, such as Child A."),
    "no-account": Sentences(
        "The account of what happened is missing.", "Write it, in a few sentences."
    ),
    "no-type": Sentences("The type is not stated.", "Choose one, or say that it is not known."),
    "no-outcome": Sentences(
        "The outcome is not stated.", "Choose one, or say that the review does not tell."
    ),
    "no-harm": Sentences(
        "No kind of harm is given.", "Choose one, or say that the review does not tell."
    ),
    "no-theme": Sentences(
        "There is no theme, so nobody will find the review by one.",
        "Choose one for the review or a point, or say why none fits.",
    ),
    "no-learning": Sentences(
        "There are no learning points.", "Add them, or say that the source gives none."
    ),
    "no-child": Sentences(
        "No child is described.", "Add one, or say that the source does not describe any."
    ),
    "no-age": Sentences(
        "The age is not stated.", "Write it, or say that the source does not give it."
    ),
    "no-document": Sentences("There is no document.", "Add one, or say that none was published."),
    "no-link": Sentences(
        "No document has a link or a file.", "Add one, or say that none is known."
    ),
    "published-before-incident": Sentences(
        "The review was published before the incident.", "Correct one of the two dates."
    ),
    "added-before-published": Sentences(
        "The review was added here before it was published.",
        "Correct one of the two dates, or say why both are right.",
    ),
    "added-before-incident": Sentences(
        "The review was added here before the incident.", "Correct one of the two dates."
    ),
    "incident-in-future": Sentences("The incident is in the future.", "Correct the date."),
    "published-in-future": Sentences(
        "The date on which the review was published is in the future.",
        "Correct the date, or say why it is right.",
    ),
    "added-in-future": Sentences(
        "The month in which the review is added is in the future.",
        "Correct the month, or say why it is right.",
    ),
    "long-between": Sentences(
        "There are many years between the incident and the review.",
        "Check both dates, and say that they are right.",
    ),
    "anonymous-and-partnership": Sentences(
        "The review is anonymous, but a partnership is given.", "Remove one of the two."
    ),
    "harm-is-fatal": Sentences(
        "The kind of harm is a death, but the outcome is another.",
        "Correct one of the two, or say why both are right.",
    ),
    "told-of-death": Sentences(
        "The text tells of a death, but the outcome is another.",
        "Correct the outcome, or say whose death is meant.",
    ),
    "harm-and-not-stated": Sentences(
        "A kind of harm is given, and also “not stated”.", "Remove one of the two."
    ),
    "age-disagrees": Sentences(
        "The age and the words for it differ.", "Correct one of the two, or say why both are right."
    ),
    "sex-disagrees": Sentences(
        "The sex and the words of the source differ.",
        "Correct one of the two, or say why both are right.",
    ),
    "point-twice": Sentences(
        "Another point says the same.", "Remove one, or say why both are needed."
    ),
}

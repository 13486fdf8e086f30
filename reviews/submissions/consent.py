"""What somebody agrees to who sends a review in. The words and their version are kept with it."""

from datetime import timedelta

UNCONFIRMED_DAYS = 7  # until what nobody confirmed is removed
CONTACT_DAYS = 90  # after publication or refusal
LONGEST_YEARS = 2  # after it was confirmed, whatever became of it

UNCONFIRMED = timedelta(days=UNCONFIRMED_DAYS)
CONTACT = timedelta(days=CONTACT_DAYS)
LONGEST = timedelta(days=365 * LONGEST_YEARS)

# Another day for each change of the words.
VERSION = "2026-11-22"
WORDS = (
    "I send this for the partnership that I have named, and may do so.",
    "The editors may use it to write an entry in words of their own, and may decide not to. The "
    "entry is public; how to reach me is not, and is given to nobody else.",
    "The editors may write to me, or ring me, about this review. My name, role, email address and "
    f"telephone number, and the file that I add here, are kept until {CONTACT_DAYS} days after the "
    "entry was published or it was decided not to take it up, and no longer than "
    f"{LONGEST_YEARS} years.",
    "I can ask at any time for the entry to be corrected or withdrawn, or for what is kept about "
    "me to be erased sooner.",
)


def text() -> str:
    """The words as they are kept."""
    return "\n".join(WORDS)

"""One question's first results side by side, and the questions in which ours is beaten most.

Questions that are held back are never listed among the worst.
"""

from collections.abc import Mapping

from bench.relevance.documents import Document
from bench.relevance.metrics import TOP
from bench.relevance.run import Answers

WIDTH = 160


def side_by_side(answers: Answers, place: int, documents: Mapping[str, Document]) -> str:
    """The first results of every engine, each with its grade and how it begins."""
    question = next(iter(answers.values()))[place].question
    lines = [f"{question.id} ({question.group}): {question.q}"]
    for engine, all_of_it in answers.items():
        answer = all_of_it[place]
        lines.append(f"\n{engine}: nDCG@10 {answer.scores.ndcg:.3f}, {len(answer.found)} judged")
        for key in answer.found[:TOP]:
            lines.append(f"  [{answer.grades.get(key, 0)}] {key}  {_beginning(documents[key])}")
    missing = [key for key, grade in answer.grades.items() if grade == 2]
    lines.append(f"\nAnswer it ({len(missing)}):")
    lines += [f"  {key}  {_beginning(documents[key])}" for key in missing[:TOP]]
    return "\n".join(lines)


def worst(answers: Answers, most: int) -> str:
    """The questions in which the best of the others is furthest ahead of ours."""
    ours, *others = answers
    rows = []
    for place, answer in enumerate(answers[ours]):
        if answer.question.is_held_back:
            continue
        best = max(others, key=lambda other: answers[other][place].scores.ndcg)
        theirs = answers[best][place].scores.ndcg
        if theirs > answer.scores.ndcg:
            rows.append((theirs - answer.scores.ndcg, answer, best, theirs))
    rows.sort(key=lambda row: -row[0])
    head = "| Behind | Question | Ours | Best of the others | Asked |\n|--:|---|--:|---|---|\n"
    return head + "\n".join(
        f"| {behind:.3f} | {answer.question.id} | {answer.scores.ndcg:.3f}"
        f" | {theirs:.3f} {best} | {answer.question.q} |"
        for behind, answer, best, theirs in rows[:most]
    )


def _beginning(document: Document) -> str:
    text = document.texts.get("text") or document.texts["title"]
    return text if len(text) <= WIDTH else f"{text[:WIDTH]}…"

"""The figures as Markdown tables."""

from collections.abc import Sequence

from bench.relevance.comparing import compare
from bench.relevance.metrics import Scores
from bench.relevance.questions import Question
from bench.relevance.run import Answer, Answers

HEAD = "nDCG@10", "MRR", "Recall@20", "Recall@100", "Empty"
ALL, OPEN, HELD_BACK = "All questions", "Those looked at", "Those held back"


def markdown(answers: Answers) -> str:
    """Each group's means, every engine's; the hard ways to ask; ours against each of the others."""
    ours, *others = answers
    groups = list(dict.fromkeys(answer.question.group for answer in answers[ours]))
    groups = [ALL, OPEN, HELD_BACK, *groups]
    groups = [group for group in groups if _chosen(answers[ours], group)]
    parts = [_means(answers, group) for group in groups]
    variants = list(dict.fromkeys(a.question.variant for a in answers[ours] if a.question.variant))
    if variants:
        parts.append(_variants(answers, variants))
    parts.append(_paired(answers, ours, others, groups))
    return "\n\n".join(parts)


def _chosen(answers: Sequence[Answer], group: str) -> list[Answer]:
    return [answer for answer in answers if group in _groups(answer.question)]


def _groups(question: Question) -> set[str]:
    return {
        ALL,
        HELD_BACK if question.is_held_back else OPEN,
        question.group,
        question.variant,
    }


def _means(answers: Answers, group: str) -> str:
    lines = []
    for engine, all_of_it in answers.items():
        chosen = _chosen(all_of_it, group)
        mean = Scores.mean([answer.scores for answer in chosen])
        figures = (mean.ndcg, mean.mrr, mean.recall_20, mean.recall_100)
        cells = " | ".join(f"{figure:.3f}" for figure in figures)
        lines.append(f"| {engine} | {cells} | {mean.empty:.1%} |")
    head = f"| {group} ({len(chosen)}) | {' | '.join(HEAD)} |\n|---|{'--:|' * len(HEAD)}\n"
    return head + "\n".join(lines)


def _variants(answers: Answers, variants: Sequence[str]) -> str:
    lines = []
    for variant in variants:
        cells = []
        for all_of_it in answers.values():
            chosen = _chosen(all_of_it, variant)
            mean = Scores.mean([answer.scores for answer in chosen])
            cells.append(f"{mean.ndcg:.3f} ({mean.empty:.0%})")
        lines.append(f"| {variant} ({len(chosen)}) | {' | '.join(cells)} |")
    head = f"| nDCG@10 (empty) | {' | '.join(answers)} |\n|---|{'--:|' * len(answers)}\n"
    return head + "\n".join(lines)


def _paired(answers: Answers, ours: str, others: Sequence[str], groups: Sequence[str]) -> str:
    lines = [
        "| Ours against, by nDCG@10 | Wins | Ties | Losses | Difference | 95 % interval |",
        f"|---|{'--:|' * 5}",
    ]
    for other in others:
        for group in groups:
            first, second = (
                [answer.scores.ndcg for answer in _chosen(answers[engine], group)]
                for engine in (ours, other)
            )
            p = compare(first, second)
            lines.append(
                f"| {other}: {group} | {p.wins} | {p.ties} | {p.losses} |"
                f" {p.difference:+.3f} | {p.low:+.3f} to {p.high:+.3f} |"
            )
    return "\n".join(lines)

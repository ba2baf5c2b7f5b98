"""Cross-validates the branch that judges targets, then trains it on everything and writes its network beside the encoder.

    python -m train.attitude.fit --data ../shared/data --base FOLDER_WITH_MODEL --teacher FOLDER_WITH_MODEL [--folds 5] [--work .training]

The shared vectors of word pieces stay as they are, so attribution loses nothing by this head. A larger teacher learns first, for each
fold anew and without it, and the branch learns from people and from it. The corpora are read once and kept in the work folder; so is
what each teacher tells, and each branch, so that a run that was stopped goes on, and runs beside each other can share the work (`--only`).
The figures of the cross-validation go into `cross_validation.json` with the digests of the data and of the networks that they stand for.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import torch
from bench.digests import file_digest
from torch import Tensor
from train.attitude import teacher
from train.attitude.dataset import LABELS, Example, read_examples, read_unjudged
from train.attitude.figures import Likely, figures, surely
from train.attitude.learning import Batch, Course, Judge, batch_of, judged, learn, lessons_of
from train.attitude.model import Branch, Deciding, Judging
from train.export import note_head, write_network
from train.kept import kept
from train.minilm import LAYERS, VOCABULARY, load_encoder
from train.smoothing import smooth

from rashomon.encode.encoder import piece_vectors
from rashomon.encode.weights import FOLDER
from rashomon.encode.windows import LARGEST

CORPUS = Path("attitude") / "newsmtsc.train.jsonl"
UNJUDGED = Path("attribution") / "polnear.train.jsonl"
ARTICLES = 500
"""So many articles' sentences are judged by the teacher alone."""
RESULT = Path(__file__).with_name("cross_validation.json")
COURSE = Course(epochs=2, rate_layers=7e-5, rate_falls_by_layer=0.95)
BY_PEOPLE = 0.5
"""What the judgement of people counts for beside the teacher's."""
SEEN = 200
"""So many sentences are read to see how large each layer's inputs are, before weights become 8-bit."""


def main() -> None:
    """Parses the command line, cross-validates, trains on everything, and writes the weights and the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument(
        "--only",
        choices=("teacher", "branch"),
        help="Train the teacher alone, or both, without the fold of `--fold`; keep what they give, and write nothing else.",
    )
    parser.add_argument("--fold", type=int, help="The fold that `--only` leaves out; none by default.")
    parser.add_argument("--work", type=Path, default=Path(".training"))
    parser.add_argument("--out", type=Path, default=FOLDER)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    examples = load_examples(options)
    if options.only == "teacher":
        told_by_teacher(examples, options, options.fold)
        return
    if options.only == "branch":
        trained(examples, options, options.fold)
        return
    found: Likely = {}
    by_fold = []
    for fold in range(options.folds):
        tested = [example for example in examples if example.fold == fold]
        likely = judged(judge_of(trained(examples, options, fold)), tested)
        by_fold.append(figures(examples, likely)["macro_f1"])
        print(f"fold {fold}: {by_fold[-1]}", flush=True)
        found.update(likely)
    crossed = figures(examples, found)
    print(f"{options.folds} folds: macro F1 {by_fold}, together {crossed}", flush=True)
    sure = surely(examples, found)
    write(options.out, trained(examples, options, None), examples, sure["from"])
    note(options, by_fold, crossed, sure)


def load_examples(options: argparse.Namespace) -> list[Example]:
    """The judged sentences of the corpus, kept in the work folder under the corpus's digest."""
    path = options.data / CORPUS
    return kept(options.work / f"{_digested(path)}-{options.folds}.pickle", lambda: read_examples(path, options.folds))


def load_unjudged(options: argparse.Namespace) -> list[Example]:
    """The sentences that the teacher alone judges, kept in the same way."""
    path = options.data / UNJUDGED
    return kept(options.work / f"{_digested(path)}-{ARTICLES}.pickle", lambda: read_unjudged(path, ARTICLES))


def _digested(path: Path) -> str:
    digest = file_digest(path)
    print(f"{path.name}: sha256 {digest}", flush=True)
    return f"{path.stem}-{digest[:8]}"


def told_by_teacher(examples: Sequence[Example], options: argparse.Namespace, without: int | None) -> Likely:
    """What a teacher that has not seen the fold tells of all others' targets and of the unjudged sentences', kept in the work folder."""
    known = [example for example in examples if without is None or example.fold != without]
    title = f"{_marked(teacher.COURSE, ARTICLES)}-{options.folds}-{_title(without)}"

    weights = options.work / f"teacher-{title}.pt"

    def told() -> Likely:
        return teacher.taught(known, [*known, *load_unjudged(options)], options.teacher, _title(without), weights)

    answers = kept(options.work / f"taught-{title}.pickle", told)
    weights.unlink(missing_ok=True)
    return answers


def trained(examples: Sequence[Example], options: argparse.Namespace, without: int | None) -> Branch:
    """The branch that is trained on all folds, or on all but one; its weights are kept in the work folder."""
    path = options.work / f"attitude-{_marked(COURSE, teacher.COURSE, ARTICLES, BY_PEOPLE)}-{options.folds}-{_title(without)}.pt"
    torch.manual_seed(COURSE.seed)
    branch = Branch(load_encoder(options.base / "model.safetensors"))
    if not path.exists():
        known = [example for example in examples if without is None or example.fold != without]
        lessons = lessons_of([*known, *load_unjudged(options)], COURSE, told_by_teacher(examples, options, without), BY_PEOPLE)
        learn(branch, judge_of(branch), list(lessons), COURSE, list(_groups(branch)), _title(without))
        torch.save(branch.state_dict(), path)
    branch.load_state_dict(torch.load(path))
    return branch.eval()


def _title(without: int | None) -> str:
    return "all" if without is None else str(without)


def _marked(*settings: Course | float) -> str:
    """A short digest of what something was made with."""
    told = [asdict(one) if isinstance(one, Course) else one for one in settings]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:8]


def judge_of(branch: Branch) -> Judge:
    """Judges by the branch, from the vectors of word pieces that the shipped encoder hands out."""

    def judge(batch: Batch) -> Tensor:
        return branch(_embeddings()[batch.pieces], batch.mask, batch.targets, batch.sentence)

    return judge


def _groups(branch: Branch) -> Iterator[dict[str, Any]]:
    """Parameters with their rates: what is farther from the head learns more slowly, and biases and norms do not decay."""
    for name, value in branch.named_parameters():
        rate = COURSE.rate_head
        if name.startswith("encoder."):
            _, part, number, *_ = (*name.split("."), "")
            above = LAYERS - 1 - int(number) if part == "layers" else LAYERS
            rate = COURSE.rate_layers * COURSE.rate_falls_by_layer**above
        yield {"params": [value], "lr": rate, "weight_decay": COURSE.decay if value.dim() > 1 else 0.0}


@cache
def _embeddings() -> Tensor:
    """The vector of every word piece, [VOCABULARY, WIDTH], as the shipped encoder hands it out."""
    parts = [piece_vectors(range(start, min(start + LARGEST, VOCABULARY))) for start in range(0, VOCABULARY, LARGEST)]
    return torch.from_numpy(np.concatenate(parts))


def write(folder: Path, branch: Branch, examples: Sequence[Example], sure: float) -> None:
    """Writes `attitude.onnx` and `deciding.onnx`, and into `settings.json` the new digest and the likelihood from which on one is sure."""
    judging, deciding = Judging(branch).eval(), Deciding(branch).eval()
    smooth(judging, (_alone(example) for example in examples[:: -(-len(examples) // SEEN)]))
    embedded, targets = _alone(examples[0])
    with torch.no_grad():
        likely, below, vectors = judging(embedded, targets)
    write_network(
        folder / "attitude.onnx",
        judging,
        {"embedded": embedded, "targets": targets},
        {"likely": {0: "targets"}, "below": {1: "rows"}, "vectors": {1: "rows"}},
        {"embedded": {1: "rows"}, "targets": {0: "targets", 1: "rows"}},
    )
    write_network(
        folder / "deciding.onnx",
        deciding,
        {"below": below, "vectors": vectors, "targets": targets, "told": likely.argmax(dim=-1)},
        {"weights": {0: "targets", 1: "rows"}},
        {"below": {1: "rows"}, "vectors": {1: "rows"}, "targets": {0: "targets", 1: "rows"}, "told": {0: "targets"}},
    )
    note_head(folder, "attitude", {"labels": list(LABELS), "sure": sure})


def _alone(example: Example) -> tuple[Tensor, Tensor]:
    batch = batch_of([example])
    return _embeddings()[batch.pieces], batch.targets


def note(options: argparse.Namespace, by_fold: Sequence[float], crossed: Mapping[str, Any], sure: Mapping[str, float]) -> None:
    """Writes the cross-validation's figures with the digests of the data and of the networks that were written with them."""
    result = {
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "data": {str(path): file_digest(options.data / path) for path in (CORPUS, UNJUDGED)},
        "weights": {name: file_digest(options.out / name) for name in ("encoder.onnx", "attitude.onnx", "deciding.onnx")},
        "folds": options.folds,
        "settings": {"branch": asdict(COURSE), "teacher": asdict(teacher.COURSE), "articles": ARTICLES, "by_people": BY_PEOPLE},
        "macro_f1_by_fold": list(by_fold),
        "figures": crossed,
        "sure": dict(sure),
    }
    RESULT.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

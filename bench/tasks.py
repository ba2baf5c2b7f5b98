"""The tasks: what an adapter may see of a document, and what identifies a line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Document = Mapping[str, Any]
"""One line of a corpus, cut down to what an adapter may see."""

Prediction = dict[str, Any]
"""One line of predictions, as the package's docstring describes it."""


@dataclass(frozen=True, kw_only=True)
class Task:
    """`inputs` are the fields an adapter sees, `required` those among them without which a document is refused.

    `nested` cuts the objects in a list-valued field down in the same way; `names` says which inputs are made of another field's names
    alone, where what stands under the names is the answer. `key` are the fields that join a prediction
    to its gold. A `collection` task is handed all documents at once.
    """

    inputs: tuple[str, ...]
    required: tuple[str, ...] = ("id", "text")
    nested: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    key: tuple[str, ...] = ("id",)
    collection: bool = False


TASKS: dict[str, Task] = {
    "attribution": Task(inputs=("id", "text")),
    "incidents": Task(inputs=("id", "text")),
    "events": Task(inputs=("id", "text")),
    "five_w": Task(inputs=("id", "text", "title", "published", "publisher")),
    "same_event": Task(
        inputs=("id", "text", "topic", "subtopic", "mentions"),
        required=("id", "text", "mentions"),
        nested={"mentions": ("id", "start", "end", "kind")},
        collection=True,
    ),
    "shared_incidents": Task(
        inputs=("id", "text", "title", "published"), required=("id", "text", "title"), key=("id", "title"), collection=True
    ),
    "times": Task(inputs=("id", "text", "published")),
    "places": Task(inputs=("id", "text", "published")),
    "attitude": Task(inputs=("id", "text", "start", "end", "mention"), required=("id", "text", "start", "end"), key=("id", "start")),
    "basil": Task(
        inputs=("id", "event", "text", "published", "spans", "entities"),
        required=("id", "event", "text", "spans", "author_feeling"),
        nested={"spans": ("start", "end")},
        names={"entities": "author_feeling"},
        key=("id", "event"),
    ),
    "pronouns": Task(inputs=("id", "text", "pronoun", "a", "b"), required=("id", "text", "pronoun", "a", "b")),
}


def visible(task: Task, line: Mapping[str, Any], hidden: frozenset[str] = frozenset()) -> Document:
    """What an adapter sees of one line: the permitted fields that it has, less the `hidden` ones."""
    document: dict[str, Any] = {name: line[name] for name in task.inputs if name in line and name not in hidden}
    for name, fields in task.nested.items():
        if name in document:
            document[name] = [{key: item[key] for key in fields if key in item} for item in document[name]]
    for name, source in task.names.items():
        if source in line and name not in hidden:
            document[name] = list(line[source])
    return document

"""Measures the readers on public corpora, through the same functions that users call.

    python -m bench TASK --gold FILE --out PRED     run the readers on a corpus, write predictions
    python -m bench score TASK GOLD PRED            compare predictions with the gold
    python -m bench errors GOLD PRED...             count what fails in attribution, by kind of error
    python -m bench pairs                           compare pairs of invented accounts, count the verdicts that are right
    python -m bench gate                            run everything, fail below the floors
    python -m bench speed                           the whole program against a bare parse

The adapter of a task is the module `bench.adapters.<task>`. It turns what the readers give into the shape of the
task and knows nothing else: not which corpus it reads, not what the gold says. It holds one function:

    def predict(document: Document) -> Prediction

`document` is one line of the corpus cut down to the fields of `bench.tasks.TASKS[task].inputs`; a field that is not
required may be missing, so ask for it with `document.get`. The result holds the fields of one line of predictions,
less "id" (and "start" for attitude), which the runner adds itself:

    attribution  {"attributions": [{"source": [[start, end], ...], "cue": [...], "content": [...]}, ...]}
    incidents    {"roles": {"PerpInd": [[mention, ...], ...], "PerpOrg": ..., "Target": ..., "Victim": ..., "Weapon": ...},
                  "confidence": {organisation: "REPORTED AS FACT" | "CLAIMED OR ADMITTED" | "SUSPECTED OR ACCUSED BY AUTHORITIES" | ...}}
    events       {"events": [{"type": "ASSAULT", "trigger": words, "agents": [words, ...], "patients": [words, ...]}, ...]}
    five_w       {"who": words, "what": words, "when": words, "where": words}
    times        {"times": [{"start": 3, "end": 9, "value": TIMEX3 value}, ...]}
    places       {"places": [{"start": 3, "end": 9, "lat": degrees or None, "lon": degrees or None}, ...]}
    attitude     {"polarity": "negative" | "neutral" | "positive"}
    pronouns     {"a": bool, "b": bool}

What is asked of a whole collection at once, the task same_event, has this function instead, with one result a document:

    def predict_all(documents: Sequence[Document]) -> Iterable[Prediction]

    same_event   {"clusters": {mention id: cluster name}}, names shared by all documents; only mentions of kind "event" count

`bench.articles.article_from_text` makes the Article; `rashomon.read.read_article` and the functions beside it read it.
Results must depend on the document alone: documents are spread over processes in any order.
"""

"""The nouns: what everything else takes and gives. Frozen values, no input or output, nothing else of ours imported."""

from rashomon.model.actor import Actor, ActorKind, Mention, MentionForm, Relation, RelationKind, Sector
from rashomon.model.article import Article, Block, BlockKind
from rashomon.model.attribution import (
    Addressee,
    Attribution,
    Certainty,
    Commitment,
    Content,
    Cue,
    CueType,
    Manner,
    Polarity,
    Source,
    SourceKind,
)
from rashomon.model.comparison import (
    Account,
    Claim,
    Comparison,
    Contrast,
    Description,
    Incident,
    LinkedActor,
    Reason,
    Silence,
    Verdict,
    Version,
)
from rashomon.model.correction import Correction
from rashomon.model.event import Count, Event, EventType, Participant, Role, Stage, Trigger, When, Where
from rashomon.model.incident_summary import ARTICLE, Blame, BlamedOrganisation, Filler, IncidentSummary
from rashomon.model.label import Attitude, Label
from rashomon.model.place import Place
from rashomon.model.record import Record, make_id
from rashomon.model.span import Span, Spans, covers, quote
from rashomon.model.stance import Stance
from rashomon.model.time import Anchor, AnchorKind, Time, TimeKind

__all__ = [
    "ARTICLE",
    "Account",
    "Actor",
    "ActorKind",
    "Addressee",
    "Anchor",
    "AnchorKind",
    "Article",
    "Attitude",
    "Attribution",
    "Blame",
    "BlamedOrganisation",
    "Block",
    "BlockKind",
    "Certainty",
    "Claim",
    "Commitment",
    "Comparison",
    "Content",
    "Contrast",
    "Correction",
    "Count",
    "Cue",
    "CueType",
    "Description",
    "Event",
    "EventType",
    "Filler",
    "Incident",
    "IncidentSummary",
    "Label",
    "LinkedActor",
    "Manner",
    "Mention",
    "MentionForm",
    "Participant",
    "Place",
    "Polarity",
    "Reason",
    "Record",
    "Relation",
    "RelationKind",
    "Role",
    "Sector",
    "Silence",
    "Source",
    "SourceKind",
    "Span",
    "Spans",
    "Stage",
    "Stance",
    "Time",
    "TimeKind",
    "Trigger",
    "Verdict",
    "Version",
    "When",
    "Where",
    "covers",
    "make_id",
    "quote",
]

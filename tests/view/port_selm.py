"""Three articles about an invented explosion in an invented harbour, read and compared by hand."""

from __future__ import annotations

from functools import cache

import msgspec

from rashomon.compare.lookup import Lookup
from rashomon.compare.sourcing import profile_sourcing
from rashomon.link import link_actors
from rashomon.model import (
    PRIOR,
    Account,
    ActorKind,
    Attitude,
    Certainty,
    Comparison,
    Contrast,
    Count,
    CueType,
    Description,
    EventType,
    Incident,
    LinkedActor,
    Manner,
    Polarity,
    Reason,
    Record,
    Role,
    Sector,
    Silence,
    SourceKind,
    Sourcing,
    Stage,
    TellerKind,
    Verdict,
    Version,
)
from view.drafts import Draft, draft_article

AGENCY = """Blast at Port Selm warehouse kills at least nine
At least nine people were killed on 12 May when an explosion destroyed a warehouse in Port Selm, \
harbour police said on Tuesday.
Interior Minister Dana Velt accused the Oru Front of planting a bomb. “This was an act of cowards,” she told reporters.
The Front denied that it had attacked the harbour. \
A senior official said that the minister had told the cabinet that two suspects were arrested in Karsa.
ALSO READ: Ten years of the Oru Front
"""
STANDARD = """The harbour bombers must face justice
On 12 May the Oru Front, a terrorist gang in the pay of foreign powers, bombed a warehouse in Port Selm and murdered 14 dock workers.
Experts warn that the gang is planning further attacks on the capital this summer. \
Minister Velt rightly called the killings “the work of cowards”.
Parliament must ban the Front at once. In June 2011 the same men blew up the rail bridge at Tel Arna.
"""
VOICE = """A warehouse, a cover-up
Seven dockers died in the accident at the Port Selm warehouse in May because the company kept fuel beside it, \
according to a report by the fire brigade.
Witnesses told the inquiry that there was no bomb. The Oru Front, a movement of harbour workers, \
says that the police “arrested two innocent men” in Karsa on 13 May.
The government had planned to break the dock strike with troops.
"""
AGENT, PATIENT = Role.AGENT, Role.PATIENT
NAMED, COLLECTIVE, UNNAMED, DOCUMENT, AUTHOR = (
    SourceKind.NAMED,
    SourceKind.COLLECTIVE,
    SourceKind.UNNAMED,
    SourceKind.DOCUMENT,
    SourceKind.AUTHOR,
)
NEGATIVE, NEUTRAL, POSITIVE = Attitude.NEGATIVE, Attitude.NEUTRAL, Attitude.POSITIVE


@cache
def records() -> tuple[Record, ...]:
    """The agency report, then the two opinion pieces."""
    return _agency().record(), _standard().record(), _voice().record()


def _agency() -> Draft:
    draft = Draft(
        draft_article(AGENCY, origin="in/agency.txt", title=AGENCY.split("\n")[0], publisher="Selm Agency", published="2019-05-14")
    )
    front = draft.actor("Oru Front", ActorKind.ARMED_GROUP, "Oru Front", "The Front")
    minister = draft.actor("Dana Velt", ActorKind.PERSON, "Dana Velt", "she", "the minister")
    police = draft.actor("harbour police", ActorKind.GOVERNMENT_BODY, "harbour police", sectors=(Sector.COP,))
    first = "At least nine people were killed on 12 May when an explosion destroyed a warehouse in Port Selm"
    told = draft.says(COLLECTIVE, "harbour police", "harbour police", "said", first, actor=police)
    accused = draft.says(
        NAMED,
        "Dana Velt",
        "Interior Minister Dana Velt",
        "accused",
        "the Oru Front of planting a bomb",
        type=CueType.ACCUSE,
        actor=minister,
    )
    draft.says(NAMED, "Dana Velt", "she", "told reporters", "This was an act of cowards", manner=Manner.DIRECT, actor=minister)
    denied = draft.says(NAMED, "Oru Front", "The Front", "denied", "that it had attacked the harbour", type=CueType.DENY, actor=front)
    inner = "that two suspects were arrested in Karsa"
    outer = draft.says(UNNAMED, "a senior official", "A senior official", "said that", f"the minister had told the cabinet {inner}")
    chained = draft.says(NAMED, "Dana Velt", "the minister", "told the cabinet", inner, parent=outer, actor=minister)
    killed = Count(what="killed", number=9, low=9, spans=draft.at("At least nine people"))
    when = {"time": ("12 May", "2019-05-12"), "place": "Port Selm"}
    draft.event("explosion", EventType.ASSAULT, "explosives", counts=(killed,), attribution=told, parts=[(PATIENT, "a warehouse")], **when)
    draft.event("planting a bomb", EventType.ASSAULT, "explosives", attribution=accused, parts=[(AGENT, "Oru Front")])
    draft.event("attacked", EventType.ASSAULT, attribution=denied, polarity=Polarity.DENIED, parts=[(AGENT, "The Front")])
    draft.event("arrested", EventType.COERCE, "arrest", attribution=chained, parts=[(PATIENT, "two suspects")], place="Karsa")
    return draft


def _standard() -> Draft:
    draft = Draft(draft_article(STANDARD, origin="in/standard.txt", publisher="The Varenian Standard", authors=("Ilse Marn",)))
    front = draft.actor("Oru Front", ActorKind.ARMED_GROUP, "Oru Front", "the gang", "the Front", "the same men")
    minister = draft.actor("Minister Velt", ActorKind.PERSON, "Minister Velt")
    draft.actor("Parliament", ActorKind.GOVERNMENT_BODY, "Parliament")
    warned = draft.says(
        UNNAMED, "experts", "Experts", "warn", "the gang is planning further attacks on the capital this summer", type=CueType.WARN
    )
    draft.says(
        NAMED,
        "Minister Velt",
        "Minister Velt",
        "called",
        "the killings|the work of cowards",
        type=CueType.CALL,
        manner=Manner.MIXED,
        actor=minister,
    )
    killed = Count(what="killed", number=14, low=14, high=14, spans=draft.at("14 dock workers"))
    draft.event(
        "bombed",
        EventType.ASSAULT,
        "explosives",
        counts=(killed,),
        parts=[(AGENT, "Oru Front"), (PATIENT, "a warehouse")],
        time=("12 May", "2019-05-12"),
        place="Port Selm",
    )
    draft.event(
        "attacks",
        EventType.ASSAULT,
        attribution=warned,
        stage=Stage.PLANNED,
        certainty=Certainty.PROBABLE,
        parts=[(AGENT, "the gang")],
        time=("this summer", "2019-22"),
    )
    draft.event("ban", EventType.COERCE, "ban", stage=Stage.DEMANDED, parts=[(AGENT, "Parliament"), (PATIENT, "the Front")])
    draft.event(
        "blew up",
        EventType.ASSAULT,
        "explosives",
        parts=[(AGENT, "the same men"), (PATIENT, "the rail bridge")],
        time=("June 2011", "2011-06"),
        place="Tel Arna",
    )
    draft.label(front, "a terrorist gang", "nature", NEGATIVE)
    draft.label(front, "in the pay of foreign powers", "allegiance", NEGATIVE)
    draft.stance(front, STANDARD.split("\n")[1], "the Oru Front", NEGATIVE, "terrorist|murdered")
    warning = "Experts warn that the gang is planning further attacks on the capital this summer."
    draft.stance(front, warning, "the gang", NEGATIVE, "attacks", attribution=warned)
    draft.stance(front, "Parliament must ban the Front at once.", "the Front", NEUTRAL)
    draft.stance(front, "In June 2011 the same men blew up the rail bridge at Tel Arna.", "the same men", NEGATIVE, "blew")
    return draft


def _voice() -> Draft:
    draft = Draft(draft_article(VOICE, origin="in/voice.txt", publisher="Dockers’ Voice", authors=("Oren Tal",)))
    front = draft.actor("Oru Front", ActorKind.ORGANISATION, "Oru Front")
    draft.actor("the government", ActorKind.GOVERNMENT_BODY, "The government")
    first = "Seven dockers died in the accident at the Port Selm warehouse in May because the company kept fuel beside it"
    report = draft.says(DOCUMENT, "a report by the fire brigade", "a report by the fire brigade", "according to", first)
    seen = draft.says(UNNAMED, "witnesses", "Witnesses", "told the inquiry", "that there was no bomb")
    police = "that the police “arrested two innocent men” in Karsa on 13 May"
    said = draft.says(NAMED, "Oru Front", "The Oru Front", "says", police, manner=Manner.MIXED, actor=front)
    killed = Count(what="killed", number=7, low=7, high=7, spans=draft.at("Seven dockers"))
    draft.event("accident", EventType.ASSAULT, counts=(killed,), attribution=report, time=("May", "2019-05"), place="Port Selm")
    draft.event("bomb", EventType.ASSAULT, "explosives", attribution=seen, polarity=Polarity.DENIED)
    parts = [(AGENT, "the police"), (PATIENT, "two innocent men")]
    draft.event("arrested", EventType.COERCE, "arrest", attribution=said, parts=parts, time=("13 May", "2019-05-13"), place="Karsa")
    draft.event("break the dock strike", EventType.COERCE, stage=Stage.PLANNED, parts=[(AGENT, "The government")])
    draft.label(front, "a movement of harbour workers", "nature", POSITIVE)
    movement = "The Oru Front, a movement of harbour workers, says that the police “arrested two innocent men” in Karsa on 13 May."
    draft.stance(front, movement, "The Oru Front", NEUTRAL)
    return draft


@cache
def profiles() -> Sourcing:
    """The sourcing of the three articles, and of two of them as if they came from one outlet."""
    made = profile_sourcing(Lookup.of(records(), link_actors(records())))
    agency, standard, voice = records()
    again = msgspec.structs.replace(voice, article=msgspec.structs.replace(voice.article, publisher=standard.article.publisher))
    together = profile_sourcing(Lookup.of((agency, standard, again), link_actors(records()))).outlets
    return Sourcing(articles=made.articles, outlets=together)


@cache
def comparison() -> Comparison:
    """The blast told six ways, the arrest told twice, and what one article alone tells."""
    agency, standard, voice = records()
    articles = tuple(record.article.id for record in records())
    linked = LinkedActor(
        id="p1",
        kind=ActorKind.ARMED_GROUP,
        name="Oru Front",
        sectors=(Sector.REB,),
        members=tuple(record.actors[0].id for record in records()),
        why=(Reason(field="name", weight=9.0, note="same name"),),
    )
    pictures = [
        _version(standard, "a terrorist gang", "the author", AUTHOR, "a terrorist gang", "nature", NEGATIVE),
        _version(standard, "in the pay of foreign powers", "the author", AUTHOR, "in the pay of foreign powers", "allegiance", NEGATIVE),
        _version(voice, "a movement of harbour workers", "the author", AUTHOR, "a movement of harbour workers", "nature", POSITIVE),
        _version(agency, "the Oru Front", "Dana Velt", NAMED, "Oru Front", "naming", NEUTRAL),
    ]
    singles = [
        _single(
            "i3", "planned: attack on the capital, according to experts", EventType.ASSAULT, standard, 1, ("experts", UNNAMED), "2019-22"
        ),
        _single("i4", "demanded: a ban on the Oru Front", EventType.COERCE, standard, 2, ("the author", AUTHOR)),
        _single(
            "i5",
            "bombing at Tel Arna, blamed on the Oru Front by the author",
            EventType.ASSAULT,
            standard,
            3,
            ("the author", AUTHOR),
            "2011-06",
        ),
        _single("i6", "planned: breaking of the dock strike", EventType.COERCE, voice, 3, ("the author", AUTHOR)),
    ]
    return Comparison(
        articles=articles,
        actors=(linked,),
        incidents=(_arrest(agency, voice), _blast(agency, standard, voice), *singles),
        descriptions=(Description(actor="p1", relation=Verdict.DIFFER, versions=tuple(pictures)),),
        sourcing=profiles(),
        silences=(
            Silence(incident="i5", told_by=(articles[1],), silent=articles[0], note="speaks of the Oru Front, not of this", weight=5.0),
            Silence(
                incident="i2",
                told_by=(f"{articles[2]}/Oru Front",),
                silent=f"{articles[0]}/Dana Velt",
                note="speaks of the police",
                kind=TellerKind.SOURCE,
                weight=4.0,
            ),
            Silence(
                incident="i1",
                told_by=("Selm Agency",),
                silent="The Varenian Standard",
                note="speaks of the Oru Front",
                kind=TellerKind.OUTLET,
                weight=3.0,
            ),
        ),
    )


def _blast(agency: Record, standard: Record, voice: Record) -> Incident:
    police, velt, front, author = ("harbour police", COLLECTIVE), ("Dana Velt", NAMED), ("Oru Front", NAMED), ("the author", AUTHOR)
    report, witnesses = ("a report by the fire brigade", DOCUMENT), ("witnesses", UNNAMED)
    who = (
        _version(agency, "the Oru Front", *velt, "Oru Front"),
        _version(standard, "the Oru Front", *author, "Oru Front"),
    )
    killed = (
        _version(agency, "At least nine people killed", *police, "At least nine people"),
        _version(standard, "14 dock workers killed", *author, "14 dock workers"),
        _version(voice, "Seven dockers killed", *report, "Seven dockers"),
    )
    happened = (
        _version(standard, "told as done", *author, "bombed"),
        _version(voice, "denied", *witnesses, "no bomb"),
        _version(agency, "denied", *front, "attacked"),
    )
    tellings = [
        (agency, police, 0),
        (agency, velt, 1),
        (agency, front, 2),
        (standard, author, 0),
        (voice, report, 0),
        (voice, witnesses, 1),
    ]
    return Incident(
        id="i1",
        type=EventType.ASSAULT,
        title="bombing, or accident, at a Port Selm warehouse",
        time="2019-05-12",
        place="Port Selm",
        accounts=tuple(_account(record, source, event) for record, source, event in tellings),
        contrasts=(
            Contrast(field="polarity", relation=Verdict.CONTRADICT, versions=happened, note="affirmed by one, denied by another"),
            Contrast(
                field="count:killed",
                relation=Verdict.CONTRADICT,
                versions=killed,
                note="no number fits all the words",
                sides=((0, 1), (2,)),
            ),
            Contrast(field="agent", relation=Verdict.AGREE, versions=who, note="one actor"),
        ),
        why=_why((agency, 0), (standard, 0), (voice, 0)),
    )


def _arrest(agency: Record, voice: Record) -> Incident:
    minister, front = ("Dana Velt", NAMED), ("Oru Front", NAMED)
    who = (_version(voice, "the police", *front, "the police"),)
    whom = (_version(agency, "two suspects", *minister, "two suspects"), _version(voice, "two innocent men", *front, "two innocent men"))
    where = (_version(agency, "Karsa", *minister, "Karsa"), _version(voice, "Karsa", *front, "Karsa"))
    return Incident(
        id="i2",
        type=EventType.COERCE,
        title="arrest of two men in Karsa",
        time="2019-05-13",
        place="Karsa",
        accounts=(_account(agency, minister, 3), _account(voice, front, 2)),
        contrasts=(
            Contrast(field="patient", relation=Verdict.DIFFER, versions=whom, note="other words for the same number of people"),
            Contrast(
                field="agent", relation=Verdict.SILENT, versions=who, silent=(f"{agency.article.id}/Dana Velt",), note="one account alone"
            ),
            Contrast(field="place", relation=Verdict.AGREE, versions=where, note="same place"),
        ),
        why=_why((agency, 3), (voice, 2)),
    )


def _why(*tellings: tuple[Record, int]) -> tuple[Reason, ...]:
    """The first telling linked with each of the others: by day and place, against another kind of act."""
    first, *others = [record.events[number].id for record, number in tellings]
    links = tuple((first, other) for other in others)
    return (
        Reason(field=PRIOR, weight=-5.5, note="before anything is compared", links=links),
        Reason(field="time", weight=6.5, note="same day", links=links[:1]),
        Reason(field="place", weight=4.25, note="same town", links=links),
        Reason(field="act", weight=-1.5, note="acts of different types", links=links),
        Reason(field="patient", weight=3.0, note="both done to a warehouse", links=links[1:]),
    )


def _single(
    identity: str, title: str, kind: EventType, record: Record, event: int, source: tuple[str, SourceKind], time: str | None = None
) -> Incident:
    return Incident(id=identity, type=kind, title=title, time=time, accounts=(_account(record, source, event),))


def _account(record: Record, source: tuple[str, SourceKind], event: int) -> Account:
    return Account(article=record.article.id, source=source[0], source_kind=source[1], events=(record.events[event].id,))


def _version(
    record: Record,
    value: str,
    source: str,
    kind: SourceKind,
    words: str,
    aspect: str | None = None,
    attitude: Attitude | None = None,
) -> Version:
    spans = Draft(record.article).at(words)
    return Version(value=value, source=source, source_kind=kind, article=record.article.id, spans=spans, aspect=aspect, attitude=attitude)

"""Schemas of stories."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from nutgraf.model import Bound, EntityType, FigureKind
from nutgraf.model.story import FigureCause, FigureState, SupportDegree
from service.schemas.analysis import FigureSchema, MentionSchema
from service.schemas.fields import integer, listed, moment, nested, number, string

MAX_ITEMS = 100
_START = "Start of the span in the article's text, in the unit of `offset_unit`."
_END = "End of the span (exclusive)."


def _ids(about: str, example: list[str]) -> fields.List[str]:
    return fields.List(fields.String(), required=True, metadata={"description": about, "examples": [example]})


def _agrees() -> fields.List[str]:
    return _ids(
        "What else says that both report one event: `people`, `place`, `day`, `figures`.", ["place", "day"]
    )


def _against() -> fields.List[str]:
    return _ids(
        "What speaks against it, though not enough: `names`, `people`, `place`, `day`, `figures`.",
        ["figures"],
    )


def _matched_on() -> fields.List[str]:
    return _ids(
        "Rare names, or else words, that both the article and the story contained when it joined.",
        ["arlesund", "calloway"],
    )


def _article_id() -> fields.String:
    return string(
        "Id of the article that the offsets refer to.", "art_01m7xwcjpmwer7g2ha83b5mhcd", required=True
    )


class MembershipSchema(Schema):
    """Membership of an article in a story."""

    id = string("Id of the story.", "sty_01m7xwcjpmwer7g2ha83b5mhcd", required=True)
    revision = integer("Revision of the story.", 4, required=True)
    match_score = number("Similarity of the article and the story, 0 to 1.", 0.43, required=True)
    matched_on = _matched_on()
    agrees = _agrees()
    against = _against()


class StoryArticleSchema(Schema):
    """Article of a story."""

    id = string("Id of the article.", "art_01m7xwcjpmwer7g2ha83b5mhcd", required=True)
    source = string("Name of the outlet.", "Arlesund Courier", required=True, allow_none=True)
    title = string("Headline.", "Harbour wall to be rebuilt", required=True, allow_none=True)
    published_at = moment("As submitted, or from the HTML page.", required=True, allow_none=True)
    near_duplicate_of = string(
        "Id of the article that it reprints.",
        "art_01m7xwcjpmwer7g2ha83b5mhcd",
        required=True,
        allow_none=True,
    )
    match_score = number(
        "Similarity of the article and the story, 0 to 1; the first article has that of the second. "
        "Null in a comparison, and for an article that came without a match.",
        0.43,
        required=True,
        allow_none=True,
    )
    matched_on = _matched_on()
    agrees = _agrees()
    against = _against()


class SupportSchema(Schema):
    """Span of an article that says what a statement says."""

    article_id = _article_id()
    start = integer(_START, 0, required=True)
    end = integer(_END, 72, required=True)
    text = string(
        "Equals `text[start:end]` of the article.",
        "The council of Arlesund voted on Monday to rebuild the old harbour wall.",
        required=True,
    )
    degree = string("Whether the span states all of the statement or a part of it.", "full", required=True,
                    validate=validate.OneOf([degree.value for degree in SupportDegree]))  # fmt: skip


class StorySentenceSchema(Schema):
    """Sentence of a story's summary, verbatim from one article."""

    text = string(
        "Equals `text[start:end]` of the article.",
        "The council of Arlesund voted on Monday to rebuild the old harbour wall.",
        required=True,
    )
    article_id = _article_id()
    start = integer(_START, 0, required=True)
    end = integer(_END, 72, required=True)
    said_by = _ids(
        "Ids of the articles of `evidence`; in `coverage` this name is of spans.",
        ["art_01m7xwcjpmwer7g2ha83b5mhcd"],
    )
    evidence = listed(
        SupportSchema,
        "Spans that state the sentence or a part of it, one for each article that has one, its own first.",
        required=True,
    )


class StorySummarySchema(Schema):
    """Summary of a story."""

    sentences = listed(
        StorySentenceSchema, "In the order in which they tell the story, without repetition.", required=True
    )


class ArticleMentionsSchema(Schema):
    """Mentions of an entity in one article."""

    article_id = _article_id()
    entity_id = string("Id of the entity in that article's analysis.", "ent_1", required=True)
    mentions = listed(MentionSchema, "The mentions.", required=True)


class MergeEvidenceSchema(Schema):
    """Evidence for merging a surface form into an entity."""

    rule = string("Rule that merged it.", "title_surname", required=True)
    article_id = _article_id()
    text = string("Surface form as it is written in the article.", "Ms Calloway", required=True)


class StoryEntitySchema(Schema):
    """Entity across the articles of a story."""

    name = string("Name as most articles spell it.", "Ines Calloway", required=True)
    type = string("Type of the entity.", "PERSON", required=True,
                  validate=validate.OneOf([kind.value for kind in EntityType]))  # fmt: skip
    salience = number("How central the entity is to the story, 0 to 1.", 0.31, required=True)
    sources = _ids(
        "Names of the outlets that mention it, or the article's id where there is no outlet.",
        ["Arlesund Courier"],
    )
    mentions = listed(ArticleMentionsSchema, "Mentions, by article.", required=True)
    evidence = listed(MergeEvidenceSchema, "Evidence for merging its surface forms.", required=True)


class FigureValueSchema(Schema):
    """Value of a figure in one article."""

    value = fields.Raw(required=True, metadata=dict(FigureSchema().fields["value"].metadata))
    value_max = number(
        "Upper end of a range, whose lower end is `value`; null without a range.",
        80_000_000,
        required=True,
        allow_none=True,
    )
    unit = string("Unit; null if the text has none.", "GBP", required=True, allow_none=True)
    bound = string("How the text qualifies the value: `at_least` for 'more than', and for the lower end of a "
                   "range.", "at_least",
                   required=True, validate=validate.OneOf([bound.value for bound in Bound]))  # fmt: skip
    text = string("Equals `text[start:end]` of the article.", "£76-80 million", required=True)
    article_id = _article_id()
    start = integer(_START, 310, required=True)
    end = integer(_END, 324, required=True)
    published_at = moment("Time of publication of the article.", required=True, allow_none=True)


class StoryFigureSchema(Schema):
    """Figure across the articles of a story."""

    what = string("What is counted or measured.", "cost of the repairs", required=True)
    labelled = fields.Boolean(
        required=True,
        metadata={
            "description": "Whether `what` names the quantity. If false, the reports give no sound name, and "
            "`what` only says of which kind it is.",
            "examples": [True],
        },
    )
    subject = string(
        "Person or thing that the figure belongs to, such as the person of an age; null if unknown.",
        "Arlesund",
        required=True,
        allow_none=True,
    )
    as_of = string(
        "Day or time that the current value is of, in ISO 8601; null if unknown.",
        "2026-03-02",
        required=True,
        allow_none=True,
    )
    cause = string("Why the values of a `conflicting` figure differ, where the reports tell: a report "
                   "corrects the other number (`correction`), or a reprint has changed it "
                   "(`altered_reprint`).",
                   "correction", required=True,
                   allow_none=True,
                   validate=validate.OneOf([cause.value for cause in FigureCause]))  # fmt: skip
    kind = string("Kind of quantity.", "money", required=True,
                  validate=validate.OneOf([kind.value for kind in FigureKind]))  # fmt: skip
    state = string("Whether the articles agree on the value.", "conflicting", required=True,
                   validate=validate.OneOf([state.value for state in FigureState]))  # fmt: skip
    values = listed(FigureValueSchema, "Values, in order of publication.", required=True)


class QuoteCutSchema(Schema):
    """Wording of a quotation in one article."""

    article_id = _article_id()
    text = string("Equals `text[start:end]` of the article.", "We have waited long enough,", required=True)
    start = integer(_START, 145, required=True)
    end = integer(_END, 172, required=True)


class StoryQuoteSchema(Schema):
    """Quotation across the articles of a story."""

    text = string(
        "Longest wording in one piece: equals `text[start:end]` of the article.",
        "We have waited long enough,",
        required=True,
    )
    article_id = _article_id()
    start = integer(_START, 145, required=True)
    end = integer(_END, 172, required=True)
    speaker = string(
        "Name of the speaker; null if there is none or more than one.",
        "Ines Calloway",
        required=True,
        allow_none=True,
    )
    speakers = _ids("Names of all who say it together.", ["Ines Calloway"])
    articles = listed(
        QuoteCutSchema,
        "All wordings, in order of publication and of the text. Those that continue one another are listed "
        "one after the other, never joined.",
        required=True,
    )


class ClaimSchema(Schema):
    """Statement, and the articles that support it."""

    claim = string(
        "Equals `text[start:end]` of the article.",
        "The council of Arlesund voted on Monday to rebuild the old harbour wall.",
        required=True,
    )
    article_id = _article_id()
    start = integer(_START, 0, required=True)
    end = integer(_END, 72, required=True)
    said_by = listed(
        SupportSchema,
        "The span of each article that states the claim or a part of it, its own first.",
        required=True,
    )
    only_in = string(
        "Id of the article, if no other independent source is in `said_by`.",
        "art_01m7xwcjpmwer7g2ha83b5mhcd",
        required=True,
        allow_none=True,
    )


class StorySchema(Schema):
    """Story: several reports of one event, compared."""

    id = string("Opaque id; null for a comparison, which is not stored.", "sty_01m7xwcjpmwer7g2ha83b5mhcd",
                required=True, allow_none=True)  # fmt: skip
    revision = integer("Revision, from 1; 0 for a comparison.", 4, required=True)
    title = string(
        "Headline of the representative article.",
        "Harbour wall to be rebuilt",
        required=True,
        allow_none=True,
    )
    article_count = integer("Number of articles, including reprints.", 6, required=True)
    independent_source_count = integer("Number of articles without reprints.", 5, required=True)
    first_seen = moment(
        "When the first article arrived in the story; in a comparison the first time of publication, if any.",
        required=True,
    )
    last_seen = moment(
        "When the latest article arrived in the story; in a comparison the last time of publication, if any.",
        required=True,
    )
    split_from = string("Id of the story that it was a part of until a report showed two events.",
                        "sty_01m7xwcjpmwer7g2ha83b5mhcd", required=True, allow_none=True)  # fmt: skip
    merged_from = _ids(
        "Ids of the stories that were merged into it, at most the last 50.",
        ["sty_01m7xwcjpmwer7g2ha83b5mhcd"],
    )
    representative_article_id = string(
        "Id of the article whose headline tells best what happened.",
        "art_01m7xwcjpmwer7g2ha83b5mhcd",
        required=True,
    )
    articles = listed(StoryArticleSchema, "Latest 50 articles, in order of publication.", required=True)
    summary = nested(StorySummarySchema, "Summary of the story.", required=True)
    entities = listed(StoryEntitySchema, "Entities, most salient first.", required=True)
    figures = listed(
        StoryFigureSchema,
        "Figures in at least two sources, or changed in a reprint; disputed ones first.",
        required=True,
    )
    quotes = listed(StoryQuoteSchema, "Quotations, those in most articles first.", required=True)
    coverage = listed(
        ClaimSchema, "Statements of most sources, then those of a single source.", required=True
    )


class StoryListSchema(Schema):
    """Page of stories."""

    items = listed(StorySchema, "Stories, those with the latest articles first.", required=True)
    next_cursor = string(
        "Cursor of the next page; null on the last page.",
        "1772435700000:sty_01m7xwcjpmwer7g2ha83b5mhcd",
        required=True,
        allow_none=True,
    )


class StoryListQuerySchema(Schema):
    """Query of the list of stories."""

    limit = fields.Integer(
        load_default=20,
        validate=validate.Range(1, MAX_ITEMS),
        metadata={"description": "Maximum number of items per page."},
    )
    cursor = string(
        "`next_cursor` of the previous page.",
        load_default=None,
        validate=validate.Regexp(r"^\d{1,15}:sty_[0-9a-z]{26}\Z", error="Not a cursor of this list."),
    )


class StoryQuerySchema(Schema):
    """Query of a story."""

    since_revision = fields.Integer(
        load_default=0,
        validate=validate.Range(min=0),
        metadata={"description": "Return only items that are new or changed since this revision."},
    )

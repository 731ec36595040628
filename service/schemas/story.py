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


def _article_id() -> fields.String:
    return string(
        "Id of the article that the offsets refer to.", "art_01m7xwcjpmwer7g2ha83b5mhcd", required=True
    )


class MembershipSchema(Schema):
    """Membership of an article in a story."""

    id = string("Id of the story.", "sty_01m7xwcjpmwer7g2ha83b5mhcd", required=True)
    revision = integer("Revision of the story.", 4, required=True)
    match_score = number("Similarity of the article and the story, 0 to 1.", 0.43, required=True)
    matched_on = _ids("Rare words that both contain.", ["harbour", "arlesund"])


class StoryArticleSchema(Schema):
    """Article of a story."""

    id = string("Id of the article.", "art_01m7xwcjpmwer7g2ha83b5mhcd", required=True)
    source = string("Name of the outlet.", "Arlesund Courier", required=True, allow_none=True)
    title = string("Headline.", "Harbour wall to be rebuilt", required=True, allow_none=True)
    published_at = moment("As submitted.", required=True, allow_none=True)
    near_duplicate_of = string(
        "Id of the article that it reprints.",
        "art_01m7xwcjpmwer7g2ha83b5mhcd",
        required=True,
        allow_none=True,
    )
    match_score = number(
        "Similarity of the article and the story, 0 to 1.", 0.43, required=True, allow_none=True
    )
    matched_on = _ids("Rare words that both contain.", ["harbour", "arlesund"])


class SupportSchema(Schema):
    """Span of an article that says what a statement says."""

    article_id = _article_id()
    start = integer(_START, 310, required=True)
    end = integer(_END, 447, required=True)
    text = string(
        "Equals `text[start:end]` of the article.",
        "On Monday the council agreed to rebuild the harbour wall.",
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
    start = integer(_START, 310, required=True)
    end = integer(_END, 447, required=True)
    said_by = _ids("Ids of the articles of `evidence`.", ["art_01m7xwcjpmwer7g2ha83b5mhcd"])
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

    rule = string("Rule that merged it.", "misspelling", required=True)
    article_id = _article_id()
    text = string("Surface form as it is written in the article.", "Ms Calloway", required=True)


class StoryEntitySchema(Schema):
    """Entity across the articles of a story."""

    name = string("Name as most articles spell it.", "Torben Hale", required=True)
    type = string("Type of the entity.", "PERSON", required=True,
                  validate=validate.OneOf([kind.value for kind in EntityType]))  # fmt: skip
    salience = number("How central the entity is to the story, 0 to 1.", 0.31, required=True)
    sources = _ids("Names of the outlets that mention it.", ["Arlesund Courier"])
    mentions = listed(ArticleMentionsSchema, "Mentions, by article.", required=True)
    evidence = listed(MergeEvidenceSchema, "Evidence for merging its surface forms.", required=True)


class FigureValueSchema(Schema):
    """Value of a figure in one article."""

    value = fields.Raw(required=True, metadata=dict(FigureSchema().fields["value"].metadata))
    unit = string("Unit; null if the text has none.", "GBP", required=True, allow_none=True)
    bound = string("How the text qualifies the value, such as `at_least` for 'more than'.", "exact",
                   required=True, validate=validate.OneOf([bound.value for bound in Bound]))  # fmt: skip
    text = string("Equals `text[start:end]` of the article.", "4 million euros", required=True)
    article_id = _article_id()
    start = integer(_START, 310, required=True)
    end = integer(_END, 321, required=True)
    published_at = moment("Time of publication of the article.", required=True, allow_none=True)


class StoryFigureSchema(Schema):
    """Figure across the articles of a story."""

    what = string("What is counted or measured.", "people dead", required=True)
    labelled = fields.Boolean(
        required=True,
        metadata={
            "description": "Whether `what` names the quantity. If false, the reports give no sound name, and "
            "`what` only says of which kind it is.",
            "examples": [True],
        },
    )
    subject = string(
        "Person or thing that the figure belongs to, such as the person of an age.",
        "Ola Brandt",
        required=True,
        allow_none=True,
    )
    as_of = string(
        "Day or time that the values are of, in ISO 8601.", "2026-03-02", required=True, allow_none=True
    )
    cause = string("Why the values differ, where the reports tell.", "correction", required=True,
                   allow_none=True,
                   validate=validate.OneOf([cause.value for cause in FigureCause]))  # fmt: skip
    kind = string("Kind of quantity.", "count", required=True,
                  validate=validate.OneOf([kind.value for kind in FigureKind]))  # fmt: skip
    state = string("Whether the articles agree on the value.", "superseded", required=True,
                   validate=validate.OneOf([state.value for state in FigureState]))  # fmt: skip
    values = listed(FigureValueSchema, "Values, in order of publication.", required=True)


class QuoteCutSchema(Schema):
    """Wording of a quotation in one article."""

    article_id = _article_id()
    text = string("Equals `text[start:end]` of the article.", "We have waited long enough.", required=True)
    start = integer(_START, 310, required=True)
    end = integer(_END, 447, required=True)


class StoryQuoteSchema(Schema):
    """Quotation across the articles of a story."""

    text = string(
        "Longest wording in one piece: equals `text[start:end]` of the article.",
        "We have waited long enough.",
        required=True,
    )
    article_id = _article_id()
    start = integer(_START, 310, required=True)
    end = integer(_END, 337, required=True)
    speaker = string(
        "Name of the speaker; null if there is none or more than one.",
        "Torben Hale",
        required=True,
        allow_none=True,
    )
    speakers = _ids("Names of all who say it together.", ["Torben Hale"])
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
    start = integer(_START, 310, required=True)
    end = integer(_END, 447, required=True)
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
    first_seen = moment("Time of the first article.", required=True)
    last_seen = moment("Time of the latest article.", required=True)
    split_from = string("Id of the story that it was a part of until a report showed two events.",
                        "sty_01m7xwcjpmwer7g2ha83b5mhcd", required=True, allow_none=True)  # fmt: skip
    merged_from = _ids(
        "Ids of the stories that were merged into it, at most the last 50.",
        ["sty_01m7xwcjpmwer7g2ha83b5mhcd"],
    )
    representative_article_id = string(
        "Id of the article that the others support most.", "art_01m7xwcjpmwer7g2ha83b5mhcd", required=True
    )
    articles = listed(StoryArticleSchema, "Latest 50 articles, in order of publication.", required=True)
    summary = nested(StorySummarySchema, "Summary of the story.", required=True)
    entities = listed(StoryEntitySchema, "Entities, most salient first.", required=True)
    figures = listed(
        StoryFigureSchema, "Figures in at least two sources, disputed ones first.", required=True
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

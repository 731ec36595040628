"""Stories in and out."""

from __future__ import annotations

from marshmallow import Schema, ValidationError, fields, validate, validates

from nutgraf.model import Bound, EntityType, FigureKind
from nutgraf.model.story import FigureState
from service.schemas.analysis import FigureSchema, MentionSchema
from service.schemas.fields import integer, listed, moment, nested, number, string
from service.schemas.submission import SubmissionSchema

MOST_COMPARED = 50
MOST_ITEMS = 100
_START = "Where the span begins in the article's text, in the unit that `offset_unit` chose."
_END = "Where the span ends (exclusive)."


def _ids(about: str, example: list[str]) -> fields.List[str]:
    return fields.List(fields.String(), required=True, metadata={"description": about, "examples": [example]})


def _article_id() -> fields.String:
    return string("The article that the offsets refer to.", "art_01m7xwcjpmwer7g2ha83b5mhcd", required=True)


class MembershipSchema(Schema):
    """The story that an article belongs to."""

    id = string("The story's id.", "sty_01m7xwcjpmwer7g2ha83b5mhcd", required=True)
    revision = integer("How often the story has been told.", 4, required=True)
    match_score = number("How alike the article and the story are, 0 to 1.", 0.43, required=True)
    matched_on = _ids("Rare words that they share.", ["harbour", "arlesund"])


class StoryArticleSchema(Schema):
    """One report of the event."""

    id = string("The article's id.", "art_01m7xwcjpmwer7g2ha83b5mhcd", required=True)
    source = string("The outlet.", "Arlesund Courier", required=True, allow_none=True)
    title = string("The headline.", "Harbour wall to be rebuilt", required=True, allow_none=True)
    published_at = moment("As submitted.", required=True, allow_none=True)
    near_duplicate_of = string(
        "The article that it reprints.", "art_01m7xwcjpmwer7g2ha83b5mhcd", required=True, allow_none=True
    )
    match_score = number("How alike it and the story are, 0 to 1.", 0.43, required=True, allow_none=True)
    matched_on = _ids("Rare words that they share.", ["harbour", "arlesund"])


class StorySentenceSchema(Schema):
    """A sentence, verbatim from one article."""

    text = string(
        "Exactly `text[start:end]` of the article.",
        "The council of Arlesund voted on Monday to rebuild the old harbour wall.",
        required=True,
    )
    article_id = _article_id()
    start = integer(_START, 310, required=True)
    end = integer(_END, 447, required=True)
    said_by = _ids("The articles that say the same, its own first.", ["art_01m7xwcjpmwer7g2ha83b5mhcd"])


class StorySummarySchema(Schema):
    """What the sources say."""

    sentences = listed(StorySentenceSchema, "By importance; no two say the same.", required=True)


class ArticleMentionsSchema(Schema):
    """Where one article names an entity."""

    article_id = _article_id()
    entity_id = string("Its id in that article's analysis.", "ent_1", required=True)
    mentions = listed(MentionSchema, "The places.", required=True)


class MergeEvidenceSchema(Schema):
    """Why a form was taken for this entity."""

    rule = string("The rule that joined it.", "misspelling", required=True)
    article_id = _article_id()
    text = string("The form as it stands there.", "Ms Calloway", required=True)


class StoryEntitySchema(Schema):
    """One person, organisation, place or thing across the articles."""

    name = string("The spelling that most articles use.", "Torben Hale", required=True)
    type = string("Its type.", "PERSON", required=True,
                  validate=validate.OneOf([kind.value for kind in EntityType]))  # fmt: skip
    salience = number("How much the story is about it, 0 to 1.", 0.31, required=True)
    sources = _ids("The outlets that name it.", ["Arlesund Courier"])
    mentions = listed(ArticleMentionsSchema, "Its mentions, by article.", required=True)
    evidence = listed(MergeEvidenceSchema, "What joined its forms.", required=True)


class FigureValueSchema(Schema):
    """One article's value of a figure."""

    value = fields.Raw(required=True, metadata=dict(FigureSchema().fields["value"].metadata))
    unit = string("The unit, if the text has one.", "GBP", required=True, allow_none=True)
    bound = string("How firmly the text commits to it.", "exact", required=True,
                   validate=validate.OneOf([bound.value for bound in Bound]))  # fmt: skip
    text = string("Exactly `text[start:end]` of the article.", "4 million euros", required=True)
    article_id = _article_id()
    start = integer(_START, 310, required=True)
    end = integer(_END, 321, required=True)
    published_at = moment("When the article was published.", required=True, allow_none=True)


class StoryFigureSchema(Schema):
    """One figure across the articles."""

    what = string("What it counts or measures.", "people dead", required=True)
    kind = string("What it measures.", "count", required=True,
                  validate=validate.OneOf([kind.value for kind in FigureKind]))  # fmt: skip
    state = string("Whether the articles agree about it.", "superseded", required=True,
                   validate=validate.OneOf([state.value for state in FigureState]))  # fmt: skip
    values = listed(FigureValueSchema, "In order of publication.", required=True)


class QuoteCutSchema(Schema):
    """How one article cut a quotation."""

    article_id = _article_id()
    text = string("Exactly `text[start:end]` of the article.", "We have waited long enough.", required=True)
    start = integer(_START, 310, required=True)
    end = integer(_END, 447, required=True)


class StoryQuoteSchema(Schema):
    """One quotation across the articles."""

    text = string("The fullest cut.", "We have waited long enough.", required=True)
    speaker = string("Who said it.", "Torben Hale", required=True, allow_none=True)
    articles = listed(QuoteCutSchema, "Every cut, in order of publication.", required=True)


class ClaimSchema(Schema):
    """A sentence and who says the same."""

    claim = string(
        "Exactly `text[start:end]` of the article.",
        "The council of Arlesund voted on Monday to rebuild the old harbour wall.",
        required=True,
    )
    article_id = _article_id()
    start = integer(_START, 310, required=True)
    end = integer(_END, 447, required=True)
    said_by = _ids("The articles that say the same, its own first.", ["art_01m7xwcjpmwer7g2ha83b5mhcd"])
    only_in = string(
        "Set when one independent source alone says it.",
        "art_01m7xwcjpmwer7g2ha83b5mhcd",
        required=True,
        allow_none=True,
    )


class StorySchema(Schema):
    """Several reports of one event, read together."""

    id = string("Opaque; null for a comparison, which is not kept.", "sty_01m7xwcjpmwer7g2ha83b5mhcd",
                required=True, allow_none=True)  # fmt: skip
    revision = integer("How often it has been told; 0 for a comparison.", 4, required=True)
    title = string(
        "The representative article's headline.", "Harbour wall to be rebuilt", required=True, allow_none=True
    )
    article_count = integer("Articles, reprints among them.", 6, required=True)
    independent_source_count = integer("Articles without their reprints.", 5, required=True)
    first_seen = moment("When the first article came.", required=True)
    last_seen = moment("When the latest article came.", required=True)
    representative_article_id = string(
        "The article that the others support most.", "art_01m7xwcjpmwer7g2ha83b5mhcd", required=True
    )
    articles = listed(StoryArticleSchema, "The latest 50 articles, in order of publication.", required=True)
    summary = nested(StorySummarySchema, "What the sources say.", required=True)
    entities = listed(StoryEntitySchema, "The most salient first.", required=True)
    figures = listed(StoryFigureSchema, "Figures of two sources or more, disputed ones first.", required=True)
    quotes = listed(StoryQuoteSchema, "Those in most articles first.", required=True)
    coverage = listed(ClaimSchema, "What most say, then what one alone says.", required=True)


class StoryListSchema(Schema):
    """A page of stories."""

    items = listed(StorySchema, "The stories with the latest articles first.", required=True)
    next_cursor = string(
        "Where to go on; null at the end.",
        "1772435700000:sty_01m7xwcjpmwer7g2ha83b5mhcd",
        required=True,
        allow_none=True,
    )


class StoryListQuerySchema(Schema):
    """Which stories are listed."""

    limit = fields.Integer(
        load_default=20,
        validate=validate.Range(1, MOST_ITEMS),
        metadata={"description": "The most items of a page."},
    )
    cursor = string(
        "`next_cursor` of the page before.",
        load_default=None,
        validate=validate.Regexp(r"^\d{1,15}:sty_[0-9a-z]{26}\Z", error="Not a cursor of this list."),
    )


class StoryQuerySchema(Schema):
    """Which part of a story is answered."""

    since_revision = fields.Integer(
        load_default=0,
        validate=validate.Range(min=0),
        metadata={"description": "Only items that are new, or have changed, after this revision."},
    )


class ComparedArticleSchema(SubmissionSchema):
    """An article to be compared, as one is submitted; there is nothing to call back about."""

    class Meta:
        """What is left out of a submission."""

        exclude = ("callback",)


class ComparisonSchema(Schema):
    """Articles to be compared."""

    articles = fields.List(
        fields.Nested(ComparedArticleSchema),
        required=True,
        validate=validate.Length(2, MOST_COMPARED),
        metadata={
            "description": f"2 to {MOST_COMPARED} articles. In the answer each has its `external_id` as its "
            "id, or `#` and its place in this list, counted from 0."
        },
    )

    @validates("articles")
    def _apart(self, value: list[dict[str, object]], **_: object) -> None:
        known = [article.get("external_id") for article in value]
        given = [identifier for identifier in known if identifier is not None]
        if len(set(given)) < len(given):
            raise ValidationError("Two articles have the same external_id.")

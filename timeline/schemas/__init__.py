"""What JSON and addresses may hold, in and out; the only place that knows marshmallow."""

from timeline.schemas.incoming import (
    ArticleListQuerySchema,
    FiltersSchema,
    NewArticleSchema,
    PageQuerySchema,
)
from timeline.schemas.outgoing import (
    ArticleListSchema,
    ArticleSchema,
    EventPageSchema,
    EventSchema,
    ProblemSchema,
    SummarySchema,
)

__all__ = [
    "ArticleListQuerySchema",
    "ArticleListSchema",
    "ArticleSchema",
    "EventPageSchema",
    "EventSchema",
    "FiltersSchema",
    "NewArticleSchema",
    "PageQuerySchema",
    "ProblemSchema",
    "SummarySchema",
]

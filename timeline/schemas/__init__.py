"""What JSON and addresses may hold, in and out; the only place that knows marshmallow."""

from timeline.schemas.bodies import NewArticleSchema, Unfit, UploadSchema, read_body
from timeline.schemas.incoming import (
    ArticleListQuerySchema,
    DensityQuerySchema,
    FiltersSchema,
    PageQuerySchema,
    article_query_schema,
    page_query_schema,
)
from timeline.schemas.outgoing import (
    AddedSchema,
    ArticleListSchema,
    ArticleSchema,
    DensitySchema,
    EventPageSchema,
    EventSchema,
    ProblemSchema,
    SummarySchema,
)

__all__ = [
    "AddedSchema",
    "ArticleListQuerySchema",
    "ArticleListSchema",
    "ArticleSchema",
    "DensityQuerySchema",
    "DensitySchema",
    "EventPageSchema",
    "EventSchema",
    "FiltersSchema",
    "NewArticleSchema",
    "PageQuerySchema",
    "ProblemSchema",
    "SummarySchema",
    "Unfit",
    "UploadSchema",
    "article_query_schema",
    "page_query_schema",
    "read_body",
]

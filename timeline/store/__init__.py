"""The SQLite file that keeps timelines: what others may ask of it."""

from timeline.store.asking.density import Bin, Density
from timeline.store.asking.facets import Facets
from timeline.store.asking.lookup import ArticlePage, Page
from timeline.store.connection import StoreError
from timeline.store.file import Store
from timeline.store.log import Entry
from timeline.store.saving.articles import Kept, Part, Rebuilt, Saved
from timeline.store.saving.inputs import Held, Reached
from timeline.store.saving.prepared import Prepared, prepare
from timeline.store.views import View

__all__ = [
    "ArticlePage",
    "Bin",
    "Density",
    "Entry",
    "Facets",
    "Held",
    "Kept",
    "Page",
    "Part",
    "Prepared",
    "Reached",
    "Rebuilt",
    "Saved",
    "Store",
    "StoreError",
    "View",
    "prepare",
]

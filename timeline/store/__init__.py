"""The SQLite file that keeps timelines: what others may ask of it."""

from timeline.store.connection import StoreError
from timeline.store.density import Bin, Density
from timeline.store.facets import Facets
from timeline.store.file import Rebuilt, Saved, Store
from timeline.store.lookup import ArticlePage, Page
from timeline.store.views import View

__all__ = ["ArticlePage", "Bin", "Density", "Facets", "Page", "Rebuilt", "Saved", "Store", "StoreError", "View"]

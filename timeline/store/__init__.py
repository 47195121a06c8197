"""The SQLite file that keeps timelines: what others may ask of it."""

from timeline.store.connection import StoreError
from timeline.store.file import Rebuilt, Saved, Store
from timeline.store.lookup import ArticlePage, Page

__all__ = ["ArticlePage", "Page", "Rebuilt", "Saved", "Store", "StoreError"]

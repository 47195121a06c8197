"""The pages and the API over a store of timelines."""

from web.app import create_app

__all__ = ["create_app"]

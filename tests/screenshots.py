"""A folder goes in, pictures of every kind of page come out: light and dark, wide and narrow; `make screenshots`."""

from __future__ import annotations

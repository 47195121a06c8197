"""A folder goes in, pictures of every kind of page come out: light and dark, wide and narrow; `make screenshots`."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from browser import FLAGS, NAMES, _served
from playwright.sync_api import Browser, Page, sync_playwright

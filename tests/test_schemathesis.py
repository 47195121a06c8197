"""The API held against its own OpenAPI document by Schemathesis: what is documented is what is answered, POST too."""

from __future__ import annotations

import atexit
import re
import shutil
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance
from stocked import fill

from web import create_app

TOKEN = "secret"  # noqa: S105
EXAMPLES = 15  # of each kind for each address: as many as keep the whole under a minute

# What a schema cannot say of a value; nothing else that fits the document may be refused.
BEYOND = re.compile(
    r"(from|to): .*(there is no such|is not a date such as|ends before it starts|lies before from)"
    r"|unit: .* gives .* bins here"
    r"|cursor: is not one that this service gave"
    r"|published: the publish date given, .*, (?:is not a full date|names no day there is in the years 1600 to 2199)"
    r"|url: is not an (http or https )?address"
    r"|(text|file): .*(empty file|no text in it|binary|undecodable|bad JSON|unsupported)"
)

# Schemathesis makes one test of each address while tests are collected, so the store has to be there by then.
FOLDER = Path(mkdtemp(prefix="timeline-api-"))
atexit.register(shutil.rmtree, FOLDER)  # no fixture: whoever collects tests need not run them
API = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", create_app(fill(FOLDER / "timeline.db"), token=TOKEN))


def is_refused_for_a_reason(_: Any, response: Any, case: Any) -> None:
    """Stand in for the check that all that fits is accepted: refused may be what no schema can say."""
    mode = case.meta.generation.mode if case.meta else None
    if mode and mode.is_positive and response.status_code in (400, 422):
        faults = [f"{error['field']}: {error['detail']}" for error in response.json().get("errors", ())]
        assert faults, response.text
        assert [fault for fault in faults if not BEYOND.match(fault)] == []


@API.parametrize()
@settings(
    max_examples=EXAMPLES, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
def test_nothing_is_found(case: Any) -> None:
    case.call_and_validate(
        headers={"Authorization": f"Bearer {TOKEN}"},
        excluded_checks=[positive_data_acceptance],
        additional_checks=[is_refused_for_a_reason],
    )

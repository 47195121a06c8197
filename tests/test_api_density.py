"""How many events there are over time, as the API gives it: each event once, planned ones told apart."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from stocked import fill

from timeline.schemas import DensitySchema
from web import create_app


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return create_app(fill(tmp_path_factory.mktemp("store") / "timeline.db")).test_client()


def test_density_counts_each_event_once(client: FlaskClient) -> None:
    for query in ("", "?unit=year", "?unit=month&from=2024", "?text=smelter", "?modality=planned", "?undated=only"):
        body = client.get(f"/api/v1/density{query}").get_json()
        assert DensitySchema().validate(body) == {}
        plain = query.replace("unit=year", "").replace("unit=month&", "")
        events = client.get(f"/api/v1/events{plain}").get_json()["events"]
        dated = [event for event in events if event["start"] or event["end"]]
        assert sum(each["count"] for each in body["bins"]) == len(dated)
        assert sum(each["planned"] for each in body["bins"]) == sum(each["modality"] == "planned" for each in dated)


def test_a_bin_is_a_stretch_of_the_unit(client: FlaskClient) -> None:
    body = client.get("/api/v1/density?unit=month&from=2025-02&to=2025-02&text=fire").get_json()
    assert body["unit"] == "month"
    assert [each for each in body["bins"] if each["count"]] == [
        {"start": "2025-02-01", "end": "2025-03-01", "count": 1, "planned": 0}
    ]

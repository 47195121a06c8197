"""Labels are English; a page shows the dates in them as its reader writes dates."""

from __future__ import annotations

import re
import sys

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from stocked import fill

from timeline.calendar import DAY_SECONDS, Interval, day_number
from timeline.label import label_of
from timeline.locales import chosen, written
from timeline.locales.cldr import cldr_of
from web import create_app


def anew(text: str, lang: str, *, bare: bool = False) -> str:
    """Show what was written anew in square brackets; how wide its blanks are is for each language to say."""
    shown = "".join(f"[{piece.words}]" if piece.lang else piece.words for piece in written(text, lang, bare=bare))
    return re.sub(r"\s", " ", shown)


@pytest.mark.parametrize(
    ("label", "german", "american"),
    [
        ("Sat 8 Feb 2025", "[Sa., 8. Feb. 2025]", "[Sat, Feb 8, 2025]"),
        ("Sat 8 Feb 2025, late", "[Sa., 8. Feb. 2025], late", "[Sat, Feb 8, 2025], late"),
        ("since Sat 8 Feb 2025", "since [Sa., 8. Feb. 2025]", "since [Sat, Feb 8, 2025]"),
        ("week of 3 Feb 2025", "week of [3. Feb. 2025]", "week of [Feb 3, 2025]"),
        ("28 Feb – 2 Mar 2025", "[28. Feb. – 2. März 2025]", "[Feb 28 – Mar 2, 2025]"),
        ("mid-May 2025", "mid-[Mai 2025]", "mid-May 2025"),
        ("Q3 2004", "Q3 2004", "Q3 2004"),
        ("480 BC", "[480 v. Chr.]", "480 BC"),
        ("20 Sep 480 BC", "20 Sep 480 BC", "20 Sep 480 BC"),
        ("AD 1–9", "AD 1–9", "AD 1–9"),
        ("winter 2003–04", "winter 2003–04", "winter 2003–04"),
        ("1990s", "1990s", "1990s"),
        ("undated", "undated", "undated"),
        ("Sat 8 Feb 2025, 20:00", "[Sa., 8. Feb. 2025], 20:00", "[Sat, Feb 8, 2025], [8:00 PM]"),
        ("“8 Feb 2025” is 31 Feb 2025", "“8 Feb 2025” is 31 Feb 2025", "“8 Feb 2025” is 31 Feb 2025"),
    ],
)
def test_only_the_dates_of_a_label_are_written_anew(label: str, german: str, american: str) -> None:
    assert anew(label, "de") == german
    assert anew(label, "en-US") == american
    assert anew(label, "en") == label


@pytest.mark.parametrize(
    ("heading", "japanese"),
    [
        ("February", "[2月]"),
        ("Mon–Fri", "[月]–[金]"),
        ("Sat 8 February 2025", "[2025年2月8日(土)]"),
        ("2025", "[2025年]"),
    ],
)
def test_in_a_heading_months_and_weekdays_stand_alone(heading: str, japanese: str) -> None:
    assert anew(heading, "ja", bare=True) == japanese


@given(
    st.integers(day_number(1583), day_number(9980)), st.integers(0, 4000), st.sampled_from(["de", "fr-CA", "ar", "zh"])
)
def test_no_english_month_is_left_of_any_stretch(first: int, length: int, lang: str) -> None:
    label = label_of(None, Interval(first * DAY_SECONDS, (first + length + 1) * DAY_SECONDS), None)
    left = " ".join(piece.words for piece in written(label, lang) if not piece.lang)
    assert not re.search(r"[A-Z][a-z]{2}\b", left)


@pytest.mark.parametrize(
    ("asked", "lang"),
    [
        (("de-AT", "de", "en"), "de-AT"),
        (("en", "de"), "en"),
        (("tlh", "fr"), "fr"),
        (("../../etc", "x" * 5000, "*"), "en"),
        ((), "en"),
    ],
)
def test_the_first_language_that_is_known_is_chosen(asked: tuple[str, ...], lang: str) -> None:
    assert chosen(asked) == lang


def test_without_the_extra_dates_stay_english(monkeypatch: pytest.MonkeyPatch) -> None:
    for found in (cldr_of, chosen, written):
        found.cache_clear()
    monkeypatch.setitem(sys.modules, "babel", None)
    assert chosen(("de",)) == "en"
    assert anew("Sat 8 Feb 2025", "de") == "Sat 8 Feb 2025"
    for found in (cldr_of, chosen, written):
        found.cache_clear()


# ---- on a page ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return create_app(fill(tmp_path_factory.mktemp("store") / "timeline.db")).test_client()


def page(client: FlaskClient, address: str, asked: str) -> str:
    answer = client.get(address, headers={"Accept-Language": asked})
    assert answer.status_code == 200
    assert "Accept-Language" in answer.vary or not answer.mimetype.endswith("html")
    return answer.get_data(as_text=True)


def test_a_page_shows_dates_as_the_browser_asks_and_marks_their_language(client: FlaskClient) -> None:
    german = page(client, "/", "de-AT,de;q=0.8,en;q=0.5")
    assert '<time datetime="2025-02-08"><bdi lang="de-AT">Sa., 8. Feb. 2025</bdi>, late</time>' in german
    assert '<span class="lead"><bdi lang="de-AT">Sa</bdi></span> <span class="name">8</span>' in german
    assert '<h3><bdi lang="de-AT">Februar</bdi>' in german
    assert '<html lang="en">' in german
    assert not re.search(r"Sat 8|8 Feb 2025", re.sub(r'(?s)<p class="citation">.*?</p>|“.*?”', "", german))


def test_a_reader_of_english_and_the_api_get_the_labels_as_they_are(client: FlaskClient) -> None:
    english = '<time datetime="2025-02-08">Sat 8 Feb 2025, late</time>'
    assert english in page(client, "/", "en,de;q=0.5")
    assert english in client.get("/").get_data(as_text=True)
    assert page(client, "/api/v1/events", "de") == client.get("/api/v1/events").get_data(as_text=True)
    assert '"label":"Sat 8 Feb 2025, late"' in page(client, "/api/v1/events", "de")

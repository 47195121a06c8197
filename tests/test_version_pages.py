"""What pages say of a text that was replaced by a newer one at its address: which stands, and where the other is."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from flask.testing import FlaskClient
from printed import html, words

from timeline.model import Article
from timeline.pipeline import timeline_of
from timeline.reading import Hints, read_bytes
from timeline.store import Store
from web import create_app

ADDRESS = "https://courier.example/mill"
NEWER, EARLIER = "A newer version of this text stands here", "Replaces an earlier version"


class Versions(NamedTuple):
    """A client of a store, and the ids of a text's two versions and of the article after them."""

    client: FlaskClient
    old: str
    new: str
    later: str


def save(store: Store, text: str, published: str, url: str) -> str:
    (article,) = read_bytes(text.encode(), "mill.txt", Hints(published, "Courier", "The mill", url=url))
    assert isinstance(article, Article)
    store.save(timeline_of(article))
    return article.id


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Versions:
    db: Path = tmp_path_factory.mktemp("store") / "timeline.db"
    with Store.open(db) as store:
        old = save(store, "The mill burned down on Saturday.\n", "2025-02-11", ADDRESS)
        new = save(store, "The mill burned down on Sunday.\n", "2025-02-12", ADDRESS)
        later = save(store, "The well ran dry on Monday.\n", "2025-02-13", f"{ADDRESS}/well")
    return Versions(create_app(db).test_client(), old, new, later)


def test_each_version_names_and_links_the_other(versions: Versions) -> None:
    client, old, new, later = versions
    page = html(client, f"/articles/{old}")
    assert f'<a href="/articles/{new}">{NEWER}</a>' in page
    assert EARLIER not in page
    page = html(client, f"/articles/{new}")
    assert f'<a href="/articles/{old}">{EARLIER}</a>' in page
    assert NEWER not in page
    assert "version" not in words(html(client, f"/articles/{later}"))


def test_the_list_tells_which_version_stands(versions: Versions) -> None:
    page = html(versions.client, "/articles")
    assert page.count(f'<a href="/articles/{versions.new}">{NEWER}</a>') == 1
    assert page.count(f'<a href="/articles/{versions.old}">{EARLIER}</a>') == 1


def test_an_event_of_an_earlier_version_says_so(versions: Versions) -> None:
    client, old, new, _ = versions
    for article, link in ((old, f'<a href="/articles/{new}">{NEWER}'), (new, f'<a href="/articles/{old}">{EARLIER}')):
        (event,) = client.get(f"/api/v1/articles/{article}").get_json()["events"]
        assert link in html(client, event["url"])


def test_the_ways_to_other_articles_pass_by_earlier_versions(versions: Versions) -> None:
    client, old, new, later = versions
    assert 'rel="prev"' not in html(client, f"/articles/{new}")
    assert f'rel="next" href="/articles/{later}"' in html(client, f"/articles/{new}")
    assert f'rel="prev" href="/articles/{new}"' in html(client, f"/articles/{later}")
    assert f'rel="next" href="/articles/{new}"' in html(client, f"/articles/{old}")

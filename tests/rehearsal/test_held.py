"""A page's channels: rule S3 of docs/SYNC.md."""

import base64
import gzip
import json

from facilitator.rehearsal.held import APPLIED, GAP, OLD, Held


def patch(start, to, put=None, drop=(), epoch="e1", channel="phone"):
    return {"c": channel, "e": epoch, "from": start, "to": to, "put": put or {}, "drop": list(drop)}


def held():
    page = Held()
    page.take(patch(None, 4, {"n1": {"text": "een"}, "n2": {"text": "twee"}}))
    return page


def test_s3_a_patch_that_starts_where_the_page_stands_is_applied():
    page = held()
    assert page.take(patch(4, 6, {"n2": {"text": "anders"}, "n3": {}}, ["n1"])) == APPLIED
    assert page.entities("phone") == {"n2": {"text": "anders"}, "n3": {}}
    assert page.have() == {"epoch": "e1", "phone": 6}


def test_s3_an_old_patch_is_ignored():
    page = held()
    assert page.take(patch(2, 4, {}, ["n1"])) == OLD
    assert page.take(patch(2, 3, {}, ["n1"])) == OLD
    assert page.entities("phone") == {"n1": {"text": "een"}, "n2": {"text": "twee"}}


def test_s3_a_patch_from_elsewhere_is_a_gap_and_changes_nothing():
    page = held()
    assert page.take(patch(5, 6, {"n3": {}})) == GAP
    assert page.take(patch(4, 6, {"n3": {}}, epoch="e2")) == GAP
    assert page.take(patch(1, 2, {"n3": {}}, channel="own")) == GAP
    assert page.entities("phone") == {"n1": {"text": "een"}, "n2": {"text": "twee"}}
    assert page.have() == {"epoch": "e1", "phone": 4}


def test_s3_a_whole_view_replaces_the_channel_also_when_it_comes_zipped():
    page = held()
    packed = base64.b64encode(gzip.compress(json.dumps({"put": {"n9": {}}}).encode())).decode()
    assert page.take({"c": "phone", "e": "e2", "from": None, "to": 2, "z": packed}) == APPLIED
    assert page.entities("phone") == {"n9": {}}
    assert page.have() == {"epoch": "e2", "phone": 2}


def test_s3_a_channel_of_an_older_epoch_is_not_claimed():
    page = held()
    page.take(patch(None, 1, {"p1": {}}, epoch="e2", channel="own"))
    assert page.have() == {"epoch": "e2", "own": 1}


def test_s7_the_volatile_channel_is_held_but_never_claimed():
    page = held()
    page.take(patch(None, 0, {"now": {"here": 3}}, channel="now"))
    assert page.entities("now") == {"now": {"here": 3}}
    assert page.have() == {"epoch": "e1", "phone": 4}
    assert Held().have() == {}

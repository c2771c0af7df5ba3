"""One order of actions: examples of every reason, and the laws."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from facilitator.chain import priority
from facilitator.chain.model import Chain
from facilitator.chain.priority import Place, Weight


def chain_of(votes=None, placed=None, ratings=(), notes=6, revealed=True):
    """A meeting with a wall of notes, a vote and a matrix: votes {note: n}, placed {note: [impact, effort]}."""
    chain = Chain("k1")
    chain.put({"id": "m1", "type": "meeting", "steps": ["s1", "s2", "s3"], "step": "s3"})
    names = [f"n{number}" for number in range(notes)]
    for identity, state in (
        ("s1", {}),
        ("s2", {"candidates": names}),
        ("s3", {"candidates": names, "placed": placed or {}}),
    ):
        fields = {"meeting": "m1", "settings": {}, "state": state, "revealed": revealed}
        chain.put({"id": identity, "type": "step", **fields})
    for name in names:
        chain.put({"id": name, "type": "note", "meeting": "m1", "step": "s1", "lane": "1", "text": name})
    if votes:
        chain.put({"id": "b1", "type": "ballot", "meeting": "m1", "step": "s2", "choices": votes})
    for number, marks in enumerate(ratings):
        chain.put({"id": f"r{number}", "type": "rating", "meeting": "m1", "step": "s3", "ratings": marks})
    return chain


def action(identity, *sources, rank=None):
    return {"id": identity, "meeting": "m1", "sources": list(sources), "rank": rank}


def ids(places):
    return [place.action for place in places]


# examples


def test_nothing_is_an_empty_order():
    assert priority.order(chain_of(), []) == []


def test_quadrant_comes_before_votes_and_votes_before_impact():
    placed = {"n0": [5, 5], "n1": [4, 1], "n2": [5, 1], "n3": [1, 1], "n4": [1, 5]}
    chain = chain_of({"n0": 9, "n1": 3, "n2": 2, "n3": 8, "n4": 9}, placed)
    actions = [action(f"a{number}", f"n{number}") for number in range(6)]
    assert ids(priority.order(chain, actions)) == ["a1", "a2", "a0", "a3", "a5", "a4"]


def test_equal_votes_go_by_impact_then_by_effort_then_by_the_order_of_writing():
    placed = {"n0": [4, 2], "n1": [5, 2], "n2": [5, 1], "n3": [5, 1]}
    actions = [action(f"a{number}", f"n{number}") for number in range(4)]
    assert ids(priority.order(chain_of(placed=placed), actions)) == ["a2", "a3", "a1", "a0"]


def test_the_reason_tells_quadrant_votes_and_agreement():
    ratings = [{"n0": [5, 1], "n1": [1, 2]}, {"n0": [4, 2], "n1": [5, 2]}, {"n0": [5, 1], "n1": [5, 2]}, {"n1": [1, 2]}]
    chain = chain_of({"n0": 11, "n1": 1}, ratings=ratings)
    first, second = priority.order(chain, [action("a0", "n0"), action("a1", "n1")])
    assert first.reason == "Makkelijk en veel effect; 11 stippen; de zaal is het eens"
    assert second.reason == "Makkelijk, minder effect; 1 stip; de zaal is verdeeld"


def test_without_any_weighing_the_order_is_that_of_writing_and_says_so():
    [one, two] = priority.order(chain_of(revealed=False), [action("a1", "n1"), action("a0")])
    assert one.reason == "Nog niet gewogen, dus in de volgorde van opschrijven"
    assert two.reason.endswith("opschrijven; zonder spoor: niet uit een briefje gemaakt")


def test_a_result_that_was_not_shown_does_not_count():
    chain = chain_of({"n1": 3}, {"n1": [5, 1]}, revealed=False)
    [one, two] = priority.order(chain, [action("a0", "n0"), action("a1", "n1")])
    assert (one.action, two.weight) == ("a0", Weight())
    chain.change("s3", settings={"by": "begeleider"})
    assert ids(priority.order(chain, [action("a0", "n0"), action("a1", "n1")])) == ["a1", "a0"]


def test_a_source_counts_through_the_note_it_went_behind_and_the_group_it_is_in():
    chain = chain_of({"n0": 4, "n2": 1})
    chain.change("n1", into="n0")
    [place] = priority.order(chain, [action("a1", "n1")])
    assert place.weight.votes == 4
    chain.put({"id": "c1", "type": "cluster", "meeting": "m1", "step": "s1", "gone": False})
    chain.change("s2", state={"candidates": ["c1", "n2"]})
    chain.change("b1", choices={"c1": 7, "n2": 1})
    chain.change("n3", cluster="c1")
    chain.change("n4", cluster="c1")
    [place] = priority.order(chain, [action("a1", "n3", "n4", "c1", "n2")])
    assert place.weight.votes == 8  # the group once, and the loose note


def test_the_latest_vote_that_has_the_candidate_counts():
    chain = chain_of({"n0": 4, "n1": 2})
    fields = {"meeting": "m1", "settings": {}, "state": {"candidates": ["n0"]}, "revealed": True}
    chain.put({"id": "s4", "type": "step", **fields})
    chain.put({"id": "b2", "type": "ballot", "meeting": "m1", "step": "s4", "choices": {"n0": 1}})
    chain.change("m1", steps=["s1", "s2", "s3", "s4"])
    places = priority.order(chain, [action("a0", "n0"), action("a1", "n1")])
    assert {place.action: place.weight.votes for place in places} == {"a0": 1, "a1": 2}


def test_of_more_points_the_one_to_do_first_counts():
    chain = chain_of(placed={"n0": [1, 5], "n1": [5, 1]})
    [place] = priority.order(chain, [action("a0", "n0", "n1")])
    assert place.weight.quadrant == "eerst"


def test_a_hand_says_where_the_action_would_have_stood():
    chain = chain_of({"n0": 4, "n1": 2, "n2": 1})
    actions = [action("a0", "n0"), action("a1", "n1"), action("a2", "n2", rank=1)]
    first = priority.order(chain, actions)[0]
    assert (first.action, first.hand, first.alone) == ("a2", True, 3)
    assert first.reason == "Door de begeleider op plaats 1 gezet; vanzelf plaats 3: 1 stip"


# laws

marks = st.integers(2, 10).map(lambda number: number / 2)
weighed = st.tuples(
    st.dictionaries(st.sampled_from([f"n{number}" for number in range(6)]), st.integers(0, 5)),
    st.dictionaries(st.sampled_from([f"n{number}" for number in range(6)]), st.tuples(marks, marks).map(list)),
)
lists = st.lists(
    st.tuples(
        st.lists(st.sampled_from([f"n{number}" for number in range(6)]), max_size=3),
        st.none() | st.integers(1, 15),
    ),
    max_size=12,
).map(lambda rows: [action(f"a{number}", *sources, rank=rank) for number, (sources, rank) in enumerate(rows)])


@given(weighed, lists)
def test_every_action_stands_once_with_a_reason(given_weights, actions):
    places = priority.order(chain_of(*given_weights), actions)
    assert sorted(ids(places)) == sorted(one["id"] for one in actions)
    assert [place.place for place in places] == list(range(1, len(actions) + 1))
    assert all(place.reason and place.reason[0].isupper() for place in places)


@given(weighed, lists)
def test_the_same_input_gives_the_same_order(given_weights, actions):
    assert priority.order(chain_of(*given_weights), actions) == priority.order(chain_of(*given_weights), actions)


@given(weighed, lists)
def test_without_hands_the_order_follows_the_weights(given_weights, actions):
    loose = [{**one, "rank": None} for one in actions]
    keys = [priority.weight_key(place.weight) for place in priority.order(chain_of(*given_weights), loose)]
    assert keys == sorted(keys)


@given(weighed, lists)
def test_hands_do_not_change_the_turn_of_the_others(given_weights, actions):
    chain = chain_of(*given_weights)
    pinned = {one["id"] for one in actions if one["rank"] is not None}
    alone = [one for one in ids(priority.order(chain, [{**one, "rank": None} for one in actions])) if one not in pinned]
    assert [one for one in ids(priority.order(chain, actions)) if one not in pinned] == alone


@given(weighed, lists, st.data())
def test_a_move_is_a_move_of_one_card(given_weights, actions, data):
    """After `moved`, the one stands where it was put (or last), and the others keep their order."""
    if not actions:
        return
    chain = chain_of(*given_weights)
    before = priority.order(chain, actions)
    chosen = data.draw(st.sampled_from(ids(before)))
    place = data.draw(st.integers(1, len(actions) + 2))
    ranks = priority.moved(before, chosen, place)
    after = priority.order(chain, [{**one, "rank": ranks.get(one["id"], one["rank"])} for one in actions])
    expected = [one for one in ids(before) if one != chosen]
    expected.insert(place - 1, chosen)
    assert ids(after) == expected
    assert next(one for one in after if one.action == chosen).hand


def test_letting_go_changes_only_the_one():
    places = [Place("a", 1, "", Weight(), True, 2), Place("b", 2, "", Weight(), False, 1)]
    assert priority.moved(places, "a", None) == {"a": None}
    assert priority.moved(places, "b", None) == {}


@given(weighed, lists, st.data())
def test_more_votes_never_lower_an_action_within_its_quadrant(given_weights, actions, data):
    """Nor does it pass one of a quadrant that is done earlier: the quadrant comes first."""
    loose = [{**one, "rank": None} for one in actions]
    sources = sorted({source for one in loose for source in one["sources"]})
    votes, placed = given_weights
    if not sources or not any(votes.values()):
        return  # the room did not vote: one vote more would be another meeting
    chosen = data.draw(st.sampled_from(sources))
    before = priority.order(chain_of(votes, placed), loose)
    after = priority.order(chain_of({**votes, chosen: votes.get(chosen, 0) + 1}, placed), loose)
    mine = {one["id"] for one in loose if chosen in one["sources"]}
    weight = {place.action: place.weight for place in after}
    assert {place.action: place.weight.quadrant for place in before} == {
        identity: one.quadrant for identity, one in weight.items()
    }
    for identity in mine:
        same = [one for one in ids(before) if weight[one].quadrant == weight[identity].quadrant and one not in mine]
        ahead = set(same[: sum(1 for one in same if ids(before).index(one) < ids(before).index(identity))])
        now = {one for one in same if ids(after).index(one) < ids(after).index(identity)}
        assert now <= ahead, "a vote more put something else in front of it"


SAID = {words.lower(): key for key, (_, words) in priority.QUADRANTS.items()}


@given(weighed, lists)
def test_the_spoken_reason_agrees_with_the_order(given_weights, actions):
    """Who reads only the reasons finds the same turn: of the quadrants, and in a quadrant of the votes."""
    places = priority.order(chain_of(*given_weights), [{**one, "rank": None} for one in actions])
    spoken = []
    for place in places:
        parts = place.reason.lower().split("; ")
        quadrant = next((key for words, key in SAID.items() if words in parts), "")
        votes = next((part.split()[0] for part in parts if part.endswith((" stip", " stippen"))), "geen")
        spoken.append((priority.TURN[quadrant], -(0 if votes == "geen" else int(votes))))
        assert quadrant == place.weight.quadrant
    assert spoken == sorted(spoken)


@given(weighed, lists, st.data())
def test_ties_stand_in_the_order_of_writing_whatever_stands_around_them(given_weights, actions, data):
    chain = chain_of(*given_weights)
    loose = [{**one, "rank": None} for one in actions]
    places = priority.order(chain, loose)
    written = [one["id"] for one in loose]
    for first, second in itertools.pairwise(places):
        if priority.weight_key(first.weight) == priority.weight_key(second.weight):
            assert written.index(first.action) < written.index(second.action)
    kept = [one for one in loose if data.draw(st.booleans())]
    few = ids(priority.order(chain, kept))
    assert few == [one for one in ids(places) if one in few], "without the others the same ones stand in the same turn"

"""An agenda that is too full, by hand in a meeting and in the form for one's own: told in words, and the rest works."""

from facilitator.chain.command import FACILITATOR, Seat
from facilitator.chain.steps import MOST_STEPS
from facilitator.content.second import AGENDA
from tests.web.indoors import ADDRESS, Indoors


def test_an_agenda_gets_sixty_steps_and_not_two_hundred(tmp_path):
    """What is there stays, and after one goes another fits."""
    house = Indoors(tmp_path, "kort-overleg")
    seat, room = Seat(FACILITATOR, house.meeting), house.room

    def add() -> dict:
        return house.built.house.ask(room, "step.add", {"exercise": "kansen", "after": ""}, seat)

    answers = [add() for _ in range(200 - len(room.chain.steps(house.meeting)))]
    assert len(room.chain.steps(house.meeting)) == MOST_STEPS
    assert answers[-1]["say"].startswith("Er staan al 60 stappen op de agenda. Haal er eerst een weg")
    house.do("step.remove", step=room.chain.steps(house.meeting)[0]["id"])
    assert add()["ok"] and not add()["ok"]
    steps = [{"oefening": "kansen", "onderdeel": "Samen", "titel": "", "minuten": "5", "van": ""}] * 200
    body = {"sort": AGENDA, "id": "", "seen": "", "text": None, "values": {"titel": "Te vol", "stappen": steps}}
    asked = {"base_url": ADDRESS, "json": body, "headers": {"Origin": ADDRESS}}
    answer = house.regie.client.post("/regie/eigen/nakijken", **asked).get_json()
    assert any("Er staan 200 stappen. Het mogen er hoogstens 60 zijn." in row["say"] for row in answer["faults"])
    house.built.ledger.close()

"""What several people said in the same words stands once, and nobody of them is lost."""

from facilitator.chain.chorus import once, tallied


def test_the_same_words_stand_once_with_everybody_who_said_them():
    said = [("Een avond vrij", "GGZ", []), ("Iets anders", "", []), ("een avond  vrij.", "Steunpunt", [])]
    assert once(said) == ["Een avond vrij (2 keer: GGZ; Steunpunt)", "Iets anders"]


def test_how_often_is_said_when_nobody_is_named_and_also_when_one_said_it_twice():
    assert once([("Bellen", "", [])] * 3) == ["Bellen (3 keer)"]
    assert once([("Bellen", "GGZ", [])] * 2) == ["Bellen (2 keer: GGZ)"]


def test_how_often_stands_with_the_names_only_when_they_do_not_say_it():
    assert tallied(["GGZ", "Steunpunt"]) == "GGZ; Steunpunt" and tallied(["GGZ"]) == "GGZ" and tallied([""]) == ""
    assert tallied([""] * 5) == "5 keer" and tallied(["GGZ", "GGZ"]) == "2 keer: GGZ"
    assert tallied(["GGZ", "", "Steunpunt"]) == "3 keer: GGZ; Steunpunt"


def test_what_was_taken_back_or_hidden_is_not_put_with_what_stands():
    said = [("Bellen", "GGZ", []), ("Bellen", "Steunpunt", ["teruggenomen"]), ("Bellen", "", ["verborgen"])]
    assert once(said) == ["Bellen (GGZ)", "Bellen (Steunpunt, teruggenomen)", "Bellen (verborgen)"]

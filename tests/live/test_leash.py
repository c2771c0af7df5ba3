"""What a held house keeps for its holder: remarks end somewhere, and one that was cut off hides no other."""

from facilitator.live.leash import MOST, REMARKS, Held, remarks


def test_remarks_end_where_the_holder_would_have_to_read_too_much(tmp_path):
    held = Held(tmp_path)
    assert held.remark("Rustige opening")
    while held.remark("x" * 600):
        pass
    assert MOST < (tmp_path / REMARKS).stat().st_size < MOST + 1000
    assert remarks(tmp_path)[0] == "Rustige opening"


def test_a_remark_that_was_cut_off_hides_no_other(tmp_path):
    held = Held(tmp_path)
    held.remark("Eerst\u2028en nog een regel")
    with (tmp_path / REMARKS).open("a", encoding="utf-8") as file:
        file.write('"half\n')
    held.remark("Daarna")
    assert remarks(tmp_path) == ["Eerst\u2028en nog een regel", "Daarna"]

from sim.errors import ConfigError, listing, quote, suggestion, unknown


def test_quotes_are_short_and_on_one_line():
    assert quote("a\nb") == "'a\\nb'"
    assert len(quote("x" * 10_000)) == 42
    assert quote(10**5000) == "a whole number of more than 60 digits"
    assert quote(1.5) == "1.5"
    assert quote([1, 2]) == "a value of type list"


def test_quotes_never_raise():
    class Hostile:
        def __repr__(self):
            raise RuntimeError

    assert quote(Hostile()) == "a value of type Hostile"


def test_lists_of_twenty_are_whole_and_longer_ones_are_cut():
    names = [f"n{number}" for number in range(21)]
    assert listing(names[:20]) == ", ".join(names[:20])
    assert listing(names).endswith("n19 and 1 more")


def test_the_nearest_name_is_suggested_whatever_its_capitals():
    assert suggestion("Sadle", ["beale", "saddle"]) == "Did you mean 'saddle'?"
    assert suggestion("qqqq", ["beale", "saddle"]) == ""
    assert suggestion(3, ["beale"]) == ""


def test_an_unknown_name_is_refused_with_what_there_is():
    refusal = unknown("surface", "sadle", ["saddle", "beale"])
    assert isinstance(refusal, ConfigError)
    assert str(refusal) == "There is no surface 'sadle'. Did you mean 'saddle'? There are: saddle, beale."
    assert str(unknown("surface", "sadle", [])) == "There is no surface 'sadle'. There are: none."

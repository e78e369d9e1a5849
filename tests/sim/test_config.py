import copy
import pickle

import numpy as np
import pytest

from sim.config import Config, Parameters
from sim.errors import ConfigError
from sim.params import Choice, Flag, Integer, Real

PARAMETERS = Parameters(
    (
        Choice("surface", "Surface", (("saddle", "Saddle"), ("beale", "Beale")), "saddle", live=False),
        Real("sgd.learning_rate", "Learning rate", 1e-6, 10.0, 0.01, log=True),
        Real("adam.learning_rate", "Learning rate", 1e-6, 1.0, 0.001, log=True),
        Real("adam.beta1", "β₁", 0.0, 0.999, 0.9),
        Integer("steps", "Steps", 1, 2000, 200, live=False),
        Flag("adam.shown", "Shown", True),
    )
)
DEFAULTS = Config.defaults(PARAMETERS)


def test_a_table_keeps_its_order_and_finds_by_whole_key():
    assert PARAMETERS.keys() == tuple(parameter.key for parameter in PARAMETERS)
    assert PARAMETERS.bases() == ("surface", "learning_rate", "beta1", "steps", "shown")
    assert PARAMETERS["adam.beta1"].label == "β₁"
    assert "steps" in PARAMETERS
    assert "beta1" not in PARAMETERS
    assert len(PARAMETERS) == 6


def test_a_bare_name_stands_for_all_that_have_it():
    assert PARAMETERS.matching("learning_rate") == ("sgd.learning_rate", "adam.learning_rate")
    assert PARAMETERS.matching("adam.learning_rate") == ("adam.learning_rate",)
    assert PARAMETERS.matching("steps") == ("steps",)
    assert PARAMETERS.matching("rate") == ()
    assert PARAMETERS.matching("") == ()


def test_a_key_declared_twice_is_refused():
    with pytest.raises(ConfigError, match="'steps' is declared twice"):
        Parameters((PARAMETERS["steps"], PARAMETERS["steps"]))


def test_configs_are_equal_by_value_and_can_be_keys():
    bent = DEFAULTS.replace({"adam.beta1": 0.5})
    assert bent != DEFAULTS
    assert bent.replace({"adam.beta1": 0.9}) == DEFAULTS
    assert {DEFAULTS: 1}[Config(PARAMETERS, {"steps": np.int64(200)})] == 1
    assert hash(Config(PARAMETERS, surface="saddle")) == hash(DEFAULTS)
    assert Config(Parameters(tuple(PARAMETERS))) == DEFAULTS
    assert Config(Parameters((PARAMETERS["steps"],))) != DEFAULTS
    assert DEFAULTS != "defaults"


def test_a_config_never_changes():
    values = DEFAULTS.as_dict()
    values["steps"] = 7
    assert DEFAULTS["steps"] == 200
    with pytest.raises(AttributeError):
        DEFAULTS.steps = 7
    with pytest.raises(AttributeError):
        del DEFAULTS.parameters
    with pytest.raises(TypeError):
        DEFAULTS["steps"] = 7


def test_a_config_survives_copying_and_pickling():
    bent = DEFAULTS.replace(surface="beale")
    assert copy.deepcopy(bent) is copy.copy(bent) is bent
    assert pickle.loads(pickle.dumps(bent)) == bent


def test_replace_checks_every_value():
    with pytest.raises(ConfigError, match="Steps must be a whole number from 1 to 2000, not 2001"):
        DEFAULTS.replace({"adam.beta1": 0.5, "steps": 2001})
    with pytest.raises(ConfigError, match="Learning rate of adam"):
        Config(PARAMETERS, {"adam.learning_rate": float("nan")})


def test_replace_takes_whole_keys_only_and_suggests_the_nearest():
    with pytest.raises(ConfigError) as refusal:
        DEFAULTS.replace({"adam.beta_1": 0.5})
    said = str(refusal.value)
    assert "There is no setting 'adam.beta_1'. Did you mean 'adam.beta1'?" in said
    assert all(key in said for key in PARAMETERS.keys())  # noqa: SIM118
    with pytest.raises(ConfigError):
        DEFAULTS.replace({"beta1": 0.5})
    with pytest.raises(ConfigError, match="There is no setting 'stepps'"):
        DEFAULTS["stepps"]


def test_assigning_reads_text_and_a_bare_name_sets_all():
    assert DEFAULTS.assign("learning_rate", "0,5").as_dict() == {
        **DEFAULTS.as_dict(),
        "sgd.learning_rate": 0.5,
        "adam.learning_rate": 0.5,
    }
    assert DEFAULTS.assign(" adam.shown ", "off")["adam.shown"] is False
    assert DEFAULTS.assign("surface", "Beale")["surface"] == "beale"


def test_assigning_to_all_or_to_none():
    with pytest.raises(ConfigError, match="Learning rate of adam must be a number from 10⁻⁶ to 1, not '5'"):
        DEFAULTS.assign("learning_rate", "5")


def test_assigning_to_an_unknown_key_lists_the_bare_names():
    with pytest.raises(ConfigError) as refusal:
        DEFAULTS.assign("lerning_rate", "1")
    assert str(refusal.value) == (
        "There is no setting 'lerning_rate'. Did you mean 'learning_rate'? "
        "There are: surface, learning_rate, beta1, steps, shown."
    )


def test_after_a_dot_that_leads_somewhere_the_names_behind_it_are_listed():
    with pytest.raises(ConfigError, match=r"There are: adam\.learning_rate, adam\.beta1, adam\.shown\.$"):
        DEFAULTS.assign("adam.rho", "1")


def test_a_long_list_is_cut_and_says_how_much_more_there_is():
    table = Parameters(tuple(Flag(f"flag{number}", f"Flag {number}", True) for number in range(25)))
    with pytest.raises(ConfigError, match=r"flag18, flag19 and 5 more\.$"):
        Config.defaults(table).assign("banner", "on")


def test_changed_names_the_keys_that_differ_in_order():
    bent = DEFAULTS.replace({"steps": 7, "surface": "beale"})
    assert DEFAULTS.changed(bent) == ("surface", "steps")
    assert DEFAULTS.changed(DEFAULTS) == ()
    with pytest.raises(ConfigError):
        DEFAULTS.changed(Config(Parameters((PARAMETERS["steps"],))))


def test_a_config_shows_what_is_not_as_usual():
    assert repr(DEFAULTS) == "Config(defaults)"
    assert repr(DEFAULTS.replace(steps=7)) == "Config(steps=7)"

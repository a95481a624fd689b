"""Which model of the catalogue a record uses is told; codes and names that do not fit are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docgen.checks.catalogue import used
from docgen.checks.inspection import check
from docgen.errors import Severity
from tests.doubts import LEAST, LEAST_LINKED, TODAY, only

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from docgen.errors import Problem
    from tests.doubts import Doubts, LoadText

    OfModel: TypeAlias = Callable[[str], list[Problem]]


@pytest.fixture
def of_model(load_text: LoadText) -> Callable[[str], list[Problem]]:
    """The doubts about what a record tells of its model."""

    def found(text: str) -> list[Problem]:
        problems = check(load_text(text), TODAY)
        return [one for one in problems if one.place.field.startswith("model.")]

    return found


def named(name: str, **told: str) -> str:
    """The least record of a model with a name, and other facts of the model."""
    more = "".join(f"  {key}: {value}\n" for key, value in told.items())
    return LEAST.replace("  name: Tổ tuần tra nhân dân\n", f"  name: {name}\n{more}")


def test_the_model_of_the_catalogue_is_always_told(load_text: LoadText) -> None:
    """Its number, its name, how it was found, and the variant, without codes."""
    told = used(load_text(named("Camera an ninh thôn Đông Hạ")).record)
    assert "số 16" in told.vi
    assert "lắp đặt camera an ninh" in told.vi
    assert "biến thể “khu dân cư”" in told.vi
    assert "khu-dan-cu" not in told.vi
    assert "by its name" in told.en
    coded = used(load_text(named("Mắt thần", catalogue='"16"')).record)
    assert "theo mục đã khai" in coded.vi


def test_a_name_of_the_office_s_own_is_told_too(load_text: LoadText) -> None:
    """The general content is no secret."""
    assert "nội dung chung" in used(load_text(named("Tiếng kẻng an ninh")).record).vi
    assert "số 2" in used(load_text(LEAST_LINKED).record).vi


def test_an_unknown_code_is_an_error(of_model: OfModel) -> None:
    """It is not passed over for the name."""
    problem = only(of_model(named("Tổ tuần tra nhân dân", catalogue="to-tuan-tra")))
    assert problem.place.field == "model.catalogue"
    assert problem.severity is Severity.ERROR


def test_a_code_of_another_model_than_the_name_s_is_asked_about(of_model: OfModel) -> None:
    """Which of the two is meant, only the office knows."""
    problem = only(of_model(named("Tổ tuần tra nhân dân", catalogue='"9"')))
    assert problem.severity is Severity.WARNING
    assert "số 9" in problem.what.vi
    assert "số 7" in problem.what.vi


def test_a_code_for_a_name_of_the_office_s_own_is_no_doubt(of_model: OfModel) -> None:
    """That is what codes are for."""
    assert not of_model(named("Tiếng kẻng an ninh", catalogue='"7"'))


def test_a_name_of_the_other_kind_is_asked_about(of_model: OfModel) -> None:
    """A linked model's name in a self-managed record."""
    problem = only(of_model(named("Xã An Khánh an toàn về an ninh, trật tự")))
    assert problem.place.field == "model.name"


@pytest.mark.parametrize("variant", ["ban-do", "mam-non"])
def test_an_unknown_variant_is_an_error(of_model: OfModel, variant: str) -> None:
    """One that the model has not."""
    problem = only(of_model(named("Tổ tuần tra nhân dân", variant=variant)))
    assert problem.severity is Severity.ERROR
    assert "chung" in problem.hint.vi


def test_a_variant_may_be_told_by_its_words(load_text: LoadText) -> None:
    """As the hint and the first line of a check name it."""
    record = load_text(named("Camera an ninh", variant="khu dân cư")).record
    assert "biến thể “khu dân cư”" in used(record).vi


def test_the_main_text_may_be_asked_for(of_model: OfModel) -> None:
    """By “chung”, whatever the place."""
    assert not of_model(named("Camera an ninh", variant="chung"))


def test_a_belt_without_soldiers_is_asked_about(of_model: OfModel) -> None:
    """The main text is about barracks."""
    told = LEAST_LINKED.replace("Cụm An ninh liên hoàn", "Vành đai an toàn")
    problem = only(of_model(told))
    assert problem.place.field == "model.variant"


def test_an_honour_that_the_regulation_has_not_is_asked_about(doubts: Doubts) -> None:
    """Điều 16 names Giấy khen and biểu dương, or what the record adds."""
    told = "commendations:\n  - honourees: [{name: A, form: Huy hiệu tuổi trẻ}]\n"
    problem = only([one for one in doubts(told) if "Điều 16" in one.what.vi])
    assert problem.place.field == "commendations[1].honourees[1].form"
    added = "content: {rewards: ['...', tặng Huy hiệu tuổi trẻ]}\n"
    assert not [one for one in doubts(told + added) if "Điều 16" in one.what.vi]
    usual = told.replace("Huy hiệu tuổi trẻ", "'Biểu dương, tặng quà'")
    assert not [one for one in doubts(usual) if "Điều 16" in one.what.vi]

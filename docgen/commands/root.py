"""The command to which all others belong."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from docgen import __version__
from docgen.commands.help_pages import Group, show_help
from docgen.shown.language import ENVIRONMENT

DATA = "data"
"""The group of commands that look at data files themselves."""
_PLACES: Final = {
    "Bản khai": ("forms.new", "forms.check", "forms.convert", "forms.profile"),
    "Soạn hồ sơ": ("papers.establish", "papers.ceremony"),
    "Đời mô hình": (
        *("papers.report", "papers.renew", "papers.reorganize", "papers.commend"),
        *("papers.discipline", "ratings.rate", "ratings.deadlines"),
        *("papers.replicate", "papers.dissolve"),
    ),
    "Nhiều mô hình": ("batches.batch", "batches.summary"),
    "Thư mục hồ sơ": (
        *("folders.status", "opening.open", "folders.number", "folders.register"),
        *("folders.bundle", "folders.amend"),
    ),
    "Mẫu và thể thức": ("stationery.templates", "catalogue.catalogue", "lint.lint"),
    "Máy và chương trình": (
        *("serving.serve", "machine.doctor", "explain.explain", "completion.completion"),
    ),
}
"""Where a command stands: the module that adds it is loaded when it is asked for."""
SECTIONS: Final = {
    title: tuple(place.partition(".")[2] for place in places) for title, places in _PLACES.items()
}
"""The commands in the order in which an officer meets them; others stand last."""
with_data = click.option(
    "--data",
    "folder",
    metavar="THƯ_MỤC",
    envvar="DOCGEN_DATA",
    type=click.Path(path_type=Path),
    hidden=True,
    help="Thư mục dữ liệu đã sửa, dùng thay cho dữ liệu có sẵn.",
)


@click.group(
    cls=Group, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(
    __version__,
    prog_name="docgen",
    message="%(prog)s %(version)s",
    help="Hiện phiên bản rồi thoát.",
)
@click.option(
    "--lang",
    type=click.Choice(["vi", "en"]),
    envvar=ENVIRONMENT,
    help="Ngôn ngữ thông báo (mặc định: vi) / language of messages.",
)
@with_data
@click.pass_context
def docgen(context: click.Context, folder: Path | None, lang: str | None) -> None:  # noqa: ARG001
    """Soạn thảo hồ sơ mô hình bảo đảm an ninh, trật tự theo Hướng dẫn 1923/HD-BCĐ.

    Mã thoát: 0 xong; 1 bản khai có lỗi; 2 gõ sai lệnh; 3 máy thiếu công cụ; 4 dừng lại để giữ
    tệp người dùng đã sửa; 5 chương trình ngoài hoặc ổ đĩa bị lỗi; 130 người dùng dừng (Ctrl-C).
    """
    show_help(context)
    if folder is not None and context.invoked_subcommand != DATA:
        from docgen import api  # noqa: PLC0415 - for own data only

        context.with_resource(api.using_data(folder))


docgen.sections = SECTIONS
_HOMES = {
    command: module
    for places in _PLACES.values()
    for module, _, command in (place.partition(".") for place in places)
}
docgen.homes = {name: f"{__package__}.{home}" for name, home in {DATA: DATA, **_HOMES}.items()}

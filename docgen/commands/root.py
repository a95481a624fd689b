"""The command to which all others belong."""

from __future__ import annotations

import click

from docgen import __version__


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="docgen")
def docgen() -> None:
    """Soạn thảo hồ sơ mô hình bảo đảm an ninh, trật tự theo Hướng dẫn 1923/HD-BCĐ.

    Mã thoát: 0 xong; 1 bản khai có lỗi; 2 gõ sai lệnh; 3 máy thiếu công cụ; 4 dừng lại để giữ
    tệp người dùng đã sửa; 5 chương trình ngoài hoặc ổ đĩa bị lỗi.
    """

"""``recognition.yaml``: how the name of a record tells the model of the catalogue."""

from docgen.tables.rows import Count, Row, Text


class Recognition(Row):
    """Cách nhận ra mô hình theo tên: words dropped, read alike, and that open a place."""

    dropped: tuple[Text, ...]
    same: dict[Text, Text]
    before: tuple[Text, ...]
    longest: Count

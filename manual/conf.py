"""The pages of docs/ as a site: Sphinx with MyST, nothing loaded from elsewhere."""

from docgen import __version__

project, release, language = "docgen", __version__, "vi"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
root_doc = "index"
exclude_patterns = ["images/*"]
html_theme = "alabaster"
html_theme_options = {"description": "Soạn hồ sơ mô hình an ninh, trật tự", "page_width": "1100px"}
html_show_sourcelink = html_show_sphinx = False
html_copy_source = False
myst_heading_anchors = 3
myst_links_external_new_tab = False

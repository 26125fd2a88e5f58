"""The analysis, the language and the pages of a province's digital-transformation briefing."""

import sys

# jsonschema imports this grammar if it is installed (JupyterLab brings it) and takes seconds to
# compile it; nothing here checks an IRI, so every process that runs a briefing goes without it.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

"""Writes every page that is made from the code: `python -m docs` (or `make pages`)."""

from __future__ import annotations

from pathlib import Path

from docs.made import pages


def main() -> None:
    """Write the pages whose text has changed and name them."""
    for name, text in pages().items():
        path = Path(__file__).parent / name
        path.parent.mkdir(exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"wrote docs/{name}")


if __name__ == "__main__":
    main()

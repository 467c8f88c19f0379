"""``python -m briefgen`` is the same program as ``briefgen``."""

from briefgen.cli import main

if __name__ == "__main__":
    main()

"""Run the command line with `python -m maverick_lint`."""

from maverick_lint.cli.main import main

if __name__ == "__main__":
    main()

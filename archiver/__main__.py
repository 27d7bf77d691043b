"""`python -m archiver`: the same command as `archiver`."""

from archiver.cli import main

if __name__ == "__main__":
    main()

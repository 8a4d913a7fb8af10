"""`python -m lifeboat`."""

from lifeboat.cli import main

if __name__ == "__main__":
    main()

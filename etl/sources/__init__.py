"""One folder per source: its contract, its tidy SQL, and Python only where SQL cannot read its files."""

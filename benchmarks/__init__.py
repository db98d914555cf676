"""Speed, memory and page weight, measured and printed by `make bench`."""

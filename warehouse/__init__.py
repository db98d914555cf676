"""Storage and shared words: what every other part may stand on."""

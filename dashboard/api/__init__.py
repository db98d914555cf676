"""The open API: what the pages show, for machines. Names and parameters are only ever added."""

"""Parts of pages, of plain HTML wherever that will do, so that they can be read before a script has run."""

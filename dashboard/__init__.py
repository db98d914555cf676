"""What the public sees: pages, charts and the open API, read from a published file alone."""

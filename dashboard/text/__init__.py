"""What the public reads: texts, numbers and dates in the reader's language."""

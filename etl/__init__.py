"""From delivery to core: the only writer of the warehouse's raw and core schemas."""

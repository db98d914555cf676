"""From core to published cells: definitions, measures, the computation and the release."""

"""NAV, workbook HL060."""

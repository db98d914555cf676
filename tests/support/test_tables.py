import pytest

from tests.support.tables import read_grid, read_table


def test_a_drawn_table_is_read():
    assert read_table("""
        area | value
        101  | 5
             | 6
    """) == [{"area": "101", "value": "5"}, {"area": "", "value": "6"}]


def test_nothing_drawn_is_no_row():
    assert read_table("") == []


def test_a_line_with_a_cell_too_many_is_refused():
    with pytest.raises(ValueError, match="longer"):
        read_table("""
            area | value
            101  | 5 | 6
        """)


def test_a_grid_leaves_empty_cells_out():
    assert read_grid("""
        area | 2024-01 | 2024-02
        101  | 5       |
        102  |         | hidden
    """) == {"101": {"2024-01": "5"}, "102": {"2024-02": "hidden"}}

"""A tile map: one equal square per area, arranged like the country.

Areas are spread until the crowded ones have room and empty stretches have shrunk (least squares over the
lines between neighbours), put into the nearest cells of a grid (assignment), and then moved one by one while
that brings neighbours closer to where they belong or closes a gap.
"""

from collections.abc import Iterator, Mapping
from math import isqrt

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment
from scipy.sparse import coo_array, eye_array
from scipy.sparse.csgraph import minimum_spanning_tree
from scipy.sparse.linalg import spsolve
from scipy.spatial import KDTree

Vectors = NDArray[np.float64]
Cell = tuple[int, int]
Pull = tuple[int, float, float]
Moves = dict[int, Cell]

_NEIGHBOURS = 6  # lines from each place
_LOCAL = 5  # places that tell how close places lie around one
_STRETCH, _LONGEST = 1.25, 2.0  # how a line grows that is longer than usual around its ends, and how far
_FAR = 0.3  # how a line grows that is longer than usual in the whole country
_TOUCH = 2.0  # what a shared side is worth, in squared tiles of displacement
_STEPS = range(-2, 3)  # columns and rows that a tile may jump over
_SIDES = ((1, 0), (-1, 0), (0, 1), (0, -1))
_ROUNDS = 40  # of improvement; both countries need fewer than ten


def tile_grid(points: Mapping[str, tuple[float, float]]) -> dict[str, Cell]:
    """Column and row (0, 0 at the top left) of each area's tile, from latitude and longitude in degrees.

    The same points always give the same map, in whatever order they come. North is up, east is right.
    """
    codes = sorted(points)
    if len(codes) < 2:
        return dict.fromkeys(codes, (0, 0))
    places = _project(np.array([points[code] for code in codes], dtype=float))
    lines, wanted = _wishes(places)
    spread = _make_room(_spread(len(codes), lines, wanted), lines, wanted)
    layout = _Layout(_nearest_cells(spread), lines, wanted)
    layout.improve()
    left, top = (min(cell[axis] for cell in layout.cells) for axis in (0, 1))
    return {code: (x - left, y - top) for code, (x, y) in zip(codes, layout.cells, strict=True)}


def _project(degrees: Vectors) -> Vectors:
    """Places on a plane, x to the east and y to the south, areas true (sinusoidal)."""
    latitude, longitude = np.radians(degrees.T)
    return np.column_stack([(longitude - np.median(longitude)) * np.cos(latitude), -latitude])


def _wishes(places: Vectors) -> tuple[NDArray[np.intp], Vectors]:
    """The lines between neighbours, and for each the vector it should have, in tiles, from first to second.

    A line keeps its direction. It is one tile long where places lie as close as is usual around them, up to
    `_LONGEST` where they lie further apart (a strait), and a little more for places far off the rest.
    """
    lines = _lines(places)
    vectors = places[lines[:, 1]] - places[lines[:, 0]]
    lengths = np.maximum(np.hypot(*vectors.T), 1e-12)
    near = _nearest(places, _LOCAL)[0][:, 1:].mean(axis=1)
    usual_here = np.maximum(np.maximum(near[lines[:, 0]], near[lines[:, 1]]), 1e-12)
    apart = np.clip((lengths / usual_here) ** _STRETCH, 1, _LONGEST)
    far = np.maximum(lengths / np.median(lengths), 1) ** _FAR
    return lines, vectors * (apart * far / lengths)[:, None]


def _lines(places: Vectors) -> NDArray[np.intp]:
    """Pairs of neighbours, the lower number first; together they connect all places."""
    count = len(places)
    near = _nearest(places, _NEIGHBOURS)[1]
    pairs = {(min(a, b), max(a, b)) for a in range(count) for b in near[a].tolist() if a != b}
    distances = np.hypot(*(places[:, None] - places[None]).T) + 1e-12
    tree = minimum_spanning_tree(distances).tocoo()
    pairs |= {(min(a, b), max(a, b)) for a, b in zip(tree.row.tolist(), tree.col.tolist(), strict=True)}
    return np.array(sorted(pairs))


def _nearest(places: Vectors, wanted: int) -> tuple[Vectors, NDArray[np.intp]]:
    """Distances to each place's nearest places, itself first, and their numbers."""
    distances, numbers = KDTree(places).query(places, min(wanted, len(places) - 1) + 1)
    return np.asarray(distances), np.asarray(numbers)


def _spread(count: int, lines: NDArray[np.intp], wanted: Vectors) -> Vectors:
    """Positions whose lines come closest to the wanted ones (least squares)."""
    number = np.arange(len(lines))
    ends = np.concatenate([lines[:, 1], lines[:, 0]])
    signs = np.repeat([1.0, -1.0], len(lines))
    differences = coo_array((signs, (np.tile(number, 2), ends)), shape=(len(lines), count)).tocsr()
    # The small second term fixes the whole map's place, which differences alone leave open.
    system = (differences.T @ differences + 1e-6 * eye_array(count)).tocsc()
    return np.column_stack([spsolve(system, differences.T @ wanted[:, axis]) for axis in (0, 1)])


def _make_room(positions: Vectors, lines: NDArray[np.intp], wanted: Vectors) -> Vectors:
    """Push apart what is closer than one tile, while the lines pull back gently."""
    for _ in range(100):
        force = np.zeros_like(positions)
        strain = positions[lines[:, 1]] - positions[lines[:, 0]] - wanted
        _act(force, lines, -0.03 * strain)
        close = KDTree(positions).query_pairs(1.0, output_type="ndarray")
        between = positions[close[:, 1]] - positions[close[:, 0]]
        distance = np.maximum(np.hypot(*between.T), 1e-9)
        _act(force, close, between * (0.3 * (1 - distance) / distance)[:, None])
        positions = positions + force
    return positions


def _act(force: Vectors, pairs: NDArray[np.intp], vectors: Vectors) -> None:
    np.add.at(force, pairs[:, 1], vectors)
    np.add.at(force, pairs[:, 0], -vectors)


def _nearest_cells(positions: Vectors) -> list[Cell]:
    """One grid cell for each position, the squares of all distances together as small as they can be."""
    offsets = [np.array([x, y]) / 4 for x in range(4) for y in range(4)]
    tried = [_assign(positions - positions.min(axis=0) + offset) for offset in offsets]
    return min(tried, key=lambda result: result[0])[1]


def _assign(positions: Vectors) -> tuple[float, list[Cell]]:
    margin = isqrt(len(positions)) // 2 + 2
    width, height = np.ceil(positions.max(axis=0)).astype(int) + margin
    cells = np.array([(x, y) for y in range(-margin, height + 1) for x in range(-margin, width + 1)])
    distance = np.asarray(KDTree(positions).query(cells)[0])
    enough = max(len(positions), int(np.count_nonzero(distance < 2.5)))
    cells = cells[np.argsort(distance, kind="stable")[:enough]]
    costs = ((positions[:, None] - cells[None]) ** 2).sum(axis=2)
    rows, chosen = linear_sum_assignment(costs)
    return float(costs[rows, chosen].sum().round(9)), [(int(x), int(y)) for x, y in cells[chosen]]


class _Layout:
    """Tiles in cells, and moves that make them a better map.

    A map is the better, the less its lines differ from the wanted ones (sum of squares) and the more sides
    its tiles share (`_TOUCH` for each).
    """

    def __init__(self, cells: list[Cell], lines: NDArray[np.intp], wanted: Vectors) -> None:
        self.cells = cells
        self._tile_at = {cell: tile for tile, cell in enumerate(cells)}
        self._pulls: list[list[Pull]] = [[] for _ in cells]
        for (a, b), (x, y) in zip(lines.tolist(), wanted.tolist(), strict=True):
            self._pulls[a].append((b, x, y))
            self._pulls[b].append((a, -x, -y))

    def improve(self) -> None:
        """Move tiles until no single move helps any more."""
        for _ in range(_ROUNDS):
            moved = [self._take_best_move(tile) for tile in range(len(self.cells))]
            if not any(moved):
                return

    def _take_best_move(self, tile: int) -> bool:
        best: Moves = {}
        most = 1e-6
        for moves, sides in self._options(tile):
            gain = self._strain({moved: self.cells[moved] for moved in moves}) - self._strain(moves)
            if gain + _TOUCH * sides > most:
                best, most = moves, gain + _TOUCH * sides
        for moved in best:
            del self._tile_at[self.cells[moved]]
        for moved, cell in best.items():
            self.cells[moved] = cell
            self._tile_at[cell] = moved
        return bool(best)

    def _options(self, tile: int) -> Iterator[tuple[Moves, int]]:
        """Moves that begin with the tile, each with the number of shared sides it wins."""
        x, y = here = self.cells[tile]
        for there in ((x + dx, y + dy) for dy in _STEPS for dx in _STEPS if dx or dy):
            other = self._tile_at.get(there)
            if other is None:
                yield {tile: there}, self._sides(there, here) - self._sides(here)
            elif other > tile:
                yield {tile: there, other: here}, 0
        for dx, dy in _SIDES:
            yield from self._pushes(tile, dx, dy)

    def _pushes(self, tile: int, dx: int, dy: int) -> Iterator[tuple[Moves, int]]:
        """The tile goes into the empty cell beside it and draws the tiles behind it along, two or more."""
        x, y = self.cells[tile]
        free = ahead = (x + dx, y + dy)
        moves: Moves = {}
        while ahead == free or ahead in self._tile_at:
            behind = (ahead[0] - dx, ahead[1] - dy)
            if free in self._tile_at or behind not in self._tile_at:
                return
            moves[self._tile_at[behind]] = ahead
            ahead = behind
            if len(moves) > 1:
                yield dict(moves), self._sides(free, behind) - self._sides(behind)

    def _sides(self, cell: Cell, leaving: Cell | None = None) -> int:
        """How many tiles lie beside a cell, not counting the one that is `leaving`."""
        beside = ((cell[0] + dx, cell[1] + dy) for dx, dy in _SIDES)
        return sum(near in self._tile_at and near != leaving for near in beside)

    def _strain(self, moves: Moves) -> float:
        """How far the lines of the moved tiles would be from the wanted ones."""
        total = 0.0
        for tile, (x, y) in moves.items():
            for other, dx, dy in self._pulls[tile]:
                to_x, to_y = moves.get(other) or self.cells[other]
                total += (to_x - x - dx) ** 2 + (to_y - y - dy) ** 2
        return total

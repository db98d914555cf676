"""The people of the demo country, drawn one chunk after the other."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from etl.synthetic.activities import activity_rows
from etl.synthetic.arrays import Columns, kept, stacked, without_repeats
from etl.synthetic.benefits import benefit_rows
from etl.synthetic.cases import case_rows, draw_cases
from etl.synthetic.chunks import Chunk
from etl.synthetic.clocks import Clocks, make_clocks
from etl.synthetic.employers import Employers
from etl.synthetic.events import event_rows
from etl.synthetic.expenditure import expenditure_cells
from etl.synthetic.flaws import Planted
from etl.synthetic.money import payments_made, with_earnings
from etl.synthetic.needs import assessment_rows, with_need
from etl.synthetic.payments import payment_rows
from etl.synthetic.people import draw_people
from etl.synthetic.places import Places
from etl.synthetic.registrations import registration_rows
from etl.synthetic.rights import application_rows, sanction_rows
from etl.synthetic.settings import Settings
from etl.synthetic.spells import live_spells
from etl.synthetic.states import state_rows
from etl.synthetic.store import add_clients, add_rows
from etl.synthetic.truth import HiddenFactor
from etl.synthetic.ways import earlier_work_rows, pension_rows, study_rows
from etl.synthetic.work import draw_jobs, is_registered, placement_rows, work_rows
from warehouse.connection import Connection


class Drawing:
    """The country as far as it is drawn: where the numbers of chunks, people and cases stand, and the truth."""

    def __init__(self, settings: Settings, places: Places) -> None:
        self._settings, self._places = settings, places
        self._clocks = make_clocks(settings)
        self._chunk, self._person, self._case = 2, 1, 1
        self.hidden, self.planted = HiddenFactor(places), Planted()

    def add_people(self, connection: Connection, areas: Sequence[int]) -> None:
        """Draw the people of the next areas, and add what is told of them to the tables."""
        settings = self._settings
        rng = np.random.default_rng([settings.seed, self._chunk])
        chunk = Chunk(
            settings, self._places, draw_people(settings, self._places, areas, self._person, rng), rng
        )
        tables = _tables(chunk, self._clocks, self._case)
        tables |= _money(replace(chunk, rng=np.random.default_rng([settings.seed, self._chunk, 1])), tables)
        clients = np.unique(tables["benefit_spells"]["who"])
        self.hidden.add(chunk.people, clients, settings.cuts[1])
        add_clients(connection, chunk.people.number[clients], settings.demo["linkage_key"])
        for table, rows in tables.items():
            of_clients = kept(rows, np.isin(rows["who"], clients))
            add_rows(
                connection, table, self.planted.plant(settings, table, of_clients, rng), chunk.people.number
            )
        self._chunk += 1
        self._person += len(chunk.people)
        self._case += len(tables["cases"]["who"])

    def add_employers(self, connection: Connection) -> None:
        """Draw the country's employers, and add what is told of them to the tables."""
        settings = self._settings
        rng = np.random.default_rng([settings.seed, 0, 1])
        employers = Employers(settings, self._places, rng)
        add_clients(connection, employers.numbers, settings.demo["linkage_key"])
        for table, rows in employers.tables().items():
            add_rows(connection, table, self.planted.plant(settings, table, rows, rng), employers.numbers)

    def add_expenditure(self, connection: Connection) -> None:
        """Draw what the municipalities spend on active programmes, and add it to the table."""
        settings = self._settings
        rng = np.random.default_rng([settings.seed, 1, 1])
        cells = expenditure_cells(settings, self._places, rng)
        spoilt = self.planted.plant(settings, "expenditure", cells, rng)
        add_rows(connection, "expenditure_cell", spoilt, np.arange(len(self._places.codes)))


def _money(chunk: Chunk, tables: dict[str, Columns]) -> dict[str, Columns]:
    """What the chunk's people are paid, and with draws of its own: all else is as if nobody asked for money."""
    benefits = {
        name: tables["benefit_spells"][name] for name in ("who", "scheme", "start", "end", "degree", "gone")
    }
    return {
        "work_months": with_earnings(chunk, tables["work_months"]),
        "payments": payments_made(chunk, benefits),
    }


def _tables(chunk: Chunk, clocks: Clocks, first_case: int) -> dict[str, Columns]:
    """All that is told of a chunk's people, by table. Needs are found by draws of their own."""
    found = replace(chunk, rng=chunk.rng.spawn(1)[0])
    spells = with_need(found, live_spells(chunk, clocks))
    registered = is_registered(chunk, spells)
    jobs = draw_jobs(chunk, spells)
    cases = draw_cases(chunk, spells, first_case)
    benefits = benefit_rows(chunk, spells)
    tables = {
        "benefit_spells": payment_rows(chunk.settings, benefits),
        "person_states": state_rows(chunk, benefits),
        "registrations": registration_rows(chunk, spells, registered, jobs),
        "activities": activity_rows(chunk, spells),
        "work_months": work_rows(chunk, spells, jobs),
        "placements": placement_rows(chunk, spells, registered, jobs),
        "cases": case_rows(chunk, cases),
        "case_events": event_rows(chunk, cases),
        "education_months": study_rows(chunk, spells, jobs),
        "pensions": pension_rows(chunk, spells, jobs),
        "sanctions": sanction_rows(chunk, spells),
        "applications": application_rows(chunk, spells),
        "need_assessments": assessment_rows(found, spells),
    }
    work = stacked([tables["work_months"], earlier_work_rows(chunk, spells)])
    return {**tables, "work_months": without_repeats(work, "who", "month")}

"""Every measure of persons, by name: what it counts of one of them."""

from tests.support import person_oracle_activation as activation
from tests.support import person_oracle_measures as first

SPANS = {**first.SPANS, **activation.SPANS}
EVENTS = {**first.EVENTS, **activation.EVENTS}
SPELLS = {**first.SPELLS, **activation.SPELLS}

"""The audit of delivered tables: what their own sums tell of the figures that their owner hides.

`table` holds a table's figures and laws, `intervals` finds what each hidden figure can be, `hiding` which further ones
must be hidden so that none is given away. `delivered` does both with what is loaded.
"""

from indicators.disclosure.audit.delivered import Audit, audit_delivered, is_wanted, withhold

__all__ = ["Audit", "audit_delivered", "is_wanted", "withhold"]

"""What a unit after a number may be: the shared shape of money, percentages and quantities."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nutgraf.model import FigureKind


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """A unit that ends before token ``after``; the number is to be multiplied by ``factor``."""

    kind: FigureKind
    unit: str | None
    after: int
    factor: Decimal = Decimal(1)
    what: str | None = None

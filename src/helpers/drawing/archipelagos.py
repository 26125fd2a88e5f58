"""Where Hoàng Sa and Trường Sa lie in each map of squares; nothing here draws."""

from __future__ import annotations

#: The two archipelagos that no map of Viet Nam goes without.
NAMES = ("Hoàng Sa", "Trường Sa")
#: Where they lie in each map, named by its number of provinces: in squares south and east.
ARCHIPELAGOS: dict[int, dict[str, tuple[float, float]]] = {
    63: {"Hoàng Sa": (9, 6.75), "Trường Sa": (17, 6.75)},
    34: {"Hoàng Sa": (8, 6.75), "Trường Sa": (13, 6.75)},
}
#: How large a square is that holds the name of one on a phone, in squares of a province.
SIZE = 1.25


def absent(grid: int) -> list[str]:
    """Return which archipelagos have no place in a map.

    Parameters
    ----------
    grid : int
        How many provinces the map has.

    Examples
    --------
    >>> absent(63), absent(62)
    ([], ['Hoàng Sa', 'Trường Sa'])
    """
    return [name for name in NAMES if name not in ARCHIPELAGOS.get(grid, {})]


def covered(grid: int, south: int, east: int) -> bool:
    """Say whether a province's square would lie under an archipelago.

    Parameters
    ----------
    grid : int
        The map.
    south, east : int
        The square's place.
    """
    return any(
        south - SIZE < down < south + 1 and east - SIZE < right < east + 1
        for down, right in ARCHIPELAGOS.get(grid, {}).values()
    )

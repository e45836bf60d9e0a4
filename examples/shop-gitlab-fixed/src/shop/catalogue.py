"""The teas on sale."""

PRICES = {"assam": 5.20, "darjeeling": 7.80, "sencha": 6.40}


def price(tea: str, grams: int) -> float:
    """Return the price of an order in euros.

    Raises KeyError for a tea that is not on sale, ValueError for an amount that is not positive.
    """
    if grams <= 0:
        raise ValueError("an order weighs something")
    return round(PRICES[tea] * grams / 100, 2)

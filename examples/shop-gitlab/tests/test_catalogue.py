"""Prices."""

import pytest

from shop.catalogue import price


def test_price_follows_the_weight():
    assert price("assam", 250) == 13.0


@pytest.mark.parametrize(("tea", "grams", "error"), [("coffee", 100, KeyError), ("assam", 0, ValueError)])
def test_wrong_orders_are_refused(tea, grams, error):
    with pytest.raises(error):
        price(tea, grams)

"""Everything that the shop does, in one file."""


def order_assam(grams):
    """Return the line of an order of assam."""
    if grams <= 0:
        raise ValueError("an order weighs something")
    pounds = grams / 453.6
    label = "sample" if grams < 50 else "bag"
    line = {
        "tea": "assam",
        "grams": grams,
        "pounds": round(pounds, 2),
        "label": label,
    }
    return line


def order_darjeeling(grams):
    """Return the line of an order of darjeeling."""
    if grams <= 0:
        raise ValueError("an order weighs something")
    pounds = grams / 453.6
    label = "sample" if grams < 50 else "bag"
    line = {
        "tea": "darjeeling",
        "grams": grams,
        "pounds": round(pounds, 2),
        "label": label,
    }
    return line


def order_sencha(grams):
    """Return the line of an order of sencha."""
    if grams <= 0:
        raise ValueError("an order weighs something")
    pounds = grams / 453.6
    label = "sample" if grams < 50 else "bag"
    line = {
        "tea": "sencha",
        "grams": grams,
        "pounds": round(pounds, 2),
        "label": label,
    }
    return line


def order_gyokuro(grams):
    """Return the line of an order of gyokuro."""
    if grams <= 0:
        raise ValueError("an order weighs something")
    pounds = grams / 453.6
    label = "sample" if grams < 50 else "bag"
    line = {
        "tea": "gyokuro",
        "grams": grams,
        "pounds": round(pounds, 2),
        "label": label,
    }
    return line


def order_keemun(grams):
    """Return the line of an order of keemun."""
    if grams <= 0:
        raise ValueError("an order weighs something")
    pounds = grams / 453.6
    label = "sample" if grams < 50 else "bag"
    line = {
        "tea": "keemun",
        "grams": grams,
        "pounds": round(pounds, 2),
        "label": label,
    }
    return line


def order_lapsang(grams):
    """Return the line of an order of lapsang."""
    if grams <= 0:
        raise ValueError("an order weighs something")
    pounds = grams / 453.6
    label = "sample" if grams < 50 else "bag"
    line = {
        "tea": "lapsang",
        "grams": grams,
        "pounds": round(pounds, 2),
        "label": label,
    }
    return line


def order_oolong(grams):
    """Return the line of an order of oolong."""
    if grams <= 0:
        raise ValueError("an order weighs something")
    pounds = grams / 453.6
    label = "sample" if grams < 50 else "bag"
    line = {
        "tea": "oolong",
        "grams": grams,
        "pounds": round(pounds, 2),
        "label": label,
    }
    return line


def order_puerh(grams):
    """Return the line of an order of puerh."""
    if grams <= 0:
        raise ValueError("an order weighs something")
    pounds = grams / 453.6
    label = "sample" if grams < 50 else "bag"
    line = {
        "tea": "puerh",
        "grams": grams,
        "pounds": round(pounds, 2),
        "label": label,
    }
    return line


def order_rooibos(grams):
    """Return the line of an order of rooibos."""
    if grams <= 0:
        raise ValueError("an order weighs something")
    pounds = grams / 453.6
    label = "sample" if grams < 50 else "bag"
    line = {
        "tea": "rooibos",
        "grams": grams,
        "pounds": round(pounds, 2),
        "label": label,
    }
    return line


def order_matcha(grams):
    """Return the line of an order of matcha."""
    if grams <= 0:
        raise ValueError("an order weighs something")
    pounds = grams / 453.6
    label = "sample" if grams < 50 else "bag"
    line = {
        "tea": "matcha",
        "grams": grams,
        "pounds": round(pounds, 2),
        "label": label,
    }
    return line


def order_ceylon(grams):
    """Return the line of an order of ceylon."""
    if grams <= 0:
        raise ValueError("an order weighs something")
    pounds = grams / 453.6
    label = "sample" if grams < 50 else "bag"
    line = {
        "tea": "ceylon",
        "grams": grams,
        "pounds": round(pounds, 2),
        "label": label,
    }
    return line


def order_nilgiri(grams):
    """Return the line of an order of nilgiri."""
    if grams <= 0:
        raise ValueError("an order weighs something")
    pounds = grams / 453.6
    label = "sample" if grams < 50 else "bag"
    line = {
        "tea": "nilgiri",
        "grams": grams,
        "pounds": round(pounds, 2),
        "label": label,
    }
    return line


def order_genmaicha(grams):
    """Return the line of an order of genmaicha."""
    if grams <= 0:
        raise ValueError("an order weighs something")
    pounds = grams / 453.6
    label = "sample" if grams < 50 else "bag"
    line = {
        "tea": "genmaicha",
        "grams": grams,
        "pounds": round(pounds, 2),
        "label": label,
    }
    return line


def order_hojicha(grams):
    """Return the line of an order of hojicha."""
    if grams <= 0:
        raise ValueError("an order weighs something")
    pounds = grams / 453.6
    label = "sample" if grams < 50 else "bag"
    line = {
        "tea": "hojicha",
        "grams": grams,
        "pounds": round(pounds, 2),
        "label": label,
    }
    return line


def order_bancha(grams):
    """Return the line of an order of bancha."""
    if grams <= 0:
        raise ValueError("an order weighs something")
    pounds = grams / 453.6
    label = "sample" if grams < 50 else "bag"
    line = {
        "tea": "bancha",
        "grams": grams,
        "pounds": round(pounds, 2),
        "label": label,
    }
    return line


def order_mate(grams):
    """Return the line of an order of mate."""
    if grams <= 0:
        raise ValueError("an order weighs something")
    pounds = grams / 453.6
    label = "sample" if grams < 50 else "bag"
    line = {
        "tea": "mate",
        "grams": grams,
        "pounds": round(pounds, 2),
        "label": label,
    }
    return line


def order_yunnan(grams):
    """Return the line of an order of yunnan."""
    if grams <= 0:
        raise ValueError("an order weighs something")
    pounds = grams / 453.6
    label = "sample" if grams < 50 else "bag"
    line = {
        "tea": "yunnan",
        "grams": grams,
        "pounds": round(pounds, 2),
        "label": label,
    }
    return line


def order_dianhong(grams):
    """Return the line of an order of dianhong."""
    if grams <= 0:
        raise ValueError("an order weighs something")
    pounds = grams / 453.6
    label = "sample" if grams < 50 else "bag"
    line = {
        "tea": "dianhong",
        "grams": grams,
        "pounds": round(pounds, 2),
        "label": label,
    }
    return line


def order_tieguanyin(grams):
    """Return the line of an order of tieguanyin."""
    if grams <= 0:
        raise ValueError("an order weighs something")
    pounds = grams / 453.6
    label = "sample" if grams < 50 else "bag"
    line = {
        "tea": "tieguanyin",
        "grams": grams,
        "pounds": round(pounds, 2),
        "label": label,
    }
    return line


def order_silver_needle(grams):
    """Return the line of an order of silver needle."""
    if grams <= 0:
        raise ValueError("an order weighs something")
    pounds = grams / 453.6
    label = "sample" if grams < 50 else "bag"
    line = {
        "tea": "silver_needle",
        "grams": grams,
        "pounds": round(pounds, 2),
        "label": label,
    }
    return line

"""The functions and aggregations of PromQL.

From the documentation of Prometheus 3 (querying/functions, querying/operators; read 2026-11). A signature lists the
types of the arguments: `v` instant vector, `m` range vector, `s` scalar, `t` string; after `?` come optional ones, a
last `*` lets the one before it repeat; the type after `>` is the result's.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from maverick_lint.core.record import record

TYPES: Final = {"v": "instant vector", "m": "range vector", "s": "scalar", "t": "string"}

_SIGNATURES: Final = {
    "v>v": (
        "abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor histogram_avg histogram_count "
        "histogram_stddev histogram_stdvar histogram_sum ln log10 log2 rad sgn sin sinh sort sort_desc sqrt tan tanh "
        "timestamp"
    ),
    "m>v": (
        "absent_over_time avg_over_time changes count_over_time delta deriv first_over_time idelta increase irate "
        "last_over_time mad_over_time max_over_time min_over_time present_over_time rate resets stddev_over_time "
        "stdvar_over_time sum_over_time ts_of_first_over_time ts_of_last_over_time ts_of_max_over_time "
        "ts_of_min_over_time"
    ),
    "?v>v": "day_of_month day_of_week day_of_year days_in_month hour minute month year",
    ">s": "pi time",
    "vss>v": "clamp",
    "vs>v": "clamp_max clamp_min",
    "mss>v": "double_exponential_smoothing holt_winters",
    "ssv>v": "histogram_fraction",
    "sv>v": "histogram_quantile",
    "vts?s*>v": "histogram_quantiles",
    "v?v>v": "info",
    "vttt*>v": "label_join",
    "vtttt>v": "label_replace",
    "ms>v": "predict_linear",
    "sm>v": "quantile_over_time",
    "v?s>v": "round",
    "v>s": "scalar",
    "vt*>v": "sort_by_label sort_by_label_desc",
    "s>v": "vector",
    ">s ": "start end range step",
}

AGGREGATIONS: Final = {
    "sum": "", "avg": "", "count": "", "min": "", "max": "", "group": "", "stddev": "", "stdvar": "",
    "topk": "s", "bottomk": "s", "quantile": "s", "limitk": "s", "limit_ratio": "s", "count_values": "t",
}  # fmt: skip
PICKING: Final = frozenset({"topk", "bottomk", "limitk", "limit_ratio"})

# What gives a counter's growth: without one of them a counter's value says little.
GROWTH: Final = frozenset({"rate", "irate", "increase", "delta", "idelta", "deriv"})


@record
class Signature:
    """The types of a function's arguments and of its result.

    required  how many must be given; `repeats` lets the last one be given any number of times
    """

    arguments: str
    required: int
    repeats: bool
    result: str


@lru_cache(maxsize=1)
def signatures() -> dict[str, Signature]:
    """Return the signature of every function by name."""
    found = {}
    for form, names in _SIGNATURES.items():
        arguments, _, result = form.strip().partition(">")
        fixed, _, optional = arguments.partition("?")
        repeats = arguments.endswith("*")
        types = (fixed + optional).rstrip("*")
        required = len(fixed.rstrip("*")) - (repeats and not optional)
        for name in names.split():
            found[name] = Signature(types, required, repeats, result)
    return found

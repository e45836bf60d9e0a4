"""Makes formats/_promql/exporters.json: the metrics of well-known exporters, by type.

    python -m maverick_lint.dev.exporter_table FOLDER

FOLDER holds, for each exporter of `_SOURCES`, its unpacked source (as `apt-get source` of Debian gives it) and texts of
its `/metrics`, if any. A text says the types itself; in Go sources they are read from the options or the constructor
of each metric. What is neither is left out: a table says what an exporter has, and not what it has not.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TARGET = Path(__file__).parent.parent / "formats" / "_promql" / "exporters.json"

# Exporter: version and source, how its metrics begin, folders and texts below FOLDER.
_DAY = "2026-11-24"
_SOURCES = {
    "node_exporter": (
        f"1.11.1, Debian's source; {_DAY}", "node_",
        ["node_exporter*/collector"], ["node_exporter*/collector/fixtures"],
    ),
    "prometheus": (f"2.42, 2.53 and 3.5, Debian's; {_DAY}", "prometheus_", ["prometheus*"], ["prometheus*.txt"]),
    "alertmanager": (
        f"0.28 and 0.33, Debian's; {_DAY}", "alertmanager_", ["alertmanager"], ["alertmanager*.txt"],
    ),
    "blackbox_exporter": (f"0.28.0, Debian's source; {_DAY}", "probe_", ["blackbox_exporter*/prober"], []),
    "nginx_exporter": (f"1.4.1 of Debian, beside nginx 1.22; {_DAY}", "nginx_", [], ["nginx*.txt"]),
    "postgres_exporter": (
        f"0.17.1 and 0.19.1, Debian's sources; {_DAY}", "pg_", ["postgres_exporter*/*"], [],
    ),
    "redis_exporter": (f"1.69.0, Debian's source; {_DAY}", "redis_", ["redis_exporter*/exporter"], []),
    "mysqld_exporter": (
        f"0.17.2 and 0.19.0, Debian's sources; {_DAY}", "mysql_", ["mysqld_exporter*/collector"], [],
    ),
    "client_golang": (
        f"1.14 to 1.22, as in Prometheus; {_DAY}", "go_ process_ promhttp_", [], ["prometheus*.txt"],
    ),
    "cadvisor": (
        f"as in Kubernetes 1.20.2, Debian's source; {_DAY}", "container_ machine_", ["cadvisor/metrics"], [],
    ),
}  # fmt: skip
_NAMESPACES = {
    "redis_exporter": "redis",
    "postgres_exporter": "pg",
    "mysqld_exporter": "mysql",
    "node_exporter": "node",
}
_TYPE = re.compile(r"^# TYPE (\S+) (counter|gauge|histogram|summary)$", re.MULTILINE)
_CONSTANT = re.compile(r'^\s*(?:const\s+)?(\w+)\s*(?:string)?\s*=\s*"([a-z_]\w*)"', re.MULTILINE)
_ARGUMENT = r'\s*("[^"]*"|[\w.]+)\s*,'
_FULL_NAME = re.compile(
    r"(?:([\w.]+)\s*(?::?=|:)\s*)?(?:prometheus\.NewDesc\(\s*)?"
    rf'prometheus\.BuildFQName\({_ARGUMENT}{_ARGUMENT}\s*("[^"]*")'
)
_LITERAL = re.compile(r'(?:([\w.]+)\s*(?::?=|:)\s*)?prometheus\.NewDesc\(\s*"([a-z]\w*)"')
_OPTIONS = re.compile(r"(Counter|Gauge|Histogram|Summary)Opts\{(.*?)\}", re.DOTALL)
_FIELD = re.compile(r'\b(Namespace|Subsystem|Name)\s*:\s*("[^"]*"|[\w.]+)')
_MADE = re.compile(r"NewConstMetric\(\s*([\w.]+)[^,]*,\s*prometheus\.(Counter|Gauge)Value")
_OTHER = re.compile(r"NewConst(Histogram|Summary)\(\s*([\w.]+)")
_STRUCTURE = re.compile(r'name:\s*"([a-z]\w*)",.*?valueType:\s*prometheus\.(Counter|Gauge)Value', re.DOTALL)
_REGISTERED = re.compile(r'registerConst(?:Metric)?(Gauge|Histogram|Summary)?\(ch, "(\w+)"([^\n]*)')
_MAP = re.compile(r"metricMap(Gauge|Counter)s: map\[string\]string\{(.*?)\n\t\t\}", re.DOTALL)
_PAIR = re.compile(r'"\w+":\s*"(\w+)"')


def _exposed(text: str) -> Iterator[tuple[str, str]]:
    yield from _TYPE.findall(text)


def _of_go(texts: list[str], namespace: str) -> Iterator[tuple[str, str]]:
    """Yield the metrics of a package with their types, "" where the source does not show one."""
    shared = {name: value for text in texts for name, value in _CONSTANT.findall(text)}
    shared["opts.Namespace"] = namespace
    for text in texts:
        known = {**shared, **dict(_CONSTANT.findall(text))}
        if namespace:
            known["namespace"] = namespace
        types = {name.rpartition(".")[2]: kind.lower() for name, kind in _MADE.findall(text)}
        types |= {name.rpartition(".")[2]: kind.lower() for kind, name in _OTHER.findall(text)}
        for variable, *parts in _FULL_NAME.findall(text):
            name = _joined(parts, known)
            if name:
                yield name, types.get(variable.rpartition(".")[2], "")
        for variable, name in _LITERAL.findall(text):
            yield name, types.get(variable.rpartition(".")[2], "")
        for kind, body in _OPTIONS.findall(text):
            fields = dict(_FIELD.findall(body))
            name = _joined([fields.get(key, '""') for key in ("Namespace", "Subsystem", "Name")], known)
            if name:
                yield name, kind.lower()
        for name, kind in _STRUCTURE.findall(text):
            yield name, kind.lower()
        yield from _of_redis(text, namespace)


def _of_redis(text: str, namespace: str) -> Iterator[tuple[str, str]]:
    for kind, body in _MAP.findall(text):
        for name in _PAIR.findall(body):
            yield f"{namespace}_{name}", kind.lower()
    for kind, name, rest in _REGISTERED.findall(text):
        told = kind.lower() or ("counter" if "CounterValue" in rest else "gauge" if "GaugeValue" in rest else "")
        yield f"{namespace}_{name}", told


def _joined(parts: list[str], known: dict[str, str]) -> str:
    """Return the full name of a metric; "" where a part of it is not known."""
    words = [part.strip('"') if part.startswith('"') else known.get(part) for part in parts]
    return "" if None in words or not words[-1] else "_".join(word for word in words if word)


def _metrics(folder: Path, name: str) -> dict[str, str]:
    _, begins, sources, texts = _SOURCES[name]
    found: dict[str, str] = {}
    listed: list[tuple[str, str]] = []
    for pattern in texts:
        for path in sorted(folder.glob(pattern)):
            files = sorted(path.glob("e2e-output*.txt")) if path.is_dir() else [path]
            listed += [pair for file in files for pair in _exposed(file.read_text())]
    for pattern in sources:
        for root in sorted(folder.glob(pattern)):
            packages: dict[Path, list[str]] = {}
            for file in sorted(root.rglob("*.go")) if root.is_dir() else ():
                if not file.name.endswith("_test.go"):
                    packages.setdefault(file.parent, []).append(file.read_text())
            for package in packages.values():
                listed += _of_go(package, _NAMESPACES.get(name, ""))
    for metric, kind in listed:
        if metric.startswith(tuple(begins.split())):
            found[metric] = found.get(metric) or kind
    return found


def main(folder: Path) -> None:
    """Write the table."""
    table = {}
    for name, (source, begins, _, _) in _SOURCES.items():
        found = _metrics(folder, name)
        kinds = {
            kind: " ".join(sorted(one for one in found if found[one] == kind)) for kind in sorted({*found.values()})
        }
        named = {kind or "unknown": names for kind, names in kinds.items()}
        table[name] = {"source": source, "begins": begins.split(), **named}
        sys.stdout.write(f"{name}: " + ", ".join(f"{k} {len(v.split())}" for k, v in named.items()) + "\n")
    _TARGET.write_text(json.dumps(table, indent=0) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

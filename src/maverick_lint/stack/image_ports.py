"""The ports on which well-known images listen when nothing else is set (their documentation and EXPOSE, 2026-11)."""

from __future__ import annotations

from typing import Final

_PORTS: Final[dict[str, tuple[int, ...]]] = {
    "postgres": (5432,), "postgis/postgis": (5432,), "pgvector/pgvector": (5432,), "mysql": (3306,),
    "mariadb": (3306,), "redis": (6379,), "valkey/valkey": (6379,), "mongo": (27017,), "memcached": (11211,),
    "rabbitmq": (4369, 5671, 5672, 15671, 15672, 15691, 15692, 25672), "elasticsearch": (9200, 9300),
    "docker.elastic.co/elasticsearch/elasticsearch": (9200, 9300), "docker.elastic.co/kibana/kibana": (5601,),
    "prom/prometheus": (9090,), "prom/alertmanager": (9093, 9094), "prom/pushgateway": (9091,),
    "prom/node-exporter": (9100,), "prom/blackbox-exporter": (9115,), "prom/statsd-exporter": (9102, 9125),
    "prom/mysqld-exporter": (9104,), "prometheuscommunity/postgres-exporter": (9187,),
    "oliver006/redis_exporter": (9121,), "nginx/nginx-prometheus-exporter": (9113,),
    "gcr.io/cadvisor/cadvisor": (8080,), "google/cadvisor": (8080,), "grafana/grafana": (3000,),
    "grafana/grafana-oss": (3000,), "grafana/loki": (3100, 7946, 9095), "minio/minio": (9000, 9001),
    "mailhog/mailhog": (1025, 8025), "adminer": (8080,), "victoriametrics/victoria-metrics": (8428,),
    "gitea/gitea": (22, 3000), "axllent/mailpit": (1025, 1110, 8025), "portainer/portainer-ce": (8000, 9000, 9443),
    "dpage/pgadmin4": (80, 443),
}  # fmt: skip
_HOSTS: Final = ("docker.io/library/", "docker.io/", "library/")
_QUAY: Final = "quay.io/prometheus/"


def short_name(image: str) -> str:
    """Return the name of an image without tag, digest and the default registry: `postgres`, `prom/prometheus`."""
    name = image.partition("@")[0].lower()
    head, slash, last = name.rpartition("/")
    name = f"{head}{slash}{last.partition(':')[0]}"
    if name.startswith(_QUAY):
        return "prom/" + name.removeprefix(_QUAY)
    for host in _HOSTS:
        if name.startswith(host):
            return name.removeprefix(host)
    return name


def tag_of(image: str) -> str:
    """Return the tag of an image, "" without one."""
    return image.partition("@")[0].rpartition("/")[2].partition(":")[2]


def image_ports(image: str) -> tuple[int, ...]:
    """Return the ports on which an image listens; () for one that is not known."""
    name = short_name(image)
    if name == "php" and "fpm" in tag_of(image):
        return (9000,)
    return _PORTS.get(name, ())

"""Which services keep data, by their images: databases, caches, queues and search engines.

Where each image keeps its data is what its page says (hub.docker.com/_/postgres and its like).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.formats.compose.model import Service

Family = Literal["database", "cache", "queue", "search engine"]


@record
class Datastore:
    """A program that keeps data; `folder` is where, "" when that is not known for sure."""

    name: str
    family: Family
    folder: str


_POSTGRES: Final = ("PostgreSQL", "/var/lib/postgresql/data")
_MYSQL: Final = ("MySQL", "/var/lib/mysql")
_DATABASES: Final = {
    "postgres": _POSTGRES, "postgis": _POSTGRES, "pgvector": _POSTGRES, "timescaledb": _POSTGRES,
    "mysql": _MYSQL, "mysql-server": _MYSQL, "mariadb": ("MariaDB", "/var/lib/mysql"), "percona": _MYSQL,
    "mongo": ("MongoDB", "/data/db"), "mongodb-community-server": ("MongoDB", "/data/db"),
    "cassandra": ("Cassandra", "/var/lib/cassandra"), "scylla": ("ScyllaDB", "/var/lib/scylla"),
    "couchdb": ("CouchDB", "/opt/couchdb/data"), "neo4j": ("Neo4j", "/data"),
    "influxdb": ("InfluxDB", "/var/lib/influxdb"), "clickhouse-server": ("ClickHouse", "/var/lib/clickhouse"),
    "clickhouse": ("ClickHouse", "/var/lib/clickhouse"), "arangodb": ("ArangoDB", "/var/lib/arangodb3"),
    "rethinkdb": ("RethinkDB", "/data"), "cockroach": ("CockroachDB", ""), "couchbase": ("Couchbase", ""),
    "postgresql": ("PostgreSQL", ""), "mongodb": ("MongoDB", ""), "surrealdb": ("SurrealDB", ""),
}  # fmt: skip
_CACHES: Final = {
    "redis": "Redis", "redis-stack": "Redis", "redis-stack-server": "Redis", "valkey": "Valkey",
    "valkey-bundle": "Valkey", "keydb": "KeyDB", "dragonfly": "Dragonfly", "memcached": "Memcached",
}  # fmt: skip
_QUEUES: Final = {
    "rabbitmq": ("RabbitMQ", "/var/lib/rabbitmq"), "kafka": ("Kafka", ""), "cp-kafka": ("Kafka", ""),
    "redpanda": ("Redpanda", ""), "nats": ("NATS", ""), "activemq": ("ActiveMQ", ""), "pulsar": ("Pulsar", ""),
    "activemq-classic": ("ActiveMQ", ""), "beanstalkd": ("beanstalkd", ""),
}  # fmt: skip
_SEARCH: Final = {
    "elasticsearch": ("Elasticsearch", "/usr/share/elasticsearch/data"),
    "opensearch": ("OpenSearch", "/usr/share/opensearch/data"), "meilisearch": ("Meilisearch", "/meili_data"),
    "typesense": ("Typesense", ""), "solr": ("Solr", "/var/solr"), "qdrant": ("Qdrant", "/qdrant/storage"),
    "weaviate": ("Weaviate", ""),
}  # fmt: skip
# Publishers whose images keep their data where the table says.
_PUBLISHERS: Final = (
    "", "library", "postgis", "pgvector", "timescale", "mysql", "percona", "mongodb", "scylladb", "clickhouse",
    "elasticsearch", "opensearchproject", "getmeili", "qdrant",
)  # fmt: skip


# Programs of these images that talk to a server elsewhere.
_CLIENTS: Final = frozenset({
    "psql", "pg_dump", "pg_dumpall", "pg_restore", "pg_isready", "pg_basebackup", "createdb", "dropdb", "mysql",
    "mysqldump", "mysqladmin", "mariadb", "mariadb-dump", "mariadb-admin", "mongo", "mongosh", "mongodump",
    "mongorestore", "mongoimport", "redis-cli", "valkey-cli", "rabbitmqadmin", "kafka-topics", "kafka-topics.sh",
    "clickhouse-client",
})  # fmt: skip


def _is_client(service: Service) -> bool:
    """Say whether the service runs a client of its image: a dump, a migration, the set-up of a replica set."""
    for given in (service.entrypoint, service.command):
        words = [word for text in given.texts if text for word in text.split()] if given is not None else []
        if words and words[0].rpartition("/")[2] in ("sh", "bash"):
            words = [word for word in words[1:] if not word.startswith("-")]
        if words and words[0].rpartition("/")[2] in _CLIENTS:
            return True
    return False


def datastore(service: Service) -> Datastore | None:
    """Return what a service's image is, None when it is no datastore or its image is unknown or built here."""
    image = service.program
    if image is None or service.build is not None or _is_client(service):
        return None
    base = image.base
    if base == "server" and image.name.lower().endswith("mssql/server"):
        return Datastore("SQL Server", "database", "/var/opt/mssql")
    if base in _CACHES:
        return Datastore(_CACHES[base], "cache", "")
    publisher = image.name.lower().rpartition("/")[0]
    tables: tuple[tuple[dict[str, tuple[str, str]], Family], ...] = (
        (_DATABASES, "database"), (_QUEUES, "queue"), (_SEARCH, "search engine"),
    )  # fmt: skip
    for table, family in tables:
        if base in table:
            name, folder = table[base]
            return Datastore(name, family, folder if publisher in _PUBLISHERS else "")
    return None

"""Images that run as another user than root, and images that bring a HEALTHCHECK.

sources: the Dockerfiles and entrypoints of docker-library's postgres (gosu) and redis (setpriv), which published
         repositories hold; the others are from the images' pages as remembered, not compared since
as_of:   2026-08
A name here only makes rules silent: nothing is said of the user or the health check of its image.
"""

from __future__ import annotations

from typing import Final

# Official images that run as another user than root, by their own USER or by their entrypoint.
RUN_AS: Final = {
    "memcached": "memcache",
    "jetty": "jetty",
    "haproxy": "haproxy",
    "varnish": "varnish",
    "solr": "solr",
    "couchbase": "",
    "kibana": "kibana",
    "elasticsearch": "elasticsearch",
    "logstash": "logstash",
    "kong": "kong",
    "sonarqube": "sonarqube",
    "postgres": "postgres",
    "redis": "redis",
    "valkey": "valkey",
    "mongo": "mongodb",
    "mysql": "mysql",
    "mariadb": "mysql",
    "percona": "mysql",
    "rabbitmq": "rabbitmq",
    "cassandra": "cassandra",
    "influxdb": "influxdb",
    "zookeeper": "zookeeper",
    "couchdb": "couchdb",
    "eclipse-mosquitto": "mosquitto",
    "adminer": "adminer",
    "neo4j": "neo4j",
    "odoo": "odoo",
    "flink": "flink",
}
# Images of other publishers that run as another user than root by their own USER.
NON_ROOT: Final = (
    "docker.elastic.co/",
    "mcr.microsoft.com/mssql/",
    "graylog/",
    "sonatype/",
    "quay.io/prometheus/",
    "quay.io/keycloak/",
    "quay.io/jupyter/",
    "prom/",
    "grafana/",
    "jenkins/",
    "jupyter/",
    "apache/airflow",
    "selenium/",
    "maildev/maildev",
    "mailhog/mailhog",
    "manticoresearch/manticore",
    "opensearchproject/",
    "cimg/",
    "circleci/",
)
# Images of other publishers that bring a HEALTHCHECK.
HEALTHY: Final = (
    "graylog/graylog",
    "quay.io/jupyter/",
    "jupyter/",
    "gitlab/gitlab-ce",
    "gitlab/gitlab-ee",
    "vaultwarden/server",
    "louislam/uptime-kuma",
    "authelia/authelia",
    "pihole/pihole",
)
UNPRIVILEGED: Final = ("nginxinc/", "bitnami/", "bitnamilegacy/", "chainguard/", "rapidfort/", "rootless/")

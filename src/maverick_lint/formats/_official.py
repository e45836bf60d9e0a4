"""Docker Hub's official images: the only ones there whose name has no publisher.

source: the FROM lines and `image:` values, with a tag and without a publisher, of 38 published repositories (those of
        bench/corpus.py, among them docker/awesome-compose and the official images of PostgreSQL and Redis themselves),
        and the examples of the Dockerfile reference and the Compose specification (busybox, httpd, ruby, perl, openjdk)
as_of:  2026-11
No list of docker-library/official-images can be had as a package. Names that nobody there uses stand apart, as
remembered in 2026-08: they may be official, so that no rule takes them for an image of this machine, and no rule says
anything of them as an official image.
"""

from __future__ import annotations

from typing import Final

_NAMES: Final = """
    adminer aerospike alpine arangodb busybox caddy debian docker eclipse-mosquitto eclipse-temurin elasticsearch
    erlang golang haproxy httpd influxdb kibana logstash mariadb maven memcached mongo mysql nats neo4j nextcloud nginx
    node openjdk percona perl php postgres python rabbitmq redis registry rethinkdb rockylinux ruby rust scratch solr
    sonarqube tomcat traefik ubuntu varnish wordpress zookeeper
"""
OFFICIAL: Final = frozenset(_NAMES.split())

_REMEMBERED: Final = """
    adoptopenjdk almalinux alt amazoncorretto amazonlinux api-firewall archlinux backdrop bash bonita
    buildpack-deps cassandra centos chronograf cirros clearlinux clefos clickhouse clojure composer consul
    convertigo couchbase couchdb crate crux dart drupal eggdrop elixir emqx euleros express-gateway fedora flink
    fluentd fsharp gazebo gcc geonetwork ghost gradle groovy haskell haxe hello-world hipache hitch hylang
    ibm-semeru-runtimes ibmjava iojs irssi java jenkins jetty jobber joomla jruby julia kaazing-gateway
    kapacitor known kong krakend lightstreamer liquibase mageia matomo mediawiki mongo-express monica mono
    nats-streaming neurodebian notary nuodb nuxeo odoo open-liberty opensuse oraclelinux orientdb owncloud
    photon php-zendserver phpmyadmin piwik plone postfixadmin projectsend pypy r-base rails rakudo-star rapidoid
    redmine rocket.chat ros sapmachine satosa sentry silverpeas sl sourcemage spark spiped storm swarm swift
    swipl teamspeak telegraf thrift tomee ubuntu-debootstrap ubuntu-upstart unit vault websphere-liberty
    wordpress-cli xwiki yourls znc
"""


def may_be_official(name: str) -> bool:
    """Say whether a name without a publisher may be one of Docker Hub's official images."""
    return name in OFFICIAL or name in _REMEMBERED.split()

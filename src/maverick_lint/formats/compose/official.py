"""Docker Hub's official images: the only ones there whose name has no publisher.

The names are those that github.com/docker-library/official-images has or had, as remembered in 2026-08 and not compared
with it since. A mistake here is harmless: a name without a publisher that is missing reads as an image of this machine,
for which a tag is asked for all the same; and one too many cannot be pulled, so nothing waits for its health.
"""

from __future__ import annotations

from typing import Final

_NAMES: Final = """
    adminer adoptopenjdk aerospike almalinux alpine alt amazoncorretto amazonlinux api-firewall arangodb
    archlinux backdrop bash bonita buildpack-deps busybox caddy cassandra centos chronograf cirros clearlinux
    clefos clickhouse clojure composer consul convertigo couchbase couchdb crate crux dart debian docker drupal
    eclipse-mosquitto eclipse-temurin eggdrop elasticsearch elixir emqx erlang euleros express-gateway fedora
    flink fluentd fsharp gazebo gcc geonetwork ghost golang gradle groovy haproxy haskell haxe hello-world
    hipache hitch httpd hylang ibm-semeru-runtimes ibmjava influxdb iojs irssi java jenkins jetty jobber joomla
    jruby julia kaazing-gateway kapacitor kibana known kong krakend lightstreamer liquibase logstash mageia
    mariadb matomo maven mediawiki memcached mongo mongo-express monica mono mysql nats nats-streaming neo4j
    neurodebian nextcloud nginx node notary nuodb nuxeo odoo open-liberty openjdk opensuse oraclelinux orientdb
    owncloud percona perl photon php php-zendserver phpmyadmin piwik plone postfixadmin postgres projectsend
    pypy python r-base rabbitmq rails rakudo-star rapidoid redis redmine registry rethinkdb rocket.chat
    rockylinux ros ruby rust sapmachine satosa scratch sentry silverpeas sl solr sonarqube sourcemage spark
    spiped storm swarm swift swipl teamspeak telegraf thrift tomcat tomee traefik ubuntu ubuntu-debootstrap
    ubuntu-upstart unit varnish vault websphere-liberty wordpress xwiki yourls znc zookeeper
"""
OFFICIAL: Final = frozenset(_NAMES.split())

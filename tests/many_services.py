"""Deployments of any number of services, for tests of the map."""

from __future__ import annotations


def deployment(number: int, *, broken: bool = True) -> dict[str, str]:
    """Return the files of a deployment with this many services, a proxy and a Prometheus.

    Every tenth service is asked by nginx and scraped at a port on which it does not listen, when `broken`.
    """
    names = [f"service-{index:03}" for index in range(number)]
    compose, upstreams, locations, jobs = ["services:"], [], [], []
    for index, name in enumerate(names):
        asked = 9999 if broken and index % 10 == 1 else 8000
        compose += [f"  {name}:", f"    build: ./{name}", '    expose: ["8000"]', "    environment:"]
        compose += ["      DATABASE_URL: postgresql://app@db:5432/app"]
        if index:
            compose += [f"      PARENT_URL: http://{names[(index - 1) // 4]}:8000"]
        compose += ["    depends_on:", "      db:", "        condition: service_healthy"]
        upstreams += [f"upstream {name} {{", f"    server {name}:{asked};", "}"]
        locations += [f"    location /{name}/ {{", f"        proxy_pass http://{name};", "    }"]
        jobs += [f"  - job_name: {name}", "    static_configs:", f'      - targets: ["{name}:{asked}"]']
    compose += ["  db:", "    image: postgres:16.6-alpine", "    healthcheck:", '      test: ["CMD", "pg_isready"]']
    dockerfile = 'FROM python:3.12.8-slim\nEXPOSE 8000\nUSER app\nCMD ["python", "-m", "http.server", "8000"]\n'
    return {
        "compose.yaml": "\n".join([*compose, ""]),
        "nginx/conf.d/upstreams.conf": "\n".join([*upstreams, ""]),
        "nginx/sites-available/site.conf": "\n".join(["server {", "    listen 80;", *locations, "}", ""]),
        "prometheus/prometheus.yml": "\n".join(["scrape_configs:", *jobs, ""]),
        **{f"{name}/Dockerfile": dockerfile for name in names},
    }

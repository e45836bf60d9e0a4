"""The rules on Grafana dashboards."""

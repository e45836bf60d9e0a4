"""A sign of a technology."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.facts.repository import Technology


@record
class Sign:
    """A technology and the product that shows it: ("service-mesh", "Istio"), ("cloud", "Hetzner Cloud")."""

    technology: Technology
    name: str


def cloud(name: str) -> Sign:
    """Return the sign of a cloud provider."""
    return Sign("cloud", name)


KUBERNETES: Final = Sign("kubernetes", "Kubernetes")
OPENSHIFT: Final = Sign("kubernetes", "OpenShift")
HELM: Final = Sign("helm", "Helm")
SWARM: Final = Sign("swarm", "Docker Swarm")
NOMAD: Final = Sign("nomad", "Nomad")
ISTIO: Final = Sign("service-mesh", "Istio")
LINKERD: Final = Sign("service-mesh", "Linkerd")
CONSUL: Final = Sign("service-mesh", "Consul Connect")
KUMA: Final = Sign("service-mesh", "Kuma")
APP_MESH: Final = Sign("service-mesh", "AWS App Mesh")

AWS: Final = cloud("AWS")
GCP: Final = cloud("Google Cloud")
AZURE: Final = cloud("Azure")
DIGITALOCEAN: Final = cloud("DigitalOcean")
HETZNER: Final = cloud("Hetzner Cloud")
FLY: Final = cloud("Fly.io")
HEROKU: Final = cloud("Heroku")
LINODE: Final = cloud("Linode")
VULTR: Final = cloud("Vultr")
SCALEWAY: Final = cloud("Scaleway")
OVH: Final = cloud("OVHcloud")
EXOSCALE: Final = cloud("Exoscale")
UPCLOUD: Final = cloud("UpCloud")
CIVO: Final = cloud("Civo")
IBM: Final = cloud("IBM Cloud")
ORACLE: Final = cloud("Oracle Cloud")
ALIBABA: Final = cloud("Alibaba Cloud")
TENCENT: Final = cloud("Tencent Cloud")
HUAWEI: Final = cloud("Huawei Cloud")
YANDEX: Final = cloud("Yandex Cloud")
IONOS: Final = cloud("IONOS Cloud")
STACKIT: Final = cloud("STACKIT")

"""Images that are the tools of a technology: jobs that run in them and containers started from them use it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.formats._evidence import sign as s

if TYPE_CHECKING:
    from maverick_lint.formats._evidence.sign import Sign

# Repository names without registry and tag, as on Docker Hub, MCR and GitLab (2026-08).
IMAGES: Final[dict[str, tuple[Sign, ...]]] = {
    "bitnami/kubectl": (s.KUBERNETES,),
    "rancher/kubectl": (s.KUBERNETES,),
    "alpine/kubectl": (s.KUBERNETES,),
    "alpine/k8s": (s.KUBERNETES,),
    "portainer/kubectl-shell": (s.KUBERNETES,),
    "lachlanevenson/k8s-kubectl": (s.KUBERNETES,),
    "rancher/k3s": (s.KUBERNETES,),
    "kindest/node": (s.KUBERNETES,),
    "alpine/helm": (s.HELM,),
    "dtzar/helm-kubectl": (s.HELM, s.KUBERNETES),
    "lachlanevenson/k8s-helm": (s.HELM,),
    "helmfile/helmfile": (s.HELM,),
    "istio/proxyv2": (s.ISTIO,),
    "istio/pilot": (s.ISTIO,),
    "linkerd/proxy": (s.LINKERD,),
    "kumahq/kuma-dp": (s.KUMA,),
    "kumahq/kuma-cp": (s.KUMA,),
    "aws-appmesh/aws-appmesh-envoy": (s.APP_MESH,),
    "amazon/aws-cli": (s.AWS,),
    "aws-cli/aws-cli": (s.AWS,),
    "gitlab-org/cloud-deploy/aws-base": (s.AWS,),
    "google/cloud-sdk": (s.GCP,),
    "google.com/cloudsdktool/cloud-sdk": (s.GCP,),
    "google.com/cloudsdktool/google-cloud-cli": (s.GCP,),
    "azure-cli": (s.AZURE,),
    "digitalocean/doctl": (s.DIGITALOCEAN,),
    "hetznercloud/cli": (s.HETZNER,),
}

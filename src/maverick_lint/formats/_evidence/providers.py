"""Providers of Terraform and Pulumi: which are clouds, which drive Kubernetes or Helm.

Names are those of the Terraform registry and of Pulumi's packages (2026-08). Providers of DNS, certificates,
monitoring, source hosting, random values and the like are no clouds, and stand in no table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.formats._evidence import sign as s

if TYPE_CHECKING:
    from maverick_lint.formats._evidence.sign import Sign

PROVIDERS: Final[dict[str, Sign]] = {
    "aws": s.AWS, "awscc": s.AWS,
    "google": s.GCP, "google-beta": s.GCP,
    "azurerm": s.AZURE, "azapi": s.AZURE,
    "digitalocean": s.DIGITALOCEAN,
    "hcloud": s.HETZNER,
    "linode": s.LINODE,
    "vultr": s.VULTR,
    "scaleway": s.SCALEWAY,
    "ovh": s.OVH,
    "exoscale": s.EXOSCALE,
    "upcloud": s.UPCLOUD,
    "civo": s.CIVO,
    "ibm": s.IBM,
    "oci": s.ORACLE,
    "alicloud": s.ALIBABA,
    "tencentcloud": s.TENCENT,
    "huaweicloud": s.HUAWEI,
    "yandex": s.YANDEX,
    "ionoscloud": s.IONOS,
    "stackit": s.STACKIT,
    "fly": s.FLY,
    "heroku": s.HEROKU,
    "kubernetes": s.KUBERNETES, "kubectl": s.KUBERNETES, "kustomization": s.KUBERNETES,
    "helm": s.HELM,
    "nomad": s.NOMAD,
}  # fmt: skip

# The same under the names that Pulumi gives them.
PULUMI: Final[dict[str, Sign]] = {
    **PROVIDERS,
    "aws-native": s.AWS, "awsx": s.AWS, "eks": s.KUBERNETES,
    "gcp": s.GCP, "google-native": s.GCP,
    "azure": s.AZURE, "azure-native": s.AZURE,
}  # fmt: skip

# Types of Terraform resources that are Kubernetes or a mesh, whatever their provider.
RESOURCES: Final[dict[str, Sign]] = {
    "aws_eks_cluster": s.KUBERNETES,
    "google_container_cluster": s.KUBERNETES,
    "azurerm_kubernetes_cluster": s.KUBERNETES,
    "digitalocean_kubernetes_cluster": s.KUBERNETES,
    "linode_lke_cluster": s.KUBERNETES,
    "vultr_kubernetes": s.KUBERNETES,
    "scaleway_k8s_cluster": s.KUBERNETES,
    "ovh_cloud_project_kube": s.KUBERNETES,
    "exoscale_sks_cluster": s.KUBERNETES,
    "civo_kubernetes_cluster": s.KUBERNETES,
    "ibm_container_cluster": s.KUBERNETES,
    "oci_containerengine_cluster": s.KUBERNETES,
    "aws_appmesh_mesh": s.APP_MESH,
    "aws_appmesh_virtual_node": s.APP_MESH,
    "helm_release": s.HELM,
}


def provider_of_resource(type_name: str) -> str:
    """Return the provider's local name that a resource type implies: what stands before its first underscore."""
    return type_name.partition("_")[0]

"""Commands that show a technology when they stand at command position.

Names and subcommands are those of each tool's own command reference, as known in 2026-08. A tool whose name is also
an English word or another program's name counts only with one of its subcommands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.formats._evidence import sign as s

if TYPE_CHECKING:
    from maverick_lint.formats._evidence.sign import Sign


@record
class Tool:
    """What a command shows; `words` are the subcommands, one set a level, () where the name alone tells."""

    sign: Sign
    words: tuple[frozenset[str], ...] = ()


def _is(sign: Sign, *words: str) -> Tool:
    """Return a tool; each of `words` holds the alternatives of one level, parted by blanks."""
    return Tool(sign, tuple(frozenset(level.split()) for level in words))


def _named(sign: Sign, names: str) -> dict[str, tuple[Tool, ...]]:
    return dict.fromkeys(names.split(), (Tool(sign),))


_KUBERNETES: Final = (
    "kubectl kubectx kubens kubeadm kustomize minikube k3s k3d k3sup microk8s microk8s.kubectl skaffold argocd kops "
    "kubeval kubeconform kube-linter kube-score kubeseal k9s stern velero kapp rke rke2 talosctl kompose vcluster"
)

COMMANDS: Final[dict[str, tuple[Tool, ...]]] = {
    **_named(s.KUBERNETES, _KUBERNETES),
    **_named(s.HELM, "helm helm3 helmfile helm-docs helmsman"),
    **_named(s.ISTIO, "istioctl"),
    **_named(s.LINKERD, "linkerd linkerd2"),
    **_named(s.KUMA, "kumactl kuma-cp kuma-dp"),
    "kind": (_is(s.KUBERNETES, "create delete get load export build"),),
    "tilt": (_is(s.KUBERNETES, "up ci down trigger"),),
    "flux": (_is(s.KUBERNETES, "bootstrap reconcile install check create get push suspend resume"),),
    "ct": (_is(s.HELM, "lint install lint-and-install list-changed"),),
    "oc": (
        _is(
            s.OPENSHIFT,
            "apply create delete get describe login logs new-app new-project process project replace rollout rsh "
            "set start-build tag adm expose exec patch scale import-image",
        ),
    ),
    "consul": (_is(s.CONSUL, "connect"),),
    "nomad": (_is(s.NOMAD, "agent alloc deployment job namespace node plan run server status stop var volume"),),
    "docker": (_is(s.SWARM, "swarm stack service"),),
    "eksctl": (Tool(s.KUBERNETES), Tool(s.AWS)),
    "aws": (Tool(s.AWS), _is(s.KUBERNETES, "eks"), _is(s.APP_MESH, "appmesh")),
    "sam": (_is(s.AWS, "deploy build package sync validate local"),),
    "cdk": (_is(s.AWS, "deploy bootstrap synth diff destroy"),),
    "copilot": (_is(s.AWS, "deploy svc env job pipeline"),),
    "eb": (_is(s.AWS, "deploy create init use setenv"),),
    **_named(s.AWS, "ecs-cli ecs-deploy"),
    "gcloud": (Tool(s.GCP), _is(s.KUBERNETES, "container", "clusters node-pools hub")),
    **_named(s.GCP, "gsutil"),
    "az": (Tool(s.AZURE), _is(s.KUBERNETES, "aks")),
    "azd": (_is(s.AZURE, "up deploy provision down env auth package"),),
    "func": (_is(s.AZURE, "azure"),),
    "doctl": (Tool(s.DIGITALOCEAN), _is(s.KUBERNETES, "kubernetes k8s")),
    **_named(s.HETZNER, "hcloud"),
    **_named(s.FLY, "flyctl"),
    "fly": (_is(s.FLY, "deploy launch scale secrets machine machines apps ssh"),),
    **_named(s.HEROKU, "heroku"),
    "linode-cli": (Tool(s.LINODE), _is(s.KUBERNETES, "lke")),
    **_named(s.VULTR, "vultr-cli"),
    "scw": (Tool(s.SCALEWAY), _is(s.KUBERNETES, "k8s")),
    "exo": (_is(s.EXOSCALE, "compute dbaas dns storage iam"),),
    **_named(s.UPCLOUD, "upctl"),
    "civo": (Tool(s.CIVO), _is(s.KUBERNETES, "kubernetes k3s k8s")),
    "ibmcloud": (Tool(s.IBM), _is(s.KUBERNETES, "ks oc")),
    "oci": (_is(s.ORACLE, "os compute ce db iam network setup session"),),
    **_named(s.ALIBABA, "aliyun"),
    **_named(s.TENCENT, "tccli"),
    "yc": (_is(s.YANDEX, "compute iam serverless container managed-kubernetes config"),),
    **_named(s.IONOS, "ionosctl"),
}

# Parts of the addresses from which each project's own page says to download it (2026-08).
DOWNLOADERS: Final = frozenset({"curl", "wget"})
DOWNLOADS: Final[dict[str, Sign]] = {
    "//get.k3s.io": s.KUBERNETES,
    "//get.k0s.sh": s.KUBERNETES,
    "//dl.k8s.io/": s.KUBERNETES,
    "//kind.sigs.k8s.io/dl/": s.KUBERNETES,
    "//storage.googleapis.com/minikube/": s.KUBERNETES,
    "//storage.googleapis.com/kubernetes-release/": s.KUBERNETES,
    "/k3d-io/k3d/": s.KUBERNETES,
    "/kubernetes-sigs/kustomize/": s.KUBERNETES,
    "//get.helm.sh/": s.HELM,
    "/helm/helm/": s.HELM,
    "//istio.io/downloadIstio": s.ISTIO,
    "//run.linkerd.io/install": s.LINKERD,
}

# Options of a command that say it talks to another service of the same protocol (object stores that speak S3).
ELSEWHERE: Final = ("--endpoint-url", "--endpoint")
ELSEWHERE_VARIABLES: Final = frozenset({"AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3"})

"""Actions of GitHub's marketplace that show a technology, by owner/name or owner alone (looked through 2026-08)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.formats._evidence import sign as s

if TYPE_CHECKING:
    from maverick_lint.formats._evidence.sign import Sign


def _all(signs: tuple[Sign, ...], names: str) -> dict[str, tuple[Sign, ...]]:
    return dict.fromkeys(names.split(), signs)


_KUBERNETES: Final = """
azure/k8s-deploy azure/k8s-set-context azure/k8s-create-secret azure/k8s-bake azure/k8s-lint azure/k8s-actions
azure/k8s-artifact-substitute azure/setup-kubectl helm/kind-action engineerd/setup-kind container-tools/kind-action
absaoss/k3d-action nolar/setup-k3d-k3s debianmaster/actions-k3s manusa/actions-setup-minikube medyagh/setup-minikube
steebchen/kubectl actions-hub/kubectl tale/kubectl-action imranismail/setup-kustomize syntaqx/setup-kustomize
karancode/kustomize-github-action yokawasa/action-setup-kube-tools stefanprodan/kube-tools fluxcd/flux2
hiberbee/github-action-skaffold hiberbee/github-action-minikube clowdhaus/argo-cd-action instrumenta/kubeval-action
stackrox/kube-linter-action loft-sh/setup-vcluster jupyterhub/action-k8s-await-workloads
jupyterhub/action-k8s-namespace-report balchua/microk8s-actions tilt-dev/ctlptl danielr1996/kubectl-action
"""
_HELM: Final = """
azure/setup-helm helm/chart-releaser-action helm/chart-testing-action deliverybot/helm helmfile/helmfile-action
wyrihaximus/github-action-helm3 mamezou-tech/setup-helmfile stefanprodan/helm-gh-pages bitovi/github-actions-deploy-helm
appany/helm-oci-chart-releaser losisin/helm-docs-github-action losisin/helm-values-schema-json-action vimeda/helm
"""
_OPENSHIFT: Final = "redhat-actions/oc-login redhat-actions/oc-new-app"
_AZURE: Final = """
azure/login azure/cli azure/powershell azure/webapps-deploy azure/webapps-container-deploy azure/appservice-settings
azure/container-apps-deploy-action azure/functions-action azure/functions-container-action azure/arm-deploy
azure/bicep-deploy azure/aci-deploy azure/static-web-apps-deploy azure/container-actions azure/get-keyvault-secrets
azure/setup-azd azure/postgresql azure/mysql azure/sql-action
"""

ACTIONS: Final[dict[str, tuple[Sign, ...]]] = {
    **_all((s.KUBERNETES,), _KUBERNETES),
    **_all((s.HELM,), _HELM),
    **_all((s.OPENSHIFT,), _OPENSHIFT),
    "jupyterhub/action-k3s-helm": (s.KUBERNETES, s.HELM),
    "koslib/helm-eks-action": (s.HELM, s.KUBERNETES, s.AWS),
    "kodermax/kubectl-aws-eks": (s.KUBERNETES, s.AWS),
    "google-github-actions/get-gke-credentials": (s.KUBERNETES, s.GCP),
    "azure/aks-set-context": (s.KUBERNETES, s.AZURE),
    "aws-actions": (s.AWS,),
    "einaregilsson/beanstalk-deploy": (s.AWS,),
    "google-github-actions": (s.GCP,),
    **_all((s.AZURE,), _AZURE),
    "digitalocean/action-doctl": (s.DIGITALOCEAN,),
    "digitalocean/app_action": (s.DIGITALOCEAN,),
    "hetznercloud": (s.HETZNER,),
    "superfly/flyctl-actions": (s.FLY,),
    "akhileshns/heroku-deploy": (s.HEROKU,),
    "scaleway/action-scw": (s.SCALEWAY,),
    "linode/action-linode-cli": (s.LINODE,),
    "oracle-actions": (s.ORACLE,),
    "vultr/vultr-action": (s.VULTR,),
    "civo/action-civo": (s.CIVO,),
    "hashicorp/setup-nomad": (s.NOMAD,),
}

# Actions of a cloud's own organisation that do nothing in the cloud.
NO_SIGN: Final = frozenset(
    {
        "google-github-actions/release-please-action",
        "google-github-actions/run-gemini-cli",
        "hetznercloud/tps-action",
    }
)

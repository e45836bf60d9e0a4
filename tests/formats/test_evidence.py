"""Commands, actions and images show technologies; words do not."""

from __future__ import annotations

import pytest

from maverick_lint.core.facts.command import Command, Word
from maverick_lint.core.span import Place, Span
from maverick_lint.formats._evidence import evidence_of_action, evidence_of_commands, evidence_of_image

PLACE = Place("deploy.sh", Span(0, 1))


def command(text: str, **assigned: str) -> Command:
    words = []
    start = 0
    for part in text.split(" "):
        unknown = part.startswith("$")
        words.append(Word(None if unknown else part, part, Place("deploy.sh", Span(start, start + len(part)))))
        start += len(part) + 1
    return Command(tuple(words), PLACE, assigned=tuple(assigned.items()))


def shown(text: str, **assigned: str) -> list[tuple[str, str]]:
    return [(e.technology, e.name) for e in evidence_of_commands([command(text, **assigned)])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kubectl apply -f k8s/", [("kubernetes", "Kubernetes")]),
        ("/usr/local/bin/helm upgrade shop", [("helm", "Helm")]),
        ("kind create cluster", [("kubernetes", "Kubernetes")]),
        ("docker stack deploy -c compose.yaml shop", [("swarm", "Docker Swarm")]),
        ("docker --context prod service update shop", [("swarm", "Docker Swarm")]),
        ("consul connect envoy", [("service-mesh", "Consul Connect")]),
        ("aws eks update-kubeconfig", [("cloud", "AWS"), ("kubernetes", "Kubernetes")]),
        ("gcloud container clusters get-credentials x", [("cloud", "Google Cloud"), ("kubernetes", "Kubernetes")]),
        ("gcloud --project p run deploy", [("cloud", "Google Cloud")]),
        ("docker run --rm -v /root/.kube:/root/.kube bitnami/kubectl:1.30 get pods", [("kubernetes", "Kubernetes")]),
        ("fly deploy", [("cloud", "Fly.io")]),
        ("nomad job run shop.nomad", [("nomad", "Nomad")]),
        ("curl -sfL https://get.k3s.io", [("kubernetes", "Kubernetes")]),
        ("wget -q https://get.helm.sh/helm-v3.16.0-linux-amd64.tar.gz", [("helm", "Helm")]),
    ],
)
def test_commands(text: str, expected: list[tuple[str, str]]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "echo kubectl apply",
        "command -v helm",
        "apt-get install kubectl",
        "kind",
        "kind --version",
        "docker run --name stack alpine/git service",
        "docker compose up",
        "consul kv get x",
        "fly -t main set-pipeline",
        "aws s3 sync dist s3://x --endpoint-url https://s3.example.com",
        "aws s3 sync dist s3://x --endpoint-url=https://s3.example.com",
        "git commit -m helm",
        "$TOOL kubectl",
        "echo https://get.k3s.io",
        "curl -O https://example.com/get.k3s.io/index.html",
        "",
    ],
)
def test_what_shows_nothing(text: str) -> None:
    assert shown(text) == []


def test_a_store_that_speaks_s3_is_not_aws() -> None:
    assert shown("aws s3 ls") == [("cloud", "AWS")]
    assert shown("aws s3 ls", AWS_ENDPOINT_URL="https://s3.example.com") == []


def test_the_place_runs_from_the_command_to_its_subcommand() -> None:
    (found,) = evidence_of_commands([command("kubectl apply -f x")])
    assert found.place.span == Span(0, 13)
    (found,) = evidence_of_commands([command("docker -D stack deploy")])
    assert (found.place.span, found.what) == (Span(0, 15), "the command `docker stack`")


@pytest.mark.parametrize(
    ("uses", "expected"),
    [
        ("azure/setup-helm@v4", [("helm", "Helm")]),
        ("Azure/k8s-deploy@v5", [("kubernetes", "Kubernetes")]),
        ("fluxcd/flux2/action@main", [("kubernetes", "Kubernetes")]),
        ("google-github-actions/auth@v2", [("cloud", "Google Cloud")]),
        ("google-github-actions/release-please-action@v4", []),
        ("google-github-actions/get-gke-credentials@v2", [("kubernetes", "Kubernetes"), ("cloud", "Google Cloud")]),
        ("docker://bitnami/kubectl:latest", [("kubernetes", "Kubernetes")]),
        ("docker/build-push-action@v6", []),
        ("./.github/actions/helm", []),
        ("azure/docker-login@v2", []),
        ("", []),
    ],
)
def test_actions(uses: str, expected: list[tuple[str, str]]) -> None:
    assert [(e.technology, e.name) for e in evidence_of_action(uses, PLACE)] == expected


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        ("bitnami/kubectl", ["Kubernetes"]),
        ("docker.io/alpine/helm:3", ["Helm"]),
        ("mcr.microsoft.com/azure-cli:2.60", ["Azure"]),
        ("gcr.io/google.com/cloudsdktool/google-cloud-cli@sha256:00", ["Google Cloud"]),
        ("registry:5000/rancher/k3s:v1", ["Kubernetes"]),
        ("postgres:16", []),
        ("", []),
    ],
)
def test_images(image: str, expected: list[str]) -> None:
    assert [e.name for e in evidence_of_image(image, PLACE)] == expected

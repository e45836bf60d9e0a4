"""What callers give a script is known to every rule that looks at the script."""

from __future__ import annotations

import time

import pytest

from deploy_texts import found, workflow
from maverick_lint.stack.deploys import commands
from maverick_lint.stack.script_arguments import given
from stacked import stack

SCRIPT = """\
#!/bin/bash
set -euo pipefail
docker rm -f shop || true
docker run -d --name shop --restart always -p "$ADDRESS:$PORT:9000" "$IMAGE"
"""
DOCKERFILE = """\
FROM python:3.12-slim
EXPOSE 8000
CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]
"""


@pytest.mark.parametrize(
    ("rule", "script", "step", "expected"),
    [
        (
            "deploy/versioned-image",
            SCRIPT,
            workflow("./deploy.sh", "IMAGE: ghcr.io/acme/shop:latest"),
            [".github/workflows/deploy.yml:8 ghcr.io/acme/shop:latest"],
        ),
        ("deploy/versioned-image", SCRIPT, workflow("./deploy.sh", "IMAGE: ghcr.io/acme/shop:1.2"), []),
        (
            "deploy/versioned-image",
            SCRIPT.replace("$IMAGE", "ghcr.io/acme/shop:$TAG"),
            workflow("export TAG=main\n./deploy.sh"),
            [".github/workflows/deploy.yml:7 TAG=main"],
        ),
        (
            "deploy/versioned-image",
            SCRIPT.replace("$IMAGE", "$1"),
            workflow("./deploy.sh ghcr.io/acme/shop:latest"),
            [".github/workflows/deploy.yml:7 ghcr.io/acme/shop:latest"],
        ),
        (
            "deploy/registry-image",
            SCRIPT,
            workflow("IMAGE=acme/shop:1 ./deploy.sh"),
            [".github/workflows/deploy.yml:7 IMAGE=acme/shop:1 ./deploy.sh"],
        ),
        (
            "stack/container-port",
            SCRIPT.replace(":9000", ":$INNER"),
            workflow("./deploy.sh", "ADDRESS: 127.0.0.1, PORT: 8001, INNER: 9000"),
            ['deploy.sh:4 "$ADDRESS:$PORT:$INNER"'],
        ),
        (
            "stack/container-port",
            SCRIPT.replace(":9000", ":$INNER"),
            workflow("./deploy.sh", "ADDRESS: 127.0.0.1, PORT: 8001, INNER: 8000"),
            [],
        ),
        (
            "deploy/first-deployment",
            '#!/bin/bash\nset -e\ndocker stop "$1"\ndocker run -d --name x img\n',
            workflow("./deploy.sh shop"),
            ['deploy.sh:3 "$1"'],
        ),
        (
            "deploy/retires-old-container",
            '#!/bin/bash\nset -e\ndocker run -d --name "$NAME" "$2"\n',
            workflow("./deploy.sh x y", "NAME: shop"),
            ['deploy.sh:3 "$NAME"'],
        ),
        (
            "deploy/keeps-old-configuration",
            '#!/bin/bash\nset -e\nsed -i s/a/b/ "$CONF"\nsed -i s/a/b/ "/etc/nginx/$SITE"\nnginx -t\nnginx -s reload\n',
            workflow("./deploy.sh", "SITE: conf.d/shop.conf"),
            ['deploy.sh:4 "/etc/nginx/$SITE"'],
        ),
    ],
)
def test_rules_know_what_callers_give(rule: str, script: str, step: str, expected: list[str]) -> None:
    files = {"Dockerfile": DOCKERFILE, "deploy.sh": script, ".github/workflows/deploy.yml": step}
    assert found(rule, files) == expected


def test_a_published_address_from_the_caller_is_open() -> None:
    files = {
        "Dockerfile": DOCKERFILE,
        "deploy.sh": SCRIPT + "nginx -t\nnginx -s reload\n",
        ".github/workflows/deploy.yml": workflow("./deploy.sh", 'ADDRESS: "0.0.0.0", PORT: 8001'),
    }
    assert found("deploy/loopback-publish", files) == ['deploy.sh:4 "$ADDRESS:$PORT:9000"']
    files[".github/workflows/deploy.yml"] = workflow("./deploy.sh", "ADDRESS: 127.0.0.1, PORT: 8001")
    assert found("deploy/loopback-publish", files) == []


def test_functions_and_inner_scripts_have_arguments_of_their_own() -> None:
    text = (
        '#!/bin/bash\nset -e\nstart() {\n  docker run -d --name "$1" img:1\n}\nstart shop\n'
        'sh -c \'docker stop "$1"\' sh other\ndocker rm "$1"\n'
    )
    made = stack(
        {"Dockerfile": "FROM scratch\n", "deploy.sh": text, ".github/workflows/d.yml": workflow("./deploy.sh given")}
    )
    words = [
        one.command.words[-1].text for one in commands(made) if one.script is not None and one.command.name == "docker"
    ]
    assert words == ["img:1", None, "given"]


def test_scripts_that_call_each_other_give_nothing() -> None:
    one = '#!/bin/bash\ndocker ps\n./b-deploy.sh "$1"\n'
    other = '#!/bin/bash\ndocker ps\n./a-deploy.sh "$1"\n'
    made = stack({"a-deploy.sh": one, "b-deploy.sh": other})
    assert given(made, "a-deploy.sh", "1") is None


def test_a_script_hands_on_what_it_was_given() -> None:
    outer = '#!/bin/bash\ndocker ps\nIMAGE=${1:?}\n./swap-deploy.sh "$IMAGE"\n'
    inner = '#!/bin/bash\ndocker run -d "$1"\n'
    made = stack(
        {"go-deploy.sh": outer, "swap-deploy.sh": inner, ".github/workflows/d.yml": workflow("./go-deploy.sh img:1")}
    )
    assert [one.text for one in given(made, "swap-deploy.sh", "1") or ()] == ["img:1"]
    assert [one.text for one in given(made, "swap-deploy.sh", "STAGE") or ()] == [None]


def test_many_calls_of_many_scripts_take_no_longer_each() -> None:
    def seconds(count: int) -> float:
        files = {
            f"deploy-{n}.sh": f'#!/bin/bash\ndocker rm -f a\ndocker run -d -p "$PORT:80" --name a{n} "$1" "$2"\n'
            for n in range(count)
        }
        calls = "\n".join(f"PORT=80{n} ./deploy-{n}.sh img:{n} other" for n in range(count))
        files |= {"Dockerfile": "FROM scratch\n", ".github/workflows/deploy.yml": workflow(calls)}
        made = stack(files)
        start = time.process_time()
        assert sum(one.script is not None for one in commands(made)) == 2 * count
        return time.process_time() - start

    small = min(seconds(50) for _ in range(3))
    large = min(seconds(400) for _ in range(3))
    assert large < 8 * small * 4 + 0.5


@pytest.mark.parametrize(
    "script",
    [
        "PORT=1\nwhile [ $# -gt 0 ]; do case $1 in --port) PORT=$2; shift 2 ;; esac; done\nPORT=$((PORT + 1))\n",
        "while [ $# -gt 0 ]; do case $1 in port) PORT=$2; shift 2 ;; esac; done\n",
        "while [ $# -gt 0 ]; do case $1 in --port) PORT=$2; shift 2 ;; --other) PORT=7; shift ;; esac; done\n",
    ],
)
def test_a_variable_that_is_set_in_other_ways_too_is_not_known(script: str) -> None:
    made = stack({"deploy.sh": f"#!/bin/bash\ndocker ps\n{script}", "go.sh": "#!/bin/bash\n./deploy.sh --port 8001\n"})
    assert given(made, "deploy.sh", "PORT") is None


@pytest.mark.parametrize(("envs", "expected"), [("PORT", ["8001"]), ("OTHER, PORT", ["8001"]), ("OTHER", [None])])
def test_an_action_hands_on_the_variables_that_it_names(envs: str, expected: list[str | None]) -> None:
    text = (
        "on: workflow_dispatch\njobs:\n  deploy:\n    runs-on: ubuntu-24.04\n    env: {PORT: 8001}\n    steps:\n"
        "      - uses: appleboy/ssh-action@v1\n        with:\n"
        f"          envs: {envs}\n          script: docker stop $PORT\n"
    )
    made = stack({"Dockerfile": "FROM scratch\n", ".github/workflows/deploy.yml": text})
    assert [one.command.words[-1].text for one in commands(made)] == expected

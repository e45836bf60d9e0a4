"""`maverick-lint explain` prints what a line leads to in other files."""

from pathlib import Path

from support import checkout, tool, write

FILES = {
    "compose.yaml": "services:\n  web:\n    build: .\n",
    "Dockerfile": 'FROM python:3.12-slim\nEXPOSE 8080\nCMD ["uvicorn", "shop:app", "--port", "8080"]\n',
    "nginx/conf.d/shop.conf": "upstream shop {\n    server web:8000;\n}\n",
}


def test_the_chain_of_an_upstream(tmp_path: Path) -> None:
    folder = write(checkout(tmp_path / "shop"), FILES)
    lines = tool(folder, "explain", "nginx/conf.d/shop.conf:2").out.splitlines()
    start = lines.index("Joints that begin here: 1")
    assert lines[start + 1 : start + 6] == [
        "  upstream `shop` hands requests to web:8000",
        "    -> service `web` of compose.yaml (compose.yaml:2)",
        "    -> its image is built of Dockerfile (Dockerfile:1)",
        "    -> listens by EXPOSE: 8080 (Dockerfile:2)",
        "    -> listens by command: 8080 (Dockerfile:3)",
    ]
    assert any("[stack/proxied-port]" in line for line in lines)


def test_a_line_without_joints_has_no_chain(tmp_path: Path) -> None:
    folder = write(checkout(tmp_path / "shop"), FILES)
    assert "Joints that begin here" not in tool(folder, "explain", "nginx/conf.d/shop.conf:3").out

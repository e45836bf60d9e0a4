"""What a line leads to in other files, link by link."""

from maverick_lint.stack.chains import Chain, chains
from stacked import stack

FILES = {
    "Dockerfile": 'FROM python:3.12-slim\nEXPOSE 8000\nCMD ["uvicorn", "shop:app", "--port", "8080"]\n',
    "compose.yaml": (
        "services:\n"
        "  web:\n    build: .\n    environment: {DB: 'postgres://a:b@db:5432/c'}\n    ports: ['80:8000']\n"
        "  db: {image: 'postgres:16'}\n"
    ),
    "nginx/conf.d/shop.conf": (
        "upstream shop { server web:8000; }\nserver { location / { proxy_pass http://shop; } }\n"
    ),
    "prometheus/prometheus.yml": (
        "scrape_configs:\n  - job_name: shop\n    static_configs: [{targets: ['web:8000', 'other.example.com:1']}]\n"
    ),
}


def found(what: str) -> Chain:
    """Return the chain that says something."""
    return next(one for one in chains(stack(FILES)) if what in one.what)


def test_started_files_and_demanded_checks_lead_to_what_has_them() -> None:
    files = {
        "Dockerfile": 'FROM python:3.12-slim\nWORKDIR /app\nCOPY src/ ./src/\nCMD ["python", "src/main.py"]\n',
        "src/main.py": "",
        ".github/settings.yml": (
            "branches: [{name: main, protection: {required_status_checks: {contexts: [test]}}}]\n"
        ),
        ".github/workflows/ci.yml": "on: push\njobs:\n  test:\n    runs-on: x\n    steps: [{run: make}]\n",
    }
    found = {one.what: [text for _, text in one.links] for one in chains(stack(files))}
    assert found["src/main.py is started"] == ["puts it to /app/src/main.py", "the file src/main.py"]
    assert found["the check `test` is demanded"] == ["job `test` reports it"]


def test_a_server_of_an_upstream_leads_to_what_the_process_says() -> None:
    chain = found("upstream `shop` hands requests")
    assert chain.start.path == "nginx/conf.d/shop.conf"
    assert [(place.path, what) for place, what in chain.links] == [
        ("compose.yaml", "service `web` of compose.yaml"),
        ("Dockerfile", "its image is built of Dockerfile"),
        ("Dockerfile", "listens by EXPOSE: 8000"),
        ("Dockerfile", "listens by command: 8080"),
    ]


def test_the_link_to_a_command_is_the_word_of_the_port() -> None:
    place = found("upstream `shop` hands requests").links[-1][0]
    assert FILES["Dockerfile"][place.span.start : place.span.end] == '"8080"'


def test_a_location_leads_through_its_upstream() -> None:
    links = found("location `/`").links
    assert links[0][1] == "upstream `shop`: web:8000"
    assert links[1][1] == "service `web` of compose.yaml"


def test_a_database_leads_to_its_image() -> None:
    assert [what for _, what in found("`DB` of service `web`").links] == [
        "service `db` of compose.yaml",
        "its image is postgres:16",
        "listens by image: 5432",
    ]


def test_a_host_elsewhere_leads_nowhere() -> None:
    assert found("scrapes other").links == ()


def test_a_job_leads_to_the_service_that_it_scrapes() -> None:
    assert found("scrapes web:8000").links[0][0].path == "compose.yaml"

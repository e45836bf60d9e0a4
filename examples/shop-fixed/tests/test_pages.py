"""Pages."""

from fastapi.testclient import TestClient

from shop.main import app

client = TestClient(app)


def test_health():
    assert client.get("/health").json() == {"status": "ok"}


def test_quote():
    assert client.get("/api/price", params={"tea": "sencha", "grams": 50}).json() == {"euros": 3.2}
    assert client.get("/api/price", params={"tea": "coffee", "grams": 50}).status_code == 422

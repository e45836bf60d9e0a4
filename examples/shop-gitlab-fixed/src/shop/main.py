"""The shop's pages."""

import os

import sentry_sdk
from fastapi import FastAPI, HTTPException
from prometheus_client import Counter, Histogram, make_asgi_app

from shop.catalogue import PRICES, price

sentry_sdk.init(dsn=os.environ.get("SHOP_SENTRY_DSN", ""))

ORDERS = Counter("shop_orders_total", "Orders that were priced")
SECONDS = Histogram("http_request_duration_seconds", "Time to answer a request")
REQUESTS = Counter("http_requests_total", "Requests by status", ["status"])

app = FastAPI(title="Shop")
app.mount("/metrics", make_asgi_app())


@app.middleware("http")
async def measure(request, call_next):
    """Count and time every request."""
    with SECONDS.time():
        response = await call_next(request)
    REQUESTS.labels(status=str(response.status_code)).inc()
    return response


@app.get("/health")
def health() -> dict[str, str]:
    """Say that the process answers."""
    return {"status": "ok"}


@app.get("/api/teas")
def teas() -> dict[str, float]:
    """Return prices in euros per 100 grams."""
    return PRICES


@app.get("/api/price")
def quote(tea: str, grams: int) -> dict[str, float]:
    """Return the price of an order."""
    try:
        amount = price(tea, grams)
    except (KeyError, ValueError) as error:
        raise HTTPException(status_code=422, detail=str(error)) from error
    ORDERS.inc()
    return {"euros": amount}

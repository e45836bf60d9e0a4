"""The shop's pages."""

from fastapi import FastAPI

from shop.catalogue import PRICES

app = FastAPI(title="Shop")


@app.get("/api/teas")
def teas():
    return PRICES

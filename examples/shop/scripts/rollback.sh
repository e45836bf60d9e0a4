#!/bin/bash
PREVIOUS=$(docker ps -a --format "table {{.Image}}" | grep ghcr.io | head -2 | tail -1)
./deploy.sh "$PREVIOUS"

#!/bin/bash

IMAGE=$1
OLD_PORT=8000
NEW_PORT=8001

docker build -t $IMAGE .
docker run -d --name shop-new -p ${NEW_PORT}:8000 $IMAGE

for i in {1..30}; do
  if curl http://localhost:${NEW_PORT}/health; then
    break
  fi
  sleep 1
done

psql -c "ALTER TABLE orders ADD COLUMN note text"
sed -i "s/:${OLD_PORT}/:${NEW_PORT}/g" /etc/nginx/sites-available/shop
nginx -s reload

#!/usr/bin/env bash
# Blue-green deployment of one image: deploy.sh ghcr.io/OWNER/shop:VERSION
set -euo pipefail

image="${1:?usage: deploy.sh IMAGE}"
upstream=/etc/nginx/conf.d/shop-upstream.conf
state=/var/lib/shop
here="$(cd "$(dirname "$0")" && pwd)"

exec 9>"$state/deploy.lock"
flock --nonblock 9 || { echo "another deployment is running" >&2; exit 1; }

# The live side is what nginx sends requests to now.
old_port="$(sed -n 's/^ *server 127\.0\.0\.1:\([0-9]*\) .*fail_timeout=30s;$/\1/p' "$upstream")"
if [[ "$old_port" == 8000 ]]; then
  new_port=8001
else
  new_port=8000
fi

docker pull "$image"
"$here/pre-deploy.sh" "$image"

docker rm --force "shop-$new_port" >/dev/null 2>&1 || true
docker run --detach --name "shop-$new_port" --restart unless-stopped \
  --publish "127.0.0.1:$new_port:8000" \
  --env-file /etc/shop/production.env \
  "$image"

healthy=no
for _ in {1..30}; do
  if curl --fail --silent --show-error --max-time 2 --output /dev/null "http://127.0.0.1:$new_port/health"; then
    healthy=yes
    break
  fi
  sleep 1
done
if [[ "$healthy" != yes ]]; then
  echo "$image never became healthy; nginx still serves the old version" >&2
  docker logs --tail 50 "shop-$new_port" >&2
  docker rm --force "shop-$new_port"
  exit 1
fi

cp "$upstream" "$state/upstream.previous"
cat >"$upstream" <<CONF
# Written anew by scripts/deploy.sh: the live side first, the other one as its backup.
upstream shop_backend {
    server 127.0.0.1:$new_port max_fails=3 fail_timeout=30s;
    server 127.0.0.1:$old_port max_fails=3 fail_timeout=30s backup;
    keepalive 16;
}
CONF
if ! nginx -t; then
  cp "$state/upstream.previous" "$upstream"
  exit 1
fi
nginx -s reload

python3 "$here/verify_deployment.py" "http://127.0.0.1:$new_port"

if [[ -f "$state/live-image" ]]; then
  cp "$state/live-image" "$state/previous-image"
fi
echo "$image" >"$state/live-image"
echo "shop-$new_port" >"$state/live-container"

# Requests that the old side has taken are answered before it stops.
docker stop --time 30 "shop-$old_port"
docker rm "shop-$old_port"

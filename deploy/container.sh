#!/bin/sh
# Starts nginx in the container, in front of the Waldur whose MasterMind listens at WALDUR_ADDRESS (host:port).
set -eu
sed -e "s|127.0.0.1:8000|${WALDUR_ADDRESS:?must be host:port of Waldur MasterMind}|" -e 's|listen 80;|listen 8080;|' \
  /etc/nginx/waldur-tokens/nginx.conf > /tmp/waldur-tokens.conf
exec nginx -c /etc/nginx/waldur-tokens/container.conf

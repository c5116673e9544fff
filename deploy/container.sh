#!/bin/sh
# Starts nginx in the container, in front of the Waldur server whose MasterMind listens at WALDUR_ADDRESS (host:port).
# Behind another proxy: REAL_IP_FROM lists the proxy's addresses and networks, whose X-Forwarded-For is trusted;
# FORWARDED_PROTO is the scheme passed on to Waldur: https if that proxy terminates TLS.
set -eu

stop() {
  echo "$1" >&2
  exit 1
}

proto=${FORWARDED_PROTO:-\$scheme}
case $proto in
  http | https | '$scheme') ;;
  *) stop 'Set FORWARDED_PROTO to http or https.' ;;
esac

networks=$(echo "${REAL_IP_FROM:-}" | tr ',' ' ')
case $networks in
  *[!0-9a-fA-F.:/\ ]*) stop 'Set REAL_IP_FROM to IP addresses and ranges, such as "10.0.0.0/8, 192.0.2.1".' ;;
esac

{
  echo 'real_ip_header X-Forwarded-For;'
  echo 'real_ip_recursive on;'
  for network in $networks; do
    echo "set_real_ip_from $network;"
  done
  sed -e "s|127.0.0.1:8000|${WALDUR_ADDRESS:?must be host:port of Waldur MasterMind}|" -e 's|listen 80;|listen 8080;|' \
    -e "s|X-Forwarded-Proto \$scheme|X-Forwarded-Proto $proto|" /etc/nginx/waldur-tokens/nginx.conf
} > /tmp/waldur-tokens.conf
exec nginx -c /etc/nginx/waldur-tokens/container.conf

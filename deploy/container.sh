#!/bin/sh
# Starts nginx in the container. docs/deployment.md explains these settings; a wrong one stops it.
#   WALDUR_ADDRESS   host:port of Waldur MasterMind. Not needed with BASE_PATH, if the server in front passes on /api/
#   BASE_PATH        serves the page under this path only, such as /tokens-app
#   CONFIG_JSON      the content of config.json, unless that file is mounted
#   REAL_IP_FROM     the addresses and networks of the proxies in front, whose X-Forwarded-For is trusted
#   FORWARDED_PROTO  the scheme passed on to Waldur: https if a proxy in front terminates TLS
# It copies its files to a volume mounted as kept, so that later versions can serve them to pages that are still open.
set -euf

conf=/etc/nginx/waldur-tokens
files=/var/www/waldur-tokens
kept=$files/kept

stop() {
  echo "$1" >&2
  exit 1
}

# Whether the whole of a text, in one line, matches an extended regular expression.
matches() {
  [ "$(printf '%s' "$1" | wc -l)" -eq 0 ] && printf '%s\n' "$1" | grep -Eq "^($2)$"
}

waldur=${WALDUR_ADDRESS:-}
path=${BASE_PATH:-}
path=${path%/}
proto=${FORWARDED_PROTO:-\$scheme}
networks_wanted='Set REAL_IP_FROM to IP addresses and ranges, such as "10.0.0.0/8, 192.0.2.1".'
networks=$(echo "${REAL_IP_FROM:-}" | tr ',\n\t' '   ')

[ -n "$waldur" ] || [ -n "$path" ] || stop 'Set WALDUR_ADDRESS to host:port of Waldur MasterMind.'
[ -z "$waldur" ] || matches "$waldur" '([A-Za-z0-9._-]+|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?' ||
  stop 'Set WALDUR_ADDRESS to host:port of Waldur MasterMind, without http:// and without a path.'
[ -z "$path" ] || matches "$path" '(/[A-Za-z0-9_-]+)+' ||
  stop 'Set BASE_PATH to a path such as /tokens-app, of letters, digits, "-", "_" and "/".'
case $path/ in
  /api/* | /api-auth/* | /healthz/*) stop 'Set BASE_PATH to a path that Waldur and /healthz do not use.' ;;
esac
case $proto in
  http | https | '$scheme') ;;
  *) stop 'Set FORWARDED_PROTO to http or https.' ;;
esac
for network in $networks; do
  matches "$network" '([0-9]{1,3}\.){3}[0-9]{1,3}(/[0-9]{1,2})?|[0-9A-Fa-f:]*:[0-9A-Fa-f:]*(/[0-9]{1,3})?' ||
    stop "$networks_wanted"
done
if [ -n "${CONFIG_JSON:-}" ]; then
  # No program here parses JSON, so this matches what config.json may contain: texts, numbers and the like, and objects
  # of texts.
  text='"([^"\]|\\["\/bfnrt]|\\u[0-9A-Fa-f]{4})*"'
  texts="\\{ *($text *: *$text( *, *$text *: *$text)*)? *\\}"
  entry="$text *: *($text|$texts|true|false|null|-?[0-9.]+)"
  matches "$(printf '%s' "$CONFIG_JSON" | tr '\r\n\t' '   ')" " *\\{ *($entry( *, *$entry)*)? *\\} *" ||
    stop 'Set CONFIG_JSON to a JSON object, such as {"siteName": "Example"}.'
  printf '%s' "$CONFIG_JSON" > /tmp/config.json
elif [ ! -r "$files/config.json" ]; then
  stop "The file mounted as config.json can't be read: make it readable by everyone."
fi

# Each start deletes what was replaced more than two days ago.
if [ -w "$kept" ]; then
  {
    if [ -f "$kept/latest" ]; then
      (cd "$kept" && xargs touch -c < latest)
    fi &&
      find "$kept" -path '*/assets/*' -type f -mmin +2880 -delete &&
      cp -R "$files/assets" "$kept/" &&
      (cd "$files" && find assets -type f) > "$kept/latest"
  } || echo "The files of earlier versions can't be kept. Check the volume mounted as kept." >&2
fi
also='s|try_files $uri =404;|try_files $uri /kept$uri =404;|'

# What the container adds to the server. The probe asks only nginx: otherwise, a restart of Waldur would take the page
# down, too.
{
  echo 'location = /healthz {'
  echo '  access_log off;'
  echo '  default_type text/plain;'
  echo '  return 200 "ok\n";'
  echo '}'
  if [ -n "${CONFIG_JSON:-}" ]; then
    echo "location = $path/config.json {"
    echo '  alias /tmp/config.json;'
    echo '}'
  fi
  if [ -n "$path" ]; then
    sed -e "s|/tokens-app|$path|g" -e "$also" "$conf/under-path.conf"
  fi
} > /tmp/locations.conf

listen='listen 8080;'
if [ -e /proc/net/if_inet6 ]; then
  listen="$listen listen [::]:8080;"
fi
{
  echo "s|127.0.0.1:8000|${waldur:-127.0.0.1:9}|"
  echo "s|listen 80;|$listen|"
  echo "s|X-Forwarded-Proto \$scheme|X-Forwarded-Proto $proto|"
  echo 's|#path .*|include /tmp/locations.conf;|'
  if [ -n "$path" ]; then
    echo 's|try_files [^;]*;|return 404;|'
  fi
  echo "$also"
  if [ -z "$waldur" ]; then
    echo 's|proxy_pass [^;]*;|return 404;|'
  fi
} > /tmp/edits.sed

{
  echo 'real_ip_header X-Forwarded-For;'
  echo 'real_ip_recursive on;'
  for network in $networks; do
    echo "set_real_ip_from $network;"
  done
  sed -f /tmp/edits.sed "$conf/nginx.conf"
} > /tmp/waldur-tokens.conf

# nginx also finds names that don't resolve, and numbers that are too large.
said=$(nginx -t -q -e stderr -c "$conf/container.conf" 2>&1) || case $said in
  *set_real_ip_from*) stop "$networks_wanted" ;;
  *'in upstream'*) stop "Set WALDUR_ADDRESS to host:port of Waldur MasterMind: $waldur isn't found or isn't an address." ;;
  *) stop "$said" ;;
esac
exec nginx -e stderr -c "$conf/container.conf"

/** Settings that deploy/container.sh refuses, and the Helm chart too, before it installs anything. */
export const invalid = {
  WALDUR_ADDRESS: ['http://waldur:8080', 'waldur:8080/api', 'waldur:80;', 'a b'],
  BASE_PATH: ['tokens', '/a//b', '/a;b', '/a b', '/a.b', '/api', '/api-auth/x', '/healthz', '/a\n/b'],
  FORWARDED_PROTO: ['ftp', 'HTTPS', 'https;', '$http_x'],
  REAL_IP_FROM: [
    'proxy.example.org',
    '10.0.0.0/8; root /',
    '10.0.0.1\n}',
    'abc',
    '10.0.0',
    '*',
    '999.0.0.1',
    '256.0.0.1/8',
    '10.0.0.0/33',
    '::/129',
    ':',
    '1:2:3:4:5:6:7',
    '1::2::3',
    '1:2:3:4:5:6:7:8:9',
    '::12345',
    '::ffff:10.0.0.1',
  ],
}

/** Addresses and ranges of proxies that both accept. */
export const networks = [
  '192.0.2.1',
  '10.0.0.0/8',
  '0.0.0.0/0',
  '192.0.2.255/32',
  '::',
  '::1',
  '::/0',
  'fd00::/8',
  '2001:DB8::/32',
  '2001:db8:0:1::',
  '2001:db8::1:2/128',
  '1:2:3:4:5:6:7:8',
  '1:2:3:4:5:6:7::',
  '::2:3:4:5:6:7:8',
]

#!/bin/sh
# Builds the scripts and styles into the folder $1. Without Node.js the styles are joined as they are and the pages work
# unscripted: assets.json then names no script, and the pages say so.
set -eu
out=$1
cd "$(dirname "$0")"

without_node() {
  echo "admin-ui: $1" >&2
  echo "admin-ui: the pages are built WITHOUT scripts: they work, but do not refresh by themselves." >&2
  rm -rf "$out"
  mkdir -p "$out"
  { sed -n '/^@layer/p' styles/app.css
    sed -n 's/^@import "\(.*\)";$/\1/p' styles/app.css | while read -r part; do cat "styles/$part"; done
  } > "$out/app.css"
  hash=$(cksum < "$out/app.css" | cut -d' ' -f1)
  mv "$out/app.css" "$out/app-$hash.css"
  echo "{\"style\":\"app-$hash.css\"}" > "$out/assets.json"
  exit 0
}

[ -z "${PENSTOCK_WITHOUT_NODE:-}" ] || without_node "PENSTOCK_WITHOUT_NODE is set."
command -v npm > /dev/null && command -v node > /dev/null || without_node "npm is not installed (Node.js 20 or newer brings it)."
[ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 20')" = true ] || without_node "Node.js $(node --version) is too old; 20 or newer is needed."
if ! cmp -s package-lock.json node_modules/.penstock-lock; then
  npm ci --ignore-scripts --loglevel=error || without_node "npm could not install the packages of package-lock.json."
  cp package-lock.json node_modules/.penstock-lock
fi
./node_modules/.bin/tsc --noEmit
node build.mjs "$out"

#!/usr/bin/env bash
# Builds the bundle, tries it, and packs it to hand out: a .tar.xz with its sha256 beside it.
# The same commit, built on the same system, gives the same archive.
set -euo pipefail
cd "$(dirname "$0")/.."
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
python3 start.py build

cd out/build
name=$(find . -maxdepth 1 -name 'hgkm-desktop-*-linux-*' -type d -printf '%f\n' | sort | tail -n 1)
tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner \
    --mode='u+rwX,go+rX,go-w' -cf - "$name" | xz -9 -T0 >"$name.tar.xz"
sha256sum "$name.tar.xz" | tee "$name.tar.xz.sha256"

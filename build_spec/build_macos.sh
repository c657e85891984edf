#!/usr/bin/env bash
# Builds the bundle on macOS, tries it, and packs HGKM Desktop.app to hand out: a .dmg with its sha256.
# Never run yet: see README.md beside it for what was not tried.
set -euo pipefail
cd "$(dirname "$0")/.."
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
python3 start.py build

cd out/build
app='HGKM Desktop.app'
# "-" signs it for this computer alone; for others it takes an identity of Apple and a notarisation.
codesign --force --deep --options runtime --sign "${HGKM_IDENTITY:--}" "$app"
codesign --verify --deep --strict "$app"
name=$(find . -maxdepth 1 -name 'hgkm-desktop-*-macos-*' -type d | sort | tail -n 1)
hdiutil create -volname 'HGKM Desktop' -srcfolder "$app" -ov -format UDZO "$name.dmg"
shasum -a 256 "$name.dmg" | tee "$name.dmg.sha256"

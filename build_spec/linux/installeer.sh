#!/bin/sh
# Zet HGKM Desktop in het menu van deze gebruiker en laat .hgkm-bestanden ermee openen.
# Het programma zelf blijft in deze map staan. Met --weg haalt dit weg wat het neerzette.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
menu=$data/applications/hgkm-desktop.desktop
kind=$data/mime/packages/hgkm-desktop.xml
icons=$data/icons/hicolor
sizes="16 24 32 48 64 128"

refresh() {
    # Een bureaublad dat deze programma's niet heeft, ziet het bij de volgende aanmelding.
    if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime"; fi
    if command -v update-desktop-database >/dev/null; then
        update-desktop-database "$data/applications"
    fi
}

remove() {
    rm -f "$menu" "$kind" "$icons/scalable/apps/hgkm-desktop.svg"
    for size in $sizes; do rm -f "$icons/${size}x$size/apps/hgkm-desktop.png"; done
    refresh
    echo "HGKM Desktop staat niet meer in het menu. Uw casusbestanden zijn niet veranderd."
}

install_all() {
    drawn=$here/_internal/hgkm_desktop/_resources/icons
    mkdir -p "$data/applications" "$data/mime/packages" "$icons/scalable/apps"
    for size in $sizes; do
        mkdir -p "$icons/${size}x$size/apps"
        cp "$drawn/hgkm-$size.png" "$icons/${size}x$size/apps/hgkm-desktop.png"
    done
    cp "$drawn/hgkm.svg" "$icons/scalable/apps/hgkm-desktop.svg"
    cp "$here/linux/hgkm-desktop.xml" "$kind"
    # Tussen aanhalingstekens, voor een map met een spatie in haar naam.
    escaped=$(printf '%s' "$here/hgkm-desktop" | sed 's/[\\&|]/\\&/g')
    sed "s|@PROGRAM@|\"$escaped\"|" "$here/linux/hgkm-desktop.desktop" >"$menu"
    refresh
    echo "HGKM Desktop staat in het menu. Laat deze map staan: $here"
}

case ${1:-} in
    '') install_all ;;
    --weg) remove ;;
    *) echo "Gebruik: ./installeer.sh of ./installeer.sh --weg" >&2; exit 2 ;;
esac

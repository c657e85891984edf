# Builds the bundle on Windows, tries it, and packs it to hand out: a .zip with its SHA-256.
# Never run yet: see README.md beside it for what was not tried.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
$env:SOURCE_DATE_EPOCH = git log -1 --format=%ct
py -3.11 start.py build
if ($LASTEXITCODE) { exit $LASTEXITCODE }

$folder = Get-ChildItem out\build -Directory -Filter 'hgkm-desktop-*-windows-*' |
    Sort-Object Name | Select-Object -Last 1
# With a certificate of your own the warning of SmartScreen goes; without one this is left out.
if ($env:HGKM_CERTIFICATE) {
    signtool sign /sha1 $env:HGKM_CERTIFICATE /fd SHA256 "$($folder.FullName)\hgkm-desktop.exe"
    if ($LASTEXITCODE) { exit $LASTEXITCODE }
}
$archive = "$($folder.FullName).zip"
Compress-Archive -Path $folder.FullName -DestinationPath $archive -Force
$sum = (Get-FileHash $archive -Algorithm SHA256).Hash.ToLower()
"$sum  $(Split-Path $archive -Leaf)" | Set-Content "$archive.sha256" -Encoding ascii
Get-Content "$archive.sha256"

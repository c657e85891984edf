# Zet HGKM Desktop in het menu Start van deze gebruiker en laat .hgkm-bestanden ermee openen.
# Beheerdersrechten zijn niet nodig. Met -Weg haalt dit weg wat het neerzette.
# Niet geprobeerd: zie build_spec/README.md in de broncode.
param([switch]$Weg)
$ErrorActionPreference = 'Stop'

$program = Join-Path $PSScriptRoot 'hgkm-desktop.exe'
$classes = 'HKCU:\Software\Classes'
$kind = 'HGKM.Casusbestand'
$link = Join-Path ([Environment]::GetFolderPath('Programs')) 'HGKM Desktop.lnk'

if ($Weg) {
    foreach ($key in "$classes\.hgkm", "$classes\$kind") {
        if (Test-Path $key) { Remove-Item $key -Recurse }
    }
    if (Test-Path $link) { Remove-Item $link }
    Write-Output 'HGKM Desktop staat niet meer in het menu Start. Uw casusbestanden zijn niet veranderd.'
    return
}

New-Item "$classes\.hgkm" -Force | Set-ItemProperty -Name '(default)' -Value $kind
New-Item "$classes\$kind" -Force | Set-ItemProperty -Name '(default)' -Value 'HGKM-casusbestand'
New-Item "$classes\$kind\DefaultIcon" -Force |
    Set-ItemProperty -Name '(default)' -Value "`"$program`",0"
New-Item "$classes\$kind\shell\open\command" -Force |
    Set-ItemProperty -Name '(default)' -Value "`"$program`" `"%1`""

$shortcut = (New-Object -ComObject WScript.Shell).CreateShortcut($link)
$shortcut.TargetPath = $program
$shortcut.WorkingDirectory = $PSScriptRoot
$shortcut.Save()
Write-Output "HGKM Desktop staat in het menu Start. Laat deze map staan: $PSScriptRoot"

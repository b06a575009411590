#!/usr/bin/env bash
# Writes docs/reference/licences.md anew: the packages that Portal is built with and delivered with, from the lock files of the
# application and its rules, with the licences that the restored packages state. Run it after `dotnet restore`.
set -euo pipefail
cd "$(dirname "$0")/.."
packages=$(dotnet nuget locals global-packages --list | sed 's/^global-packages: //')
page=docs/reference/licences.md

# name, version and kind of each package of a lock file; projects are left out
locked() {
  awk -F'"' '
    /^      "[^"]+": \{/ { name = $2 }
    /^        "type":/ { kind = $4 }
    /^        "resolved":/ && kind != "Project" { print name, $4, kind }
  ' "$@"
}

# The licence as an SPDX expression. Where a package states none: by the text it brings, or as read by hand.
licence_of() {
  local name=$1 folder=$packages/${1,,}/${2,,} nuspec text
  nuspec=$(cat "$folder/${name,,}.nuspec")
  if [[ $nuspec =~ \<license\ type=\"expression\"[^\>]*\>([^\<]+)\< ]]; then
    echo "${BASH_REMATCH[1]}"
    return
  fi
  if [[ $nuspec =~ \<license\ type=\"file\"[^\>]*\>([^\<]+)\< ]]; then
    text=$(head -c 400 "$folder/${BASH_REMATCH[1]}")
    case $text in
      *"MIT License"*) echo "MIT"; return ;;
      *"MICROSOFT.DATA.SQLCLIENT.SNI LIBRARY"*) echo "LicenseRef-Microsoft-SqlClient-SNI"; return ;;
    esac
  elif [ -e "$folder/dotnet_library_license.txt" ]; then
    echo "LicenseRef-Microsoft-NET-Library"
    return
  fi
  case "$name $2" in
    "zxcvbn-core 1.1.17") echo "MIT" ;;
    *) echo "The licence of $name $2 must be read and named in $0." >&2; return 1 ;;
  esac
}

rows=$(locked src/Portal.Web/packages.lock.json src/Portal.Rules/packages.lock.json | LC_ALL=C sort -fu |
  while read -r name version kind; do
    licence=$(licence_of "$name" "$version") || exit 1
    echo "| $name | $version | ${kind,,} | $licence |"
  done)

{
  cat <<'TOP'
# Licences

The packages that Portal is built with and delivered with, direct ones and those that they bring. Made by `tools/licences.sh` from the lock files and the restored
packages; run it after a change of packages. A test holds this page to the lock files and to the licences that are allowed.

| Package | Version | | Licence |
|---|---|---|---|
TOP
  echo "$rows"
  cat <<'END'

`LicenseRef-Microsoft-SqlClient-SNI` and `LicenseRef-Microsoft-NET-Library` are Microsoft's own terms, which allow use and distribution with an application. The first is of the
native part of the SQL Server client on Windows; the second of two packages without a program, which old packages name. `zxcvbn-core` states its licence by an address only.
END
} > "$page.new"
mv "$page.new" "$page"

#!/usr/bin/env bash
# Builds Portal and starts it in demonstration mode, with a database of its own.
#   PORT=5080            where it listens on localhost
#   PORTAL_DATA=<folder> where it keeps its data (default: src/Portal.Web/App_Data)
set -euo pipefail
cd "$(dirname "$0")"
. scripts/needs.sh

need_sdk
need postgresql has_postgres
need fonts-ipaexfont-gothic has_file '/usr/share/fonts/*/ipaexfont-gothic/*.ttf'
need tzdata has_file /usr/share/zoneinfo/Asia/Tokyo
install_missing

port=${PORT:-5080}
if (exec 3<>"/dev/tcp/localhost/$port") 2>/dev/null; then
  echo "Something listens on port $port already. Choose another one: PORT=$((port + 1)) ./run.sh" >&2
  exit 1
fi

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
echo "Building"
dotnet build src/Portal.Web -c Release --nologo -v quiet -clp:ErrorsOnly

export ASPNETCORE_ENVIRONMENT=Development ASPNETCORE_URLS="http://localhost:$port"
export Portal__Demo=true Portal__BaseUrl="http://localhost:$port"
if [ -n "${PORTAL_DATA:-}" ]; then
  Portal__DataFolder=$(realpath -m "$PORTAL_DATA")
  export Portal__DataFolder
fi

cat <<TEXT

  Portal starts at  http://localhost:$port/
  That page lists the demonstration portals; the sign-in page of each lists its accounts.
  Ctrl-C stops it and its database.

TEXT
cd src/Portal.Web
exec dotnet bin/Release/net10.0/Portal.Web.dll

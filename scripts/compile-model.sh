#!/usr/bin/env bash
# Writes the compiled model of PostgreSQL's contexts anew, after a change of entities or configurations (ADR 0151).
set -euo pipefail
cd "$(dirname "$0")/.."

folder=Data/PostgreSql/CompiledModel/Generated
dotnet tool restore > /dev/null
dotnet build src/Portal.Web -c Release --nologo -v quiet -p:CompiledModel=false
rm -rf "src/Portal.Web/$folder"
if ! said=$(dotnet ef dbcontext optimize -p src/Portal.Web -c NpgsqlPortalDbContext -o "$folder" \
  -n Portal.Web.Data.PostgreSql.CompiledModel --no-build --configuration Release -- to-compile 2>&1); then
  echo "$said" >&2
  exit 1
fi

# The same each time: EF draws a new id with each writing, which nothing needs.
sed -i -e '1s/^\xef\xbb\xbf//' -e 's/modelId: new Guid("[^"]*")/modelId: new Guid("dddba1b0-649d-4315-9d7c-14a7b8b17483")/' \
  "src/Portal.Web/$folder"/*.cs
echo "written: src/Portal.Web/$folder"

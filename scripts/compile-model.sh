#!/usr/bin/env bash
# Writes the compiled model of PostgreSQL's contexts anew, after a change of entities or configurations (ADR 0151).
set -euo pipefail
cd "$(dirname "$0")/.."

folder=Data/PostgreSql/CompiledModel/Generated
dotnet tool restore > /dev/null
dotnet build src/Portal.Web -c Release --nologo -v quiet -p:CompiledModel=false
rm -rf "src/Portal.Web/$folder"
dotnet ef dbcontext optimize -p src/Portal.Web -c NpgsqlPortalDbContext -o "$folder" -n Portal.Web.Data.PostgreSql.CompiledModel \
  --no-build --configuration Release -- to-compile > /dev/null
sed -i '1s/^\xef\xbb\xbf//' "src/Portal.Web/$folder"/*.cs
echo "written: src/Portal.Web/$folder"

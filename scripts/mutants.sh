#!/usr/bin/env bash
# The mutation score of the rules (CODE-2: 80 %): small changes to the sources that no test notices.
#   scripts/mutants.sh                 of all rooms; hours on two cores
#   scripts/mutants.sh Lockout Mail    of these rooms; a minute or two each
# A room is tested by the tests of the rules that name it. Reports, with what survived, are below TestResults/mutants.
# Not a part of ./test.sh.
set -euo pipefail
cd "$(dirname "$0")/.."

results=$PWD/TestResults/mutants
mkdir -p "$results"
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
tool=$results/tool/dotnet-stryker
[ -x "$tool" ] || dotnet tool install dotnet-stryker --version 5.1.0 --tool-path "$(dirname "$tool")" >/dev/null

rooms=("$@")
if [ ${#rooms[@]} = 0 ]; then
  mapfile -t rooms < <(find src/Portal.Rules -mindepth 1 -maxdepth 1 -type d ! -name bin ! -name obj -printf '%f\n' | sort)
fi

# The folders of tests that name a room, those that they name, and so on.
needed() {
  local found all
  found=$(cd tests/Portal.Rules.Tests && grep -rlE "Portal\\.Rules\\.(Tests\\.)?$1\\b" --include='*.cs' . | cut -d/ -f2 | sort -u)
  while :; do
    all=$(while read -r room; do
      echo "$room"
      grep -rhoE 'Portal\.Rules\.Tests\.[A-Za-z]+' "tests/Portal.Rules.Tests/$room" --include='*.cs' | sed 's/.*\.//'
    done <<< "$found" | sort -u)
    [ "$all" = "$found" ] && break
    found=$all
  done
  echo "$all"
}

# Stryker speaks to tests by the testing platform, which the tests do without otherwise.
arrange() {
  local tests=$copy/tests/Portal.Rules.Tests room
  rm -rf "$copy"/*
  mkdir -p "$copy/src" "$tests"
  cp Directory.Build.props Directory.Build.targets Directory.Packages.props global.json .editorconfig "$copy"
  cp -r src/Portal.Rules "$copy/src"
  cp tests/Portal.Rules.Tests/*.csproj "$tests"
  rm -rf "$copy"/src/Portal.Rules/{bin,obj,packages.lock.json}
  while read -r room; do cp -r "tests/Portal.Rules.Tests/$room" "$tests"; done < <(needed "$1")
  sed -i 's/"xunit.v3.mtp-off"/"xunit.v3"/' "$copy/Directory.Packages.props"
  sed -i 's/"xunit.v3.mtp-off"/"xunit.v3"/; /coverlet.collector/d; /Microsoft.NET.Test.Sdk/d; /xunit.runner.visualstudio/d' "$tests"/*.csproj
}

count() { { grep -oE "\"status\": *\"($1)\"" "$2" || true; } | wc -l; }

noticed=0 missed=0
for room in "${rooms[@]}"; do
  arrange "$room"
  log=$results/$room.log
  (cd "$copy/tests/Portal.Rules.Tests" &&
    "$tool" --test-runner mtp --project Portal.Rules.csproj --mutate "**/$room/**/*.cs" --reporter json --reporter html \
      --output "$results/$room" --skip-version-check > "$log" 2>&1) || { tail -20 "$log"; exit 1; }
  report=$results/$room/reports/mutation-report.json
  [ -e "$report" ] || { echo "$room: nothing to change"; continue; }
  killed=$(count 'Killed|Timeout' "$report") survived=$(count 'Survived|NoCoverage' "$report")
  noticed=$((noticed + killed)) missed=$((missed + survived))
  echo "$room: $killed of $((killed + survived)) noticed"
done

awk -v noticed="$noticed" -v missed="$missed" 'BEGIN {
  if (noticed + missed == 0) exit 0
  score = 100 * noticed / (noticed + missed)
  printf "Rules: %.1f %% of the changes are noticed, mark 80 %%\n", score; exit score < 80 }'

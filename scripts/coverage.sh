#!/usr/bin/env bash
# Branches that tests take, against the marks of CODE-2; fails below one.
#   scripts/coverage.sh           of the rules, by their own tests: 95 %; a minute
#   scripts/coverage.sh --whole   of everything, too, by the tests of the pipeline alone: 85 %; longer than these take
#   scripts/coverage.sh --built   what is built already
set -euo pipefail
cd "$(dirname "$0")/.."

whole=0 built=()
for option in "$@"; do
  case "$option" in
    --whole) whole=1 ;;
    --built) built=(--no-build) ;;
    *) echo "Unknown: $option" >&2; exit 2 ;;
  esac
done

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
below=0

measure() { # project, whose branches (a package of the report, or "coverage" for all), words, mark
  dotnet test "tests/$1" -c Release --nologo -v quiet "${built[@]}" --settings tests/coverage.runsettings --collect "XPlat Code Coverage" \
    --results-directory "$results/$1" > "$results/log" || { cat "$results/log"; exit 1; }
  local rate
  rate=$(grep -ohE "<(package name=\"$2\"|$2) [^>]*branch-rate=\"[0-9.]+\"" "$results/$1"/*/coverage.cobertura.xml |
    sed -E 's/.*branch-rate="([0-9.]+)"/\1/')
  awk -v rate="$rate" -v mark="$4" -v words="$3" 'BEGIN {
    printf "%s: %.2f %% of the branches, mark %d %%\n", words, rate * 100, mark; exit rate * 100 < mark }' || below=1
}

measure Portal.Rules.Tests Portal.Rules "Rules" 95
[ "$whole" = 0 ] || measure Portal.Web.Tests coverage "Everything" 85
exit "$below"

#!/usr/bin/env bash
# Builds everything and runs all tests; the last line is "tests: N passed, N failed, N skipped".
#   ./test.sh           all, the format check, and how many branches of the rules their tests take
#   ./test.sh LOCK_2    only tests whose full name contains LOCK_2 (or any filter expression of dotnet test)
#   ./test.sh --touched [base]   only what the change since base (HEAD) touches
set -uo pipefail
cd "$(dirname "$0")"
. scripts/needs.sh
. scripts/touched.sh

passed=0 failed=0 skipped=0
trap 'echo "tests: $passed passed, $failed failed, $skipped skipped"' EXIT

need_sdk
need postgresql has_postgres
need chromium-headless-shell has chromium-headless-shell
need fonts-noto-cjk has_file '/usr/share/fonts/*/noto/NotoSansCJK*'
need fonts-ipaexfont-gothic has_file '/usr/share/fonts/*/ipaexfont-gothic/*.ttf'
need poppler-utils has pdftotext
need oathtool has oathtool
need zbar-tools has zbarimg
need tzdata has_file /usr/share/zoneinfo/Asia/Tokyo
install_missing || exit 1

export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet restore Portal.sln -v quiet || exit 1
dotnet build Portal.sln -c Release -p:Analyze=true --no-restore --nologo -v quiet -clp:ErrorsOnly || exit 1

options=()
format=0 coverage=0 whole=0
if [ "${1:-}" = --touched ]; then
  filter=$(touched_filter "${2:-HEAD}")
  [ -n "$filter" ] || { echo "Nothing that a test looks at has changed."; exit 0; }
  echo "Touched: $filter"
  [ "$filter" = all ] || options=(--filter "$filter")
elif [ $# -gt 0 ]; then
  case "$*" in
    *[=~]*) options=(--filter "$*") ;;
    *) options=(--filter "FullyQualifiedName~$*") ;;
  esac
else
  whole=1
  dotnet format whitespace Portal.sln --verify-no-changes --no-restore || format=1  # style: the build above
fi

results=$(mktemp -d)
log="$results/log"
# One project after the other: a browser that waits beside a flood measures the flood.
dotnet test Portal.sln -m:1 -c Release --no-build --nologo --results-directory "$results" --logger trx \
  --blame-hang --blame-hang-timeout 8m --blame-hang-dump-type none "${options[@]}" 2>&1 | tee "$log" |
  grep -vE "^(Test run for|A total of|No test matches|Results File:|Data collector 'Blame' message: All tests finished|$)"
outcome=${PIPESTATUS[0]}

while read -r f p s; do
  failed=$((failed + f)) passed=$((passed + p)) skipped=$((skipped + s))
done < <(sed -nE 's/^(Passed|Failed|Skipped)! +- Failed: +([0-9]+), Passed: +([0-9]+), Skipped: +([0-9]+),.*/\2 \3 \4/p' "$log")

[ "$whole" = 0 ] || scripts/coverage.sh --built || coverage=1

echo "Time of each project:"
for trx in "$results"/*.trx; do
  [ -e "$trx" ] || continue
  project=$(grep -o 'codeBase="[^"]*"' "$trx" | head -1 | sed -E 's/.*\/([^/"]+)\.dll"/\1/')
  times=$(grep -o '<Times [^>]*' "$trx")
  start=$(sed -E 's/.* start="([^"]*)".*/\1/' <<<"$times") finish=$(sed -E 's/.* finish="([^"]*)".*/\1/' <<<"$times")
  printf '  %4d s  %s\n' $(($(date -d "$finish" +%s) - $(date -d "$start" +%s))) "$project"
done | sort -rn
echo "Slowest tests:"
cat "$results"/*.trx 2>/dev/null | grep -o '<UnitTestResult [^>]*' |
  sed -nE 's/.* testName="([^"]*)".* duration="([^"]*)".*/  \2  \1/p' | sort -r | head -10
rm -rf "$results"

if [ "$outcome" -ne 0 ] && [ "$failed" -eq 0 ]; then
  echo "A test host ended without a summary: counted as one failure." >&2
  failed=1
fi
if [ $((passed + failed + skipped)) -eq 0 ]; then
  echo "No test ran." >&2
  exit 1
fi
exit $((outcome != 0 || failed != 0 || format != 0 || coverage != 0))

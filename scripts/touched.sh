# Sourced by test.sh: the filter that runs what a change touches. Tests stand in the image of src, so that a changed
# file's folder names its tests; where nothing mirrors a folder, the nearest folder above it does.

# touched_filter <base>: prints a filter for "dotnet test", "all" for a change that reaches everywhere, or nothing.
touched_filter() {
  local base=$1 file parts=()
  while read -r file; do
    case "$file" in
      *.md | docs/* | *.png | *.svg) ;;
      tests/Portal.TestKit/* | Directory.* | global.json | Portal.sln | test.sh | scripts/* | */packages.lock.json | *.csproj)
        echo all
        return ;;
      tests/*.Tests/*.cs) parts+=("$(basename "${file#tests/}" .cs)") ;;
      src/Portal.Rules/*) parts+=("Portal.Rules.Tests.$(image_of tests/Portal.Rules.Tests "${file#src/Portal.Rules/}")"
        "Portal.Web.Tests.$(image_of tests/Portal.Web.Tests "Domain/Accounts/${file#src/Portal.Rules/}")") ;;
      src/Portal.Web/wwwroot/* | *.cshtml) parts+=("Portal.Web.Tests.$(image_of tests/Portal.Web.Tests "${file#src/Portal.Web/}")" EveryPageTests) ;;
      src/Portal.Web/*) parts+=("Portal.Web.Tests.$(image_of tests/Portal.Web.Tests "${file#src/Portal.Web/}")") ;;
    esac
  done < <({ git diff --name-only "$base"; git ls-files --others --exclude-standard; } | sort -u)
  [ ${#parts[@]} -gt 0 ] || return
  # Rooms, texts and shapes are looked at whatever changed.
  printf '%s\n' "${parts[@]}" Portal.Architecture.Tests | sed 's/^Portal.Web.Tests.$/Portal.Web.Tests/' | sort -u |
    sed 's/^/FullyQualifiedName~/' | paste -sd '|'
}

# image_of <tests folder> <file>: the deepest folder of the file that the tests have, too, with dots.
image_of() {
  local folder=$2
  while [[ $folder == */* ]]; do
    folder=${folder%/*}
    if [ -d "$1/$folder" ]; then
      echo "${folder//\//.}."
      return
    fi
  done
  echo ""
}

# Sourced by run.sh and test.sh: installs what a fresh Debian lacks.
missing=()

# need <package> <command that succeeds when it is there>
need() {
  local package=$1
  shift
  "$@" >/dev/null 2>&1 || missing+=("$package")
}

has() { command -v "$@"; }

has_file() { compgen -G "$1"; }

has_postgres() { [ -n "${PORTAL_PG_BIN:-}" ] || has_file '/usr/lib/postgresql/*/bin/initdb' || has initdb; }

need_sdk() {
  dotnet --version >/dev/null 2>&1 && return
  echo "The .NET SDK that global.json asks for is needed: https://dotnet.microsoft.com/download/dotnet/10.0" >&2
  exit 1
}

install_missing() {
  [ ${#missing[@]} -gt 0 ] || return 0
  local as_root=()
  if [ "$(id -u)" != 0 ]; then as_root=(sudo); fi
  if ! has apt-get >/dev/null || { [ "$(id -u)" != 0 ] && ! has sudo >/dev/null; }; then
    echo "These packages are needed, and only apt-get as root or with sudo is known to this script: ${missing[*]}" >&2
    return 1
  fi
  echo "Installing ${missing[*]}"
  # Portal starts servers of its own: a new PostgreSQL need not bring one that runs all the time.
  if [[ " ${missing[*]} " == *" postgresql "* ]] && [ ! -e /etc/postgresql-common ]; then
    "${as_root[@]}" mkdir -p /etc/postgresql-common/createcluster.d
    echo "create_main_cluster = false" | "${as_root[@]}" tee /etc/postgresql-common/createcluster.d/portal.conf >/dev/null
  fi
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

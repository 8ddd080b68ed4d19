#!/usr/bin/env bash
# Everything that the tests need, then all tests.
#   ./test.sh           the fast tests (also in CI)
#   ./test.sh --full    the long runs as well
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# The hosts of the tests have folders and settings of their own; one that is set here would be shared by all of them, and might be an office's.
unset DOCFLOW_DATA DOCFLOW_CLOCK DOCFLOW_PATH_BASE DOCFLOW_PROXIES DOCFLOW_FLOWCHARTS DOCFLOW_ADMIN_API_KEY
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
export DOCFLOW_CACHE="${DOCFLOW_CACHE:-$HOME/.cache/docflow}"
[[ "${1:-}" == "--full" ]] && export DOCFLOW_TEST_FULL=1

say() { printf '==> %s\n' "$*"; }

# Real parts that some tests use. A test whose part is absent is skipped and says so.
install_system_parts() {
    local missing=()
    command -v chromium > /dev/null || missing+=(chromium)
    command -v pdftotext > /dev/null || missing+=(poppler-utils)
    command -v soffice > /dev/null || missing+=(libreoffice-writer)
    compgen -G '/usr/lib/postgresql/*/bin/initdb' > /dev/null || missing+=(postgresql)
    [[ ${#missing[@]} -eq 0 ]] && return 0

    local as_root=()
    if [[ $EUID -ne 0 ]]; then
        if ! command -v sudo > /dev/null || ! sudo -n true 2> /dev/null; then
            say "not installed, and this account may not install: ${missing[*]} (their tests are skipped)"
            return 0
        fi
        as_root=(sudo -n)
    fi
    say "installing ${missing[*]} from the system's packages (some minutes the first time)"
    "${as_root[@]}" apt-get update -qq \
        && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null \
        || say "could not install: ${missing[*]} (their tests are skipped)"
}

install_system_parts

# One compiler for all projects halves the time of building; it is ended after.
say "building"
dotnet build DocFlow.sln --nologo -v quiet -p:UseSharedCompilation=true || exit 1
[[ -n "${CI:-}" ]] && dotnet build-server shutdown --vbcscompiler > /dev/null 2>&1

say "fonts (fetched once into the cache)"
dotnet run --project src/DocFlow.Host --no-build -- fetch || say "fonts could not be fetched; the tests that draw pages will say so"

say "testing"
log="$(mktemp)"
results="$(mktemp -d)"
trap 'rm -rf "$log" "$results"' EXIT
dotnet test DocFlow.sln --no-build --nologo -m:1 --logger trx --results-directory "$results" 2>&1 | tee "$log"
status=${PIPESTATUS[0]}

count() { grep -oE "^(Passed|Failed|Skipped)!.* $1: *[0-9]+" "$log" | grep -oE '[0-9]+$' | awk '{ total += $1 } END { print total + 0 }'; }
failed=$(count Failed) passed=$(count Passed) skipped=$(count Skipped)
[[ $passed -eq 0 ]] && status=1
[[ $failed -gt 0 ]] && status=1
# A test process that dies takes its tests along, and the rest is still called passed.
if grep -qE '\[FATAL ERROR\]|Test process crashed' "$log"; then
    say "a test process ended before its tests did: the numbers below are not complete"
    status=1
fi
if [[ $skipped -gt 0 ]]; then
    say "skipped, and why"
    grep -h -A 4 'outcome="NotExecuted"' "$results"/*.trx | sed -n 's:.*<Message>\(.*\)</Message>.*:\1:p' | sort | uniq -c | sort -rn
fi
printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
exit "$status"

#!/bin/sh
# Compares the NAS with what is declared. Only reads.
# Exit code: that of `cloudsyncctl drift`: 0 as declared, 2 something differs, 5 unreachable, ...
# shellcheck source=settings.sh
. "$(dirname "$0")/settings.sh"

forget_reports drift
# Reports of earlier nights say since when something differs and how often it did.
history=$CLOUDSYNC_STATE/reports
mkdir -p "$history"
set -- --since "$history"

# The last commit that was applied tells what is only not applied yet from what somebody changed on
# the NAS. Where there is none, as after a rewritten history or an apply that was done in part,
# differences are unattributed.
applied=
if [ -s "$CLOUDSYNC_STATE/applied-commit" ]; then read -r applied <"$CLOUDSYNC_STATE/applied-commit"; fi
if [ -n "$applied" ] && git cat-file -e "$applied^{commit}" 2>/dev/null; then
  set -- "$@" --baseline "$applied"
fi
if [ -f cloudsync-ignore.yaml ]; then set -- "$@" --ignore-file cloudsync-ignore.yaml; fi

# shellcheck disable=SC2086 # split on purpose
run drift $CLOUDSYNC_FILES "$@"

if [ -f "$CLOUDSYNC_OUT/reports/drift.json" ]; then
  cp "$CLOUDSYNC_OUT/reports/drift.json" "$history/$(date -u +%Y-%m-%dT%H%M%SZ).json"
  # A quarter of a year of nights.
  # shellcheck disable=SC2012 # their names are ours
  (cd "$history" && ls -r | tail -n +91 | while read -r old; do rm -- "$old"; done)
fi
exit "${code:?}"

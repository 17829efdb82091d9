#!/bin/sh
# Plans what is declared and saves the plan for apply.sh. Only reads the NAS.
# Exit code: that of `cloudsyncctl plan`. A plan is saved only if every NAS has one.
# shellcheck source=settings.sh
. "$(dirname "$0")/settings.sh"

forget_reports plan
plan=$(saved_plan)
# shellcheck disable=SC2086 # split on purpose
run plan $CLOUDSYNC_FILES --out "$plan"
exit "${code:?}"

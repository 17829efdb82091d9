#!/bin/sh
# Tells somebody. notify.sh WORD EXIT-CODE REPORT, where WORD is plan, applied, refused, failed, drift
# or clean, and REPORT a Markdown file that may be missing. Replace the last line by what you use, such as
#
#   mail -s "$subject" nas-admins@example.lan <"$report"
#   curl -fsS --max-time 10 --data-binary "@$report" https://hooks.example.lan/cloudsync
set -eu
subject="Cloud Sync: $1 (exit code $2)"
report=$3
if [ ! -f "$report" ]; then report=/dev/null; fi
{ printf '%s\n\n' "$subject" && cat "$report"; } >&2

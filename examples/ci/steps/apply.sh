#!/bin/sh
# Carries out the plan that was saved of what is declared at HEAD, exactly that or nothing.
# Exit code: that of `cloudsyncctl apply`, but 0 where only steps by hand remain (they are named).
# shellcheck source=settings.sh
. "$(dirname "$0")/settings.sh"

forget_reports apply
report=$CLOUDSYNC_OUT/reports/apply
plan=$(saved_plan)
if [ ! -f "$plan" ]; then
  why="Refused, nothing was written: nobody has looked at a plan of what is declared here, or it was lost. Plan again, look at that plan, then apply again."
  say error "$why"
  printf '<!-- cloudsyncctl apply -->\n### Apply: refused\n\n%s\n' "$why" >"$report.md"
  exit 3
fi

# Whether this apply wrote nothing anywhere. Of several NAS one may be refused and another applied, so
# the exit code does not tell.
wrote_nothing() {
  case ${code:?} in 3 | 5) ;; *) return 1 ;; esac
  [ -f "$report.json" ] && ! grep -Eq '"cut_short": "(it was interrupted|of a defect)|"outcome": "(done|failed|uncertain)"' "$report.json"
}

# The commit that every NAS is at: drift.sh compares with it, and cloudsync-apply.sh does nothing where
# nothing else is declared. From the first write on it is none, until all is applied, even if this job
# is broken off.
applied=$CLOUDSYNC_STATE/applied-commit
before=$(cat "$applied" 2>/dev/null) || before=
: >"$applied"
run apply "$plan"
case ${code:?} in
  0 | 6) git rev-parse HEAD >"$applied" ;;
  *) if [ -n "$before" ] && wrote_nothing; then printf '%s\n' "$before" >"$applied"; fi ;;
esac
case $code in
  0) ;;
  3) say error "Refused, nothing was written there: a NAS or a file is no longer as it was when the plan was made, or a risk is not accepted. The log says which. Plan again, look at that plan, then apply again." ;;
  4) say error "Partly applied: the log says what was done. Plan again and apply again: that finishes it." ;;
  5) say error "A NAS could not be reached or refused the login. What was applied to others stands in the log." ;;
  6)
    say warning "Applied. Steps by hand remain: the report names them."
    exit 0
    ;;
  *) say error "Failed: the log says why." ;;
esac
exit "${code:?}"

#!/bin/sh
# Carries out the plan that was saved of what is declared at HEAD, exactly that or nothing.
# Exit code: that of `cloudsyncctl apply`, but 0 where only steps by hand remain (they are named).
# shellcheck source=settings.sh
. "$(dirname "$0")/settings.sh"

plan=$(saved_plan)
if [ ! -f "$plan" ]; then
  say error "Refused, nothing was written: nobody has looked at a plan of what is declared here, or it was lost. Plan again, look at that plan, then apply again."
  exit 3
fi
run apply "$plan"
case ${code:?} in
  0 | 6) git rev-parse HEAD >"$CLOUDSYNC_STATE/applied-commit" ;; # what drift.sh compares with
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

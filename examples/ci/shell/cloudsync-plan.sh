#!/bin/sh
# Plans a branch for its review, and keeps the plan for the apply after its merge. Only reads the NAS.
# cloudsync-plan.sh BRANCH
set -eu
here=$(cd "$(dirname "$0")" && pwd)
branch=${1:?name the branch that shall be planned}
# shellcheck source=working-tree.sh
. "$here/working-tree.sh"
check_out "$branch"

code=0
sh "$CLOUDSYNC_STEPS/plan.sh" || code=$?
if [ "$code" -eq 0 ]; then tell plan plan; else tell failed plan; fi
exit "$code"

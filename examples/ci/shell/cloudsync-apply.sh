#!/bin/sh
# Applies what was merged, if a plan of exactly that was made before (cloudsync-plan.sh). Run it often:
# where nothing new is declared it ends at once, and what was refused is told of once.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=working-tree.sh
. "$here/working-tree.sh"
check_out "$CLOUDSYNC_BRANCH"

commit=$(git rev-parse HEAD)
applied=$(cat "$CLOUDSYNC_STATE/applied-commit" 2>/dev/null) || applied=
# shellcheck disable=SC2086 # split on purpose
if [ -n "$applied" ] && git diff --quiet "$applied" HEAD -- $CLOUDSYNC_FILES; then exit 0; fi

code=0
sh "$CLOUDSYNC_STEPS/apply.sh" || code=$?
case $code in
  0) tell applied apply ;;
  *)
    if [ "$commit $code" != "$(cat "$CLOUDSYNC_STATE/told" 2>/dev/null)" ]; then
      if [ "$code" -eq 3 ]; then tell refused apply; else tell failed apply; fi
      echo "$commit $code" >"$CLOUDSYNC_STATE/told"
    fi
    ;;
esac
exit "$code"

#!/bin/sh
# Compares the NAS with what is declared, each night. Only reads.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=working-tree.sh
. "$here/working-tree.sh"
check_out "$CLOUDSYNC_BRANCH"

code=0
sh "$CLOUDSYNC_STEPS/drift.sh" || code=$?
case $code in
  0) tell clean drift ;;
  2) tell drift drift ;;
  *) tell failed drift ;;
esac
exit "$code"

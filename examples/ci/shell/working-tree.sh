# What the three scripts share; read by them with `.`. Reads the configuration and takes the lock.
# shellcheck shell=sh
set -eu
: "${CLOUDSYNC_CONFIGURATION:=/etc/cloudsync/cloudsync.conf}"
if [ -f "$CLOUDSYNC_CONFIGURATION" ]; then
  set -a
  # shellcheck source=cloudsync.conf
  . "$CLOUDSYNC_CONFIGURATION"
  set +a
fi
: "${CLOUDSYNC_HOME:=/var/lib/cloudsync}" "${CLOUDSYNC_BRANCH:=main}" "${CLOUDSYNC_NOTIFY:=true}" "${CLOUDSYNC_FILES:=nas}"
: "${CLOUDSYNC_STEPS:=$here/../steps}"
export CLOUDSYNC_STATE="$CLOUDSYNC_HOME/state" CLOUDSYNC_OUT="$CLOUDSYNC_HOME/out"

mkdir -p "$CLOUDSYNC_HOME"
cd "$CLOUDSYNC_HOME"

# One script at a time: they share the working tree. Another waits up to a quarter of an hour.
exec 9>lock
if ! flock -w 900 9; then
  echo "error: another run is under way; it holds $CLOUDSYNC_HOME/lock" >&2
  exit 1
fi

# check_out BRANCH: exactly as it is in the repository.
check_out() {
  if [ ! -d tree/.git ]; then git clone -q --no-checkout "$CLOUDSYNC_REPOSITORY" tree; fi
  cd tree
  git fetch -q --prune origin
  git checkout -q --force --detach "refs/remotes/origin/$1"
  git clean -q -ffdx
}

# tell WORD REPORT: a notification that fails does not fail the run.
tell() {
  "$CLOUDSYNC_NOTIFY" "$1" "${code:?}" "$CLOUDSYNC_OUT/reports/$2.md" 9>&- ||
    echo "warning: $CLOUDSYNC_NOTIFY failed" >&2
}

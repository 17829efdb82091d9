#!/bin/sh
# Keeps the record and the journals in Git, on a branch of their own that shares no history with the
# others. They hold no secrets, but names of connections and folders, as the YAML does.
#
#   state-in-git.sh restore         puts the branch's files into CLOUDSYNC_STATE
#   state-in-git.sh save PATH...    commits these files and folders of CLOUDSYNC_STATE and pushes
#
# The branch is CLOUDSYNC_STATE_BRANCH (cloudsync-state). Save only what the job has written: then two
# jobs that end at the same time do not undo one another.
# shellcheck source=settings.sh
. "$(dirname "$0")/settings.sh"
: "${CLOUDSYNC_STATE_BRANCH:=cloudsync-state}"
remote=refs/remotes/origin/$CLOUDSYNC_STATE_BRANCH

restore() {
  if git rev-parse -q --verify "$remote" >/dev/null; then
    git archive "$remote" | tar -x -f - -C "$CLOUDSYNC_STATE"
  else
    echo "There is no branch $CLOUDSYNC_STATE_BRANCH yet: the first apply makes it." >&2
  fi
}

# Commits on top of what the branch holds now. Fails where somebody else pushes at the same time.
save_once() {
  git fetch -q origin "+refs/heads/$CLOUDSYNC_STATE_BRANCH:$remote" 2>/dev/null || true
  parent=$(git rev-parse -q --verify "$remote") || parent=
  repository=$(git rev-parse --absolute-git-dir)
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  export GIT_INDEX_FILE="$folder/index"
  if [ -n "$parent" ]; then git read-tree "$parent"; else git read-tree --empty; fi
  for path; do
    if [ -e "$CLOUDSYNC_STATE/$path" ]; then
      (cd "$CLOUDSYNC_STATE" && git --git-dir "$repository" --work-tree . add -f -A -- "$path")
    fi
  done
  tree=$(git write-tree)
  if [ -n "$parent" ] && [ "$tree" = "$(git rev-parse "$parent^{tree}")" ]; then
    return
  fi
  commit=$(git -c user.name=cloudsyncctl -c user.email=cloudsyncctl@localhost \
    commit-tree ${parent:+-p "$parent"} -m "Keep $* of $(git rev-parse --short HEAD)" "$tree")
  git push -q origin "$commit:refs/heads/$CLOUDSYNC_STATE_BRANCH"
}

action=${1:-}
shift
case $action in
  restore) restore ;;
  save) sh "$0" save-once "$@" || sh "$0" save-once "$@" || sh "$0" save-once "$@" ;;
  save-once) save_once "$@" ;;
  *)
    echo "usage: $0 restore | save PATH..." >&2
    exit 64
    ;;
esac

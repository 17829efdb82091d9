# What all steps share; read by them with `.`, never run by itself. Settings come from the environment:
#
#   CLOUDSYNCCTL     the program (cloudsyncctl, found on the PATH)
#   CLOUDSYNC_FILES  what is declared: files and folders of YAML, without blanks in their names (nas)
#   CLOUDSYNC_STATE  folder of the record and the journals; has to outlive the job (cloudsync-state)
#   CLOUDSYNC_OUT    folder for saved plans and reports (cloudsync-out)
#
# All steps run at the top of the Git working tree.
# shellcheck shell=sh
set -euf # f: CLOUDSYNC_FILES is split at blanks, and nothing in it is a pattern

: "${CLOUDSYNCCTL:=cloudsyncctl}"
: "${CLOUDSYNC_FILES:=nas}"
: "${CLOUDSYNC_STATE:=cloudsync-state}"
: "${CLOUDSYNC_OUT:=cloudsync-out}"
mkdir -p "$CLOUDSYNC_STATE/records" "$CLOUDSYNC_OUT/plans" "$CLOUDSYNC_OUT/reports"

# Names what is declared at HEAD: the same for a branch and for its merge, squashed or not, as long
# as the declared files are the same.
declared() {
  # shellcheck disable=SC2086 # split on purpose
  tree=$(git ls-tree HEAD -- $CLOUDSYNC_FILES)
  if [ -z "$tree" ]; then
    say error "nothing is committed at $CLOUDSYNC_FILES, which CLOUDSYNC_FILES names" >&2 # stdout is the answer
    return 64
  fi
  printf '%s\n' "$tree" | git hash-object --stdin
}

# Where the plan lies that was made of what is declared at HEAD.
saved_plan() {
  declared=$(declared) || return
  printf '%s\n' "$CLOUDSYNC_OUT/plans/$declared.plan.json"
}

# Says something where the reader of the job sees it. say error|warning|notice TEXT
say() {
  if [ "${GITHUB_ACTIONS:-}" = true ]; then
    printf '::%s title=Cloud Sync::%s\n' "$1" "$2"
  else
    printf '%s: %s\n' "$1" "$2" >&2
  fi
}

# Removes the reports of an earlier run, so that none is taken for one of this run. forget_reports VERB
forget_reports() {
  for kind in json md html xml sarif gitlab.json; do rm -f "$CLOUDSYNC_OUT/reports/$1.$kind"; done
}

# Runs cloudsyncctl with every kind of report, and leaves its exit code in $code.
# The reports are written whatever comes of the run. The record is kept with the rest of the state,
# also where the YAML names another file: one in the working tree would not outlive the job. run VERB ARGUMENT...
run() {
  verb=$1
  report=$CLOUDSYNC_OUT/reports/$verb
  set -- "$@" \
    --state-dir "$CLOUDSYNC_STATE" \
    --record "$CLOUDSYNC_STATE/records" \
    --report "json=$report.json" \
    --report "markdown=$report.md" \
    --report "html=$report.html" \
    --report "junit=$report.xml" \
    --report "sarif=$report.sarif" \
    --report "gitlab=$report.gitlab.json" \
    --report "prometheus=$CLOUDSYNC_STATE/$verb.prom" # it is made from the one before
  if [ "${GITHUB_ACTIONS:-}" = true ]; then
    # Annotations and the job summary. Nothing else that is printed is taken for a command.
    set -- "$@" --report github=-
  fi
  code=0
  # shellcheck disable=SC2034 # those who call it read it
  "$CLOUDSYNCCTL" "$@" || code=$?
}

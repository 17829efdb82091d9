#!/bin/sh
# Fetches the plan that was saved of what is declared at HEAD: the newest artifact of its name that a
# run of this repository (not of a fork) has kept. Needs gh, and in GH_TOKEN a token that may read
# actions. Where there is none it says nothing: apply.sh refuses then.
# shellcheck source=settings.sh
. "$(dirname "$0")/settings.sh"

name=cloudsync-plan-$(declared)
made_in=$(gh api "repos/$GITHUB_REPOSITORY/actions/artifacts?name=$name&per_page=100" --jq \
  '[.artifacts[] | select((.expired | not) and .workflow_run.head_repository_id == .workflow_run.repository_id)] | max_by(.created_at) | .workflow_run.id // empty')
if [ -n "$made_in" ]; then
  gh run download "$made_in" --repo "$GITHUB_REPOSITORY" --name "$name" --dir "$CLOUDSYNC_OUT/plans"
fi

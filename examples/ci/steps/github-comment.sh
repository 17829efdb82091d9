#!/bin/sh
# Shows the plan in ONE comment of the pull request, which later runs replace. Needs gh, and:
#
#   GH_TOKEN      a token that may write to pull requests
#   PULL_REQUEST  the number
# shellcheck source=settings.sh
. "$(dirname "$0")/settings.sh"

body=$CLOUDSYNC_OUT/reports/plan.md
if [ ! -f "$body" ]; then
  say warning "There is no plan to show; the log says why."
  exit 0
fi
# The report's first line is a mark that no reader sees.
id=$(gh api --paginate "repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments" --jq \
  '.[] | select(.user.type == "Bot" and (.body | startswith("<!-- cloudsyncctl plan -->"))) | .id' |
  head -n 1)
if [ -n "$id" ]; then
  gh api -X PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" -F "body=@$body" --jq .html_url
else
  gh api -X POST "repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments" -F "body=@$body" --jq .html_url
fi

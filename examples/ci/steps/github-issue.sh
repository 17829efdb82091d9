#!/bin/sh
# Keeps ONE open issue for what drift.sh found: opens or updates it while something differs or a NAS
# cannot be reached, closes it when all is as declared. Needs gh, and:
#
#   GH_TOKEN   a token that may write to issues
#   EXIT_CODE  the exit code of drift.sh
# shellcheck source=settings.sh
. "$(dirname "$0")/settings.sh"

label=cloudsync-drift
body=$CLOUDSYNC_OUT/reports/drift.md
run=$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID
number=$(gh issue list --repo "$GITHUB_REPOSITORY" --state open --label "$label" --limit 1 \
  --json number --jq '.[].number')

case $EXIT_CODE in
  0)
    if [ -n "$number" ]; then
      gh issue close "$number" --repo "$GITHUB_REPOSITORY" --comment "All is as declared again: $run"
    fi
    ;;
  2 | 5)
    case $EXIT_CODE in
      2) title="Cloud Sync is not as declared" ;;
      *) title="Cloud Sync could not be checked everywhere" ;;
    esac
    if [ -n "$number" ]; then
      gh issue edit "$number" --repo "$GITHUB_REPOSITORY" --title "$title" --body-file "$body"
    else
      gh label create "$label" --repo "$GITHUB_REPOSITORY" --force \
        --description "Found by the nightly check of the NAS" --color D93F0B
      gh issue create --repo "$GITHUB_REPOSITORY" --title "$title" --label "$label" --body-file "$body"
    fi
    ;;
  *)
    # Nothing was compared, so the issue stays as it is.
    say error "The check itself failed; the log says why."
    exit 1
    ;;
esac

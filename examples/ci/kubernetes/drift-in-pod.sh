#!/bin/sh
# What the CronJob runs: fetches what is declared, and compares. Only reads the NAS.
# Exit code: that of `cloudsyncctl drift`, so that a difference is a failed job, which monitoring sees.
# The volume also has drift.prom, for the textfile collector of Prometheus' node exporter.
set -eu
git clone -q --branch "$CLOUDSYNC_BRANCH" "$CLOUDSYNC_REPOSITORY" "$HOME/tree"
cd "$HOME/tree"
exec sh /steps/drift.sh

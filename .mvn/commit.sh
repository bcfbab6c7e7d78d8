#!/bin/sh
# Prints git's commit of the source tree ("-dirty" where it was edited since), or "unknown".
# usage: commit.sh ROOT
git -C "$1" describe --always --dirty --abbrev=12 --exclude='*' 2>/dev/null || echo unknown

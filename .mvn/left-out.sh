#!/bin/sh
# Last step of `verify`: says which tests this machine could not run (tests append a line each to
# target/left-out.txt). usage: left-out.sh ROOT
list=$1/target/left-out.txt
if [ -s "$list" ]; then
  echo "Left out on this machine:"
  sort -u "$list" | sed 's/^/  /'
  rm -f "$list"
else
  echo "Left out on this machine: nothing"
fi

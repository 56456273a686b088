#!/bin/sh
# Times every way to run a graph beside hand-written Java, in one JVM on the same data: the lecture's
# network (W1), micrograd's demo (W2), a deep graph (W3). Takes about a minute on an idle machine.
#   engine/src/bench/autograd.sh [NODES]
# NODES is the size of W3, 1000000 without it. Needs shared/data/moons.csv in a folder above.
set -eu
cd "$(dirname "$0")/../../.."
mvn -q -pl chapter,engine -am -DskipTests test-compile
java=$(PERILLA_PRINT_JAVA=1 ./perilla)
exec "$java" -XX:+UseSerialGC -Xmx3g -cp engine/target/classes:engine/target/test-classes:chapter/target/classes \
  dev.perilla.engine.autograd.Benchmark "$@"

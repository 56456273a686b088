package dev.perilla.engine.autograd.real;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Holds every function to decimal arithmetic on a million arguments each and prints the table that
/// the package documents. Takes about a minute a function.
///
/// ```
/// mvn -q -pl chapter,engine test-compile
/// java -cp engine/target/classes:engine/target/test-classes \
///     dev.perilla.engine.autograd.real.Proof [ARGUMENTS [FUNCTION...]]
/// ```
///
/// Exits with 1 at the first result that is not the nearest double.
public final class Proof {
  private Proof() {}

  public static void main(String[] args) {
    int count = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
    List<String> names = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
    System.out.println("| function | arguments | slow path | nearest to a tie, ulp | at |");
    System.out.println("|---|---|---|---|---|");
    for (Subject subject : Subject.ALL) {
      if (names.isEmpty() || names.contains(subject.name())) {
        prove(subject, count);
      }
    }
  }

  private static void prove(Subject subject, int count) {
    SplittableRandom random = new SplittableRandom(subject.name().hashCode());
    double nearest = 1;
    String at = "";
    long slow = 0;
    for (int i = 0; i < count; i++) {
      double x = subject.draw(random);
      double y = subject.partner().of(x, random);
      long before = Exact.asked;
      double margin = subject.margin(x, y);
      slow += Exact.asked - before;
      if (margin < nearest) {
        nearest = margin;
        at = Double.toHexString(x) + (subject.isOfOne() ? "" : ", " + Double.toHexString(y));
      }
    }
    System.out.println(
        String.format(
            Locale.ROOT,
            "| %s | %,d | %.4f %% | %.1e | %s |",
            subject.name(),
            count,
            100.0 * slow / count,
            nearest,
            at));
  }
}

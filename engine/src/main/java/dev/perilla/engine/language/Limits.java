package dev.perilla.engine.language;

import java.time.Duration;

/// What one chapter's program may use, all of its blocks together. At the defaults that is used up
/// within 2 s of a processor's time, whatever a program does, and a JVM of 256 MB is enough.
///
/// @param steps statements, turns of loops, calls, and elements that builtins work through
/// @param values autograd values made
/// @param memory bytes of the collections and strings that are alive, by a fixed estimate
/// @param depth calls that are open at once, as Python's recursion limit
/// @param output characters printed
/// @param time the last net, for what the other limits do not see; wide, because a busy machine
///   must not fail a chapter
public record Limits(long steps, long values, long memory, int depth, long output, Duration time) {

  /// 20 million steps, 5 million values, 64 MB, depth 1000, a million characters, 10 seconds.
  public static final Limits DEFAULT =
      new Limits(20_000_000, 5_000_000, 64L << 20, 1000, 1_000_000, Duration.ofSeconds(10));

  public Limits withSteps(long count) {
    return new Limits(count, values, memory, depth, output, time);
  }

  public Limits withValues(long count) {
    return new Limits(steps, count, memory, depth, output, time);
  }

  public Limits withMemory(long bytes) {
    return new Limits(steps, values, bytes, depth, output, time);
  }

  public Limits withDepth(int calls) {
    return new Limits(steps, values, memory, calls, output, time);
  }

  public Limits withOutput(long characters) {
    return new Limits(steps, values, memory, depth, characters, time);
  }

  public Limits withTime(Duration longest) {
    return new Limits(steps, values, memory, depth, output, longest);
  }
}

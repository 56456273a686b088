package dev.perilla.site.cli;

import dev.perilla.site.Progress;

/// A line of a terminal that says how far the work has come and how long it may take, once it has
/// taken a while; gone when the work is done. Nothing of it reaches a log.
final class ProgressLine implements Progress {
  private static final long PATIENCE = 1_000_000_000L;
  private static final long PAUSE = 200_000_000L;

  private final Terminal terminal;
  private String what = "";
  private long began = System.nanoTime();
  private long said;
  private boolean isShown;

  private ProgressLine(Terminal terminal) {
    this.terminal = terminal;
  }

  /// Progress for who reads `err`; for nobody where that is no terminal, or is to be quiet.
  static Progress on(Terminal terminal, boolean quiet) {
    return terminal.errIsTerminal() && !quiet ? new ProgressLine(terminal) : UNHEARD;
  }

  @Override
  public synchronized void done(String what, int done, int all) {
    long now = System.nanoTime();
    if (!what.equals(this.what)) {
      this.what = what;
      began = now;
    }
    if (done >= all) {
      if (isShown) {
        terminal.progress("");
      }
      isShown = false;
    } else if (now - began > PATIENCE && now - said > PAUSE) {
      said = now;
      isShown = true;
      terminal.progress(line(what, done, all, now - began));
    }
  }

  /// @param nanos since the first
  static String line(String what, int done, int all, long nanos) {
    long left = Math.max(1, Math.round(nanos / 1e9 / done * (all - done)));
    String time = left < 90 ? left + " s" : Math.round(left / 60.0) + " min";
    return done + " of " + all + " chapters " + what + ", about " + time + " left";
  }
}

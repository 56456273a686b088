package dev.perilla.engine.browser;

/// A program needs what the core of the engine lacks. The build puts it in place of what it cuts
/// out (`src/build/Core.java`); the whole engine never throws it.
final class Beyond extends Error {
  private static final long serialVersionUID = 1;

  private Beyond() {
    super(null, null, false, false);
  }

  static Beyond met() {
    return new Beyond();
  }
}

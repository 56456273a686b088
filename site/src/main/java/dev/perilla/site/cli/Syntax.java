package dev.perilla.site.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a command is called and what it takes: the one declaration from which arguments are read
/// ([Arguments]) and help, suggestions and completions are made ([Usage]).
///
/// @param name one word
/// @param summary one sentence
/// @param operand what it takes besides options
/// @param options its own, then the common ones
/// @param examples lines as typed, each with what it does
record Syntax(
    String name, String summary, Operand operand, List<Option> options, List<Example> examples) {

  Syntax {
    options = List.copyOf(options);
    examples = List.copyOf(examples);
  }

  /// Words that are no options.
  ///
  /// @param label as help shows it; empty where there are none
  /// @param least how many there must be
  /// @param most how many there may be
  /// @param choices what the first may be, where that is one of a few words
  record Operand(String label, int least, int most, String description, List<String> choices) {
    Operand {
      choices = List.copyOf(choices);
    }

    Operand(String label, int least, int most, String description) {
      this(label, least, most, description, List.of());
    }

    static Operand none() {
      return new Operand("", 0, 0, "");
    }
  }

  /// An option.
  ///
  /// @param name with its two hyphens
  /// @param letter with its hyphen
  /// @param value what its value is called; empty for a switch
  /// @param choices all its values, where they are few
  /// @param repeats whether it may be given several times
  record Option(
      String name,
      Optional<String> letter,
      Optional<String> value,
      List<String> choices,
      boolean repeats,
      String description) {
    Option {
      choices = List.copyOf(choices);
    }

    Option(
        String name,
        Optional<String> letter,
        Optional<String> value,
        List<String> choices,
        String description) {
      this(name, letter, value, choices, false, description);
    }

    /// A switch without a letter.
    static Option flag(String name, String description) {
      return new Option(name, Optional.empty(), Optional.empty(), List.of(), description);
    }

    /// An option with a value of any kind.
    static Option value(String name, String label, String description) {
      return new Option(name, Optional.empty(), Optional.of(label), List.of(), description);
    }

    /// The same, given as often as there are values.
    static Option values(String name, String label, String description) {
      return new Option(name, Optional.empty(), Optional.of(label), List.of(), true, description);
    }

    static Option flag(String name, String letter, String description) {
      return new Option(name, Optional.of(letter), Optional.empty(), List.of(), description);
    }

    static Option choice(String name, List<String> choices, String description) {
      return new Option(name, Optional.empty(), Optional.of("WORD"), choices, description);
    }
  }

  /// `perilla` and `arguments`, and what that does.
  record Example(String arguments, String effect) {}

  static final Option FORMAT =
      Option.choice(
          "--format",
          List.of("pretty", "compact", "json"),
          "How findings are printed: with excerpt and caret, one line each, or as JSON.");
  static final Option REPORT_FORMAT =
      Option.choice(
          "--format",
          List.of("pretty", "compact", "json", "github", "sarif", "junit"),
          "How findings are printed: with excerpt and caret, one line each, as JSON, as commands of"
              + " a GitHub workflow, as SARIF 2.1.0, or as JUnit XML with a case for each claim.");
  static final Option REPORT =
      Option.values(
          "--report",
          "FORMAT=FILE",
          "Write the findings to a file as well, in any of these formats; may be repeated.");
  static final Option RULE =
      Option.values(
          "--rule",
          "CODE=LEVEL",
          "Make a kind of warning off, warning or error. Errors of a chapter stay errors; may be"
              + " repeated.");
  static final Option COLOR =
      Option.choice(
          "--color",
          List.of("auto", "always", "never"),
          "Colour the findings; auto is on a terminal, unless NO_COLOR is set.");
  static final Option FAIL_LEVEL =
      Option.choice(
          "--fail-level",
          List.of("error", "warning"),
          "The weight of finding from which on the exit code is 1; error by default.");
  static final Option JOBS =
      Option.value("--jobs", "N", "How many chapters at once; one for each processor by default.");
  static final Option SHARD =
      Option.value(
          "--shard", "I/N", "Only the I-th of N parts of the chapters, for several machines.");
  static final Option CHANGED_SINCE =
      Option.value(
          "--changed-since", "REV", "Only chapters that differ from this revision of git.");
  static final Option QUIET = Option.flag("--quiet", "-q", "Findings only, no summary.");
  static final Option VERBOSE = Option.flag("--verbose", "-v", "Say what is done, and how long.");

  /// `own` and the options that every command with findings has.
  static List<Option> withCommon(Option... own) {
    List<Option> all = new ArrayList<>(List.of(own));
    all.addAll(List.of(FORMAT, COLOR, FAIL_LEVEL, JOBS, QUIET, VERBOSE));
    return all;
  }

  /// The same for the commands whose findings other programs read.
  static List<Option> withReports(Option... own) {
    List<Option> all = new ArrayList<>(List.of(own));
    all.addAll(List.of(REPORT_FORMAT, REPORT, COLOR, FAIL_LEVEL, JOBS, QUIET, VERBOSE));
    return all;
  }

  /// The option that `word` names, by its long name or its letter.
  Optional<Option> option(String word) {
    for (Option option : options) {
      if (option.name().equals(word) || option.letter().filter(word::equals).isPresent()) {
        return Optional.of(option);
      }
    }
    return Optional.empty();
  }
}

package dev.perilla.site.cli;

import dev.perilla.chapter.source.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line by picocli, made from the same [Syntax]: help, and what to say of a mistake. It
/// is loaded for these alone; loading it costs as much as checking a chapter.
final class Usage {
  private Usage() {}

  /// Answers a command line that [Arguments] does not take: prints the help that was asked for
  /// (exit 0), or the mistake with a suggestion (exit 2).
  static int answer(List<String> words, Terminal terminal) {
    CommandLine line = commandLine();
    try {
      ParseResult parsed = line.parseArgs(words.toArray(String[]::new));
      Optional<CommandLine> asked =
          parsed.asCommandLineList().stream().filter(CommandLine::isUsageHelpRequested).findFirst();
      if (words.isEmpty() || asked.isPresent()) {
        asked.orElse(line).usage(terminal.out(), Ansi.OFF);
        return Exit.CLEAN;
      }
      if (parsed.isVersionHelpRequested()) {
        terminal.out().print("perilla " + Main.VERSION + "\n");
        return Exit.CLEAN;
      }
      return wrongChoice(parsed, line, terminal);
    } catch (ParameterException mistake) {
      return refuse(
          terminal, mistake.getCommandLine(), sentence(mistake), suggestion(mistake, words));
    }
  }

  /// The whole grammar for picocli.
  static CommandLine commandLine() {
    CommandSpec top = CommandSpec.create().name("perilla");
    top.usageMessage()
        .description("Compiles teaching chapters whose every number was computed or checked.")
        .customSynopsis("perilla COMMAND [OPTION...] [PATH...]")
        .footer(
            "",
            "Exit codes: 0 clean, 1 findings, 2 usage or unreadable input, 3 a bug or a limit.",
            "perilla COMMAND --help shows what a command takes, with examples.");
    top.addOption(help());
    top.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .type(boolean.class)
            .description("Print the version.")
            .build());
    for (Command command : Command.ALL) {
      top.addSubcommand(command.syntax().name(), spec(command.syntax()));
    }
    return new CommandLine(top)
        .setUsageHelpWidth(100)
        .setOverwrittenOptionsAllowed(false)
        .setPosixClusteredShortOptionsAllowed(false);
  }

  private static CommandSpec spec(Syntax syntax) {
    CommandSpec spec = CommandSpec.create().name(syntax.name());
    List<String> footer = new ArrayList<>(List.of("", "Examples:"));
    for (Syntax.Example example : syntax.examples()) {
      footer.add("  perilla " + example.arguments());
      footer.add("      " + example.effect());
    }
    spec.usageMessage().description(syntax.summary()).footer(footer.toArray(String[]::new));
    spec.usageMessage().sortOptions(false);
    Syntax.Operand operand = syntax.operand();
    if (operand.most() > 0) {
      String most = operand.most() == Integer.MAX_VALUE ? "*" : "" + operand.most();
      spec.addPositional(
          PositionalParamSpec.builder()
              .paramLabel(operand.label())
              .required(operand.least() > 0)
              .arity(operand.least() + ".." + most)
              .index(operand.most() == 1 ? "0" : "0..*")
              .type(List.class)
              .auxiliaryTypes(String.class)
              .description(operand.description())
              .build());
    }
    for (Syntax.Option option : syntax.options()) {
      List<String> names = new ArrayList<>();
      option.letter().ifPresent(names::add);
      names.add(option.name());
      OptionSpec.Builder builder =
          OptionSpec.builder(names.toArray(String[]::new)).description(option.description());
      if (option.value().isEmpty()) {
        builder.type(boolean.class);
      } else {
        String label =
            option.choices().isEmpty() ? option.value().get() : String.join("|", option.choices());
        builder
            .type(option.repeats() ? List.class : String.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .paramLabel(label)
            .completionCandidates(option.choices());
      }
      spec.addOption(builder.build());
    }
    spec.addOption(help());
    return spec;
  }

  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .type(boolean.class)
        .description("Print this help.")
        .build();
  }

  private static String sentence(ParameterException mistake) {
    if (mistake instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().getFirst();
      boolean isTop = mistake.getCommandLine().getParent() == null;
      return word.startsWith("-")
          ? "there is no option " + word
          : isTop ? "there is no command " + word : "one argument too many: " + word;
    }
    String message = String.valueOf(mistake.getMessage());
    return Character.toLowerCase(message.charAt(0)) + message.substring(1);
  }

  private static Optional<String> suggestion(ParameterException mistake, List<String> words) {
    if (!(mistake instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return Optional.empty();
    }
    String word = unmatched.getUnmatched().getFirst();
    CommandLine line = mistake.getCommandLine();
    int equals = word.indexOf('=');
    List<String> known =
        word.startsWith("-")
            ? List.copyOf(line.getCommandSpec().optionsMap().keySet())
            : line.getParent() == null && words.getFirst().equals(word)
                ? List.copyOf(line.getSubcommands().keySet())
                : List.of();
    return Suggestion.nearest(equals < 0 ? word : word.substring(0, equals), known);
  }

  private static int refuse(
      Terminal terminal, CommandLine line, String sentence, Optional<String> suggestion) {
    String name = line.getCommandSpec().qualifiedName();
    terminal.say(
        "perilla: "
            + sentence
            + suggestion.map(word -> "; did you mean " + word + "?").orElse("")
            + " ("
            + name
            + " --help says what there is)");
    return Exit.REFUSED;
  }

  /// picocli takes any word where [Arguments] wants one of the choices.
  private static int wrongChoice(ParseResult parsed, CommandLine line, Terminal terminal) {
    ParseResult last = parsed.asCommandLineList().getLast().getParseResult();
    CommandLine command = last.commandSpec().commandLine();
    for (Command known : Command.ALL) {
      for (Syntax.Option option : known.syntax().options()) {
        if (!known.syntax().name().equals(last.commandSpec().name())
            || option.choices().isEmpty()
            || !last.hasMatchedOption(option.name())) {
          continue;
        }
        String word = last.matchedOptionValue(option.name(), "");
        if (!option.choices().contains(word)) {
          return refuse(
              terminal,
              command,
              option.name() + " is one of " + String.join(", ", option.choices()) + ", not " + word,
              Suggestion.nearest(word, option.choices()));
        }
      }
    }
    return refuse(
        terminal, line, "a value begins with a hyphen: write --option=-value", Optional.empty());
  }
}

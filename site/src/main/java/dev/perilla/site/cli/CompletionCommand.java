package dev.perilla.site.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// `perilla completion`: what a shell needs to complete commands, options and their words; made
/// from the one declaration of each command.
final class CompletionCommand implements Command {
  private static final Syntax SYNTAX =
      new Syntax(
          "completion",
          "Print what a shell needs to complete perilla's commands.",
          new Syntax.Operand("SHELL", 1, 1, "bash, zsh or fish.", List.of("bash", "zsh", "fish")),
          List.of(),
          List.of(
              new Syntax.Example("completion bash > ~/.bash_completion.d/perilla", "for bash"),
              new Syntax.Example(
                  "completion zsh > ~/.zfunc/_perilla", "for zsh, with ~/.zfunc in fpath"),
              new Syntax.Example(
                  "completion fish > ~/.config/fish/completions/perilla.fish", "for fish")));

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    String shell = arguments.operand().orElseThrow();
    List<Syntax> all = Command.ALL.stream().map(Command::syntax).toList();
    terminal
        .out()
        .print(
            switch (shell) {
              case "bash" -> bash(all);
              case "zsh" -> zsh(all);
              case "fish" -> fish(all);
              default -> throw new Refusal("SHELL is bash, zsh or fish, not " + shell);
            });
    return Exit.CLEAN;
  }

  private static List<String> names(Syntax.Option option) {
    List<String> names = new ArrayList<>();
    names.add(option.name());
    option.letter().ifPresent(names::add);
    return names;
  }

  private static String bash(List<Syntax> all) {
    StringBuilder out = new StringBuilder();
    out.append("# bash completion for perilla\n_perilla() {\n");
    out.append("  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n");
    out.append("  local words=\n");
    out.append("  [ \"$current\" = = ] && current=\n");
    out.append("  [ \"$before\" = = ] && before=${COMP_WORDS[COMP_CWORD-2]}\n");
    out.append("  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    words=\"")
        .append(all.stream().map(Syntax::name).collect(Collectors.joining(" ")))
        .append(" --help --version\"\n  else\n    case \"${COMP_WORDS[1]} $before\" in\n");
    for (Syntax syntax : all) {
      for (Syntax.Option option : syntax.options()) {
        if (option.value().isPresent()) {
          String pattern =
              names(option).stream()
                  .map(name -> "\"" + syntax.name() + " " + name + "\"")
                  .collect(Collectors.joining(" | "));
          String words =
              option.choices().isEmpty()
                  ? "return"
                  : "words=\"" + String.join(" ", option.choices()) + "\"";
          out.append("      ").append(pattern).append(") ").append(words).append(" ;;\n");
        }
      }
      String options =
          syntax.options().stream().map(Syntax.Option::name).collect(Collectors.joining(" "));
      out.append("      \"").append(syntax.name()).append(" \"*)\n");
      out.append("        case $current in -*) words=\"")
          .append((options + " --help").strip())
          .append("\"");
      if (!syntax.operand().choices().isEmpty()) {
        out.append(" ;; *) [ \"$COMP_CWORD\" -eq 2 ] && words=\"")
            .append(String.join(" ", syntax.operand().choices()))
            .append("\"");
      }
      out.append(" ;; esac ;;\n");
    }
    out.append("    esac\n  fi\n");
    out.append("  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n}\n");
    out.append("complete -o default -F _perilla perilla\n");
    return out.toString();
  }

  private static String zsh(List<Syntax> all) {
    StringBuilder out = new StringBuilder("#compdef perilla\n\n_perilla() {\n");
    out.append("  if (( CURRENT == 2 )); then\n    local -a commands=(\n");
    for (Syntax syntax : all) {
      out.append("      ").append(quoted(syntax.name() + ":" + syntax.summary())).append('\n');
    }
    out.append("    )\n    _describe command commands\n    return\n  fi\n");
    out.append("  local command=$words[2]\n  shift words\n  (( CURRENT-- ))\n");
    out.append("  case $command in\n");
    for (Syntax syntax : all) {
      out.append("    ").append(syntax.name()).append(")\n      _arguments");
      for (Syntax.Option option : syntax.options()) {
        for (String name : names(option)) {
          String text = option.description().replaceAll("[\\[\\]:]", " ");
          String value = option.value().map(it -> ":" + it + ":" + zshWords(option)).orElse("");
          String times = option.repeats() ? "*" : "";
          out.append(" \\\n        ").append(quoted(times + name + "[" + text + "]" + value));
        }
      }
      Syntax.Operand operand = syntax.operand();
      if (!operand.choices().isEmpty()) {
        String words = "(" + String.join(" ", operand.choices()) + ")";
        out.append(" \\\n        ").append(quoted("1:" + operand.label() + ":" + words));
      }
      if (operand.most() > 0) {
        out.append(" \\\n        ").append(quoted("*:" + operand.label() + ":_files"));
      }
      out.append(" ;;\n");
    }
    return out.append("  esac\n}\n\n_perilla \"$@\"\n").toString();
  }

  private static String zshWords(Syntax.Option option) {
    return option.choices().isEmpty() ? "_files" : "(" + String.join(" ", option.choices()) + ")";
  }

  private static String fish(List<Syntax> all) {
    StringBuilder out = new StringBuilder("# fish completion for perilla\n");
    for (Syntax syntax : all) {
      out.append("complete -c perilla -n __fish_use_subcommand -f -a ")
          .append(syntax.name())
          .append(" -d ")
          .append(quoted(syntax.summary()))
          .append('\n');
      if (!syntax.operand().choices().isEmpty()) {
        out.append("complete -c perilla -n '__fish_seen_subcommand_from ")
            .append(syntax.name())
            .append("' -a ")
            .append(quoted(String.join(" ", syntax.operand().choices())))
            .append('\n');
      }
      for (Syntax.Option option : syntax.options()) {
        out.append("complete -c perilla -n '__fish_seen_subcommand_from ")
            .append(syntax.name())
            .append("' -l ")
            .append(option.name().substring(2));
        Optional<String> letter = option.letter().map(it -> " -s " + it.substring(1));
        out.append(letter.orElse(""));
        if (!option.choices().isEmpty()) {
          out.append(" -x -a ").append(quoted(String.join(" ", option.choices())));
        } else if (option.value().isPresent()) {
          out.append(" -r");
        }
        out.append(" -d ").append(quoted(option.description())).append('\n');
      }
    }
    return out.toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}

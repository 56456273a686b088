package dev.perilla.site.cli;

import java.io.IOException;
import java.util.List;

/// One word of the command line. A new command is a class, and a line in [#ALL].
interface Command {
  /// All of them, in the order of the help.
  List<Command> ALL =
      List.of(
          new NewCommand(),
          new CheckCommand(),
          new BuildCommand(),
          new ServeCommand(),
          new FixCommand(),
          new AuditCommand(),
          new VerifyCommand(),
          new ExportCommand(),
          new RunCommand(),
          new FmtCommand(),
          new TranslateCommand(),
          new ImportCommand(),
          new SchemaCommand(),
          new ExplainCommand(),
          new CompletionCommand());

  /// What it is called and what it takes.
  Syntax syntax();

  /// Does it, and returns the exit code.
  ///
  /// @throws Refusal where the request cannot be met: usage, configuration, unreadable input
  /// @throws IOException where the machine fails
  int run(Arguments arguments, Terminal terminal) throws IOException;
}

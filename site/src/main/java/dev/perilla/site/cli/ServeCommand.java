package dev.perilla.site.cli;

import dev.perilla.site.build.Cache;
import dev.perilla.site.build.SiteBuild;
import dev.perilla.site.serve.DevServer;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `perilla serve`: shows a book in the browser while it is written.
final class ServeCommand implements Command {
  private static final int PORT = 4747;
  private static final Syntax.Option PORT_OPTION =
      Syntax.Option.value(
          "--port", "N", "The port; 4747 by default, or the next free one; 0 for any.");
  private static final Syntax.Option STRICT =
      Syntax.Option.flag("--strict-port", "Refuse where the port is taken.");
  private static final Syntax.Option OPEN =
      Syntax.Option.flag("--open", "Open the first page in the browser.");
  private static final Syntax SYNTAX =
      new Syntax(
          "serve",
          "Show a book in the browser, and again at each change.",
          new Syntax.Operand(
              "BOOK", 0, 1, "The folder of a book. The book around this folder by default."),
          Syntax.withCommon(PORT_OPTION, STRICT, OPEN),
          List.of(
              new Syntax.Example("serve", "the book in this folder, or around it"),
              new Syntax.Example("serve books/micrograd --open", "and open it"),
              new Syntax.Example("serve --port 8080 --strict-port", "there or not at all")));

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    Report report = Report.of(arguments, terminal);
    Path book = Inputs.book(arguments, terminal);
    int port = port(arguments);
    Cache cache = Files.isWritable(book) ? Cache.patient(Cache.of(book)) : Cache.temporary();
    try (DevServer server =
        DevServer.start(
            book,
            terminal.directory(),
            cache,
            port,
            arguments.has(STRICT),
            Runtime.getRuntime().availableProcessors(),
            built -> say(built, report, terminal))) {
      terminal.say("serving " + server.address() + "; Ctrl-C ends it");
      terminal.flush();
      if (arguments.has(OPEN)) {
        open(server, terminal);
      }
      server.watch();
      return Exit.CLEAN;
    } catch (BindException taken) {
      throw new Refusal("port " + port + " is taken: name another with --port");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Exit.CLEAN;
    }
  }

  private static void say(SiteBuild.Built built, Report report, Terminal terminal)
      throws IOException {
    report.print(built.work(), terminal);
    terminal.say(
        Summary.of(built.work())
            + (built.work().publishable() ? "" : "; the pages are as they were"));
    terminal.flush();
  }

  private static int port(Arguments arguments) {
    String word = arguments.value(PORT_OPTION).orElse(String.valueOf(PORT));
    try {
      int port = Integer.parseInt(word);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException none) {
      // said below
    }
    throw new Refusal("--port takes a number from 0 to 65535, not " + word);
  }

  /// The browser is asked, not waited for.
  private static void open(DevServer server, Terminal terminal) {
    String system = System.getProperty("os.name", "");
    String opener = system.startsWith("Mac") ? "open" : "xdg-open";
    try {
      new ProcessBuilder(opener, server.address().toString())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException none) {
      terminal.say("no browser was found (" + opener + "): open " + server.address());
    }
  }
}

package dev.perilla.site.cli;

import dev.perilla.site.book.Place;
import dev.perilla.site.book.Workshop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Which of the chapters a run looks at: all of them, a part of a large book (`--shard`), or those
/// that changed (`--changed-since`).
///
/// @param shard which part, from 1
/// @param shards of how many
/// @param changed files that changed, real paths; empty for all
record Scope(int shard, int shards, Optional<Set<Path>> changed) {

  /// What the options say.
  ///
  /// @throws Refusal where git does not know the revision, or there is no git
  static Scope of(Arguments arguments, Terminal terminal) throws IOException {
    int shard = 1;
    int shards = 1;
    Optional<String> part = arguments.value(Syntax.SHARD);
    if (part.isPresent()) {
      String word = part.get();
      if (!word.matches("[1-9][0-9]{0,4}/[1-9][0-9]{0,4}")) {
        throw new Refusal("--shard is I/N, the first of four is 1/4, not " + word);
      }
      shard = Integer.parseInt(word.substring(0, word.indexOf('/')));
      shards = Integer.parseInt(word.substring(word.indexOf('/') + 1));
      if (shard > shards) {
        throw new Refusal("--shard " + word + ": there is no part " + shard + " of " + shards);
      }
    }
    Optional<String> revision = arguments.value(Syntax.CHANGED_SINCE);
    return new Scope(
        shard,
        shards,
        revision.isPresent() ? Optional.of(changed(revision.get(), terminal)) : Optional.empty());
  }

  /// Whether every chapter is looked at.
  boolean isAll() {
    return shards == 1 && changed.isEmpty();
  }

  /// The part of a book in `folder` whose chapter files these are.
  Workshop.Part part(List<Place> chapters) {
    Set<Path> mine = new HashSet<>();
    for (int i = shard - 1; i < chapters.size(); i += shards) {
      mine.add(chapters.get(i).path());
    }
    return new Workshop.Part(mine::contains, this::isChanged);
  }

  /// Whether a file is not as it was.
  boolean isChanged(Path file) {
    return changed.isEmpty() || changed.get().contains(file.normalize());
  }

  /// Those of `items` that are looked at, in their order. Parts are dealt out by turns, so that
  /// each has its share of every region of a book.
  <T> List<T> of(List<T> items, Function<T, Place> place) {
    List<T> mine = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      T item = items.get(i);
      if (i % shards == shard - 1 && isChanged(place.apply(item).path())) {
        mine.add(item);
      }
    }
    return mine;
  }

  /// The files that differ from `revision`, and those that git does not know yet. A revision may be
  /// a stranger's word: it is resolved to a commit first, by a command in which it can be no
  /// option.
  private static Set<Path> changed(String revision, Terminal terminal) throws IOException {
    String commit =
        git(
                terminal,
                revision,
                "rev-parse",
                "--verify",
                "--quiet",
                "--end-of-options",
                revision + "^{commit}")
            .strip();
    Path top = Path.of(git(terminal, revision, "rev-parse", "--show-toplevel").strip());
    Set<Path> files = new HashSet<>();
    String differing =
        git(
            terminal,
            revision,
            "diff",
            "--name-only",
            "-z",
            "--no-ext-diff",
            "--no-textconv",
            "--no-renames",
            commit,
            "--");
    String unknown =
        git(
            terminal,
            revision,
            "ls-files",
            "--others",
            "--exclude-standard",
            "-z",
            "--full-name",
            "--",
            top.toString());
    for (String name : (differing + unknown).split("\0", -1)) {
      if (!name.isEmpty()) {
        Path file = top.resolve(name);
        files.add(file.normalize());
        files.add(
            terminal
                .directory()
                .resolve(terminal.directory().toRealPath().relativize(file))
                .normalize());
      }
    }
    return files;
  }

  private static String git(Terminal terminal, String revision, String... words)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(terminal.directory().toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException missing) {
      throw new Refusal("--changed-since asks git, which cannot be run here");
    }
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new Refusal(
            "--changed-since "
                + revision
                + ": git knows no such revision here (a shallow clone has"
                + " only the last one: fetch-depth: 0)");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
    return out;
  }
}

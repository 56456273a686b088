package dev.perilla.site.exporter;

import dev.perilla.site.book.Work;
import java.util.List;
import java.util.SortedMap;

/// A form in which another program reads a book, or parts of it.
public sealed interface Format
    permits MarkdownFormat, NotebookFormat, JsonFormat, MoodleFormat, QtiFormat {
  /// All of them, in the order of the help.
  List<Format> ALL =
      List.of(
          new MarkdownFormat(),
          new NotebookFormat(),
          new JsonFormat(),
          new MoodleFormat(),
          new QtiFormat());

  /// The word for it on the command line.
  String word();

  /// What it is, in a sentence for the help.
  String description();

  /// The files, by path, and what the form has no place for. The same bytes on any machine.
  Export of(Work work);

  /// @param left what the form cannot hold, by its chapter, block and id
  record Export(SortedMap<String, byte[]> files, List<String> left) {
    public Export {
      left = List.copyOf(left);
    }
  }
}

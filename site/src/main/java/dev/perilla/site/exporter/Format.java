package dev.perilla.site.exporter;

import dev.perilla.site.book.Work;
import java.util.List;
import java.util.SortedMap;

/// A form in which another program reads a book, or parts of it.
public sealed interface Format
    permits MarkdownFormat,
        NotebookFormat,
        EpubFormat,
        PdfFormat,
        JsonFormat,
        MoodleFormat,
        QtiFormat {
  /// All of them, in the order of the help.
  List<Format> ALL =
      List.of(
          new MarkdownFormat(),
          new NotebookFormat(),
          new EpubFormat(),
          new PdfFormat(),
          new JsonFormat(),
          new MoodleFormat(),
          new QtiFormat());

  /// The word for it on the command line.
  String word();

  /// What it is, in a sentence for the help.
  String description();

  /// Whether it is nothing without the answers of exercises.
  static boolean isOfAnswers(Format format) {
    return switch (format) {
      case MoodleFormat _, QtiFormat _ -> true;
      case MarkdownFormat _, NotebookFormat _, EpubFormat _, PdfFormat _, JsonFormat _ -> false;
    };
  }

  /// The files, by path, and what the form has no place for. But for the PDF the same bytes on any
  /// machine.
  ///
  /// @throws Unavailable where a program is missing that makes the form
  Export of(Work work) throws Unavailable;

  /// A form cannot be made on this machine; the message says why, and what to do.
  final class Unavailable extends Exception {
    private static final long serialVersionUID = 1;

    Unavailable(String message) {
      super(message);
    }
  }

  /// @param left what the form cannot hold, by its chapter, block and id
  record Export(SortedMap<String, byte[]> files, List<String> left) {
    public Export {
      left = List.copyOf(left);
    }
  }
}

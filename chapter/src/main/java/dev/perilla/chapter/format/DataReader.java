package dev.perilla.chapter.format;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a data file of a book: the rows of a CSV file, or the list in a JSON file.
///
/// A row of a CSV file is a list of its cells, numbers where they read as numbers, texts elsewhere.
/// A first line without any number above lines that have some names the columns, and is no row. All
/// rows have the same number of cells. In JSON the rows are what the list holds: lists, mappings,
/// numbers, texts, `true` and `false`.
public final class DataReader {
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

  /// How many cells a file may have.
  private static final int CELLS = 200_000;

  private final Report report = new Report();

  private DataReader() {}

  /// The rows in `bytes` as lists ([List]), mappings ([Map]), [Long], [BigInteger], [Double],
  /// [String] and [Boolean]. Never throws for anything that the bytes hold. Cost: linear in the
  /// file, which is at most 1 MiB.
  ///
  /// @param name as findings print it; JSON where it ends in `.json`, else CSV
  public static Read<List<Object>> read(String name, byte[] bytes) {
    DataReader reader = new DataReader();
    Optional<Decoding> text = Decoding.of(name, bytes, reader.report);
    Optional<List<Object>> rows =
        name.endsWith(".json")
            ? text.flatMap(it -> TreeReader.read(it, reader.report)).flatMap(reader::rows)
            : text.map(it -> reader.csv(it.file()));
    List<Finding> findings = reader.report.findings();
    return new Read<>(findings.isEmpty() ? rows : Optional.empty(), findings);
  }

  private void refuse(Span place, String message, String help) {
    report.add(Finding.error(FormatCode.BAD_DATA, place, message).help(help));
  }

  // ---- JSON

  private Optional<List<Object>> rows(Node root) {
    if (root instanceof Node.Sequence rows) {
      List<Object> all = new ArrayList<>();
      rows.items().forEach(row -> value(row).ifPresent(all::add));
      return Optional.of(all);
    }
    refuse(root.span(), "the data are no list", "write a list of rows: [[1, 2], [3, 4]]");
    return Optional.empty();
  }

  private Optional<Object> value(Node node) {
    return switch (node) {
      case Node.Sequence items -> {
        List<Object> all = new ArrayList<>();
        items.items().forEach(item -> value(item).ifPresent(all::add));
        yield Optional.of(all);
      }
      case Node.Mapping mapping -> {
        Map<String, Object> all = new LinkedHashMap<>();
        mapping
            .entries()
            .forEach(
                entry ->
                    value(entry.value()).ifPresent(item -> all.put(entry.key().value(), item)));
        yield Optional.of(all);
      }
      case Node.Scalar scalar -> {
        if (scalar.quoted()) {
          yield Optional.of(scalar.value());
        }
        Optional<Object> known =
            Words.flag(scalar).map(Object.class::cast).or(() -> number(scalar.value()));
        if (known.isEmpty()) {
          refuse(scalar.span(), "here is no value", "write a number, a text, true or false");
        }
        yield known;
      }
      case Node.Refused _ -> Optional.empty();
    };
  }

  private static Optional<Object> number(String text) {
    if (text.length() > 400) {
      return Optional.empty();
    }
    if (WHOLE.matcher(text).matches()) {
      BigInteger whole = new BigInteger(text);
      return Optional.of(whole.bitLength() < 64 ? whole.longValue() : whole);
    }
    boolean finite = NUMBER.matcher(text).matches() && Double.isFinite(Double.parseDouble(text));
    return finite ? Optional.of(Double.parseDouble(text)) : Optional.empty();
  }

  // ---- CSV

  /// A row with its place.
  private record Row(int start, int end, List<Object> cells) {
    boolean hasNumber() {
      return cells.stream().anyMatch(Number.class::isInstance);
    }
  }

  private List<Object> csv(SourceFile file) {
    List<Row> rows = lines(file);
    boolean named =
        rows.size() > 1
            && !rows.getFirst().hasNumber()
            && rows.stream().skip(1).anyMatch(Row::hasNumber);
    if (rows.isEmpty() && report.findings().isEmpty()) {
      refuse(file.span(), "the file has no rows", "write a row a line, its cells with commas");
    }
    for (char mark : new char[] {';', '\t'}) {
      if (!rows.isEmpty()
          && isParted(rows.getFirst(), mark)
          && rows.size() > 1
          && file.text().lines().allMatch(it -> it.isBlank() || it.indexOf(mark) > 0)) {
        refuse(
            new Span(file, rows.getFirst().start(), rows.getFirst().end()),
            (mark == ';' ? "semicolons" : "tabs") + " part the cells of this file",
            "write a comma between two cells, and points in numbers");
      }
    }
    for (Row row : rows) {
      int wanted = rows.getFirst().cells().size();
      if (row.cells().size() != wanted) {
        refuse(
            new Span(file, row.start(), row.end()),
            "this row has " + row.cells().size() + " cells, the first has " + wanted,
            "give all rows the same number of cells; a comma within a cell stands in quotes");
      }
    }
    return rows.stream().skip(named ? 1 : 0).<Object>map(Row::cells).toList();
  }

  /// Whether a row is one text with such marks in it.
  private static boolean isParted(Row row, char mark) {
    return row.cells().size() == 1
        && row.cells().getFirst() instanceof String text
        && text.indexOf(mark) > 0;
  }

  private List<Row> lines(SourceFile file) {
    String text = file.text();
    List<Row> rows = new ArrayList<>();
    List<Object> cells = new ArrayList<>();
    int count = 0;
    int start = 0;
    int at = 0;
    while (at <= text.length() && count <= CELLS) {
      boolean quoted = at < text.length() && text.charAt(at) == '"';
      int end = quoted ? closing(text, at) : plain(text, at);
      if (quoted && end < 0) {
        refuse(new Span(file, at, at + 1), "this quote is not closed", "close it, or double it");
        return rows;
      }
      String cell =
          quoted
              ? text.substring(at + 1, end - 1).replace("\"\"", "\"")
              : text.substring(at, end).strip();
      cells.add(quoted ? cell : number(cell).orElse(cell));
      count++;
      boolean more = end < text.length() && text.charAt(end) == ',';
      if (quoted && !more && end < text.length() && "\r\n".indexOf(text.charAt(end)) < 0) {
        refuse(
            new Span(file, end, end + 1),
            "this stands after the quote that closes the cell",
            "a quote within a cell is written twice");
        return rows;
      }
      at = end + 1;
      if (!more) {
        if (cells.size() > 1 || !cells.getFirst().equals("")) {
          rows.add(new Row(start, Math.max(start, end), List.copyOf(cells)));
        }
        cells.clear();
        at += text.startsWith("\r\n", end) ? 1 : 0;
        start = at;
      }
    }
    if (count > CELLS) {
      refuse(
          new Span(file, start, start), "there are more than " + CELLS + " cells", "take a sample");
    }
    return rows;
  }

  private static int plain(String text, int from) {
    int at = from;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /// The offset after the quote that closes the one at `from`; -1 where none does.
  private static int closing(String text, int from) {
    for (int at = from + 1; at < text.length(); at++) {
      if (text.charAt(at) == '"') {
        if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
          at++;
        } else {
          return at + 1;
        }
      }
    }
    return -1;
  }
}

package dev.perilla.engine.compile;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.verify.Said;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;

/// The numbers before the items of a list. They are no claims as long as they count: from 0 or 1,
/// or from where a list above ended; the items all with the first number, or one after the other. A
/// page shows the first and counts from there, whatever the others are.
record Markers(Text text, Said said) {
  /// A number as it is written before an item.
  private record Marker(long number, Span place) {}

  /// What is wrong with those of `list`.
  List<Finding> check(OrderedList list) {
    List<Marker> markers = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      marker(item).ifPresent(markers::add);
    }
    if (markers.isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    Marker first = markers.getFirst();
    boolean counts = first.number() == 0 ? markers.size() > 1 : first.number() == 1;
    if (!counts && !said.counted(first.number() - 1)) {
      findings.add(
          finding(
              first,
              "this list begins with " + first.number() + ", and no list above ends before it",
              "begin with 1; a number that is none of a list has a backslash before its dot, and a"
                  + " standing: ["
                  + first.number()
                  + "]{plain}\\."));
    }
    boolean same = markers.size() > 1 && markers.get(1).number() == first.number();
    for (int i = 1; i < markers.size(); i++) {
      long shown = first.number() + i;
      Marker marker = markers.get(i);
      if (marker.number() != (same ? first.number() : shown)) {
        findings.add(
            finding(
                marker,
                "this item is written as " + marker.number() + ", the page would show " + shown,
                "write " + (same ? first.number() : shown)));
        break;
      }
    }
    said.counts(first.number() + markers.size() - 1);
    return findings;
  }

  private static Finding finding(Marker marker, String message, String help) {
    return Finding.error(VerifyCode.UNACCOUNTED, marker.place(), message).help(help);
  }

  private Optional<Marker> marker(Node item) {
    if (item.getSourceSpans().isEmpty()) {
      return Optional.empty();
    }
    int at = item.getSourceSpans().getFirst().getInputIndex();
    String source = text.value();
    while (at < source.length() && source.charAt(at) == ' ') {
      at++;
    }
    int end = at;
    while (end < source.length() && Character.isDigit(source.charAt(end))) {
      end++;
    }
    return end == at
        ? Optional.empty()
        : Optional.of(new Marker(Long.parseLong(source.substring(at, end)), text.span(at, end)));
  }
}

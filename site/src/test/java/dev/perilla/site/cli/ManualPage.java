package dev.perilla.site.cli;

import java.util.Optional;

/// A chapter of the manual that is made from what the program knows, as YAML.
final class ManualPage {
  private final String id;
  private final StringBuilder yaml = new StringBuilder();

  /// @param title a line of Markdown
  ManualPage(String id, String title, String summary) {
    this.id = id;
    yaml.append(
        "# Made by ManualPages from what the program knows; -Dgolden=update writes it anew.\n");
    yaml.append("perilla: 1\nid: ").append(id).append("\nlang: en\ntitle: ");
    yaml.append(quoted(ManualText.words(title))).append("\nsummary: ");
    yaml.append(quoted(ManualText.words(summary))).append("\nblocks:\n");
  }

  String id() {
    return id;
  }

  /// Prose under a heading. The Markdown is a chapter's already, see [ManualText].
  ManualPage prose(Optional<String> block, Optional<String> heading, String markdown) {
    yaml.append("  - type: prose\n");
    block.ifPresent(it -> yaml.append("    id: ").append(it).append('\n'));
    heading.ifPresent(
        it -> yaml.append("    title: ").append(quoted(ManualText.words(it))).append('\n'));
    yaml.append("    text: |\n");
    markdown
        .strip()
        .lines()
        .forEach(
            line ->
                yaml.append(line.isBlank() ? "" : "      " + line.stripTrailing()).append('\n'));
    return this;
  }

  String yaml() {
    return yaml.toString();
  }

  private static String quoted(String line) {
    return "\"" + line.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}

package dev.perilla.chapter.compiled;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What the pages of a site have in common, as the site publishes it in `perilla.json`. With the
/// compiled chapters it is all that the pages are made from, so that a site can be made again and
/// compared. The form is that of [CompiledJson].
///
/// @param version of the form of compiled chapters
/// @param chapters ids, in the order of the site
/// @param assets paths of the files that are published as they are
/// @param url where the site stands, ending in `/`
/// @param date of its feed and site map
/// @param renamed ids that chapters had, and the ids that they have now
/// @param translations the book in other languages, whose pages and data are in folders of their
///   own
public record SiteJson(
    int version,
    String title,
    String lang,
    Optional<String> summary,
    Optional<String> author,
    Optional<String> licence,
    List<String> chapters,
    List<String> assets,
    Optional<String> url,
    Optional<String> date,
    Map<String, String> renamed,
    List<SiteJson.Translation> translations) {

  public SiteJson {
    chapters = List.copyOf(chapters);
    assets = List.copyOf(assets);
    renamed = Collections.unmodifiableMap(new TreeMap<>(renamed));
    translations = List.copyOf(translations);
  }

  /// The book in another language.
  ///
  /// @param lang its tag, and the name of the folder
  public record Translation(String title, String lang, Optional<String> summary) {}

  /// Ends in a line end.
  public String write() {
    return new String(Records.write(this, CompiledJson.DEPTH), StandardCharsets.UTF_8);
  }

  /// @throws IllegalArgumentException where `json` is no such file
  public static SiteJson read(String json) {
    SiteJson site = Records.read(json, SiteJson.class, "what a site has in common");
    if (site.version() != CompiledChapter.VERSION) {
      throw new IllegalArgumentException("a site of version " + site.version());
    }
    return site;
  }
}

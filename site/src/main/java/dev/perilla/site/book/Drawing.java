package dev.perilla.site.book;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A picture in SVG, which a browser runs as a page of the site when somebody opens it by itself.
final class Drawing {
  /// What every script needs; a picture without it is not parsed. Zeros are those of UTF-16.
  private static final Pattern SUSPECT = Pattern.compile("(?i)script|\\son[a-z]+\\s*=|<!ENTITY");

  private Drawing() {}

  /// Whether the file is an SVG that runs a script. One that is no XML is shown by no browser.
  static boolean runsScript(Path file) {
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
      return false;
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
      return SUSPECT.matcher(text).find() && runsScript(bytes);
    } catch (IOException unreadable) {
      return false; // who copies it says so
    }
  }

  private static boolean runsScript(byte[] bytes) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, name) -> new ByteArrayInputStream(new byte[0]));
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT && isScript(reader)) {
          return true;
        }
      }
      return false;
    } catch (XMLStreamException noXml) {
      return false;
    }
  }

  private static boolean isScript(XMLStreamReader element) {
    boolean isScript = element.getLocalName().equalsIgnoreCase("script");
    for (int i = 0; i < element.getAttributeCount(); i++) {
      String name = element.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
      String value = element.getAttributeValue(i).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
      isScript |= name.startsWith("on") || value.startsWith("javascript:");
    }
    return isScript;
  }
}

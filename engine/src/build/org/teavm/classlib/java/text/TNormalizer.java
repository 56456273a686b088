package org.teavm.classlib.java.text;

import org.teavm.jso.JSBody;

/// `java.text.Normalizer` in the page, whose tables are the browser's.
public final class TNormalizer {
  /// The forms of Unicode's normalization.
  public enum Form {
    NFD,
    NFC,
    NFKD,
    NFKC
  }

  private TNormalizer() {}

  public static String normalize(CharSequence text, Form form) {
    return normalized(text.toString(), form.name());
  }

  @JSBody(
      params = {"text", "form"},
      script = "return text.normalize(form);")
  private static native String normalized(String text, String form);
}

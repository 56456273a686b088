package org.teavm.classlib.java.lang;

import org.teavm.jso.JSBody;

/// What `Character` knows of all letters, asked of the browser, which has the tables too.
public final class Letters {
  /// The general categories of Unicode by the numbers that the JDK has for them; there is no 17.
  private static final String CATEGORIES =
      "CnLuLlLtLmLoMnMeMcNdNlNoZsZlZpCcCf  CoCsPdPsPePcPoSmScSkSoPiPf";

  private Letters() {}

  /// [Character#getType(int)].
  public static int getType(int codePoint) {
    return category(CATEGORIES, codePoint);
  }

  /// [Character#digit(int, int)].
  public static int digit(int codePoint, int radix) {
    int value = -1;
    int letter = codePoint >= 0xFF21 ? codePoint - 0xFF21 + 'A' : codePoint; // of full width
    if (codePoint >= '0' && codePoint <= '9') {
      value = codePoint - '0';
    } else if ((letter | 0x20) >= 'a' && (letter | 0x20) <= 'z') {
      value = (letter | 0x20) - 'a' + 10;
    } else if (codePoint > 0x7F && getType(codePoint) == Character.DECIMAL_DIGIT_NUMBER) {
      int zero = codePoint; // digits stand in tens, each from its zero
      while (getType(zero - 1) == Character.DECIMAL_DIGIT_NUMBER) {
        zero--;
      }
      value = (codePoint - zero) % 10;
    }
    return value < radix ? value : -1;
  }

  /// [Character#isUpperCase(int)], which counts Roman numerals and letters in circles.
  public static boolean isUpperCase(int codePoint) {
    return has("Uppercase", codePoint);
  }

  /// [Character#isLowerCase(int)].
  public static boolean isLowerCase(int codePoint) {
    return has("Lowercase", codePoint);
  }

  /// [Character#toLowerCase(int)].
  public static int toLowerCase(int codePoint) {
    return lower(codePoint);
  }

  /// [Character#toUpperCase(int)].
  public static int toUpperCase(int codePoint) {
    return upper(codePoint);
  }

  @JSBody(
      params = {"categories", "codePoint"},
      script =
          "var c=String.fromCodePoint(codePoint);for(var i=1;i<31;i++){if(i!==17&&new"
              + " RegExp('\\\\p{'+categories.substr(2*i,2)+'}','u').test(c))return i;}return 0;")
  private static native int category(String categories, int codePoint);

  @JSBody(
      params = {"property", "codePoint"},
      script =
          "return new RegExp('\\\\p{'+property+'}','u').test(String.fromCodePoint(codePoint));")
  private static native boolean has(String property, int codePoint);

  @JSBody(
      params = "codePoint",
      script = "return String.fromCodePoint(codePoint).toLowerCase().codePointAt(0);")
  private static native int lower(int codePoint);

  /// Itself where the capital is more than one letter.
  @JSBody(
      params = "codePoint",
      script =
          "var c=String.fromCodePoint(codePoint).toUpperCase(),u=c.codePointAt(0);"
              + "return c.length===(u>65535?2:1)?u:codePoint;")
  private static native int upper(int codePoint);
}

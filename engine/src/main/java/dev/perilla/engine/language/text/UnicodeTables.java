package dev.perilla.engine.language.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where Unicode 14, which CPython 3.11 knows, differs from what [Character] tells: mappings to
/// more than one code point, digits that are no decimals, code points assigned later.
final class UnicodeTables {
  /// Code points that got their meaning after Unicode 14.
  static final Ranges LATER =
      Ranges.of(
          "897 cf3 ece 1b4e-1b4f 1b7f 1c89-1c8a 2427-2429 2ffc-2fff 31e4-31e5 31ef a7cb-a7cd"
              + " a7da-a7dc 105c0-105f3 10d40-10d65 10d69-10d85 10d8e-10d8f 10ec2-10ec4 10efc-10eff"
              + " 1123f-11241 11380-11389 1138b 1138e 11390-113b5 113b7-113c0 113c2 113c5"
              + " 113c7-113ca 113cc-113d5 113d7-113d8 113e1-113e2 116d0-116e3 11b00-11b09"
              + " 11bc0-11be1 11bf0-11bf9 11f00-11f10 11f12-11f3a 11f3e-11f5a 1342f 13439-13455"
              + " 13460-143fa 16100-16139 16d40-16d79 18cff 1b132 1b155 1cc00-1ccf9 1cd00-1ceb3"
              + " 1d2c0-1d2d3 1df25-1df2a 1e030-1e06d 1e08f 1e4d0-1e4f9 1e5d0-1e5fa 1e5ff 1f6dc"
              + " 1f774-1f776 1f77b-1f77f 1f7d9 1f8b2-1f8bb 1f8c0-1f8c1 1fa75-1fa77 1fa87-1fa89"
              + " 1fa8f 1faad-1faaf 1fabb-1fabf 1fac6 1face-1facf 1fada-1fadc 1fadf 1fae8-1fae9"
              + " 1faf7-1faf8 1fbcb-1fbef 2b739 2ebf0-2ee5d 31350-323af");

  /// Code points that take two columns, among those with a meaning.
  static final Ranges WIDE =
      Ranges.of(
          "1100-115f 231a-231b 2329-232a 23e9-23ec 23f0 23f3 25fd-25fe 2614-2615"
              + " 2648-2653 267f 2693 26a1 26aa-26ab 26bd-26be 26c4-26c5 26ce 26d4 26ea"
              + " 26f2-26f3 26f5 26fa 26fd 2705 270a-270b 2728 274c 274e 2753-2755 2757"
              + " 2795-2797 27b0 27bf 2b1b-2b1c 2b50 2b55 2e80-303e 3041-3247 3250-4dbf"
              + " 4e00-a4c6 a960-a97c ac00-d7a3 f900-fad9 fe10-fe19 fe30-fe6b ff01-ff60"
              + " ffe0-ffe6 16fe0-1b2fb 1f004 1f0cf 1f18e 1f191-1f19a 1f200-1f320 1f32d-1f335"
              + " 1f337-1f37c 1f37e-1f393 1f3a0-1f3ca 1f3cf-1f3d3 1f3e0-1f3f0 1f3f4 1f3f8-1f43e"
              + " 1f440 1f442-1f4fc 1f4ff-1f53d 1f54b-1f54e 1f550-1f567 1f57a 1f595-1f596 1f5a4"
              + " 1f5fb-1f64f 1f680-1f6c5 1f6cc 1f6d0-1f6d2 1f6d5-1f6df 1f6eb-1f6ec 1f6f4-1f6fc"
              + " 1f7e0-1f7f0 1f90c-1f93a 1f93c-1f945 1f947-1f9ff 1fa70-1faf6 20000-3134a");

  /// Digits that are not decimal, as superscripts.
  static final Ranges DIGITS =
      Ranges.of(
          "b2-b3 b9 1369-1371 19da 2070 2074-2079 2080-2089 2460-2468 2474-247c 2488-2490 24ea "
              + "24f5-24fd 24ff 2776-277e 2780-2788 278a-2792 10a40-10a43 10e60-10e68 11052-1105a "
              + "1f100-1f10a");

  /// Letters that are numbers, as Chinese numerals.
  static final Ranges NUMERIC_LETTERS =
      Ranges.of(
          "3405 3483 382a 3b4d 4e00 4e03 4e07 4e09 4e5d 4e8c 4e94 4e96 4ebf-4ec0 4edf 4ee8 4f0d"
              + " 4f70 5104 5146 5169 516b 516d 5341 5343-5345 534c 53c1-53c4 56db 58f1 58f9 5e7a"
              + " 5efe-5eff 5f0c-5f0e 5f10 62fe 634c 67d2 6f06 7396 767e 8086 842c 8cae 8cb3 8d30"
              + " 9621 9646 964c 9678 96f6 f96b f973 f978 f9b2 f9d1 f9d3 f9fd 20001 20064 200e2"
              + " 20121 2092a 20983 2098c 2099c 20aea 20afd 20b19 22390 22998 23b1b 2626d 2f890");

  /// `str.upper` where [Character#toUpperCase(int)] does not tell it.
  static final Map<Integer, String> UPPER =
      mapping(
          "ßSS ŉʼN ƛƛ ǰJ\u030C ɤɤ ΐΙ\u0308\u0301 ΰΥ\u0308\u0301 ևԵՒ ẖH\u0331 ẗT\u0308 ẘW\u030A"
              + " ẙY\u030A ẚAʾ ὐΥ\u0313 ὒΥ\u0313\u0300 ὔΥ\u0313\u0301 ὖΥ\u0313\u0342 ᾀἈΙ ᾁἉΙ ᾂἊΙ"
              + " ᾃἋΙ ᾄἌΙ ᾅἍΙ ᾆἎΙ ᾇἏΙ ᾈἈΙ ᾉἉΙ ᾊἊΙ ᾋἋΙ ᾌἌΙ ᾍἍΙ ᾎἎΙ ᾏἏΙ ᾐἨΙ ᾑἩΙ ᾒἪΙ ᾓἫΙ ᾔἬΙ ᾕἭΙ ᾖἮΙ"
              + " ᾗἯΙ ᾘἨΙ ᾙἩΙ ᾚἪΙ ᾛἫΙ ᾜἬΙ ᾝἭΙ ᾞἮΙ ᾟἯΙ ᾠὨΙ ᾡὩΙ ᾢὪΙ ᾣὫΙ ᾤὬΙ ᾥὭΙ ᾦὮΙ ᾧὯΙ ᾨὨΙ ᾩὩΙ ᾪὪΙ"
              + " ᾫὫΙ ᾬὬΙ ᾭὭΙ ᾮὮΙ ᾯὯΙ ᾲᾺΙ ᾳΑΙ ᾴΆΙ ᾶΑ\u0342 ᾷΑ\u0342Ι ᾼΑΙ ῂῊΙ ῃΗΙ ῄΉΙ ῆΗ\u0342"
              + " ῇΗ\u0342Ι ῌΗΙ ῒΙ\u0308\u0300 ΐΙ\u0308\u0301 ῖΙ\u0342 ῗΙ\u0308\u0342"
              + " ῢΥ\u0308\u0300 ΰΥ\u0308\u0301 ῤΡ\u0313 ῦΥ\u0342 ῧΥ\u0308\u0342 ῲῺΙ ῳΩΙ ῴΏΙ"
              + " ῶΩ\u0342 ῷΩ\u0342Ι ῼΩΙ ﬀFF ﬁFI ﬂFL ﬃFFI ﬄFFL ﬅST ﬆST ﬓՄՆ ﬔՄԵ ﬕՄԻ ﬖՎՆ ﬗՄԽ");

  /// `str.title` of one letter where [Character#toTitleCase(int)] does not tell it.
  static final Map<Integer, String> TITLE =
      mapping(
          "Ǆǅ ǅǅ ǆǅ Ǉǈ ǈǈ ǉǈ Ǌǋ ǋǋ ǌǋ Ǳǲ ǲǲ ǳǲ ßSs ŉʼN ƛƛ ǰJ\u030C ɤɤ ΐΙ\u0308\u0301 ΰΥ\u0308\u0301"
              + " ևԵւ ẖH\u0331 ẗT\u0308 ẘW\u030A ẙY\u030A ẚAʾ ὐΥ\u0313 ὒΥ\u0313\u0300"
              + " ὔΥ\u0313\u0301 ὖΥ\u0313\u0342 ᾲᾺ\u0345 ᾴΆ\u0345 ᾶΑ\u0342 ᾷΑ\u0342\u0345 ῂῊ\u0345"
              + " ῄΉ\u0345 ῆΗ\u0342 ῇΗ\u0342\u0345 ῒΙ\u0308\u0300 ΐΙ\u0308\u0301 ῖΙ\u0342"
              + " ῗΙ\u0308\u0342 ῢΥ\u0308\u0300 ΰΥ\u0308\u0301 ῤΡ\u0313 ῦΥ\u0342 ῧΥ\u0308\u0342"
              + " ῲῺ\u0345 ῴΏ\u0345 ῶΩ\u0342 ῷΩ\u0342\u0345 ﬀFf ﬁFi ﬂFl ﬃFfi ﬄFfl ﬅSt ﬆSt ﬓՄն ﬔՄե"
              + " ﬕՄի ﬖՎն ﬗՄխ");

  /// `str.casefold` where it is not `str.lower`; Cherokee goes by rule.
  static final Map<Integer, String> FOLD =
      mapping(
          "µμ ßss ŉʼn ſs ǰj\u030C \u0345ι ΐι\u0308\u0301 ΰυ\u0308\u0301 ςσ ϐβ ϑθ ϕφ ϖπ ϰκ ϱρ ϵε ևեւ"
              + " ᲀв ᲁд ᲂо ᲃс ᲄт ᲅт ᲆъ ᲇѣ ᲈꙋ ẖh\u0331 ẗt\u0308 ẘw\u030A ẙy\u030A ẚaʾ ẛṡ ẞss"
              + " ὐυ\u0313 ὒυ\u0313\u0300 ὔυ\u0313\u0301 ὖυ\u0313\u0342 ᾀἀι ᾁἁι ᾂἂι ᾃἃι ᾄἄι ᾅἅι ᾆἆι"
              + " ᾇἇι ᾈἀι ᾉἁι ᾊἂι ᾋἃι ᾌἄι ᾍἅι ᾎἆι ᾏἇι ᾐἠι ᾑἡι ᾒἢι ᾓἣι ᾔἤι ᾕἥι ᾖἦι ᾗἧι ᾘἠι ᾙἡι ᾚἢι"
              + " ᾛἣι ᾜἤι ᾝἥι ᾞἦι ᾟἧι ᾠὠι ᾡὡι ᾢὢι ᾣὣι ᾤὤι ᾥὥι ᾦὦι ᾧὧι ᾨὠι ᾩὡι ᾪὢι ᾫὣι ᾬὤι ᾭὥι ᾮὦι"
              + " ᾯὧι ᾲὰι ᾳαι ᾴάι ᾶα\u0342 ᾷα\u0342ι ᾼαι ιι ῂὴι ῃηι ῄήι ῆη\u0342 ῇη\u0342ι ῌηι"
              + " ῒι\u0308\u0300 ΐι\u0308\u0301 ῖι\u0342 ῗι\u0308\u0342 ῢυ\u0308\u0300"
              + " ΰυ\u0308\u0301 ῤρ\u0313 ῦυ\u0342 ῧυ\u0308\u0342 ῲὼι ῳωι ῴώι ῶω\u0342 ῷω\u0342ι"
              + " ῼωι ﬀff ﬁfi ﬂfl ﬃffi ﬄffl ﬅst ﬆst ﬓմն ﬔմե ﬕմի ﬖվն ﬗմխ");

  private UnicodeTables() {}

  /// Sorted ranges of code points.
  static final class Ranges {
    private final int[] firsts;
    private final int[] lasts;

    private Ranges(int[] firsts, int[] lasts) {
      this.firsts = firsts;
      this.lasts = lasts;
    }

    static Ranges of(String text) {
      List<String> parts = Splitting.split(text, " ", -1);
      int[] firsts = new int[parts.size()];
      int[] lasts = new int[parts.size()];
      for (int i = 0; i < firsts.length; i++) {
        String part = parts.get(i);
        int dash = part.indexOf('-');
        firsts[i] = Integer.parseInt(dash < 0 ? part : part.substring(0, dash), 16);
        lasts[i] = dash < 0 ? firsts[i] : Integer.parseInt(part.substring(dash + 1), 16);
      }
      return new Ranges(firsts, lasts);
    }

    boolean has(int point) {
      int at = Arrays.binarySearch(firsts, point);
      return at >= 0 || (at < -1 && point <= lasts[-at - 2]);
    }
  }

  /// Words of which the first code point maps to the rest.
  private static Map<Integer, String> mapping(String text) {
    Map<Integer, String> map = new HashMap<>();
    for (String word : Splitting.split(text, " ", -1)) {
      int point = word.codePointAt(0);
      map.put(point, word.substring(Character.charCount(point)));
    }
    return map;
  }
}

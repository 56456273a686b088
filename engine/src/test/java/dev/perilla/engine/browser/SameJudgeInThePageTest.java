package dev.perilla.engine.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.engine.judge.AnswerKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The judge in the page says what the judge of the build says, of 10,000 answers to a question of
/// each kind: pieces of right and wrong answers, strung together.
class SameJudgeInThePageTest {
  private static final int ANSWERS = 10_000;
  private static final int FEW = 300;

  @Test
  void roundedNumbers() {
    agrees(
        "kind number\nanswer 0.7071067811865476\nmistake -0.7071067811865476\nmistake 0.5\n",
        "0 1 5 6 7 . , - − e % / 10 ^ ⁻³ ½ \u00A01/2 0.707 0.7071 0.71 ' _ x = · z= ¿ ~ 70.7%");
  }

  @Test
  void wholeNumbersOnAPageWithCommas() {
    agrees(
        "kind number\nanswer -6\ndecimal comma\nmistake 6\nmistake -1\n",
        "0 6 . , - − ＋ -6 6 -6,0 -12/2 ٦ ６ -1 . 000 e0");
  }

  @Test
  void numbersWithATolerance() {
    agrees(
        "kind number\nanswer 12.5\ntolerance 0.25\nmistake 13\n",
        "12 . 5 13 , 25/2 0 6 7 e1 1.25 12.5");
  }

  @Test
  void choices() {
    agrees("kind choice\nright 1,3\nsaid 0\n", "0 1 2 3 , , , x 1,3");
  }

  @Test
  void formulas() {
    agrees(
        "kind formula\nname x -4 4\nname w 0.5 3\nanswer x*w + tanh(x)\nmistake x*w\n",
        "x w * + - tanh( exp( ) ( 2 0 / ** ^ x*w x.tanh() log( q 1e3 · ² , max( √ w*x+x.tanh()");
  }

  @Test
  void orders() {
    agrees(
        """
        kind order
        step p = 2
        step p = p + 1
        step p = p * 2
        step p = p - 1
        right 0,1,2
        mistake 0,2,1
        setup\s
        test p == 6
        """,
        "0 1 2 3 4 , , , 0,1,2 0,2,1 ,2");
  }

  /// Hashes cost what they are meant to cost, so fewer answers than elsewhere.
  @Test
  void sealedNumbersAndFormulas() {
    AnswerKey number = AnswerKey.read("kind number\nanswer 0.7071067811865476\n");
    agrees(
        number.sealed("a").orElseThrow().write(),
        "0 1 7 . , - 0.707 0.7071 0.71 70.7% ½ 0.7071067811865476",
        FEW);
    AnswerKey formula = AnswerKey.read("kind formula\nname x -4 4\nanswer 1e-9*x\n");
    agrees(formula.sealed("b").orElseThrow().write(), "x * 1e-9 0 + - ( ) 1e-9*x", FEW);
  }

  @Test
  void blanks() {
    agrees(
        """
        kind blanks
        setup x = Value(3)\\n
        code y = x * x\\ny.backward()\\nx.data ____ 0.1 * ____
        test abs(x.data - 2.4) < 1e-9
        fill -=
        fill x.grad
        mistake +=\\nx.grad
        """,
        "-= += x.grad x.data \n \n 2 * ( ) 6 y -=\nx.grad -=\n2*3");
  }

  private static void agrees(String question, String pieces) {
    agrees(question, pieces, ANSWERS);
  }

  private static void agrees(String question, String pieces, int answers) {
    List<String> parts = Arrays.asList(pieces.split(" ", -1));
    Random random = new Random(20260221);
    AnswerKey judge = AnswerKey.read(question);
    List<String> asked = new ArrayList<>();
    List<String> here = new ArrayList<>();
    for (int i = 0; i < answers; i++) {
      StringBuilder given = new StringBuilder();
      for (int left = random.nextInt(6); left > 0; left--) {
        given.append(parts.get(random.nextInt(parts.size())));
        given.append(random.nextInt(8) == 0 ? " " : "");
      }
      asked.add(question + "\u0002" + given);
      here.add(judge.judge(given.toString()).word());
    }
    assertThat(here).contains("right");
    List<String> there = Node.ask("judge", asked);
    for (int i = 0; i < answers; i++) {
      assertThat(there.get(i)).as(asked.get(i)).isEqualTo(here.get(i));
    }
  }
}

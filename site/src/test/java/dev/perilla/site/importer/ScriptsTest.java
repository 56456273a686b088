package dev.perilla.site.importer;

import static dev.perilla.site.importer.Lessons.errors;
import static dev.perilla.site.importer.Lessons.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lessons in scripts that leave no blank between words and names.
class ScriptsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        # 反向传播

        设x=2,w=3,y=5。那么p=w*x=6，损失L=(p-y)**2=1。

        梯度为dL/dw=2*(p-y)*x=4，学习率为0.1，更新后w=3-0.1*4=2.6。
        """,
        """
        # 誤差逆伝播

        入力x=2、重みw=3、正解y=5とする。予測はp=w*x=6、損失はL=(p-y)**2=1である。

        勾配はdL/dw=2*(p-y)*x=4となる。学習率0.1で、w=3-0.1*4=2.6に更新する。
        """,
        """
        # बैकप्रोपेगेशन

        मान लें x=2, w=3, y=5। तब p=w*x=6 और हानि L=(p-y)**2=1 है।

        ढाल dL/dw=2*(p-y)*x=4 है। सीखने की दर 0.1 से w=3-0.1*4=2.6।
        """
      })
  void wordsStandBesideNames(String lesson) {
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("p = w * x", "given: {x: 2, w: 3, y: 5, learning_rate: 0.1}");
    for (String number : List.of("=6", "=1", "=4", "=2.6", "0.1*4")) {
      assertThat(errors(lesson.replace(number, number.replace('1', '7').replaceAll("[642]", "8"))))
          .as(number)
          .isNotEmpty();
    }
  }
}

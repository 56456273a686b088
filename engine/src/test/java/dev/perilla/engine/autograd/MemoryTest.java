package dev.perilla.engine.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

/// Depth, width and length of a run are no matter.
class MemoryTest {
  @Test
  void aLoopOfAMillionStepsKeepsNothingButItsParameters() throws InterruptedException {
    Value w = Value.of(0.5);
    WeakReference<Value> early = new WeakReference<>(w.mul(2));
    for (int step = 0; step < 1_000_000; step++) {
      Value loss = w.mul(3).sub(1).pow(2);
      w.zeroGrad();
      loss.backward();
      w.setData(w.data() - 0.01 * w.grad());
    }
    assertThat(w.data()).isCloseTo(1.0 / 3, within(1e-12));
    for (int i = 0; i < 50 && early.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(early.get()).isNull();
  }

  @Test
  void tenMillionOperationsDeep() {
    Tape tape = new Tape(10_000_002);
    int x = tape.leaf(1);
    int y = x;
    for (int i = 0; i < 10_000_000; i++) {
      y = tape.add(y, x);
    }
    tape.backward(y);
    assertThat(tape.grad(x)).isEqualTo(10_000_001);
  }

  @Test
  void tenMillionNodesWideAtTwentyFiveBytes() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Tape tape = new Tape(10_000_000);
    int leaves = 5_000_000;
    for (int i = 0; i < leaves; i++) {
      tape.leaf(i % 3);
    }
    int sum = 0;
    for (int i = 1; i < leaves; i++) {
      sum = tape.add(sum, i);
    }
    tape.backward(sum);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(tape.data(sum)).isEqualTo(4_999_999);
    assertThat(tape.grad(0) + tape.grad(leaves / 2) + tape.grad(leaves - 1)).isEqualTo(3);
    assertThat(bytes / 1e7).isCloseTo(25, within(0.01));
  }

  @Test
  void threeMillionValuesWide() {
    Value x = Value.of(1);
    Value[] row = new Value[1 << 20];
    for (int i = 0; i < row.length; i++) {
      row[i] = x.mul(x);
    }
    for (int width = row.length / 2; width > 0; width /= 2) {
      for (int i = 0; i < width; i++) {
        row[i] = row[2 * i].add(row[2 * i + 1]);
      }
    }
    row[0].backward();
    assertThat(x.grad()).isEqualTo(2 << 20);
    assertThat(row[0].derivative(x)).isEqualTo(2 << 20);
  }

  @Test
  void aTapeIsCutBackAndReused() {
    Tape tape = new Tape(4);
    int w = tape.leaf(0.5);
    for (int step = 0; step < 1000; step++) {
      tape.truncate(1);
      int loss = tape.power(tape.sub(tape.mul(w, tape.leaf(3)), tape.leaf(1)), 2);
      tape.backward(loss);
      tape.set(w, tape.data(w) - 0.01 * tape.grad(w));
    }
    assertThat(tape.data(w)).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(tape.size()).isEqualTo(6);
  }
}

import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.language.Machine;
import dev.perilla.engine.language.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The milliseconds of `work()` when it has run fifteen times, for language.sh.
public class Warm {
  public static void main(String[] args) throws Exception {
    Thread thread = new Thread(null, () -> run(args[0]), "program", 512L << 20);
    thread.start();
    thread.join();
  }

  static void run(String file) {
    Limits limits = Limits.DEFAULT.withSteps(1L << 40).withMemory(1L << 30).withValues(1L << 40);
    Machine machine = new Machine(limits);
    double[] times = new double[20];
    try {
      step(machine, Files.readString(Path.of(file)));
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
    for (int i = 0; i < times.length; i++) {
      long start = System.nanoTime();
      step(machine, "work()\n");
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    double[] last = Arrays.copyOfRange(times, 15, 20);
    Arrays.sort(last);
    System.out.println(last[2]);
  }

  static void step(Machine machine, String code) {
    Outcome outcome = machine.run(Text.of(SourceFile.of("x.py", code)));
    if (!outcome.completed()) {
      throw new IllegalStateException(outcome.toString());
    }
  }
}

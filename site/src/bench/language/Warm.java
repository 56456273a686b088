import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.language.Machine;
import dev.perilla.engine.language.Outcome;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// The milliseconds of processor time that `work()` takes when it has run forty times, for
/// language.sh: what its thread uses, which other programs do not change, and what is spent on
/// collecting its garbage.
public class Warm {
  public static void main(String[] args) throws Exception {
    Thread thread = new Thread(null, () -> run(args[0]), "program", 512L << 20);
    thread.start();
    thread.join();
  }

  static void run(String file) {
    Limits limits = Limits.DEFAULT.withSteps(1L << 40).withMemory(1L << 30).withValues(1L << 40);
    Machine machine = new Machine(limits);
    try {
      step(machine, Files.readString(Path.of(file)));
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
    rounds(machine, 40);
    long start = used();
    rounds(machine, 20);
    System.out.println((used() - start) / 20 / 1e6);
  }

  static long used() {
    long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      used += collector.getCollectionTime() * 1_000_000;
    }
    return used;
  }

  static void rounds(Machine machine, int count) {
    for (int i = 0; i < count; i++) {
      step(machine, "work()\n");
    }
  }

  static void step(Machine machine, String code) {
    Outcome outcome = machine.run(Text.of(SourceFile.of("x.py", code)));
    if (!outcome.completed()) {
      throw new IllegalStateException(outcome.toString());
    }
  }
}

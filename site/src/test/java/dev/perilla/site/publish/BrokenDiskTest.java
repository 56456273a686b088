package dev.perilla.site.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A publication that fails, is killed, or meets another: the old site or the new one stands,
/// whole, and the next build mends the rest.
class BrokenDiskTest {
  private static final Map<String, String> OLD =
      Map.of("index.html", "old", "a/one.html", "old one", "a/same.html", "same", "gone.html", "g");
  private static final Map<String, String> NEW =
      Map.of("index.html", "new", "a/one.html", "new one", "a/same.html", "same", "b/b.html", "b");
  private static final Map<String, String> FOREIGN = Map.of("CNAME", "mine", "a/mine.txt", "mine");

  @TempDir Path folder;

  /// The n-th step fails, for every n, and then for every n all steps from the n-th on.
  @Test
  void failsAtEachStep() throws Exception {
    for (boolean isLast : new boolean[] {true, false}) {
      boolean failed = true;
      for (int n = 1; failed; n++) {
        Path here = Files.createDirectory(folder.resolve(isLast + " " + n));
        prepare(here);
        failed = fails(here, n, isLast);
        assertOldOrNew(here, (isLast ? "step " : "from step ") + n);
        publish(here, NEW, new Disk());
        assertThat(listing(here)).as("mended after %s", n).isEqualTo(with(NEW, FOREIGN));
        assertThat(beside(here)).containsExactly("site");
        assertThat(n).isLessThan(200);
      }
    }
  }

  private static boolean fails(Path here, int n, boolean isLast) throws Exception {
    AtomicInteger steps = new AtomicInteger();
    Disk disk =
        new Disk() {
          @Override
          void before(Path path) throws IOException {
            int step = steps.incrementAndGet();
            if (isLast ? step == n : step >= n) {
              throw new FileSystemException(path.toString(), null, "No space left on device");
            }
          }
        };
    try {
      publish(here, NEW, disk);
      return steps.get() >= n;
    } catch (FileSystemException failed) {
      assertThat(failed).hasMessageContaining("No space left on device");
      return true;
    }
  }

  /// A process is ended before the n-th step, for every n, without a chance to clean up.
  @Test
  void isKilledAtEachStep() throws Exception {
    boolean killed = true;
    for (int n = 1; killed; n++) {
      Path here = Files.createDirectory(folder.resolve("killed " + n));
      prepare(here);
      killed = 0 != ended(start(Killed.class, here.toString(), "" + n));
      assertOldOrNew(here, "killed at " + n);
      publish(here, NEW, new Disk());
      assertThat(listing(here)).as("mended after %s", n).isEqualTo(with(NEW, FOREIGN));
      assertThat(beside(here)).containsExactly("site");
      assertThat(n).isLessThan(200);
    }
  }

  /// Publishes into the folder of its first word, and ends before the step of its second.
  static final class Killed {
    public static void main(String[] words) throws Exception {
      AtomicInteger steps = new AtomicInteger();
      Disk disk =
          new Disk() {
            @Override
            void before(Path path) {
              if (steps.incrementAndGet() == Integer.parseInt(words[1])) {
                Runtime.getRuntime().halt(137);
              }
            }
          };
      publish(Path.of(words[0]), NEW, disk);
    }
  }

  /// Two at once, 50 times: each has published, or was refused because the other one does.
  @Test
  void twoAtOnce() throws Exception {
    prepare(folder);
    List<Throwable> refused = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Map<String, String> one = with(NEW, Map.of("n.txt", "one " + i));
      Map<String, String> other = with(NEW, Map.of("n.txt", "other " + i));
      Thread both = new Thread(() -> attempt(one, refused));
      both.start();
      attempt(other, refused);
      both.join();
      assertThat(listing(folder)).isIn(with(one, FOREIGN), with(other, FOREIGN));
      assertThat(beside(folder)).containsExactly("site");
    }
    assertThat(refused)
        .allSatisfy(it -> assertThat(it).isInstanceOf(Publication.Refused.class))
        .hasSizeLessThanOrEqualTo(50);
  }

  private void attempt(Map<String, String> files, List<Throwable> refused) {
    try {
      publish(folder, files, new Disk());
    } catch (Exception problem) {
      synchronized (refused) {
        refused.add(problem);
      }
    }
  }

  @Test
  void anotherProcessIsRefusedWhileOneWrites() throws Exception {
    prepare(folder);
    Process other = start(Slow.class, folder.toString());
    assertThat(other.getInputStream().read()).isEqualTo('w');
    assertThatThrownBy(() -> publish(folder, NEW, new Disk()))
        .isInstanceOf(Publication.Refused.class)
        .hasMessage("another build is writing site: wait until it has ended");
    other.getOutputStream().write('\n');
    other.getOutputStream().close();
    assertThat(ended(other)).isZero();
    publish(folder, NEW, new Disk());
    assertThat(listing(folder)).isEqualTo(with(NEW, FOREIGN));
  }

  /// Says `w` when it has begun to write, and waits for a byte.
  static final class Slow {
    public static void main(String[] words) throws Exception {
      AtomicInteger steps = new AtomicInteger();
      Disk disk =
          new Disk() {
            @Override
            void before(Path path) throws IOException {
              if (steps.incrementAndGet() == 3) {
                System.out.write('w');
                System.out.flush();
                assertThat(System.in.read()).isPositive();
              }
            }
          };
      publish(Path.of(words[0]), NEW, disk);
    }
  }

  /// A real disk of 256 kB, where the machine lets us have one.
  @Test
  void aFullDiskLeavesTheOldSite() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString()),
        "needs the right to mount");
    try {
      prepare(disk);
      SortedMap<String, String> large = new TreeMap<>(NEW);
      for (int i = 0; i < 20; i++) {
        large.put("large" + i + ".html", (i + "x").repeat(10_000));
      }
      assertThatThrownBy(() -> publish(disk, large, new Disk()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("No space left on device");
      assertThat(listing(disk)).isEqualTo(with(OLD, FOREIGN));
      publish(disk, NEW, new Disk());
      assertThat(listing(disk)).isEqualTo(with(NEW, FOREIGN));
    } finally {
      assertThat(run("umount", disk.toString())).isTrue();
    }
  }

  private static boolean run(String... words) throws Exception {
    try {
      return ended(new ProcessBuilder(words).redirectErrorStream(true).start()) == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  /// Somebody puts a file into the site at the moment of the exchange: it is carried over.
  @Test
  void aFileThatComesMeanwhileIsKept() throws Exception {
    prepare(folder);
    Disk disk =
        new Disk() {
          @Override
          void before(Path path) throws IOException {
            if (path.endsWith(".site.perilla-new") && Files.exists(path.resolve(Manifest.FILE))) {
              Files.writeString(folder.resolve("site/late.txt"), "late");
            }
          }
        };
    publish(folder, NEW, disk);
    Map<String, String> late = Map.of("late.txt", "late");
    assertThat(listing(folder)).isEqualTo(with(with(NEW, FOREIGN), late));
    assertThat(beside(folder)).containsExactly("site");
  }

  @Test
  void aSiteThatIsAsItWasIsNotWrittenAgain() throws Exception {
    Path memory = folder.resolve("memory");
    AtomicInteger steps = new AtomicInteger();
    Disk counting =
        new Disk() {
          @Override
          void before(Path path) {
            steps.incrementAndGet();
          }
        };
    publish(folder, OLD, memory, counting);
    int first = steps.getAndSet(0);
    publish(folder, OLD, memory, counting);
    assertThat(first).isPositive();
    assertThat(steps).hasValue(0);
  }

  /// A page that somebody changed is written anew, however it was changed: by hand, with its size
  /// and its time as they were, or by another file in its place.
  @Test
  void aChangedPageIsWrittenAnew() throws Exception {
    Path memory = folder.resolve("memory");
    publish(folder, OLD, memory, new Disk());
    Path page = folder.resolve("site/index.html");
    for (int i = 0; i < 3; i++) {
      var time = Files.getLastModifiedTime(page);
      if (i == 2) {
        Files.delete(page);
      }
      Files.writeString(page, "OLD");
      if (i > 0) {
        Files.setLastModifiedTime(page, time);
      }
      publish(folder, OLD, memory, new Disk());
      assertThat(listing(folder)).isEqualTo(new TreeMap<>(OLD));
    }
  }

  /// The same where nothing was kept of the site, so that a build had to read it.
  @Test
  void aChangedPageIsFoundAfterASiteWasRead() throws Exception {
    Path memory = folder.resolve("memory");
    publish(folder, OLD, new Disk());
    publish(folder, OLD, memory, new Disk());
    Path page = folder.resolve("site/index.html");
    var time = Files.getLastModifiedTime(page);
    Files.writeString(page, "OLD");
    Files.setLastModifiedTime(page, time);
    publish(folder, OLD, memory, new Disk());
    assertThat(listing(folder)).isEqualTo(new TreeMap<>(OLD));
  }

  private static void prepare(Path here) throws Exception {
    publish(here, OLD, new Disk());
    for (Map.Entry<String, String> file : FOREIGN.entrySet()) {
      Files.writeString(here.resolve("site").resolve(file.getKey()), file.getValue());
    }
  }

  private static void publish(Path here, Map<String, String> files, Disk disk) throws Exception {
    Publication.publish(here.resolve("site"), "site", blobs(files), Optional.empty(), disk);
  }

  private static void publish(Path here, Map<String, String> files, Path memory, Disk disk)
      throws Exception {
    Publication.publish(here.resolve("site"), "site", blobs(files), Optional.of(memory), disk);
  }

  private static SortedMap<String, Blob> blobs(Map<String, String> files) {
    SortedMap<String, Blob> blobs = new TreeMap<>();
    files.forEach((path, text) -> blobs.put(path, Blob.of(text.getBytes(StandardCharsets.UTF_8))));
    return blobs;
  }

  private static Process start(Class<?> main, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(words));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static int ended(Process process) throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private static void assertOldOrNew(Path here, String when) throws IOException {
    assertThat(listing(here)).as(when).isIn(with(OLD, FOREIGN), with(NEW, FOREIGN));
  }

  private static SortedMap<String, String> with(
      Map<String, String> files, Map<String, String> more) {
    SortedMap<String, String> all = new TreeMap<>(files);
    all.putAll(more);
    return all;
  }

  private static SortedMap<String, String> listing(Path here) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    Path site = here.resolve("site");
    for (String path : Publication.pathsIn(site)) {
      files.put(path, Files.readString(site.resolve(path)));
    }
    files.remove(Manifest.FILE);
    return files;
  }

  private static List<String> beside(Path here) throws IOException {
    try (Stream<Path> all = Files.list(here)) {
      return all.map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.contains("site"))
          .sorted()
          .toList();
    }
  }
}

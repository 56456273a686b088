package dev.perilla.site;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// The threads that programs of chapters run in: the one place that makes them.
///
/// A program may call as deep as its budget allows, and each of its calls is several of ours, so
/// each thread reserves a stack of 512 MB. Only what is used of it takes memory.
public final class Workers {
  private static final long STACK_BYTES = 512L << 20;

  private Workers() {}

  /// What `function` gives for each of `items`, in their order, whatever the number of threads.
  ///
  /// @param threads how many at once, at least 1
  /// @throws RuntimeException or [Error] what `function` throws, for the first item that does
  public static <T, R> List<R> map(List<T> items, int threads, Function<T, R> function) {
    if (items.isEmpty()) {
      return List.of();
    }
    int count = Math.clamp(threads, 1, items.size());
    try (ExecutorService pool =
        Executors.newFixedThreadPool(
            count,
            task -> {
              Thread thread = new Thread(null, task, "chapters", STACK_BYTES);
              thread.setDaemon(true);
              return thread;
            })) {
      List<Future<R>> running = new ArrayList<>();
      for (T item : items) {
        running.add(pool.submit((Callable<R>) () -> function.apply(item)));
      }
      List<R> results = new ArrayList<>();
      for (Future<R> future : running) {
        results.add(result(future, pool));
      }
      return results;
    }
  }

  /// Work that has been begun beside the caller.
  @FunctionalInterface
  public interface Begun<T> {
    /// What it gives, when it is done.
    ///
    /// @throws IOException or [RuntimeException] or [Error] what it has thrown
    T get() throws IOException;
  }

  /// Begins `work`, which runs no program, in a thread of its own.
  public static <T> Begun<T> begin(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "beside");
    thread.setDaemon(true);
    thread.start();
    return () -> {
      try {
        return task.get();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", interrupted);
      } catch (ExecutionException failed) {
        if (failed.getCause() instanceof IOException unreadable) {
          throw unreadable;
        }
        throw thrown(failed);
      }
    };
  }

  /// The same, with word of each that is done.
  public static <T, R> List<R> map(
      List<T> items, int threads, String what, Progress progress, Function<T, R> function) {
    AtomicInteger done = new AtomicInteger();
    return map(
        items,
        threads,
        item -> {
          R result = function.apply(item);
          progress.done(what, done.incrementAndGet(), items.size());
          return result;
        });
  }

  private static <R> R result(Future<R> future, ExecutorService pool) {
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    } catch (ExecutionException failed) {
      pool.shutdownNow();
      throw thrown(failed);
    }
  }

  private static RuntimeException thrown(ExecutionException failed) {
    return switch (failed.getCause()) {
      case Error error -> throw error;
      case RuntimeException bug -> bug;
      case null, default -> new IllegalStateException(failed);
    };
  }
}

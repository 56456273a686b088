package dev.perilla.engine.language.runtime;

/// Sorts as CPython 3.11 does (Timsort, with the merge policy of Powersort; described in CPython's
/// `Objects/listsort.txt`), comparison by comparison: a program can see which objects are compared,
/// and where there is no order, as with NaN, the result depends on it.
///
/// Positions are sorted, not objects: `order[i]` is the place of the i-th object in `keys`.
final class Sorting {
  private static final int MIN_GALLOP = 7;

  private record Stretch(int start, int length, int power) {}

  private final Run run;
  private final Object[] keys;
  private final int[] order;
  private final Stretch[] open = new Stretch[85];
  private int count = 0; // of open stretches
  private int minGallop = MIN_GALLOP;
  private final boolean alike;

  private Sorting(Run run, Object[] keys, int[] order) {
    this.run = run;
    this.keys = keys;
    this.order = order;
    this.alike = areAlike();
  }

  /// Fills `order` with the places of the keys in their order, equal ones as they stand; when a
  /// comparison fails, as far as it came. Cost: O(n log n) comparisons.
  static void sort(Run run, Object[] keys, int[] order, boolean reverse) {
    Sorting sorting = new Sorting(run, keys, order);
    for (int i = 0; i < order.length; i++) {
      order[i] = reverse ? order.length - 1 - i : i;
    }
    try {
      if (order.length > 1) {
        sorting.sort();
      }
    } finally {
      if (reverse) {
        sorting.reverse(0, order.length);
      }
    }
  }

  private void sort() {
    int least = leastLength(order.length);
    int low = 0;
    while (low < order.length) {
      int length = stretch(low);
      if (length < least) {
        int forced = Math.min(order.length - low, least);
        insert(low, low + forced, low + length);
        length = forced;
      }
      push(low, length);
      low += length;
    }
    while (count > 1) {
      int at = count - 2;
      if (at > 0 && open[at - 1].length < open[at + 1].length) {
        at--;
      }
      mergeAt(at);
    }
  }

  private boolean less(int a, int b) {
    run.step();
    if (alike) {
      Object first = Calls.special(run, keys[a], "__lt__", keys[b]);
      if (first != null && first != Singleton.NOT_IMPLEMENTED) {
        return Ops.isTrue(run, first);
      }
    }
    return Lists.less(run, keys[a], keys[b]);
  }

  /// Whether all keys are objects of one class of the program. CPython asks these before it begins
  /// the comparison with its second side, in which they are asked again.
  private boolean areAlike() {
    for (Object key : keys) {
      if (!(key instanceof PyInstance object) || object.type != Types.of(keys[0])) {
        return false;
      }
    }
    return true;
  }

  private void reverse(int from, int to) {
    for (int a = from, b = to - 1; a < b; a++, b--) {
      int swap = order[a];
      order[a] = order[b];
      order[b] = swap;
    }
  }

  private static int leastLength(int size) {
    int bits = 0;
    int n = size;
    while (n >= 64) {
      bits |= n & 1;
      n >>= 1;
    }
    return n + bits;
  }

  /// The length of the ascending stretch at `low`; a falling one is turned round.
  private int stretch(int low) {
    int at = low + 1;
    if (at == order.length) {
      return 1;
    }
    boolean falling = less(order[at], order[at - 1]);
    at++;
    while (at < order.length && less(order[at], order[at - 1]) == falling) {
      at++;
    }
    if (falling) {
      reverse(low, at);
    }
    return at - low;
  }

  /// Binary insertion of what stands from `start` on.
  private void insert(int low, int high, int start) {
    for (int at = Math.max(start, low + 1); at < high; at++) {
      int pivot = order[at];
      int left = low;
      int right = at;
      while (left < right) {
        int middle = left + ((right - left) >> 1);
        if (less(pivot, order[middle])) {
          right = middle;
        } else {
          left = middle + 1;
        }
      }
      System.arraycopy(order, left, order, left + 1, at - left);
      order[left] = pivot;
    }
  }

  private void push(int start, int length) {
    if (count > 0) {
      Stretch last = open[count - 1];
      int power = power(last.start, last.length, length, order.length);
      while (count > 1 && open[count - 2].power > power) {
        mergeAt(count - 2);
      }
      last = open[count - 1];
      open[count - 1] = new Stretch(last.start, last.length, power);
    }
    open[count++] = new Stretch(start, length, 0);
  }

  private static int power(long start, long length, long next, long all) {
    long a = 2 * start + length;
    long b = a + length + next;
    int power = 1;
    while (a >= all || b < all) {
      if (a >= all) {
        a -= all;
        b -= all;
      }
      a <<= 1;
      b <<= 1;
      power++;
    }
    return power;
  }

  private void mergeAt(int at) {
    Stretch left = open[at];
    Stretch right = open[at + 1];
    open[at] = new Stretch(left.start, left.length + right.length, left.power);
    if (at == count - 3) {
      open[at + 1] = open[at + 2];
    }
    count--;
    int skipped = afterEqual(order[right.start], order, left.start, left.length, 0);
    int a = left.start + skipped;
    int na = left.length - skipped;
    if (na == 0) {
      return;
    }
    int nb = beforeEqual(order[a + na - 1], order, right.start, right.length, right.length - 1);
    if (nb == 0) {
      return;
    }
    run.allocate(4L * Math.min(na, nb));
    if (na <= nb) {
      mergeLow(a, na, right.start, nb);
    } else {
      mergeHigh(a, na, right.start, nb);
    }
  }

  /// How many of the `n` places of `row` from `base` on stand before `key`, equal ones not; found
  /// by steps that double, from `hint` on.
  private int beforeEqual(int key, int[] row, int base, int n, int hint) {
    int last = 0;
    int step = 1;
    if (less(row[base + hint], key)) {
      int most = n - hint;
      while (step < most && less(row[base + hint + step], key)) {
        last = step;
        step = (step << 1) + 1;
      }
      step = Math.min(step, most) + hint;
      last += hint;
    } else {
      int most = hint + 1;
      while (step < most && !less(row[base + hint - step], key)) {
        last = step;
        step = (step << 1) + 1;
      }
      int nearer = last;
      last = hint - Math.min(step, most);
      step = hint - nearer;
    }
    last++;
    while (last < step) {
      int middle = last + ((step - last) >> 1);
      if (less(row[base + middle], key)) {
        last = middle + 1;
      } else {
        step = middle;
      }
    }
    return step;
  }

  /// Likewise, equal ones counted in.
  private int afterEqual(int key, int[] row, int base, int n, int hint) {
    int last = 0;
    int step = 1;
    if (less(key, row[base + hint])) {
      int most = hint + 1;
      while (step < most && less(key, row[base + hint - step])) {
        last = step;
        step = (step << 1) + 1;
      }
      int nearer = last;
      last = hint - Math.min(step, most);
      step = hint - nearer;
    } else {
      int most = n - hint;
      while (step < most && !less(key, row[base + hint + step])) {
        last = step;
        step = (step << 1) + 1;
      }
      step = Math.min(step, most) + hint;
      last += hint;
    }
    last++;
    while (last < step) {
      int middle = last + ((step - last) >> 1);
      if (less(key, row[base + middle])) {
        step = middle;
      } else {
        last = middle + 1;
      }
    }
    return step;
  }

  /// Merges neighbours, the left one not longer: it is kept aside.
  private void mergeLow(int startA, int lengthA, int startB, int lengthB) {
    int[] aside = java.util.Arrays.copyOfRange(order, startA, startA + lengthA);
    int a = 0;
    int na = lengthA;
    int b = startB;
    int nb = lengthB;
    int to = startA;
    order[to++] = order[b++];
    nb--;
    int gallop = minGallop;
    try {
      merging:
      while (nb > 0 && na > 1) {
        int timesA = 0;
        int timesB = 0;
        while (timesA < gallop && timesB < gallop) {
          if (less(order[b], aside[a])) {
            order[to++] = order[b++];
            timesB++;
            timesA = 0;
            if (--nb == 0) {
              break merging;
            }
          } else {
            order[to++] = aside[a++];
            timesA++;
            timesB = 0;
            if (--na == 1) {
              break merging;
            }
          }
        }
        gallop++;
        do {
          gallop -= gallop > 1 ? 1 : 0;
          minGallop = gallop;
          timesA = afterEqual(order[b], aside, a, na, 0);
          System.arraycopy(aside, a, order, to, timesA);
          to += timesA;
          a += timesA;
          na -= timesA;
          if (timesA > 0 && na <= 1) {
            break merging;
          }
          order[to++] = order[b++];
          if (--nb == 0) {
            break merging;
          }
          timesB = beforeEqual(aside[a], order, b, nb, 0);
          System.arraycopy(order, b, order, to, timesB);
          to += timesB;
          b += timesB;
          nb -= timesB;
          if (nb == 0) {
            break merging;
          }
          order[to++] = aside[a++];
          if (--na == 1) {
            break merging;
          }
        } while (timesA >= MIN_GALLOP || timesB >= MIN_GALLOP);
        minGallop = ++gallop;
      }
      System.arraycopy(order, b, order, to, nb);
      to += nb;
    } finally {
      System.arraycopy(aside, a, order, to, na);
    }
  }

  /// Merges neighbours, the right one shorter: it is kept aside, and the ends come first.
  private void mergeHigh(int startA, int lengthA, int startB, int lengthB) {
    int[] aside = java.util.Arrays.copyOfRange(order, startB, startB + lengthB);
    int na = lengthA;
    int nb = lengthB;
    int to = startB + lengthB - 1;
    order[to--] = order[startA + --na];
    int gallop = minGallop;
    try {
      merging:
      while (na > 0 && nb > 1) {
        int timesA = 0;
        int timesB = 0;
        while (timesA < gallop && timesB < gallop) {
          if (less(aside[nb - 1], order[startA + na - 1])) {
            order[to--] = order[startA + na - 1];
            timesA++;
            timesB = 0;
            if (--na == 0) {
              break merging;
            }
          } else {
            order[to--] = aside[nb - 1];
            timesB++;
            timesA = 0;
            if (--nb == 1) {
              break merging;
            }
          }
        }
        gallop++;
        do {
          gallop -= gallop > 1 ? 1 : 0;
          minGallop = gallop;
          timesA = na - afterEqual(aside[nb - 1], order, startA, na, na - 1);
          to -= timesA;
          na -= timesA;
          System.arraycopy(order, startA + na, order, to + 1, timesA);
          if (na == 0) {
            break merging;
          }
          order[to--] = aside[--nb];
          if (nb == 1) {
            break merging;
          }
          timesB = nb - beforeEqual(order[startA + na - 1], aside, 0, nb, nb - 1);
          to -= timesB;
          nb -= timesB;
          System.arraycopy(aside, nb, order, to + 1, timesB);
          if (timesB > 0 && nb <= 1) {
            break merging;
          }
          order[to--] = order[startA + --na];
          if (na == 0) {
            break merging;
          }
        } while (timesA >= MIN_GALLOP || timesB >= MIN_GALLOP);
        minGallop = ++gallop;
      }
      System.arraycopy(order, startA, order, to - na + 1, na);
      to -= na;
    } finally {
      System.arraycopy(aside, 0, order, to - nb + 1, nb);
    }
  }
}

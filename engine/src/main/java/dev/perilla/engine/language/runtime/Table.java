package dev.perilla.engine.language.runtime;

import org.jspecify.annotations.Nullable;

/// The hash table of a dict, in order of insertion, with Python's hash and equality. Entries stand
/// in `keys` and `values` in their order; `index` finds them by hash, by the ways of CPython 3.11
/// (Objects/dictobject.c), because a program sees how often its `__eq__` is asked on them.
final class Table {
  private static final int FREE = 0; // entries are kept as position + 1
  private static final int GONE = -1;
  private static final int PLACE = 48;
  private static final int CROWD = 16; // entries that a search passes by for nothing

  private int[] index = new int[8];
  @Nullable Object[] keys = new @Nullable Object[5];
  @Nullable Object[] values = new @Nullable Object[5];
  private long[] hashes = new long[5];
  int used = 0; // entries and holes
  private int linked = 0; // entries that were added since the table grew
  int size = 0;
  int version = 0; // grows with each change of the keys

  /// The position of the entry, or -1.
  int find(Run run, Object key) {
    return find(run, key, hash(run, key));
  }

  private static long hash(Run run, Object key) {
    return key instanceof String text ? Comparing.hash(text) : Comparing.hash(run, key);
  }

  /// The hash of the entry at a position, so that its key need not be asked again.
  long hash(int at) {
    return hashes[at];
  }

  /// The position of the entry with a key of this hash, or -1.
  int find(Run run, Object key, long hash) {
    int mask = index.length - 1;
    int at = (int) hash & mask;
    long perturb = hash;
    int passed = 0;
    while (index[at] != FREE) {
      if (++passed > CROWD) {
        run.step();
      }
      int entry = index[at] - 1;
      if (entry >= 0 && hashes[entry] == hash) {
        Object other = key(entry);
        if (Ops.identical(other, key)) {
          return entry;
        }
        run.within();
        if ((other instanceof String && key instanceof String)
            || (other instanceof Long && key instanceof Long)) {
          if (other.equals(key)) {
            return entry;
          }
        } else {
          @Nullable Object[] known = keys;
          boolean equal = Comparing.equal(run, other, key);
          if (!Ops.identical(keys, known) || !Ops.identical(key(entry), other)) {
            return find(run, key, hash); // its == changed the dict
          }
          if (equal) {
            return entry;
          }
        }
      }
      perturb >>>= 5;
      at = (at * 5 + 1 + (int) perturb) & mask;
    }
    return -1;
  }

  /// The position of an entry with a text as its key, or -1: asks no object.
  int position(String key) {
    int mask = index.length - 1;
    long perturb = Comparing.hash(key);
    int at = (int) perturb & mask;
    while (index[at] != FREE) {
      if (index[at] > 0 && key.equals(keys[index[at] - 1])) {
        return index[at] - 1;
      }
      perturb >>>= 5;
      at = (at * 5 + 1 + (int) perturb) & mask;
    }
    return -1;
  }

  /// The value of a text, or `null`.
  @Nullable Object get(String key) {
    int at = position(key);
    return at < 0 ? null : values[at];
  }

  @Nullable Object get(Run run, Object key) {
    int at = find(run, key);
    return at < 0 ? null : values[at];
  }

  /// Whether the key is new.
  boolean put(Run run, Object key, Object value) {
    return put(run, key, hash(run, key), value);
  }

  /// Likewise, with the hash that the key has in another table.
  boolean put(Run run, Object key, long hash, Object value) {
    int at = find(run, key, hash);
    if (at >= 0) {
      values[at] = value;
      return false;
    }
    add(run, key, hash, value);
    return true;
  }

  /// The value that the key has, now or before.
  Object putIfAbsent(Run run, Object key, Object value) {
    long hash = hash(run, key);
    int at = find(run, key, hash);
    if (at >= 0) {
      return value(at);
    }
    add(run, key, hash, value);
    return value;
  }

  private void add(Run run, Object key, long hash, Object value) {
    if (linked == keys.length) {
      resize(run, size * 3L);
    }
    keys[used] = key;
    values[used] = value;
    hashes[used] = hash;
    used++;
    linked++;
    link(used, hash);
    size++;
    version++;
  }

  /// Makes room for so many entries more.
  void expect(Run run, int entries) {
    resize(run, ((size + entries) * 3L + 1) / 2);
  }

  private void link(int entry, long hash) {
    int mask = index.length - 1;
    int at = (int) hash & mask;
    long perturb = hash;
    while (index[at] > 0) {
      perturb >>>= 5;
      at = (at * 5 + 1 + (int) perturb) & mask;
    }
    index[at] = entry;
  }

  private void resize(Run run, long wanted) {
    int buckets = 8;
    while (buckets <= (((wanted | 8) - 1) | 7)) {
      buckets *= 2; // as CPython grows, because a loop over a dict that changes shows it
    }
    int room = buckets / 3 * 2 + (buckets % 3) * 2 / 3;
    if (room > keys.length) {
      run.allocate((long) PLACE * (room - keys.length));
    }
    @Nullable Object[] oldKeys = keys;
    @Nullable Object[] oldValues = values;
    long[] oldHashes = hashes;
    int count = used;
    keys = new @Nullable Object[room];
    values = new @Nullable Object[room];
    hashes = new long[room];
    index = new int[buckets];
    used = 0;
    for (int i = 0; i < count; i++) {
      if (oldKeys[i] != null) {
        keys[used] = oldKeys[i];
        values[used] = oldValues[i];
        hashes[used] = oldHashes[i];
        used++;
        link(used, oldHashes[i]);
      }
    }
    linked = used;
  }

  /// Takes the entry at a position away; the search for others passes by.
  void removeAt(int at) {
    int mask = index.length - 1;
    long perturb = hashes[at];
    int place = (int) perturb & mask;
    while (index[place] != at + 1) {
      perturb >>>= 5;
      place = (place * 5 + 1 + (int) perturb) & mask;
    }
    index[place] = GONE;
    keys[at] = null;
    values[at] = null;
    size--;
    version++;
  }

  /// The position of the last entry, or -1: a hole behind it is one no more.
  int last(Run run) {
    while (used > 0 && keys[used - 1] == null) {
      run.step();
      used--;
    }
    return used - 1;
  }

  void clear() {
    index = new int[8];
    keys = new @Nullable Object[5];
    values = new @Nullable Object[5];
    hashes = new long[5];
    used = 0;
    linked = 0;
    size = 0;
    version++;
  }

  /// The position of the first entry at or after `at`, or -1.
  int next(int at) {
    int position = at;
    while (position < used) {
      if (keys[position] != null) {
        return position;
      }
      position++;
    }
    return -1;
  }

  Object key(int at) {
    Object key = keys[at];
    return key == null ? Singleton.NONE : key;
  }

  Object value(int at) {
    Object value = values[at];
    return value == null ? Singleton.NONE : value;
  }

  Object[] keyArray() {
    Object[] all = new Object[size];
    int count = 0;
    for (int at = next(0); at >= 0; at = next(at + 1)) {
      all[count++] = key(at);
    }
    return all;
  }

  /// Puts all entries of another table into this one.
  ///
  /// @param holes whether an empty one may become as the other is, with most of its places in use
  void copyFrom(Run run, Table other, boolean holes) {
    if (other.size == 0) {
      return;
    }
    int length = other.keys.length;
    if (size == 0
        && (holes
            ? other.size >= other.used * 2 / 3
            : other.size == other.used && (length == 5 || length / 2 < other.size))) {
      run.steps(other.size);
      run.allocate((long) PLACE * length);
      index = other.index.clone();
      keys = other.keys.clone();
      values = other.values.clone();
      hashes = other.hashes.clone();
      used = other.used;
      linked = other.linked;
      size = other.size;
      version++;
      return;
    }
    if (linked == 0 || other.size > keys.length) {
      expect(run, other.size);
    }
    int entries = other.size;
    for (int at = other.next(0); at >= 0; at = other.next(at + 1)) {
      run.step();
      put(run, other.key(at), other.hashes[at], other.value(at));
      if (other.size != entries) {
        throw run.raise(Types.RUNTIME_ERROR, "dict mutated during update");
      }
    }
  }
}

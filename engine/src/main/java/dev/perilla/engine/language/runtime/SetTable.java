package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.Arithmetic;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The hash table of a set, laid out as CPython 3.11 lays out its own (Objects/setobject.c: probes
/// of ten neighbours, then a jump; growth by four when three fifths are full), because a program
/// sees the layout: it is the order of iteration, of `pop` and of `print`.
///
/// The hashes of numbers, and of tuples of them, are the same in every process of CPython, so their
/// order is a fact and is kept. Those of strings and of objects without a `__hash__` differ from
/// process to process: a set with such a member is walked in order of insertion, which is one of
/// the orders that CPython may take.
///
/// Members stand in `members` and `hashes` in order of insertion; `slots` finds them.
final class SetTable {
  private static final int PLACE = 48;
  private static final int FREE = 0; // members are kept as position + 1
  private static final int GONE = -1;
  private static final int NEIGHBOURS = 9;
  private static final int LEAST = 8;

  private int[] slots = new int[LEAST];
  @Nullable Object[] members = new @Nullable Object[5];
  private long[] hashes = new long[5];
  private int count = 0; // members and holes
  private int fill = 0; // slots that are not free
  private int finger = 0; // the slot where pop goes on
  private int first = 0; // no member stands before
  private int unordered = 0; // members whose hash differs from process to process
  int size = 0;

  // Hashes

  /// The hash of the member at a place of the walk.
  long hash(int place) {
    return hashes[position(place)];
  }

  /// Whether the hash is the same in every process of CPython.
  private static boolean isFixed(Run run, Object item) {
    return switch (item) {
      case Double number -> !number.isNaN();
      case PyTuple tuple -> {
        for (Object part : tuple.items) {
          if (!isFixed(run, part)) {
            yield false;
          }
        }
        yield true;
      }
      case PyRange range -> true;
      case PyWideRange range -> true;
      case String text -> text.isEmpty(); // 0, always
      case PyInstance instance -> instance.type.hash(run) != null;
      default -> Arithmetic.isNumber(item);
    };
  }

  // Members

  /// The position of the member, or -1.
  int find(Run run, Object item) {
    int slot = slot(run, item, Comparing.hash(run, item));
    return slot < 0 ? -1 : slots[slot] - 1;
  }

  /// Whether there is a member like this one, which has this hash.
  boolean has(Run run, Object item, long hash) {
    return slot(run, item, hash) >= 0;
  }

  /// Whether each member is one of `other` too, or none is.
  boolean all(Run run, SetTable other, boolean inside) {
    for (int place = next(0); place >= 0; place = next(place + 1)) {
      run.step();
      int position = position(place);
      if (other.has(run, member(position), hashes[position]) != inside) {
        return false;
      }
    }
    return true;
  }

  /// The slot of the member, or -1 - the slot where it would stand: the last one on the way that a
  /// member left, else the free one at the end.
  private int slot(Run run, Object item, long hash) {
    int mask = slots.length - 1;
    int at = (int) hash & mask;
    long perturb = hash;
    int left = -1;
    while (true) {
      int end = at + NEIGHBOURS <= mask ? at + NEIGHBOURS : at;
      for (int i = at; i <= end; i++) {
        int entry = slots[i];
        if (entry == FREE) {
          return -1 - (left < 0 ? i : left);
        }
        if (entry == GONE) {
          left = i;
        } else if (hashes[entry - 1] == hash) {
          Object member = members[entry - 1];
          if (member != null && isSame(run, member, item)) {
            return i;
          }
          run.step();
          if (mask != slots.length - 1) {
            return slot(run, item, hash); // its == changed the set
          }
        }
      }
      perturb >>>= 5;
      at = (int) (at * 5L + 1 + perturb) & mask;
    }
  }

  private static boolean isSame(Run run, Object member, Object item) {
    if (Ops.identical(member, item)) {
      return true;
    }
    run.within();
    return (member instanceof String x && item instanceof String y)
        ? x.equals(y)
        : Comparing.equal(run, member, item);
  }

  /// Whether the member is new.
  boolean add(Run run, Object item) {
    return add(run, item, Comparing.hash(run, item));
  }

  boolean add(Run run, Object item, long hash) {
    int slot = slot(run, item, hash);
    if (slot >= 0) {
      return false;
    }
    append(run, item, hash);
    boolean reused = slots[-1 - slot] == GONE;
    slots[-1 - slot] = count;
    if (reused) {
      return true;
    }
    fill++;
    if (fill * 5L >= (slots.length - 1) * 3L) {
      grow(run);
    }
    return true;
  }

  private void append(Run run, Object item, long hash) {
    if (count == members.length) {
      room(run);
    }
    members[count] = item;
    hashes[count] = hash;
    count++;
    size++;
    if (!isFixed(run, item)) {
      unordered++;
    }
  }

  /// Closes the holes between the members, or makes more room behind them.
  private void room(Run run) {
    int room = Math.max(5, size * 2 + size / 4);
    if (room > members.length) {
      run.allocate((long) PLACE * (room - members.length));
    }
    int[] moved = new int[count];
    @Nullable Object[] kept = new @Nullable Object[room];
    long[] keptHashes = new long[room];
    int next = 0;
    for (int i = 0; i < count; i++) {
      if (members[i] != null) {
        kept[next] = members[i];
        keptHashes[next] = hashes[i];
        moved[i] = next++;
      }
    }
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] > 0) {
        slots[i] = moved[slots[i] - 1] + 1;
      }
    }
    members = kept;
    hashes = keptHashes;
    count = next;
    first = 0;
  }

  private void grow(Run run) {
    resize(run, size > 50_000 ? size * 2L : size * 4L);
  }

  private void resize(Run run, long least) {
    long wanted = LEAST;
    while (wanted <= least) {
      wanted <<= 1;
    }
    if (wanted > slots.length) {
      run.allocate(4 * (wanted - slots.length));
    }
    int[] old = slots;
    slots = new int[(int) wanted];
    fill = size;
    for (int entry : old) {
      if (entry > 0) {
        place(entry);
      }
    }
  }

  /// Puts a member that is not there yet into the first free slot of its own.
  private void place(int entry) {
    int mask = slots.length - 1;
    long perturb = hashes[entry - 1];
    int at = (int) perturb & mask;
    while (true) {
      int end = at + NEIGHBOURS <= mask ? at + NEIGHBOURS : at;
      for (int i = at; i <= end; i++) {
        if (slots[i] == FREE) {
          slots[i] = entry;
          return;
        }
      }
      perturb >>>= 5;
      at = (int) (at * 5L + 1 + perturb) & mask;
    }
  }

  /// Whether it was a member.
  boolean discard(Run run, Object item) {
    return discard(run, item, Comparing.hash(run, item));
  }

  boolean discard(Run run, Object item, long hash) {
    int slot = slot(run, item, hash);
    if (slot < 0) {
      return false;
    }
    take(run, slot);
    return true;
  }

  private Object take(Run run, int slot) {
    int position = slots[slot] - 1;
    Object item = member(position);
    members[position] = null;
    slots[slot] = GONE;
    size--;
    if (!isFixed(run, item)) {
      unordered--;
    }
    return item;
  }

  /// Takes one member out; there is one.
  Object pop(Run run) {
    if (unordered > 0) {
      while (members[first] == null) {
        first++;
      }
      return take(run, slot(run, member(first), hashes[first]));
    }
    int mask = slots.length - 1;
    int at = finger & mask;
    int passed = 0;
    while (slots[at] <= 0) {
      at = (at + 1) & mask;
      passed++;
    }
    run.steps(passed / 16);
    finger = at + 1;
    return take(run, at);
  }

  void clear() {
    slots = new int[LEAST];
    members = new @Nullable Object[5];
    hashes = new long[5];
    count = 0;
    fill = 0;
    first = 0;
    unordered = 0;
    size = 0;
  }

  /// Becomes what `other` is, which is not used any more.
  void become(SetTable other) {
    slots = other.slots;
    members = other.members;
    hashes = other.hashes;
    count = other.count;
    fill = other.fill;
    first = 0;
    unordered = other.unordered;
    size = other.size;
  }

  // Walks

  /// The place of the first member at or after `place` in the order of the walk, or -1.
  int next(int place) {
    if (unordered > 0) {
      for (int i = place; i < count; i++) {
        if (members[i] != null) {
          return i;
        }
      }
      return -1;
    }
    for (int i = place; i < slots.length; i++) {
      if (slots[i] > 0) {
        return i;
      }
    }
    return -1;
  }

  /// The places of a walk, with those where no member stands.
  int places() {
    return unordered > 0 ? count : slots.length;
  }

  /// The member at a place of the walk.
  Object at(int place) {
    return member(position(place));
  }

  private int position(int place) {
    return unordered > 0 ? place : slots[place] - 1;
  }

  private Object member(int position) {
    Object member = members[position];
    return member == null ? Singleton.NONE : member;
  }

  Object[] toArray() {
    Object[] all = new Object[size];
    int found = 0;
    for (int place = next(0); place >= 0; place = next(place + 1)) {
      all[found++] = at(place);
    }
    return all;
  }

  // Tables together

  /// Makes room for `more` members at once, as CPython does before it takes over a set or a dict.
  void expect(Run run, int more) {
    if ((fill + (long) more) * 5 >= (slots.length - 1) * 3L) {
      resize(run, ((long) size + more) * 2);
    }
  }

  /// Adds all members of `other`.
  void addAll(Run run, SetTable other) {
    if (other.equals(this) || other.size == 0) {
      return;
    }
    run.steps(other.size);
    expect(run, other.size);
    boolean empty = fill == 0;
    boolean alike = empty && slots.length == other.slots.length && other.fill == other.size;
    if (empty && (alike || other.unordered > 0)) {
      copy(run, other, alike);
      return;
    }
    for (int place = other.next(0); place >= 0; place = other.next(place + 1)) {
      int position = other.position(place);
      Object item = other.member(position);
      if (empty) {
        append(run, item, other.hashes[position]);
        place(count);
        fill++;
      } else {
        add(run, item, other.hashes[position]);
      }
    }
  }

  private void copy(Run run, SetTable other, boolean alike) {
    run.allocate((long) PLACE * Math.max(0, other.count - members.length));
    members = Arrays.copyOf(other.members, Math.max(5, other.count));
    hashes = Arrays.copyOf(other.hashes, members.length);
    count = other.count;
    unordered = other.unordered;
    size = other.size;
    fill = other.size;
    if (alike) {
      slots = other.slots.clone();
      return;
    }
    for (int entry : other.slots) {
      if (entry > 0) {
        place(entry);
      }
    }
  }

  /// Takes out what is a member of `other`.
  void removeAll(Run run, SetTable other) {
    for (int place = other.next(0); place >= 0; place = other.next(place + 1)) {
      run.step();
      int position = other.position(place);
      discard(run, other.member(position), other.hashes[position]);
    }
  }

  /// After many were taken out: forgets where they stood.
  void tidy(Run run) {
    if (fill - size > (slots.length - 1) / 4) {
      grow(run);
    }
  }

  /// Adds the members of `from` that are in `other`, or that are not.
  void addWhere(Run run, SetTable from, SetTable other, boolean inside) {
    for (int place = from.next(0); place >= 0; place = from.next(place + 1)) {
      run.step();
      int position = from.position(place);
      Object item = from.member(position);
      if ((other.slot(run, item, from.hashes[position]) >= 0) == inside) {
        add(run, item, from.hashes[position]);
      }
    }
  }

  /// Adds the members of `from` that are no keys of a dict.
  void addWithout(Run run, SetTable from, Table keys) {
    for (int place = from.next(0); place >= 0; place = from.next(place + 1)) {
      run.step();
      if (keys.find(run, from.at(place), from.hash(place)) < 0) {
        add(run, from.at(place), from.hash(place));
      }
    }
  }

  /// Takes out what `other` has too, and adds what it has alone.
  void exchange(Run run, SetTable other) {
    for (int place = other.next(0); place >= 0; place = other.next(place + 1)) {
      run.step();
      int position = other.position(place);
      Object item = other.member(position);
      if (!discard(run, item, other.hashes[position])) {
        add(run, item, other.hashes[position]);
      }
    }
  }
}

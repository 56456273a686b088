package dev.perilla.engine.language.runtime;

import dev.perilla.engine.autograd.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `start + w[0] * x[0] + w[1] * x[1] + ...` of a neuron, recorded together: the values inside are
/// made when the program looks for them.
final class PyWeightedSum extends PyValue {
  private final PyValue start;
  private final PyValue[] weights;
  private final PyValue[] inputs;
  private int searched; // how many products the search under way has done with
  private boolean intInside = true; // whether Python would hold the gradients inside as ints

  private PyWeightedSum(Run run, Value value, PyValue start, PyValue[] weights, PyValue[] inputs) {
    super(run.epoch, value, null, null);
    this.start = start;
    this.weights = weights;
    this.inputs = inputs;
  }

  /// The sum; `None` where it is more than values of floats in two lists.
  static Object of(Run run, Object start, Object weights, Object inputs) {
    PyValue[] ws = values(weights);
    PyValue[] xs = values(inputs);
    int length = Math.min(ws.length, xs.length);
    if (!(start instanceof PyValue from) || length == 0) {
      return Singleton.NONE;
    }
    List<Value> w = new ArrayList<>(length);
    List<Value> x = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      if (ws[i].intData && xs[i].intData) {
        return Singleton.NONE;
      }
      w.add(ws[i].value);
      x.add(xs[i].value);
    }
    run.steps(4L * length);
    run.values(2 * length);
    return new PyWeightedSum(run, Value.weightedSum(from.value, w, x), from, ws, xs);
  }

  private static PyValue[] values(Object object) {
    Object[] items = object instanceof PyTuple tuple ? tuple.items : new Object[0];
    int size = items.length;
    if (object instanceof PyList list) {
      items = list.items;
      size = list.size;
    }
    PyValue[] values = new PyValue[size];
    for (int i = 0; i < size; i++) {
      if (!(items[i] instanceof PyValue value)) {
        return new PyValue[0];
      }
      values[i] = value;
    }
    return values;
  }

  private int length() {
    return Math.min(weights.length, inputs.length);
  }

  private boolean isOpen() {
    return a != null;
  }

  @Override
  void open() {
    if (isOpen()) {
      return;
    }
    Value[] sums = new Value[length()];
    Value sum = value;
    for (int i = length() - 1; i >= 0; i--) {
      sums[i] = sum;
      sum = sum.operands().getFirst();
    }
    PyValue before = start;
    for (int i = 0; i < sums.length; i++) {
      Value made = sums[i].operands().getLast();
      PyValue product = new PyValue(epoch, made, weights[i], inputs[i]);
      product.intGrad = intInside;
      if (i == sums.length - 1) {
        a = before;
        b = product;
      } else {
        before = new PyValue(epoch, sums[i], before, product);
        before.intGrad = intInside;
      }
    }
  }

  @Override
  void share() {
    if (isOpen()) {
      super.share();
      return;
    }
    intInside &= intGrad;
    start.intGrad &= intInside;
    for (int i = 0; i < length(); i++) {
      weights[i].intGrad &= intInside && inputs[i].intData;
      inputs[i].intGrad &= intInside && weights[i].intData;
    }
  }

  @Override
  @Nullable PyValue unseen() {
    if (isOpen()) {
      return super.unseen();
    }
    if (!start.seen) {
      return start;
    }
    for (int length = length(); searched < length; searched++) {
      if (!inputs[searched].seen) {
        return inputs[searched];
      }
      if (!weights[searched].seen) {
        return weights[searched];
      }
    }
    return null;
  }

  @Override
  @Nullable PyValue unlink() {
    searched = 0;
    return super.unlink();
  }

  @Override
  List<PyValue> held() {
    if (isOpen()) {
      return super.held();
    }
    List<PyValue> held = new ArrayList<>(Arrays.asList(weights));
    held.addAll(Arrays.asList(inputs));
    held.add(start);
    return held;
  }

  @Override
  int count() {
    return isOpen() ? 1 : 2 * length();
  }
}

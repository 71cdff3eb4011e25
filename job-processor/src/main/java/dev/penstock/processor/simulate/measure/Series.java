package dev.penstock.processor.simulate.measure;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Numbers in a row, such as the means of the pieces of a stretch. */
public final class Series {
    private final double[] values;

    private Series(double[] values) {
        this.values = values;
    }

    public static Series of(double... values) {
        return new Series(values.clone());
    }

    public int size() {
        return values.length;
    }

    public double at(int place) {
        return values[place];
    }

    public double sum() {
        return Arrays.stream(values).sum();
    }

    /** 0 if there are none. */
    public double max() {
        return Arrays.stream(values).max().orElse(0);
    }

    public Series map(DoubleUnaryOperator what) {
        return new Series(Arrays.stream(values).map(what).toArray());
    }

    /** Each divided by the number of another series in its place; 0 where that is none. */
    public Series dividedBy(Series other) {
        double[] each = new double[values.length];
        for (int i = 0; i < each.length; i++) {
            each[i] = other.values[i] < 0.01 ? 0 : values[i] / other.values[i];
        }
        return new Series(each);
    }

    public List<Double> list() {
        return Arrays.stream(values).boxed().toList();
    }
}

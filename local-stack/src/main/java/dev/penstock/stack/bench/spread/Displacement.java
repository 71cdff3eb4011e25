package dev.penstock.stack.bench.spread;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * How far the order of beginnings is from that of creation: for each job the number of those created after it that began before it.
 *
 * @param p99 one job in a hundred was overtaken by more
 * @param most the most
 */
record Displacement(int p99, int most) {
    /** Of jobs whose numbers grow in the order of creation, in the order in which they began. */
    static Displacement of(List<Long> began) {
        TreeMap<Long, Integer> rank = new TreeMap<>();
        began.forEach(number -> rank.put(number, 0));
        int next = 1;
        for (var entry : rank.entrySet()) {
            entry.setValue(next++);
        }
        int[] earlier = new int[next];
        int[] overtaken = new int[began.size()];
        for (int i = 0; i < began.size(); i++) {
            int own = rank.getOrDefault(began.get(i), 0);
            overtaken[i] = i - upTo(earlier, own);
            add(earlier, own);
        }
        Arrays.sort(overtaken);
        return new Displacement(
                overtaken[(int) Math.ceil(overtaken.length * 0.99) - 1], overtaken[overtaken.length - 1]);
    }

    /** Binary indexed tree: how many ranks up to this one have begun. */
    private static int upTo(int[] tree, int rank) {
        int sum = 0;
        for (int i = rank; i > 0; i -= i & -i) {
            sum += tree[i];
        }
        return sum;
    }

    private static void add(int[] tree, int rank) {
        for (int i = rank; i < tree.length; i += i & -i) {
            tree[i]++;
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p99 %,d, most %,d", p99, most);
    }
}

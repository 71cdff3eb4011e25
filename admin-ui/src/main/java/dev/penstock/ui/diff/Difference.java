package dev.penstock.ui.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * What two texts have in common, line by line, and what only one of them has: by their longest common sequence.
 *
 * @param lines in the order of both texts
 */
public record Difference(List<Line> lines) {
    /** Longer texts are compared to here: the time grows with the product of both lengths. */
    private static final int MOST = 1_000;

    /** Which text has the line. */
    public enum Side {
        BOTH,
        FIRST,
        SECOND
    }

    /** A line, and who has it. */
    public record Line(Side side, String text) {}

    public Difference {
        lines = List.copyOf(lines);
    }

    /** Whether there is none. */
    public boolean isNone() {
        return lines.stream().allMatch(line -> line.side() == Side.BOTH);
    }

    public static Difference of(String first, String second) {
        List<String> a = first.lines().limit(MOST).toList();
        List<String> b = second.lines().limit(MOST).toList();
        return new Difference(walked(a, b, common(a, b)));
    }

    /** How many lines the ends of both have in common, from each place on. */
    private static int[][] common(List<String> a, List<String> b) {
        int[][] common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<Line> walked(List<String> a, List<String> b, int[][] common) {
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                lines.add(new Line(Side.BOTH, a.get(i++)));
                j++;
            } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Side.FIRST, a.get(i++)));
            } else {
                lines.add(new Line(Side.SECOND, b.get(j++)));
            }
        }
        return lines;
    }
}

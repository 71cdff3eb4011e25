package dev.penstock.ui.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree from left to right, as Buchheim, Jünger and Leipert draw it (2002): a parent stands in the middle of its first and
 * its last child, a generation has a column, subtrees move together until they nearly touch. Nothing overlaps, and the
 * time is linear.
 *
 * @param places nodes, parents before their children
 * @param edges from each parent to each child
 * @param columns generations
 * @param rows how many rows it takes
 */
public record TreeLayout<T>(List<Place<T>> places, List<Edge> edges, int columns, int rows) {
    /** A node in its column; its row may lie between two. */
    public record Place<T>(T node, int column, double row) {}

    /** From the middle of a parent to the middle of a child. */
    public record Edge(int fromColumn, double fromRow, double toRow) {}

    /** Places the whole tree. */
    public static <T> TreeLayout<T> of(Branch<T> root) {
        Twig<T> top = Twig.of(root);
        top.firstWalk();
        Placing<T> placing = new Placing<>();
        placing.lowest(top, 0);
        placing.place(top, 0, 0);
        return new TreeLayout<>(
                List.copyOf(placing.places),
                List.copyOf(placing.edges),
                placing.columns,
                (int) Math.ceil(placing.highest - placing.lowest) + 1);
    }

    /** Adds up what the first walk left in the twigs. */
    private static final class Placing<T> {
        private final List<Place<T>> places = new ArrayList<>();
        private final List<Edge> edges = new ArrayList<>();
        private double lowest = Double.MAX_VALUE;
        private double highest = -Double.MAX_VALUE;
        private int columns;

        void lowest(Twig<T> twig, double moved) {
            lowest = Math.min(lowest, twig.row + moved);
            highest = Math.max(highest, twig.row + moved);
            twig.children.forEach(child -> lowest(child, moved + twig.moved));
        }

        void place(Twig<T> twig, double moved, int column) {
            double row = twig.row + moved - lowest;
            columns = Math.max(columns, column + 1);
            places.add(new Place<>(twig.node, column, row));
            for (Twig<T> child : twig.children) {
                edges.add(new Edge(column, row, child.row + moved + twig.moved - lowest));
                place(child, moved + twig.moved, column + 1);
            }
        }
    }
}

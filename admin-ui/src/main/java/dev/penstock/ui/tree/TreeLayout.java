package dev.penstock.ui.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree from left to right: each leaf has a row of its own, a parent stands in the middle of its children, a generation has
 * a column. Nothing overlaps, and each node is looked at once.
 *
 * @param places nodes, parents before their children
 * @param edges from each parent to each child
 * @param columns generations
 * @param rows leaves
 */
public record TreeLayout<T>(List<Place<T>> places, List<Edge> edges, int columns, int rows) {
    /** A node in its column; its row lies between two if it has an even number of children. */
    public record Place<T>(T node, int column, double row) {}

    /** From the middle of a parent to the middle of a child. */
    public record Edge(int fromColumn, double fromRow, double toRow) {}

    /** Places the whole tree. */
    public static <T> TreeLayout<T> of(Branch<T> root) {
        Builder<T> builder = new Builder<>();
        builder.place(root, 0);
        return new TreeLayout<>(List.copyOf(builder.places), List.copyOf(builder.edges), builder.columns, builder.rows);
    }

    private static final class Builder<T> {
        private final List<Place<T>> places = new ArrayList<>();
        private final List<Edge> edges = new ArrayList<>();
        private int columns;
        private int rows;

        /** The row where the branch stands. */
        double place(Branch<T> branch, int column) {
            columns = Math.max(columns, column + 1);
            int index = places.size();
            places.add(new Place<>(branch.node(), column, 0));
            List<Double> children = new ArrayList<>();
            for (Branch<T> child : branch.children()) {
                children.add(place(child, column + 1));
            }
            double row = children.isEmpty() ? rows++ : (children.getFirst() + children.getLast()) / 2;
            places.set(index, new Place<>(branch.node(), column, row));
            children.forEach(child -> edges.add(new Edge(column, row, child)));
            return row;
        }
    }
}

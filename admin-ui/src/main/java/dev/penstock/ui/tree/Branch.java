package dev.penstock.ui.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Something with what hangs on it.
 *
 * @param node the thing
 * @param children in their order
 */
public record Branch<T>(T node, List<Branch<T>> children) {
    public boolean isLeaf() {
        return children.isEmpty();
    }

    /** Things in all. */
    public int size() {
        return 1 + children.stream().mapToInt(Branch::size).sum();
    }

    /**
     * Siblings in a row that are alike and have no children become one: four notifications are one node that says so.
     *
     * @param likeness two leaves with the same are alike
     * @param least so many in a row are worth it
     */
    public Branch<List<T>> folded(Function<T, Object> likeness, int least) {
        List<Branch<List<T>>> folded = new ArrayList<>();
        int at = 0;
        while (at < children.size()) {
            int end = alike(at, likeness);
            if (end - at >= least) {
                List<T> run =
                        children.subList(at, end).stream().map(Branch::node).toList();
                folded.add(new Branch<>(run, List.of()));
            } else {
                children.subList(at, end).forEach(child -> folded.add(child.folded(likeness, least)));
            }
            at = end;
        }
        return new Branch<>(List.of(node), folded);
    }

    /** Where the run that begins there ends. */
    private int alike(int from, Function<T, Object> likeness) {
        Branch<T> first = children.get(from);
        int end = from + 1;
        while (first.isLeaf()
                && end < children.size()
                && children.get(end).isLeaf()
                && likeness.apply(children.get(end).node).equals(likeness.apply(first.node))) {
            end++;
        }
        return end;
    }
}

package dev.penstock.ui.tree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node while its tree is laid out. Rows and moves are relative to the parent's; they are added up once at the end, and
 * threads lead along the outline of a subtree, so that each node is looked at a fixed number of times.
 */
final class Twig<T> {
    final T node;
    final List<Twig<T>> children = new ArrayList<>();
    /** Its row if its parent's subtree were not moved. */
    double row;
    /** How far its children are moved. */
    double moved;

    private final @Nullable Twig<T> parent;
    private final int number;
    private double shift;
    private double change;
    private @Nullable Twig<T> thread;
    private Twig<T> ancestor = this;

    private Twig(T node, @Nullable Twig<T> parent, int number) {
        this.node = node;
        this.parent = parent;
        this.number = number;
    }

    static <T> Twig<T> of(Branch<T> branch) {
        return of(branch, null, 0);
    }

    private static <T> Twig<T> of(Branch<T> branch, @Nullable Twig<T> parent, int number) {
        Twig<T> twig = new Twig<>(branch.node(), parent, number);
        for (Branch<T> child : branch.children()) {
            twig.children.add(of(child, twig, twig.children.size()));
        }
        return twig;
    }

    /** Rows from the leaves up: each subtree as near to the one before as it can be. */
    void firstWalk() {
        Twig<T> before = before();
        if (!children.isEmpty()) {
            Twig<T> nearest = children.getFirst();
            for (Twig<T> child : children) {
                child.firstWalk();
                nearest = child.apportion(nearest);
            }
            shiftChildren();
        }
        double middle = children.isEmpty() ? 0 : (children.getFirst().row + children.getLast().row) / 2;
        row = before == null ? middle : before.row + 1;
        moved = children.isEmpty() ? 0 : row - middle;
    }

    private @Nullable Twig<T> before() {
        return parent == null || number == 0 ? null : parent.children.get(number - 1);
    }

    /** Where the lower outline of this subtree goes on. */
    private @Nullable Twig<T> lower() {
        return children.isEmpty() ? thread : children.getFirst();
    }

    private @Nullable Twig<T> upper() {
        return children.isEmpty() ? thread : children.getLast();
    }

    /** Moves this subtree off those before it; returns the one to which a move belongs that no node of theirs names. */
    private Twig<T> apportion(Twig<T> nearest) {
        Twig<T> before = before();
        if (before == null || parent == null) {
            return nearest;
        }
        Outlines<T> outlines = new Outlines<>(this, before, parent.children.getFirst());
        while (outlines.next()) {
            outlines.upperOwn.ancestor = this;
            double gap = outlines.overlap();
            if (gap > 0) {
                Twig<T> pushing = outlines.upperBefore.ancestor;
                (pushing.parent == parent ? pushing : nearest).push(this, gap);
                outlines.push(gap);
            }
            outlines.add();
        }
        return outlines.connect() ? this : nearest;
    }

    /** Those between share the move, each in its part. */
    private void push(Twig<T> pushed, double distance) {
        double each = distance / (pushed.number - number);
        pushed.change -= each;
        pushed.shift += distance;
        change += each;
        pushed.row += distance;
        pushed.moved += distance;
    }

    private void shiftChildren() {
        double shifted = 0;
        double changed = 0;
        for (Twig<T> child : children.reversed()) {
            child.row += shifted;
            child.moved += shifted;
            changed += child.change;
            shifted += child.shift + changed;
        }
    }

    /** The two outlines of a subtree and the two of those before it, followed generation by generation. */
    private static final class Outlines<T> {
        private Twig<T> lowerOwn;
        private Twig<T> upperOwn;
        private Twig<T> upperBefore;
        private Twig<T> lowerBefore;
        private double lowerOwnMoved;
        private double upperOwnMoved;
        private double upperBeforeMoved;
        private double lowerBeforeMoved;

        Outlines(Twig<T> own, Twig<T> before, Twig<T> first) {
            lowerOwn = own;
            upperOwn = own;
            upperBefore = before;
            lowerBefore = first;
            add();
        }

        boolean next() {
            Twig<T> before = upperBefore.upper();
            Twig<T> own = lowerOwn.lower();
            Twig<T> first = lowerBefore.lower();
            Twig<T> last = upperOwn.upper();
            if (before == null || own == null || first == null || last == null) {
                return false;
            }
            upperBefore = before;
            lowerOwn = own;
            lowerBefore = first;
            upperOwn = last;
            return true;
        }

        double overlap() {
            return upperBefore.row + upperBeforeMoved - lowerOwn.row - lowerOwnMoved + 1;
        }

        void push(double distance) {
            lowerOwnMoved += distance;
            upperOwnMoved += distance;
        }

        void add() {
            lowerOwnMoved += lowerOwn.moved;
            upperOwnMoved += upperOwn.moved;
            upperBeforeMoved += upperBefore.moved;
            lowerBeforeMoved += lowerBefore.moved;
        }

        /** Where one subtree reaches further than the other, its outline becomes that of both; whether the own one does. */
        boolean connect() {
            Twig<T> deeperBefore = upperBefore.upper();
            if (deeperBefore != null && upperOwn.upper() == null) {
                upperOwn.thread = deeperBefore;
                upperOwn.moved += upperBeforeMoved - upperOwnMoved;
            }
            Twig<T> deeperOwn = lowerOwn.lower();
            if (deeperOwn != null && lowerBefore.lower() == null) {
                lowerBefore.thread = deeperOwn;
                lowerBefore.moved += lowerOwnMoved - lowerBeforeMoved;
                return true;
            }
            return false;
        }
    }
}

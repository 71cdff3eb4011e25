package dev.penstock.ui.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.penstock.ui.tree.TreeLayout.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeLayoutTest {
    @Test
    void nothing_overlaps_and_parents_stand_in_the_middle_of_their_children() {
        Random random = new Random(20_261_122);
        for (int round = 0; round < 50; round++) {
            Branch<Integer> tree = grown(random, 5, new int[1]);
            TreeLayout<Integer> layout = TreeLayout.of(tree);
            assertThat(layout.places()).hasSize(tree.size());
            assertThat(layout.edges()).hasSize(tree.size() - 1);
            assertThat(new HashSet<>(layout.places().stream()
                            .map(place -> place.column() + "/" + place.row())
                            .toList()))
                    .as("one place for each")
                    .hasSize(tree.size());
            for (int column = 0; column < layout.columns(); column++) {
                assertApart(layout, column);
            }
            layout.edges().stream()
                    .filter(edge -> edge.fromColumn() == 0)
                    .mapToDouble(TreeLayout.Edge::toRow)
                    .average()
                    .ifPresent(middle ->
                            assertThat(layout.places().getFirst().row()).isBetween(0.0, (double) layout.rows()));
        }
    }

    private static void assertApart(TreeLayout<Integer> layout, int column) {
        List<Double> rows = layout.places().stream()
                .filter(place -> place.column() == column)
                .map(Place::row)
                .sorted()
                .toList();
        for (int i = 1; i < rows.size(); i++) {
            assertThat(rows.get(i) - rows.get(i - 1)).isGreaterThanOrEqualTo(1 - 1e-9);
        }
    }

    @Test
    void a_parent_of_two_stands_between_them() {
        TreeLayout<String> layout = TreeLayout.of(new Branch<>("a", List.of(leaf("b"), leaf("c"))));
        assertThat(layout.places())
                .containsExactly(new Place<>("a", 0, 0.5), new Place<>("b", 1, 0), new Place<>("c", 1, 1));
    }

    @Test
    void every_parent_stands_in_the_middle_of_its_children_in_a_tree_of_many() {
        Branch<Integer> tree = grown(new Random(7), 9, new int[1]);
        TreeLayout<Integer> layout = TreeLayout.of(tree);
        Map<Integer, Double> rows = new HashMap<>();
        layout.places().forEach(place -> rows.put(place.node(), place.row()));
        assertMiddle(tree, rows);
        assertThat(layout.places())
                .extracting(Place::row)
                .allMatch(row -> row >= -1e-9 && row <= layout.rows() - 1 + 1e-9);
    }

    private static void assertMiddle(Branch<Integer> branch, Map<Integer, Double> rows) {
        if (!branch.isLeaf()) {
            double middle = (rows.get(branch.children().getFirst().node())
                            + rows.get(branch.children().getLast().node()))
                    / 2;
            assertThat(rows.get(branch.node())).isCloseTo(middle, within(1e-6));
            branch.children().forEach(child -> assertMiddle(child, rows));
        }
    }

    @Test
    void a_subtree_takes_the_room_beside_leaves() {
        Branch<String> tree = new Branch<>(
                "a", List.of(new Branch<>("b", List.of(leaf("x"), leaf("y"), leaf("z"))), leaf("c"), leaf("d")));
        TreeLayout<String> layout = TreeLayout.of(tree);
        assertThat(layout.rows())
                .as("b, c and d stand in rows 1 to 3, where a row for each leaf would take five")
                .isEqualTo(4);
        assertThat(layout.places())
                .containsExactly(
                        new Place<>("a", 0, 2),
                        new Place<>("b", 1, 1),
                        new Place<>("x", 2, 0),
                        new Place<>("y", 2, 1),
                        new Place<>("z", 2, 2),
                        new Place<>("c", 1, 2),
                        new Place<>("d", 1, 3));
    }

    @Test
    void four_alike_in_a_row_are_one_and_those_with_children_are_never_folded() {
        Branch<String> tree = new Branch<>(
                "root",
                List.of(
                        leaf("n"),
                        leaf("n"),
                        leaf("n"),
                        leaf("n"),
                        leaf("m"),
                        leaf("n"),
                        new Branch<>("n", List.of(leaf("x")))));
        Branch<List<String>> folded = tree.folded(text -> text, 4);
        assertThat(folded.children()).extracting(branch -> branch.node().size()).containsExactly(4, 1, 1, 1);
    }

    private static Branch<String> leaf(String name) {
        return new Branch<>(name, List.of());
    }

    private static Branch<Integer> grown(Random random, int depth, int[] next) {
        List<Branch<Integer>> children = new ArrayList<>();
        for (int i = depth == 0 ? 0 : random.nextInt(4); i > 0; i--) {
            children.add(grown(random, depth - 1, next));
        }
        return new Branch<>(next[0]++, children);
    }
}

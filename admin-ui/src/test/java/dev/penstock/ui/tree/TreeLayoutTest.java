package dev.penstock.ui.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.ui.tree.TreeLayout.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
            assertThat(rows.get(i) - rows.get(i - 1)).isGreaterThanOrEqualTo(1);
        }
    }

    @Test
    void a_parent_of_two_stands_between_them() {
        TreeLayout<String> layout = TreeLayout.of(new Branch<>("a", List.of(leaf("b"), leaf("c"))));
        assertThat(layout.places())
                .containsExactly(new Place<>("a", 0, 0.5), new Place<>("b", 1, 0), new Place<>("c", 1, 1));
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

package dev.penstock.ui.present.job;

import static dev.penstock.ui.tongue.Tongue.counted;
import static dev.penstock.ui.tongue.Tongue.say;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.chart.Words;
import dev.penstock.ui.view.JobView.Data;
import dev.penstock.ui.view.job.JobDataView.Leaf;
import dev.penstock.ui.view.job.JobDataView.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** JSON as a tree that can be searched: a line for each value, those that hold a match with all that is above them. */
final class DataTrees {
    private static final int MOST = 2_000;
    private static final int DEEPEST = 9;
    private static final int CUT = 500;

    private final String search;
    private final List<Leaf> leaves = new ArrayList<>();
    private int values;
    private int hits;

    private DataTrees(String search) {
        this.search = search.strip().toLowerCase(Locale.ROOT);
    }

    /** {@code node} is the data with its secrets covered. */
    static Part of(Data data, JsonNode node, String search) {
        DataTrees tree = new DataTrees(search);
        tree.grow(node, "", "", 0);
        String found = tree.search.isEmpty()
                ? counted(tree.values, "{1} value", "{1} values")
                : say("{1} of {2}", Counts.of(tree.hits), counted(tree.values, "{1} value", "{1} values"));
        boolean cut = tree.leaves.size() > MOST;
        List<Leaf> shown = cut ? tree.leaves.subList(0, MOST) : tree.leaves;
        return new Part(
                data, List.copyOf(shown), cut ? say("{1}, the first {2} lines", found, Counts.of(MOST)) : found);
    }

    /** Whether the value, or one inside it, matches. */
    private boolean grow(JsonNode node, String name, String path, int depth) {
        if (!node.isContainerNode()) {
            return leaf(node, name, path, depth);
        }
        int at = leaves.size();
        if (depth > 0) {
            leaves.add(new Leaf(Math.min(depth, DEEPEST), name, path, "", holds(node)));
        }
        boolean matches = false;
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                String inside = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                matches |= grow(field.getValue(), field.getKey(), inside, depth + 1);
            }
        } else {
            for (int i = 0; i < node.size(); i++) {
                matches |= grow(node.get(i), "[" + i + "]", path + "[" + i + "]", depth + 1);
            }
        }
        if (depth > 0 && !matches && !search.isEmpty()) {
            leaves.remove(at);
        }
        return matches;
    }

    private boolean leaf(JsonNode node, String name, String path, int depth) {
        values++;
        String text = node.asText();
        boolean matches = search.isEmpty()
                || path.toLowerCase(Locale.ROOT).contains(search)
                || text.toLowerCase(Locale.ROOT).contains(search);
        if (matches) {
            hits++;
            String shown = text.length() > CUT ? text.substring(0, CUT - 1) + "…" : text;
            leaves.add(new Leaf(
                    Math.clamp(depth, 1, DEEPEST),
                    name.isEmpty() ? say("value") : name,
                    path,
                    shown,
                    Words.of(
                            node.isTextual()
                                    ? "text"
                                    : node.getNodeType().name().toLowerCase(Locale.ROOT))));
        }
        return matches;
    }

    private static String holds(JsonNode node) {
        return node.isObject() ? say("object of {1}", node.size()) : say("list of {1}", node.size());
    }
}

package dev.penstock.api.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Spoils a record in one way out of many: in its bytes, or as JSON that is well-formed but not what it should be. */
final class Mutation {
    private static final List<String> STRANGE = List.of(
            "null",
            "true",
            "-1",
            "0",
            "2147483648",
            "9223372036854775808",
            "1e308",
            "-1e308",
            "1e999",
            "1e-400",
            "9".repeat(400),
            "1e2147483647",
            "0.1",
            "\"\"",
            "\" \"",
            "\"user:\"",
            "\"a.b\"",
            "\"-1000000000-01-01T00:00:00Z\"",
            "\"+1000000000-12-31T23:59:59Z\"",
            "\"PT99999999999999H\"",
            "\"\\u0000\\ud800\"",
            "\"" + "x".repeat(70_000) + "\"",
            "[]",
            "[[[[]]]]",
            "[null]",
            "{}",
            "{\"kind\":\"queue\"}",
            "{\"\":{}}");

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    byte[] of(byte[] record) {
        byte[] spoiled = random.nextBoolean() ? inBytes(record) : inValues(record);
        return random.nextInt(4) == 0 ? of(spoiled) : spoiled;
    }

    private byte[] inBytes(byte[] record) {
        int from = random.nextInt(record.length + 1);
        int to = from + random.nextInt(record.length + 1 - from);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(record, 0, from);
        switch (random.nextInt(6)) {
            case 0 -> out.write(random.nextInt(256));
            case 1 -> out.writeBytes("{}[]:,\"\\".substring(from % 8).getBytes(StandardCharsets.UTF_8));
            case 2 -> out.write(record, from, to - from);
            case 3 -> to = from;
            case 4 -> to = record.length;
            default -> to = Math.min(from + 1, record.length);
        }
        out.write(record, to, record.length - to);
        return out.toByteArray();
    }

    private byte[] inValues(byte[] record) {
        try {
            JsonNode tree = Fixture.tree(record);
            List<JsonNode> containers = new ArrayList<>();
            collect(tree, containers);
            if (!containers.isEmpty()) {
                spoil(containers.get(random.nextInt(containers.size())));
            }
            return random.nextInt(9) == 0
                    ? tree.toString()
                            .getBytes(random.nextBoolean() ? StandardCharsets.UTF_16 : StandardCharsets.UTF_16LE)
                    : strange(tree.toString());
        } catch (AssertionError e) {
            return inBytes(record);
        }
    }

    private void spoil(JsonNode container) {
        if (container instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(3) == 0) {
                object.remove(name);
            } else {
                object.put(name, "§");
            }
        } else if (container instanceof ArrayNode array) {
            array.add("§");
        }
    }

    private byte[] strange(String json) {
        return json.replace("\"§\"", STRANGE.get(random.nextInt(STRANGE.size())))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainerNode()) {
            into.add(node);
            node.forEach(below -> collect(below, into));
        }
    }
}

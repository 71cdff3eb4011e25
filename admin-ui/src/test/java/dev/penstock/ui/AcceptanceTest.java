package dev.penstock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of features tells the truth: each test it names is there and carries the row's number. */
class AcceptanceTest {
    private static final Pattern ROW = Pattern.compile("\\| S(\\d)\\.(\\d+) \\|.*");
    private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Pattern RANGE = Pattern.compile("S(\\d)\\.(\\d+) to S\\d\\.(\\d+)");
    private static final int[] LINES = {26, 35, 30, 26, 20};

    @Test
    void each_line_of_the_seed_documents_has_one_row() throws IOException {
        List<String> expected = new ArrayList<>();
        for (int seed = 0; seed < LINES.length; seed++) {
            for (int line = 1; line <= LINES[seed]; line++) {
                expected.add("S" + seed + "." + line);
            }
        }
        assertThat(rows().keySet()).containsExactlyElementsOf(expected);
    }

    @Test
    void each_named_test_exists_and_carries_the_number() throws IOException {
        Map<String, String> sources = testSources();
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> row : rows().entrySet()) {
            Matcher named = NAMED.matcher(row.getValue());
            while (named.find()) {
                String source = sources.getOrDefault(named.group(1), "");
                if (!numbers(displayName(source, named.group(2))).contains(row.getKey())) {
                    wrong.add(row.getKey() + " names " + named.group());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_line_of_the_first_seed_document_is_shown_by_a_test() throws IOException {
        assertThat(rows()).allSatisfy((number, row) -> {
            if (number.startsWith("S0.")) {
                assertThat(row).containsPattern(NAMED);
            }
        });
    }

    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("../docs/acceptance.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String before = rows.put("S" + row.group(1) + "." + row.group(2), line);
                assertThat(before).as("a second row for %s", line).isNull();
            }
        }
        return rows;
    }

    private static Map<String, String> testSources() throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String module : List.of("job-api", "job-processor", "state-projector", "admin-ui", "local-stack")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/test/java"))) {
                for (Path file : files.filter(f -> f.toString().matches(".*(Test|SystemCheck)\\.java"))
                        .toList()) {
                    // Two modules may each have a class of that name; the row means the one that has the method.
                    sources.merge(
                            file.getFileName().toString().replace(".java", ""), Files.readString(file), String::concat);
                }
            }
        }
        return sources;
    }

    /** The display name that stands before the method; empty if there is no such method, or it has none. */
    private static String displayName(String source, String method) {
        int at = source.indexOf("void " + method + "(");
        int name = at < 0 ? -1 : source.lastIndexOf("@DisplayName", at);
        // Another method between the two would mean that the name is that one's.
        return name < 0 || source.substring(name, at).contains("void ") ? "" : source.substring(name, at);
    }

    private static List<String> numbers(String displayName) {
        List<String> numbers = new ArrayList<>();
        Matcher range = RANGE.matcher(displayName);
        while (range.find()) {
            for (int line = Integer.parseInt(range.group(2)); line <= Integer.parseInt(range.group(3)); line++) {
                numbers.add("S" + range.group(1) + "." + line);
            }
        }
        Matcher single = Pattern.compile("S\\d\\.\\d+").matcher(displayName);
        while (single.find()) {
            numbers.add(single.group());
        }
        return numbers;
    }
}

package dev.penstock.projector.command.screen;

import dev.penstock.api.wire.Wire;
import dev.penstock.projector.analyst.duck.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How an answer is written. */
public enum AnswerForm {
    TABLE,
    CSV,
    JSON;

    /** The answer, line by line. */
    public List<String> lines(Answer answer) {
        return switch (this) {
            case TABLE -> table(answer);
            case CSV -> csv(answer);
            case JSON -> json(answer);
        };
    }

    private static List<String> table(Answer answer) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(answer.names());
        answer.rows()
                .forEach(row -> cells.add(row.stream().map(AnswerForm::text).toList()));
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < answer.columns().size(); i++) {
            int column = i;
            widths.add(cells.stream()
                    .mapToInt(row -> row.get(column).length())
                    .max()
                    .orElse(0));
        }
        List<String> lines = new ArrayList<>();
        cells.forEach(row -> lines.add(padded(row, widths)));
        lines.add(1, widths.stream().map("-"::repeat).collect(Collectors.joining("  ")));
        return lines;
    }

    private static String padded(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i)).repeat(" ", widths.get(i) - row.get(i).length() + 2);
        }
        return line.toString().stripTrailing();
    }

    private static List<String> csv(Answer answer) {
        List<String> lines = new ArrayList<>();
        lines.add(answer.names().stream().map(AnswerForm::quoted).collect(Collectors.joining(",")));
        answer.rows()
                .forEach(row -> lines.add(row.stream()
                        .map(AnswerForm::text)
                        .map(AnswerForm::quoted)
                        .collect(Collectors.joining(","))));
        return lines;
    }

    private static List<String> json(Answer answer) {
        List<String> lines = new ArrayList<>();
        for (List<@Nullable Object> row : answer.rows()) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                object.put(answer.names().get(i), row.get(i));
            }
            lines.add(Wire.text(object));
        }
        return lines;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}

package dev.penstock.stack.page;

import java.util.List;

/** Markdown under way. */
final class Document {
    private final StringBuilder text = new StringBuilder();

    Document say(String paragraph) {
        text.append(paragraph.strip()).append("\n\n");
        return this;
    }

    Document table(List<String> head, List<List<String>> rows) {
        row(head);
        row(head.stream().map(name -> "---").toList());
        rows.forEach(this::row);
        text.append('\n');
        return this;
    }

    /** Settings with their environment variables. */
    Document settings(List<Entry> entries) {
        return table(
                List.of("name", "environment variable", "form", "default", "what it is for"),
                entries.stream()
                        .map(entry -> List.of(
                                "`" + entry.name() + "`",
                                "`" + entry.variable() + "`",
                                entry.form(),
                                entry.preset().isEmpty() ? "" : "`" + entry.preset() + "`",
                                entry.text() + (entry.secret() ? " **Secret.**" : "")))
                        .toList());
    }

    String text() {
        return text.toString().stripTrailing() + "\n";
    }

    private void row(List<String> cells) {
        text.append('|');
        cells.forEach(cell -> text.append(' ').append(cell.replace("|", "\\|")).append(" |"));
        text.append('\n');
    }
}

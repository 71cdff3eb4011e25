package dev.penstock.ui.tongue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a PO file, GNU gettext's format of catalogues: what translators' tools (Poedit, Weblate) write. */
final class PoText {
    private final Map<String, List<String>> texts = new HashMap<>();
    private final List<String> forms = new ArrayList<>();
    private String key = "";
    private StringBuilder open = new StringBuilder();

    private PoText() {}

    static Map<String, List<String>> read(String po) {
        PoText text = new PoText();
        int number = 0;
        for (String line : po.lines().map(String::strip).toList()) {
            number++;
            if (!line.isEmpty() && !line.startsWith("#")) {
                text.line(line, number);
            }
        }
        text.close();
        return Map.copyOf(text.texts);
    }

    private void line(String line, int number) {
        int quote = line.indexOf('"');
        if (quote < 0 || line.length() < quote + 2 || !line.endsWith("\"")) {
            throw new IllegalArgumentException("Line %d of the catalogue is no \"text\": %s".formatted(number, line));
        }
        String word = line.substring(0, quote).strip();
        String text = unquoted(line.substring(quote + 1, line.length() - 1));
        switch (word.replaceAll("\\[\\d]$", "")) {
            case "" -> open.append(text);
            case "msgid" -> {
                close();
                open = new StringBuilder(text);
            }
            case "msgid_plural" -> {
                key = open.toString();
                open = new StringBuilder();
            }
            case "msgstr" -> {
                begin(text);
            }
            default ->
                throw new IllegalArgumentException("Line %d of the catalogue: what is %s?".formatted(number, word));
        }
    }

    private void begin(String text) {
        if (key.isEmpty() && forms.isEmpty()) {
            key = open.toString();
        } else if (!forms.isEmpty()) {
            forms.set(forms.size() - 1, open.toString());
        }
        forms.add("");
        open = new StringBuilder(text);
    }

    private void close() {
        if (!forms.isEmpty()) {
            forms.set(forms.size() - 1, open.toString());
        }
        // The entry without a key is the file's head; one without a text is not translated yet.
        if (!key.isEmpty() && forms.stream().noneMatch(String::isEmpty) && texts.put(key, List.copyOf(forms)) != null) {
            throw new IllegalArgumentException("The catalogue holds this twice: " + key);
        }
        forms.clear();
        key = "";
        open = new StringBuilder();
    }

    private static String unquoted(String text) {
        return text.replace("\\\"", "\"").replace("\\n", "\n").replace("\\\\", "\\");
    }
}

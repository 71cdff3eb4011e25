package dev.penstock.processor.handlers.mail;

import dev.penstock.api.setting.Setting;
import dev.penstock.api.worker.PermanentFailure;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A template with its {@code {placeholders}} filled in. A placeholder is a name in braces; other braces are plain text,
 * so an administrator's mistake can spoil a mail but run nothing.
 */
record FilledTemplate(String subject, String body) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_.-]*)}");
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n]+");

    /**
     * Fills a template.
     *
     * @throws PermanentFailure if the job brings no value for a placeholder
     */
    static FilledTemplate fill(Setting.Template template, Map<String, String> values) {
        // A line break in a subject would begin a header of its own.
        String subject = LINE_BREAKS
                .matcher(filled(template.name(), template.subject(), values))
                .replaceAll(" ");
        return new FilledTemplate(subject, filled(template.name(), template.body(), values));
    }

    private static String filled(String name, String text, Map<String, String> values) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            @Nullable String value = values.get(matcher.group(1));
            if (value == null) {
                throw new PermanentFailure("Template " + name + " asks for {" + matcher.group(1)
                        + "}, the job brings only " + new TreeSet<>(values.keySet())
                        + ": correct the template in the settings, or submit the job with that value.");
            }
            matcher.appendReplacement(result, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(result).toString();
    }
}

package dev.penstock.api.trigger;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

/**
 * Where a value of a job comes from: {@code /customer/no} (a JSON pointer into the event's body), {@code body} (all of it),
 * {@code header:what}, {@code key}, or {@code text:always the same}. With a {@code ?} at its end it may be absent.
 *
 * @param text as it was written
 */
public record Source(String text) {
    private static final String HEADER = "header:";
    private static final String CONSTANT = "text:";

    public Source {
        String bare = bare(text);
        boolean known = bare.equals("body")
                || bare.equals("key")
                || bare.startsWith("/")
                || bare.startsWith(CONSTANT)
                || (bare.startsWith(HEADER) && bare.length() > HEADER.length());
        if (!known) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" does not say where a value comes from: write /a/pointer"
                            + " into the body, body, header:name, key or text:constant, with ? at its end if it may be absent");
        }
    }

    /** The value; null if it is absent and may be. */
    @Nullable
    JsonNode of(ForeignEvent event) throws Unmappable {
        String bare = bare(text);
        JsonNode value = value(bare, event);
        if (!value.isMissingNode() && !value.isNull()) {
            return value;
        }
        if (!isOptional(text)) {
            throw new Unmappable(event.place() + " has no " + bare);
        }
        return null;
    }

    private static JsonNode value(String bare, ForeignEvent event) {
        if (bare.equals("body")) {
            return event.body();
        }
        if (bare.equals("key")) {
            return node(event.key());
        }
        if (bare.startsWith(HEADER)) {
            return node(event.headers().get(bare.substring(HEADER.length())));
        }
        return bare.startsWith(CONSTANT)
                ? node(bare.substring(CONSTANT.length()))
                : event.body().at(JsonPointer.compile(bare));
    }

    private static JsonNode node(@Nullable String text) {
        return text == null ? MissingNode.getInstance() : JsonNodeFactory.instance.textNode(text);
    }

    private static boolean isOptional(String text) {
        return text.endsWith("?") && !text.startsWith(CONSTANT);
    }

    private static String bare(String text) {
        return isOptional(text) ? text.substring(0, text.length() - 1) : text;
    }
}

package dev.penstock.api.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.penstock.api.job.Json;
import java.io.IOException;
import java.io.Serial;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Takes a value's text out of the record as it stands there, so a payload is parsed by nobody on its way. */
final class JsonReader extends StdDeserializer<Json> {
    @Serial
    private static final long serialVersionUID = 1;

    JsonReader() {
        super(Json.class);
    }

    @Override
    public Json deserialize(JsonParser in, DeserializationContext context) throws IOException {
        if (in.currentToken().isStructStart()
                && readsBytes(in)
                && context.getAttribute(Wire.SOURCE) instanceof byte[] source) {
            int from = (int) in.currentTokenLocation().getByteOffset();
            in.skipChildren();
            int to = (int) in.currentLocation().getByteOffset();
            return new Json(new String(source, from, to - from, StandardCharsets.UTF_8));
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = Wire.mapper().createGenerator(text)) {
            copy.copyCurrentStructure(in);
        }
        return new Json(text.toString());
    }

    /** What stands before the word that tells a record's type has been read ahead: its tokens are not where they say. */
    private static boolean readsBytes(JsonParser in) {
        return (in instanceof JsonParserDelegate ahead ? ahead.delegate() : in) instanceof UTF8StreamJsonParser;
    }

    @Override
    public @Nullable Json getNullValue(DeserializationContext context) {
        return null;
    }
}

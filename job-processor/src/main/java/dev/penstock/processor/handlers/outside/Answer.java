package dev.penstock.processor.handlers.outside;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What an HTTP endpoint answers.
 *
 * @param headers besides the content type
 */
record Answer(int status, Map<String, String> headers, String json) {
    static Answer of(int status, String json) {
        return new Answer(status, Map.of(), json);
    }

    /** Error bodies have one form, as those of most services. */
    static Answer error(int status, String error, String message) {
        return of(status, "{\"error\":\"" + error + "\",\"message\":\"" + message.replace("\"", "'") + "\"}");
    }

    void send(HttpExchange exchange) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}

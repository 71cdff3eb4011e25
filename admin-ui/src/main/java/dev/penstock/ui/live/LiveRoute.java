package dev.penstock.ui.live;

import dev.penstock.ui.tongue.Tongue;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Objects;

/**
 * {@code GET /live}: the stream of server-sent events that an open page listens to. A route of the HTTP server itself,
 * because pages come and go all the time and a closed connection is nothing to report.
 *
 * <p>Events are {@code changed} (data: the token of the tables) and {@code lag} (data: how far behind, in words).
 * Parameters: {@code topic}, "jobs" or the id of one job; {@code since}, the token that the page was made with: if it is
 * not the present one, {@code changed} comes at once.
 */
@ApplicationScoped
public class LiveRoute {
    /** Pages that may listen at a time; one more is asked to come back later, and works without. */
    static final int MAX_CLIENTS = 500;

    private static final int UNAVAILABLE = 503;
    private static final String AFTER_SECONDS = "30";

    private final Changes changes;

    @Inject
    public LiveRoute(Changes changes) {
        this.changes = changes;
    }

    void register(@Observes Router router) {
        router.get("/live").handler(this::listen);
    }

    private void listen(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (changes.listening() >= MAX_CLIENTS) {
            response.setStatusCode(UNAVAILABLE)
                    .putHeader("Retry-After", AFTER_SECONDS)
                    .end("Too many pages listen already; this one works, but does not refresh by itself.");
            return;
        }
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream;charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
        Client client = new Client(
                Change.Topic.named(Objects.requireNonNullElse(context.request().getParam("topic"), "jobs")),
                Tongue.language(),
                (name, data) -> send(response, name, data),
                System.nanoTime());
        response.closeHandler(closed -> changes.remove(client));
        response.exceptionHandler(broken -> changes.remove(client));
        changes.add(client);
        // The first bytes tell the browser that it is connected.
        response.write(": listening\nretry: 2000\n\n");
        String since = context.request().getParam("since");
        if (since != null && !since.isEmpty() && !since.equals(changes.token())) {
            client.changed(Change.UNKNOWN, changes.token(), System.nanoTime());
        }
    }

    /** A page that does not read is told nothing until it does: an event says "look again", so one is as good as ten. */
    private static void send(HttpServerResponse response, String name, String data) {
        if (!response.closed() && !response.writeQueueFull()) {
            response.write("event: " + name + "\ndata: " + data + "\n\n");
        }
    }
}

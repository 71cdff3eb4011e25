package dev.penstock.ui.live;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** The stream of "something has changed" that an open page listens to. */
@Path("/live")
public class LiveEndpoint {
    /** Pages that may listen at a time; one more is asked to come back later, and works without. */
    static final int MAX_CLIENTS = 500;

    private static final long AFTER_SECONDS = 30;

    private final Changes changes;

    @Inject
    public LiveEndpoint(Changes changes) {
        this.changes = changes;
    }

    /**
     * Events {@code changed} (data: the token of the tables) and {@code lag} (data: how far behind, in words).
     *
     * @param topic "jobs", or the id of one job
     * @param since token that the page was made with; if it is not the present one, {@code changed} comes at once
     */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> live(
            @QueryParam("topic") @DefaultValue("jobs") String topic,
            @QueryParam("since") @DefaultValue("") String since,
            @Context Sse sse) {
        if (changes.listening() >= MAX_CLIENTS) {
            throw new ServiceUnavailableException(AFTER_SECONDS);
        }
        // A page that is slow gets the latest only: an event says "look again", so one is as good as ten.
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            Client client = new Client(
                                    Change.Topic.named(topic),
                                    (name, data) -> emitter.emit(sse.newEventBuilder()
                                            .name(name)
                                            .data(data)
                                            .build()),
                                    System.nanoTime());
                            emitter.onTermination(() -> changes.remove(client));
                            changes.add(client);
                            if (!since.isEmpty() && !since.equals(changes.token())) {
                                client.changed(Change.UNKNOWN, changes.token(), System.nanoTime());
                            }
                        },
                        BackPressureStrategy.LATEST);
    }
}

package dev.penstock.ui.rest.notification;

import dev.penstock.ui.notification.AlertRule;
import dev.penstock.ui.notification.Notices;
import dev.penstock.ui.notification.Notices.Notice;
import dev.penstock.ui.security.CurrentCaller;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The twin of the page of notifications. */
@Path("/api/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications")
public class NotificationsResource {
    private static final int LATEST = 50;

    private final Notices notices;

    private final CurrentCaller caller;

    @Inject
    public NotificationsResource(Notices notices, CurrentCaller caller) {
        this.notices = notices;
        this.caller = caller;
    }

    /** What administrators were told, and the rules with their last values. */
    public record Told(List<Notice> notifications, List<AlertRule> rules) {}

    /** What the one who asks was told. */
    public record Mine(List<Notice> notifications) {}

    @GET
    @Path("mine")
    @Operation(summary = "What you were told of the end of your own jobs, newest first")
    public Mine mine() {
        return new Mine(notices.forUser(caller.caller().name(), LATEST));
    }

    @GET
    @Operation(summary = "What administrators were told, newest first, and the alert rules with their last values")
    public Told all() {
        return new Told(notices.forAdministrators(LATEST), notices.rules());
    }
}

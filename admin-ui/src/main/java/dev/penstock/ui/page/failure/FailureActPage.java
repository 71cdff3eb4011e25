package dev.penstock.ui.page.failure;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.act.ActResult;
import dev.penstock.ui.act.SettingActs;
import dev.penstock.ui.act.Who;
import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.present.failure.FailureViews;
import dev.penstock.ui.security.CurrentCaller;
import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What people say about a group of failures: commands in the log, so that a rebuilt read model knows them. */
@Path("/failures/{fingerprint}")
@Produces(MediaType.TEXT_HTML)
public class FailureActPage {
    /** For how long a group is muted; null: until it is resolved. */
    private static final Map<String, @Nullable Duration> SPANS = spans();

    private final SettingActs acts;
    private final CurrentCaller current;

    @Inject
    public FailureActPage(SettingActs acts, CurrentCaller current) {
        this.acts = acts;
        this.current = current;
    }

    private static Map<String, @Nullable Duration> spans() {
        Map<String, @Nullable Duration> spans = new LinkedHashMap<>();
        spans.put("1d", Duration.ofDays(1));
        spans.put("7d", Duration.ofDays(7));
        spans.put("resolved", null);
        return spans;
    }

    /** The fields of each of these forms. */
    public static class Said {
        @FormParam("for")
        @DefaultValue("1d")
        String howLong = "1d";

        @FormParam("reason")
        @Nullable
        String reason;

        @FormParam("key")
        @Nullable
        String key;

        @FormParam("back")
        @Nullable
        String back;

        Who in(Who name) {
            return name.because(reason).form(key);
        }
    }

    @POST
    @Path("mute")
    @Operation(hidden = true)
    public Response mute(@PathParam("fingerprint") String fingerprint, @BeanParam Said said) {
        if (!SPANS.containsKey(said.howLong)) {
            throw Trouble.bad("for", say("A group is muted for one of {1}, not {2}.", SPANS.keySet(), said.howLong));
        }
        Duration howLong = SPANS.get(said.howLong);
        String until = howLong == null ? say("until it is resolved") : say("for {1} d", howLong.toDays());
        return told(
                acts.mute(fingerprint, howLong, said.in(current.who())), say("Muted {1}.", until), fingerprint, said);
    }

    @POST
    @Path("unmute")
    @Operation(hidden = true)
    public Response unmute(@PathParam("fingerprint") String fingerprint, @BeanParam Said said) {
        return told(acts.unmute(fingerprint, said.in(current.who())), say("Shown again."), fingerprint, said);
    }

    @POST
    @Path("resolve")
    @Operation(hidden = true)
    public Response resolve(@PathParam("fingerprint") String fingerprint, @BeanParam Said said) {
        String done = say("Resolved. If one more job fails so, the group opens again.");
        return told(acts.resolve(fingerprint, said.in(current.who())), done, fingerprint, said);
    }

    private static Response told(ActResult result, String done, String fingerprint, Said said) {
        String sentence = result instanceof ActResult.Done ? done : result.sentence();
        return Back.with(Back.flash(result, sentence), Back.or(said.back, FailureViews.href(fingerprint)));
    }
}

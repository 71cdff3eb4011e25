package dev.penstock.ui.page.pipeline;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.act.ActResult;
import dev.penstock.ui.audit.Audit;
import dev.penstock.ui.audit.Change;
import dev.penstock.ui.fact.pipeline.LetterFact;
import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.pipeline.LetterViews;
import dev.penstock.ui.read.pipeline.PipelineQueries;
import dev.penstock.ui.security.CurrentCaller;
import dev.penstock.ui.send.Resend;
import dev.penstock.ui.trouble.Trouble;
import dev.penstock.ui.view.pipeline.PipelineView;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One dead letter: what it says, and a form that sends a submission again, corrected. */
@Path("/pipeline/letters/{place}")
@Produces(MediaType.TEXT_HTML)
public class LetterPage {
    private final Shells shells;
    private final PipelineQueries pipeline;
    private final Resend resend;
    private final Audit audit;
    private final CurrentCaller caller;

    @Inject
    public LetterPage(Shells shells, PipelineQueries pipeline, Resend resend, Audit audit, CurrentCaller caller) {
        this.shells = shells;
        this.pipeline = pipeline;
        this.resend = resend;
        this.audit = audit;
        this.caller = caller;
    }

    static Optional<LetterFact> named(PipelineQueries pipeline, String place) {
        if (!place.matches("\\d{1,6}-\\d{1,18}")) {
            return Optional.empty();
        }
        String[] parts = place.split("-", -1);
        return pipeline.letter(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
    }

    @GET
    @Transactional
    @Operation(hidden = true)
    public Response one(@PathParam("place") String place) {
        LetterFact letter = letter(place);
        return page(letter, LetterViews.input(letter), "", 200);
    }

    @POST
    @Path("resend")
    @Operation(hidden = true)
    public Response send(
            @PathParam("place") String place,
            @FormParam("input") @DefaultValue("") String input,
            @FormParam("reason") @DefaultValue("") String reason) {
        LetterFact letter = letter(place);
        String whyNot = whyNot(letter);
        if (!whyNot.isEmpty()) {
            throw Trouble.refused(whyNot);
        }
        if (reason.isBlank()) {
            return page(
                    letter,
                    input,
                    say("Say why it is sent again: the reason is kept beside the other acts of administrators."),
                    400);
        }
        String whole;
        try {
            whole = pipeline.restored(letter, input);
        } catch (IllegalArgumentException e) {
            return page(letter, input, String.valueOf(e.getMessage()), 400);
        }
        Resend.Sent sent = resend.submission(whole);
        if (sent.problem() != null) {
            return page(letter, input, sent.problem(), 400);
        }
        ActResult result = sent.result();
        audit.write(
                caller.caller(),
                new Change("send again", "dead letter " + place, reason.strip(), null, "submitted as " + sent.job()));
        String target = sent.job() == null ? "/pipeline" : Links.job(sent.job());
        return Back.with(Back.flash(result, result.sentence()), target);
    }

    private LetterFact letter(String place) {
        return named(pipeline, place)
                .orElseThrow(
                        () -> Trouble.notFound(say("There is no dead letter {1}: they are kept for 30 days.", place)));
    }

    private String whyNot(LetterFact letter) {
        return LetterViews.whyNot(letter, resend.topic());
    }

    private Response page(LetterFact letter, String input, String problem, int code) {
        Reader reader = shells.reader();
        String whyNot = whyNot(letter);
        return Response.status(code)
                .entity(Pages.letter(new PipelineView.One(
                        shells.shell(say("Dead letter"), Section.PIPELINE, "", LetterViews.href(letter)),
                        LetterViews.letter(letter, reader),
                        LetterViews.facts(letter),
                        input,
                        letter.errors().text().equals("[]")
                                ? ""
                                : letter.errors().text(),
                        whyNot.isEmpty(),
                        whyNot,
                        problem)))
                .build();
    }
}

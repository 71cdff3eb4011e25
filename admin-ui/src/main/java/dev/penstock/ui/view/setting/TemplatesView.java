package dev.penstock.ui.view.setting;

import dev.penstock.ui.view.Shell;
import java.util.List;

/**
 * The templates of the e-mail handler (S0.26), edited here and used by the next e-mail.
 *
 * @param shell the frame
 * @param templates each with its form
 */
public record TemplatesView(Shell shell, List<TemplateForm> templates) {

    /**
     * The form of one template.
     *
     * @param name key under which the handler finds it
     * @param subject subject line in force
     * @param placeholders the names in braces that it uses
     * @param changed when it was changed last, by whom and why
     * @param seen names the text that the form began with; the change is refused if another came in between
     * @param text what the fields hold: what is in force, or what was typed and did not pass
     * @param problem what is wrong with it
     * @param open whether the form is unfolded
     */
    public record TemplateForm(
            String name,
            String subject,
            List<String> placeholders,
            Changed changed,
            String seen,
            TemplateText text,
            FormProblem problem,
            boolean open) {}

    /** A template as people type it; subject and body may hold placeholders. */
    public record TemplateText(String subject, String body, String reason) {}
}

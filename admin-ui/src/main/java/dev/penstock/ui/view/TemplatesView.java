package dev.penstock.ui.view;

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
     * @param subject subject line, may hold placeholders
     * @param body text, may hold placeholders
     * @param placeholders the names in braces that it uses
     * @param problem why the last change was refused; empty if it was not
     * @param open whether the form is unfolded
     */
    public record TemplateForm(
            String name, String subject, String body, List<String> placeholders, String problem, boolean open) {}
}

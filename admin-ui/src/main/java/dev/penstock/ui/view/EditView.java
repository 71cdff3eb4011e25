package dev.penstock.ui.view;

/**
 * The form with a job's payload.
 *
 * @param shell the frame
 * @param title which job
 * @param href the job's page
 * @param action where the form goes
 * @param version lifecycle version that is shown
 * @param payload the text, as it is or as it was typed
 * @param problem why it was not taken; empty if it was not sent yet
 */
public record EditView(
        Shell shell, String title, String href, String action, long version, String payload, String problem) {}

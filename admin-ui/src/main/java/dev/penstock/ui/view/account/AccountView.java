package dev.penstock.ui.view.account;

import dev.penstock.ui.view.Shell;

/**
 * One's own account.
 *
 * @param meaning of the role, in a sentence
 * @param problem what was wrong with what was typed; empty if nothing was
 */
public record AccountView(Shell shell, String meaning, String problem) {}

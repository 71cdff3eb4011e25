package dev.penstock.ui.view;

/**
 * A link with its text.
 *
 * @param text what it says
 * @param href address on this site
 */
public record Link(String text, String href) {}

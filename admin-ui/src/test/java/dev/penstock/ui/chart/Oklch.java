package dev.penstock.ui.chart;

/** A colour of the style sheets, and how bright it is to the eye. */
record Oklch(double lightness, double chroma, double hue) {
    /** WCAG 2 contrast with another colour, 1 to 21. */
    double contrast(Oklch other) {
        double a = luminance();
        double b = other.luminance();
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** Relative luminance of the sRGB colour; channels out of gamut are cut, as browsers do. */
    private double luminance() {
        double a = chroma * Math.cos(Math.toRadians(hue));
        double b = chroma * Math.sin(Math.toRadians(hue));
        double l = Math.pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
        double m = Math.pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
        double s = Math.pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
        double red = cut(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
        double green = cut(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
        double blue = cut(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }

    private static double cut(double linear) {
        return Math.max(0, Math.min(1, linear));
    }
}

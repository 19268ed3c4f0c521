/**
 * Prime sieves behind one interface, with no runtime dependency. A program needs only the exported package. The other packages
 * hold the parts of the sieves.
 */
module io.github.eratosthenes.core {
    requires static org.jspecify;

    exports io.github.eratosthenes.core;
}

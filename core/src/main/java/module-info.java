/**
 * Prime sieves behind one interface, with no runtime dependency. What is exported is all that a program needs; the other
 * packages are how the sieves work.
 */
module io.github.eratosthenes.core {
    requires static org.jspecify;

    exports io.github.eratosthenes.core;
}

// What Vite knows how to import: style modules and fonts.
/// <reference types="vite/client" />

//! What is printed: values in, PDF or ZPL bytes out.

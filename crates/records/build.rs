//! A new migration must rebuild this crate: the queries are checked against it and it is compiled in.

fn main() {
    println!("cargo:rerun-if-changed=../../migrations");
}
